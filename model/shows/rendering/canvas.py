"""Rendering of painted shapes into line art and an identity map (painter's algorithm)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import cv2
import numpy as np
from numpy.typing import NDArray

from model.shows.rendering.paint import Paint
from model.shows.rendering.pen import PAPER, Pen, borders, fill
from model.shows.rendering.shapes import Points
from model.shows.rendering.style import Style

TONES = 3
SHADOW, GLEAM = 1, 2

# Far outside any frame; fixed-point drawing must not overflow.
_FARTHEST = 6000.0

# A thin anti-aliased line between two pixel rows leaves both half gray: darken them, so that a
# threshold in the middle keeps the line closed.
_DARKER = np.clip(255.0 - 1.7 * (255.0 - np.arange(256)), 0, 255).astype(np.uint8)

Placement = Callable[[Points], Points]


def identity_of(part: int, tone: int = 0) -> int:
    """The identity number of one tone of a part: >= 1, the same in every drawing."""
    return 1 + TONES * part + tone


@dataclass(frozen=True, eq=False)
class _Placed:
    """A curve in pixels of the whole drawing, with its bounding box."""

    curve: Points
    low: Points
    high: Points


# Keyed by id() of the stage curve, which its Paint keeps alive.
_Table = Mapping[int, _Placed]


class Canvas:
    """A drawing being made: every painted shape covers the lines and identities under it.

    Attributes:
        identity: (H, W) int32, see `identity_of`; starts as part 0, the paper.
        line: (H, W) uint8, 0 = ink, 255 = paper.

    Args:
        size: (height, width) in pixels.
        style: how lines and tones are drawn.
        inked: parts that are filled with ink.
    """

    def __init__(
        self, size: tuple[int, int], style: Style, inked: frozenset[int] = frozenset()
    ) -> None:
        self.identity = np.full(size, identity_of(0), dtype=np.int32)
        self.line = np.full(size, PAPER, dtype=np.uint8)
        self._style = style
        self._pen = Pen(style)
        self._inked = inked
        self._origin = np.zeros(2)

    def paint_all(self, paints: Iterable[Paint], place: Placement) -> None:
        """Paint shapes over what is there, from the farthest to the nearest.

        Args:
            paints: the shapes, in any order of depth.
            place: maps their points to pixels of the drawing.
        """
        ordered = sorted(paints, key=lambda each: each.z)
        curves = [curve for paint in ordered for curve in _curves(paint)]
        if not curves:
            return
        table = _placed(curves, place)
        for paint in ordered:
            self._paint(paint, table)

    def finish(self, first_figure: int) -> None:
        """Add the lines that a style draws last.

        Args:
            first_figure: the first part that is not background.
        """
        if self._style.smooth_edges:
            cv2.LUT(self.line, _DARKER, self.line)
        if self._style.borders:
            self.line[borders(self.identity)] = 0
        if self._style.silhouette:
            figure = (self.identity >= identity_of(first_figure)).astype(np.uint8)
            size = 2 * self._style.silhouette + 1
            kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
            self.line[cv2.dilate(figure, kernel) > figure] = 0

    def _paint(self, paint: Paint, table: _Table) -> None:
        shapes = [table[id(outline)] for outline in paint.outline]
        box = self._box(shapes)
        if box is None:
            return
        local = [shape.curve - self._origin for shape in shapes]
        ink = 0 if paint.part in self._inked else PAPER
        for curve in local:
            fill(self.identity, curve, identity_of(paint.part))
            fill(self.line, curve, ink)
        if not paint.plain:
            self._fill_in(paint, shapes, box, table)
        if len(local) == 1:
            self._pen.outline(self.line, local[0], paint.weight, paint.part)
        else:
            wide = self._box(shapes, 1 + round(self._style.width(paint.weight))) or box
            corner = np.array([wide[1].start, wide[0].start])
            draw = partial(self._pen.outline, weight=paint.weight, part=paint.part)
            _draw_union(self.line[wide], [curve - corner for curve in local], draw)

    def _box(self, shapes: Sequence[_Placed], margin: int = 1) -> tuple[slice, slice] | None:
        low = np.minimum.reduce([shape.low for shape in shapes]) - self._origin
        high = np.maximum.reduce([shape.high for shape in shapes]) - self._origin
        height, width = self.line.shape
        x0, y0 = max(int(low[0]) - margin, 0), max(int(low[1]) - margin, 0)
        x1, y1 = min(int(high[0]) + margin + 2, width), min(int(high[1]) + margin + 2, height)
        return (slice(y0, y1), slice(x0, x1)) if x1 > x0 and y1 > y0 else None

    def _fill_in(
        self, paint: Paint, shapes: Sequence[_Placed], box: tuple[slice, slice], table: _Table
    ) -> None:
        inner = self._cropped(box)
        mask = inner._mask([shape.curve for shape in shapes])
        for child in paint.inside:
            inner._paint(child, table)
        inner._shade(paint, shapes, mask, table)
        for child in paint.over:
            inner._paint(child, table)
        for stroke in paint.strokes:
            curve = table[id(stroke.curve)].curve - inner._origin
            inner._pen.stroke(inner.line, curve, stroke.weight, paint.part)
        cv2.copyTo(inner.identity, mask, self.identity[box])
        cv2.copyTo(inner.line, mask, self.line[box])

    def _cropped(self, box: tuple[slice, slice]) -> Canvas:
        inner = object.__new__(Canvas)
        inner.identity = self.identity[box].copy()
        inner.line = self.line[box].copy()
        inner._style, inner._pen, inner._inked = self._style, self._pen, self._inked
        inner._origin = self._origin + np.array([box[1].start, box[0].start])
        return inner

    def _shade(
        self, paint: Paint, shapes: Sequence[_Placed], mask: NDArray[np.uint8], table: _Table
    ) -> None:
        style = self._style
        if paint.shade and style.shading:
            step = np.array(style.light) * (_extent(shapes) * paint.shade * style.shading)
            lit = [shape.curve + step * self._wobble(shape, paint.part) for shape in shapes]
            self._set_tone(self._mask(lit) == 0, mask, SHADOW)
            _draw_union(self.line, [curve - self._origin for curve in lit], self._pen.trace)
        if style.shading:
            for polygon in paint.shadows:
                self._tone_within(table[id(polygon)].curve, mask, SHADOW)
        if style.gleam and style.rim and paint.shade:
            self._set_rim(shapes[0], mask)
        if style.gleam:
            for polygon in paint.gleams:
                self._tone_within(table[id(polygon)].curve, mask, GLEAM)
            if paint.shine:
                shape = shapes[0]
                middle = 0.5 * (shape.low + shape.high)
                to_light = np.array(style.light) * (0.28 * _extent(shapes))
                spot = (shape.curve - middle) * paint.shine + middle + to_light
                self._tone_within(spot, mask, GLEAM)

    def _wobble(self, shape: _Placed, part: int) -> Points:
        t = np.linspace(0.0, 2.0 * np.pi, len(shape.curve), endpoint=False)[:, None]
        return 1.0 + self._style.wobble * np.sin((2 + part % 4) * t + part)

    def _set_rim(self, shape: _Placed, mask: NDArray[np.uint8]) -> None:
        """A thin highlight that runs along the side toward the light."""
        inward = np.array(self._style.light) * (-self._style.rim * _extent([shape]))
        near, far = shape.curve + inward, shape.curve + 1.8 * inward
        band = (self._mask([near]) > 0) & (self._mask([far]) == 0)
        self._set_tone(band, mask, GLEAM)
        layer = np.full_like(self.line, PAPER)
        for curve in (near, far):
            self._pen.trace(layer, curve - self._origin)
        edge = cv2.dilate(band.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
        self.line[edge] = np.minimum(self.line, layer)[edge]

    def _tone_within(self, curve: Points, mask: NDArray[np.uint8], tone: int) -> None:
        self._set_tone(self._mask([curve]) > 0, mask, tone)
        self._pen.trace(self.line, curve - self._origin)

    def _set_tone(self, where: NDArray[np.bool_], mask: NDArray[np.uint8], tone: int) -> None:
        chosen = where & (mask > 0)
        found = self.identity[chosen]
        self.identity[chosen] = found - (found - 1) % TONES + tone

    def _mask(self, curves: Sequence[Points]) -> NDArray[np.uint8]:
        mask = np.zeros(self.line.shape, dtype=np.uint8)
        for curve in curves:
            fill(mask, curve - self._origin, 1)
        return mask


def _draw_union(
    line: NDArray[np.uint8],
    curves: Sequence[Points],
    draw: Callable[[NDArray[np.uint8], Points], None],
) -> None:
    """Outlines of a union: what of each curve lies in none of the others."""
    if len(curves) == 1:
        draw(line, curves[0])
        return
    masks = [np.zeros(line.shape, dtype=np.uint8) for _ in curves]
    for mask, curve in zip(masks, curves, strict=True):
        fill(mask, curve, 1)
    # Without the border itself, so that two outlines still meet where they cross.
    masks = [cv2.erode(mask, np.ones((3, 3), np.uint8)) for mask in masks]
    for k, curve in enumerate(curves):
        layer = np.full_like(line, PAPER)
        draw(layer, curve)
        for other in (*masks[:k], *masks[k + 1 :]):
            layer[other > 0] = PAPER
        np.minimum(line, layer, out=line)


def _curves(paint: Paint) -> Iterator[Points]:
    yield from paint.outline
    if paint.plain:
        return
    yield from paint.shadows
    yield from paint.gleams
    for stroke in paint.strokes:
        yield stroke.curve
    for child in (*paint.inside, *paint.over):
        yield from _curves(child)


def _placed(curves: Sequence[Points], place: Placement) -> dict[int, _Placed]:
    """Place all curves at once: many small calls would cost more than the painting."""
    every = np.clip(place(np.vstack(curves)), -_FARTHEST, _FARTHEST)
    ends = np.cumsum([len(curve) for curve in curves])
    starts = np.concatenate([[0], ends[:-1]])
    low = np.minimum.reduceat(every, starts, axis=0)
    high = np.maximum.reduceat(every, starts, axis=0)
    return {
        id(curve): _Placed(every[start:end], low[k], high[k])
        for k, (curve, start, end) in enumerate(zip(curves, starts, ends, strict=True))
    }


def _extent(shapes: Sequence[_Placed]) -> float:
    low = np.minimum.reduce([shape.low for shape in shapes])
    high = np.maximum.reduce([shape.high for shape in shapes])
    return float((high - low).min())
