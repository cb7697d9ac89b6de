"""Putting the untouched line art over a color layer."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def ink_layer(line_art: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Line art as ink on nothing: what must be laid over white to give the input back.

    A pixel that is full ink (black, or a pure trace color such as red) comes back with alpha 255
    and its exact color; an anti-aliased pixel becomes ink of partial alpha, so that no white
    fringe shows over paint.

    Args:
        line_art: (H, W, 4) uint8 RGBA, straight alpha, lines on white or transparent.

    Returns:
        (H, W, 4) uint8 RGBA, straight alpha.
    """
    darkest = np.minimum(np.minimum(line_art[..., 0], line_art[..., 1]), line_art[..., 2])
    # Most of a drawing is paper: only the rest is worth floating point.
    drawn = (darkest < 255) & (line_art[..., 3] > 0)
    pixels = line_art[drawn].astype(np.float32)
    given = pixels[:, 3:] / 255.0
    on_white = pixels[:, :3] * given + 255.0 * (1.0 - given)
    alpha = 1.0 - on_white.min(axis=1, keepdims=True) / 255.0
    ink = (on_white - 255.0 * (1.0 - alpha)) / np.maximum(alpha, 1e-6)
    layer = np.zeros_like(line_art)
    layer[drawn] = np.clip(np.rint(np.concatenate([ink, alpha * 255.0], axis=1)), 0, 255)
    return layer


def composite(line_art: NDArray[np.uint8], color_layer: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The color layer with the untouched line art on top.

    Args:
        line_art: (H, W, 4) uint8 RGBA.
        color_layer: (H, W, 4) uint8 RGBA of the same size.

    Returns:
        (H, W, 4) uint8 RGBA, straight alpha; full-ink pixels are those of the line art.
    """
    ink = ink_layer(line_art)
    drawn = ink[..., 3] > 0
    result = np.array(color_layer, dtype=np.uint8)
    over = ink[drawn].astype(np.float32)
    under = result[drawn].astype(np.float32)
    ink_alpha = over[:, 3:] / 255.0
    paint_alpha = under[:, 3:] / 255.0 * (1.0 - ink_alpha)
    alpha = ink_alpha + paint_alpha
    rgb = (over[:, :3] * ink_alpha + under[:, :3] * paint_alpha) / alpha
    result[drawn] = np.clip(np.rint(np.concatenate([rgb, alpha * 255.0], 1)), 0, 255)
    return result


def over_white(rgba: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """A picture on white paper.

    Args:
        rgba: (H, W, 4) uint8 RGBA, straight alpha.

    Returns:
        (H, W, 3) uint8 RGB.
    """
    if rgba[..., 3].min() == 255:
        return np.ascontiguousarray(rgba[..., :3])
    alpha = rgba[..., 3:].astype(np.uint16)
    mixed = rgba[..., :3] * alpha + 255 * (255 - alpha)
    return ((mixed + 127) // 255).astype(np.uint8)
