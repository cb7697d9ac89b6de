from __future__ import annotations

import pytest

from app.document.timesheet import Exposure, Timesheet


def test_without_a_sheet_every_drawing_has_one_frame() -> None:
    sheet = Timesheet.of_drawings([2, 5, 9])
    assert sheet.frames == (2, 5, 9)
    assert [(one.first, one.length, one.number) for one in sheet.exposures] == [
        (0, 1, 2),
        (1, 1, 5),
        (2, 1, 9),
    ]


def test_on_twos_every_drawing_is_held() -> None:
    sheet = Timesheet.of_drawings([1, 2]).held(2)
    assert sheet.frames == (1, 1, 2, 2)
    assert sheet == Timesheet.of_drawings([1, 2], hold=2)
    assert [sheet.exposure_at(frame) for frame in range(4)] == [0, 0, 1, 1]
    assert list(sheet.exposures[1].frames) == [2, 3]


def test_entries_hold_until_the_next_and_the_end() -> None:
    sheet = Timesheet.of_changes([(4, None), (0, 7), (2, 8), (6, 7), (99, 1)], 8)
    assert sheet.frames == (7, 7, 8, 8, None, None, 7, 7)
    assert sheet.exposures[2] == Exposure(4, 2, None)
    assert sheet.numbers == {7, 8}
    assert (sheet.first_frame(7), sheet.first_frame(1)) == (0, None)


def test_what_begins_before_the_sheet_is_held_into_it() -> None:
    assert Timesheet.of_changes([(-5, 1), (-2, 3), (1, 4)], 3).frames == (3, 4, 4)


def test_a_sheet_that_begins_late_is_empty_before() -> None:
    assert Timesheet.of_changes([(2, 1)], 3).frames == (None, None, 1)


@pytest.mark.parametrize(
    ("frames", "hold"),
    [((1, 2, 3), 1), ((1, 1, 2, 2, 3, 3), 2), ((1, 2, 3, 3), None), ((1, 1, 3, 3, 2, 2), None)],
)
def test_a_plain_hold_is_told_from_a_timing_of_its_own(
    frames: tuple[int, ...], hold: int | None
) -> None:
    assert Timesheet(frames).hold_of([1, 2, 3]) == hold


def test_drawings_can_stand_behind_the_last_frame() -> None:
    assert Timesheet((1, None)).followed_by([4, 5]).frames == (1, None, 4, 5)
