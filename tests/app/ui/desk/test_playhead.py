from __future__ import annotations

from pathlib import Path

import pytest

from app.document.shot import Drawing, Shot
from app.document.timesheet import Timesheet
from app.ui.desk.playhead import Playhead


def at(*frames: int | None, numbers: tuple[int, ...] = (1, 2, 3)) -> Playhead:
    """A playhead on this sheet of a shot that has these drawings."""
    drawings = [Drawing(number, Path(f"A{number}.png")) for number in numbers]
    playhead = Playhead()
    playhead.open(Shot("cut", Path("cut"), drawings, Timesheet(frames)))
    return playhead


def test_it_begins_on_the_first_frame_that_shows_something(qapp: object) -> None:
    assert at(None, 9, 2, 1, 3).frame == 2


def test_it_steps_by_frames_and_by_drawings(qapp: object) -> None:
    playhead = at(1, 1, None, 9, 2, 2, 3)
    seen: list[int] = []
    playhead.moved.connect(seen.append)
    playhead.to_next_frame()
    playhead.to_next_drawing()
    playhead.to_next_drawing()
    playhead.to_next_drawing()
    playhead.to_previous_frame()
    playhead.to_previous_drawing()
    assert seen == [1, 4, 6, 5, 0]


def test_an_empty_frame_and_a_missing_drawing_hold_nothing(qapp: object) -> None:
    playhead = at(1, None, 9, 2)
    numbers = []
    for frame in range(4):
        playhead.move_to(frame)
        numbers.append(playhead.number)
    assert numbers == [1, None, None, 2]


def test_drawings_off_the_sheet_can_be_reached_but_do_not_play(qapp: object) -> None:
    playhead = at(2, 2, 1)
    assert (playhead.duration, playhead.timeline.frames) == (3, (2, 2, 1, 3))
    playhead.to_last()
    assert playhead.number == 1
    playhead.to_last()
    assert playhead.number == 3
    assert playhead.playing_frames == range(3)


def test_a_drawing_is_found_where_it_comes_first_unless_it_is_on_show(qapp: object) -> None:
    playhead = at(1, 2, 1, 3)
    playhead.move_to_drawing(3)
    playhead.move_to_drawing(1)
    assert playhead.frame == 0
    playhead.move_to(2)
    playhead.move_to_drawing(1)
    assert playhead.frame == 2


def test_a_selection_grows_and_shrinks_from_where_it_began(qapp: object) -> None:
    playhead = at(1, 1, 2, 2, 3, 3)
    playhead.move_to(3)
    playhead.select_next()
    assert (playhead.selected, playhead.frame) == (range(1, 3), 4)
    playhead.select_previous()
    playhead.select_previous()
    assert (playhead.selected, playhead.selected_numbers) == (range(0, 2), [1, 2])
    assert playhead.playing_frames == range(0, 4)
    playhead.select(1, 1)
    assert playhead.playing_frames == range(6)
    playhead.clear_selection()
    assert not playhead.selected


def test_all_can_be_selected_and_only_drawings_of_the_shot_count(qapp: object) -> None:
    playhead = at(3, None, 9, 1)
    playhead.select_all()
    assert playhead.selected_numbers == [1, 2, 3]
    assert playhead.playing_frames == range(4)


@pytest.mark.parametrize("frames", [(3, 3, 2, 1), (2, 2, 2)])
def test_with_another_sheet_it_stays_on_its_drawing(qapp: object, frames: tuple[int, ...]) -> None:
    drawings = [Drawing(number, Path(f"A{number}.png")) for number in (1, 2, 3)]
    shot = Shot("cut", Path("cut"), drawings)
    playhead = Playhead()
    playhead.open(shot)
    playhead.move_to(1)
    playhead.select_next()
    playhead.move_to(1)
    shot.set_timesheet(Timesheet(frames))
    playhead.take_sheet()
    assert playhead.number == 2
    assert not playhead.selected


def test_without_a_shot_there_is_nowhere_to_go(qapp: object) -> None:
    playhead = at(1, 2, 3)
    playhead.select_all()
    playhead.open(None)
    for go in (
        playhead.to_first,
        playhead.to_last,
        playhead.to_next_frame,
        playhead.to_next_drawing,
        playhead.select_next,
        playhead.select_all,
    ):
        go()
    assert (playhead.number, playhead.selected_numbers) == (None, [])
    assert not playhead.playing_frames


def test_what_comes_next_is_on_the_side_that_it_moves_to(qapp: object) -> None:
    playhead = at(1, 2, 2, None, 9, 3, 4, 5, numbers=(1, 2, 3, 4, 5))
    assert playhead.coming(2) == [2]
    playhead.move_to(5)
    assert playhead.coming(3) == [4, 5]
    playhead.move_to(2)
    assert playhead.coming(3) == [1]
    playhead.move_to(6)
    playhead.move_to(5)
    assert playhead.coming(9) == [2, 1]
