from __future__ import annotations

import cv2
import numpy as np
import pytest

from model.painting.regions import find_regions, region_majority


def _paper() -> np.ndarray:
    return np.full((120, 160), 255, np.uint8)


def _house(hole: int) -> np.ndarray:
    """A box with a hole of `hole` pixels in its right wall."""
    line = _paper()
    cv2.rectangle(line, (30, 20), (110, 100), 0, 2)
    if hole:
        line[60 : 60 + hole, 100:120] = 255
    return line


def test_every_pixel_belongs_to_a_region() -> None:
    regions = find_regions(_house(0))
    assert regions.count == 2
    assert regions.labels.min() == 0
    assert regions.labels.max() == 1
    assert regions.areas.sum() == (~regions.ink).sum()


def test_ink_belongs_to_the_nearest_region() -> None:
    line = _house(0)
    regions = find_regions(line)
    inside, outside = regions.labels[60, 70], regions.labels[5, 5]
    assert set(regions.labels[line == 0]) == {inside, outside}


@pytest.mark.parametrize(("hole", "gap", "closed"), [(4, 0, False), (4, 6, True), (12, 6, False)])
def test_holes_up_to_the_gap_are_closed(hole: int, gap: int, closed: bool) -> None:
    regions = find_regions(_house(hole), gap)
    assert (regions.labels[60, 70] != regions.labels[60, 150]) == closed


def test_gap_closing_leaves_the_tips_of_a_shape_whole() -> None:
    line = _paper()
    cv2.polylines(line, [np.array([[10, 110], [80, 5], [150, 110]])], True, 0, 1)
    regions = find_regions(line, 8)
    inside = regions.labels[60:109, 80]
    assert len(np.unique(inside)) == 1
    assert regions.labels[11, 80] == regions.labels[90, 80]


def test_a_narrow_region_survives_gap_closing() -> None:
    line = _paper()
    cv2.rectangle(line, (40, 50), (120, 54), 0, 1)
    regions = find_regions(line, 10)
    assert regions.labels[52, 80] != regions.labels[5, 5]


@pytest.mark.parametrize("gap", range(1, 9))
def test_a_strip_between_wavy_lines_stays_whole_whether_the_gap_is_odd_or_even(gap: int) -> None:
    line = np.zeros((20, 80), np.uint8)
    line[7:11, 5:75] = 255
    for x in range(8, 75, 8):
        line[[7, 10], x : x + 4] = 0
    assert find_regions(line, gap).count == 1


@pytest.mark.parametrize("width", [7, 8, 9])
def test_a_waist_is_no_hole_in_a_line(width: int) -> None:
    inside = np.zeros((120, 160), np.uint8)
    inside[40:80, 20:60] = inside[40:80, 80:120] = 255
    inside[58 : 58 + width, 60:80] = 255
    line = np.where(cv2.dilate(inside, np.ones((3, 3))) > inside, 0, 255).astype(np.uint8)
    regions = find_regions(line, 9)
    assert regions.labels[60, 40] == regions.labels[60, 100]
    assert regions.count == 2  # with what lies around


@pytest.mark.parametrize("width", [3, 4, 5, 6])
def test_a_hole_in_a_wall_is_no_waist(width: int) -> None:
    line = _house(0)
    line[20:100, 68:71] = 0
    line[60 : 60 + width, 68:71] = 255
    regions = find_regions(line, 6)
    assert regions.labels[60, 40] != regions.labels[60, 100]
    assert regions.count == 3


def test_a_drawing_without_lines_is_one_region() -> None:
    assert find_regions(_paper(), 5).count == 1


def test_nothing_but_ink_is_one_region() -> None:
    regions = find_regions(np.zeros((20, 20), np.uint8))
    assert regions.count == 1
    assert (regions.labels == 0).all()


def test_specks_inside_a_line_are_not_regions() -> None:
    line = _paper()
    cv2.rectangle(line, (30, 20), (110, 100), 0, 7)
    line[20, 70] = 255
    assert find_regions(line).count == 2


def test_thousands_of_specks_do_not_become_thousands_of_regions() -> None:
    line = np.full((400, 400), 255, np.uint8)
    line[::5], line[:, ::5] = 0, 0
    line[100:200, 100:200] = 255
    regions = find_regions(line)
    assert regions.count == 1000
    assert (regions.labels == regions.labels[150, 150]).sum() >= 99 * 99


def test_samples_lie_in_their_region_and_off_the_ink() -> None:
    regions = find_regions(_house(0))
    samples = regions.samples(7)
    assert samples.shape == (2, 7, 2)
    for region in range(2):
        y, x = samples[region].T
        assert (regions.labels[y, x] == region).all()
        assert not regions.ink[y, x].any()


def test_majority_ignores_what_lies_under_the_lines() -> None:
    regions = find_regions(_house(0))
    values = np.where(regions.ink, 9, np.where(regions.labels == 0, 3, 5)).astype(np.int32)
    values[5, 5] = 7
    majority = region_majority(regions, values)
    assert majority.tolist() == [3, 5]
