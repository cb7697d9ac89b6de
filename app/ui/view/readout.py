"""The quiet line that tells about the pixel under the mouse."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.language import tr
from app.ui.look.theme import theme
from app.ui.view.pixel_facts import PixelFacts

_SWATCH = 12
_GAP = 16
# The widest that a column usually holds: columns that stand still can be read while they change.
_COLUMNS = ("1919, 1079", "#DDDDDD ······", "255 255 255 · α 255", "Region 888 · 888,888 px", "")


class Readout(QWidget):
    """Place, paint, channels, region and confidence, in columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(tr("Pixel under the mouse"))
        self._facts: PixelFacts | None = None

    @property
    def text(self) -> str:
        """All that it says, in one line."""
        parts = () if self._facts is None else self._facts.parts()
        return "  ".join(part for part in parts if part)

    def minimumSizeHint(self) -> QSize:
        """Next to nothing: the line is cut off rather than the window widened."""
        return QSize(24, 20)

    @Slot(object)
    def show_facts(self, facts: PixelFacts | None) -> None:
        """Tell about a pixel, or be silent."""
        if facts != self._facts:
            self._facts = facts
            self.setAccessibleDescription(self.text)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the columns from left to right."""
        if self._facts is None:
            return
        painter = QPainter(self)
        font = painter.font()
        font.setPixelSize(12)
        painter.setFont(font)
        metrics = QFontMetrics(font)
        left = 0
        for index, text in enumerate(self._facts.parts()):
            if index == 1:
                left += self._paint_swatch(painter, left)
            painter.setPen(theme().color("text" if index == 1 else "dim"))
            width = max(metrics.horizontalAdvance(_COLUMNS[index]), 1)
            self._paint_text(painter, text, QRect(left, 0, width, self.height()), index)
            left += width + _GAP
        painter.end()

    def _paint_swatch(self, painter: QPainter, left: int) -> int:
        color = None if self._facts is None else self._facts.color
        if color is not None:
            box = QRect(left, (self.height() - _SWATCH) // 2, _SWATCH, _SWATCH)
            painter.setPen(theme().color("dim"))
            painter.setBrush(QColor(*color))
            painter.drawRect(box)
        return _SWATCH + 7

    def _paint_text(self, painter: QPainter, text: str, column: QRect, index: int) -> None:
        is_last = index == len(_COLUMNS) - 1
        room = self.width() - column.left() if is_last else column.width()
        fitting = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
        column.setWidth(max(room, 0))
        painter.drawText(column, Qt.AlignmentFlag.AlignVCenter, fitting)
