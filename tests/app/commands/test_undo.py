from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QUndoStack

from app.commands.apply_coloring import ApplyColoring
from app.commands.close_gaps import EditGapStrokes, LeaveOpen, SetGap
from app.commands.correct_regions import CorrectRegions
from app.commands.edit_palette import EditPalettes
from app.commands.mark_keys import MarkKeys
from app.commands.move_key import MoveKey
from app.commands.set_timesheet import SetTimesheet
from app.document.corrections import Correction
from app.document.gap_closing import GapClosing, GapStroke
from app.document.palette import Palette
from app.document.regions import ColoredDrawing
from app.document.shot import Drawing, Shot, ShotChange
from app.document.timesheet import Timesheet

KINDS = ["mark", "mark", "move", "time", "edit", "gap", "stroke", "leave", "color", "correct"]


def make_shot(count: int = 4) -> Shot:
    folder = Path("shot")
    return Shot("shot", folder, [Drawing(n, folder / f"A{n:04}.png") for n in range(1, count + 1)])


def coloring(number: int, is_key: bool = False) -> ColoredDrawing:
    return ColoredDrawing.pack(
        number,
        labels=np.zeros((2, 3), np.int32),
        palette=np.array([[10, 20, 30, 255]], np.uint8),
        region_colors=np.zeros(1, np.int32),
        confidence=np.ones(1, np.float32),
        is_key=is_key,
    )


def state(shot: Shot) -> tuple[object, ...]:
    keys, colorings, corrections = (
        dict(shot.keys),
        dict(shot.colorings),
        list(shot.corrections.items()),
    )
    gaps = shot.gap, dict(shot.gap_strokes), dict(shot.left_open)
    return keys, colorings, corrections, shot.palette, shot.timesheet, gaps


def stroke(chance: random.Random) -> GapStroke:
    return GapStroke(tuple((chance.randrange(9), chance.randrange(9)) for _ in range(3)))


def edited(palette: Palette, chance: random.Random) -> Palette:
    palette = palette.gathered((chance.randrange(4), 0, 0, 255) for _ in range(2))
    source = chance.choice(palette.entries).source
    edits = [
        lambda: palette.renamed(source, f"name {chance.random()}"),
        lambda: palette.with_color_swapped(source, (chance.randrange(256), 9, 9, 255)),
        lambda: palette.grouped([source], chance.choice(["", "a", "b"])),
        lambda: palette.moved([source], None, ""),
        lambda: palette.removed([source]),
    ]
    return chance.choice(edits)()


def test_several_keys_are_one_step(qapp: object) -> None:
    shot, stack = make_shot(), QUndoStack()
    stack.push(MarkKeys(shot, {1: Path("1.png"), 4: Path("4.png")}))
    assert dict(shot.keys) == {1: Path("1.png"), 4: Path("4.png")}
    assert stack.undoText() == "mark 2 keys"
    stack.undo()
    assert not shot.keys
    stack.redo()
    assert list(shot.keys) == [1, 4]


def test_replacing_and_removing_a_key_can_be_undone(qapp: object) -> None:
    shot, stack = make_shot(), QUndoStack()
    stack.push(MarkKeys(shot, {2: Path("old.png")}))
    stack.push(MarkKeys(shot, {2: Path("new.png")}))
    stack.push(MarkKeys(shot, {2: None}))
    assert not shot.keys
    stack.undo()
    assert shot.keys[2] == Path("new.png")
    stack.undo()
    assert shot.keys[2] == Path("old.png")


def test_a_new_key_takes_the_old_coloring_away_until_undo(qapp: object) -> None:
    shot, stack = make_shot(), QUndoStack()
    old = coloring(2)
    stack.push(ApplyColoring(shot, old))
    stack.push(MarkKeys(shot, {2: Path("2.png")}))
    assert shot.coloring(2) is None
    stack.undo()
    assert shot.coloring(2) is old


def test_a_key_for_a_missing_drawing_is_refused_before_the_stack(qapp: object) -> None:
    with pytest.raises(KeyError):
        MarkKeys(make_shot(), {99: Path("99.png")})


