"""The timesheet that lies in a shot folder or beside it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from app.document.naming import listed
from app.document.timesheet import Timesheet
from app.io.pictures.images import shown
from app.io.shots.xdts import XdtsError, fitting_track, read_xdts

_SUFFIX = ".xdts"


@dataclass(frozen=True)
class Timing:
    """What was found.

    Attributes:
        sheet: the shot's timing; None when no timesheet speaks of its drawings.
        path: the file it comes from.
        problems: one sentence each.
    """

    sheet: Timesheet | None = None
    path: Path | None = None
    problems: tuple[str, ...] = ()


def find_timesheet(
    folder: Path, series: str, numbers: Collection[int], parent_is_shot: bool
) -> Timing:
    """Read the timesheet of a shot folder.

    A file in the folder is meant for it. One beside it may be another shot's: it counts when it
    is named like the folder, or has a column named like the drawings or the folder.

    Args:
        folder: the shot folder.
        series: the part of its file names before the digits.
        numbers: its drawing numbers.
        parent_is_shot: True when the folder is but the line-art part of the folder around it.
    """
    path = _best(_sheets(folder), folder.name)
    is_meant = path is not None or parent_is_shot
    if path is None:
        path = _best(_sheets(folder.parent), folder.name)
    if path is None:
        return Timing()
    try:
        tracks = read_xdts(path)
    except XdtsError as error:
        return Timing(problems=(str(error),))
    named = fitting_track(tracks, series) or fitting_track(tracks, folder.name)
    is_meant = is_meant or path.stem.casefold() == folder.name.casefold()
    if named is None and not is_meant:
        return Timing()
    return _checked(path, (named or tracks[0]).sheet, numbers)


def _checked(path: Path, sheet: Timesheet, numbers: Collection[int]) -> Timing:
    known = set(numbers)
    if not known & sheet.numbers:
        return Timing(
            problems=(
                f"The timesheet {shown(path)} uses none of these drawings, so each has one frame; "
                "check its drawing numbers.",
            )
        )
    problems = []
    if missing := sorted(sheet.numbers - known):
        problems.append(
            f"The timesheet {shown(path)} uses {listed(missing)}, not found in the folder; "
            "their frames stay empty."
        )
    if unused := sorted(known - sheet.numbers):
        problems.append(
            f"The timesheet {shown(path)} does not use {listed(unused)}; "
            "they stand behind its last frame and do not play."
        )
    return Timing(sheet, path, tuple(problems))


def _sheets(folder: Path) -> list[Path]:
    try:
        return sorted(
            path
            for path in folder.iterdir()
            if path.suffix.casefold() == _SUFFIX and not path.name.startswith(".")
        )
    except OSError:  # a parent that may be entered but not listed has nothing for us
        return []


def _best(sheets: list[Path], name: str) -> Path | None:
    """The one named like the folder, else the first."""
    alike = [path for path in sheets if path.stem.casefold() == name.casefold()]
    return next(iter([*alike, *sheets]), None)
