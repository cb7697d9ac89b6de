from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.commands.edit_shots import EditShots
from app.commands.mark_keys import MarkKeys
from app.ui.controls.actions import Act
from app.ui.desk.states import DrawingState
from app.ui.window.main_window import MainWindow
from tests.app.ui.coloring.test_colorizing import press, shot_of
from tests.app.ui.helpers import ObedientEngine, ScriptedChooser, drop, make_keys, make_shot_folder


@pytest.fixture
def borrower(open_window: MainWindow, tmp_path: Path) -> MainWindow:
    """Two shots; the first has two keys, the second, on the desk, has none."""
    drop(open_window.view, make_keys(tmp_path / "k", [1, 5]))
    open_window.open(make_shot_folder(tmp_path / "cut 13"))
    assert not shot_of(open_window).keys
    return open_window


def colorize(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.coloring.ended, timeout=5000):
        press(window, Act.COLORIZE)


def test_a_shot_without_keys_is_colored_with_those_of_another(
    borrower: MainWindow, engine: ObedientEngine, qtbot: QtBot
) -> None:
    assert "other shots" in borrower.actions_[Act.COLORIZE].toolTip()
    assert "or colorize with keys of other shots" in borrower.view.hint
    colorize(borrower, qtbot)
    (request,) = engine.requests
    assert request.keys == {}
    assert [(one.shot, one.drawing.number) for one in request.lent] == [
        ("cut 12", 1),
        ("cut 12", 5),
    ]
    assert list(shot_of(borrower).colorings) == [1, 2, 3, 4, 5]
    assert borrower.bottom.message == "5 drawings colored with keys of other shots."
    assert borrower.view.hint == ""
    assert not borrower.session.pending()


def test_a_first_key_of_its_own_makes_it_colorize_anew(
    borrower: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    colorize(borrower, qtbot)
    drop(borrower.view, make_keys(tmp_path / "own", [1]))
    assert borrower.session.pending() == [1, 2, 3, 4, 5]


def test_colors_of_a_shot_without_keys_are_kept_with_the_show(
    borrower: MainWindow, chooser: ScriptedChooser, qtbot: QtBot, tmp_path: Path
) -> None:
    colorize(borrower, qtbot)
    colors = borrower.session.colors.palette.entries
    assert colors
    chooser.save_to = tmp_path / "saved.shiage"
    press(borrower, Act.SAVE)
    qtbot.waitUntil(lambda: not borrower.shows.saving.is_dirty)
    first = borrower.session.show
    borrower.open(chooser.save_to)
    qtbot.waitUntil(lambda: borrower.session.show is not first)
    borrower.session.show_shot(borrower.session.show.shots[1])
    assert borrower.session.colors.palette.entries == colors
    assert not borrower.session.pending()


def test_colors_are_stale_when_a_key_they_borrowed_is_another_one(
    borrower: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    colorize(borrower, qtbot)
    lender = borrower.session.show.shots[0]
    borrower.session.show_shot(lender)
    drop(borrower.view, make_keys(tmp_path / "better", [5]))
    borrower.session.show_shot(borrower.session.show.shots[1])
    assert borrower.session.pending() == [1, 2, 3, 4, 5]
    assert borrower.session.state(2) is DrawingState.STALE
    press(borrower, Act.UNDO)
    borrower.session.show_shot(borrower.session.show.shots[1])
    assert not borrower.session.pending()


def test_colors_are_stale_when_a_key_they_borrowed_is_one_no_more(
    borrower: MainWindow, qtbot: QtBot
) -> None:
    colorize(borrower, qtbot)
    told: list[frozenset[int]] = []
    borrower.session.drawings_changed.connect(told.append)
    stack, lender = borrower.session.undo_stack, borrower.session.show.shots[0]
    stack.push(MarkKeys(lender, {1: None}))
    assert borrower.session.pending() == [1, 2, 3, 4, 5]
    assert frozenset({1, 2, 3, 4, 5}) in told
    colorize(borrower, qtbot)
    assert not borrower.session.pending()


def test_colors_stay_good_when_the_shot_that_lent_its_keys_leaves_the_show(
    borrower: MainWindow, qtbot: QtBot
) -> None:
    colorize(borrower, qtbot)
    show = borrower.session.show
    borrower.session.undo_stack.push(EditShots.remove(show, show.shots[0]))
    assert not borrower.session.pending()


def test_whoever_does_not_want_it_can_turn_it_off(
    borrower: MainWindow, engine: ObedientEngine, qtbot: QtBot, tmp_path: Path
) -> None:
    press(borrower, Act.BORROW_KEYS)
    assert not borrower.preferences.settings.borrows_keys
    assert not borrower.actions_[Act.COLORIZE].isEnabled()
    assert "Mark at least one key" in borrower.actions_[Act.COLORIZE].toolTip()
    assert "other shots" not in borrower.view.hint
    assert not any("other shots" in one.text() for one in borrower.side.keys.findChildren(QLabel))
    drop(borrower.view, make_keys(tmp_path / "own", [1]))
    colorize(borrower, qtbot)
    assert engine.requests[-1].lent == ()
    press(borrower, Act.BORROW_KEYS)
    press(borrower, Act.COLORIZE_ALL)
    qtbot.waitUntil(lambda: not borrower.coloring.is_running)
    assert len(engine.requests[-1].lent) == 2
