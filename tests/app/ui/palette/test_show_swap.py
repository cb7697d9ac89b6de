"""A color changed in all shots of the show at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.commands.apply_coloring import ApplyColoring
from app.commands.mark_keys import MarkKeys
from app.document.shot import Shot
from app.io.shows.show_file import read_show
from app.ui.controls.actions import Act
from app.ui.palette.swap_place import SwapPlace
from app.ui.window.main_window import MainWindow
from tests.app.ui.helpers import (
    BLUE,
    RED,
    ScriptedChooser,
    coloring,
    drop,
    make_keys,
    make_shot_folder,
)
from tests.app.ui.palette.test_color_dialog import opened, press

GREEN = (40, 200, 90, 255)
DARK = (60, 10, 10, 255)


@pytest.fixture
def show_of_three(open_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """A key in the shot on the desk; a colored shot; and one with a key that nobody read."""
    window, session = open_window, open_window.session
    drop(window.view, make_keys(tmp_path / "k", [1]))
    for name in ("cut 13", "cut 14"):
        window.shows.shots.add(make_shot_folder(tmp_path / name / "line"))
    qtbot.waitUntil(lambda: len(session.show.shots) == 3)
    first, colored, keyed = session.show.shots
    for number in (1, 2, 3):
        session.undo_stack.push(ApplyColoring(colored, coloring(number)))
    (key,) = make_keys(tmp_path / "k14", [2])
    session.undo_stack.push(MarkKeys(keyed, {2: key}))
    session.show_shot(first)
    qtbot.waitUntil(lambda: RED in session.colors.palette)
    session.choose_color(RED)
    return window


def ask_everywhere(window: MainWindow, qtbot: QtBot) -> SwapPlace:
    """Opens the dialog, chooses all shots and waits until every key is read."""
    place = opened(window, Act.SWAP_COLOR).place
    assert place is not None
    place.all_shots.click()
    qtbot.waitUntil(lambda: place.is_ready)
    return place


def type_color(window: MainWindow, digits: str) -> None:
    dialog = window.palette_dialogs.dialog
    assert dialog is not None
    dialog.picker.hex.clear()
    QTest.keyClicks(dialog.picker.hex, digits)


def painted(shot: Shot) -> object:
    entry = shot.palette.get(RED)
    return None if entry is None else entry.painted


def test_a_swap_reaches_every_shot_in_one_step(show_of_three: MainWindow, qtbot: QtBot) -> None:
    window, session = show_of_three, show_of_three.session
    before, steps = session.show.state(), session.undo_stack.count()
    place = ask_everywhere(window, qtbot)
    assert place.words == "In 3 of 3 shots, 5 drawings"
    type_color(window, "28C85A")
    dialog = window.palette_dialogs.dialog
    assert dialog is not None
    press(dialog, "Change")
    assert [painted(shot) for shot in session.show.shots] == [GREEN] * 3
    assert window.bottom.message == "“Red” changed in 3 of 3 shots, 5 drawings."
    assert session.undo_stack.count() == steps + 1
    assert session.undo_stack.undoText() == "change color “Red” in the show"
    desk = session.shot
    session.undo()
    assert session.show.state() == before
    assert session.shot is desk
    session.redo()
    assert [painted(shot) for shot in session.show.shots] == [GREEN] * 3


def test_this_shot_is_what_is_changed_unless_one_says_so(show_of_three: MainWindow) -> None:
    dialog = opened(show_of_three, Act.SWAP_COLOR)
    assert dialog.place is not None and dialog.place.words == "In 1 drawing"
    type_color(show_of_three, "28C85A")
    press(dialog, "Change")
    assert [painted(shot) for shot in show_of_three.session.show.shots] == [GREEN, None, None]


def test_a_shot_with_a_color_of_its_own_keeps_it(show_of_three: MainWindow, qtbot: QtBot) -> None:
    window, session = show_of_three, show_of_three.session
    first, night, _ = session.show.shots
    session.show_shot(night)
    window.palette_editing.swap(RED, DARK)
    session.show_shot(first)
    qtbot.waitUntil(lambda: RED in session.colors.palette)
    session.choose_color(RED)
    place = ask_everywhere(window, qtbot)
    assert "1 other shot paints it in a color of its own" in place.words
    type_color(window, "28C85A")
    QTest.keyClick(window.palette_dialogs.dialog, Qt.Key.Key_Return)
    assert [painted(shot) for shot in session.show.shots] == [GREEN, DARK, GREEN]
    assert "changed in 2 of 3 shots" in window.bottom.message


def test_nothing_is_changed_before_every_key_is_read(
    show_of_three: MainWindow, qtbot: QtBot
) -> None:
    window = show_of_three
    place = ask_everywhere(window, qtbot)
    dialog = window.palette_dialogs.dialog
    assert dialog is not None and dialog.apply.isEnabled()
    # A run taken back leaves a key whose colors were never read.
    other = window.session.show.shots[1]
    other.set_keys({4: Path("nowhere.png")})
    assert not dialog.apply.isEnabled()
    assert place.words == "Reading the keys of the other shots …"
    qtbot.waitUntil(dialog.apply.isEnabled)
    other.set_keys({4: None})


def test_a_single_shot_offers_no_choice(
    open_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(open_window.view, make_keys(tmp_path / "k", [1]))
    qtbot.waitUntil(lambda: BLUE in open_window.session.colors.palette)
    open_window.session.choose_color(BLUE)
    assert opened(open_window, Act.SWAP_COLOR).place is None


def test_the_other_shots_are_saved_with_it(
    show_of_three: MainWindow, chooser: ScriptedChooser, tmp_path: Path, qtbot: QtBot
) -> None:
    window = show_of_three
    ask_everywhere(window, qtbot)
    type_color(window, "28C85A")
    dialog = window.palette_dialogs.dialog
    assert dialog is not None
    press(dialog, "Change")
    chooser.save_to = tmp_path / "girl.shiage"
    with qtbot.waitSignal(window.shows.saving.saved):
        window.actions_[Act.SAVE].trigger()
    window.shows.saving.stop()
    shots = read_show(chooser.save_to).state.shots
    assert [shot.palette[RED].painted for shot in shots] == [GREEN] * 3
