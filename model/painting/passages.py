"""Narrow passages of a region: where it may have leaked through a hole in a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from model.lines.distance_field import distance_to_ink
from model.painting.closing import LineCloser
from model.painting.regions import Regions, closed_holes, regions_between

# What lies behind a passage is worth a mark from this many pixels on.
_SMALLEST_PART = 48
# Ink around a region that belongs to the lines which end at it.
_MARGIN = 24
# What only a gap distance so much wider closes is a splinter of another passage.
_MUCH_WIDER, _AT_LEAST = 2, 2
# Times the widest gap.
_NEARBY = 3

_NEAR = np.ones((5, 5), np.uint8)


@dataclass(frozen=True)
class Passage:
    """Where a region is narrow.

    Attributes:
        x, y: the pixel in its middle.
        width: pixels from ink to ink.
        gap: narrowest gap distance that closes it.
        behind: pixels of the smaller of the two parts that it joins.
    """

    x: int
    y: int
    width: int
    gap: int
    behind: int

    @property
    def doubt(self) -> float:
        """The lower, the surer it is a hole: it is narrow, and much lies on either side."""
        return self.width**2 / self.behind


def find_passages(
    ink: NDArray[np.bool_], inside: NDArray[np.bool_], gap: int, widest: int
) -> list[Passage]:
    """Passages of one region that a wider gap distance would close, the likeliest leak first.

    Args:
        ink: (H, W) bool, the lines.
        inside: (H, W) bool, the region, as it was found with `gap`.
        gap: holes up to this many pixels are closed already.
        widest: the widest gap distance that is considered.
    """
    window = _window(inside, _MARGIN)
    ink, inside = ink[window], inside[window]
    closer = LineCloser(ink, widest)
    lines = closer.closed(gap)
    wide, closed = _closed(closer, inside, widest)
    parts = _parts(wide, inside)
    distance = distance_to_ink(lines)
    count, holes = cv2.connectedComponents((closed & ~lines).astype(np.uint8), connectivity=8)
    top, left = window[0].start, window[1].start
    found = []
    for hole in range(1, count):
        here = holes == hole
        behind = _part_behind(here, wide, parts)
        if behind < _SMALLEST_PART:
            continue
        y, x = np.unravel_index(int(np.where(here, distance, -1).argmax()), here.shape)
        # The middle pixel of a hole of w pixels is (w + 1) / 2 from the ink on either side.
        width = max(1, round(2 * float(distance[y, x]) - 1))
        closing = _closing_gap(closer, inside, here, gap)
        found.append(Passage(int(x) + left, int(y) + top, width, closing, behind))
    passages = [one for one in found if one.gap <= _MUCH_WIDER * one.width + _AT_LEAST]
    return sorted(passages, key=lambda one: (one.doubt, one.y, one.x))


def closed_together(
    ink: NDArray[np.bool_], inside: NDArray[np.bool_], passages: Sequence[Passage], gap: int
) -> int:
    """How many passages of a region one gap distance closes: a wider one may find other ways.

    Args:
        ink: (H, W) bool, the lines.
        inside: (H, W) bool, the region.
        passages: of it.
        gap: in pixels.
    """
    window = _window(inside, _MARGIN)
    closer, inside = LineCloser(ink[window], gap), inside[window]
    top, left = window[0].start, window[1].start
    moved = [replace(one, x=one.x - left, y=one.y - top) for one in passages]
    return sum(_is_closed(closer, inside, one) for one in moved)


def _is_closed(closer: LineCloser, inside: NDArray[np.bool_], passage: Passage) -> bool:
    margin = _NEARBY * max(closer.widest, passage.width)
    top, left = max(0, passage.y - margin), max(0, passage.x - margin)
    near = np.s_[top : passage.y + margin + 1, left : passage.x + margin + 1]
    _, closed = _closed(closer.part(near), inside[near], closer.widest)
    rows, columns = np.nonzero(closed)
    away = np.hypot(rows + top - passage.y, columns + left - passage.x)
    return bool((away <= passage.width / 2 + _NEAR.shape[0]).any())


def _window(inside: NDArray[np.bool_], margin: int) -> tuple[slice, slice]:
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    return (
        slice(max(0, int(rows[0]) - margin), int(rows[-1]) + 1 + margin),
        slice(max(0, int(columns[0]) - margin), int(columns[-1]) + 1 + margin),
    )


def _closed(
    closer: LineCloser, inside: NDArray[np.bool_], gap: int
) -> tuple[Regions, NDArray[np.bool_]]:
    """The regions with a gap distance, and where it parts what is inside."""
    lines = closer.closed(gap)
    regions = regions_between(lines, gap)
    return regions, closed_holes(closer.ink, lines, regions) & inside


def _parts(regions: Regions, inside: NDArray[np.bool_]) -> NDArray[np.int64]:
    """(R,) how many pixels of the region each of its parts has."""
    return np.bincount(regions.labels[inside & ~regions.ink], minlength=regions.count)


def _part_behind(here: NDArray[np.bool_], regions: Regions, parts: NDArray[np.int64]) -> int:
    """Pixels of the smaller part that a hole leads to; 0 when both its sides are one part."""
    around = cv2.dilate(here.astype(np.uint8), _NEAR) > 0
    sizes = np.sort(parts[np.unique(regions.labels[around])])
    return int(sizes[-2]) if len(sizes) > 1 else 0


def _closing_gap(
    closer: LineCloser, inside: NDArray[np.bool_], here: NDArray[np.bool_], gap: int
) -> int:
    """The gap distance that really closes a hole: bridges and basins have rules of their own.

    It is tried near the hole alone; whether a basin is one is known from a few times the gap.
    """
    near = _window(here, _NEARBY * closer.widest)
    closer, inside = closer.part(near), inside[near]
    around = cv2.dilate(here[near].astype(np.uint8), _NEAR) > 0
    for candidate in range(gap + 1, closer.widest):
        if (_closed(closer, inside, candidate)[1] & around).any():
            return candidate
    return closer.widest
