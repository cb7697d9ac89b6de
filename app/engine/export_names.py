"""What exported files are called: as the drawings, or as the frames of the timesheet."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

from app.document.naming import split_name
from app.document.shot import Drawing
from app.document.timesheet import Timesheet
from app.io.files.file_names import FORBIDDEN
from app.io.pictures.image_formats import SUFFIXES, ImageKind

_DIGITS = 4


@dataclass(frozen=True)
class PlannedImage:
    """One drawing and the files it becomes.

    Attributes:
        drawing: what is exported.
        names: file names without a folder; several for a drawing that is held.
    """

    drawing: Drawing
    names: tuple[str, ...]


@dataclass(frozen=True)
class SheetCopy:
    """A timesheet that goes with exported files.

    Attributes:
        name: file name.
        column: heading of its column.
        sheet: its numbers are those of the files.
    """

    name: str
    column: str
    sheet: Timesheet


def named_as_drawings(
    drawings: Iterable[Drawing], kind: ImageKind = "png"
) -> tuple[PlannedImage, ...]:
    """One file for each drawing, under its own name."""
    return tuple(
        PlannedImage(drawing, (f"{drawing.name}{SUFFIXES[kind]}",)) for drawing in drawings
    )


def named_as_frames(
    drawings: Iterable[Drawing],
    sheet: Timesheet,
    frames: Iterable[int],
    name: str,
    kind: ImageKind = "png",
) -> tuple[PlannedImage, ...]:
    """One file for each frame, numbered from 1: `cut 12_0001.png`; holds are repeated.

    Args:
        drawings: what may be exported; frames that hold something else have no file.
        sheet: the whole timesheet.
        frames: frames of it, from 0.
        name: what the files are called before the number.
        kind: which format.
    """
    numbers = {drawing.number: drawing for drawing in drawings}
    digits = max(_DIGITS, len(str(len(sheet))))
    names: dict[int, list[str]] = {}
    for frame in frames:
        number = sheet.frames[frame]
        if number is not None and number in numbers:
            file = f"{file_name(name)}_{frame + 1:0{digits}}{SUFFIXES[kind]}"
            names.setdefault(number, []).append(file)
    return tuple(PlannedImage(numbers[number], tuple(files)) for number, files in names.items())


def drawing_sheet(drawings: Collection[Drawing], sheet: Timesheet, name: str) -> SheetCopy:
    """The timesheet for files named as the drawings; it is empty where there is no file."""
    numbers = {drawing.number for drawing in drawings}
    frames = tuple(number if number in numbers else None for number in sheet.frames)
    parts = [split_name(drawing.name) for drawing in drawings]
    series = parts[0][0].strip(" _-.") if parts and parts[0] else ""
    return SheetCopy(f"{file_name(name)}.xdts", series or name, Timesheet(frames))


def frame_sheet(
    drawings: Iterable[Drawing], sheet: Timesheet, frames: Iterable[int], name: str
) -> SheetCopy:
    """The timesheet for files named as frames: every frame holds the first file of its drawing.

    So holds stay holds for whoever reads it, though each of their frames has a file.
    """
    numbers = {drawing.number for drawing in drawings}
    files: list[int | None] = [None] * len(sheet)
    first: dict[int, int] = {}
    for frame in frames:
        number = sheet.frames[frame]
        if number is not None and number in numbers:
            files[frame] = first.setdefault(number, frame + 1)
    return SheetCopy(f"{file_name(name)}.xdts", name, Timesheet(tuple(files)))


def file_name(name: str) -> str:
    """A name that every file system takes."""
    return FORBIDDEN.sub("_", name).strip(" .") or "shot"


def numbered_folder(folder: Path) -> Path:
    """The folder with the first number behind its name that is free: `out 2`, `out 3`."""
    folder = folder.absolute()
    if not folder.name:  # a whole disk
        folder /= "export"
    number = 2
    while (free := folder.with_name(f"{folder.name} {number}")).exists():
        number += 1
    return free
