"""On ones, twos or threes: the timing of a shot that has no timesheet of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction, QActionGroup

from app.commands.set_timesheet import SetTimesheet
from app.document.timesheet import Timesheet
from app.language import tr
from app.ui.actions import Act, Actions
from app.ui.session import Session

HOLDS = {Act.ON_ONES: 1, Act.ON_TWOS: 2, Act.ON_THREES: 3}


class Timing(QObject):
    """Keeps the hold actions in step with the shot, and puts the shot on another hold.

    A timesheet with a timing of its own is the animator's work: the actions leave it alone.
    """

    def __init__(self, session: Session, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        group = QActionGroup(self)
        for act, hold in HOLDS.items():
            actions[act].setData(hold)
            group.addAction(actions[act])
        group.triggered.connect(self._on_chosen)
        session.playhead.sheet_changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Check the hold that the shot is on, and enable all when it is on a plain one."""
        hold = hold_of(self._session)
        for act, frames in HOLDS.items():
            self._actions[act].setEnabled(hold is not None)
            self._actions[act].setChecked(hold == frames)

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        shot, hold = self._session.shot, action.data()
        if shot is not None and hold_of(self._session) not in (None, hold):
            sheet = Timesheet.of_drawings([drawing.number for drawing in shot.drawings], hold)
            on = action.text()[:1].lower() + action.text()[1:]
            text = tr("put {on}", on=on)
            self._session.undo_stack.push(SetTimesheet(shot, sheet, text))


def hold_of(session: Session) -> int | None:
    """How many frames each drawing has; None when the sheet has a timing of its own."""
    shot = session.shot
    if shot is None:
        return None
    return shot.timesheet.hold_of([drawing.number for drawing in shot.drawings])
