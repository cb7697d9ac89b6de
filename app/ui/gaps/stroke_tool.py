"""The gap stroke: a line across a hole that parts regions and is seen nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from math import floor

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from app.document.gap_closing import GapStroke, Point
from app.ui.gaps.drawing import draw_strokes
from app.ui.gaps.gap_editing import GapEditing
from app.ui.view.tool import ViewTool

# Pixels of the drawing: a shorter stroke is a click.
_SHORTEST = 2


class StrokeTool(ViewTool):
    """Drag to draw, with Shift a straight line; click a stroke to choose it, with Alt to erase it.

    Attributes:
        chosen: the stroke that Delete erases, or None.
    """

    def __init__(
        self,
        editing: GapEditing,
        zoom: Callable[[], float],
        tell_chosen: Callable[[GapStroke | None], None],
    ) -> None:
        """Make the tool.

        Args:
            editing: takes the strokes.
            zoom: tells the zoom of the view.
            tell_chosen: is told when another stroke is chosen, or none.
        """
        self.chosen: GapStroke | None = None
        self._editing, self._zoom, self._tell_chosen = editing, zoom, tell_chosen
        self._points: list[Point] = []
        self._is_straight = False
        self._erases = False

    def choose(self, stroke: GapStroke | None) -> None:
        """Let Delete mean this stroke."""
        if stroke is not self.chosen:
            self.chosen = stroke
            self._tell_chosen(stroke)

    def press(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Begin a stroke."""
        self._points = [_pixel(at)]
        self._is_straight = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        self._erases = bool(modifiers & Qt.KeyboardModifier.AltModifier)

    def drag(self, at: QPointF) -> None:
        """Go on with it."""
        if self._is_straight:
            del self._points[1:]
        if self._points and self._points[-1] != _pixel(at):
            self._points.append(_pixel(at))

    def release(self, at: QPointF) -> None:
        """Put the stroke into the drawing; of a mere click, choose or erase what is there."""
        self.drag(at)
        points = self._points
        self.cancel()
        if not points:
            return
        if self._erases or _extent(points) < _SHORTEST:
            self._click(at)
        else:
            stroke = GapStroke(tuple(points))
            self._editing.add(stroke)
            self.choose(stroke)

    def _click(self, at: QPointF) -> None:
        stroke = self._editing.stroke_at(at.x(), at.y(), self._zoom())
        if stroke is not None and self._erases:
            self.choose(None)
            self._editing.erase(stroke)
        else:
            self.choose(stroke)

    def cancel(self) -> None:
        """Forget the stroke."""
        self._points = []

    def overlay(self, painter: QPainter, zoom: float) -> None:
        """Show the stroke in the making, and which one is chosen."""
        if len(self._points) > 1 and not self._erases:
            draw_strokes(painter, [GapStroke(tuple(self._points))], zoom)
        if self.chosen is not None and self.chosen in self._editing.strokes:
            draw_strokes(painter, [self.chosen], zoom, is_chosen=True)


def _pixel(at: QPointF) -> Point:
    return floor(at.x()), floor(at.y())


def _extent(points: list[Point]) -> int:
    xs, ys = zip(*points, strict=True)
    return max(max(xs) - min(xs), max(ys) - min(ys))
