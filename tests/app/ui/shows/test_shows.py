"""Shots and shows in the window: the list, undo, saving, opening, leaving."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.document.shot import Shot
from app.io.shows.show_file import read_show
from app.ui.controls.actions import Act
from app.ui.messages.notices import NoticeKind
from app.ui.window.main_window import MainWindow
from app.ui.window.side_column import SideColumn
from tests.app.ui.helpers import ObedientEngine, ScriptedChooser, drop, make_keys, make_shot_folder


@pytest.fixture
def keyed(open_window: MainWindow, tmp_path: Path) -> MainWindow:
    """The untitled window with unsaved work: cut 12 with two keys."""
    drop(open_window.view, make_keys(tmp_path / "k", [1, 5]))
    return open_window


@pytest.fixture
def save_as(window: MainWindow, chooser: ScriptedChooser, qtbot: QtBot) -> Callable[[Path], None]:
    """Saves under a name and waits for it."""

    def run(path: Path) -> None:
        chooser.save_to = path
        with qtbot.waitSignal(window.shows.saving.saved):
            press(window, Act.SAVE_AS)
        window.shows.saving.stop()

    return run


@pytest.fixture
def open_show(window: MainWindow, qtbot: QtBot) -> Callable[[Path], None]:
    """Opens a show and waits for it."""

    def run(path: Path) -> None:
        with qtbot.waitSignal(window.shows.opening.ended):
            window.open(path)

    return run


def press(window: MainWindow, act: Act) -> None:
    assert window.actions_[act].isEnabled()
    window.actions_[act].trigger()


def shot_of(window: MainWindow) -> Shot:
    assert window.session.shot is not None
    return window.session.shot


def tab_buttons(window: MainWindow) -> list[QToolButton]:
    (column,) = window.findChildren(SideColumn)
    (row,) = (w for w in column.findChildren(QFrame, "modes") if w.parent() is column)
    return [b for b in row.findChildren(QToolButton) if b.isVisible()]


def tabs(window: MainWindow) -> list[str]:
    return [button.text() for button in tab_buttons(window)]


def click_tab(window: MainWindow, words: str) -> None:
    button = next(b for b in tab_buttons(window) if b.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def names(window: MainWindow) -> list[str]:
    return [shot.name for shot in window.session.show.shots]


def click_row(window: MainWindow, row: int) -> None:
    rows = window.shots.rows
    point = rows.visualItemRect(rows.item(row)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(point))


def press_in(parent: QWidget, words: str) -> None:
    button = next(b for b in parent.findChildren(QPushButton) if b.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def kinds(window: MainWindow) -> set[NoticeKind]:
    return {notice.kind for notice in window.notices.shown}


# The list of shots


def test_a_single_bare_shot_needs_no_list(open_window: MainWindow) -> None:
    assert tabs(open_window) == ["Colors", "Review"]


def test_shots_are_added_listed_and_switched_by_click_and_key(
    keyed: MainWindow, chooser: ScriptedChooser, tmp_path: Path
) -> None:
    chooser.answer = [make_shot_folder(tmp_path / "cut 13", [7, 8])]
    press(keyed, Act.ADD_SHOT)
    assert names(keyed) == ["cut 12", "cut 13"]
    assert shot_of(keyed).name == "cut 13"
    assert tabs(keyed) == ["Shots", "Colors", "Review"]
    click_tab(keyed, "Shots")
    assert keyed.shots.isVisible()
    assert keyed.shots.texts == [
        ("cut 12", "2 keys", "0 of 5 colored"),
        ("cut 13", "no keys", "0 of 2 colored"),
    ]
    keyed.session.go_to(8)
    click_row(keyed, 0)
    assert (shot_of(keyed).name, keyed.session.current) == ("cut 12", 1)
    assert keyed.side.keys.numbers == [1, 5]
    QTest.keyClick(keyed, Qt.Key.Key_PageDown)
    assert (shot_of(keyed).name, keyed.session.current) == ("cut 13", 8)
    QTest.keyClick(keyed, Qt.Key.Key_PageDown)
    assert shot_of(keyed).name == "cut 13"
    QTest.keyClick(keyed, Qt.Key.Key_PageUp)
    assert shot_of(keyed).name == "cut 12"
    QTest.keyClick(keyed, Qt.Key.Key_PageDown)
    press(keyed, Act.REMOVE_SHOT)
    assert tabs(keyed) == ["Colors", "Review"]
    assert keyed.side.isVisible()


def test_the_list_tells_how_far_each_shot_is(
    keyed: MainWindow,
    engine: ObedientEngine,
    tmp_path: Path,
    run_colorize: Callable[[], None],
) -> None:
    engine.doubtful = {3}
    run_colorize()
    keyed.open(make_shot_folder(tmp_path / "cut 13"))
    assert keyed.shots.texts[0] == ("cut 12", "2 keys", "5 of 5 colored · 1 doubtful")


def test_the_list_follows_the_threshold_of_doubt(
    keyed: MainWindow, tmp_path: Path, run_colorize: Callable[[], None]
) -> None:
    run_colorize()
    keyed.open(make_shot_folder(tmp_path / "cut 13"))
    assert keyed.shots.texts[0][2] == "5 of 5 colored"
    keyed.session.set_doubt_below(0.99)
    assert keyed.shots.texts[0][2] == "5 of 5 colored · 3 doubtful"


def test_a_shot_comes_back_with_the_drawing_and_the_sheet_it_was_left_with(
    keyed: MainWindow, tmp_path: Path
) -> None:
    press(keyed, Act.ON_TWOS)
    keyed.session.go_to(3)
    keyed.open(make_shot_folder(tmp_path / "cut 13", [7, 8]))
    assert (keyed.session.current, keyed.session.playhead.duration) == (7, 2)
    QTest.keyClick(keyed, Qt.Key.Key_PageUp)
    assert (keyed.session.current, keyed.session.playhead.frame) == (3, 4)
    assert keyed.actions_[Act.ON_TWOS].isChecked()


def test_a_new_show_is_empty_and_takes_a_shot(keyed: MainWindow, tmp_path: Path) -> None:
    keyed.session.go_to(3)
    press(keyed, Act.NEW_SHOW)
    assert keyed.session.shot is None
    assert keyed.empty.isVisible()
    for act in (Act.PAINT, Act.NEXT_FINDING, Act.PLAY, Act.NEXT, Act.COLORIZE, Act.ACCEPT_DRAWING):
        keyed.actions_[act].trigger()
    keyed.desk.correcting.take_back()
    keyed.desk.review.look_anew()
    keyed.player.toggle()
    assert not keyed.player.is_playing
    keyed.open(make_shot_folder(tmp_path / "cut 13", [7, 8]))
    assert keyed.session.current == 7


def test_a_folder_opened_beside_unsaved_work_joins_it(keyed: MainWindow, tmp_path: Path) -> None:
    folders = [make_shot_folder(tmp_path / name) for name in ("cut 13", "cut 14")]
    drop(keyed.view, folders)
    assert names(keyed) == ["cut 12", "cut 13", "cut 14"]
    keyed.open(folders[0])
    assert names(keyed) == ["cut 12", "cut 13", "cut 14"]
    assert shot_of(keyed).name == "cut 13"


def test_a_removed_shot_comes_back_with_its_work(
    keyed: MainWindow, tmp_path: Path, run_colorize: Callable[[], None]
) -> None:
    run_colorize()
    first = shot_of(keyed)
    keyed.open(make_shot_folder(tmp_path / "cut 13"))
    keyed.session.show_shot(first)
    press(keyed, Act.REMOVE_SHOT)
    assert shot_of(keyed).name == "cut 13"
    assert "undo brings it back" in keyed.bottom.message
    press(keyed, Act.UNDO)
    assert shot_of(keyed) is first
    assert list(first.colorings) == [1, 2, 3, 4, 5]


def test_removing_the_last_shot_leaves_an_empty_window_until_undo(keyed: MainWindow) -> None:
    press(keyed, Act.REMOVE_SHOT)
    assert keyed.empty.isVisible()
    assert not keyed.view.isVisible()
    press(keyed, Act.UNDO)
    assert keyed.view.isVisible()
    assert list(shot_of(keyed).keys) == [1, 5]


def test_undo_shows_the_shot_that_it_changes(keyed: MainWindow, tmp_path: Path) -> None:
    first = shot_of(keyed)
    keyed.open(make_shot_folder(tmp_path / "cut 13"))
    drop(keyed.view, make_keys(tmp_path / "k2", [2]))
    keyed.session.show_shot(first)
    press(keyed, Act.UNDO)
    assert shot_of(keyed).name == "cut 13"
    assert not shot_of(keyed).keys
    keyed.session.show_shot(first)
    press(keyed, Act.REDO)
    assert shot_of(keyed).name == "cut 13"
    assert list(shot_of(keyed).keys) == [2]


def test_keys_are_offered_for_the_shot_on_the_desk_alone(
    window: MainWindow, tmp_path: Path
) -> None:
    folder = make_shot_folder(tmp_path / "cut" / "line")
    make_keys(tmp_path / "cut" / "color", [1, 5])
    window.open(folder)
    first = shot_of(window)
    window.shows.shots.add(make_shot_folder(tmp_path / "other"))
    assert not window.notices.shown
    window.session.show_shot(first)
    press_in(window.notices.shown[0], "Use as keys")
    assert list(first.keys) == [1, 5]
    window.session.go_to_next_shot()
    window.session.go_to_previous_shot()
    assert not window.notices.shown


def test_the_window_keeps_its_size_without_a_shot(open_window: MainWindow) -> None:
    before = open_window.size()
    press(open_window, Act.NEW_SHOW)
    assert open_window.empty.isVisible()
    assert open_window.size() == before


# Saving and opening


def test_a_show_is_saved_and_opened_again_as_it_was(
    keyed: MainWindow,
    tmp_path: Path,
    run_colorize: Callable[[], None],
    save_as: Callable[[Path], None],
    open_show: Callable[[Path], None],
) -> None:
    run_colorize()
    keyed.open(make_shot_folder(tmp_path / "cut 13"))
    save_as(tmp_path / "ep 3")
    path = tmp_path / "ep 3.shiage"
    assert keyed.bottom.message == f"Saved {path}"
    state = keyed.session.show.state()
    press(keyed, Act.NEW_SHOW)
    assert keyed.session.shot is None
    open_show(path)
    assert names(keyed) == ["cut 12", "cut 13"]
    assert keyed.windowTitle() == "ep 3 · cut 12[*] – Shiage"
    assert not keyed.isWindowModified()
    assert dict(shot_of(keyed).keys) == state.shots[0].keys
    assert list(shot_of(keyed).colorings) == [1, 2, 3, 4, 5]
    assert not keyed.session.pending()
    assert not keyed.notices.shown


def test_footage_comes_along_when_the_show_is_saved_elsewhere(
    keyed: MainWindow, save_as: Callable[[Path], None], tmp_path: Path
) -> None:
    save_as(tmp_path / "ep 1.shiage")
    line = Path("footage") / "ep 0" / "shot 1" / "line" / "0001.png"
    (tmp_path / "ep 1.shiage" / line).parent.mkdir(parents=True)
    (tmp_path / "ep 1.shiage" / line).write_bytes(b"line")
    save_as(tmp_path / "elsewhere" / "ep 1.shiage")
    assert (tmp_path / "elsewhere" / "ep 1.shiage" / line).read_bytes() == b"line"


def test_the_title_tells_unsaved_work(
    open_window: MainWindow, tmp_path: Path, save_as: Callable[[Path], None], qtbot: QtBot
) -> None:
    assert not open_window.isWindowModified()
    drop(open_window.view, make_keys(tmp_path / "k", [1]))
    assert open_window.isWindowModified()
    press(open_window, Act.UNDO)
    assert not open_window.isWindowModified()
    press(open_window, Act.REDO)
    save_as(tmp_path / "s.shiage")
    assert not open_window.isWindowModified()
    press(open_window, Act.UNDO)
    assert open_window.isWindowModified()
    with qtbot.waitSignal(open_window.shows.saving.saved):
        QTest.keyClick(open_window, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert not open_window.isWindowModified()
    open_window.shows.saving.stop()
    assert not read_show(tmp_path / "s.shiage").state.shots[0].keys


def test_results_that_arrive_after_a_save_are_unsaved(
    keyed: MainWindow,
    engine: ObedientEngine,
    qtbot: QtBot,
    tmp_path: Path,
    save_as: Callable[[Path], None],
) -> None:
    engine.hold()
    press(keyed, Act.COLORIZE)
    engine.allow(2)
    qtbot.waitUntil(lambda: len(shot_of(keyed).colorings) == 2)
    save_as(tmp_path / "s.shiage")
    assert not keyed.isWindowModified()
    engine.allow(3)
    qtbot.waitUntil(keyed.isWindowModified)
    qtbot.waitUntil(lambda: not keyed.coloring.is_running)
    assert len(read_show(tmp_path / "s.shiage").state.shots[0].colorings) == 2


def test_a_show_that_cannot_be_opened_leaves_the_open_one_alone(
    keyed: MainWindow, tmp_path: Path, open_show: Callable[[Path], None]
) -> None:
    path = tmp_path / "new.shiage"
    path.mkdir()
    (path / "show.json").write_text(json.dumps({"schema": 99}))
    drop(keyed.view, [path])
    open_show(path)
    assert "newer version of Shiage" in keyed.notices.shown[-1].text
    assert list(shot_of(keyed).keys) == [1, 5]


def test_a_save_of_another_program_is_not_overwritten_unasked(
    keyed: MainWindow,
    chooser: ScriptedChooser,
    tmp_path: Path,
    qtbot: QtBot,
    save_as: Callable[[Path], None],
) -> None:
    path = tmp_path / "s.shiage"
    save_as(path)
    manifest = path / "show.json"
    manifest.write_text(manifest.read_text().replace('"saved": "', '"saved": "x'))
    chooser.decisions = [None]
    press(keyed, Act.SAVE)
    qtbot.waitUntil(lambda: len(chooser.questions) == 1)
    keyed.shows.saving.stop()
    assert '"saved": "x' in manifest.read_text()
    chooser.decisions = ["Replace what it saved"]
    with qtbot.waitSignal(keyed.shows.saving.saved):
        press(keyed, Act.SAVE)
    keyed.shows.saving.stop()
    assert '"saved": "x' not in manifest.read_text()


def test_recent_ones_are_in_the_menu_and_in_the_empty_window(
    keyed: MainWindow,
    tmp_path: Path,
    shot_folder: Path,
    save_as: Callable[[Path], None],
    qtbot: QtBot,
) -> None:
    save_as(tmp_path / "ep 3.shiage")
    assert keyed.shows.recent == [tmp_path / "ep 3.shiage", shot_folder]
    press(keyed, Act.NEW_SHOW)
    qtbot.waitUntil(lambda: keyed.empty.isVisible())
    with qtbot.waitSignal(keyed.shows.opening.ended):
        press_in(keyed.empty, " ep 3")
    assert keyed.session.show.name == "ep 3"
    menu = keyed._recent
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["ep 3", f"{tmp_path.name} / cut 12"]


# Leaving


def test_closing_asks_and_may_be_called_off(keyed: MainWindow, chooser: ScriptedChooser) -> None:
    chooser.decisions = [None]
    keyed.close()
    assert keyed.isVisible()
    assert chooser.questions == ["“cut 12” is not saved as a show yet."]


def test_closing_may_save_first(
    keyed: MainWindow, chooser: ScriptedChooser, tmp_path: Path, qtbot: QtBot
) -> None:
    chooser.decisions = ["Save as…"]
    chooser.save_to = tmp_path / "s.shiage"
    keyed.close()
    qtbot.waitUntil(lambda: not keyed.isVisible())
    assert list(read_show(tmp_path / "s.shiage").state.shots[0].keys) == [1, 5]


def test_without_changes_nothing_is_asked(
    open_window: MainWindow, chooser: ScriptedChooser, tmp_path: Path
) -> None:
    open_window.open(make_shot_folder(tmp_path / "cut 13"))
    press(open_window, Act.NEW_SHOW)
    open_window.close()
    assert not chooser.questions


def test_a_failed_save_does_not_close(
    keyed: MainWindow, chooser: ScriptedChooser, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "s.shiage").write_text("in the way")
    chooser.decisions = ["Save as…"]
    chooser.save_to = tmp_path / "s.shiage"
    keyed.close()
    qtbot.waitUntil(lambda: NoticeKind.ERROR in kinds(keyed))
    assert keyed.isVisible()
    assert "choose another name" in keyed.notices.shown[-1].text
