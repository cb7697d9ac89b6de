"""A figure that moves sideways: line art and its colors."""

from __future__ import annotations

import cv2
import numpy as np

from model.colorizer import KeyDrawing

PAPER, SKIN, SHIRT, EYE = (0, 0, 0, 0), (240, 200, 170, 255), (40, 90, 200, 255), (20, 20, 20, 255)


def figure(shift: int, size: tuple[int, int] = (150, 200)) -> KeyDrawing:
    """A head with two eyes over a shirt, `shift` pixels to the right."""
    line = np.full(size, 255, np.uint8)
    color = np.zeros((*size, 4), np.uint8)

    def shape(center: tuple[int, int], axes: tuple[int, int], paint: tuple[int, ...]) -> None:
        at = (center[0] + shift, center[1])
        cv2.ellipse(color, at, axes, 0, 0, 360, paint, cv2.FILLED)
        cv2.ellipse(line, at, axes, 0, 0, 360, 255, cv2.FILLED)
        cv2.ellipse(line, at, axes, 0, 0, 360, 0, 1)

    shape((60, 120), (40, 22), SHIRT)
    shape((60, 65), (35, 40), SKIN)
    shape((45, 60), (6, 8), EYE)
    shape((75, 60), (6, 8), EYE)
    return KeyDrawing(line, color)
