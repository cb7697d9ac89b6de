"""Rendering of painted shapes into line art and an identity map (painter's algorithm)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from model.shows.paint import Paint, Stroke, Weight
from model.shows.shapes import Points
from model.shows.style import Style

TONES = 3
SHADOW, GLEAM = 1, 2

_SHIFT = 4
_PAPER = 255

Placement = Callable[[Points], Points]


def identity_of(part: int, tone: int = 0) -> int:
    """The identity number of one tone of a part: >= 1, the same in every drawing."""
    return 1 + TONES * part + tone


class Canvas:
    """A drawing being made: every painted shape covers the lines and identities under it.

    Attributes:
        identity: (H, W) int32, see `identity_of`; starts as part 0, the paper.
        line: (H, W) uint8, 0 = ink, 255 = paper.
    """

    def __init__(self, size: tuple[int, int], style: Style) -> None:
        self.identity = np.full(size, identity_of(0), dtype=np.int32)
        self.line = np.full(size, _PAPER, dtype=np.uint8)
        self._style = style
        self._origin = np.zeros(2)
        self._line_type = cv2.LINE_AA if style.smooth_edges else cv2.LINE_8

    def paint_all(self, paints: Iterable[Paint], place: Placement) -> None:
        """Paint shapes from the farthest to the nearest.

        Args:
            paints: the shapes, in any order of depth.
            place: maps their points to pixels of the drawing.
        """
        for paint in sorted(paints, key=lambda each: each.z):
            self.paint(paint, place)

    def paint(self, paint: Paint, place: Placement) -> None:
        """Paint one shape over what is there."""
        outlines = [place(outline) - self._origin for outline in paint.outline]
        box = self._box(outlines)
        if box is None:
            return
        fixed = [_fixed(outline) for outline in outlines]
        union = len(fixed) > 1 and not self._style.borders
        if union:
            self._ink_around(outlines, paint.weight, paint.part)
        for polygon in fixed:
            cv2.fillPoly(self.identity, [polygon], identity_of(paint.part), cv2.LINE_8, _SHIFT)
            cv2.fillPoly(self.line, [polygon], _PAPER, cv2.LINE_8, _SHIFT)
        if not paint.plain:
            self._fill_in(paint, outlines, box, place)
        if not union:
            for outline in outlines:
                self._ink(outline, paint.weight, True, paint.part)

    def finish(self, first_figure: int) -> None:
        """Add the lines that a style draws last.

        Args:
            first_figure: the first part that is not background.
        """
        if self._style.borders:
            self.line[_borders(self.identity)] = 0
        if self._style.silhouette:
            figure = (self.identity >= identity_of(first_figure)).astype(np.uint8)
            size = 2 * self._style.silhouette + 1
            kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
            self.line[(cv2.dilate(figure, kernel) > figure)] = 0

    def _box(self, outlines: Sequence[Points]) -> tuple[slice, slice] | None:
        every = np.vstack(outlines)
        low, high = np.floor(every.min(axis=0)) - 1.0, np.ceil(every.max(axis=0)) + 2.0
        height, width = self.line.shape
        if not np.all(np.isfinite(every)):
            return None
        x0, y0 = max(int(low[0]), 0), max(int(low[1]), 0)
        x1, y1 = min(int(high[0]), width), min(int(high[1]), height)
        return (slice(y0, y1), slice(x0, x1)) if x1 > x0 and y1 > y0 else None

    def _fill_in(
        self,
        paint: Paint,
        outlines: Sequence[Points],
        box: tuple[slice, slice],
        place: Placement,
    ) -> None:
        inner = self._cropped(box)
        corner = (box[1].start, box[0].start)
        local = [outline - corner for outline in outlines]
        mask = _mask(inner.line.shape, local)
        for child in paint.inside:
            inner.paint(child, place)
        inner._shade(paint, local, mask, place)
        for child in paint.over:
            inner.paint(child, place)
        for stroke in paint.strokes:
            inner._draw_stroke(stroke, place, paint.part)
        cv2.copyTo(inner.identity, mask, self.identity[box])
        cv2.copyTo(inner.line, mask, self.line[box])

    def _cropped(self, box: tuple[slice, slice]) -> Canvas:
        inner = object.__new__(Canvas)
        inner.identity = self.identity[box].copy()
        inner.line = self.line[box].copy()
        inner._style, inner._line_type = self._style, self._line_type
        inner._origin = self._origin + np.array([box[1].start, box[0].start])
        return inner

    def _shade(
        self, paint: Paint, local: Sequence[Points], mask: NDArray[np.uint8], place: Placement
    ) -> None:
        style = self._style
        if paint.shade and style.shading:
            every = np.vstack(local)
            extent = float((every.max(axis=0) - every.min(axis=0)).min())
            step = np.array(style.light) * extent * paint.shade * style.shading
            lit = [outline + step for outline in local]
            self._set_tone(_mask(self.line.shape, lit) == 0, mask, SHADOW)
            for outline in lit:
                self._trace(outline, others=lit)
        for tone, polygons in ((SHADOW, paint.shadows), (GLEAM, paint.gleams)):
            if (tone == GLEAM and not style.gleam) or (tone == SHADOW and not style.shading):
                continue
            for polygon in polygons:
                placed = place(polygon) - self._origin
                self._set_tone(_mask(self.line.shape, [placed]) > 0, mask, tone)
                self._trace(placed)

    def _set_tone(self, where: NDArray[np.bool_], mask: NDArray[np.uint8], tone: int) -> None:
        chosen = where & (mask > 0)
        found = self.identity[chosen]
        self.identity[chosen] = found - (found - 1) % TONES + tone

    def _trace(self, outline: Points, others: Sequence[Points] = ()) -> None:
        if self._style.borders:
            return
        layer = np.full_like(self.line, _PAPER)
        _draw(layer, outline, 1, True, self._style.trace_ink, self._line_type)
        for other in others:
            if other is not outline:
                cv2.fillPoly(layer, [_fixed(other)], _PAPER, cv2.LINE_8, _SHIFT)
        np.minimum(self.line, layer, out=self.line)

    def _draw_stroke(self, stroke: Stroke, place: Placement, part: int) -> None:
        curve = place(stroke.curve) - self._origin
        weight = Weight.LIGHT if self._style.borders else stroke.weight
        width = min(self._style.width(weight), 2.0) if self._style.borders else None
        self._ink(curve, weight, False, part, width, force=True)

    def _ink_around(self, outlines: Sequence[Points], weight: Weight, part: int) -> None:
        width = 2.0 * self._style.width(weight) + 1.0
        for outline in outlines:
            if weight != Weight.NONE:
                _draw(self.line, outline, round(width), True, 0, self._line_type)

    def _ink(
        self,
        curve: Points,
        weight: Weight,
        closed: bool,
        part: int,
        width: float | None = None,
        force: bool = False,
    ) -> None:
        style = self._style
        if weight == Weight.NONE or (style.borders and not force):
            return
        width = style.width(weight) if width is None else width
        ink = style.trace_ink if weight == Weight.TRACE else 0
        if style.pressure and width > 1.5:
            _draw(self.line, curve, 1, closed, ink, self._line_type)
            _draw_pressed(self.line, curve, width, style.pressure, closed, part, self._line_type)
        else:
            _draw(self.line, curve, max(1, round(width)), closed, ink, self._line_type)


def _fixed(curve: Points) -> NDArray[np.int32]:
    return np.rint(np.clip(curve, -4000.0, 8000.0) * (1 << _SHIFT)).astype(np.int32)


def _mask(shape: tuple[int, ...], polygons: Sequence[Points]) -> NDArray[np.uint8]:
    mask = np.zeros(shape, dtype=np.uint8)
    for polygon in polygons:
        cv2.fillPoly(mask, [_fixed(polygon)], 1, cv2.LINE_8, _SHIFT)
    return mask


def _draw(
    layer: NDArray[np.uint8], curve: Points, width: int, closed: bool, ink: int, kind: int
) -> None:
    cv2.polylines(layer, [_fixed(curve)], closed, ink, width, kind, _SHIFT)


def _draw_pressed(
    layer: NDArray[np.uint8],
    curve: Points,
    width: float,
    pressure: float,
    closed: bool,
    part: int,
    kind: int,
) -> None:
    count = len(curve)
    t = np.arange(count) / count
    if closed:
        swell = 1.0 + pressure * np.sin(2.0 * np.pi * (2.0 * t + 0.37 * part))
        along = np.roll(curve, -1, axis=0) - np.roll(curve, 1, axis=0)
    else:
        swell = (1.0 - pressure) + 2.0 * pressure * np.sin(np.pi * t)
        along = np.gradient(curve, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    side = np.stack([-along[:, 1], along[:, 0]], axis=1) * (0.5 * width * swell)[:, None]
    left, right = curve + side, curve - side
    if closed:
        quads = np.stack([left, np.roll(left, -1, 0), np.roll(right, -1, 0), right], axis=1)
    else:
        quads = np.stack([left[:-1], left[1:], right[1:], right[:-1]], axis=1)
    for quad in _fixed(quads):
        cv2.fillConvexPoly(layer, quad, 0, kind, _SHIFT)


def _borders(identity: NDArray[np.int32]) -> NDArray[np.bool_]:
    edge = np.zeros(identity.shape, dtype=bool)
    edge[:, 1:] |= identity[:, 1:] != identity[:, :-1]
    edge[1:] |= identity[1:] != identity[:-1]
    return edge
