"""How strokes, closed holes and leaks look over the picture."""

from __future__ import annotations

from collections.abc import Iterable

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from app.document.gap_closing import STROKE_WIDTH, GapStroke
from app.engine.leak_finding import Leak, Leaks
from app.ui.look.theme import DARK

# No region and hardly a line art has this color; strokes and closed holes are of one family.
_CLOSED = QColor("#ff2f9e")
_STROKE = QColor("#d400ff")
_LEFT = QColor("#8a8a8a")
_CASING = QColor(255, 255, 255, 220)
_PLATE = QColor(20, 20, 20, 225)
# Device pixels.
_CIRCLE, _LABEL = 11.0, 13


def closed_path(closed: NDArray[np.bool_]) -> QPainterPath:
    """Thin lines of pixels as lines through the middles of these pixels.

    Args:
        closed: (H, W) bool.
    """
    contours, _ = cv2.findContours(
        closed.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE
    )
    path = QPainterPath()
    for contour in contours:
        points = [QPointF(x + 0.5, y + 0.5) for x, y in contour[:, 0].tolist()]
        if len(points) == 1:
            points = [points[0] - QPointF(0.5, 0), points[0] + QPointF(0.5, 0)]
        path.addPolygon(QPolygonF(points))
    return path


def draw_closed(painter: QPainter, path: QPainterPath, zoom: float) -> None:
    """Draw where holes were closed."""
    _draw_cased(painter, path, _CLOSED, 2.2 / zoom, 4.6 / zoom)


def draw_strokes(
    painter: QPainter, strokes: Iterable[GapStroke], zoom: float, is_chosen: bool = False
) -> None:
    """Draw strokes as wide as they count, and no thinner than can be seen."""
    width = max(float(STROKE_WIDTH), 2.4 / zoom)
    casing = DARK.color("accent") if is_chosen else _CASING
    for stroke in strokes:
        path = QPainterPath()
        path.addPolygon(QPolygonF([QPointF(x + 0.5, y + 0.5) for x, y in stroke.points]))
        margin = (6.0 if is_chosen else 2.4) / zoom
        _draw_cased(painter, path, _STROKE, width, width + margin, casing)


def leak_radius(leak: Leak, zoom: float) -> float:
    """How large the circle around a leak is, in pixels of the drawing."""
    return max(_CIRCLE / zoom, leak.width / 2 + 4)


def draw_leaks(painter: QPainter, leaks: Leaks, chosen: Leak | None, zoom: float) -> None:
    """A circle around each leak, with its width beside it; what stays as drawn is faint."""
    for leak in leaks.left:
        _draw_circle(painter, leak, zoom, _LEFT, leak == chosen)
    font = QFont(painter.font())
    font.setPixelSize(_LABEL)
    font.setBold(True)
    # The likeliest last: nothing may hide it.
    for leak in reversed(leaks.found):
        _draw_circle(painter, leak, zoom, _CLOSED, leak == chosen)
        radius = leak_radius(leak, zoom)
        beside = QPointF(leak.point[0] + 0.5 + radius, leak.point[1] + 0.5 - radius)
        _draw_plate(painter, f"{leak.width} px", beside, font, zoom)


def _draw_circle(
    painter: QPainter, leak: Leak, zoom: float, color: QColor, is_chosen: bool
) -> None:
    circle = QPainterPath()
    radius = leak_radius(leak, zoom)
    circle.addEllipse(QPointF(leak.point[0] + 0.5, leak.point[1] + 0.5), radius, radius)
    _draw_cased(painter, circle, color, 2.4 / zoom, 5.4 / zoom)
    if is_chosen:
        frame = circle.boundingRect().adjusted(-6 / zoom, -6 / zoom, 6 / zoom, 6 / zoom)
        path = QPainterPath()
        path.addRoundedRect(frame, 3 / zoom, 3 / zoom)
        _draw_cased(painter, path, DARK.color("accent"), 2.4 / zoom, 5.4 / zoom)


def _draw_plate(painter: QPainter, text: str, at: QPointF, font: QFont, zoom: float) -> None:
    painter.save()
    painter.translate(at)
    painter.scale(1 / zoom, 1 / zoom)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    plate = QRectF(2, -metrics.height(), metrics.horizontalAdvance(text) + 12, metrics.height() + 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_PLATE)
    painter.drawRoundedRect(plate, 4, 4)
    painter.setPen(QColor("#ffffff"))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


def _draw_cased(
    painter: QPainter,
    path: QPainterPath,
    color: QColor,
    width: float,
    casing_width: float,
    casing: QColor = _CASING,
) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ink, wide in ((casing, casing_width), (color, width)):
        pen = QPen(ink, wide)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPath(path)
