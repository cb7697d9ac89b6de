"""How a row of the palette looks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.document.color_names import hex_name
from app.document.palette import PaletteEntry
from app.document.palette_usage import Usage
from app.ui.desk.color_words import color_words
from app.ui.look.icons import icon_pixmap
from app.ui.look.row_background import paint_row_background
from app.ui.look.swatches import paint_swatch
from app.ui.look.theme import theme
from app.ui.palette.palette_model import Heading, RowRole, UsageRole

Index = QModelIndex | QPersistentModelIndex

_HEIGHT = 28
_MARGIN = 4
_SWATCH = QSize(30, 20)
_GAP = 8
_COUNT_WIDTH = 30


def swatch_area(row: QRect) -> QRect:
    """Where the swatch of a row is."""
    top = row.top() + (row.height() - _SWATCH.height()) // 2
    return QRect(row.left() + _MARGIN, top, _SWATCH.width(), _SWATCH.height())


class _NameEditor(QLineEdit):
    """A text field whose Return ends it, although the window has a shortcut on Return."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("nameEditor")

    def event(self, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            event.accept()
            return True
        return super().event(event)


class PaletteDelegate(QStyledItemDelegate):
    """Swatch, name, hexadecimal value and the number of drawings; or a heading."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All rows are equally high."""
        return QSize(100, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        painter.save()
        row = index.data(RowRole)
        area: QRect = option.rect
        if isinstance(row, Heading):
            _paint_heading(painter, area, row, option.font)
        else:
            paint_row_background(painter, QRectF(area), option.state)
            _paint_entry(painter, area, row, index.data(UsageRole), option.font)
        painter.restore()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QLineEdit:
        """A text field."""
        return _NameEditor(parent)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the present name, unless one is being written: results keep coming in."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            super().setEditorData(editor, index)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Over the name, beside the swatch."""
        area: QRect = option.rect
        if isinstance(index.data(RowRole), PaletteEntry):
            area = area.adjusted(_MARGIN + _SWATCH.width() + _GAP // 2, 0, 0, 0)
        editor.setGeometry(area.adjusted(0, 1, 0, -1))


def _paint_entry(
    painter: QPainter, area: QRect, entry: PaletteEntry, usage: Usage, font: QFont
) -> None:
    swatch = swatch_area(area)
    formerly = entry.source if entry.is_swapped else None
    paint_swatch(painter, QRectF(swatch), entry.painted, formerly)
    small = QFont(font)
    small.setPixelSize(11)
    words = area.adjusted(_MARGIN + _SWATCH.width() + _GAP, 0, -_MARGIN, 0)
    painter.setFont(small)
    painter.setPen(theme().color("dim"))
    middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
    painter.drawText(words, middle | right, str(usage.drawings) if usage.drawings else "–")
    painter.setPen(theme().color("dim"))
    hex_area = words.adjusted(0, 0, -_COUNT_WIDTH, 0)
    code = "" if entry.painted[3] == 0 else hex_name(entry.painted)
    painter.drawText(hex_area, middle | right, code)
    room = hex_area.width() - (QFontMetrics(small).horizontalAdvance(code) + _GAP if code else 0)
    painter.setFont(font)
    painter.setPen(theme().color("text"))
    name = QFontMetrics(font).elidedText(color_words(entry.name), Qt.TextElideMode.ElideRight, room)
    painter.drawText(hex_area, middle, name)


def _paint_heading(painter: QPainter, area: QRect, heading: Heading, font: QFont) -> None:
    chevron = "chevron-right" if heading.is_folded else "chevron-down"
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(area.left(), area.top() + 6, icon_pixmap(chevron, "dim", 16, ratio))
    bold = QFont(font)
    bold.setPixelSize(12)
    bold.setBold(True)
    painter.setFont(bold)
    painter.setPen(theme().color("dim"))
    words = area.adjusted(20, 0, -_MARGIN, 0)
    count = str(heading.count)
    room = words.width() - _COUNT_WIDTH
    name = QFontMetrics(bold).elidedText(heading.group, Qt.TextElideMode.ElideRight, room)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)
    painter.setPen(theme().color("dim"))
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)
