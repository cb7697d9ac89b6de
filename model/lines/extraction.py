"""Line art out of a color image, for keys and footage that come without their lines."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

# A stroke is darker than what lies on both sides of it by this many 8-bit steps of lightness.
_STROKE_DEPTH = 40
# It is dark in itself, too: a narrow gray shadow between light paints is paint.
_STROKE_LIGHTNESS = 35  # L of Lab, 0..100
# And at most this wide, as a share of the image's longer side (4 px at 512).
_STROKE_WIDTH = 0.008
# Paints that differ by less than this (Lab, Euclidean) are one paint with noise or a gradient.
_SAME_PAINT = 9.0


def extract_lines(color: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Draw the lines of a color image: its dark strokes, and a thin line where paint changes.

    The result is binary, since gray lines taken from a color image give its colors away.

    Args:
        color: (H, W, 4) uint8 RGBA, with or without strokes drawn on it.

    Returns:
        (H, W) uint8, 0 = ink, 255 = paper.
    """
    alpha = color[..., 3:].astype(np.float32) / 255
    on_white = (color[..., :3] * alpha + 255 * (1 - alpha)) / 255
    lab = cv2.cvtColor(on_white.astype(np.float32), cv2.COLOR_RGB2LAB)
    strokes = _strokes(lab[..., 0])
    ink = strokes | _borders(lab, color[..., 3], strokes)
    return np.where(ink, 0, 255).astype(np.uint8)


def find_strokes(rgb: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """(H, W) bool: the dark strokes of an (H, W, 3) uint8 RGB image, without borders of paint."""
    lab = cv2.cvtColor(rgb.astype(np.float32) / 255, cv2.COLOR_RGB2LAB)
    return _strokes(lab[..., 0])


def widest_stroke(shape: tuple[int, ...]) -> int:
    """Pixels that a stroke may be wide in a picture of (H, W, ...); odd."""
    return max(3, 2 * round(_STROKE_WIDTH * max(shape) / 2) + 1)


def _strokes(lightness: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Thin dark lines: what a morphological closing would fill in."""
    width = widest_stroke(lightness.shape)
    ball = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * width + 1, 2 * width + 1))
    filled = cv2.morphologyEx(lightness, cv2.MORPH_CLOSE, ball)
    deep = filled - lightness > _STROKE_DEPTH * 100 / 255
    return deep & (lightness < _STROKE_LIGHTNESS)


def _borders(
    lab: NDArray[np.float32], alpha: NDArray[np.uint8], strokes: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """One pixel wherever two paints touch without a stroke between them."""
    # A blend along an anti-aliased border becomes one of its neighbors, so that the border is
    # one step and gives one line, not two.
    smooth = cv2.medianBlur(
        (lab + np.array((0, 128, 128), np.float32)).clip(0, 255).astype(np.uint8), 5
    )
    paint = smooth.astype(np.float32)
    opaque = alpha >= 128
    border = np.zeros(alpha.shape, bool)
    for here, there in ((np.s_[:, 1:], np.s_[:, :-1]), (np.s_[1:], np.s_[:-1])):
        apart = np.linalg.norm(paint[here] - paint[there], axis=2) > _SAME_PAINT
        apart |= opaque[here] != opaque[there]
        border[here] |= apart
    beside_stroke = cv2.dilate(strokes.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
    return border & ~beside_stroke
