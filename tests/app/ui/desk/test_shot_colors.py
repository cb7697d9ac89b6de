from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.commands.apply_coloring import ApplyColoring
from app.commands.edit_palette import EditPalettes
from app.commands.mark_keys import MarkKeys
from app.document.palette_usage import Usage
from app.document.regions import ColoredDrawing
from app.document.shot import Drawing, Shot
from app.ui.desk.session import Session
from tests.app.ui.helpers import BLUE, RED, coloring

GREEN = (40, 200, 90, 255)


def make_shot(count: int) -> Shot:
    folder = Path("shot")
    return Shot("shot", folder, [Drawing(n, folder / f"A{n:04}.png") for n in range(1, count + 1)])


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[Session]:
    session = Session()
    session.open(make_shot(5))
    yield session
    session.close()


def color(session: Session, *drawings: ColoredDrawing) -> None:
    assert session.shot is not None
    for drawing in drawings:
        session.undo_stack.push(ApplyColoring(session.shot, drawing))


def swap(session: Session, source: tuple[int, int, int, int]) -> None:
    assert session.shot is not None
    palette = session.colors.settled.with_color_swapped(source, GREEN)
    session.undo_stack.push(EditPalettes({session.shot: palette}, "change color"))


def test_colors_are_gathered_and_go_with_their_last_drawing(session: Session) -> None:
    color(session, coloring(1), coloring(2))
    assert [entry.source for entry in session.colors.palette] == [BLUE, RED]
    assert session.colors.usage(RED) == Usage(2, 2)
    session.undo_stack.undo()
    assert session.colors.usage(RED) == Usage(1, 1)
    session.undo_stack.undo()
    assert len(session.colors.palette) == 0


def test_gathered_colors_do_not_enter_the_shot_by_themselves(session: Session) -> None:
    assert session.shot is not None
    color(session, coloring(1))
    assert len(session.shot.palette) == 0
    swap(session, RED)
    assert len(session.shot.palette) == 2
    session.undo_stack.undo()
    assert len(session.shot.palette) == 0


def test_the_colors_of_a_key_come_before_any_coloring(session: Session) -> None:
    assert session.shot is not None
    path = Path("key/A0003.png")
    session.undo_stack.push(MarkKeys(session.shot, {3: path}))
    assert not session.colors.has_read((3, path))
    session.colors.note_key((3, path), {RED: 4, GREEN: 1})
    assert [entry.source for entry in session.colors.palette] == [RED, GREEN]
    assert session.colors.usage(RED) == Usage(1, 4)
    session.undo_stack.undo()
    assert len(session.colors.palette) == 0
    session.undo_stack.redo()
    assert len(session.colors.palette) == 2


def test_only_drawings_that_have_the_color_look_different(session: Session, qtbot: QtBot) -> None:
    only_blue = replace(coloring(2), region_colors=np.array([1, 1], np.int32))
    color(session, coloring(1), only_blue)
    before = {number: session.source(number) for number in (1, 2, 3)}
    with qtbot.waitSignal(session.drawings_changed) as changed:
        swap(session, RED)
    assert changed.args == [{1}]
    assert session.source(1) != before[1]
    assert session.source(1).swaps == {(RED, GREEN)}
    assert session.source(2) == before[2]
    assert session.source(3) == before[3]
    session.undo_stack.undo()
    assert session.source(1) == before[1]


def test_a_rename_changes_no_picture(session: Session, qtbot: QtBot) -> None:
    assert session.shot is not None
    color(session, coloring(1))
    before = session.source(1)
    with qtbot.assertNotEmitted(session.drawings_changed):
        palette = session.colors.settled.renamed(RED, "Coat")
        session.undo_stack.push(EditPalettes({session.shot: palette}, "rename color"))
    assert session.source(1) == before


def test_results_that_come_after_a_swap_are_swapped_too(session: Session) -> None:
    assert session.shot is not None
    run = ApplyColoring(session.shot, coloring(1))
    session.undo_stack.push(run)
    swap(session, RED)
    run.add(coloring(2))
    assert session.source(2).swaps == {(RED, GREEN)}
    assert session.colors.usage(RED) == Usage(2, 2)


def test_trying_a_swap_leaves_the_shot_alone(session: Session, qtbot: QtBot) -> None:
    assert session.shot is not None
    color(session, coloring(1))
    with qtbot.waitSignal(session.drawings_changed):
        session.colors.try_swap(RED, GREEN)
    assert session.source(1).swaps == {(RED, GREEN)}
    assert not session.colors.settled.swaps
    assert not session.shot.palette.swaps
    with qtbot.waitSignal(session.drawings_changed):
        session.colors.end_try()
    assert not session.source(1).swaps


def test_the_current_color_is_one_of_the_palette(session: Session, qtbot: QtBot) -> None:
    color(session, coloring(1))
    with qtbot.waitSignal(session.current_color_changed) as changed:
        session.choose_color(RED)
    assert changed.args == [RED]
    session.choose_color(GREEN)
    assert session.current_color is None
    session.choose_color(RED)
    with qtbot.waitSignal(session.current_color_changed) as changed:
        session.undo_stack.undo()
    assert changed.args == [None]


def test_another_shot_has_its_own_colors(session: Session) -> None:
    color(session, coloring(1))
    session.choose_color(RED)
    session.open(make_shot(2))
    assert len(session.colors.palette) == 0
    assert session.current_color is None


def test_500_drawings_with_300_colors_stay_quick(session: Session) -> None:
    shot = make_shot(500)
    session.open(shot)
    chance = np.random.default_rng(2)
    palette = chance.integers(0, 256, (300, 4), dtype=np.uint8)
    palette[:, 3] = 255
    labels = np.arange(300, dtype=np.int32).reshape(15, 20)
    first = ColoredDrawing.pack(1, labels, palette, np.arange(300), np.ones(300))
    run = ApplyColoring(shot, first)
    session.undo_stack.push(run)
    for number in range(2, 501):  # what a run over a long shot delivers
        run.add(replace(first, number=number))
    source = session.colors.palette.entries[7].source
    began = time.perf_counter()
    run.add(replace(first, number=9))
    swap(session, source)
    sources = [session.source(number) for number in range(1, 41)]
    assert time.perf_counter() - began < 0.25
    assert len({made.swaps for made in sources}) == 1
