"""Line art with holes in its lines, for training and for measuring."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from model.lines.distance_field import ink_mask


def cut_gaps(
    line: NDArray[np.uint8], rng: np.random.Generator, width: int, spacing: float = 60
) -> NDArray[np.uint8]:
    """Line art with pieces of its lines missing.

    Args:
        line: (H, W) uint8.
        rng: decides where.
        width: side of the square piece that is erased, pixels.
        spacing: about one gap for this many pixels of line length.

    Returns:
        (H, W) uint8.
    """
    broken = line.copy()
    ys, xs = np.nonzero(ink_mask(line))
    if not ys.size:
        return broken
    # Lines are two to three pixels wide on the whole: ink pixels overstate their length.
    count = rng.poisson(ys.size / 2.5 / spacing)
    for index in rng.integers(0, ys.size, count):
        top, left = max(0, ys[index] - width // 2), max(0, xs[index] - width // 2)
        broken[top : top + width, left : left + width] = 255
    return broken
