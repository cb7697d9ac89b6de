"""Line art in two values: what is a line is ink, however soft, thin or light it is drawn.

Everything behind this door (regions, completion of lines, networks) is made for lines that are
black or not there. Anti-aliasing spreads a line of one pixel over two or three of half its
darkness, and a pencil is nowhere black: a fixed threshold would see no line at all.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from model.lines.distance_field import INK_THRESHOLD

# How far across a line, in pixels, the profile is looked at. The widest must reach over the widest
# line that is lighter than the threshold; the narrowest parts lines that lie side by side.
_REACHES = (2, 4, 8)
_WAYS = ((0, 1), (1, 0), (1, 1), (1, -1))
_DIAGONAL = 0.71

# Heights of a profile that make a line, as shares of the usual one of the drawing: what is sure,
# and what belongs to something sure that it touches, as the thin end of a stroke does. With .08
# the ripples of a JPEG become lines, with .2 the ends of strokes are lost.
_SURE, _POSSIBLE = 0.30, 0.15
# The same at least, in levels, and in standard deviations of the paper's grain.
_LEAST_SURE, _LEAST_POSSIBLE = 24, 12
_SURE_OF_GRAIN, _POSSIBLE_OF_GRAIN = 6.0, 3.5

# Over so many pixels light changes little, and grain is another one.
_GRAIN_STEP = 4
# The median of the difference of two independent normal values, in standard deviations.
_MEDIAN_DIFFERENCE = 0.954


def binarized(line: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Line art with nothing between ink and paper.

    A pixel is ink where it is darker than half way from paper to the usual ink, or where it lies
    on a line: across one, it is at least half as high over the paper beside it as the line's
    darkest.

    Args:
        line: (H, W) uint8 gray, 0 = ink, 255 = paper; paper may be tinted or grained.

    Returns:
        (H, W) uint8, 0 = ink, 255 = paper. Line art in two values comes back as it is.
    """
    if not ((line > 0) & (line < 255)).any():
        return line
    darkness = _darkness(line)
    heights = _heights(darkness)
    full, sure, possible = _thresholds(heights, _grain(darkness))
    black = darkness > full
    _, pieces = cv2.connectedComponents((black | (heights >= possible)).astype(np.uint8))
    certain = np.zeros(int(pieces.max()) + 1, bool)
    certain[pieces[black | (heights >= sure)]] = True
    return np.where(certain[pieces], 0, 255).astype(np.uint8)


def _darkness(line: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """(H, W) uint8: 0 = paper or lighter, 255 = black. The most frequent light tone is paper."""
    tones = np.bincount(line.ravel(), minlength=256)[INK_THRESHOLD:]
    paper = INK_THRESHOLD + int(tones.argmax()) if tones.any() else 255
    table = 255 - np.arange(256) * (255 / paper)
    return cv2.LUT(line, np.clip(np.rint(table), 0, 255).astype(np.uint8))


def _grain(darkness: NDArray[np.uint8]) -> float:
    """Standard deviation of the paper, in levels."""
    apart = cv2.absdiff(darkness[:, _GRAIN_STEP:], darkness[:, :-_GRAIN_STEP])
    return float(np.median(apart)) / _MEDIAN_DIFFERENCE / np.sqrt(2) if apart.size else 0.0


def _thresholds(heights: NDArray[np.uint8], grain: float) -> tuple[float, float, float]:
    """Darkness of ink, and heights that make a line sure and possible, in levels."""
    least = max(_LEAST_SURE, _SURE_OF_GRAIN * grain)
    lines = heights[heights >= least]
    usual = float(np.percentile(lines, 90)) if lines.size else 255.0
    possible = max(_POSSIBLE * usual, _LEAST_POSSIBLE, _POSSIBLE_OF_GRAIN * grain)
    sure = max(_SURE * usual, least)
    return max(usual * (255 - INK_THRESHOLD) / 255, sure), sure, possible


def _heights(darkness: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """(H, W) uint8: how much darker than both sides a pixel on a line is; 0 off the lines."""
    highest = np.zeros_like(darkness)
    for reach in _REACHES:
        for down, right in _WAYS:
            far = reach if 0 in (down, right) else max(1, round(reach * _DIAGONAL))
            highest = cv2.max(highest, _profile(darkness, down, right, far))
    return highest


def _profile(darkness: NDArray[np.uint8], down: int, right: int, far: int) -> NDArray[np.uint8]:
    """Heights over the darker foot of the profile that goes `far` pixels to both sides."""
    height, width = darkness.shape
    framed = cv2.copyMakeBorder(darkness, far, far, far, far, cv2.BORDER_REPLICATE)
    one, other = (
        framed[far + y : far + y + height, far + x : far + x + width]
        for y, x in ((-far * down, -far * right), (far * down, far * right))
    )
    own = cv2.subtract(darkness, cv2.max(one, other))
    # At least half of the peak: as far over the foot as below the peak.
    below = cv2.subtract(cv2.dilate(darkness, _segment(down, right, far)), darkness)
    return cv2.bitwise_and(own, cv2.compare(own, below, cv2.CMP_GE))


def _segment(down: int, right: int, far: int) -> NDArray[np.uint8]:
    """The pixels of a profile as a kernel."""
    steps = np.arange(-far, far + 1)
    kernel = np.zeros((2 * far * abs(down) + 1, 2 * far * abs(right) + 1), np.uint8)
    kernel[far * abs(down) + steps * down, far * abs(right) + steps * right] = 1
    return kernel
