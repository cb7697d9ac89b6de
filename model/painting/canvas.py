"""The small picture that the dense networks see, and where in it a full-size pixel lies."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from model.lines.distance_field import distance_field, ink_mask
from model.networks.inputs import shrink_line


@dataclass(frozen=True)
class Canvas:
    """A size for the networks' pictures; drawings of another shape are centered on paper.

    Attributes:
        height: pixels.
        width: pixels.
    """

    height: int
    width: int

    @classmethod
    def for_drawing(cls, size: tuple[int, int], side: int) -> Canvas:
        """The canvas on which a drawing of (height, width) has `side` pixels on its longer side."""
        scale = side / max(size)
        return cls(max(8, round(size[0] * scale)), max(8, round(size[1] * scale)))

    def place(self, size: tuple[int, int]) -> tuple[int, int, int, int]:
        """(top, left, height, width) of a drawing of (height, width) on this canvas."""
        scale = min(self.height / size[0], self.width / size[1])
        height = min(self.height, max(1, round(size[0] * scale)))
        width = min(self.width, max(1, round(size[1] * scale)))
        return (self.height - height) // 2, (self.width - width) // 2, height, width

    def line(self, line: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """(height, width) uint8: binary lines, thin ones kept whole."""
        top, left, height, width = self.place((line.shape[0], line.shape[1]))
        result = np.full((self.height, self.width), 255, np.uint8)
        result[top : top + height, left : left + width] = shrink_line(line, height, width)
        return result

    def labels(self, labels: NDArray[np.int32]) -> NDArray[np.int32]:
        """(height, width) int32: the label in the middle of each pixel; the border continued."""
        top, left, height, width = self.place((labels.shape[0], labels.shape[1]))
        rows = ((np.arange(height) + 0.5) * labels.shape[0] / height).astype(np.int64)
        columns = ((np.arange(width) + 0.5) * labels.shape[1] / width).astype(np.int64)
        inner = labels[rows[:, None], columns[None]]
        below, right = self.height - height - top, self.width - width - left
        return np.pad(inner, ((top, below), (left, right)), mode="edge")

    def enter(self, points: NDArray[np.float32], size: tuple[int, int]) -> NDArray[np.float32]:
        """(..., 2) (x, y) pixels of a drawing of (height, width) to pixels of the canvas."""
        top, left, height, width = self.place(size)
        scale = np.array([width / size[1], height / size[0]], np.float32)
        return (
            (points + np.float32(0.5)) * scale + np.array((left, top), np.float32) - np.float32(0.5)
        )


def network_lines(line: NDArray[np.uint8]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Line art and distance field as the networks read them.

    Args:
        line: (h, w) uint8 on a canvas.

    Returns:
        Two (1, h, w) float32 in [0, 1].
    """
    return (line / np.float32(255)).astype(np.float32)[None], distance_field(ink_mask(line))[None]


def sample(
    image: NDArray[np.float32], points: NDArray[np.float32], cell: int = 1
) -> NDArray[np.float32]:
    """Read an image at points.

    Args:
        image: (c, h, w) float32.
        points: (R, S, 2) float32, (x, y) in pixels of an image `cell` times as large.
        cell: see there.

    Returns:
        (R, S, c) float32, bilinear.
    """
    places = (points + np.float32(0.5)) / np.float32(cell) - np.float32(0.5)
    x = np.ascontiguousarray(places[..., 0])
    y = np.ascontiguousarray(places[..., 1])
    planes = [
        cv2.remap(plane, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        for plane in np.ascontiguousarray(image)
    ]
    return np.stack(planes, axis=-1)
