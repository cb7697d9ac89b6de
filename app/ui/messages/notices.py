"""Quiet bars above the view: an offer, a warning, an error. They never take the keyboard."""

from __future__ import annotations

import enum
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.language import tr
from app.ui.controls.widgets import explain, label
from app.ui.look.icons import IconMark, icon
from app.ui.messages.sentences import told

# More would push the drawing out of the window.
_MOST_AT_ONCE = 3


class NoticeKind(enum.Enum):
    """What a notice is about; a newer notice of a kind takes the place of the older one."""

    OFFER = ("palette-outline", "mark")
    PROBLEMS = ("alert-outline", "warning")
    RECOVERY = ("backup-restore", "mark")
    MISSING = ("folder-alert-outline", "warning")
    DISK = ("file-sync-outline", "mark")
    LEARNING = ("school-outline", "mark")
    ERROR = ("alert-circle-outline", "error")


@dataclass(frozen=True)
class Choice:
    """A button of a notice; the notice closes when it is pressed.

    Attributes:
        text: its words.
        act: what it does.
        is_primary: it is what most would choose.
    """

    text: str
    act: Callable[[], None]
    is_primary: bool = False


class Notice(QFrame):
    """One bar: icon, sentence, buttons, and details that can be unfolded.

    Signals:
        dismissed(Notice): it was taken away.
    """

    dismissed = Signal(object)

    def __init__(
        self, kind: NoticeKind, text: str, choices: Sequence[Choice], details: Sequence[str]
    ) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.kind = kind
        self.text = told(text)
        self.details = tuple(map(told, details))
        lines = "\n".join(f"•  {line}" for line in self.details)
        self._list = label(lines, "noticeDetails", wraps=True)
        self._list.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._list.setVisible(False)
        self.row = QHBoxLayout()
        self.row.setSpacing(8)
        self._fill_row(kind, self.text)
        for choice in choices:
            self.row.addWidget(self._button(choice))
        if details:
            self.row.addWidget(self._details_button())
        self.row.addWidget(self._close_button())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.setSpacing(4)
        layout.addLayout(self.row)
        layout.addWidget(self._list)

    def _fill_row(self, kind: NoticeKind, text: str) -> None:
        name, color = kind.value
        words = label(text, wraps=True)
        words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.row.addWidget(IconMark(name, color, 18))
        self.row.addWidget(words, 1)

    def _button(self, choice: Choice) -> QPushButton:
        button = QPushButton(choice.text)
        button.setStatusTip(choice.text)
        button.setProperty("primary", choice.is_primary)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

        def choose() -> None:
            self.dismiss()
            choice.act()

        button.clicked.connect(choose)
        return button

    def _details_button(self) -> QPushButton:
        button = QPushButton(tr("Details"))
        explain(button, tr("Show or hide what exactly it is about"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self._list.setVisible(not self._list.isVisible()))
        return button

    def _close_button(self) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon("close", "dim"))
        explain(button, tr("Dismiss this notice"))
        button.setAccessibleName(tr("Dismiss"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.dismiss)
        return button

    def dismiss(self) -> None:
        """Take the notice away."""
        self.hide()
        self.dismissed.emit(self)
        self.deleteLater()


class Notices(QWidget):
    """Where notices stand, the newest below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        # Wrapped labels ask for the height of a narrow column; the window must not grow for that.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._notices: list[Notice] = []

    @property
    def shown(self) -> list[Notice]:
        """The notices on show."""
        return list(self._notices)

    def show_notice(
        self,
        kind: NoticeKind,
        text: str,
        choices: Sequence[Choice] = (),
        details: Sequence[str] = (),
    ) -> Notice:
        """Show a notice in place of an older one of the same kind, and give it."""
        self.dismiss(kind)
        # An offer of lost work waits for its answer.
        passing = [one for one in self._notices if one.kind is not NoticeKind.RECOVERY]
        for oldest in passing[: max(0, len(self.shown) + 1 - _MOST_AT_ONCE)]:
            oldest.dismiss()
        notice = Notice(kind, text, choices, details)
        notice.dismissed.connect(self._on_dismissed)
        self._notices.append(notice)
        self._layout.addWidget(notice)
        return notice

    def dismiss(self, kind: NoticeKind) -> None:
        """Take the notice of a kind away, if there is one."""
        for notice in self.shown:
            if notice.kind is kind:
                notice.dismiss()

    def clear(self) -> None:
        """Take all notices away."""
        for notice in self.shown:
            notice.dismiss()

    @Slot(object)
    def _on_dismissed(self, notice: Notice) -> None:
        self._notices.remove(notice)
