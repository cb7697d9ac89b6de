from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.commands.apply_coloring import ApplyColoring
from app.document.origins import key_signature
from app.document.regions import ColoredDrawing
from app.document.shot import Shot
from app.ui.controls.actions import Act
from app.ui.window.main_window import MainWindow
from tests.app.ui.helpers import BLUE, PALETTE, RED, SIZE, drop, make_keys, make_shot_folder
from tests.app.voted import voted

WRONG_AT, RIGHT_AT = (3, 5), (36, 5)  # in region 0 and in region 1 of every drawing


@pytest.fixture
def colored(open_window: MainWindow, tmp_path: Path) -> MainWindow:
    """Keys 1 and 5; drawings 2 to 4 colored, their region 0 red, region 1 blue."""
    drop(open_window.view, make_keys(tmp_path / "k", [1, 5]))
    color(open_window)
    open_window.session.go_to(2)
    return open_window


def color(window: MainWindow, sure: float = 0.9) -> None:
    labels = []
    for number in (2, 3, 4):
        regions = np.zeros(SIZE, np.int32)
        regions[:, 10 + number :] = 1
        labels.append(regions)
    drawings = list(voted(labels, PALETTE, first=2, sure=sure).values())
    command = ApplyColoring(shot_of(window), drawings[0], "colorize shot")
    window.session.undo_stack.push(command)
    for one in drawings[1:]:
        command.add(one)


def shot_of(window: MainWindow) -> Shot:
    assert window.session.shot is not None
    return window.session.shot


def left_colors(window: MainWindow) -> list[tuple[int, ...]]:
    return [_color(shot_of(window).coloring(number), 0) for number in (2, 3, 4)]


def _color(drawing: ColoredDrawing | None, region: int) -> tuple[int, ...]:
    assert drawing is not None
    return drawing.color_of(region)


def click(window: MainWindow, x: int, y: int, keys: Qt.KeyboardModifier | None = None) -> None:
    QTest.mouseClick(window.view, Qt.MouseButton.LeftButton, keys or _NONE, at(window, x, y))


def at(window: MainWindow, x: int, y: int) -> QPoint:
    """The middle of a pixel of the drawing, in the view."""
    view = window.view
    for row in range(0, view.height(), 2):
        for column in range(0, view.width(), 2):
            if view.pixel_at(QPoint(column, row).toPointF()) == (x, y):
                return QPoint(column, row)
    raise AssertionError("this pixel is not in sight")


_NONE = Qt.KeyboardModifier.NoModifier


def paint_with(window: MainWindow, color: tuple[int, int, int, int]) -> None:
    window.session.choose_color(color)
    window.actions_[Act.PAINT].setChecked(True)


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.desk.correcting.is_busy)


def test_a_click_corrects_a_region_and_its_neighbors_follow(
    colored: MainWindow, qtbot: QtBot
) -> None:
    paint_with(colored, BLUE)
    click(colored, *WRONG_AT)
    assert left_colors(colored)[0] == BLUE, "the drawing itself changes at once"
    settle(colored, qtbot)
    assert left_colors(colored) == [BLUE, BLUE, BLUE]
    assert colored.bottom.message == "Corrected; 2 regions changed in drawings 3–4 too."
    assert list(shot_of(colored).corrections) == [2]


def test_one_undo_takes_all_of_it_back(colored: MainWindow, qtbot: QtBot) -> None:
    paint_with(colored, BLUE)
    click(colored, *WRONG_AT)
    settle(colored, qtbot)
    colored.actions_[Act.UNDO].trigger()
    assert left_colors(colored) == [RED, RED, RED]
    assert not shot_of(colored).corrections
    colored.actions_[Act.REDO].trigger()
    assert left_colors(colored) == [BLUE, BLUE, BLUE]


@pytest.mark.parametrize(
    ("act", "expected"),
    [(Act.REACH_DRAWING, [BLUE, RED, RED]), (Act.REACH_RANGE, [BLUE, BLUE, RED])],
)
def test_corrections_go_as_far_as_was_chosen(
    colored: MainWindow, qtbot: QtBot, act: Act, expected: list[tuple[int, ...]]
) -> None:
    colored.actions_[act].trigger()
    if act is Act.REACH_RANGE:
        colored.session.playhead.select(2, 1)
    paint_with(colored, BLUE)
    click(colored, *WRONG_AT)
    settle(colored, qtbot)
    assert left_colors(colored) == expected


