"""The two small menus of the transport bar: frame rate, and ones, twos or threes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.language import tr
from app.ui.controls.actions import Actions
from app.ui.controls.widgets import explain, set_warning
from app.ui.desk.player import Player
from app.ui.desk.session import Session
from app.ui.timeline.timing import HOLDS, hold_of

RATES = (8, 12, 15, 24, 25, 30)
_KEEPS_UP = 0.93


class RateButton(QToolButton):
    """Shows the frame rate, and while playing the real one when it falls behind.

    Signals:
        fps_chosen(int): another rate was chosen.
    """

    fps_chosen = Signal(int)

    def __init__(self, player: Player, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self.setAccessibleName(tr("Frames per second"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumWidth(86)
        menu = QMenu(self)
        group = QActionGroup(menu)
        for fps in RATES:
            action = menu.addAction(tr("{fps} fps", fps=fps))
            action.setCheckable(True)
            action.setChecked(fps == player.fps)
            action.setData(fps)
            group.addAction(action)
        group.triggered.connect(self._on_chosen)
        self.setMenu(menu)
        player.fps_changed.connect(self._show_wanted)
        player.rate_measured.connect(self._show_rate)
        player.playing_changed.connect(self._show_wanted)
        self._show_wanted()

    @Slot(QAction)
    def _on_chosen(self, action: QAction) -> None:
        self.fps_chosen.emit(action.data())
        self._show_wanted()

    @Slot()
    def _show_wanted(self) -> None:
        self._show_rate(float(self._player.fps))

    @Slot(float)
    def _show_rate(self, real: float) -> None:
        wanted = self._player.fps
        is_slow = real < wanted * _KEEPS_UP
        set_warning(self, is_slow)
        self.setText(
            tr("{real:.0f} of {wanted} fps", real=real, wanted=wanted)
            if is_slow
            else tr("{fps} fps", fps=wanted)
        )
        explain(
            self,
            tr("Pictures are not ready in time, so some frames are dropped")
            if is_slow
            else tr("Frames per second"),
        )


class HoldButton(QToolButton):
    """Shows whether the shot is on ones, twos or threes, or follows a timesheet."""

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self.setAccessibleName(tr("Frames per drawing"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(self)
        menu.addActions([actions[act] for act in HOLDS])
        self.setMenu(menu)
        session.playhead.sheet_changed.connect(self._refresh)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        hold = hold_of(self._session)
        named = {frames: self._actions[act].text() for act, frames in HOLDS.items()}
        self.setEnabled(hold is not None)
        if hold is None:
            self.setText(tr("Timesheet"))
            explain(self, tr("The timesheet says how long each drawing is held"))
        else:
            self.setText(named.get(hold, tr("On {hold}s", hold=hold)))
            explain(self, tr("How many frames each drawing is held"))
