"""What the colors of the doubt map mean."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.language import tr
from app.ui.desk.doubt import ramp
from app.ui.look.theme import theme

_SIZE = (232, 52)
_STOPS = 9


class HeatLegend(QWidget):
    """A ramp from sure to doubtful."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(*_SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ramp and its ends in words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        background = theme().color("window")
        background.setAlpha(235)
        painter.setBrush(background)
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
        band = QRectF(12, 12, _SIZE[0] - 24, 10)
        gradient = QLinearGradient(band.topLeft(), band.topRight())
        places = np.linspace(0.0, 1.0, _STOPS)
        for place, color in zip(places, ramp((1.0 - places).astype(np.float32)), strict=True):
            gradient.setColorAt(float(place), QColor(*map(int, color)))
        painter.setBrush(gradient)
        painter.drawRoundedRect(band, 3, 3)
        font = painter.font()
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(theme().color("dim"))
        words = QRectF(12, 26, _SIZE[0] - 24, 18)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft, tr("sure"))
        painter.drawText(words, Qt.AlignmentFlag.AlignRight, tr("doubtful"))
        painter.end()
