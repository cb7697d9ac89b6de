"""Small pictures of footage for a sheet."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

_SIDE = 128
_MOST_SHOWN = 3


@dataclass(frozen=True, eq=False)
class Thumbnail:
    """One drawing, small.

    Attributes:
        color: (H, W, 3) uint8 RGB, its paint, or the frame as it was.
        line: (H, W) uint8 gray line art; None for a frame that was not taken apart.
    """

    color: NDArray[np.uint8]
    line: NDArray[np.uint8] | None = None

    @staticmethod
    def of_frame(rgb: NDArray[np.uint8]) -> Thumbnail:
        """Of a frame, (H, W, 3) uint8 RGB, as it is."""
        return Thumbnail(shrunk(rgb, _SIDE))


def drawing_thumbnail(line: NDArray[np.uint8], color: NDArray[np.uint8]) -> Thumbnail:
    """Of a drawing.

    Args:
        line: (H, W) uint8 line art.
        color: (H, W, 4) uint8 RGBA color layer, opaque.
    """
    return Thumbnail(shrunk(np.ascontiguousarray(color[..., :3]), _SIDE), shrunk(line, _SIDE))


def places_shown(drawings: int) -> list[int]:
    """Which of a shot's drawings, from 0, stand for it: the first, one in the middle, the last."""
    places = np.linspace(0, drawings - 1, _MOST_SHOWN).astype(int)
    return [int(place) for place in np.unique(places)]


def shrunk(picture: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """A uint8 picture made smaller until its longer side is no longer than `side`."""
    height, width = picture.shape[:2]
    scale = side / max(height, width)
    if scale >= 1:
        return picture
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA))
