from __future__ import annotations

import numpy as np
import pytest

from model.evaluation.metrics import (
    at_paper_side,
    flicker,
    mse,
    off_palette_pixels,
    palette_codes,
    pixel_accuracy,
    psnr,
    ssim,
    wrong_regions,
)
from model.evaluation.scores import score_drawing
from model.evaluation.truth import Truth, over_white

RED, BLUE, WHITE, CLEAR = (200, 0, 0, 255), (0, 0, 200, 255), (255, 255, 255, 255), (0, 0, 0, 0)


def two_halves() -> Truth:
    """20 x 20: red left and blue right of a line, and a red crumb of 10 px under another line."""
    line = np.full((20, 20), 255, np.uint8)
    line[:, 9] = line[18] = 0
    color = np.zeros((20, 20, 4), np.uint8)
    color[:, :10], color[:, 10:] = RED, BLUE
    return Truth(line, color)


def gray(value: int) -> np.ndarray:
    return np.full((32, 32, 3), value, np.uint8)


def test_mse_and_psnr_of_a_known_difference() -> None:
    assert mse(gray(100), gray(151)) == pytest.approx(0.04)  # 51 / 255 = 0.2
    assert psnr(0.04) == pytest.approx(13.9794, abs=1e-4)
    assert psnr(0.01) == pytest.approx(20)


def test_an_exact_picture_counts_as_100_db_and_nothing_as_more() -> None:
    assert psnr(mse(gray(7), gray(7))) == 100
    assert psnr(1e-12) == 100


def test_ssim_of_flat_pictures_follows_its_formula() -> None:
    c1 = 0.01**2
    expected = (2 * 0.2 * 0.6 + c1) / (0.2**2 + 0.6**2 + c1)
    assert ssim(gray(51), gray(153)) == pytest.approx(expected, abs=1e-4)


def test_ssim_is_one_only_for_the_same_picture() -> None:
    noise = np.random.default_rng(0).integers(0, 256, (40, 40, 3), np.uint8)
    assert ssim(noise, noise) == pytest.approx(1)
    assert ssim(noise, 255 - noise) < 0


def test_the_papers_size_is_256() -> None:
    assert at_paper_side(np.zeros((300, 900, 3), np.uint8)).shape == (256, 256, 3)


def test_lines_are_black_and_clear_pixels_white_in_the_composite() -> None:
    truth = two_halves()
    color = truth.color.copy()
    color[0, 0], color[0, 1] = CLEAR, (200, 0, 0, 51)
    image = over_white(color, truth.line)
    assert image[0, 0].tolist() == [255, 255, 255]
    assert image[0, 1].tolist() == [244, 204, 204]
    assert (image[:, 9] == 0).all()


def test_pixel_accuracy_leaves_the_lines_out_and_allows_two_steps() -> None:
    truth = two_halves()
    color = truth.color.copy()
    color[:, 9] = (1, 2, 3, 255)
    color[0, :9] = (202, 2, 2, 255)
    assert pixel_accuracy(color, truth) == 1
    color[0, :9] = (203, 0, 0, 255)
    paper = 20 * 20 - 20 - 19
    assert pixel_accuracy(color, truth) == pytest.approx(1 - 9 / paper)


def test_true_regions_are_connected_areas_of_one_color_over_10_px() -> None:
    regions = two_halves().regions
    assert sorted(regions.areas.tolist()) == [18 * 9, 18 * 10]  # crumbs of 9 and 10 px left out
    assert sorted(map(tuple, regions.colors.tolist())) == [BLUE, RED]


def test_colors_that_touch_without_a_line_are_two_regions() -> None:
    color = np.zeros((10, 10, 4), np.uint8)
    color[:5], color[5:] = RED, BLUE
    assert Truth(np.full((10, 10), 255, np.uint8), color).regions.areas.tolist() == [50, 50]


def test_a_region_is_right_when_most_of_its_pixels_are() -> None:
    truth = two_halves()
    color = truth.color.copy()
    color[:10, :9] = BLUE  # 90 of the 162 pixels of the red region
    wrong = wrong_regions(color, truth)
    assert truth.regions.colors[wrong].tolist() == [list(RED)]
    color[:10, :9] = RED
    color[:8, :9] = BLUE
    assert not wrong_regions(color, truth).any()


def test_white_paint_is_not_bare_paper_but_looks_the_same() -> None:
    truth = Truth(np.full((12, 12), 255, np.uint8), np.zeros((12, 12, 4), np.uint8))
    hidden = np.zeros((12, 12, 4), np.uint8)
    hidden[..., 0] = 90
    assert not wrong_regions(hidden, truth).any()
    white = np.full((12, 12, 4), 255, np.uint8)
    score = score_drawing("a", white, truth, palette_codes([truth.color]), 0.5)
    assert (score.region_accuracy, score.region_accuracy_seen, score.corrections) == (0, 1, 1)
    assert score.psnr == score.psnr_256 == 100
    assert score.off_palette == 144


def test_region_accuracy_by_size_of_the_region() -> None:
    line = np.full((60, 60), 255, np.uint8)
    color = np.zeros((60, 60, 4), np.uint8)
    color[:] = RED
    color[0:5, 0:6] = BLUE  # 30 px
    color[10:20, 0:10] = BLUE  # 100 px
    color[30:40, 0:11] = BLUE  # 110 px
    truth = Truth(line, color)
    painted = color.copy()
    painted[0:5, 0:6] = RED
    painted[30:40, 0:11] = RED
    score = score_drawing("a", painted, truth, palette_codes([color]), 0.0)
    assert score.regions_by_size == (1, 1, 1, 1)
    assert score.right_by_size == (0, 1, 0, 1)
    assert score.region_accuracy == 0.5
    assert score.corrections == 2


def test_off_palette_counts_pixels_that_no_key_has() -> None:
    keys = np.array([[RED, BLUE, CLEAR]], np.uint8)
    color = np.array([[RED, (201, 0, 0, 255), (9, 9, 9, 0), WHITE]], np.uint8)
    assert off_palette_pixels(color, palette_codes([keys])) == 2


def test_flicker_is_change_where_the_truth_stands_still() -> None:
    truths = gray(10), gray(10)
    truths[1][:16] = 90  # the upper half moves
    steady = gray(40)
    restless = steady.copy()
    restless[:16] = 255
    assert flicker((steady, restless), truths) == 0
    restless[16:24] += 8  # half of what stands still
    assert flicker((steady, restless), truths) == pytest.approx(4)
    assert flicker((steady, restless), (gray(0), gray(1))) is None
