"""Finished footage for tests: outlined figures that move over paper, as frames and as videos."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

SIZE = (144, 192)
INK = (0, 0, 0)
PAPER, COAT, FACE, BUTTON = (250, 245, 235), (70, 110, 200), (245, 205, 170), (220, 60, 70)
NIGHT, LEAF, BELLY = (40, 60, 110), (60, 160, 90), (230, 220, 120)

Frame = NDArray[np.uint8]


def figure(
    step: int, paints: Sequence[tuple[int, int, int]] = (PAPER, COAT, FACE, BUTTON)
) -> Frame:
    """(144, 192, 3) uint8 RGB: a coat with a face and a button, 4 px further with each step."""
    paper, coat, face, button = paints
    image = np.empty((*SIZE, 3), np.uint8)
    image[:] = paper
    x = 40 + 4 * step
    _outlined(image, (x, 90), 36, coat)
    _outlined(image, (x, 50), 26, face)
    _outlined(image, (x + 14, 100), 9, button)
    return image


def other_figure(step: int) -> Frame:
    """The same in other colors: another shot."""
    return figure(step, (NIGHT, LEAF, BELLY, FACE))


def _outlined(
    image: Frame, center: tuple[int, int], radius: int, paint: tuple[int, int, int]
) -> None:
    cv2.circle(image, center, radius, INK, -1)
    cv2.circle(image, center, radius - 3, paint, -1)


def on_twos(frames: Sequence[Frame]) -> list[Frame]:
    return [frame for frame in frames for _ in range(2)]


def make_video(path: Path, frames: Sequence[Frame]) -> Path:
    """Write an MP4, compressed as an export of ours is; PyAV must be there."""
    from app.io.exports.mp4_movie import Mp4Encoder

    path.parent.mkdir(parents=True, exist_ok=True)
    movie = Mp4Encoder(path, frames[0].shape[:2], 24)
    for frame in frames:
        movie.add(frame, 1)
    movie.close()
    return path


def make_frames(folder: Path, frames: Sequence[Frame]) -> Path:
    """Write a folder of numbered color frames."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, frame in enumerate(frames, 1):
        Image.fromarray(frame).save(folder / f"A{number:04}.png")
    return folder
