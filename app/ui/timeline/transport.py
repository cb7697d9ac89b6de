"""Playback controls between the view and the strip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSpinBox, QWidget

from app.ui.actions import Act, Actions
from app.ui.icons import icon
from app.ui.player import DEFAULT_FPS, Player
from app.ui.session import Session
from app.ui.widgets import ICON, label, tool_button

_PLAY_ICON = QSize(24, 24)


class TransportBar(QWidget):
    """Which drawing is on show, playing and frame rate."""

    def __init__(
        self, session: Session, player: Player, actions: Actions, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("transport")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(44)
        self._session = session
        self._player = player
        self._actions = actions
        self._number = label("", "drawingNumber")
        self._place = label("", "dim")
        self._lay_out()
        self._connect_actions()
        session.current_changed.connect(self._show_place)
        player.playing_changed.connect(self._on_playing_changed)

    def _connect_actions(self) -> None:
        session, actions = self._session, self._actions
        actions[Act.FIRST].triggered.connect(session.go_to_first)
        actions[Act.PREVIOUS].triggered.connect(session.go_to_previous)
        actions[Act.NEXT].triggered.connect(session.go_to_next)
        actions[Act.LAST].triggered.connect(session.go_to_last)
        actions[Act.PLAY].triggered.connect(self._player.toggle)
        actions[Act.LOOP].setChecked(self._player.loops)
        actions[Act.LOOP].toggled.connect(self._player.set_loops)

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(16, 0, 12, 0)
        layout.addWidget(self._left(), 0, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._middle(), 0, 1)
        layout.addWidget(self._right(), 0, 2, Qt.AlignmentFlag.AlignRight)
        # Equal sides keep the play button in the middle of the window.
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(2, 1)

    def _left(self) -> QWidget:
        return _row(8, self._number, self._place)

    def _middle(self) -> QWidget:
        buttons = [
            tool_button(self._actions[act], _PLAY_ICON if act is Act.PLAY else ICON)
            for act in (Act.FIRST, Act.PREVIOUS, Act.PLAY, Act.NEXT, Act.LAST)
        ]
        return _row(4, *buttons)

    def _right(self) -> QWidget:
        rate = QSpinBox()
        rate.setRange(1, 60)
        rate.setValue(DEFAULT_FPS)
        rate.setSuffix(" fps")
        rate.setFixedWidth(72)
        rate.setAlignment(Qt.AlignmentFlag.AlignCenter)
        rate.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        rate.setToolTip("Drawings per second")
        rate.valueChanged.connect(self._player.set_fps)
        return _row(4, tool_button(self._actions[Act.LOOP]), rate)

    @Slot(int)
    def _show_place(self, number: int) -> None:
        shot = self._session.shot
        assert shot is not None
        self._number.setText(f"Drawing {number}")
        self._place.setText(f"{shot.index(number) + 1} of {len(shot.drawings)}")

    @Slot(bool)
    def _on_playing_changed(self, is_playing: bool) -> None:
        action = self._actions[Act.PLAY]
        action.setIcon(icon("pause" if is_playing else "play"))
        action.setText("Pause" if is_playing else "Play")


def _row(spacing: int, *widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget)
    return row
