"""The paints of a shot, out of the colors that its areas have frame by frame."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from model.footage.flattening import AreaColors

# Colors that differ by less (Lab, Euclidean) are one paint. Compression moves an area's median
# by 1 or 2; paints that a colorist tells apart are further from each other.
_SAME = 5.0
# An area that is nowhere deeper than this has no pixel of its pure color ...
_SHALLOW = 3.0
# ... and belongs to a paint that other areas have, if one is no further than this.
_NEAR = 20.0
_ROUNDS = 4
# Paints are sought among this many areas, the largest ones of the shot.
_MOST = 30_000
_AT_ONCE = 1024


def shared_palette(frames: Sequence[AreaColors]) -> list[NDArray[np.uint8]]:
    """Give the areas of all frames of a shot exact colors.

    Returns:
        For each frame (A, 3) uint8 RGB of its areas, out of one palette.
    """
    if not frames:
        return []
    colors = np.concatenate([frame.colors for frame in frames])
    depths = np.concatenate([frame.depths for frame in frames])
    weights = np.concatenate([frame.sizes for frame in frames]).astype(np.float64)
    lab = _lab(colors)
    is_deep = depths > _SHALLOW
    if not is_deep.any():
        is_deep[:] = True
    paints = _paints(lab[is_deep], weights[is_deep])
    members, distances = _nearest(lab, paints)
    strange = ~is_deep & (distances > _NEAR)
    if strange.any():
        more = _paints(lab[strange], weights[strange])
        members[strange] = len(paints) + _nearest(lab[strange], more)[0]
    palette = _medians(colors, weights * np.where(is_deep, 1.0, 1e-6), members)
    ends = np.cumsum([len(frame.colors) for frame in frames])[:-1]
    return np.split(palette[members], ends)


def _paints(lab: NDArray[np.float32], weights: NDArray[np.float64]) -> NDArray[np.float32]:
    """(P, 3) Lab: the colors around which all others lie, none two of them the same paint."""
    heaviest = np.argsort(-weights, kind="stable")[:_MOST]
    lab, weights = lab[heaviest], weights[heaviest]
    centers = _apart(lab)
    for _ in range(_ROUNDS):
        members, _ = _nearest(lab, centers)
        sums = np.zeros((len(centers), 3))
        np.add.at(sums, members, lab * weights[:, None])
        totals = np.bincount(members, weights, len(centers))
        heavier = np.argsort(-totals, kind="stable")[: int(np.count_nonzero(totals))]
        centers = _apart((sums[heavier] / totals[heavier, None]).astype(np.float32))
    return centers


def _apart(lab: NDArray[np.float32]) -> NDArray[np.float32]:
    """Those that are not the same paint as one before them."""
    left, kept = lab, []
    while len(left):
        kept.append(left[0])
        left = left[np.linalg.norm(left - left[0], axis=1) > _SAME]
    return np.array(kept, np.float32)


def _nearest(
    lab: NDArray[np.float32], paints: NDArray[np.float32]
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """(N,) the nearest paint of each color, and (N,) how far it is."""
    nearest = np.zeros(len(lab), np.int64)
    distances = np.zeros(len(lab), np.float32)
    for start in range(0, len(lab), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        apart = np.linalg.norm(lab[part, None] - paints[None], axis=2)
        nearest[part], distances[part] = apart.argmin(axis=1), apart.min(axis=1)
    return nearest, distances


def _medians(
    colors: NDArray[np.uint8], weights: NDArray[np.float64], members: NDArray[np.int64]
) -> NDArray[np.uint8]:
    """(P, 3) uint8: of each paint the median of its areas' colors, larger ones counting more."""
    palette = np.zeros((int(members.max()) + 1, 3), np.uint8)
    for paint in np.unique(members):
        own = members == paint
        for channel in range(3):
            order = np.argsort(colors[own, channel], kind="stable")
            reached = np.cumsum(weights[own][order])
            middle = np.searchsorted(reached, reached[-1] / 2)
            palette[paint, channel] = colors[own, channel][order][min(middle, len(order) - 1)]
    return palette


def _lab(colors: NDArray[np.uint8]) -> NDArray[np.float32]:
    scaled = colors[None].astype(np.float32) / 255
    return cv2.cvtColor(scaled, cv2.COLOR_RGB2LAB)[0]
