from __future__ import annotations

import pytest

from app.document.timesheet import Timesheet
from app.ui.timeline.layout import HELD_FRAME, StripLayout


def layout(*frames: int | None, duration: int | None = None) -> StripLayout:
    sheet = Timesheet(frames)
    return StripLayout(sheet, len(sheet) if duration is None else duration, 100)


def test_holds_lengthen_their_card() -> None:
    strip = layout(1, 1, 1, 2, 2, 3)
    assert [strip.card(i).width for i in range(3)] == [
        100 + 2 * HELD_FRAME,
        100 + HELD_FRAME,
        100,
    ]
    assert strip.card(1).left == strip.card(0).right
    assert strip.width == strip.card(2).right


@pytest.mark.parametrize(
    ("frames", "duration"),
    [
        ((1, 1, 1, 2, None, None, 3), 7),
        ((1, 1, 2, 3, 4), 3),
        ((*[1] * 500, 2), 501),
        ((None, 1), 2),
    ],
)
def test_frames_lie_side_by_side_on_their_exposure(
    frames: tuple[int | None, ...], duration: int
) -> None:
    strip = layout(*frames, duration=duration)
    right = 0
    for frame in range(len(frames)):
        place = strip.frame(frame)
        assert place.left >= right
        right = place.right
        if place.width:
            exposure = strip.exposures[strip.exposure_at(place.left)]
            assert frame in exposure.frames
    assert right == strip.width
    assert strip.frame_at(-50) == 0
    assert strip.frame_at(strip.width + 50) == len(frames) - 1


def test_a_short_hold_is_found_frame_by_frame() -> None:
    strip = layout(1, 1, 1, 1, 2)
    for frame in range(5):
        place = strip.frame(frame)
        assert {strip.frame_at(x) for x in range(place.left, place.right)} == {frame}


def test_a_very_long_hold_leaves_the_next_drawing_within_reach() -> None:
    assert layout(*[1] * 1000, 2).card(1).left < 500


def test_drawings_off_the_sheet_stand_apart() -> None:
    strip = layout(1, 2, 5, 6, duration=2)
    assert [strip.is_off_sheet(i) for i in range(4)] == [False, False, True, True]
    assert strip.card(2).left > strip.card(1).right == strip.sheet_end
    assert not strip.contains(strip.card(1).right + 5)
    assert strip.contains(strip.card(2).left)
    assert [strip.exposure_at(strip.card(i).left + 5) for i in range(4)] == [0, 1, 2, 3]
    assert layout(1, 2).sheet_end is None


def test_only_what_can_be_seen_is_named() -> None:
    strip = layout(*range(2000))
    assert strip.within(1000, 1350) == range(10, 14)
    assert not layout().exposures
