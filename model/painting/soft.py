"""Soft mode: the networks' own shading inside each region, around its exact palette color."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from model.painting.canvas import Canvas


@dataclass(frozen=True, eq=False)
class Shade:
    """The networks' own color of a drawing, small.

    Attributes:
        color: (3, h, w) float32 in [-1, 1], on the canvas.
        mean: (R, 3) float32 in [-1, 1], the mean color in each region.
        canvas: the canvas.
    """

    color: NDArray[np.float32]
    mean: NDArray[np.float32]
    canvas: Canvas


def soft_layer(
    shade: Shade, labels: NDArray[np.int32], chosen: NDArray[np.uint8]
) -> NDArray[np.uint8]:
    """Blended color at full size, for shows with gradients.

    What the networks see as change within a region is laid over the region's palette color, so
    that borders stay as sharp as the line art and no region drifts away from its paint.

    Args:
        shade: what the networks saw.
        labels: (H, W) int32, region 0..R-1 of every pixel.
        chosen: (R, 4) uint8 RGBA, the palette color of each region.

    Returns:
        (H, W, 4) uint8 RGBA.
    """
    height, width = labels.shape
    top, left, inner_height, inner_width = shade.canvas.place((height, width))
    inner = shade.color[:, top : top + inner_height, left : left + inner_width].transpose(1, 2, 0)
    full = cv2.resize(np.ascontiguousarray(inner), (width, height), interpolation=cv2.INTER_CUBIC)
    flat = chosen[labels]
    change = (full - shade.mean[labels]) * np.float32(127.5)
    rgb = np.clip(np.rint(flat[..., :3] + change), 0, 255).astype(np.uint8)
    return np.dstack([rgb, flat[..., 3]])
