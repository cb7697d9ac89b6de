"""Keys that were compressed get exact paints."""

from __future__ import annotations

import io

import cv2
import numpy as np
from PIL import Image

from model.footage.lossy_keys import with_exact_paints
from model.painting.regions import find_regions

RED, BLUE, SKIN, WHITE = (200, 40, 50), (30, 70, 180), (240, 200, 170), (255, 255, 255)


def key() -> tuple[np.ndarray, np.ndarray]:
    """Line art, and (H, W, 3) a composite: two discs, one of them in two paints without a line."""
    line = np.full((140, 220), 255, np.uint8)
    color = np.full((140, 220, 3), WHITE, np.uint8)
    for x, paint in ((60, RED), (160, BLUE)):
        cv2.circle(color, (x, 70), 45, paint, cv2.FILLED)
        cv2.circle(line, (x, 70), 45, 0, 2)
    color[70:][(color[70:] == BLUE).all(axis=2)] = SKIN
    cv2.rectangle(line, (58, 66), (63, 74), 0, 1)
    color[67:74, 59:63] = SKIN
    color[line == 0] = 0
    return line, color


def compressed(color: np.ndarray) -> np.ndarray:
    file = io.BytesIO()
    Image.fromarray(color).save(file, "JPEG", quality=85)
    return np.array(Image.open(file).convert("RGBA"))


def test_each_region_has_one_color_close_to_its_paint_and_no_other_color_is_left() -> None:
    line, color = key()
    scattered = compressed(color)
    assert len(np.unique(scattered.reshape(-1, 4), axis=0)) > 200
    flat = with_exact_paints(scattered, find_regions(line))
    assert len(np.unique(flat.reshape(-1, 4), axis=0)) == 4
    paper = line > 0
    assert np.abs(flat[..., :3].astype(int) - color)[paper].max(axis=1).mean() < 3


def test_two_paints_in_one_region_are_two() -> None:
    line, color = key()
    flat = with_exact_paints(compressed(color), find_regions(line))
    above, below = flat[50, 160, :3].astype(int), flat[90, 160, :3].astype(int)
    assert np.abs(above - BLUE).max() <= 3
    assert np.abs(below - SKIN).max() <= 3


def test_what_is_transparent_stays_so() -> None:
    line, color = key()
    rgba = compressed(color)
    rgba[:20, :, 3] = 0
    flat = with_exact_paints(rgba, find_regions(line))
    assert not flat[:20].any()
    assert (flat[20:, :, 3] == 255).all()


def test_a_key_that_is_all_ink_or_all_paper_is_one_paint() -> None:
    for value in (0, 255):
        regions = find_regions(np.full((30, 30), value, np.uint8))
        flat = with_exact_paints(np.full((30, 30, 4), (9, 8, 7, 255), np.uint8), regions)
        assert (flat == (9, 8, 7, 255)).all()
