"""Outlines of regions over the picture."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF


def region_outline(labels: NDArray[np.int32], region: int) -> QPainterPath:
    """The border of a region in coordinates of the drawing, its holes included.

    Args:
        labels: (H, W) int32 region of every pixel.
        region: which.
    """
    mask = (labels == region).astype(np.uint8)
    contours, _ = cv2.findContours(mask, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    path = QPainterPath()
    for contour in contours:
        points = [QPointF(float(x) + 0.5, float(y) + 0.5) for x, y in contour[:, 0].tolist()]
        path.addPolygon(QPolygonF(points))
        path.closeSubpath()
    return path


def draw_outline(painter: QPainter, path: QPainterPath, zoom: float, color: QColor) -> None:
    """A colored line within a dark one within a light one: to be seen on any paint.

    Args:
        painter: in coordinates of the drawing.
        path: in the same.
        zoom: device pixels per pixel of the drawing.
        color: of the middle line.
    """
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for ink, width in ((QColor(255, 255, 255, 200), 6.0), (QColor(20, 20, 20), 4.4), (color, 2.4)):
        painter.setPen(QPen(ink, width / zoom))
        painter.drawPath(path)
