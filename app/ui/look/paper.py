"""What lies under a picture where it is transparent."""

from __future__ import annotations

import enum

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap

_SQUARE = 8


class Paper(enum.Enum):
    """Kinds of paper, by their names in the settings."""

    WHITE = "white"
    CHECKER = "checker"
    BLACK = "black"


def paper_under(chosen: Paper, is_bare: bool) -> Paper:
    """The paper for a picture; bare lines, which are black, never lie on black paper."""
    return Paper.WHITE if is_bare and chosen is Paper.BLACK else chosen


def fill_paper(painter: QPainter, area: QRectF, paper: Paper) -> None:
    """Paint paper over an area."""
    if paper is Paper.CHECKER:
        painter.save()
        painter.setBrushOrigin(QPointF(area.topLeft()))
        painter.fillRect(area, _checker())
        painter.restore()
    else:
        painter.fillRect(area, QColor("#ffffff" if paper is Paper.WHITE else "#000000"))


def _checker() -> QBrush:
    tile = QPixmap(2 * _SQUARE, 2 * _SQUARE)
    tile.fill(QColor("#8a8a8a"))
    painter = QPainter(tile)
    for x, y in ((0, 0), (_SQUARE, _SQUARE)):
        painter.fillRect(x, y, _SQUARE, _SQUARE, QColor("#a0a0a0"))
    painter.end()
    return QBrush(tile)
