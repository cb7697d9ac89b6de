"""Give regions a color by hand, and let the drawings around learn from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtGui import QUndoCommand

from app.document.corrections import Correction
from app.document.regions import ColoredDrawing
from app.document.shot import Shot


class CorrectRegions(QUndoCommand):
    """Corrections of one act, with everything that changed because of them, undone together.

    Push it with the corrected drawings; `add` what the others decided when that is known.
    """

    def __init__(
        self,
        shot: Shot,
        corrections: Mapping[int, tuple[Correction, ...]],
        colorings: Iterable[ColoredDrawing],
        text: str,
    ) -> None:
        """Prepare the command; KeyError when the shot has no such drawing.

        Args:
            shot: what is corrected.
            corrections: all corrections of each corrected drawing, as they shall be.
            colorings: the corrected drawings, as they shall look.
            text: what it is called in the Edit menu.
        """
        super().__init__(text)
        self._shot = shot
        self._corrections = dict(corrections)
        former = shot.corrections
        self._corrections_before = {number: former.get(number, ()) for number in corrections}
        self._order_before = tuple(former)
        self._after: dict[int, ColoredDrawing | None] = {}
        self._before: dict[int, ColoredDrawing | None] = {}
        self._is_applied = False
        self._record(colorings)

    @property
    def is_applied(self) -> bool:
        """False after an undo."""
        return self._is_applied

    def add(self, colorings: Iterable[ColoredDrawing]) -> None:
        """Take what other drawings decided into the command and into the shot.

        Raises ValueError after an undo: nobody wants to learn from these corrections any more.
        """
        if not self._is_applied:
            raise ValueError("the correction was undone; nothing follows from it")
        drawings = tuple(colorings)
        self._record(drawings)
        self._shot.set_colorings({one.number: one for one in drawings})

    def redo(self) -> None:
        """Set the corrections and what followed from them."""
        self._is_applied = True
        self._shot.set_corrections(self._corrections)
        self._shot.set_colorings(self._after)

    def undo(self) -> None:
        """Bring back the former corrections and colorings."""
        self._is_applied = False
        self._shot.set_corrections(self._corrections_before, self._order_before)
        self._shot.set_colorings(self._before)

    def _record(self, colorings: Iterable[ColoredDrawing]) -> None:
        for one in colorings:
            self._before.setdefault(one.number, self._shot.coloring(one.number))
            self._after[one.number] = one
