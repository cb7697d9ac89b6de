"""What runs on any machine without learning: the coloring that the networks have to beat."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from model.evaluation.methods import KeyedShot, PaintedKeys
from model.lines.distance_field import distance_to_ink, ink_mask
from model.painting.regions import find_regions, region_majority

# Farther from a line than this, in pixels, the distance field is flat: what happens near the
# lines is what the flow has to follow.
_REACH = 20


class CopiedKey:
    """The nearest key's paint at the same place."""

    def __init__(self, by_region: bool) -> None:
        """Each pixel for itself, or each region by the majority of its pixels."""
        self._by_region = by_region

    def prepare(self, shot: KeyedShot) -> None:
        """See `Method.prepare`."""
        self._shot, self._keys = shot, PaintedKeys.of(shot)

    def color(self, index: int) -> NDArray[np.uint8]:
        """See `Method.color`."""
        paint = self._keys.paint[self._shot.nearest_key(index)]
        if self._by_region:
            paint = voted(self._shot.lines[index], paint, self._shot.gap)
        return self._keys.palette[paint]


class Flow:
    """Paint carried from the nearest key along optical flow, then decided region by region.

    DIS flow (Kroeger et al. 2016) between the drawings' distance fields: lines alone are too
    sparse to be followed.
    """

    def __init__(self, chained: bool) -> None:
        """Straight from the key, or drawing by drawing over all that lie between."""
        self._chained = chained

    def prepare(self, shot: KeyedShot) -> None:
        """See `Method.prepare`."""
        self._shot, self._keys = shot, PaintedKeys.of(shot)
        self._reached: dict[tuple[int, int], NDArray[np.int32]] = {}

    def color(self, index: int) -> NDArray[np.uint8]:
        """See `Method.color`."""
        key = self._shot.nearest_key(index)
        if not self._chained:
            return self._keys.palette[self._step(key, index, self._keys.paint[key])]
        return self._keys.palette[self._chain(key, index)]

    def _chain(self, key: int, index: int) -> NDArray[np.int32]:
        paint = self._keys.paint[key]
        toward = 1 if index > key else -1
        for here in range(key, index, toward):
            there = here + toward
            if (key, there) not in self._reached:
                self._reached[key, there] = self._step(here, there, paint)
            paint = self._reached[key, there]
        return paint

    def _step(self, source: int, goal: int, paint: NDArray[np.int32]) -> NDArray[np.int32]:
        lines = self._shot.lines
        carried = carry(lines[source], lines[goal], paint)
        return voted(lines[goal], carried, self._shot.gap)


def carry(
    source: NDArray[np.uint8], goal: NDArray[np.uint8], paint: NDArray[np.int32]
) -> NDArray[np.int32]:
    """Paint of one drawing moved onto another along the flow between their distance fields.

    Args:
        source: (H, W) uint8 gray line art of the drawing that the paint belongs to.
        goal: (H, W) uint8 gray line art.
        paint: (H, W) int32.

    Returns:
        (H, W) int32.
    """
    method = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    # The preset stops at half the size, where small regions are lost.
    method.setFinestScale(0)
    flow = method.calc(_field(goal), _field(source), None)
    height, width = paint.shape
    rows = np.clip(np.rint(np.arange(height)[:, None] + flow[..., 1]), 0, height - 1)
    columns = np.clip(np.rint(np.arange(width)[None] + flow[..., 0]), 0, width - 1)
    return paint[rows.astype(np.int64), columns.astype(np.int64)]


def voted(line: NDArray[np.uint8], paint: NDArray[np.int32], gap: int) -> NDArray[np.int32]:
    """(H, W) int32: every region wholly in the paint that most of its pixels have."""
    regions = find_regions(line, gap)
    return region_majority(regions, paint)[regions.labels]


def _field(line: NDArray[np.uint8]) -> NDArray[np.uint8]:
    near = np.minimum(distance_to_ink(ink_mask(line)) / _REACH, 1)
    return np.rint(near * 255).astype(np.uint8)
