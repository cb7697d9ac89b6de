"""Soft mode: the networks' own shading inside each region, around its exact palette color."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from model.painting.canvas import Canvas
from model.painting.regions import Regions


def soft_layer(
    color: NDArray[np.float32],
    canvas: Canvas,
    regions: Regions,
    mean: NDArray[np.float32],
    chosen: NDArray[np.uint8],
) -> NDArray[np.uint8]:
    """Blended color at full size, for shows with gradients.

    What the networks see as change within a region is laid over the region's palette color, so
    that borders stay as sharp as the line art and no region drifts away from its paint.

    Args:
        color: (3, h, w) float32 in [-1, 1], the networks' color on the canvas.
        canvas: the canvas.
        regions: R regions of the drawing.
        mean: (R, 3) float32 in [-1, 1], the networks' mean color in each region.
        chosen: (R, 4) uint8 RGBA, the palette color of each region.

    Returns:
        (H, W, 4) uint8 RGBA.
    """
    height, width = regions.labels.shape
    top, left, inner_height, inner_width = canvas.place((height, width))
    inner = color[:, top : top + inner_height, left : left + inner_width].transpose(1, 2, 0)
    full = cv2.resize(np.ascontiguousarray(inner), (width, height), interpolation=cv2.INTER_CUBIC)
    flat = chosen[regions.labels]
    shade = (full - mean[regions.labels]) * np.float32(127.5)
    rgb = np.clip(np.rint(flat[..., :3] + shade), 0, 255).astype(np.uint8)
    return np.dstack([rgb, flat[..., 3]])