def test_a_drag_and_a_lasso_take_several_regions(colored: MainWindow, qtbot: QtBot) -> None:
    paint_with(colored, BLUE)
    QTest.mousePress(colored.view, Qt.MouseButton.LeftButton, _NONE, at(colored, *RIGHT_AT))
    QTest.mouseMove(colored.view, at(colored, *WRONG_AT))
    QTest.mouseRelease(colored.view, Qt.MouseButton.LeftButton, _NONE, at(colored, *WRONG_AT))
    settle(colored, qtbot)
    assert len(shot_of(colored).corrections[2]) == 2
    colored.actions_[Act.UNDO].trigger()
    corners = [at(colored, x, y) for x, y in ((0, 0), (11, 0), (11, 29), (0, 29))]
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mousePress(colored.view, Qt.MouseButton.LeftButton, shift, corners[0])
    for corner in corners[1:]:
        QTest.mouseMove(colored.view, corner)
    QTest.mouseRelease(colored.view, Qt.MouseButton.LeftButton, shift, corners[-1])
    settle(colored, qtbot)
    assert len(shot_of(colored).corrections[2]) == 1
    assert left_colors(colored)[0] == BLUE


def test_corrections_are_refused_with_the_reason(colored: MainWindow) -> None:
    colored.actions_[Act.PAINT].setChecked(True)
    colored.session.choose_color(None)
    click(colored, *WRONG_AT)
    assert "Choose a color" in colored.bottom.message
    colored.session.choose_color(BLUE)
    colored.session.go_to(1)
    colored.desk.correcting.correct([WRONG_AT], BLUE)
    assert colored.bottom.message.startswith("This is a key")
    assert not shot_of(colored).corrections


def test_taking_corrections_back_restores_what_was_decided(
    colored: MainWindow, qtbot: QtBot
) -> None:
    paint_with(colored, BLUE)
    click(colored, *WRONG_AT)
    settle(colored, qtbot)
    colored.actions_[Act.TAKE_BACK].trigger()
    settle(colored, qtbot)
    assert left_colors(colored) == [RED, RED, RED]
    assert not shot_of(colored).corrections


def test_accepting_a_drawing_makes_all_of_it_certain(colored: MainWindow, qtbot: QtBot) -> None:
    colored.actions_[Act.ACCEPT_DRAWING].trigger()
    settle(colored, qtbot)
    drawing = shot_of(colored).coloring(2)
    assert drawing is not None
    assert drawing.confidence.tolist() == [1, 1]
    assert len(shot_of(colored).corrections[2]) == 2


def test_the_next_run_is_told_of_the_corrections(
    colored: MainWindow, qtbot: QtBot, engine: object
) -> None:
    colored.desk.correcting.correct([WRONG_AT], BLUE)
    settle(colored, qtbot)
    with qtbot.waitSignal(colored.coloring.ended):
        colored.actions_[Act.COLORIZE_ALL].trigger()
    assert dict(engine.requests[0].corrections) == dict(shot_of(colored).corrections)  # type: ignore[attr-defined]
    assert left_colors(colored)[0] == BLUE


def test_a_correction_spreads_on_behind_another_shot(
    colored: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    shot = shot_of(colored)
    for coloring in shot.colorings.values():
        colored.session.note_made_with(coloring, key_signature(shot.keys))
    colored.desk.correcting.correct([WRONG_AT], BLUE)
    colored.shows.shots.add(make_shot_folder(tmp_path / "cut 13", [2, 3, 4]))
    assert shot_of(colored) is not shot
    settle(colored, qtbot)
    assert [_color(shot.coloring(number), 0) for number in (2, 3, 4)] == [BLUE, BLUE, BLUE]
    assert not shot_of(colored).colorings
    assert colored.bottom.message.startswith("cut 12: Corrected; 2 regions")
    colored.session.show_shot(shot)
    assert not any(colored.session.is_stale(number) for number in (3, 4)), "as fresh as before"


def test_a_correction_of_a_shot_that_went_spreads_no_further(
    colored: MainWindow, qtbot: QtBot
) -> None:
    shot = shot_of(colored)
    colored.desk.correcting.correct([WRONG_AT], BLUE)
    colored.actions_[Act.REMOVE_SHOT].trigger()
    settle(colored, qtbot)
    assert [_color(shot.coloring(number), 0) for number in (2, 3, 4)] == [BLUE, RED, RED]


def test_a_stroke_on_an_uncolored_key_says_why_not(colored: MainWindow) -> None:
    paint_with(colored, BLUE)
    colored.session.go_to(5)
    click(colored, *WRONG_AT)
    assert colored.bottom.message.startswith("This is a key")
