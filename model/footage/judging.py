"""What a shot must have to be learned from, and which of its frames count."""

from __future__ import annotations

from typing import Literal

import cv2
import numpy as np
from numpy.typing import NDArray

from model.footage.histograms import difference

Fault = Literal["dark", "faded"]

SHORTEST = 8
"""Frames that a shot must have at least (paper, section 4.1)."""

# Two frames whose histograms differ by less show the same (paper, section 4.1) ...
_STILL = 10.0
# ... unless this share of the picture changed. Where paint is flat, a figure that only wanders
# leaves the histogram as it was.
_STILL_SHARE = 0.01
# Of frames that are as good as equal, in a hold of minutes, one is compared with the others.
_ALIKE = 1.0

# Too dark: 95 of 100 pixels have less than a quarter of full light, so that lines and dark paints
# run together.
_DARK, _MOST = 64, 95
# Too faded: a frame spans less than a quarter of the range from its darkest to its lightest, as in
# a fade to white; or nothing in it has any color, as in titles. A small figure on white paper is
# enough, so only two of a thousand pixels are taken for chance.
_FLAT, _COLORLESS, _EXTREMES = 64, 16, (0.2, 99.8)
# Of a frame, only every so many pixels are looked at.
_SIDE_LOOKED_AT = 256

# A drawing has changed when this many pixels of a blurred frame have, by more than compression
# does; a blink or a mouth at the size of footage is larger.
_CHANGED_BY = 25
_CHANGED_PIXELS = 12


def fault_of(rgb: NDArray[np.uint8]) -> Fault | None:
    """Why nothing can be learned from a frame; None when something can.

    Args:
        rgb: (H, W, 3) uint8 RGB.
    """
    step = max(1, max(rgb.shape[:2]) // _SIDE_LOOKED_AT)
    looked_at = rgb[::step, ::step]
    light, shade = looked_at.max(axis=2), looked_at.min(axis=2)
    if np.percentile(light, _MOST) < _DARK:
        return "dark"
    darkest, lightest = np.percentile(shade, _EXTREMES[0]), np.percentile(light, _EXTREMES[1])
    has_color = np.percentile(light - shade, _EXTREMES[1]) >= _COLORLESS
    return None if has_color and lightest - darkest >= _FLAT else "faded"


def shows_another_drawing(rgb: NDArray[np.uint8], before: NDArray[np.uint8]) -> bool:
    """False when two frames, (H, W, 3) uint8 RGB, hold one drawing and differ by noise alone."""
    return _changed_pixels(rgb, before) >= _CHANGED_PIXELS


def _changed_pixels(rgb: NDArray[np.uint8], before: NDArray[np.uint8]) -> int:
    apart = cv2.absdiff(cv2.blur(rgb, (5, 5)), cv2.blur(before, (5, 5)))
    return int((apart.max(axis=2) > _CHANGED_BY).sum())


class StillnessJudge:
    """Tells shots in which something moves from those that are nearly still.

    Attributes:
        is_still: True as long as all pairs of frames are nearly the same.
    """

    def __init__(self) -> None:
        self.is_still = True
        self._seen: list[NDArray[np.float32]] = []
        self._first: NDArray[np.uint8] | None = None

    def add(self, rgb: NDArray[np.uint8], histogram: NDArray[np.float32]) -> None:
        """Take in one more frame.

        Args:
            rgb: (H, W, 3) uint8 RGB.
            histogram: its (768,) float32 histogram.
        """
        if not self.is_still:
            return
        if self._first is None:
            self._first = rgb
        changed = _changed_pixels(rgb, self._first) / (rgb.shape[0] * rgb.shape[1])
        differences = [difference(histogram, other) for other in self._seen]
        if max(differences, default=0.0) >= _STILL or changed >= _STILL_SHARE:
            self.is_still = False
            self._seen.clear()
            self._first = None
        elif min(differences, default=_STILL) >= _ALIKE:
            self._seen.append(histogram)
