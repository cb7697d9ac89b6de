"""Give the shot another timing."""

from __future__ import annotations

from PySide6.QtGui import QUndoCommand

from app.document.shot import Shot
from app.document.timesheet import Timesheet


class SetTimesheet(QUndoCommand):
    """Replaces the timesheet; drawings, keys and colorings stay as they are."""

    def __init__(self, shot: Shot, timesheet: Timesheet, text: str) -> None:
        """Prepare the change; `text` says it in the undo menu, such as “put on twos”."""
        super().__init__(text)
        self._shot = shot
        self._after = timesheet
        self._before = shot.timesheet

    def redo(self) -> None:
        """Set the new timesheet."""
        self._shot.set_timesheet(self._after)

    def undo(self) -> None:
        """Bring the former timesheet back."""
        self._shot.set_timesheet(self._before)
