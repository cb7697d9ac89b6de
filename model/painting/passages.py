"""Narrow passages of a region: where it may have leaked through a hole in a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from model.lines.distance_field import distance_to_ink
from model.painting.bridges import bridge_gaps
from model.painting.regions import Regions, closed_holes, regions_between

# What lies behind a passage is worth a mark from this many pixels on.
_SMALLEST_PART = 48
# Ink around a region that belongs to the lines which end at it.
_MARGIN = 24
# Distances are measured from pixel to pixel, levels of the basins are whole: a gap that is to
# close a passage may have to be this much wider than it measures.
_TOLERANCE = 2
# What only a gap distance so much wider closes is a splinter of another passage.
_MUCH_WIDER, _AT_LEAST = 2, 2

_NEAR = np.ones((5, 5), np.uint8)


@dataclass(frozen=True)
class Passage:
    """Where a region is narrow.

    Attributes:
        x, y: the pixel in its middle.
        width: pixels from ink to ink.
        gap: narrowest gap distance that closes it.
    """

    x: int
    y: int
    width: int
    gap: int


def find_passages(
    ink: NDArray[np.bool_], inside: NDArray[np.bool_], gap: int, widest: int
) -> list[Passage]:
    """Passages of one region that a wider gap distance would close, narrowest first.

    Args:
        ink: (H, W) bool, the lines.
        inside: (H, W) bool, the region, as it was found with `gap`.
        gap: holes up to this many pixels are closed already.
        widest: the widest gap distance that is considered.
    """
    window = _window(inside)
    ink, inside = ink[window], inside[window]
    lines = bridge_gaps(ink, gap)
    wide, closed = _closed(ink, inside, widest)
    parts = _parts(wide, inside)
    distance = distance_to_ink(lines)
    count, holes = cv2.connectedComponents((closed & ~lines).astype(np.uint8), connectivity=8)
    top, left = window[0].start, window[1].start
    found = []
    for hole in range(1, count):
        here = holes == hole
        if not _leads_to_a_part(here, wide, parts):
            continue
        y, x = np.unravel_index(int(np.where(here, distance, -1).argmax()), here.shape)
        # The middle pixel of a hole of w pixels is (w + 1) / 2 from the ink on either side.
        width = max(1, round(2 * float(distance[y, x]) - 1))
        found.append((width, int(y), int(x), here))
    found.sort(key=lambda one: one[:3])
    gaps = _closing_gaps(ink, inside, [(width, here) for width, _, _, here in found], gap, widest)
    return [
        Passage(x + left, y + top, width, closes)
        for (width, y, x, _), closes in zip(found, gaps, strict=True)
        if closes <= _MUCH_WIDER * width + _AT_LEAST
    ]


def _window(inside: NDArray[np.bool_]) -> tuple[slice, slice]:
    rows, columns = np.flatnonzero(inside.any(axis=1)), np.flatnonzero(inside.any(axis=0))
    return (
        slice(max(0, int(rows[0]) - _MARGIN), int(rows[-1]) + 1 + _MARGIN),
        slice(max(0, int(columns[0]) - _MARGIN), int(columns[-1]) + 1 + _MARGIN),
    )


def _closed(
    ink: NDArray[np.bool_], inside: NDArray[np.bool_], gap: int
) -> tuple[Regions, NDArray[np.bool_]]:
    """The regions with a gap distance, and where it parts what is inside."""
    lines = bridge_gaps(ink, gap)
    regions = regions_between(lines, gap)
    return regions, closed_holes(ink, lines, regions) & inside


def _parts(regions: Regions, inside: NDArray[np.bool_]) -> NDArray[np.int64]:
    """(R,) how many pixels of the region each of its parts has."""
    return np.bincount(regions.labels[inside & ~regions.ink], minlength=regions.count)


def _leads_to_a_part(here: NDArray[np.bool_], regions: Regions, parts: NDArray[np.int64]) -> bool:
    around = cv2.dilate(here.astype(np.uint8), _NEAR) > 0
    sizes = np.sort(parts[np.unique(regions.labels[around])])
    return len(sizes) > 1 and bool(sizes[-2] >= _SMALLEST_PART)


def _closing_gaps(
    ink: NDArray[np.bool_],
    inside: NDArray[np.bool_],
    holes: Sequence[tuple[int, NDArray[np.bool_]]],
    gap: int,
    widest: int,
) -> list[int]:
    """The gap distance that really closes each hole: bridges and basins have rules of their own."""
    result = [widest] * len(holes)
    open_still = set(range(len(holes)))
    for candidate in _candidates([width for width, _ in holes], gap, widest):
        _, closed = _closed(ink, inside, candidate)
        near = cv2.dilate(closed.astype(np.uint8), _NEAR) > 0
        for hole in tuple(open_still):
            if (near & holes[hole][1]).any():
                result[hole] = candidate
                open_still.discard(hole)
    return result


def _candidates(widths: Sequence[int], gap: int, widest: int) -> list[int]:
    """Gap distances worth a try, ascending, no two of them next to each other."""
    wished = {min(width + more, widest) for width in widths for more in (0, _TOLERANCE)}
    chosen: list[int] = []
    for one in sorted(max(one, gap + 1) for one in wished):
        if not chosen or one > chosen[-1] + 1:
            chosen.append(one)
    return chosen
