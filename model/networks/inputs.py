"""Drawings as the networks read them: small, binary lines and flat colors on white.

Training and coloring both prepare their pictures here, so that the networks meet what they have
learned from.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

# Share of ink, as seen from a line one pixel wide, from which a small pixel counts as ink.
_INK_SHARE = 0.5


def shrink_line(
    line: NDArray[np.uint8], height: int, width: int, ink_share: float = _INK_SHARE
) -> NDArray[np.uint8]:
    """Binary line art of another size in which thin lines stay whole.

    Gray values are given up on purpose: gray lines that were extracted from color frames leak
    color, and networks learn to read it.

    Args:
        line: (H, W) uint8 gray line art, 0 = ink.
        height: of the result.
        width: of the result.
        ink_share: the share, in (0, 1), of a one-pixel line's ink that makes a pixel ink.

    Returns:
        (height, width) uint8, 0 = ink, 255 = paper.
    """
    factor = max(1.0, line.shape[0] / height, line.shape[1] / width)
    small = cv2.resize(line, (width, height), interpolation=cv2.INTER_AREA)
    return np.where(small < 255 * (1 - ink_share / factor), 0, 255).astype(np.uint8)


def flat_color(color: NDArray[np.uint8]) -> NDArray[np.float32]:
    """A color layer as the networks read it.

    Args:
        color: (H, W, 4) uint8 RGBA.

    Returns:
        (3, H, W) float32 in [-1, 1], transparent paper composed on white.
    """
    alpha = color[..., 3:].astype(np.float32) / 255
    on_white = color[..., :3] * alpha + 255 * (1 - alpha)
    return np.ascontiguousarray((on_white / 127.5 - 1).transpose(2, 0, 1), dtype=np.float32)
