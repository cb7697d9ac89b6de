"""Telling whether files are still the ones that they were, by size and time of change."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class FileMark(NamedTuple):
    """What a file looks like from outside.

    Attributes:
        size: in bytes.
        changed: time of the last change, in nanoseconds.
    """

    size: int
    changed: int


def mark_of(path: Path) -> FileMark | None:
    """The mark of a file; None when it cannot be looked at."""
    try:
        found = path.stat()
    except OSError:
        return None
    return FileMark(found.st_size, found.st_mtime_ns)


def marks_of(paths: Iterable[Path]) -> dict[Path, FileMark | None]:
    """The marks of several files."""
    return {path: mark_of(path) for path in paths}
