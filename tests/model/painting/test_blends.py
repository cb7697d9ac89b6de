from __future__ import annotations

import numpy as np

from model.painting.blends import explained, least_blended
from model.painting.regions import find_regions

LIGHT, SHADE, BLUE = (240, 200, 170, 255), (192, 160, 136, 255), (20, 60, 200, 255)
PAINTS = np.array([LIGHT, SHADE, BLUE, (0, 0, 0, 0)], np.uint8)


def key(
    shares: list[float], paint: tuple[int, ...], ink: tuple[int, ...] = (0, 0, 0, 255)
) -> tuple[np.ndarray, np.ndarray]:
    """Line art, and a color image with a column for each share of ink between two lines."""
    line = np.full((20, 20), 255, np.uint8)
    last = 6 + len(shares)
    line[:, [5, last]] = 0
    color = np.full((20, 20, 4), BLUE, np.uint8)
    color[:, [5, last]] = ink
    for column, share in enumerate(shares, start=6):
        one, other = np.array(paint, float), np.array(ink, float)
        # Blended as programs do it: with alpha taken into account.
        alpha = one[3] * (1 - share) + other[3] * share
        mixed = one[:3] * one[3] * (1 - share) + other[:3] * other[3] * share
        color[:, column] = np.rint([*(mixed / alpha), alpha])
    return line, color


def found(line: np.ndarray, color: np.ndarray) -> int:
    regions = find_regions(line)
    middle = np.array([regions.labels[10, 6]])
    return int(explained(color, regions, middle, PAINTS)[0])


def test_blends_belong_to_the_paint_between_which_and_the_ink_they_lie() -> None:
    assert found(*key([0.6, 0.1, 0.5], LIGHT)) == 0
    assert found(*key([0.6, 0.3, 0.5], BLUE)) == 2
    assert found(*key([0.6, 0.3, 0.5], BLUE, ink=(255, 0, 0, 255))) == 2


def test_a_shade_that_is_a_darker_light_is_told_from_it_by_its_lightest_pixels() -> None:
    assert found(*key([0.5, 0.1, 0.5], LIGHT)) == 0
    assert found(*key([0.5, 0.1, 0.5], SHADE)) == 1


def test_bare_paper_between_lines_is_bare() -> None:
    assert found(*key([0.7, 0.4, 0.7], (0, 0, 0, 0))) == 3


def test_what_no_paint_explains_is_left_and_the_least_blended_pixel_is_given() -> None:
    line, color = key([0.6, 0.2, 0.6], (90, 220, 40, 255))
    assert found(line, color) == -1
    regions = find_regions(line)
    middle = np.array([regions.labels[10, 6]])
    assert least_blended(color, regions, middle).tolist() == [color[10, 7].tolist()]


def test_nothing_asked_is_nothing_answered() -> None:
    line, color = key([0.5], LIGHT)
    regions, none = find_regions(line), np.zeros(0, np.intp)
    assert explained(color, regions, none, PAINTS).shape == (0,)
    assert least_blended(color, regions, none).shape == (0, 4)


def test_a_key_without_ink_has_no_blends() -> None:
    color = np.full((8, 8, 4), LIGHT, np.uint8)
    regions = find_regions(np.full((8, 8), 255, np.uint8))
    assert explained(color, regions, np.array([0]), PAINTS).tolist() == [0]
