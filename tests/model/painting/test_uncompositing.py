from __future__ import annotations

import cv2
import numpy as np
import pytest

from app.document.compositing import composite, ink_layer
from model.painting.uncompositing import without_lines

RED, BLUE, SKIN = (220, 30, 40, 255), (20, 60, 200, 255), (240, 200, 170, 255)


def lines(ink: tuple[int, int, int] = (0, 0, 0), thickness: int = 1) -> np.ndarray:
    """Two soft rings on white."""
    art = np.full((100, 160, 4), 255, np.uint8)
    for x in (50, 110):
        cv2.circle(art, (x, 50), 30, (*ink, 255), thickness, cv2.LINE_AA)
    return cv2.GaussianBlur(art, (0, 0), 0.7)


def paint(paper: tuple[int, ...] = (0, 0, 0, 0)) -> np.ndarray:
    color = np.full((100, 160, 4), paper, np.uint8)
    cv2.circle(color, (50, 50), 30, RED, cv2.FILLED)
    cv2.circle(color, (110, 50), 30, BLUE, cv2.FILLED)
    return color


def seen(art: np.ndarray) -> np.ndarray:
    """Where little enough ink lies over the paint."""
    return 255 - art[..., :3].min(axis=2) <= 150


@pytest.mark.parametrize("paper", [(0, 0, 0, 0), (255, 255, 255, 255), SKIN])
@pytest.mark.parametrize("ink", [(0, 0, 0), (255, 0, 0), (120, 120, 120)])
def test_what_a_composite_was_made_of_comes_back(
    ink: tuple[int, int, int], paper: tuple[int, ...]
) -> None:
    art, color = lines(ink), paint(paper)
    bare = without_lines(composite(art, color), ink_layer(art))
    assert np.array_equal(bare[seen(art)], color[seen(art)])


def test_lines_that_were_colored_in_the_key_alone_come_off() -> None:
    art, color = lines(thickness=4), paint(SKIN)
    mixed = composite(art, color).astype(float)
    share = ink_layer(art)[..., 3:] / 255
    for half, ink in ((np.s_[:, :80], (90, 40, 20)), (np.s_[:, 80:], (20, 30, 120))):
        mixed[half][..., :3] += share[half] * ink
    made = np.rint(mixed).astype(np.uint8)
    bare = without_lines(made, ink_layer(art))
    before, after = (
        np.count_nonzero((one != color).any(axis=2) & seen(art)) for one in (made, bare)
    )
    assert after < 0.1 * before


def test_a_color_layer_stays_as_it_is() -> None:
    color = paint(SKIN)
    assert np.array_equal(without_lines(color, ink_layer(lines())), color)


def test_a_composite_with_hard_lines_stays_as_it_is() -> None:
    art = np.where(lines() < 128, 0, 255).astype(np.uint8)
    art[..., 3] = 255
    color = composite(art, paint(SKIN))
    assert np.array_equal(without_lines(color, ink_layer(art)), color)


def test_a_composite_with_lines_elsewhere_stays_as_it_is() -> None:
    color = composite(np.roll(lines(), 9, axis=1), paint(SKIN))
    assert np.array_equal(without_lines(color, ink_layer(lines())), color)


def test_a_paint_that_is_nowhere_bare_is_one_paint() -> None:
    art = np.full((40, 40, 4), 255, np.uint8)
    art[:, 10:13, :3] = np.array([[60], [250], [60]])
    art[20:, 11, :3] = 246
    art[:, 25, :3] = 128
    color = np.full((40, 40, 4), SKIN, np.uint8)
    color[:, 10:13] = BLUE
    bare = without_lines(composite(art, color), ink_layer(art))
    middle = {tuple(one) for one in bare[:, 11].tolist()}
    assert len(middle) == 1
    assert np.abs(np.array(middle.pop()) - BLUE).max() <= 1


def grained(art: np.ndarray) -> np.ndarray:
    grain = np.random.default_rng(0).integers(0, 24, art.shape[:2])[..., None]
    return np.dstack([art[..., :3] - np.minimum(grain, art[..., :3]), art[..., 3:]]).astype(
        np.uint8
    )


def test_the_grain_of_scanned_paper_comes_off_the_paint() -> None:
    art, color = grained(lines()), paint(SKIN)
    made = composite(art, color)
    assert len(np.unique(made.reshape(-1, 4), axis=0)) > 100
    bare = without_lines(made, ink_layer(art))
    assert np.abs(bare[seen(art)].astype(int) - color[seen(art)]).max() <= 1
    assert len(np.unique(bare[seen(art)], axis=0)) == 3


def test_a_color_layer_under_grained_paper_stays_as_it_is() -> None:
    color = paint(SKIN)
    assert np.array_equal(without_lines(color, ink_layer(grained(lines()))), color)
