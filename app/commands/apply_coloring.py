"""Put the results of one Colorize run into the shot."""

from __future__ import annotations

from PySide6.QtGui import QUndoCommand

from app.document.regions import ColoredDrawing
from app.document.shot import Shot


class ApplyColoring(QUndoCommand):
    """All colorings of one run: they arrive one by one and are undone together.

    Push it with the first result, then `add` the others while the run goes on.
    """

    def __init__(self, shot: Shot, first: ColoredDrawing, text: str = "colorize shot") -> None:
        """Prepare the command; KeyError when the shot has no such drawing.

        Args:
            shot: takes the results.
            first: the first of them.
            text: says in the undo menu what the run was.
        """
        super().__init__(text)
        self._shot = shot
        self._after: dict[int, ColoredDrawing | None] = {}
        self._before: dict[int, ColoredDrawing | None] = {}
        self._is_applied = False
        self._record(first)

    @property
    def is_applied(self) -> bool:
        """False after an undo."""
        return self._is_applied

    def add(self, coloring: ColoredDrawing) -> None:
        """Take one more result of the same run into the command and into the shot.

        Raises ValueError after an undo: the user has thrown this run away.
        """
        if not self._is_applied:
            raise ValueError("the run was undone; it takes no more results")
        self._record(coloring)
        self._shot.set_colorings({coloring.number: coloring})

    def redo(self) -> None:
        """Set all colorings of the run."""
        self._is_applied = True
        self._shot.set_colorings(self._after)

    def undo(self) -> None:
        """Bring back what each drawing had before the run."""
        self._is_applied = False
        self._shot.set_colorings(self._before)

    def _record(self, coloring: ColoredDrawing) -> None:
        self._shot.drawing(coloring.number)
        self._before.setdefault(coloring.number, self._shot.coloring(coloring.number))
        self._after[coloring.number] = coloring
