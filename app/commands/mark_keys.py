"""Mark drawings as keys, replace their color images, or make them in-betweens again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtGui import QUndoCommand

from app.document.shot import Shot
from app.language import trn


class MarkKeys(QUndoCommand):
    """Marks (path) or unmarks (None) several keys at once.

    A drawing that becomes a key, changes its key or loses it also loses its coloring: what was
    there followed from the other state. Undo brings both back.
    """

    def __init__(self, shot: Shot, keys: Mapping[int, Path | None]) -> None:
        """Prepare the change; KeyError when the shot has no such drawing."""
        super().__init__(_text(keys))
        for number in keys:
            shot.drawing(number)
        self._shot = shot
        self._keys = dict(keys)
        before = shot.keys
        self._keys_before = {number: before.get(number) for number in keys}
        self._colorings_before = {
            number: coloring for number in keys if (coloring := shot.coloring(number)) is not None
        }

    def redo(self) -> None:
        """Set the new keys."""
        if self._colorings_before:
            self._shot.set_colorings(dict.fromkeys(self._colorings_before))
        self._shot.set_keys(self._keys)

    def undo(self) -> None:
        """Bring the former keys and their colorings back."""
        self._shot.set_keys(self._keys_before)
        if self._colorings_before:
            self._shot.set_colorings(self._colorings_before)


def _text(keys: Mapping[int, Path | None]) -> str:
    given = [number for number, path in keys.items() if path is not None]
    if not given:
        numbers = list(keys)
        return trn("remove key {number}", "remove {count} keys", len(numbers), number=numbers[0])
    return trn("mark key {number}", "mark {count} keys", len(given), number=given[0])
