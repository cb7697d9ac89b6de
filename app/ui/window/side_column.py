"""The column at the right: one panel at a time, chosen by tabs."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.language import tr
from app.ui.controls.widgets import explain

WIDTH = 288


class SideColumn(QFrame):
    """Tabs over a stack of panels."""

    def __init__(self, panels: Mapping[str, QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setFixedWidth(WIDTH)
        self._stack = QStackedWidget()
        self._tabs = QButtonGroup(self)
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 0)
        row.setSpacing(2)
        tabs = QFrame()
        tabs.setObjectName("modes")
        inner = QHBoxLayout(tabs)
        inner.setContentsMargins(3, 3, 3, 3)
        inner.setSpacing(2)
        for place, (title, panel) in enumerate(panels.items()):
            button = QToolButton()
            button.setText(tr(title))
            explain(button, tr("Show the panel {title}", title=tr(title)))
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Fixed)
            self._tabs.addButton(button, place)
            inner.addWidget(button, 1)
            self._stack.addWidget(panel)
        row.addWidget(tabs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)
        self._names = tuple(panels)
        self._tabs.idClicked.connect(self._stack.setCurrentIndex)
        self._tabs.button(0).setChecked(True)

    def show_panel(self, panel: QWidget) -> None:
        """Bring a panel to the front."""
        self._show(self._stack.indexOf(panel))

    def _show(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self._tabs.button(place).setChecked(True)

    @property
    def place(self) -> str:
        """Which panel is in front, by the name it was put in with."""
        return self._names[self._stack.currentIndex()]

    def show_place(self, name: str) -> None:
        """Bring the panel of that name to the front, if there is one and its tab is offered."""
        place = self._names.index(name) if name in self._names else -1
        if place >= 0 and not self._tabs.button(place).isHidden():
            self._stack.setCurrentIndex(place)
            self._tabs.button(place).setChecked(True)

    @property
    def shown(self) -> QWidget | None:
        """The panel in front."""
        return self._stack.currentWidget()

    def offer(self, panel: QWidget, is_offered: bool) -> None:
        """Show the tab of a panel, or hide it; the first other one takes its place in front."""
        self._tabs.button(self._stack.indexOf(panel)).setVisible(is_offered)
        if not is_offered and self.shown is panel:
            places = range(self._stack.count())
            self._show(next(place for place in places if not self._tabs.button(place).isHidden()))

    @Slot(object, str)
    def name_panel(self, panel: QWidget, title: str) -> None:
        """Give a tab another title."""
        self._tabs.button(self._stack.indexOf(panel)).setText(title)
