"""Line art as it comes from a desk: gaps, overshoots, uneven, sketchy and binary lines."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

_INK = 128


def degrade_lines(
    line: NDArray[np.uint8],
    rng: np.random.Generator,
    *,
    gaps: float = 0.5,
    overshoots: float = 0.3,
    thickness: float = 0.5,
    sketch: float = 0.2,
    missing: float = 0.3,
    binary: float = 0.7,
) -> NDArray[np.uint8]:
    """Break clean line art the way real line art is broken. Nothing moves more than a pixel or two.

    Args:
        line: (H, W) uint8, 0 = ink, 255 = paper.
        rng: source of all choices.
        gaps: how many gaps are cut, 0 none .. 1 about one for every 150 px of line.
        overshoots: how many lines run on past their ends, 0..1.
        thickness: chance that lines get thicker or thinner.
        sketch: chance of a second, displaced stroke.
        missing: chance that some short detail lines are left out.
        binary: chance of a threshold; otherwise grays stay.

    Returns:
        (H, W) uint8.
    """
    result = np.array(line)
    if rng.random() < missing:
        result = _without_details(result, rng)
    if rng.random() < thickness:
        result = _other_thickness(result, rng)
    if rng.random() < sketch:
        result = np.minimum(result, _displaced(result, rng))
    if overshoots > 0.0:
        result = _with_overshoots(result, rng, overshoots)
    if gaps > 0.0:
        result = _with_gaps(result, rng, gaps)
    if rng.random() < binary:
        result = np.where(result < rng.integers(90, 200), 0, 255).astype(np.uint8)
    return result


def _ink_places(line: NDArray[np.uint8]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    rows, columns = np.nonzero(line < _INK)
    return rows, columns


def _with_gaps(
    line: NDArray[np.uint8], rng: np.random.Generator, amount: float
) -> NDArray[np.uint8]:
    rows, columns = _ink_places(line)
    if not len(rows):
        return line
    result = np.array(line)
    width = max(1.0, 2.0 * _half_width(line))
    count = rng.poisson(amount * len(rows) / width / 150.0)
    for k in rng.integers(0, len(rows), count):
        half = rng.uniform(1.0, 4.0) + 0.5 * width
        angle = rng.uniform(0.0, 180.0)
        axes = (round(half), round(0.5 * width + 1.0 + rng.uniform(0.0, 1.0)))
        center = (int(columns[k]), int(rows[k]))
        cv2.ellipse(result, center, axes, angle, 0, 360, 255, -1)
    return result


def _with_overshoots(
    line: NDArray[np.uint8], rng: np.random.Generator, amount: float
) -> NDArray[np.uint8]:
    """Run short straight strokes on from places of the lines, along the lines' direction there."""
    rows, columns = _ink_places(line)
    if not len(rows):
        return line
    result = np.array(line)
    soft = cv2.GaussianBlur(line, (0, 0), 2.0).astype(np.float32)
    across_x, across_y = cv2.Sobel(soft, cv2.CV_32F, 1, 0), cv2.Sobel(soft, cv2.CV_32F, 0, 1)
    for k in rng.integers(0, len(rows), rng.poisson(amount * len(rows) / 900.0)):
        y, x = rows[k], columns[k]
        way = np.array([-across_y[y, x], across_x[y, x]]) * rng.choice([-1.0, 1.0])
        size = float(np.linalg.norm(way))
        if size < 1e-3:
            continue
        end = np.array([x, y]) + way / size * rng.uniform(3.0, 9.0)
        cv2.line(result, (int(x), int(y)), (round(end[0]), round(end[1])), 0, 1, cv2.LINE_AA)
    return result


def _other_thickness(line: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
    kernel = cv2.getStructuringElement(cv2.MORPH_CROSS, (3, 3))
    changed = (
        cv2.erode(line, kernel)
        if rng.random() < 0.6
        else np.where(_half_width(line) > 1.2, cv2.dilate(line, kernel), line)
    )
    if rng.random() < 0.4:
        return changed.astype(np.uint8)
    patches = cv2.resize(rng.random((5, 5)).astype(np.float32), line.shape[::-1],
                         interpolation=cv2.INTER_CUBIC)  # fmt: skip
    return np.where(patches > 0.5, changed, line).astype(np.uint8)


def _half_width(line: NDArray[np.uint8]) -> float:
    ink = (line < _INK).astype(np.uint8)
    depth = cv2.distanceTransform(ink, cv2.DIST_L2, 3)
    return float(depth[ink > 0].mean()) if ink.any() else 0.0


def _displaced(line: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
    """The lines drawn a second time, up to two pixels off and with pieces missing."""
    height, width = line.shape
    offsets = [
        cv2.resize(rng.uniform(-2.0, 2.0, (6, 6)).astype(np.float32), (width, height),
                   interpolation=cv2.INTER_CUBIC)
        for _ in range(2)
    ]  # fmt: skip
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    moved = cv2.remap(line, x + offsets[0], y + offsets[1], cv2.INTER_LINEAR, borderValue=255)
    there = cv2.resize(rng.random((8, 8)).astype(np.float32), (width, height)) > 0.5
    return np.where(there, moved, 255).astype(np.uint8)


def _without_details(line: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
    """Leave out some small groups of ink that touch no other line."""
    ink = (line < 250).astype(np.uint8)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    small = (stats[:, cv2.CC_STAT_AREA] < 0.001 * line.size) & (rng.random(count) < 0.35)
    small[0] = False
    return np.where(small[labels], 255, line).astype(np.uint8)
