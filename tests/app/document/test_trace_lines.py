from __future__ import annotations

import numpy as np
import pytest

from app.document.trace_lines import without_traces

Color = tuple[int, int, int, int]


def pixel(color: Color) -> np.ndarray:
    return np.array([[color]], np.uint8)


@pytest.mark.parametrize(
    "color",
    [
        (255, 0, 0, 255),
        (0, 0, 255, 255),
        (0, 255, 0, 255),
        (200, 0, 0, 255),
        (255, 180, 180, 255),  # the soft edge of a red one
        (255, 0, 0, 90),  # the same on a transparent ground
    ],
)
def test_vivid_lines_are_traces(color: Color) -> None:
    assert without_traces(pixel(color))[0, 0, 3] == 0


@pytest.mark.parametrize(
    "color",
    [
        (0, 0, 0, 255),
        (128, 128, 128, 255),
        (255, 255, 255, 255),
        (0, 0, 0, 60),
        (120, 60, 30, 255),  # sepia
        (0, 0, 128, 255),  # dark blue
        (253, 255, 252, 255),  # paper of a scan
        (255, 0, 0, 0),  # what a transparent pixel hides
    ],
)
def test_other_ink_and_paper_stay(color: Color) -> None:
    assert without_traces(pixel(color)).tolist() == pixel(color).tolist()


def test_only_the_traces_of_a_drawing_go_and_the_drawing_itself_is_left_alone() -> None:
    line = np.full((4, 6, 4), 255, np.uint8)
    line[:, 1] = (0, 0, 0, 255)
    line[:, 4] = (0, 0, 255, 255)
    before = line.copy()
    left = without_traces(line)
    assert (left[:, 4] == 0).all()
    assert np.array_equal(np.delete(left, 4, 1), np.delete(before, 4, 1))
    assert np.array_equal(line, before)
