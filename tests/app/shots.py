"""Small shots for tests: drawings of nested boxes and their colors."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

SIZE = (48, 64)
SKIN, COAT = (250, 210, 180, 255), (40, 90, 160, 255)


def line_art(offset: int = 0, size: tuple[int, int] = SIZE) -> NDArray[np.uint8]:
    """(H, W, 3) black outline of a box with a smaller box in it, moved right by `offset`."""
    image = np.full((*size, 3), 255, np.uint8)
    for inset in (8, 16):
        left, right = inset + offset, size[1] - 16 - inset + offset
        image[inset : size[0] - inset, [left, right - 1]] = 0
        image[[inset, size[0] - inset - 1], left:right] = 0
    return image


def color_layer(offset: int = 0, size: tuple[int, int] = SIZE) -> NDArray[np.uint8]:
    """(H, W, 4) the paint of `line_art`: coat between the boxes, skin inside, else clear."""
    image = np.zeros((*size, 4), np.uint8)
    for inset, color in ((8, COAT), (16, SKIN)):
        left, right = inset + offset, size[1] - 16 - inset + offset
        image[inset : size[0] - inset, left:right] = color
    return image


def save(path: Path, pixels: NDArray[np.uint8]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(pixels).save(path)
    return path


def make_shot(folder: Path, count: int = 5, keys: tuple[int, ...] = ()) -> Path:
    """`folder/line/A0001.png` ... moving 2 px each, with keys in `folder/color`."""
    for number in range(1, count + 1):
        save(folder / "line" / f"A{number:04d}.png", line_art(2 * (number - 1)))
    for number in keys:
        save(folder / "color" / f"A{number:04d}.png", color_layer(2 * (number - 1)))
    return folder / "line"
