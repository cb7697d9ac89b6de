"""Geometric augmentation at a drawing's own size: move, turn, scale and bend, lines kept closed."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from model.training.footage import FootageDrawing

_PAPER = (255, 255, 255, 0)


@dataclass(frozen=True)
class WarpRange:
    """How far a drawing may be moved.

    Attributes:
        turn: degrees either way.
        scale: largest factor, the smallest being its inverse.
        shift: share of the picture's side either way.
        bend: amplitude of the smooth bending, share of the picture's side.
    """

    turn: float = 8.0
    scale: float = 1.1
    shift: float = 0.05
    bend: float = 0.015


def random_warp(
    drawing: FootageDrawing, rng: np.random.Generator, limits: WarpRange
) -> FootageDrawing:
    """A drawing seen after a random similarity and a smooth bend; its lines stay closed."""
    height, width = drawing.line.shape
    x, y = _source_map(height, width, rng, limits)
    line = cv2.remap(drawing.line, x, y, cv2.INTER_LINEAR, borderValue=255)
    color = np.asarray(
        cv2.remap(drawing.color, x, y, cv2.INTER_NEAREST, borderValue=_PAPER), np.uint8
    )
    identity = None
    if drawing.identity is not None:
        # remap has no 32-bit integers; identities stay far below the 24 bits of a float.
        identity = cv2.remap(drawing.identity.astype(np.float32), x, y, cv2.INTER_NEAREST)
        identity = identity.astype(np.int32)
    line = np.where(line < 140, 0, 255).astype(np.uint8)
    return FootageDrawing(_close_borders(line, color, identity), color, identity)


def flipped(drawing: FootageDrawing) -> FootageDrawing:
    """Mirrored left to right."""
    identity = drawing.identity
    return FootageDrawing(
        np.ascontiguousarray(drawing.line[:, ::-1]),
        np.ascontiguousarray(drawing.color[:, ::-1]),
        None if identity is None else np.ascontiguousarray(identity[:, ::-1]),
    )


def with_line(drawing: FootageDrawing, line: NDArray[np.uint8]) -> FootageDrawing:
    """The same drawing in other lines."""
    return replace(drawing, line=line)


def _close_borders(
    line: NDArray[np.uint8], color: NDArray[np.uint8], identity: NDArray[np.int32] | None
) -> NDArray[np.uint8]:
    """Ink between two parts that touch, where resampling has torn a thin line open."""
    parts = np.ascontiguousarray(color).view(np.uint32)[..., 0].astype(np.int64)
    if identity is not None:
        parts = parts * 65_537 + identity
    closed = line.copy()
    paper = line >= 128
    across = (parts[:, 1:] != parts[:, :-1]) & paper[:, 1:] & paper[:, :-1]
    down = (parts[1:] != parts[:-1]) & paper[1:] & paper[:-1]
    closed[:, 1:][across] = 0
    closed[1:][down] = 0
    return closed


def _source_map(
    height: int, width: int, rng: np.random.Generator, limits: WarpRange
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    side = max(height, width)
    turn = np.deg2rad(rng.uniform(-limits.turn, limits.turn))
    scale = np.exp(rng.uniform(-1, 1) * np.log(limits.scale))
    shift = rng.uniform(-limits.shift, limits.shift, 2) * side
    y, x = np.mgrid[:height, :width].astype(np.float32)
    x, y = x - width / 2 - shift[0], y - height / 2 - shift[1]
    cos, sin = np.cos(turn) / scale, np.sin(turn) / scale
    coarse = rng.normal(0, limits.bend * side, (2, 5, 5)).astype(np.float32)
    bend = [cv2.resize(grid, (width, height), interpolation=cv2.INTER_CUBIC) for grid in coarse]
    along = cos * x + sin * y + width / 2 + bend[0]
    down = -sin * x + cos * y + height / 2 + bend[1]
    return along.astype(np.float32), down.astype(np.float32)
