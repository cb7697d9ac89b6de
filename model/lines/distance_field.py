"""Line art as gray values, as a mask and as a distance field (paper section 3.1)."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

# Darker than this counts as ink. Anti-aliased borders of a 1 px line stay above it, so that a
# thin line does not swallow the regions beside it.
INK_THRESHOLD = 128

# Distances are divided by this share of the longer side and cut at 1: farther away than that,
# knowing the exact distance to the nearest line no longer tells regions apart.
_REACH = 0.125


def ink_mask(line: NDArray[np.uint8], threshold: int = INK_THRESHOLD) -> NDArray[np.bool_]:
    """Where the ink is.

    Args:
        line: (H, W) uint8 gray line art, 0 = ink, 255 = paper.
        threshold: values below it are ink.

    Returns:
        (H, W) bool.
    """
    return line < threshold


def distance_to_ink(ink: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Euclidean distance in pixels to the nearest ink; the image diagonal where there is none.

    Args:
        ink: (H, W) bool, where the lines are.

    Returns:
        (H, W) float32, 0 on ink.
    """
    if not ink.any():
        return np.full(ink.shape, np.hypot(*ink.shape), dtype=np.float32)
    return cv2.distanceTransform((~ink).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_5)


def distance_field(ink: NDArray[np.bool_]) -> NDArray[np.float32]:
    """Normalized distance field, the input of EnD.

    Args:
        ink: (H, W) bool, where the lines are.

    Returns:
        (H, W) float32 in [0, 1]: 0 on ink, 1 at an eighth of the longer side or farther.
    """
    reach = max(1.0, _REACH * max(ink.shape))
    return np.minimum(distance_to_ink(ink) / np.float32(reach), np.float32(1.0))
