"""Putting together again what gap closing parted although there is no line to have a hole.

A hole is short beside the line it is in: most of the border between the regions on either side is
ink. Where hardly any of it is, a region was parted at a narrow place of its own.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

# Ink in a border, as a share of its bare paper, from which on there is a line between two regions.
# With more, regions of some training shots run together through their holes.
_LEAST_INK = 0.3
# Joining regions also joins their borders, which may be of one region then.
_MOST_ROUNDS = 3


def rejoin(labels: NDArray[np.int32], ink: NDArray[np.bool_]) -> NDArray[np.int32]:
    """Join neighbors hardly any of whose border is ink.

    Args:
        labels: (H, W) int32, region 0..R-1 of every pixel, of ink as well.
        ink: (H, W) bool, the lines and the bridges over their holes.

    Returns:
        (H, W) int32, regions 0..Q-1, Q <= R, in the order of the first of those that they join.
    """
    for _ in range(_MOST_ROUNDS):
        one, other, bare, inked = _borders(labels, ink)
        parted = (bare > 0) & (inked < _LEAST_INK * bare)
        if not parted.any():
            break
        count = int(labels.max()) + 1
        pairs = coo_array((np.ones(parted.sum()), (one[parted], other[parted])), (count, count))
        _, joined = connected_components(pairs, directed=False)
        labels = joined.astype(np.int32)[labels]
    return labels


def _borders(
    labels: NDArray[np.int32], ink: NDArray[np.bool_]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Every two regions that meet, and how many pixels of their border are bare and are ink."""
    count = int(labels.max()) + 1
    codes, bare = [], []
    for here, there in (
        (np.s_[:, :-1], np.s_[:, 1:]),
        (np.s_[:-1], np.s_[1:]),
    ):
        border = labels[here] != labels[there]
        pair = np.sort([labels[here][border], labels[there][border]], axis=0).astype(np.int64)
        codes.append(pair[0] * count + pair[1])
        bare.append(~(ink[here] | ink[there])[border])
    pairs, which = np.unique(np.concatenate(codes), return_inverse=True)
    is_bare = np.bincount(which, np.concatenate(bare), len(pairs)).astype(np.int64)
    lengths = np.bincount(which, minlength=len(pairs))
    return pairs // count, pairs % count, is_bare, lengths - is_bare
