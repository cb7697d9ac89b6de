"""Tiny shots and stills on disk, in the layout that training reads."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np


def write_shot(folder: Path, frames: int, paint: tuple[int, int, int]) -> None:
    """A filled disc that moves to the right over transparent paper."""
    (folder / "line").mkdir(parents=True)
    (folder / "color").mkdir()
    for number in range(1, frames + 1):
        line = np.full((72, 96), 255, np.uint8)
        color = np.zeros((72, 96, 4), np.uint8)
        center = (24 + 6 * number, 36)
        cv2.circle(color, center, 20, (*paint, 255), cv2.FILLED)
        cv2.circle(color, center, 8, (250, 240, 10, 255), cv2.FILLED)
        cv2.circle(line, center, 20, 0, 2)
        cv2.circle(line, center, 8, 0, 1)
        name = f"{folder.name}.{number:04d}.png"
        cv2.imwrite(str(folder / "line" / name), line)
        cv2.imwrite(str(folder / "color" / name), cv2.cvtColor(color, cv2.COLOR_RGBA2BGRA))
