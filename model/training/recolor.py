"""Random palettes, the same for references and target: color can come only from the keys."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from model.training.sources import packed_colors

# How often which way is taken; the rest keeps its colors.
_RANDOM_PALETTE = 0.5
_TURNED_HUES = 0.2
_BY_IDENTITY = 0.15

# How often transparent paper stays white when the palette is random.
_WHITE_PAPER = 0.8


def recolor(
    random: Generator,
    colors: Sequence[NDArray[np.uint8]],
    identities: Sequence[NDArray[np.int32]],
) -> list[NDArray[np.uint8]]:
    """Give all drawings of a sample one new palette, or leave them as they are.

    Args:
        random: what to choose by.
        colors: (S, S, 4) RGBA color layers.
        identities: (S, S) region identities, shared by all drawings.

    Returns:
        New color layers; paper may have become opaque.
    """
    way = random.random()
    if way < _TURNED_HUES:
        hue, saturation, value = random.uniform((0, 0.5, 0.7), (180, 1.5, 1.2))
        return [_turned(color, hue, saturation, value) for color in colors]
    if way < _TURNED_HUES + _RANDOM_PALETTE:
        return _mapped(random, colors, [packed_colors(color) for color in colors])
    if way < _TURNED_HUES + _RANDOM_PALETTE + _BY_IDENTITY:
        return _mapped(random, colors, identities)
    return list(colors)


def _turned(
    color: NDArray[np.uint8], hue: float, saturation: float, value: float
) -> NDArray[np.uint8]:
    hsv = cv2.cvtColor(color[..., :3], cv2.COLOR_RGB2HSV).astype(np.float64)
    hsv[..., 0] = (hsv[..., 0] + hue) % 180
    hsv[..., 1:] = (hsv[..., 1:] * (saturation, value)).clip(0, 255)
    turned = cv2.cvtColor(hsv.astype(np.uint8), cv2.COLOR_HSV2RGB)
    return np.dstack([turned, color[..., 3]]).astype(np.uint8)


def _mapped(
    random: Generator,
    colors: Sequence[NDArray[np.uint8]],
    entries: Sequence[NDArray[np.int32]],
) -> list[NDArray[np.uint8]]:
    known, places = np.unique(np.stack(entries), return_inverse=True)
    palette = _random_palette(random, len(known))
    result = palette[places.reshape(np.stack(entries).shape)]
    if random.random() < _WHITE_PAPER:
        result = np.where(np.stack(colors)[..., 3:] > 127, result, 0).astype(np.uint8)
    return list(result)


def _random_palette(random: Generator, count: int) -> NDArray[np.uint8]:
    hue = random.integers(0, 180, count)
    saturation = 255 * random.beta(1.2, 1.2, count)
    value = 255 * random.beta(2.5, 1.2, count)
    hsv = np.stack([hue, saturation, value], axis=1).astype(np.uint8)[None]
    rgb = cv2.cvtColor(hsv, cv2.COLOR_HSV2RGB)[0]
    return np.hstack([rgb, np.full((count, 1), 255, np.uint8)]).astype(np.uint8)
