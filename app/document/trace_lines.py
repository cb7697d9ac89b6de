"""Colored trace lines: borders of shadow and highlight, none of them in the finished picture."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

# Strongest channel of an ink, as it is where it covers the paper in full, beside its weakest.
# Pure red, blue and green traces have 255, a trace softened to (200, 0, 0) still 200; sepia and
# dark blue lines, which are to stay, have less.
_VIVID = 160
# Fainter ink is a tint of scanned paper, whose hue means nothing.
_FAINT = 8


def without_traces(line_art: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Line art in which vivid lines are left out, so that paint goes on where they were.

    Args:
        line_art: (H, W, 4) uint8 RGBA, straight alpha, lines on white or transparent.

    Returns:
        (H, W, 4) uint8 RGBA; a pixel of a trace is transparent, every other one as it was. The
        argument itself when there is no trace.
    """
    red, green, blue = (line_art[..., channel] for channel in range(3))
    # A reduction over the last axis takes several times as long.
    strongest = np.maximum(np.maximum(red, green), blue)
    weakest = np.minimum(np.minimum(red, green), blue)
    # Most of a drawing is gray: only the rest is worth arithmetic.
    rows, columns = np.nonzero((strongest > weakest) & (line_art[..., 3] > 0))
    # Of ink on paper, (strongest - weakest) / (255 - weakest) is how vivid the ink itself is.
    spread = strongest[rows, columns].astype(np.int32) - weakest[rows, columns]
    depth = 255 - weakest[rows, columns].astype(np.int32)
    vivid = (spread * 255 >= _VIVID * depth) & (depth >= _FAINT)
    if not vivid.any():
        return line_art
    left = line_art.copy()
    left[rows[vivid], columns[vivid]] = 0
    return left
