"""What a drawing should look like: its finished color and the regions a viewer sees in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np
from numpy.typing import NDArray

from model.lines.distance_field import ink_mask
from model.painting.key_paint import packed

# Smaller regions are crumbs between strokes: nobody would click them.
SMALLEST_REGION = 11
# Colors whose channels differ by no more than this are one color.
TOLERANCE = 2


@dataclass(frozen=True, eq=False)
class Truth:
    """One finished drawing to measure against.

    Attributes:
        line: (H, W) uint8 gray line art, 0 = ink, 255 = paper.
        color: (H, W, 4) uint8 RGBA flat color layer.
    """

    line: NDArray[np.uint8]
    color: NDArray[np.uint8]

    @cached_property
    def ink(self) -> NDArray[np.bool_]:
        """(H, W) bool."""
        return ink_mask(self.line)

    @cached_property
    def composite(self) -> NDArray[np.uint8]:
        """(H, W, 3) uint8, see `over_white`."""
        return over_white(self.color, self.line)

    @cached_property
    def regions(self) -> TrueRegions:
        """Connected ink-free areas of one color, more than 10 px large."""
        return _find(color_codes(self.color), self.ink, self.color)

    @cached_property
    def seen(self) -> Truth:
        """The same where bare paper and white paint are one color."""
        return Truth(self.line, opaque(self.color))


@dataclass(frozen=True, eq=False)
class TrueRegions:
    """The N regions of a finished drawing that count.

    Attributes:
        pixels: (M,) int64, flat indices of the pixels of all regions.
        owner: (M,) int64, the region 0..N-1 of each of these pixels.
        colors: (N, 4) uint8 RGBA.
        areas: (N,) int64 pixels.
    """

    pixels: NDArray[np.int64]
    owner: NDArray[np.int64]
    colors: NDArray[np.uint8]
    areas: NDArray[np.int64]


def over_white(color: NDArray[np.uint8], line: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """What a viewer sees: the color over white paper, the lines in black on top.

    Args:
        color: (H, W, 4) uint8 RGBA, straight alpha.
        line: (H, W) uint8 gray line art.

    Returns:
        (H, W, 3) uint8.
    """
    result = opaque(color)[..., :3].copy()
    result[ink_mask(line)] = 0
    return result


def opaque(color: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The same (H, W, 4) uint8 RGBA colors on white paper, alpha 255 everywhere."""
    alpha = color[..., 3:].astype(np.float32) / 255
    on_white = np.rint(color[..., :3] * alpha + 255 * (1 - alpha)).astype(np.uint8)
    return np.dstack([on_white, np.full(color.shape[:2], 255, np.uint8)])


def color_codes(color: NDArray[np.uint8]) -> NDArray[np.uint32]:
    """Each RGBA color as one integer; whatever a transparent pixel hides, its integer is 0."""
    return np.where(color[..., 3] == 0, np.uint32(0), packed(color))


def same_color(one: NDArray[np.uint8], other: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Whether RGBA colors agree within 2/255 in every channel; transparent equals transparent.

    Args:
        one: (..., 4) uint8.
        other: (..., 4) uint8.

    Returns:
        (...) bool.
    """
    near = (np.maximum(one, other) - np.minimum(one, other) <= TOLERANCE).all(axis=-1)
    return near | (np.maximum(one[..., 3], other[..., 3]) == 0)


def _find(
    codes: NDArray[np.uint32], ink: NDArray[np.bool_], color: NDArray[np.uint8]
) -> TrueRegions:
    labels = np.zeros(codes.shape, np.int32)
    count = 0
    for code in np.unique(codes[~ink]):
        here = (codes == code) & ~ink
        found, parts = cv2.connectedComponents(here.astype(np.uint8), connectivity=4)
        labels[here] = parts[here] + count
        count += found - 1
    areas = np.bincount(labels.ravel(), minlength=count + 1)
    areas[0] = 0
    keep = areas >= SMALLEST_REGION
    numbers = np.cumsum(keep) - 1
    pixels = np.flatnonzero(keep[labels.ravel()])
    owner = numbers[labels.ravel()[pixels]]
    colors = np.zeros((int(keep.sum()), 4), np.uint8)
    colors[owner] = color.reshape(-1, 4)[pixels]
    return TrueRegions(pixels, owner, colors, areas[keep])
