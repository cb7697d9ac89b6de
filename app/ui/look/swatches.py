"""Painting a color so that it can be judged: on a checkerboard where it is transparent."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from app.document.color_names import Color
from app.ui.look.paper import Paper, fill_paper
from app.ui.look.theme import theme

_RADIUS = 3


def paint_swatch(
    painter: QPainter, area: QRectF, color: Color, formerly: Color | None = None
) -> None:
    """Paint a swatch.

    Args:
        painter: antialiasing is switched on for it.
        area: where.
        color: RGBA.
        formerly: the keys' own color when it is painted as another: it shows in a corner.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = QPainterPath()
    outline.addRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    painter.setClipPath(outline)
    if color[3] < 255 or (formerly is not None and formerly[3] < 255):
        fill_paper(painter, area, Paper.CHECKER)
    painter.fillRect(area, QColor(*color))
    if formerly is not None:
        _paint_corner(painter, area, formerly)
    painter.setClipping(False)
    # Without an outline a dark color is not there on a dark panel.
    painter.setPen(theme().color("faint"))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(outline)
    painter.restore()


def _paint_corner(painter: QPainter, area: QRectF, color: Color) -> None:
    size = area.height() * 0.55
    corner = area.bottomRight()
    left, top = QPointF(corner.x() - size, corner.y()), QPointF(corner.x(), corner.y() - size)
    path = QPainterPath()
    path.addPolygon(QPolygonF([corner, left, top]))
    path.closeSubpath()
    painter.fillPath(path, QColor(*color[:3]))
    painter.setPen(theme().color("well"))
    painter.drawLine(left, top)
