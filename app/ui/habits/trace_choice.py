"""Whether colored trace lines are seen: the action, the settings and the session in step."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction

from app.ui.controls.preferences import Preferences
from app.ui.desk.session import Session


class TraceChoice(QObject):
    """Keeps the choice, wherever it was made."""

    def __init__(
        self,
        session: Session,
        action: QAction,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._action, self._preferences = action, preferences
        session.set_paints_traces(preferences.settings.paints_traces)
        action.setChecked(session.paints_traces)
        action.toggled.connect(session.set_paints_traces)
        session.traces_changed.connect(self._on_changed)

    @Slot(bool)
    def _on_changed(self, paints_traces: bool) -> None:
        self._action.setChecked(paints_traces)
        self._preferences.change(paints_traces=paints_traces)
