"""The palette as a Qt list model: entries under headings that fold."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)

from app.document.color_names import Color, hex_name
from app.document.palette import Palette, PaletteEntry
from app.document.palette_usage import Usage
from app.language import tr, trn
from app.ui.desk.color_words import color_words
from app.ui.desk.session import Session

Index = QModelIndex | QPersistentModelIndex

RowRole = Qt.ItemDataRole.UserRole + 1
UsageRole = Qt.ItemDataRole.UserRole + 2

_MIME = "application/x-shiage-colors"
_NO_INDEX = QModelIndex()


@dataclass(frozen=True)
class Heading:
    """The row above a group.

    Attributes:
        group: its words.
        count: how many colors stand under it.
        is_folded: they are hidden.
    """

    group: str
    count: int
    is_folded: bool


Row = Heading | PaletteEntry


class PaletteModel(QAbstractListModel):
    """One row per heading and per entry that is not folded away.

    Roles: `RowRole` Heading or PaletteEntry, `UsageRole` Usage of an entry.

    Signals:
        renamed(object, str): the user wrote another name for this source color.
        group_renamed(str, str): the user wrote other words for this heading.
        moved(object, object, str): these sources were let go before a source or None, in a group.
    """

    renamed = Signal(object, str)
    group_renamed = Signal(str, str)
    moved = Signal(object, object, str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._folded: set[str] = set()
        self._rows: list[Row] = []
        session.colors.changed.connect(self.refresh)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Number of rows on show."""
        return 0 if parent.isValid() else len(self._rows)

    def row_at(self, index: Index) -> Row | None:
        """What stands in a row; None for no row."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, source: Color | None) -> QModelIndex:
        """The index of a source color; an invalid one when it is not on show."""
        for place, row in enumerate(self._rows):
            if isinstance(row, PaletteEntry) and row.source == source:
                return self.index(place)
        return QModelIndex()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the panel knows about a row."""
        row = self.row_at(index)
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return row.group if isinstance(row, Heading) else color_words(row.name)
        if role == RowRole:
            return row
        if isinstance(row, PaletteEntry):
            if role == UsageRole:
                return self._session.colors.usage(row.source)
            if role == Qt.ItemDataRole.ToolTipRole:
                return describe_entry(row, self._session.colors.usage(row.source))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what the user wrote; the rows change when the palette does."""
        row = self.row_at(index)
        if role != Qt.ItemDataRole.EditRole or row is None:
            return False
        if isinstance(row, Heading):
            self.group_renamed.emit(row.group, str(value))
        elif value != color_words(row.name):
            self.renamed.emit(row.source, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Entries are chosen and dragged; headings take what is let go on them."""
        row = self.row_at(index)
        flag = Qt.ItemFlag
        if row is None:
            return flag.ItemIsDropEnabled
        if isinstance(row, Heading):
            return flag.ItemIsEnabled | flag.ItemIsEditable | flag.ItemIsDropEnabled
        return (
            flag.ItemIsEnabled
            | flag.ItemIsSelectable
            | flag.ItemIsEditable
            | (flag.ItemIsDragEnabled)
        )

    def toggle(self, group: str) -> None:
        """Fold or unfold a group."""
        self._folded ^= {group}
        self.refresh()

    def unfold(self, source: Color) -> None:
        """Make sure that a color is on show."""
        entry = self._session.colors.palette.get(source)
        if entry is not None and entry.group in self._folded:
            self.toggle(entry.group)

    @Slot()
    def refresh(self) -> None:
        """Show the palette as it is now."""
        palette = self._session.colors.palette
        self._folded &= set(palette.groups)
        rows = list(_rows(palette, self._folded))
        same = [_place(row) for row in rows] == [_place(row) for row in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = rows
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    # Dragging

    def supportedDropActions(self) -> Qt.DropAction:
        """Colors move."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Our own colors only."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The source colors of rows."""
        rows = [self.row_at(index) for index in sorted(indexes)]
        data = QMimeData()
        sources = [row.source for row in rows if isinstance(row, PaletteEntry)]
        data.setData(_MIME, json.dumps(sources).encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Tell where colors were let go: between two rows, or on a heading."""
        if not data.hasFormat(_MIME):
            return False
        listed = json.loads(bytes(data.data(_MIME).data()))
        sources: list[Color] = [(r, g, b, a) for r, g, b, a in listed]
        target = self.row_at(parent)
        if isinstance(target, Heading):
            self.moved.emit(sources, None, target.group)
        else:
            place = len(self._rows) if row < 0 else row
            self.moved.emit(sources, *self._goal(place, set(sources)))
        return True

    def _goal(self, place: int, moving: set[Color]) -> tuple[Color | None, str]:
        above = self._rows[place - 1] if place else None
        group = "" if above is None else above.group
        for row in self._rows[place:]:
            if isinstance(row, Heading) or row.group != group:
                break
            if row.source not in moving:
                return row.source, group
        return None, group


def describe_entry(entry: PaletteEntry, usage: Usage) -> str:
    """An entry in words, for the tooltip."""
    lines = [color_words(entry.name), describe_color(entry.painted)]
    if entry.is_swapped:
        lines.append(tr("instead of {source}", source=describe_color(entry.source)))
    lines.append(describe_usage(usage))
    return "\n".join(lines)


def describe_color(color: Color) -> str:
    """The hexadecimal and the decimal values of a color."""
    if color[3] == 0:
        return tr("Transparent")
    values = color if color[3] < 255 else color[:3]
    return f"{hex_name(color)}  ·  {', '.join(map(str, values))}"


def describe_usage(usage: Usage) -> str:
    """How much of the shot has a color, in words."""
    if not usage.drawings:
        return tr("Not used in this shot")
    drawings = trn("{count} drawing", "{count} drawings", usage.drawings)
    regions = trn("{count} region", "{count} regions", usage.regions)
    return tr("In {drawings}, {regions}", drawings=drawings, regions=regions)


def _rows(palette: Palette, folded: set[str]) -> list[Row]:
    rows: list[Row] = []
    for group in palette.groups:
        members = [entry for entry in palette if entry.group == group]
        if group:
            rows.append(Heading(group, len(members), group in folded))
        if group not in folded:
            rows += members
    return rows


def _place(row: Row) -> tuple[str, Color | bool]:
    """What tells a row from others: as long as these stay, selection and editor stay too."""
    return (row.group, row.is_folded if isinstance(row, Heading) else row.source)
