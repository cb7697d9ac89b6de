"""All actions with their keys, grouped by menu, and a search over both."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from app.language import tr
from app.ui.controls.actions import Act
from app.ui.habits.menus import acts_by_menu
from app.ui.habits.shortcuts import Shortcuts, words_for

_ACT = Qt.ItemDataRole.UserRole
_KEYS_WIDTH = 190


class ShortcutList(QTreeWidget):
    """A row for each action; actions that the user changed are bold.

    Signals:
        chosen(object): the `Act` of the current row, or None.
    """

    chosen = Signal(object)

    def __init__(self, shortcuts: Shortcuts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shortcuts = shortcuts
        self._acts = acts_by_menu()
        self.setAccessibleName(tr("Actions and their keys"))
        self.setHeaderLabels([tr("Action"), tr("Keys")])
        self.setRootIsDecorated(False)
        self.setIndentation(12)
        self.setUniformRowHeights(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(1, _KEYS_WIDTH)
        self._groups: dict[str, QTreeWidgetItem] = {}
        self._items: dict[Act, QTreeWidgetItem] = {}
        self._fill()
        self.refresh()
        self.currentItemChanged.connect(self._on_current)
        shortcuts.changed.connect(self.refresh)

    @property
    def shown(self) -> list[Act]:
        """The actions that the search has left."""
        return [act for act, item in self._items.items() if not item.isHidden()]

    @property
    def current(self) -> Act | None:
        """The action of the current row."""
        item = self.currentItem()
        name = None if item is None else item.data(0, _ACT)
        return None if name is None else Act[name]

    def choose(self, act: Act) -> None:
        """Make the row of an action the current one."""
        self.setCurrentItem(self._items[act])
        self.scrollToItem(self._items[act])

    @Slot(str)
    def search(self, words: str) -> None:
        """Leave only the rows that have all these words in name, tip or keys."""
        wanted = words.casefold().split()
        for act, item in self._items.items():
            text = " ".join((item.text(0), item.text(1), tr(act.value.tip))).casefold()
            item.setHidden(not all(word in text for word in wanted))
        for title, group in self._groups.items():
            group.setHidden(not any(act in self.shown for act in self._acts[title]))
        current = self.currentItem()
        if (current is None or current.isHidden()) and self.shown:
            self.choose(self.shown[0])

    @Slot()
    def refresh(self) -> None:
        """Show the keys as they are now."""
        for act, item in self._items.items():
            item.setText(1, "   ".join(map(words_for, self._shortcuts.keys(act))))
            font = QFont(self.font())
            font.setBold(not self._shortcuts.is_default(act))
            item.setFont(1, font)

    def _fill(self) -> None:
        for title, acts in self._acts.items():
            group = self._groups[title] = QTreeWidgetItem(self, [title, ""])
            group.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = QFont(self.font())
            font.setBold(True)
            group.setFont(0, font)
            group.setFirstColumnSpanned(True)
            for act in acts:
                item = QTreeWidgetItem(group, [tr(act.value.text), ""])
                item.setData(0, _ACT, act.name)
                item.setToolTip(0, tr(act.value.tip))
                self._items[act] = item
            group.setExpanded(True)

    @Slot()
    def _on_current(self) -> None:
        self.chosen.emit(self.current)
