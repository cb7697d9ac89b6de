"""A finished frame taken apart: its strokes, and areas of flat color between them.

Compression blurs colors along the lines, makes noise of flat paint and thins the lines out until
they leak. So it is not the lines that tell areas apart, as in a drawing, but color alone: an area
is what hangs together without a step of color, and its color is the median of its deepest pixels.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from skimage.measure import label

from model.lines.extraction import find_strokes, widest_stroke
from model.painting.regions import spread_under_ink

MOST_AREAS = 2000
"""A painted background may have any number; the smallest then join what lies around them."""

# Within 3 x 3 pixels flat paint has no larger step than this, in 8-bit values of any channel.
_STEP = 12
# Smaller flat spots are what a blur along a border happens to have, unless nothing else is there.
_SMALLEST = 6
# A color like that of the strokes differs from it by no more than this in any channel.
_LIKE_INK = 20
# Ends, corners and crossings of strokes may be as deep as this many widths of a stroke.
_THICKEST = 1.5
# Of an area, those pixels count that are at least this share as far from its rim as the deepest.
_DEEP = 0.6

_AROUND = np.ones((3, 3), np.uint8)


@dataclass(frozen=True, eq=False)
class AreaColors:
    """What the A areas of a frame are painted with.

    Attributes:
        colors: (A, 3) uint8 RGB, as they are in this frame.
        depths: (A,) float32, how far the deepest pixel is from the rim: the deeper, the truer.
        sizes: (A,) int64, flat pixels of each.
    """

    colors: NDArray[np.uint8]
    depths: NDArray[np.float32]
    sizes: NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class FlatFrame:
    """One frame taken apart.

    Attributes:
        strokes: (H, W) bool, its drawn lines.
        labels: (H, W) int32, area 0..A-1 of every pixel, continued under the lines; A is at most
            `MOST_AREAS`.
        areas: what they are painted with.
    """

    strokes: NDArray[np.bool_]
    labels: NDArray[np.int32]
    areas: AreaColors


def flatten(rgb: NDArray[np.uint8]) -> FlatFrame:
    """Take a frame apart.

    Args:
        rgb: (H, W, 3) uint8 RGB, a finished frame with its lines.
    """
    strokes = find_strokes(rgb)
    seeds = _seeds(rgb, strokes)
    areas = measured(rgb, seeds)
    is_ink = _are_ink(areas, rgb[strokes], widest_stroke(rgb.shape))
    if is_ink.any() and not is_ink.all():
        inked = np.concatenate([[False], is_ink])[seeds]
        strokes = strokes | inked
        seeds = numbered(np.where(inked, 0, seeds))
        areas = measured(rgb, seeds)
    return FlatFrame(strokes, spread_under_ink(seeds) - 1, areas)


def _are_ink(areas: AreaColors, ink: NDArray[np.uint8], widest: int) -> NDArray[np.bool_]:
    """(A,) which areas are but the thick ends and corners of strokes.

    Args:
        areas: of the frame.
        ink: (N, 3) uint8 RGB, what is known to be strokes.
        widest: pixels that a stroke may be wide.
    """
    if not len(ink):
        return np.zeros(len(areas.colors), bool)
    apart = np.abs(areas.colors - np.median(ink, axis=0)).max(axis=1)
    return (apart <= _LIKE_INK) & (areas.depths <= _THICKEST * widest)


def drawn(
    strokes: NDArray[np.bool_], labels: NDArray[np.int32], colors: NDArray[np.uint8]
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """A frame as training wants it.

    Args:
        strokes: see `FlatFrame`.
        labels: see `FlatFrame`.
        colors: (A, 3) uint8 RGB, the exact colors of its areas.

    Returns:
        (H, W) uint8 binary line art, 0 = ink, 255 = paper: the strokes, and a thin line where two
        paints meet without one; and the (H, W, 4) uint8 RGBA color layer, continued under them.
    """
    layer = colors[labels]
    line = strokes.copy()
    near = cv2.dilate(strokes.astype(np.uint8), _AROUND) > 0
    for here, there in ((np.s_[:, 1:], np.s_[:, :-1]), (np.s_[1:], np.s_[:-1])):
        apart = (layer[here] != layer[there]).any(axis=2)
        line[here] |= apart & ~(near[here] & near[there])
    opaque = np.full((*layer.shape[:2], 1), 255, np.uint8)
    return np.where(line, 0, 255).astype(np.uint8), np.concatenate([layer, opaque], axis=2)


def _seeds(rgb: NDArray[np.uint8], strokes: NDArray[np.bool_]) -> NDArray[np.int32]:
    """(H, W) int32, 1..A where paint is flat, 0 elsewhere."""
    paper = ~strokes
    flat = flat_spots(rgb, paper.astype(np.int32))
    count = int(flat.max()) + 1
    sizes = np.bincount(flat.ravel(), minlength=count)
    flat[sizes[flat] < _SMALLEST] = 0
    # What is enclosed by strokes and too narrow to have flat paint is an area all the same.
    enclosed, between = cv2.connectedComponents(
        paper.astype(np.uint8), connectivity=4, ltype=cv2.CV_32S
    )
    has_flat = np.zeros(enclosed, bool)
    has_flat[between[flat > 0]] = True
    has_flat |= np.bincount(between.ravel(), minlength=enclosed) < _SMALLEST
    has_flat[0] = True
    narrow = ~has_flat[between]
    flat[narrow] = between[narrow] + count
    return numbered(flat)


def flat_spots(rgb: NDArray[np.uint8], areas: NDArray[np.int32]) -> NDArray[np.int32]:
    """Where paint is flat, and hangs together.

    Args:
        rgb: (H, W, 3) uint8 RGB.
        areas: (H, W) int32; no spot goes over from one to another, and there is none where it is 0.

    Returns:
        (H, W) int32, 1..N for each spot, 0 elsewhere.
    """
    smooth = cv2.medianBlur(rgb, 3)
    step = (cv2.dilate(smooth, _AROUND) - cv2.erode(smooth, _AROUND)).max(axis=2)
    found = label(np.where(step <= _STEP, areas, 0), background=0, connectivity=1)
    return found.astype(np.int32)


def numbered(labels: NDArray[np.int32]) -> NDArray[np.int32]:
    """The same areas as 1..A without gaps, the largest only; one area where there is none."""
    sizes = np.bincount(labels.ravel())
    sizes[0] = 0
    keep = sizes > 0
    if not keep.any():
        return np.ones(labels.shape, np.int32)
    if keep.sum() > MOST_AREAS:
        keep[np.argsort(sizes, kind="stable")[:-MOST_AREAS]] = False
    numbers = np.zeros(len(sizes), np.int32)
    numbers[keep] = np.arange(1, keep.sum() + 1)
    return numbers[labels]


def measured(rgb: NDArray[np.uint8], seeds: NDArray[np.int32]) -> AreaColors:
    """What areas are painted with.

    Args:
        rgb: (H, W, 3) uint8 RGB.
        seeds: (H, W) int32, area 1..A of each pixel; 0 belongs to none.
    """
    depth = cv2.distanceTransform((seeds > 0).astype(np.uint8), cv2.DIST_L2, 3).ravel()
    where = np.flatnonzero(seeds.ravel())
    owners = seeds.ravel()[where] - 1
    sizes = np.bincount(owners)
    depths = np.zeros(len(sizes), np.float32)
    np.maximum.at(depths, owners, depth[where])
    deep = depth[where] >= _DEEP * depths[owners]
    where, owners = where[deep], owners[deep]
    pixels = rgb.reshape(-1, 3)[where[np.argsort(owners, kind="stable")]]
    parts = np.split(pixels, np.cumsum(np.bincount(owners))[:-1])
    colors = np.array([np.median(part, axis=0) for part in parts])
    return AreaColors(colors.round().astype(np.uint8), depths, sizes)
