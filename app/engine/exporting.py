"""Export the colorings of a shot as image sequences."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.document.compositing import composite
from app.document.regions import ColoredDrawing
from app.document.shot import Drawing
from app.document.trace_lines import without_traces
from app.engine.export_names import PlannedImage, SheetCopy
from app.engine.export_request import ExportRequest, Layer, existing_files, layer_folders
from app.engine.export_space import check_space
from app.engine.task import CancelToken, Failure, Step
from app.io.exports.sequence_export import (
    ExportError,
    ProtectedFileError,
    SequenceFolder,
    disk_sentence,
)
from app.io.exports.unfinished import UnfinishedNote
from app.io.files.file_marks import mark_of
from app.io.pictures.image_formats import ImageKind, image_bytes
from app.io.pictures.images import ImageError, read_rgba
from app.io.shots.xdts import write_xdts


@dataclass(frozen=True)
class Exported:
    """What one drawing, or the timesheet, became.

    Attributes:
        files: what was written.
        kept: how many files were there already and were left alone.
    """

    files: tuple[Path, ...]
    kept: int = 0


class LayerWriter:
    """Writes the chosen layers of one drawing after another."""

    def __init__(
        self,
        folder: Path,
        layer: Layer,
        line_folder: Path,
        keys: Collection[Path],
        soft: bool,
        kind: ImageKind = "png",
        keeps_existing: bool = False,
        paints_traces: bool = False,
    ) -> None:
        """Make the folders; arguments as in `ExportRequest`.

        Raises:
            ExportError: a folder cannot be written, or is the line-art folder.
        """
        self._soft = soft
        self._kind = kind
        self._keeps_existing = keeps_existing
        self._paints_traces = paints_traces
        self._folders = {
            one: SequenceFolder(path, line_folder, keys)
            for one, path in layer_folders(folder, layer).items()
        }

    def write(self, image: PlannedImage, coloring: ColoredDrawing) -> Exported | Failure:
        """Write one drawing whole, or say why it cannot be written.

        Returns:
            The files, or the failure of this drawing alone.

        Raises:
            ExportError: no other drawing can be written either.
        """
        try:
            wanted = {one: self._wanted(folder, image) for one, folder in self._folders.items()}
            color_layer = coloring.soft() if self._soft else coloring.color_layer()
            # All pixels first: a drawing whose line art is gone leaves no half of its layers.
            data = {
                one: image_bytes(self._pixels(one, image.drawing, color_layer), self._kind)
                for one, names in wanted.items()
                if names
            }
            files = tuple(
                self._folders[one].write(name, data[one])
                for one, names in wanted.items()
                for name in names
            )
        except (ImageError, ProtectedFileError) as error:
            return Failure(image.drawing.number, str(error))
        return Exported(files, len(self._folders) * len(image.names) - len(files))

    def _pixels(
        self, layer: str, drawing: Drawing, color_layer: NDArray[np.uint8]
    ) -> NDArray[np.uint8]:
        if layer == "color":
            return color_layer
        return with_lines(drawing, color_layer, self._paints_traces)

    def _wanted(self, folder: SequenceFolder, image: PlannedImage) -> list[str]:
        if not self._keeps_existing:
            return list(image.names)
        return [name for name in image.names if not folder.target(name).exists()]


def export_shot(request: ExportRequest, cancel: CancelToken) -> Iterator[Step[Exported]]:
    """Export drawings in the order of the request; each result is what one drawing became.

    A drawing that has no coloring is a failure, and the others are exported. Until everything is
    there, a note in the folder says that it is not.

    Raises:
        ExportError: nothing is colored, there is no room, or the folder cannot be written to;
            what was already written stays.
    """
    if not any(image.drawing.number in request.colorings for image in request.images):
        raise ExportError("Nothing is colored yet; color the shot, then export it.")
    check_space(request.folder, request.estimated_bytes() - _replaced_bytes(request))
    writer = LayerWriter(
        request.folder,
        request.layer,
        request.line_folder,
        tuple(request.keys.values()),
        request.soft,
        request.kind,
        request.keeps_existing,
        request.paints_traces,
    )
    missing: list[str] = []
    note = UnfinishedNote(request.folder.expanduser())
    try:
        note.put()
        is_complete = yield from _steps(writer, request, cancel, missing)
        if is_complete:
            note.settle(missing)
    except OSError as error:
        raise ExportError(disk_sentence(request.folder, error)) from error


def _steps(
    writer: LayerWriter, request: ExportRequest, cancel: CancelToken, missing: list[str]
) -> Generator[Step[Exported], None, bool]:
    """Everything in turn; True when it came to its end, `missing` then says what was left out."""
    total = len(request.images)
    for done, image in enumerate(request.images, 1):
        if cancel.is_cancelled:
            return False
        outcome = _export_one(writer, image, request)
        name = image.drawing.name
        if isinstance(outcome, Failure):
            missing.append(outcome.message)
            yield Step(done, total, f"{name} was left out", failure=outcome)
        else:
            yield Step(done, total, f"Exported {name}", result=outcome)
    if request.sheet is not None:
        exported = _write_sheet(request, request.sheet)
        yield Step(total, total, f"Exported {request.sheet.name}", result=exported)
    return True


def _export_one(
    writer: LayerWriter, image: PlannedImage, request: ExportRequest
) -> Exported | Failure:
    coloring = request.colorings.get(image.drawing.number)
    if coloring is None:
        return Failure(
            image.drawing.number,
            f"{image.drawing.path.name} is not colored yet; color it, then export again.",
        )
    return writer.write(image, coloring.painted(request.swaps))


def _write_sheet(request: ExportRequest, copy: SheetCopy) -> Exported:
    path = request.folder.expanduser() / copy.name
    # Beside the line art it is the animator's own, whatever may be replaced elsewhere.
    home = request.line_folder.parent
    is_own = home.exists() and path.parent.samefile(home)
    if path.exists() and (request.keeps_existing or is_own):
        return Exported((), kept=1)
    write_xdts(path, copy.sheet, copy.column, copy.name.removesuffix(".xdts"))
    return Exported((path,))


def _replaced_bytes(request: ExportRequest) -> int:
    """Room that is taken already by files of an earlier export, kept or replaced."""
    marks = map(mark_of, existing_files(request.files()))
    return sum(mark.size for mark in marks if mark is not None)


def with_lines(
    drawing: Drawing, color_layer: NDArray[np.uint8], paints_traces: bool = False
) -> NDArray[np.uint8]:
    """The composite of a drawing, (H, W, 4) uint8 RGBA.

    Args:
        drawing: the line art.
        color_layer: (H, W, 4) uint8 RGBA.
        paints_traces: let paint cover colored trace lines.

    Raises:
        ImageError: its line art cannot be read, or has another size than was colored.
    """
    line_art = read_rgba(drawing.path)
    if line_art.shape != color_layer.shape:
        raise ImageError(
            f"{drawing.path.name} has changed its size since it was colored; color it again."
        )
    return composite(without_traces(line_art) if paints_traces else line_art, color_layer)
