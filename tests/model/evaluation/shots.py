"""A tiny finished shot: a coat with two buttons walks to the right."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from model.evaluation.methods import KeyedShot

SIZE = (64, 96)
COAT, GOLD, SILVER = (40, 90, 160, 255), (230, 190, 60, 255), (200, 200, 210, 255)
# (top, left, height, width, color), the outermost first; a line runs around each.
_BOXES = ((8, 10, 48, 36, COAT), (14, 16, 12, 12, GOLD), (34, 16, 12, 22, SILVER))


def drawing(shift: int) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """(H, W) line art and (H, W, 4) flat color layer."""
    line = np.full(SIZE, 255, np.uint8)
    color = np.zeros((*SIZE, 4), np.uint8)
    for top, left, height, width, paint in _BOXES:
        rows = slice(top, top + height)
        columns = slice(left + shift, left + shift + width)
        color[rows, columns] = paint
        line[rows, columns] = 0
        inner = slice(top + 2, top + height - 2), slice(left + shift + 2, left + shift + width - 2)
        line[inner] = 255
    return line, color


def keyed(shifts: list[int], keys: list[int], gap: int = 0) -> KeyedShot:
    """The shot with the drawings at these positions as keys."""
    drawings = [drawing(shift) for shift in shifts]
    return KeyedShot([line for line, _ in drawings], {key: drawings[key][1] for key in keys}, gap)


def write_shot(folder: Path, shifts: list[int]) -> Path:
    """`folder/line/A.0001.png` ... and their color in `folder/color`."""
    for number, shift in enumerate(shifts, start=1):
        for name, pixels in zip(("line", "color"), drawing(shift), strict=True):
            path = folder / name / f"A.{number:04d}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            Image.fromarray(pixels).save(path)
    return folder
