"""Geometric augmentation: one movement for all drawings of a sample, and one for each."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from model.networks.inputs import shrink_line
from model.shows.drawing import ShowDrawing

# Lines are warped at this multiple of the training size and then shrunk, so that they stay whole.
OVERSAMPLING = 2

# Control points along each side of a smooth warp.
_CONTROL = 4


@dataclass(frozen=True)
class Motion:
    """How far a random movement goes.

    Attributes:
        turn: degrees, either way.
        zoom: factor, either way (1.2: from 1/1.2 to 1.2).
        shift: in half picture sides, either way.
        bend: standard deviation of the control points of a smooth warp, in half picture sides.
    """

    turn: float
    zoom: float
    shift: float
    bend: float


# The same for all drawings of a sample: where the camera is.
SHARED = Motion(turn=20, zoom=1.5, shift=0.15, bend=0)
# Drawings of a shot already differ; this adds what a short gap does not show.
DRAWN = Motion(turn=6, zoom=1.12, shift=0.1, bend=0.015)
# Copies of one still must differ by the warp alone.
STILL = Motion(turn=25, zoom=1.35, shift=0.25, bend=0.06)


def movement(random: Generator, motion: Motion, *, may_flip: bool = False) -> NDArray[np.float64]:
    """A random similarity, (2, 3), from picture coordinates in [-1, 1] to the source's."""
    angle = np.deg2rad(random.uniform(-motion.turn, motion.turn))
    zoom = motion.zoom ** random.uniform(-1, 1)
    matrix = zoom * np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    if may_flip and random.random() < 0.5:
        matrix[:, 0] *= -1
    shift = random.uniform(-motion.shift, motion.shift, size=(2, 1))
    return np.hstack([matrix, shift])


def sampling_map(
    random: Generator, motion: Motion, shared: NDArray[np.float64], side: int
) -> NDArray[np.float32]:
    """Where in the source each pixel of a warped picture comes from.

    Args:
        random: what to choose by.
        motion: of this drawing alone.
        shared: (2, 3), the movement of all drawings of the sample.
        side: of the square result.

    Returns:
        (side, side, 2) float32, x and y; the source's longer side runs from -1 to 1.
    """
    own = movement(random, motion)
    axis = (np.arange(side, dtype=np.float32) + 0.5) / side * 2 - 1
    grid = np.stack(np.meshgrid(axis, axis), axis=-1)
    if motion.bend:
        control = random.normal(0, motion.bend, size=(_CONTROL, _CONTROL, 2)).astype(np.float32)
        grid = grid + cv2.resize(control, (side, side), interpolation=cv2.INTER_CUBIC)
    for matrix in (own, shared):
        grid = grid @ matrix[:, :2].T.astype(np.float32) + matrix[:, 2].astype(np.float32)
    return grid.astype(np.float32)


def warp(
    drawing: ShowDrawing, sampling: NDArray[np.float32]
) -> tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.int32]]:
    """Sample a drawing.

    Args:
        drawing: of any size.
        sampling: (n*S, n*S, 2) from `sampling_map`, n = OVERSAMPLING.

    Returns:
        The line at (n*S, n*S), color (S, S, 4) and identity (S, S).
    """
    height, width = drawing.line.shape
    half = max(height, width) / 2
    pixels = sampling * half + np.array([width, height], np.float32) / 2 - 0.5
    line = cv2.remap(
        drawing.line,
        pixels[..., 0],
        pixels[..., 1],
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=255,
    )
    columns = np.rint(pixels[::OVERSAMPLING, ::OVERSAMPLING, 0]).clip(0, width - 1).astype(np.intp)
    rows = np.rint(pixels[::OVERSAMPLING, ::OVERSAMPLING, 1]).clip(0, height - 1).astype(np.intp)
    return line.astype(np.uint8), drawing.color[rows, columns], drawing.identity[rows, columns]


def jitter_line(line: NDArray[np.uint8], random: Generator, gaps: float) -> NDArray[np.uint8]:
    """Other thickness, gaps, another threshold; half the size.

    Args:
        line: (n*S, n*S) uint8 gray.
        random: what to choose by.
        gaps: mean number of gaps.

    Returns:
        (S, S) uint8, 0 = ink, 255 = paper.
    """
    if random.random() < 0.3:
        thick = int(random.integers(2, 4))
        line = cv2.erode(line, np.ones((thick, thick), np.uint8)).astype(np.uint8)
    line = _with_gaps(line, random, int(random.poisson(gaps)))
    side = line.shape[0] // OVERSAMPLING
    return shrink_line(line, side, side, ink_share=random.uniform(0.3, 0.6))


def _with_gaps(line: NDArray[np.uint8], random: Generator, count: int) -> NDArray[np.uint8]:
    rows, columns = np.nonzero(line < 128)
    if not count or not len(rows):
        return line
    line = line.copy()
    for index in random.integers(len(rows), size=count):
        center = (int(columns[index]), int(rows[index]))
        cv2.circle(line, center, int(random.integers(2, 6)), 255, thickness=cv2.FILLED)
    return line
