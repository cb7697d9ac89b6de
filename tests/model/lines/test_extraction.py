from __future__ import annotations

import cv2
import numpy as np

from model.lines.extraction import extract_lines
from model.painting.regions import find_regions


def _two_tone_disc(*, outlined: bool) -> np.ndarray:
    color = np.zeros((200, 200, 4), np.uint8)
    cv2.circle(color, (100, 100), 70, (230, 150, 120, 255), cv2.FILLED)
    cv2.ellipse(color, (100, 100), (70, 70), 0, 0, 180, (150, 80, 60, 255), cv2.FILLED)
    if outlined:
        cv2.circle(color, (100, 100), 70, (10, 10, 10, 255), 2)
    return color


def test_lines_of_a_bare_color_layer_enclose_its_paints() -> None:
    line = extract_lines(_two_tone_disc(outlined=False))
    regions = find_regions(line)
    upper, lower, outside = (regions.labels[y, x] for y, x in ((60, 100), (140, 100), (5, 5)))
    assert len({upper, lower, outside}) == 3


def test_a_drawn_stroke_is_one_line_not_two() -> None:
    line = extract_lines(_two_tone_disc(outlined=True))
    row = line[60] == 0
    starts = np.flatnonzero(row[1:] & ~row[:-1])
    assert len(starts) == 2


def test_result_is_binary() -> None:
    assert set(np.unique(extract_lines(_two_tone_disc(outlined=True)))) == {0, 255}


def test_a_single_paint_has_no_lines() -> None:
    assert (extract_lines(np.full((50, 50, 4), 200, np.uint8)) == 255).all()
