"""What is to be exported, where to, and what is there already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from app.document.palette import Swaps
from app.document.regions import ColoredDrawing
from app.engine.export_names import PlannedImage, SheetCopy
from app.engine.export_space import estimated_bytes
from app.io.pictures.image_formats import ImageKind

Layer = Literal["color", "composite", "both"]


@dataclass(frozen=True)
class ExportRequest:
    """What is to be exported, and where to.

    Attributes:
        images: the drawings to export and the names of their files.
        colorings: what was colored, by drawing number.
        keys: color images of the animator, by drawing number; they are never overwritten.
        line_folder: the shot folder; nothing is written there.
        folder: made when missing.
        layer: `both` makes subfolders `color` and `composite`.
        kind: the format.
        soft: write the blended image where there is one, else flat palette colors.
        swaps: colors that are painted as others.
        keeps_existing: leave files alone that are there already.
        paints_traces: in the composite, let paint cover colored trace lines.
        sheet: a timesheet to write beside the images.
    """

    images: tuple[PlannedImage, ...]
    colorings: Mapping[int, ColoredDrawing]
    keys: Mapping[int, Path]
    line_folder: Path
    folder: Path
    layer: Layer = "color"
    kind: ImageKind = "png"
    soft: bool = False
    swaps: Swaps = frozenset()
    keeps_existing: bool = False
    paints_traces: bool = False
    sheet: SheetCopy | None = None

    def folders(self) -> dict[str, Path]:
        """Where each layer goes."""
        return layer_folders(self.folder, self.layer)

    def files(self) -> Iterator[tuple[Path, list[str]]]:
        """Everything that is to be written: names in each folder."""
        names = [name for image in self.images for name in image.names]
        for folder in self.folders().values():
            yield folder, names
        if self.sheet is not None:
            yield self.folder.expanduser(), [self.sheet.name]

    def estimated_bytes(self) -> int:
        """About how much room the images take."""
        return sum(
            estimated_bytes(image.drawing, coloring, layer == "composite", self.kind)
            * len(image.names)
            for layer in self.folders()
            for image in self.images
            if (coloring := self.colorings.get(image.drawing.number)) is not None
        )


def layer_folders(folder: Path, layer: Layer) -> dict[str, Path]:
    """Where each layer goes."""
    folder = folder.expanduser()
    if layer == "both":
        return {one: folder / one for one in ("color", "composite")}
    return {layer: folder}


def existing_files(files: Iterable[tuple[Path, list[str]]]) -> list[Path]:
    """Those files that are there already.

    Args:
        files: names in each folder.
    """
    existing: list[Path] = []
    for folder, names in files:
        # One look into the folder, not one for each of thousands of files.
        there = _names_in(folder)
        existing += [folder / name for name in names if name in there]
    return existing


def _names_in(folder: Path) -> set[str]:
    try:
        return {path.name for path in folder.iterdir()}
    except OSError:
        return set()
