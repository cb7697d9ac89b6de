"""The two fields of a color picker: shades of one hue, and all hues."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QLinearGradient, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

_BAR_WIDTH = 18
_FIELD = (200, 150)


class ShadeField(QWidget):
    """Saturation to the right, value upward, of one hue.

    Signals:
        picked(float, float): saturation and value, 0 to 1, by mouse.
    """

    picked = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(*_FIELD)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._hue = 0.0
        self._place = (0.0, 0.0)

    def show_shade(self, hue: float, saturation: float, value: float) -> None:
        """Mark a shade."""
        self._hue, self._place = hue, (saturation, value)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shades and the mark."""
        area = QRectF(self.rect())
        across = QLinearGradient(area.topLeft(), area.topRight())
        across.setColorAt(0, QColor("white"))
        across.setColorAt(1, QColor.fromHsvF(self._hue, 1, 1))
        down = QLinearGradient(area.topLeft(), area.bottomLeft())
        down.setColorAt(0, QColor(0, 0, 0, 0))
        down.setColorAt(1, QColor("black"))
        painter = QPainter(self)
        painter.fillRect(area, across)
        painter.fillRect(area, down)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        saturation, value = self._place
        middle = QPointF(saturation * area.width(), (1 - value) * area.height())
        for radius, color in ((7, "black"), (6, "white")):
            painter.setPen(QColor(color))
            painter.drawEllipse(middle, radius, radius)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the shade under the mouse."""
        self._pick(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take the shade under the mouse."""
        self._pick(event.position())

    def _pick(self, at: QPointF) -> None:
        self.picked.emit(_share(at.x(), self.width()), 1 - _share(at.y(), self.height()))


class HueBar(QWidget):
    """All hues from top to bottom.

    Signals:
        picked(float): hue, 0 to 1, by mouse.
    """

    picked = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(_BAR_WIDTH)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._hue = 0.0

    def show_hue(self, hue: float) -> None:
        """Mark a hue."""
        self._hue = hue
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the hues and the mark."""
        area = QRectF(self.rect())
        hues = QLinearGradient(area.topLeft(), area.bottomLeft())
        for step in range(7):
            hues.setColorAt(step / 6, QColor.fromHsvF(min(step / 6, 0.9999), 1, 1))
        painter = QPainter(self)
        painter.fillRect(area, hues)
        y = self._hue * (area.height() - 1)
        for reach, color in ((2, "black"), (1, "white")):
            painter.fillRect(QRectF(0, y - reach, area.width(), 2 * reach + 1), QColor(color))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the hue under the mouse."""
        self.picked.emit(min(_share(event.position().y(), self.height()), 0.9999))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take the hue under the mouse."""
        self.picked.emit(min(_share(event.position().y(), self.height()), 0.9999))


def _share(place: float, whole: int) -> float:
    return min(max(place / max(whole - 1, 1), 0.0), 1.0)
