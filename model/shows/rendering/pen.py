"""Drawing of lines in a style: closed outlines, open strokes, 1 px borders of tones."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from model.shows.rendering.paint import Weight
from model.shows.rendering.shapes import Points
from model.shows.rendering.style import Style

PAPER = 255

_SHIFT = 4
_PRESSED_FROM = 1.5


class Pen:
    """Draws lines into a (H, W) uint8 layer; curves are (N, 2) pixel positions."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._kind = cv2.LINE_AA if style.smooth_edges else cv2.LINE_8

    def outline(self, layer: NDArray[np.uint8], curve: Points, weight: Weight, part: int) -> None:
        """The closed outline of a shape; nothing where the style has no outlines."""
        if weight == Weight.NONE or self._style.borders:
            return
        ink = self._style.trace_ink if weight == Weight.TRACE else 0
        self._draw(layer, curve, self._style.width(weight), True, ink, part)

    def stroke(self, layer: NDArray[np.uint8], curve: Points, weight: Weight, part: int) -> None:
        """An open line."""
        width = self._style.width(weight)
        if self._style.borders:
            width = min(self._style.width(Weight.LIGHT), 2.0)
        self._draw(layer, curve, width, False, 0, part)

    def trace(self, layer: NDArray[np.uint8], curve: Points) -> None:
        """The closed 1 px border of a shadow or highlight."""
        if not self._style.borders:
            ink = self._style.trace_ink
            cv2.polylines(layer, [fixed(curve)], True, ink, 1, self._kind, _SHIFT)

    def _draw(
        self,
        layer: NDArray[np.uint8],
        curve: Points,
        width: float,
        closed: bool,
        ink: int,
        part: int,
    ) -> None:
        pressed = self._style.pressure > 0.0 and width > _PRESSED_FROM
        pixels = 1 if pressed else max(1, round(width))
        cv2.polylines(layer, [fixed(curve)], closed, ink, pixels, self._kind, _SHIFT)
        if pressed:
            swell = _swell(len(curve), self._style.pressure, closed, part)
            for quad in fixed(_quads(curve, 0.5 * width * swell, closed)):
                cv2.fillConvexPoly(layer, quad, ink, self._kind, _SHIFT)


def fixed(curve: Points) -> NDArray[np.int32]:
    """Pixel positions as fixed-point numbers for cv2, see `fill`."""
    return np.rint(curve * (1 << _SHIFT)).astype(np.int32)


def fill(layer: NDArray, curve: Points, value: int) -> None:
    """Fill a closed curve, border pixels included, without anti-aliasing."""
    cv2.fillPoly(layer, [fixed(curve)], value, cv2.LINE_8, _SHIFT)


def borders(identity: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Pixels whose left or upper neighbor has another identity."""
    edge = np.zeros(identity.shape, dtype=bool)
    edge[:, 1:] |= identity[:, 1:] != identity[:, :-1]
    edge[1:] |= identity[1:] != identity[:-1]
    return edge


def _swell(count: int, pressure: float, closed: bool, part: int) -> NDArray[np.float64]:
    """Width factors along a line; the same part always swells at the same places."""
    t = np.arange(count) / count
    if closed:
        return 1.0 + pressure * np.sin(2.0 * np.pi * (2.0 * t + 0.37 * part))
    return (1.0 - pressure) + 2.0 * pressure * np.sin(np.pi * t)


def _quads(curve: Points, half: NDArray[np.float64], closed: bool) -> NDArray[np.float64]:
    if closed:
        curve, half = np.vstack([curve, curve[:1]]), np.append(half, half[0])
    along = np.empty_like(curve)
    along[1:-1] = curve[2:] - curve[:-2]
    along[0], along[-1] = curve[1] - curve[0], curve[-1] - curve[-2]
    along /= np.maximum(np.hypot(along[:, :1], along[:, 1:]), 1e-9)
    side = along[:, ::-1] * (-1.0, 1.0) * half[:, None]
    left, right = curve + side, curve - side
    return np.concatenate(
        [left[:-1, None], left[1:, None], right[1:, None], right[:-1, None]], axis=1
    )
