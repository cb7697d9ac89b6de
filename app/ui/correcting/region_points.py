"""Which regions of a drawing are under a point or within a line drawn around them."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

# A region is meant by a lasso when more of it than this lies inside.
_MEANT = 0.5


def region_at(labels: NDArray[np.int32], x: float, y: float) -> int | None:
    """The region of the pixel at a point in drawing coordinates; None beyond the drawing."""
    column, row = int(np.floor(x)), int(np.floor(y))
    height, width = labels.shape
    return int(labels[row, column]) if 0 <= row < height and 0 <= column < width else None


def points_inside(
    labels: NDArray[np.int32], outline: NDArray[np.float32]
) -> dict[int, tuple[int, int]]:
    """Regions that lie for the most part within an outline, with a pixel (x, y) of each.

    Args:
        labels: (H, W) int32 region of every pixel.
        outline: (N, 2) float32 points (x, y); it is closed from the last to the first.
    """
    inside = np.zeros(labels.shape, np.uint8)
    cv2.fillPoly(inside, [np.rint(outline).astype(np.int32)], 1)
    rows, columns = np.nonzero(inside)
    found, first, counts = np.unique(labels[rows, columns], return_index=True, return_counts=True)
    areas = np.bincount(labels.ravel())[found]
    return {
        int(region): (int(columns[at]), int(rows[at]))
        for region, at in zip(
            found[counts > _MEANT * areas], first[counts > _MEANT * areas], strict=True
        )
    }


def points_of(labels: NDArray[np.int32]) -> dict[int, tuple[int, int]]:
    """A pixel (x, y) of every region: the middle one in reading order.

    Args:
        labels: (H, W) int32 region of every pixel.
    """
    flat = labels.ravel()
    order = np.argsort(flat, kind="stable")
    regions, first, counts = np.unique(flat[order], return_index=True, return_counts=True)
    rows, columns = np.divmod(order[first + counts // 2], labels.shape[1])
    return {
        int(region): (int(x), int(y)) for region, x, y in zip(regions, columns, rows, strict=True)
    }
