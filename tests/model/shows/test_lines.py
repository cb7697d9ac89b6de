from __future__ import annotations

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from model.shows import Show, degrade_lines

_OFF = {"gaps": 0.0, "overshoots": 0.0, "thickness": 0.0, "sketch": 0.0, "missing": 0.0,
        "binary": 0.0}  # fmt: skip


@pytest.fixture
def rings() -> NDArray[np.uint8]:
    line = np.full((200, 200), 255, dtype=np.uint8)
    for radius in (20, 45, 70, 95):
        cv2.circle(line, (100, 100), radius, 0, 2, cv2.LINE_AA)
    cv2.circle(line, (100, 100), 3, 0, -1)
    return line


def _areas(line: NDArray[np.uint8]) -> int:
    return cv2.connectedComponents((line > 128).astype(np.uint8), connectivity=4)[0] - 1


def _ink(line: NDArray[np.uint8]) -> int:
    return int((line < 128).sum())


def test_nothing_asked_for_changes_nothing(rings: NDArray[np.uint8]) -> None:
    assert np.array_equal(degrade_lines(rings, np.random.default_rng(0), **_OFF), rings)


def test_gaps_open_closed_areas(rings: NDArray[np.uint8]) -> None:
    broken = degrade_lines(rings, np.random.default_rng(0), **{**_OFF, "gaps": 1.0})
    assert _areas(rings) == 5
    assert _areas(broken) < 5
    assert _ink(broken) > 0.5 * _ink(rings)


def test_overshoots_add_ink_without_closing_areas(rings: NDArray[np.uint8]) -> None:
    longer = degrade_lines(rings, np.random.default_rng(1), **{**_OFF, "overshoots": 1.0})
    assert _ink(longer) > _ink(rings)
    assert np.all(longer <= rings)


def test_thickness_changes_the_amount_of_ink(rings: NDArray[np.uint8]) -> None:
    inks = {
        _ink(degrade_lines(rings, np.random.default_rng(k), **{**_OFF, "thickness": 1.0}))
        for k in range(8)
    }
    assert max(inks) > 1.2 * _ink(rings)
    assert len(inks) > 2


def test_a_sketchy_line_is_drawn_twice(rings: NDArray[np.uint8]) -> None:
    sketchy = degrade_lines(rings, np.random.default_rng(2), **{**_OFF, "sketch": 1.0})
    assert _ink(sketchy) > 1.1 * _ink(rings)
    reach = cv2.erode(rings, np.ones((11, 11), np.uint8))
    assert np.all(sketchy[reach == 255] == 255)


def test_missing_details_are_small_lonely_marks(rings: NDArray[np.uint8]) -> None:
    results = [
        degrade_lines(rings, np.random.default_rng(k), **{**_OFF, "missing": 1.0})
        for k in range(12)
    ]
    assert any(result[100, 100] == 255 for result in results)
    assert all(result[100, 170] < 128 for result in results)


def test_binary_lines_have_two_values(rings: NDArray[np.uint8]) -> None:
    hard = degrade_lines(rings, np.random.default_rng(3), **{**_OFF, "binary": 1.0})
    assert set(np.unique(hard)) == {0, 255}


def test_empty_paper_stays_empty() -> None:
    paper = np.full((50, 60), 255, dtype=np.uint8)
    worst = dict.fromkeys(_OFF, 1.0)
    assert np.all(degrade_lines(paper, np.random.default_rng(0), **worst) == 255)


def test_shows_keep_most_lines_with_the_usual_settings() -> None:
    line = Show(9, (256, 256)).shot(0, 1).draw(0).line
    for seed in range(5):
        result = degrade_lines(line, np.random.default_rng(seed))
        kept = cv2.erode(result, np.ones((5, 5), np.uint8)) < 128
        assert kept[line < 128].mean() > 0.85
