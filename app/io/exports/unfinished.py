"""A note in an export folder that not everything is there, for whoever looks into it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from app.io.files.atomic import write_atomically

NOTE_NAME = "UNFINISHED EXPORT.txt"

_BEGUN = (
    "This export was begun and has not come to its end. Export again; "
    "this note goes away when everything is there.\n"
)
_MISSING = "Not everything could be exported. Mend this, then export again:\n"


class UnfinishedNote:
    """Lies in the folder until an export is complete, even when the program is killed.

    Every method raises OSError when the disk refuses it.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / NOTE_NAME

    def put(self) -> None:
        """An export begins."""
        write_atomically(self._path, _BEGUN.encode())

    def settle(self, missing: Sequence[str]) -> None:
        """The export is over.

        Args:
            missing: a sentence for each thing left out; with none, the note is taken away.
        """
        if missing:
            write_atomically(self._path, "\n".join((_MISSING, *missing, "")).encode())
        else:
            self._path.unlink(missing_ok=True)
