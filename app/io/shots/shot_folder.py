"""Opening a shot folder: which files are its drawings, and which keys lie beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.document.gap_closing import DEFAULT_GAP
from app.document.shot import Drawing, Shot
from app.io.shots.numbered_images import (
    Series,
    ShotFolderError,
    best_of,
    images_of,
    largest_first,
    series_of,
    subfolders,
)
from app.io.shots.offered_keys import find_offered_keys
from app.io.shots.shot_problems import folder_problems
from app.io.shots.shot_timesheet import find_timesheet

__all__ = ["ShotFolder", "ShotFolderError", "open_shot_folder"]

LINE_FOLDERS = ("line", "lines", "lineart")


@dataclass(frozen=True)
class ShotFolder:
    """What was found on disk.

    Attributes:
        shot: the drawings, not a key marked yet.
        offered_keys: color images found in subfolders or siblings, by drawing number.
        problems: one sentence each; none of them stops the shot.
        timesheet: the file that gave the shot its timing; None when each drawing has one frame.
    """

    shot: Shot
    offered_keys: Mapping[int, Path]
    problems: tuple[str, ...]
    timesheet: Path | None = None


def open_shot_folder(folder: Path, gap: int = DEFAULT_GAP) -> ShotFolder:
    """Read the names and headers of a shot folder; no image is decoded.

    A folder without numbered images but with a subfolder `line`, `lines` or `lineart` stands
    for that subfolder, and gives the shot its name.

    Args:
        folder: where the drawings are.
        gap: holes in their lines up to this many pixels are to be closed.

    Raises:
        ShotFolderError: no such folder, not readable, or no numbered images in it.
    """
    folder = folder.expanduser().absolute()
    folder, images, series = _with_drawings(folder)
    chosen, *others = largest_first(series)
    drawings = [Drawing(number, best_of(files)) for number, files in chosen.files.items()]
    timing = find_timesheet(folder, chosen.name, chosen.files, _is_line_folder(folder))
    shot = Shot(_shot_name(folder), folder, drawings, timing.sheet, gap)
    offered, refused = find_offered_keys(shot, chosen.name)
    problems = [
        *folder_problems(images, chosen, others, shot.drawings),
        *timing.problems,
        *refused,
    ]
    return ShotFolder(shot, offered, tuple(problems), timing.path)


def _with_drawings(folder: Path) -> tuple[Path, list[Path], list[Series]]:
    """The folder, or its line-art subfolder, that has numbered images; with all its images."""
    given = images_of(folder)
    for place in (folder, *subfolders(folder, LINE_FOLDERS)):
        images = images_of(place)
        series = series_of(images)
        if series:
            return place, images, series
    raise ShotFolderError(_nothing_found(folder, given))


def _shot_name(folder: Path) -> str:
    return (folder.parent.name if _is_line_folder(folder) else folder.name) or "shot"


def _is_line_folder(folder: Path) -> bool:
    return folder.name.casefold() in LINE_FOLDERS


def _nothing_found(folder: Path, unnumbered: list[Path]) -> str:
    if unnumbered:
        return (
            f"The images in {folder} have no drawing numbers; "
            "name them with trailing digits, such as A0001.png."
        )
    return (
        f"The folder {folder} holds no images; open a folder with line art named with "
        "trailing digits, such as A0001.png."
    )