def test_a_key_moves_with_what_followed_from_it(qapp: object) -> None:
    shot, stack = make_shot(), QUndoStack()
    stack.push(MarkKeys(shot, {1: Path("1.png"), 4: Path("4.png")}))
    old = coloring(3)
    stack.push(ApplyColoring(shot, old, "colorize drawing 3"))
    assert stack.undoText() == "colorize drawing 3"
    stack.push(MoveKey(shot, 1, 3))
    assert dict(shot.keys) == {3: Path("1.png"), 4: Path("4.png")}
    assert shot.coloring(3) is None
    assert stack.undoText() == "move key 1 to 3"
    stack.undo()
    assert dict(shot.keys) == {1: Path("1.png"), 4: Path("4.png")}
    assert shot.coloring(3) is old


@pytest.mark.parametrize(("source", "target"), [(1, 4), (2, 3), (1, 99)])
def test_a_key_does_not_move_from_nothing_or_onto_another(
    qapp: object, source: int, target: int
) -> None:
    shot = make_shot()
    shot.set_keys({1: Path("1.png"), 4: Path("4.png")})
    with pytest.raises((KeyError, ValueError)):
        MoveKey(shot, source, target)


def test_another_timing_can_be_undone(qapp: object) -> None:
    shot, stack = make_shot(2), QUndoStack()
    heard: list[ShotChange] = []
    shot.subscribe(heard.append)
    stack.push(SetTimesheet(shot, Timesheet.of_drawings([1, 2], 2), "put on twos"))
    assert shot.timesheet.frames == (1, 1, 2, 2)
    stack.undo()
    assert shot.timesheet.frames == (1, 2)
    assert heard == [ShotChange(timesheet=True)] * 2


def test_a_run_is_one_step_and_keeps_what_was_there(qapp: object) -> None:
    shot, stack = make_shot(), QUndoStack()
    former = coloring(2)
    stack.push(ApplyColoring(shot, former))
    run = ApplyColoring(shot, coloring(1))
    stack.push(run)
    run.add(coloring(2))
    run.add(coloring(3))
    assert sorted(shot.colorings) == [1, 2, 3]
    stack.undo()
    assert dict(shot.colorings) == {2: former}
    stack.redo()
    assert sorted(shot.colorings) == [1, 2, 3]


def test_an_undone_run_takes_no_more_results(qapp: object) -> None:
    shot, stack = make_shot(), QUndoStack()
    run = ApplyColoring(shot, coloring(1))
    stack.push(run)
    stack.undo()
    with pytest.raises(ValueError, match="undone"):
        run.add(coloring(2))
    assert not shot.colorings


def test_listeners_hear_each_result_alone(qapp: object) -> None:
    shot, stack = make_shot(), QUndoStack()
    heard: list[ShotChange] = []
    shot.subscribe(heard.append)
    run = ApplyColoring(shot, coloring(1))
    stack.push(run)
    run.add(coloring(3))
    assert [change.colorings for change in heard] == [{1}, {3}]


def test_a_swap_in_the_middle_of_a_run_leaves_its_results_alone(qapp: object) -> None:
    shot, stack = make_shot(), QUndoStack()
    heard: list[ShotChange] = []
    shot.subscribe(heard.append)
    run = ApplyColoring(shot, coloring(1))
    stack.push(run)
    source = (10, 20, 30, 255)
    swapped = shot.palette.gathered([source]).with_color_swapped(source, (1, 1, 1, 255))
    stack.push(EditPalettes({shot: swapped}, "change color"))
    late = coloring(2)
    run.add(late)
    assert [change.palette for change in heard] == [False, True, False]
    assert shot.coloring(2) is late
    assert shot.palette == swapped
    stack.undo()
    assert shot.palette == Palette()
    assert sorted(shot.colorings) == [1, 2]


def test_a_slider_of_the_gap_is_one_step(qapp: object) -> None:
    shot, stack = make_shot(), QUndoStack()
    heard: list[ShotChange] = []
    shot.subscribe(heard.append)
    for gap in (5, 6, 9):
        stack.push(SetGap(shot, gap))
    assert (shot.gap, stack.count(), stack.undoText()) == (9, 1, "close gaps up to 9 px")
    assert heard == [ShotChange(gap=True)] * 3
    stack.undo()
    assert shot.gap == 4
    stack.redo()
    assert shot.gap == 9
    stack.push(SetGap(shot, 4))
    assert stack.count() == 0


