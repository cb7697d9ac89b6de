"""The paint tool: regions under the mouse take the current color."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from app.document.color_names import Color
from app.ui.correcting.correcting import Correcting, Point
from app.ui.correcting.region_points import points_inside, region_at
from app.ui.desk.session import Session
from app.ui.view.outline import draw_outline, region_outline
from app.ui.view.tool import ViewTool

# A lasso of fewer pixels across is a click that slipped.
_SMALLEST_LASSO = 4


class _Hovered(NamedTuple):
    """The region under the mouse, of the drawing with these labels."""

    labels: NDArray[np.int32]
    region: int
    outline: QPainterPath

    def is_of(self, labels: NDArray[np.int32], region: int) -> bool:
        """Whether this is a region of that drawing."""
        return self.labels is labels and self.region == region


class PaintTool(ViewTool):
    """Click a region, drag over several, or hold Shift and draw a line around many."""

    def __init__(
        self,
        session: Session,
        correcting: Correcting,
        labels: Callable[[], NDArray[np.int32] | None],
    ) -> None:
        """Make the tool.

        Args:
            session: tells the current color.
            correcting: takes the strokes.
            labels: (H, W) region of every pixel of the current drawing, None without any.
        """
        self._session, self._correcting, self._labels = session, correcting, labels
        self._touched: dict[int, Point] = {}
        self._lasso: QPolygonF | None = None
        self._last: QPointF | None = None
        self._hovered: _Hovered | None = None

    def press(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Begin a stroke, or with Shift a lasso."""
        self._touched = {}
        self._last = at
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._lasso = QPolygonF([at])
        else:
            self._touch(at)

    def drag(self, at: QPointF) -> None:
        """Take more regions, or go on around them."""
        if self._lasso is not None:
            self._lasso.append(at)
        elif self._last is not None:
            for point in _between(self._last, at):
                self._touch(point)
        self._last = at

    def release(self, at: QPointF) -> None:
        """Give everything touched or surrounded the current color."""
        labels = self._labels()
        if self._lasso is not None and labels is not None:
            box = self._lasso.boundingRect()
            if max(box.width(), box.height()) < _SMALLEST_LASSO:
                self._touch(at)
            else:
                outline = [(point.x(), point.y()) for point in self._lasso.toList()]
                self._touched = points_inside(labels, np.array(outline, np.float32))
        points, color = list(self._touched.values()), self._session.current_color
        self.cancel()
        if labels is None:
            self._correcting.refuse()
        elif color is None:
            self._correcting.ask_for_color()
        elif points:
            self._correcting.correct(points, color)

    def cancel(self) -> None:
        """Forget the stroke."""
        self._touched, self._lasso, self._last = {}, None, None

    def hover(self, at: QPointF | None) -> None:
        """Outline the region under the mouse."""
        labels = self._labels()
        region = None if at is None or labels is None else region_at(labels, at.x(), at.y())
        if region is None or labels is None:
            self._hovered = None
        elif self._hovered is None or not self._hovered.is_of(labels, region):
            self._hovered = _Hovered(labels, region, region_outline(labels, region))

    def overlay(self, painter: QPainter, zoom: float) -> None:
        """Show what a click would color, what the stroke has touched, and the lasso."""
        hovered = self._hovered
        # Another drawing may be on show since the mouse moved last.
        if hovered is not None and self._lasso is None and hovered.labels is self._labels():
            draw_outline(painter, hovered.outline, zoom, _ink(self._session.current_color))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_ink(self._session.current_color))
        for x, y in self._touched.values():
            painter.drawEllipse(QPointF(x + 0.5, y + 0.5), 4 / zoom, 4 / zoom)
        if self._lasso is not None:
            path = QPainterPath()
            path.addPolygon(self._lasso)
            draw_outline(painter, path, zoom, _ink(self._session.current_color))

    def _touch(self, at: QPointF) -> None:
        labels = self._labels()
        region = None if labels is None else region_at(labels, at.x(), at.y())
        if region is not None:
            self._touched.setdefault(region, (int(at.x()), int(at.y())))


def _between(start: QPointF, end: QPointF) -> list[QPointF]:
    """Points a pixel apart, so that a quick stroke leaves no region out."""
    steps = max(1, int((end - start).manhattanLength()))
    return [start + (end - start) * (step / steps) for step in range(1, steps + 1)]


def _ink(color: Color | None) -> QColor:
    return QColor(128, 128, 128) if color is None else QColor(*color[:3])
