"""What the window shows before a shot is open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.io.shows.show_file import is_show
from app.language import marked, tr
from app.ui.controls.actions import Act, Actions
from app.ui.controls.dropped_files import dropped_paths
from app.ui.controls.widgets import label, push_button
from app.ui.look.icons import IconMark, icon
from app.ui.look.theme import theme
from app.ui.shows.recent_menu import recent_text

_TARGET = (560, 320)
_MOST_RECENT = 4
_CENTER = Qt.AlignmentFlag.AlignHCenter
_STEPS = (
    marked("Open the line art"),
    marked("Drop two colored keys"),
    marked("Colorize the shot"),
)


class EmptyState(QWidget):
    """A large drop target with the two ways to begin.

    Attributes:
        sample: the button that opens the sample shot.

    Signals:
        files_dropped(list[Path]): what was let go over the window.
        recent_chosen(Path): one of those that were open last.
    """

    files_dropped = Signal(object)
    recent_chosen = Signal(object)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("emptyState")
        self.setAcceptDrops(True)
        self._is_dropping = False
        self.sample = push_button(actions[Act.OPEN_SAMPLE])
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch()
        buttons.addWidget(push_button(actions[Act.OPEN], is_primary=True))
        buttons.addWidget(self.sample)
        buttons.addStretch()
        self._target = QWidget()
        self._target.setFixedSize(*_TARGET)
        inside = QVBoxLayout(self._target)
        inside.setSpacing(8)
        inside.addStretch()
        inside.addWidget(IconMark("folder-image", "dim", 56), 0, Qt.AlignmentFlag.AlignHCenter)
        for made in (
            label(tr("Drop a shot folder here"), "emptyTitle"),
            label(tr("Numbered line art: A0001.tga, A_0001.png, name.0001.tif …"), "emptyHint"),
        ):
            made.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inside.addWidget(made)
        inside.addSpacing(20)
        inside.addLayout(buttons)
        inside.addStretch()
        layout = QVBoxLayout(self)
        layout.setSpacing(32)
        layout.addStretch()
        layout.addWidget(self._target, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(_steps())
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        layout.addLayout(self._recent)
        layout.addStretch()

    def show_recent(self, paths: Sequence[Path]) -> None:
        """List what was open last, the newest first."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        if paths:
            self._recent.addWidget(label(tr("OPEN AGAIN"), "panelTitle"), 0, _CENTER)
        for path in paths[:_MOST_RECENT]:
            kind = "folder-table-outline" if is_show(path) else "folder-image"
            button = QPushButton(icon(kind, "dim"), f" {recent_text(path)}")
            button.setObjectName("recent")
            button.setToolTip(str(path))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(partial(self.recent_chosen.emit, path))
            self._recent.addWidget(button, 0, _CENTER)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the drop target."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("well"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self._target.geometry())
        if self._is_dropping:
            painter.setPen(QPen(theme().color("mark"), 2))
            painter.setBrush(theme().color("raised"))
        else:
            painter.setPen(QPen(theme().color("hover"), 1.5, Qt.PenStyle.DashLine))
            painter.setBrush(theme().color("window"))
        painter.drawRoundedRect(frame, 12, 12)
        painter.end()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Light up."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()
            self._set_dropping(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Go dark again."""
        self._set_dropping(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Pass the files on."""
        self._set_dropping(False)
        paths: list[Path] = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def _set_dropping(self, is_dropping: bool) -> None:
        self._is_dropping = is_dropping
        self.update()


def _steps() -> QHBoxLayout:
    """The whole job in three steps."""
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addStretch()
    for place, words in enumerate(map(tr, _STEPS), 1):
        if place > 1:
            row.addWidget(label("→", "dim"))
        row.addWidget(label(str(place), "stepNumber"))
        row.addWidget(label(words, "emptyHint"))
    row.addStretch()
    return row
