"""On ones, twos or threes: the timing of a shot that has no timesheet of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from app.commands.set_timesheet import SetTimesheet
from app.document.timesheet import Timesheet
from app.language import tr
from app.ui.controls.actions import Act, Actions
from app.ui.controls.choice_group import ChoiceGroup
from app.ui.desk.session import Session

HOLDS = {Act.ON_ONES: 1, Act.ON_TWOS: 2, Act.ON_THREES: 3}


class Timing(QObject):
    """Keeps the hold actions in step with the shot, and puts the shot on another hold.

    A timesheet with a timing of its own is the animator's work: the actions leave it alone.
    """

    def __init__(self, session: Session, actions: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._group = ChoiceGroup(actions, HOLDS, self)
        self._group.chosen.connect(self._on_chosen)
        session.playhead.sheet_changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Check the hold that the shot is on, and enable all when it is on a plain one."""
        hold = hold_of(self._session)
        self._group.check(hold)
        for act in HOLDS:
            self._actions[act].setEnabled(hold is not None)

    @Slot(object)
    def _on_chosen(self, hold: int) -> None:
        shot = self._session.shot
        if shot is not None and hold_of(self._session) not in (None, hold):
            sheet = Timesheet.of_drawings([drawing.number for drawing in shot.drawings], hold)
            words = next(self._actions[act].text() for act, one in HOLDS.items() if one == hold)
            on = words[:1].lower() + words[1:]
            text = tr("put {on}", on=on)
            self._session.undo_stack.push(SetTimesheet(shot, sheet, text))


def hold_of(session: Session) -> int | None:
    """How many frames each drawing has; None when the sheet has a timing of its own."""
    shot = session.shot
    if shot is None:
        return None
    return shot.timesheet.hold_of([drawing.number for drawing in shot.drawings])
