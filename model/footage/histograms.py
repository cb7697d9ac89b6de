"""How much the colors of two frames differ, by the measure of the paper (section 4.1).

A frame's feature is the histogram of its red, green and blue values, 3 x 256 = 768 numbers; two
frames differ by the mean square error of these. The paper does not say what the histograms count,
but it scales all pictures to 256 x 256, and in pixels of such a picture its thresholds make sense:
a held drawing, which only the compression changes, differs from itself by 0.1 to 4, a blink by
some tens, and another shot by some thousands and more. (As shares, which add up to 1, no two
pictures could differ by more than 0.003.) So we count whatever there is and scale the counts.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

_COUNTED = 256 * 256


def color_histogram(rgb: NDArray[np.uint8]) -> NDArray[np.float32]:
    """The histogram of a frame.

    Args:
        rgb: (H, W, 3) uint8 RGB of any size.

    Returns:
        (768,) float32, in pixels of a 256 x 256 picture.
    """
    counts = [cv2.calcHist([rgb], [channel], None, [256], [0, 256]) for channel in range(3)]
    scale = _COUNTED / (rgb.shape[0] * rgb.shape[1])
    return (np.concatenate(counts).ravel() * scale).astype(np.float32)


def difference(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    """Mean square error of two histograms."""
    return float(np.mean(np.square(one - other)))
