"""Putting together again what gap closing parted although there is no line to have a hole.

A hole is short beside the line it is in: most of the border between the regions on either side is
ink. Where hardly any of it is, a region was parted at a narrow place of its own.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from model.painting.borders import Borders

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
        borders = Borders.of(labels, ink)
        no_line = borders.length - borders.bare < _LEAST_INK * borders.bare
        if not no_line.any():
            break
        count = int(labels.max()) + 1
        pairs = borders.one[no_line], borders.other[no_line]
        links = coo_array((np.ones(len(pairs[0])), pairs), (count, count))
        _, joined = connected_components(links, directed=False)
        labels = joined.astype(np.int32)[labels]
    return labels
