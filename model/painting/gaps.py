"""Gap closing: telling a hole in a line from the passage that the artist drew.

A trapped ball finds regions by rolling balls of falling radius over the paper. The same answer
comes faster from the distance to the ink: two basins of that field that meet only over a low,
narrow saddle are two regions with a gap between them; a basin that simply tapers off is one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

# A basin counts as a region of its own when its peak is this much higher than the passage that
# leads out of it (pixels: ratio * passage + offset); lower ones are tips and bends of a region.
_BOTTLENECK_RATIO = 1.4
_BOTTLENECK_OFFSET = 0.5
# In a passage of one pixel, distances are too coarse to tell a bend from a bottleneck.
_LOWEST_PASSAGE = 1.5

_CROSS = cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))


@dataclass
class _Basins:
    """Growing regions: a pixel map and, per region, one inner pixel and the peak distance."""

    pixels: NDArray[np.int32]
    inner: list[int]
    peak: list[float]

    def add(self, inner: int, peak: float) -> int:
        self.inner.append(inner)
        self.peak.append(peak)
        return len(self.peak) - 1


def split_at_gaps(distance: NDArray[np.float32], gap: int) -> NDArray[np.int32]:
    """Label the paper so that no label reaches through a gap of `gap` pixels or less.

    Args:
        distance: (H, W) float32, distance in pixels to the nearest ink, 0 on ink.
        gap: widest hole in a line, in pixels, that is to be treated as closed; 0 closes none.

    Returns:
        (H, W) int32: 0 on ink, 1..R elsewhere.
    """
    if gap <= 0:
        return _components(distance > 0)[1]
    # The middle pixel of a hole of g pixels is (g + 1) / 2 from the ink on either side.
    top = (gap + 1) / 2
    basins = _Basins(np.zeros(distance.shape, np.int32), [0], [0.0])
    _seed(basins, distance, top)
    level = top
    while level > 0:
        passage = level
        # Distances are whole pixels along lines that are level: halves keep clear of them, or every
        # wave of a line an odd gap wide would part what it encloses.
        level = max(0.0, math.ceil(level - 0.5) - 0.5)
        _lower(basins, distance > level, passage)
    return _renumbered(basins.pixels)


def _components(mask: NDArray[np.bool_]) -> tuple[int, NDArray[np.int32]]:
    count, labels = cv2.connectedComponents(mask.astype(np.uint8), connectivity=4)
    return count, labels


def _seed(basins: _Basins, distance: NDArray[np.float32], level: float) -> None:
    count, components = _components(distance > level)
    peaks = np.zeros(count, np.float32)
    inside = components > 0
    np.maximum.at(peaks, components[inside], distance[inside])
    inner = _inner_pixels(components, count)
    for component in range(1, count):
        basins.add(int(inner[component]), float(peaks[component]))
    basins.pixels[:] = components


def _lower(basins: _Basins, mask: NDArray[np.bool_], passage: float) -> None:
    """Flood down to `mask`: extend the basins, start new ones, merge those without bottleneck."""
    count, components = _components(mask)
    inner = _inner_pixels(components, count)
    children: list[list[int]] = [[] for _ in range(count)]
    flat = components.ravel()
    for basin in np.flatnonzero(_present(basins.pixels)).tolist():
        children[flat[basins.inner[basin]]].append(basin)
    fill = np.zeros(count, np.int32)
    renamed = np.arange(len(basins.peak), dtype=np.int32)
    shared = np.zeros(count, bool)
    for component in range(1, count):
        here = children[component]
        if not here:
            fill[component] = basins.add(int(inner[component]), passage)
            continue
        strong = _merge_weak(basins, here, passage, mask.shape[1], renamed)
        fill[component] = strong[0]
        shared[component] = len(strong) > 1
    basins.pixels[:] = renamed[basins.pixels]
    alone = mask & ~shared[components]
    basins.pixels[alone] = fill[components[alone]]
    if shared.any():
        _grow(basins.pixels, mask & shared[components])


def _merge_weak(
    basins: _Basins, here: list[int], passage: float, width: int, renamed: NDArray[np.int32]
) -> list[int]:
    """Give every basin of `here` without bottleneck to the nearest that has one."""
    needed = _BOTTLENECK_RATIO * max(passage, _LOWEST_PASSAGE) + _BOTTLENECK_OFFSET
    strong = [basin for basin in here if basins.peak[basin] >= needed]
    if not strong:
        strong = [max(here, key=lambda basin: basins.peak[basin])]
    places = np.array([divmod(basins.inner[basin], width) for basin in strong])
    for basin in here:
        if basin in strong:
            continue
        away = np.abs(places - divmod(basins.inner[basin], width)).sum(axis=1)
        renamed[basin] = strong[int(away.argmin())]
    return strong


def _grow(pixels: NDArray[np.int32], mask: NDArray[np.bool_]) -> None:
    """Let labels spread, one pixel a round and never across ink, until `mask` is full."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    window = np.s_[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    labels = np.where(mask[window], pixels[window], 0).astype(np.float32)
    waiting = mask[window] & (labels == 0)
    while waiting.any():
        spread = cv2.dilate(labels, _CROSS)
        reached = waiting & (spread > 0)
        if not reached.any():
            break
        labels[reached] = spread[reached]
        waiting &= ~reached
    filled = mask[window]
    pixels[window][filled] = labels[filled].astype(np.int32)


def _inner_pixels(components: NDArray[np.int32], count: int) -> NDArray[np.int64]:
    inner = np.zeros(count, np.int64)
    inner[components.ravel()] = np.arange(components.size)
    return inner


def _renumbered(labels: NDArray[np.int32]) -> NDArray[np.int32]:
    present = _present(labels)
    numbers = np.zeros(present.size, np.int32)
    numbers[present] = np.arange(1, int(present.sum()) + 1)
    return numbers[labels]


def _present(labels: NDArray[np.int32]) -> NDArray[np.bool_]:
    """(largest + 1,) bool: which labels but 0 there are."""
    present = np.zeros(int(labels.max()) + 1, bool)
    present[labels.ravel()] = True
    present[0] = False
    return present
