"""Small pieces that several parts of the window are made of."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from app.ui.controls.actions import ICON_NAME, with_shortcut
from app.ui.look.icons import icon

ICON = QSize(18, 18)


class ElidedLabel(QLabel):
    """A line that shortens its words instead of widening the window."""

    def __init__(
        self, name: str = "", elide: Qt.TextElideMode = Qt.TextElideMode.ElideRight
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._elide = elide

    def minimumSizeHint(self) -> QSize:
        """Next to nothing."""
        return QSize(24, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as there is room for."""
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), self._elide, self.width())
        painter.drawText(self.rect(), self.alignment(), text)
        painter.end()


def label(text: str, name: str = "", wraps: bool = False) -> QLabel:
    """A label; `name` picks its style."""
    made = QLabel(text)
    made.setObjectName(name)
    made.setWordWrap(wraps)
    return made


def tool_button(action: QAction, icon_size: QSize = ICON) -> QToolButton:
    """A flat button for an action: its icon, or its words when it has none."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setIconSize(icon_size)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if action.icon().isNull():
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    return button


def explain(widget: QWidget, tip: str, action: QAction | None = None) -> None:
    """Say in the status bar and in a tooltip what a control does, with an action's shortcut."""
    widget.setStatusTip(tip)
    widget.setToolTip(tip if action is None else with_shortcut(tip, action))


def push_button(action: QAction, is_primary: bool = False) -> QPushButton:
    """A button with words that follows an action: enabled when it is, with its tooltip."""
    button = QPushButton(action.text())
    button.setProperty(ICON_NAME, action.property(ICON_NAME))
    button.setProperty("primary", is_primary)
    _color_icon(button)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setIconSize(ICON)
    button.clicked.connect(action.trigger)

    def follow() -> None:
        button.setEnabled(action.isEnabled())
        button.setText(action.text())
        button.setToolTip(action.toolTip())
        button.setStatusTip(action.statusTip())

    action.changed.connect(follow)
    follow()
    return button


def set_primary(button: QAbstractButton, is_primary: bool) -> None:
    """Give a button the accent, or take it away."""
    if button.property("primary") != is_primary:
        button.setProperty("primary", is_primary)
        _color_icon(button)
        button.style().unpolish(button)
        button.style().polish(button)


def _color_icon(button: QAbstractButton) -> None:
    name = button.property(ICON_NAME)
    if name:
        button.setIcon(icon(name, "on_accent" if button.property("primary") else "text"))


def set_warning(widget: QWidget, warns: bool) -> None:
    """Give a widget's words the color of a warning, or take it away."""
    if bool(widget.property("warns")) != warns:
        widget.setProperty("warns", warns)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
