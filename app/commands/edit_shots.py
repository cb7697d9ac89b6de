"""Add shots to a show, or take them out of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QUndoCommand

from app.document.shot import Shot
from app.document.show import Show
from app.language import tr


class EditShots(QUndoCommand):
    """Puts another list of shots into a show; a shot taken out keeps its work for the undo."""

    def __init__(self, show: Show, shots: Sequence[Shot], text: str) -> None:
        """Prepare the change.

        Args:
            show: the show.
            shots: all its shots afterwards.
            text: the change in words, such as `remove shot c012`.
        """
        super().__init__(text)
        self._show = show
        self._before = show.shots
        self._after = tuple(shots)

    @classmethod
    def add(cls, show: Show, shot: Shot) -> EditShots:
        """Add a shot at the end."""
        return cls(show, [*show.shots, shot], tr("add shot {shot}", shot=shot.name))

    @classmethod
    def remove(cls, show: Show, shot: Shot) -> EditShots:
        """Take a shot out."""
        return cls(
            show, [s for s in show.shots if s is not shot], tr("remove shot {shot}", shot=shot.name)
        )

    def redo(self) -> None:
        """Set the new list."""
        self._show.set_shots(self._after)

    def undo(self) -> None:
        """Bring the former list back."""
        self._show.set_shots(self._before)
