from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest

from model.manifest import BUNDLED, WeightsError
from model.painting import completion
from model.painting.closing import LineCloser, close_lines
from model.painting.regions import find_regions


def _disk(radius: int = 30, thickness: int = 3) -> np.ndarray:
    ink = np.zeros((120, 120), np.uint8)
    cv2.circle(ink, (60, 60), radius, 1, thickness)
    return ink.astype(bool)


def _with_hole(ink: np.ndarray, side: int = 5) -> np.ndarray:
    broken = ink.copy()
    half = side // 2
    broken[60 - half : 61 + half, 70:] = False
    return broken


def _enclosed(ink: np.ndarray) -> int:
    return cv2.connectedComponents((~ink).astype(np.uint8), connectivity=4)[0] - 1


@pytest.mark.parametrize("thickness", [2, 3, 5])
def test_a_hole_is_filled_about_as_thick_as_its_line(thickness: int) -> None:
    whole = _disk(thickness=thickness)
    broken = _with_hole(whole)
    closed = close_lines(broken, 8)
    missing, drawn = whole & ~broken, closed & ~broken
    assert _enclosed(closed) == 2
    assert (drawn & missing).sum() > 0.7 * missing.sum()
    assert (drawn & ~missing).sum() < 0.5 * missing.sum()


def test_an_opening_wider_than_the_gap_distance_stays_open() -> None:
    broken = _with_hole(_disk(), side=21)
    assert _enclosed(close_lines(broken, 6)) == 1


def test_lines_are_not_lengthened_into_a_hole_that_is_too_wide() -> None:
    closer = LineCloser(_with_hole(_disk(), side=13), 20)
    assert closer.closed(5) is closer.ink
    assert _enclosed(closer.closed(20)) == 2


def test_a_part_of_a_picture_is_closed_as_the_whole() -> None:
    closer = LineCloser(_with_hole(_disk()), 8)
    window = np.s_[30:100, 50:110]
    part = closer.part(window)
    assert np.array_equal(part.closed(8)[20:40, 30:45], closer.closed(8)[window][20:40, 30:45])


def test_whole_lines_stay_as_they_are() -> None:
    whole = _disk()
    assert close_lines(whole, 8) is whole
    assert close_lines(_with_hole(whole), 0).sum() == _with_hole(whole).sum()
    nothing = np.zeros((20, 20), bool)
    assert close_lines(nothing, 8) is nothing


def test_what_was_drawn_on_parts_regions_and_is_no_evidence() -> None:
    line = np.where(_with_hole(_disk()), 0, 255).astype(np.uint8)
    regions = find_regions(line, 8)
    assert regions.count == 2
    assert regions.ink[60, 90]
    assert find_regions(line, 0).count == 1


def test_holes_near_the_border_of_the_picture_are_filled() -> None:
    ink = np.zeros((40, 300), bool)
    ink[4:7] = True
    ink[4:7, 10:15] = ink[4:7, 287:291] = False
    assert close_lines(ink, 6)[5].all()


def test_a_picture_full_of_holes_is_closed_as_one_with_few() -> None:
    few = np.zeros((400, 500), bool)
    few[40:43] = True
    few[40:43, 60:64] = False
    many = few.copy()
    for row in range(80, 390, 12):
        many[row : row + 2] = True
        many[row : row + 2, 20::30] = False
    assert close_lines(few, 6)[41].all()
    closed = close_lines(many, 6)
    assert closed[41].all()
    assert all(closed[row : row + 2].any(axis=0).all() for row in range(80, 390, 12))


@pytest.fixture
def damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "weights"
    shutil.copytree(BUNDLED, folder)
    monkeypatch.setattr(completion, "BUNDLED", folder)
    completion._network.cache_clear()
    yield folder / "line_completion.safetensors"
    completion._network.cache_clear()


def test_missing_weights_are_named(damaged: Path) -> None:
    damaged.unlink()
    with pytest.raises(WeightsError, match=r"line_completion\.safetensors.*install"):
        close_lines(_with_hole(_disk()), 8)
