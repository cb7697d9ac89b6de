"""What the view looks like while files are held over it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.ui.look.theme import theme


def paint_drop_frame(painter: QPainter, area: QRect, hint: str) -> None:
    """Darken an area, frame it in the accent, and say in its middle what a drop would do."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(area, QColor(0, 0, 0, 110))
    painter.setPen(QPen(theme().color("mark"), 2))
    painter.drawRoundedRect(QRectF(area).adjusted(8, 8, -8, -8), 8, 8)
    font = painter.font()
    font.setPixelSize(15)
    painter.setFont(font)
    pill = QRectF(painter.fontMetrics().boundingRect(hint)).adjusted(-24, -12, 24, 12)
    pill.moveCenter(QRectF(area).center())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("accent"))
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    painter.setPen(theme().color("on_accent"))
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, hint)
