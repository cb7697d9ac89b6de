"""Colors of another shot that stand for colors of this one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from model.painting.key_paint import packed, unpacked

# Levels of a channel. The same paint comes out of two hands, or of two scans, a little different;
# paints that are meant to differ do so by more.
WITHIN = 10


def near_rows(
    colors: NDArray[np.uint8], palette: NDArray[np.uint8], within: int = WITHIN
) -> NDArray[np.int32]:
    """Palette row that each color stands for: the same color, or the nearest one near enough.

    Args:
        colors: (Q, 4) uint8 RGBA.
        palette: (P, 4) uint8 RGBA.
        within: levels, 0 to 255, by which no channel of two near colors differs more.

    Returns:
        (Q,) int32; P where the palette has nothing near. Transparent colors are all the same.
    """
    if not len(palette):
        return np.zeros(len(colors), np.int32)
    ours, theirs = _comparable(colors), _comparable(palette)
    away = np.abs(ours[:, None] - theirs).max(axis=2)
    rows = away.argmin(axis=1)
    is_near = away[np.arange(len(rows)), rows] <= within
    return np.where(is_near, rows, len(palette)).astype(np.int32)


def in_shades_of(image: NDArray[np.uint8], palette: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """A color image in the nearest colors of a palette, where they are near.

    Args:
        image: (H, W, 4) uint8 RGBA.
        palette: (P, 4) uint8 RGBA.

    Returns:
        (H, W, 4) uint8 RGBA; what the palette has nothing near to stays as it is.
    """
    codes, place = np.unique(packed(image), return_inverse=True)
    found = unpacked(codes)
    rows = near_rows(found, palette)
    is_near = rows < len(palette)
    found[is_near] = palette[rows[is_near]]
    return found[place.ravel()].reshape(image.shape)


def colors_of(*images: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """(P, 4) uint8 RGBA, each color once that (H, W, 4) uint8 RGBA images have."""
    return unpacked(np.unique(np.concatenate([np.unique(packed(image)) for image in images])))


def _comparable(colors: NDArray[np.uint8]) -> NDArray[np.int32]:
    # What is not there has no color, and is never near to what is.
    return np.where(colors[:, 3:] == 0, -256, colors.astype(np.int32))
