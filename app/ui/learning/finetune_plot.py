"""The curve of a fine-tuning: how well drawings come out that it does not learn from."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.engine.tuning_request import MeasuredPoint
from app.language import tr
from app.ui.learning.tuning_words import percent
from app.ui.look.theme import theme

_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 46, 34, 30
_FONT = 12  # pixels
_STEPS = (1.0, 2.0, 5.0, 10.0)
# However little changes, the axes show at least so much: noise should not look like a mountain.
_LEAST_SHARE, _LEAST_DB, _LEAST_MINUTES = 0.02, 1.0, 0.5


@dataclass(frozen=True)
class Axis:
    """A range with marks at round numbers.

    Attributes:
        low, high: its ends.
        step: from mark to mark.
    """

    low: float
    high: float
    step: float

    @property
    def marks(self) -> list[float]:
        """Round numbers within it, ascending."""
        first = math.ceil(self.low / self.step - 1e-6)
        last = math.floor(self.high / self.step + 1e-6)
        return [number * self.step for number in range(first, last + 1)]

    def share(self, value: float) -> float:
        """Where a value lies, 0 at the low end to 1."""
        return (value - self.low) / (self.high - self.low)


def axis_over(values: Sequence[float], least: float, marks: int = 4) -> Axis:
    """An axis with room around values; at least as wide as `least`."""
    low, high = min(values), max(values)
    width = max(least, 1.3 * (high - low))
    middle = (low + high) / 2
    step = round_step(width / marks)
    return Axis(
        math.floor((middle - width / 2) / step) * step,
        math.ceil((middle + width / 2) / step) * step,
        step,
    )


def round_step(rough: float) -> float:
    """The next round number not below."""
    power = 10.0 ** math.floor(math.log10(rough))
    return next(power * step for step in _STEPS if power * step >= rough * 0.999)


class TuningPlot(QWidget):
    """Share of regions right as a strong line, PSNR as a thin one, and where both began."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[MeasuredPoint, ...] = ()
        self._minutes: float | None = None
        self.setMinimumSize(300, 200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("How well drawings come out that are not learned from"))

    def sizeHint(self) -> QSize:
        """Half of a dialog."""
        return QSize(420, 280)

    @property
    def points(self) -> tuple[MeasuredPoint, ...]:
        """What it shows."""
        return self._points

    def show_points(self, points: tuple[MeasuredPoint, ...], minutes: float | None) -> None:
        """Show measures.

        Args:
            points: ascending by time, the first made before anything was learned.
            minutes: how long the run will take; None when nobody knows.
        """
        self._points, self._minutes = points, minutes
        if points:
            last = points[-1]
            self.setAccessibleDescription(f"{percent(last.regions)}, {last.psnr:.1f} dB")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the axes, the level before, and the lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("well"))
        painter.drawRoundedRect(self.rect(), 6, 6)
        font = painter.font()
        font.setPixelSize(_FONT)
        painter.setFont(font)
        if self._points:
            _Painting(painter, self._area(), self._points, self._minutes).paint()
        else:
            painter.setPen(theme().color("dim"))
            words = tr("The first measure comes when the drawings kept apart are studied.")
            room = self.rect().adjusted(24, 24, -24, -24)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, words)
        painter.end()

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_LEFT, _TOP, -_RIGHT, -_BOTTOM)


