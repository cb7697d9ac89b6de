"""What blends along the lines of a key were painted with.

In an anti-aliased composite the pixels beside a line are part paint, part ink. A region so narrow
that it has no others holds not one pixel of its paint, yet its blends lie between that paint and
the ink beside them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from model.painting.regions import Regions, spread_under_ink

# Levels of a channel that rounding, or lines that another program has drawn, put a blend off.
_TOLERANCE = 6.0
# How far off a pixel can speak against a paint: one that something else spoiled is no veto.
_MOST = 40.0
# Of two paints that explain blends alike, as a light and its shadow do over black, the one with
# less ink over it is meant; all ink is so many levels worse than none.
_INK_COSTS = 10.0
# A key with soft shading has thousands of colors.
_MOST_PAINTS = 500
# Pixels of a region that are looked at.
_PIXELS = 64


def explained(
    color: NDArray[np.uint8],
    regions: Regions,
    which: NDArray[np.intp],
    paints: NDArray[np.uint8],
) -> NDArray[np.int32]:
    """Which paint, partly under ink, each of some regions shows.

    Args:
        color: (H, W, 4) uint8 RGBA of a key.
        regions: of its line art.
        which: (N,) the regions asked about.
        paints: (P, 4) uint8 RGBA, the most used first: no more than 500 are asked about.

    Returns:
        (N,) int32 rows of `paints`; -1 where none explains what is there.
    """
    rows = np.full(len(which), -1, np.int32)
    if not len(which) or not len(paints):
        return rows
    place, ink = _nearest_ink(color, regions)
    order, starts = regions.by_region()
    targets = premultiplied(paints[:_MOST_PAINTS])
    flat = color.reshape(-1, 4)
    for index, region in enumerate(which):
        pixels = order[starts[region] : starts[region + 1]]
        pixels = pixels[np.linspace(0, len(pixels) - 1, min(len(pixels), _PIXELS)).astype(int)]
        seen, beside = premultiplied(flat[pixels]), ink[place[pixels]]
        costs, off = _costs(seen, beside, targets)
        best = costs.argmin()
        if off[best] <= _TOLERANCE:
            rows[index] = best
    return rows


def least_blended(
    color: NDArray[np.uint8], regions: Regions, which: NDArray[np.intp]
) -> NDArray[np.uint8]:
    """(N, 4) uint8 RGBA: the pixel of each region that differs most from the ink beside it.

    Args:
        color: (H, W, 4) uint8 RGBA of a key.
        regions: of its line art.
        which: (N,) the regions asked about.
    """
    if not len(which):
        return np.zeros((0, 4), np.uint8)
    place, ink = _nearest_ink(color, regions)
    order, starts = regions.by_region()
    flat = color.reshape(-1, 4)
    found = []
    for region in which:
        pixels = order[starts[region] : starts[region + 1]]
        away = np.linalg.norm(premultiplied(flat[pixels]) - ink[place[pixels]], axis=1)
        found.append(flat[pixels[away.argmax()]])
    return np.array(found, np.uint8)


def _costs(
    seen: NDArray[np.float32], beside: NDArray[np.float32], paints: NDArray[np.float32]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """(P,) what it costs to take N pixels for each paint, and (P,) how far off they are."""
    way = beside[:, None] - paints  # (N, P, 4)
    gone = seen[:, None] - paints
    share = (gone * way).sum(2) / np.maximum((way * way).sum(2), 1e-6)
    share = share.clip(0, 1)
    off = np.abs(gone - share[..., None] * way).max(2).clip(0, _MOST).mean(0)
    return off + _INK_COSTS * share.mean(0), off


def _nearest_ink(
    color: NDArray[np.uint8], regions: Regions
) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """(H * W,) which ink pixel is nearest, and (I, 4) the premultiplied color there."""
    ink = np.flatnonzero(regions.ink)
    if not ink.size:
        return np.zeros(color.shape[0] * color.shape[1], np.int32), np.zeros((1, 4), np.float32)
    numbers = np.zeros(regions.ink.size, np.int32)
    numbers[ink] = np.arange(1, ink.size + 1)
    place = spread_under_ink(numbers.reshape(regions.ink.shape)).ravel() - 1
    return place, premultiplied(color.reshape(-1, 4)[ink])


def premultiplied(colors: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(N, 4) float32 RGBA, 0 to 255, of (N, 4) uint8 RGBA with straight alpha."""
    result = colors.astype(np.float32)
    result[:, :3] *= result[:, 3:] / np.float32(255)
    return result
