"""The list of palette colors: choose, rename, fold, drag."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from app.document.color_names import Color
from app.document.palette import PaletteEntry
from app.language import tr
from app.ui.desk.session import Session
from app.ui.palette.palette_delegate import PaletteDelegate, swatch_area
from app.ui.palette.palette_model import Heading, Index, PaletteModel

_DIGITS = range(Qt.Key.Key_1, Qt.Key.Key_9 + 1)


class PaletteList(QListView):
    """All colors of the session; the current row is the session's current color.

    While it has the keyboard, 1 to 9 choose the first nine colors.

    Attributes:
        items: its model.

    Signals:
        swap_asked(): the swatch of the current color was double-clicked.
        removal_asked(): Delete was pressed.
    """

    swap_asked = Signal()
    removal_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.items = PaletteModel(session, self)
        self.setObjectName("palette")
        self.setAccessibleName(tr("Palette"))
        self.setModel(self.items)
        self.setItemDelegate(PaletteDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.items.modelReset.connect(self._show_current)
        self.items.modelAboutToBeReset.connect(self._remember_selection)
        self.clicked.connect(self._on_clicked)
        session.current_color_changed.connect(self._show_current)
        self._chosen: set[Color] = set()

    @property
    def chosen(self) -> list[Color]:
        """The source colors of the selected rows, from top to bottom."""
        rows = [self.items.row_at(index) for index in sorted(self.selectedIndexes())]
        return [row.source for row in rows if isinstance(row, PaletteEntry)]

    def rename_current(self) -> None:
        """Write another name for the current color."""
        color = self._session.current_color
        if color is not None:
            self.items.unfold(color)
            index = self.items.index_of(color)
            self.scrollTo(index)
            self.edit(index)

    def step(self, by: int) -> None:
        """Choose the color some rows further down."""
        sources = [entry.source for entry in self._session.colors.palette]
        if not sources:
            return
        current = self._session.current_color
        place = sources.index(current) + by if current in sources else 0
        self._session.choose_color(sources[max(0, min(place, len(sources) - 1))])

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Make the row under the cursor the current color."""
        super().currentChanged(current, previous)
        row = self.items.row_at(current)
        if isinstance(row, PaletteEntry):
            self._session.choose_color(row.source)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Change the color on its swatch, rename on its name."""
        index = self.indexAt(event.position().toPoint())
        row = self.items.row_at(index)
        if isinstance(row, PaletteEntry):
            if swatch_area(self.visualRect(index)).contains(event.position().toPoint()):
                self.swap_asked.emit()
            else:
                self.edit(index)

    def event(self, event: QEvent) -> bool:
        """Claim the digits before they reach the window's shortcuts."""
        overrides = event.type() == QEvent.Type.ShortcutOverride
        if isinstance(event, QKeyEvent) and overrides and _is_digit(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose, Delete removes."""
        key = event.key()
        if _is_digit(event):
            entries = self._session.colors.palette.entries
            place = key - Qt.Key.Key_1
            if place < len(entries):
                self._session.choose_color(entries[place].source)
        elif key == Qt.Key.Key_Delete:
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        row = self.items.row_at(index)
        if isinstance(row, Heading):
            self.items.toggle(row.group)

    @Slot()
    def _remember_selection(self) -> None:
        self._chosen = set(self.chosen)

    @Slot()
    def _show_current(self) -> None:
        """Bring the current color into sight; a selection that was there before comes back."""
        color = self._session.current_color
        selection = self.selectionModel()
        flag = QItemSelectionModel.SelectionFlag
        index = self.items.index_of(color)
        if not index.isValid():
            if color is None:
                selection.clear()
            return
        if index != self.currentIndex():
            selection.setCurrentIndex(index, flag.ClearAndSelect)
        for source in self._chosen:
            selection.select(self.items.index_of(source), flag.Select)
        self._chosen = set()
        self.scrollTo(index)


def _is_digit(event: QKeyEvent) -> bool:
    return event.key() in _DIGITS and not event.modifiers()
