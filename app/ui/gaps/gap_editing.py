"""What a user does about gaps, as commands on the undo stack."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from app.commands.close_gaps import EditGapStrokes, LeaveOpen, SetGap
from app.document.gap_closing import WIDEST_GAP, GapStroke, Point
from app.engine.leak_finding import Leak
from app.language import tr
from app.ui.controls.preferences import Preferences
from app.ui.desk.session import Session

# Pixels on the screen: farther from a stroke than this, a click does not mean it.
_REACH = 6.0


class GapEditing(QObject):
    """Changes the gap distance of the open shot and the strokes of its current drawing."""

    def __init__(self, session: Session, preferences: Preferences, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._preferences = preferences

    @property
    def strokes(self) -> tuple[GapStroke, ...]:
        """Those of the current drawing."""
        shot = self._session.shot
        if shot is None or self._session.is_blank:
            return ()
        return shot.gap_strokes.get(self._session.current, ())

    @property
    def left_open(self) -> tuple[Point, ...]:
        """Middles of those passages of the current drawing that are no leaks."""
        shot = self._session.shot
        return () if shot is None else shot.left_open.get(self._session.current, ())

    @Slot(int)
    def set_gap(self, gap: int) -> None:
        """Close holes up to so many pixels; shots opened from now on begin with that."""
        shot, gap = self._session.shot, max(0, min(gap, WIDEST_GAP))
        if shot is None or gap == shot.gap:
            return
        self._session.undo_stack.push(SetGap(shot, gap))
        self._preferences.change(gap=gap)

    @Slot()
    def widen(self) -> None:
        """One pixel more."""
        self._step(1)

    @Slot()
    def narrow(self) -> None:
        """One pixel less."""
        self._step(-1)

    def _step(self, by: int) -> None:
        shot = self._session.shot
        if shot is not None:
            self.set_gap(shot.gap + by)
            self._session.said.emit(
                tr(
                    "Holes up to {gap} px are closed; Regions (6) shows what that parts.",
                    gap=shot.gap,
                )
                if shot.gap
                else tr("No holes are closed.")
            )

    def add(self, stroke: GapStroke) -> None:
        """Put a stroke into the current drawing."""
        self._edit((*self.strokes, stroke), tr("draw gap stroke"))

    def erase(self, stroke: GapStroke) -> None:
        """Take a stroke of the current drawing away."""
        left = tuple(one for one in self.strokes if one is not stroke)
        self._edit(left, tr("erase gap stroke"))

    def leave_open(self, leak: Leak, is_left: bool) -> None:
        """Say of a passage of the current drawing that it is no leak, or (False) that it is one."""
        shot, number = self._session.shot, self._session.current
        if shot is None or self._session.is_blank:
            return
        others = tuple(point for point in self.left_open if not leak.is_at(point))
        points = (*others, leak.point) if is_left else others
        text = (
            tr("leave passage in drawing {number} as drawn", number=number)
            if is_left
            else tr("call passage in drawing {number} a leak", number=number)
        )
        self._session.undo_stack.push(LeaveOpen(shot, number, points, text))

    def stroke_at(self, x: float, y: float, zoom: float) -> GapStroke | None:
        """The stroke nearest to a point of the drawing, if one is near enough on the screen."""
        near = [(one.distance(x, y), index) for index, one in enumerate(self.strokes)]
        if not near or min(near)[0] > max(_REACH / zoom, 1.5):
            return None
        return self.strokes[min(near)[1]]

    def _edit(self, strokes: tuple[GapStroke, ...], text: str) -> None:
        shot, number = self._session.shot, self._session.current
        if shot is not None and not self._session.is_blank:
            command = EditGapStrokes(
                shot, number, strokes, tr("{text} in drawing {number}", text=text, number=number)
            )
            self._session.undo_stack.push(command)