def test_gaps_of_two_shots_are_two_steps(qapp: object) -> None:
    one, other, stack = make_shot(), make_shot(), QUndoStack()
    stack.push(SetGap(one, 7))
    stack.push(SetGap(other, 8))
    stack.undo()
    assert (one.gap, other.gap) == (7, 4)


@pytest.mark.parametrize("gap", [-1, 101])
def test_an_impossible_gap_is_refused_before_the_stack(qapp: object, gap: int) -> None:
    with pytest.raises(ValueError, match="0 to 100"):
        SetGap(make_shot(), gap)


def test_another_closing_outdates_a_coloring_and_the_former_one_does_not(qapp: object) -> None:
    shot, stack = make_shot(), QUndoStack()
    stack.push(ApplyColoring(shot, coloring(2).numbered(2, GapClosing(4))))
    made = shot.coloring(2)
    assert made is not None
    assert not shot.has_former_regions(made)
    stack.push(EditGapStrokes(shot, 2, (GapStroke(((1, 1), (5, 5))),), "draw gap stroke"))
    assert shot.has_former_regions(made)
    stack.undo()
    assert not shot.has_former_regions(made)
    stack.push(EditGapStrokes(shot, 3, (GapStroke(((1, 1), (5, 5))),), "draw gap stroke"))
    assert not shot.has_former_regions(made)
    stack.push(SetGap(shot, 0))
    assert shot.has_former_regions(made)


@pytest.mark.parametrize("seed", range(8))
def test_undoing_everything_restores_every_state_on_the_way(qapp: object, seed: int) -> None:
    chance = random.Random(seed)
    shot, stack = make_shot(6), QUndoStack()
    states = [state(shot)]
    for turn in range(25):
        numbers = chance.sample(range(1, 7), chance.randint(1, 3))
        free = [n for n in range(1, 7) if n not in shot.keys]
        kind = chance.choice(KINDS)
        if kind == "move" and shot.keys and free:
            stack.push(MoveKey(shot, chance.choice(list(shot.keys)), chance.choice(free)))
        elif kind == "correct":
            given = chance.choice([(), (Correction(turn, 1, (turn, 0, 0, 255)),)])
            act = CorrectRegions(shot, {numbers[0]: given}, [coloring(numbers[0])], "correct")
            stack.push(act)
            act.add(coloring(number) for number in numbers[1:])
        elif kind == "time":
            stack.push(SetTimesheet(shot, Timesheet.of_drawings(numbers, turn + 1), "retime"))
        elif kind == "gap":
            # Two changes of the gap in a row would be one step, and here each turn is one.
            stack.push(SetTimesheet(shot, shot.timesheet, "nothing"))
            states.append(state(shot))
            stack.push(SetGap(shot, chance.choice([n for n in range(9) if n != shot.gap])))
        elif kind == "stroke":
            drawn = shot.gap_strokes.get(numbers[0], ())
            changed = drawn[1:] if chance.random() < 0.4 else (*drawn, stroke(chance))
            stack.push(EditGapStrokes(shot, numbers[0], changed, "draw"))
        elif kind == "leave":
            points = tuple((turn, place) for place in range(chance.randrange(3)))
            stack.push(LeaveOpen(shot, numbers[0], points, "leave"))
        elif kind == "edit":
            stack.push(EditPalettes({shot: edited(shot.palette, chance)}, "edit"))
        elif kind == "mark":
            stack.push(
                MarkKeys(
                    shot,
                    {n: chance.choice([None, Path(f"{turn}-{n}.png")]) for n in numbers},
                )
            )
        else:
            run = ApplyColoring(shot, coloring(numbers[0]))
            stack.push(run)
            for number in numbers[1:]:
                run.add(coloring(number))
        states.append(state(shot))
    for expected in reversed(states[:-1]):
        stack.undo()
        assert state(shot) == expected
    for expected in states[1:]:
        stack.redo()
        assert state(shot) == expected
