"""Close holes in the lines of a shot, by a distance or by strokes, or leave them open."""

from __future__ import annotations

from PySide6.QtGui import QUndoCommand

from app.document.gap_closing import GapStrokes, Point
from app.document.shot import Shot
from app.language import tr

_GAP_COMMAND = 1


class SetGap(QUndoCommand):
    """Gives a shot another gap distance; colorings stay, though they are out of date then.

    Changes that follow each other directly, as those of a slider do, are one step.
    """

    def __init__(self, shot: Shot, gap: int) -> None:
        """Prepare the change; ValueError when the gap is not 0 to 100."""
        super().__init__(_text(gap))
        Shot.check_gap(gap)
        self._shot = shot
        self._after = gap
        self._before = shot.gap

    def redo(self) -> None:
        """Set the new gap."""
        self._shot.set_gap(self._after)

    def undo(self) -> None:
        """Bring the former gap back."""
        self._shot.set_gap(self._before)

    def id(self) -> int:
        """All changes of a gap may be merged."""
        return _GAP_COMMAND

    def mergeWith(self, other: QUndoCommand) -> bool:
        """Take a change of the same shot that follows this one into it."""
        if not isinstance(other, SetGap) or other._shot is not self._shot:
            return False
        self._after = other._after
        self.setText(_text(self._after))
        self.setObsolete(self._after == self._before)
        return True


class EditGapStrokes(QUndoCommand):
    """Gives one drawing other gap-closing strokes."""

    def __init__(self, shot: Shot, number: int, strokes: GapStrokes, text: str) -> None:
        """Prepare the change; KeyError when the shot has no such drawing.

        Args:
            shot: whose drawing.
            number: of the drawing.
            strokes: all of its strokes, as they shall be.
            text: what the user did, such as “draw gap stroke”, for the menu.
        """
        super().__init__(text)
        shot.drawing(number)
        self._shot = shot
        self._number = number
        self._after = strokes
        self._before = shot.gap_strokes.get(number, ())

    def redo(self) -> None:
        """Set the new strokes."""
        self._shot.set_gap_strokes({self._number: self._after})

    def undo(self) -> None:
        """Bring the former strokes back."""
        self._shot.set_gap_strokes({self._number: self._before})


class LeaveOpen(QUndoCommand):
    """Says of one drawing which narrow passages are no leaks."""

    def __init__(self, shot: Shot, number: int, points: tuple[Point, ...], text: str) -> None:
        """Prepare the change; KeyError when the shot has no such drawing.

        Args:
            shot: whose drawing.
            number: of the drawing.
            points: a pixel in the middle of each passage that is left as drawn.
            text: what the user did, for the menu.
        """
        super().__init__(text)
        shot.drawing(number)
        self._shot = shot
        self._number = number
        self._after = points
        self._before = shot.left_open.get(number, ())

    def redo(self) -> None:
        """Set the new passages."""
        self._shot.set_left_open({self._number: self._after})

    def undo(self) -> None:
        """Bring the former passages back."""
        self._shot.set_left_open({self._number: self._before})


def _text(gap: int) -> str:
    return tr("close gaps up to {gap} px", gap=gap) if gap else tr("close no gaps")
