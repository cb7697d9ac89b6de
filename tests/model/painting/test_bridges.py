from __future__ import annotations

import cv2
import numpy as np
import pytest

from model.painting.bridges import find_bridges, with_bridges


def _ink(shape: tuple[int, int] = (80, 80)) -> np.ndarray:
    return np.zeros(shape, np.uint8)


def _bridged(ink: np.ndarray, gap: int) -> np.ndarray:
    return with_bridges(ink, find_bridges(ink, gap))


def _enclosed(ink: np.ndarray) -> int:
    return cv2.connectedComponents((~ink.astype(bool)).astype(np.uint8), connectivity=4)[0] - 1


@pytest.mark.parametrize("thickness", [1, 2, 4])
@pytest.mark.parametrize("radius", [5, 20])
def test_a_hole_in_an_outline_is_bridged_even_if_it_is_as_wide_as_what_it_encloses(
    radius: int, thickness: int
) -> None:
    ink = _ink()
    cv2.circle(ink, (40, 40), radius, 1, thickness)
    ink[38:43, 40 : 40 + radius + 5] = 0
    assert _enclosed(ink) == 1
    assert _enclosed(_bridged(ink.astype(bool), 6)) == 2


def test_an_end_is_led_on_to_the_side_of_another_line() -> None:
    ink = _ink()
    ink[:, 40] = 1
    ink[40, :36] = 1
    bridged = _bridged(ink.astype(bool), 5)
    assert bridged[40, 36:40].all()


def test_a_wider_hole_stays_open() -> None:
    ink = _ink()
    ink[40] = 1
    ink[40, 30:50] = 0
    assert np.array_equal(_bridged(ink.astype(bool), 6), ink.astype(bool))


def test_lines_side_by_side_are_not_joined() -> None:
    ink = _ink()
    ink[38, :40] = ink[42, :40] = 1
    bridged = _bridged(ink.astype(bool), 6)
    assert not bridged[40, :30].any()


def test_the_border_of_the_picture_is_no_end() -> None:
    ink = _ink()
    ink[3, :] = 1
    ink[:, 6] = 1
    assert np.array_equal(_bridged(ink.astype(bool), 8), ink.astype(bool))


def test_nothing_to_bridge() -> None:
    blank = _ink().astype(bool)
    assert not _bridged(blank, 5).any()
    dot = blank.copy()
    dot[40, 40] = True
    assert _bridged(dot, 5).sum() == 1
    assert _bridged(dot, 0) is dot


def test_a_wide_gap_setting_bridges_no_farther_than_an_end_can_tell() -> None:
    ink = _ink((60, 160))
    ink[30] = 1
    ink[30, 60:100] = 0
    assert np.array_equal(_bridged(ink.astype(bool), 100), ink.astype(bool))
    ink[30, 60:88] = 1
    assert _bridged(ink.astype(bool), 100)[30].all()


def test_thousands_of_ends_are_bridged_as_a_few_are(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(0)
    ink = _ink((160, 160))
    for x, y in rng.integers(10, 140, (80, 2)):
        cv2.line(ink, (int(x), int(y)), (int(x) + 12, int(y) + 5), 1, 1)
    together = _bridged(ink.astype(bool), 6)
    monkeypatch.setattr("model.painting.bridges._AT_ONCE", 3000)
    assert together.sum() > ink.sum()
    assert np.array_equal(_bridged(ink.astype(bool), 6), together)