class _Painting:
    """One painting of the plot."""

    def __init__(
        self,
        painter: QPainter,
        area: QRectF,
        points: Sequence[MeasuredPoint],
        minutes: float | None,
    ) -> None:
        self._painter, self._area, self._points = painter, area, points
        last = points[-1].minutes
        end = max(_LEAST_MINUTES, last if minutes is None else max(minutes, last))
        self._time = Axis(0.0, end, round_step(end / 5))
        self._regions = axis_over([one.regions for one in points], _LEAST_SHARE)
        if self._regions.high > 1.0:
            self._regions = Axis(self._regions.low, 1.0, self._regions.step)
        # What is written stands on that side of a line where the other line is not.
        self._has_sunk = points[-1].regions < points[0].regions
        self._psnr = axis_over([one.psnr for one in points], _LEAST_DB)

    def paint(self) -> None:
        self._paint_axes()
        self._paint_before()
        thin, strong = theme().color("dim"), theme().color("mark")
        self._paint_line(self._psnr, lambda one: one.psnr, thin, 1.2, 2.0)
        self._paint_line(self._regions, lambda one: one.regions, strong, 2.4, 3.5)
        self._paint_last()
        self._paint_names(strong, thin)

    def _at(self, minutes: float, axis: Axis, value: float) -> QPointF:
        area = self._area
        x = area.left() + self._time.share(minutes) * area.width()
        return QPointF(x, area.bottom() - axis.share(value) * area.height())

    def _paint_axes(self) -> None:
        painter, area = self._painter, self._area
        right, left = Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft
        middle, center = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignHCenter
        decimals = 0 if self._regions.step >= 0.0099 else 1
        for mark in self._regions.marks:
            y = self._at(0.0, self._regions, mark).y()
            painter.setPen(QPen(theme().color("raised"), 1))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(theme().color("text"))
            place = QRectF(0, y - 10, area.left() - 8, 20)
            painter.drawText(place, right | middle, f"{100 * mark:.{decimals}f} %")
        painter.setPen(theme().color("dim"))
        decimals = 0 if self._psnr.step >= 0.99 else 1
        for mark in self._psnr.marks:
            y = self._at(0.0, self._psnr, mark).y()
            place = QRectF(area.right() + 8, y - 10, _RIGHT - 8, 20)
            painter.drawText(place, left | middle, f"{mark:.{decimals}f}")
        for mark in self._time.marks:
            x = self._at(mark, self._regions, self._regions.low).x()
            words = tr("{minutes} min", minutes=f"{mark:g}") if mark else "0"
            place = QRectF(x - 40, area.bottom() + 6, 80, 18)
            painter.drawText(place, center | middle, words)

    def _paint_before(self) -> None:
        """How it was before anything was learned, over the whole width."""
        painter, area = self._painter, self._area
        y = self._at(0.0, self._regions, self._points[0].regions).y()
        pen = QPen(theme().color("mark"), 1.2)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(theme().color("dim"))
        place = QRectF(area.right() - 126, y - 19 if self._has_sunk else y + 2, 120, 18)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight, tr("before"))

    def _paint_line(
        self,
        axis: Axis,
        value: Callable[[MeasuredPoint], float],
        color: QColor,
        width: float,
        dot: float,
    ) -> None:
        painter = self._painter
        places = [self._at(one.minutes, axis, value(one)) for one in self._points]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color, width))
        painter.drawPolyline(QPolygonF(places))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        for place in places:
            painter.drawEllipse(place, dot, dot)

    def _paint_last(self) -> None:
        """The latest share in numbers, beside its point."""
        last = self._points[-1]
        place = self._at(last.minutes, self._regions, last.regions)
        painter = self._painter
        words = percent(last.regions)
        width = painter.fontMetrics().horizontalAdvance(words)
        fits = place.x() + 10 + width < self._area.right()
        x = place.x() + 10 if fits else place.x() - 10 - width
        y = place.y() + 8 if self._has_sunk else max(self._area.top(), place.y() - 26)
        box = QRectF(x - 5, y, width + 10, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("raised"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(theme().color("strong"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)

    def _paint_names(self, strong: QColor, thin: QColor) -> None:
        """Which line is which, over the axis that it belongs to."""
        painter = self._painter
        top = QRectF(12, 8, self._area.right() + _RIGHT - 24, 18)
        painter.setPen(strong)
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft, tr("Regions right"))
        painter.setPen(thin)
        painter.drawText(top, Qt.AlignmentFlag.AlignRight, tr("PSNR in dB"))
