"""Playback controls between the view and the strip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.language import tr
from app.ui.controls.actions import Act, Actions
from app.ui.controls.widgets import ICON, label, tool_button
from app.ui.desk.player import Player
from app.ui.desk.session import Session
from app.ui.look.icons import icon
from app.ui.timeline.choices import HoldButton, RateButton

_PLAY_ICON = QSize(24, 24)


class TransportBar(QWidget):
    """Which drawing and frame is on show, playing, frame rate and frames per drawing.

    Signals:
        fps_chosen(int): how many frames should play in a second.
    """

    fps_chosen = Signal(int)

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
        for signal in (session.current_changed, session.shot_changed):
            signal.connect(self._show_place)
        for signal in (session.playhead.moved, session.playhead.selection_changed):
            signal.connect(self._show_place)
        player.playing_changed.connect(self._on_playing_changed)

    def _connect_actions(self) -> None:
        playhead, actions = self._session.playhead, self._actions
        actions[Act.FIRST].triggered.connect(playhead.to_first)
        actions[Act.PREVIOUS].triggered.connect(playhead.to_previous_drawing)
        actions[Act.PREVIOUS_FRAME].triggered.connect(playhead.to_previous_frame)
        actions[Act.NEXT_FRAME].triggered.connect(playhead.to_next_frame)
        actions[Act.NEXT].triggered.connect(playhead.to_next_drawing)
        actions[Act.LAST].triggered.connect(playhead.to_last)
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
        rate = RateButton(self._player)
        rate.fps_chosen.connect(self.fps_chosen)
        hold = HoldButton(self._session, self._actions)
        return _row(4, tool_button(self._actions[Act.LOOP]), rate, hold)

    @Slot()
    def _show_place(self) -> None:
        shot, playhead = self._session.shot, self._session.playhead
        if shot is None:
            return
        number, named = playhead.number, playhead.named
        self._number.setText(tr("Empty") if named is None else tr("Drawing {named}", named=named))
        parts = [] if named is None else [tr("missing")]
        if number is not None:
            parts = [
                tr("{place} of {count}", place=shot.index(number) + 1, count=len(shot.drawings))
            ]
        if playhead.frame >= playhead.duration:
            parts.append(tr("not on the timesheet"))
        elif playhead.duration != len(shot.drawings) or number is None:
            parts.append(
                tr(
                    "frame {place} of {count}",
                    place=playhead.frame + 1,
                    count=playhead.duration,
                )
            )
        if selected := len(playhead.selected):
            parts.append(tr("{count} selected", count=selected))
        self._place.setText("  ·  ".join(parts))

    @Slot(bool)
    def _on_playing_changed(self, is_playing: bool) -> None:
        action = self._actions[Act.PLAY]
        action.setIcon(icon("pause" if is_playing else "play"))
        action.setText(tr("Pause") if is_playing else tr("Play"))


def _row(spacing: int, *widgets: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget)
    return row
