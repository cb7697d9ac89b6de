"""Export the colorings of a shot as PNG sequences."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from app.document.compositing import composite
from app.document.palette import Swaps
from app.document.regions import ColoredDrawing
from app.document.shot import Drawing
from app.engine.task import CancelToken, Failure, Step
from app.io.images import ImageError, read_rgba
from app.io.sequence_export import ExportError, ProtectedFileError, SequenceFolder

Layer = Literal["color", "composite", "both"]


@dataclass(frozen=True)
class ExportRequest:
    """What is to be exported, and where to.

    Attributes:
        drawings: the drawings to export, by ascending number.
        colorings: what was colored, by drawing number.
        keys: color images of the animator, by drawing number; they are never overwritten.
        line_folder: the shot folder; nothing is written there.
        folder: made when missing.
        layer: `both` makes subfolders `color` and `composite`.
        soft: write the blended image where there is one, else flat palette colors.
        swaps: colors that are painted as others.
    """

    drawings: tuple[Drawing, ...]
    colorings: Mapping[int, ColoredDrawing]
    keys: Mapping[int, Path]
    line_folder: Path
    folder: Path
    layer: Layer = "color"
    soft: bool = False
    swaps: Swaps = frozenset()


class LayerWriter:
    """Writes the chosen layers of one drawing after another."""

    def __init__(
        self, folder: Path, layer: Layer, line_folder: Path, keys: Collection[Path], soft: bool
    ) -> None:
        """Make the folders; arguments as in `ExportRequest`.

        Raises:
            ExportError: a folder cannot be written, or is the line-art folder.
        """
        self._soft = soft
        layers = ("color", "composite") if layer == "both" else (layer,)
        self._folders = {
            one: SequenceFolder(folder / one if layer == "both" else folder, line_folder, keys)
            for one in layers
        }

    def write(self, drawing: Drawing, coloring: ColoredDrawing) -> tuple[Path, ...] | Failure:
        """Write one drawing whole, or say why it cannot be written.

        Returns:
            The files, or the failure of this drawing alone.

        Raises:
            ExportError: no other drawing can be written either.
        """
        color_layer = coloring.soft() if self._soft else coloring.color_layer()
        try:
            # All pixels first: a drawing whose line art is gone leaves no half of its layers.
            pixels = {one: _pixels(one, drawing, color_layer) for one in self._folders}
            return tuple(
                folder.write(drawing, pixels[one]) for one, folder in self._folders.items()
            )
        except (ImageError, ProtectedFileError) as error:
            return Failure(drawing.number, str(error))


def export_shot(request: ExportRequest, cancel: CancelToken) -> Iterator[Step[tuple[Path, ...]]]:
    """Export drawings in chronological order; each result is the files of one drawing.

    A drawing that has no coloring is a failure, and the others are exported.

    Raises:
        ExportError: nothing is colored, or the folder cannot be written to; what was already
            written stays.
    """
    if not any(drawing.number in request.colorings for drawing in request.drawings):
        raise ExportError("Nothing is colored yet; color the shot, then export it.")
    writer = LayerWriter(
        request.folder,
        request.layer,
        request.line_folder,
        tuple(request.keys.values()),
        request.soft,
    )
    total = len(request.drawings)
    for done, drawing in enumerate(request.drawings, 1):
        if cancel.is_cancelled:
            return
        outcome = _export_one(writer, drawing, request)
        if isinstance(outcome, Failure):
            yield Step(done, total, f"{drawing.name} was left out", failure=outcome)
        else:
            yield Step(done, total, f"Exported {drawing.name}", result=outcome)


def _export_one(
    writer: LayerWriter, drawing: Drawing, request: ExportRequest
) -> tuple[Path, ...] | Failure:
    coloring = request.colorings.get(drawing.number)
    if coloring is None:
        return Failure(
            drawing.number, f"{drawing.path.name} is not colored yet; color it, then export again."
        )
    return writer.write(drawing, coloring.painted(request.swaps))


def _pixels(layer: str, drawing: Drawing, color_layer: NDArray[np.uint8]) -> NDArray[np.uint8]:
    if layer == "color":
        return color_layer
    line_art = read_rgba(drawing.path)
    if line_art.shape != color_layer.shape:
        raise ImageError(
            f"{drawing.path.name} has changed its size since it was colored; color it again."
        )
    return composite(line_art, color_layer)
