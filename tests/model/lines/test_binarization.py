from __future__ import annotations

import io

import cv2
import numpy as np
import pytest
from PIL import Image

from model.lines.binarization import binarized
from model.painting.regions import find_regions

SIZE = (160, 200)


def drawn(gray: int = 0, thickness: int = 1) -> np.ndarray:
    """A disc in a box, a slanting line across, all anti-aliased; five regions with the paper."""
    line = np.full(SIZE, 255, np.uint8)
    cv2.rectangle(line, (20, 20), (180, 140), gray, thickness, cv2.LINE_AA)
    cv2.circle(line, (100, 80), 40, gray, thickness, cv2.LINE_AA)
    cv2.line(line, (20, 70), (180, 93), gray, thickness, cv2.LINE_AA)
    return line


def count(line: np.ndarray) -> int:
    return find_regions(binarized(line)).count


def test_line_art_in_two_values_comes_back_as_it_is() -> None:
    line = np.where(drawn() < 128, 0, 255).astype(np.uint8)
    assert np.array_equal(binarized(line), line)
    assert np.array_equal(binarized(np.full(SIZE, 255, np.uint8)), np.full(SIZE, 255))


def test_there_is_nothing_between_ink_and_paper() -> None:
    assert set(np.unique(binarized(drawn(90, 2)))) == {0, 255}


@pytest.mark.parametrize("gray", [0, 60, 130, 190])
@pytest.mark.parametrize("thickness", [1, 3, 7])
def test_lines_part_regions_however_light_they_are(gray: int, thickness: int) -> None:
    assert count(drawn(gray, thickness)) == 5


def test_lines_that_a_smaller_picture_made_thin_are_whole() -> None:
    half = cv2.resize(drawn(60), None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    assert find_regions(half).count < 5  # a fixed threshold sees holes
    assert count(half) == 5


def test_a_black_line_is_not_wider_than_half_its_blur() -> None:
    line = cv2.GaussianBlur(drawn(0, 5), (0, 0), 1.0)
    found, black = binarized(line) == 0, line < 128
    assert found[black].all()
    assert (found & ~black).sum() < 0.01 * black.sum()  # the blurred insides of corners


def test_a_thin_light_line_is_kept_up_to_the_dark_one_it_meets() -> None:
    line = np.full(SIZE, 255, np.uint8)
    cv2.line(line, (0, 80), (199, 80), 150, 1)
    cv2.line(line, (100, 0), (100, 159), 0, 6)
    assert find_regions(binarized(line)).count == 4


def test_grain_of_the_paper_is_no_line() -> None:
    random = np.random.default_rng(0)
    grain = cv2.GaussianBlur(random.normal(0, 14, SIZE), (0, 0), 0.8)
    clear, grained = drawn(110, 2), (drawn(110, 2) * 0.92 + grain).clip(0, 255)
    found = binarized(grained.astype(np.uint8)) == 0
    near = cv2.dilate((binarized(clear) == 0).astype(np.uint8), np.ones((3, 3))) > 0
    assert not (found & ~near).any()
    assert count(grained.astype(np.uint8)) == 5


def test_ripples_of_compression_are_no_lines() -> None:
    file = io.BytesIO()
    Image.fromarray(drawn(0, 3)).save(file, "JPEG", quality=60)
    found = binarized(np.asarray(Image.open(file))) == 0
    assert not (found & (cv2.erode(drawn(0, 3), np.ones((3, 3))) == 255)).any()


def test_uneven_light_is_no_line() -> None:
    shade = np.linspace(1, 0.75, SIZE[1])[None]
    assert count((drawn(80, 2) * shade).astype(np.uint8)) == 5


def test_a_tone_without_a_line_is_paper() -> None:
    line = drawn()
    line[100:130, 30:60][line[100:130, 30:60] == 255] = 190
    assert not (binarized(line)[105:125, 35:55] == 0).any()


def test_the_thin_end_of_a_stroke_belongs_to_it_and_a_faint_speck_to_nothing() -> None:
    line = np.full(SIZE, 255, np.uint8)
    line[80, 20:180] = np.linspace(0, 215, 160).astype(np.uint8)
    line[30, 60:64] = 215
    found = binarized(line) == 0
    assert found[80, 20:175].all()
    assert not found[30].any()
