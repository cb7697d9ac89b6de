from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.document.shot import Shot
from app.engine.errors import ColoringError
from app.ui.controls.actions import Act
from app.ui.messages.notices import NoticeKind
from app.ui.window.main_window import MainWindow
from tests.app.ui.helpers import ObedientEngine, drop, make_keys, make_shot_folder


@pytest.fixture
def keyed(open_window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window with the shot open and the first and last drawing as keys."""
    drop(open_window.view, make_keys(tmp_path / "k", [1, 5]))
    return open_window


def shot_of(window: MainWindow) -> Shot:
    assert window.session.shot is not None
    return window.session.shot


def colored(window: MainWindow) -> list[int]:
    return list(shot_of(window).colorings)


def press(window: MainWindow, act: Act) -> None:
    assert window.actions_[act].isEnabled()
    window.actions_[act].trigger()


def test_a_run_colors_the_shot_and_is_undone_in_one_step(
    keyed: MainWindow, engine: ObedientEngine, run_colorize: Callable[[], None]
) -> None:
    run_colorize()
    assert colored(keyed) == [1, 2, 3, 4, 5]
    assert keyed.bottom.message == "5 drawings colored."
    assert engine.requests[0].only == {1, 2, 3, 4, 5}
    press(keyed, Act.UNDO)
    assert colored(keyed) == []
    assert list(shot_of(keyed).keys) == [1, 5]
    press(keyed, Act.REDO)
    assert colored(keyed) == [1, 2, 3, 4, 5]


def test_only_the_selection_is_colored_and_undo_says_so(
    keyed: MainWindow, engine: ObedientEngine, qtbot: QtBot
) -> None:
    assert keyed.actions_[Act.COLORIZE_SELECTION].text() == "Colorize this drawing"
    keyed.session.playhead.select(1, 3)
    assert keyed.actions_[Act.COLORIZE_SELECTION].text() == "Colorize 3 selected drawings"
    with qtbot.waitSignal(keyed.coloring.ended):
        press(keyed, Act.COLORIZE_SELECTION)
    assert engine.requests[0].only == {2, 3, 4}
    assert colored(keyed) == [2, 3, 4]
    assert keyed.actions_[Act.UNDO].text() == "Undo colorize drawings 2–4"
    keyed.session.playhead.clear_selection()
    with qtbot.waitSignal(keyed.coloring.ended):
        press(keyed, Act.COLORIZE_SELECTION)
    assert engine.requests[1].only == {4}
    assert keyed.actions_[Act.UNDO].text() == "Undo colorize drawing 4"
    with qtbot.waitSignal(keyed.coloring.ended):
        press(keyed, Act.COLORIZE)
    assert keyed.actions_[Act.UNDO].text() == "Undo colorize the rest"
    with qtbot.waitSignal(keyed.coloring.ended):
        press(keyed, Act.COLORIZE_ALL)
    assert keyed.actions_[Act.UNDO].text() == "Undo colorize again from scratch"


def test_esc_stops_a_run_before_it_takes_the_selection_away(
    keyed: MainWindow, engine: ObedientEngine, qtbot: QtBot
) -> None:
    keyed.session.playhead.select(1, 3)
    engine.hold()
    press(keyed, Act.COLORIZE_SELECTION)
    QTest.keyClick(keyed, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not keyed.coloring.is_running)
    assert keyed.session.playhead.selected
    QTest.keyClick(keyed, Qt.Key.Key_Escape)
    assert not keyed.session.playhead.selected


def test_results_appear_while_the_run_goes_on(
    keyed: MainWindow, engine: ObedientEngine, qtbot: QtBot
) -> None:
    engine.hold()
    press(keyed, Act.COLORIZE)
    engine.allow(2)
    qtbot.waitUntil(lambda: colored(keyed) == [1, 2])
    assert keyed.coloring.is_running
    assert not keyed.actions_[Act.COLORIZE].isEnabled()
    engine.allow(3)
    qtbot.waitUntil(lambda: not keyed.coloring.is_running)
    assert colored(keyed) == [1, 2, 3, 4, 5]


def test_cancel_keeps_the_finished_and_a_second_run_does_the_rest(
    keyed: MainWindow, engine: ObedientEngine, qtbot: QtBot, run_colorize: Callable[[], None]
) -> None:
    engine.hold()
    press(keyed, Act.COLORIZE)
    engine.allow(2)
    qtbot.waitUntil(lambda: colored(keyed) == [1, 2])
    QTest.keyClick(keyed, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not keyed.coloring.is_running)
    assert colored(keyed) == [1, 2]
    assert "Stopped: 2 drawings colored" in keyed.bottom.message
    engine.allow(100)
    run_colorize()
    assert engine.requests[1].only == {3, 4, 5}
    assert colored(keyed) == [1, 2, 3, 4, 5]


def test_a_finished_shot_is_not_colored_twice_unless_asked(
    keyed: MainWindow, engine: ObedientEngine, qtbot: QtBot, run_colorize: Callable[[], None]
) -> None:
    run_colorize()
    press(keyed, Act.COLORIZE)
    assert len(engine.requests) == 1
    assert "from scratch" in keyed.bottom.message
    with qtbot.waitSignal(keyed.coloring.ended):
        press(keyed, Act.COLORIZE_ALL)
    assert engine.requests[1].only == {1, 2, 3, 4, 5}


def test_another_key_makes_colorize_do_the_in_betweens_again(
    keyed: MainWindow, engine: ObedientEngine, tmp_path: Path, run_colorize: Callable[[], None]
) -> None:
    run_colorize()
    drop(keyed.view, make_keys(tmp_path / "more", [3]))
    assert keyed.session.pending() == [2, 3, 4]
    run_colorize()
    assert engine.requests[1].only == {2, 3, 4}
    assert not keyed.session.pending()


def test_failures_are_shown_and_tried_again(
    keyed: MainWindow, engine: ObedientEngine, run_colorize: Callable[[], None]
) -> None:
    engine.fails = {3}
    run_colorize()
    assert "3 could not be colored" in keyed.bottom.message
    keyed.session.go_to(3)
    assert keyed.view.hint == "A0003.png is truncated; save it again."
    engine.fails = set()
    run_colorize()
    assert engine.requests[1].only == {3}
    assert not keyed.session.failures
    assert keyed.view.hint == ""


def test_an_error_is_one_quiet_sentence(
    keyed: MainWindow, engine: ObedientEngine, run_colorize: Callable[[], None]
) -> None:
    engine.error = ColoringError("The weights are missing; install Shiage again.")
    run_colorize()
    (notice,) = keyed.notices.shown
    assert (notice.kind, notice.text) == (NoticeKind.ERROR, str(engine.error))
    engine.error = None
    run_colorize()
    assert not keyed.notices.shown


def test_undo_during_a_run_takes_its_results_back_and_ends_it(
    keyed: MainWindow, engine: ObedientEngine, qtbot: QtBot
) -> None:
    engine.hold()
    press(keyed, Act.COLORIZE)
    engine.allow(2)
    qtbot.waitUntil(lambda: colored(keyed) == [1, 2])
    press(keyed, Act.UNDO)
    engine.allow(100)
    qtbot.waitUntil(lambda: not keyed.coloring.is_running)
    assert colored(keyed) == []


def test_a_key_marked_during_a_run_is_not_painted_over(
    keyed: MainWindow, engine: ObedientEngine, qtbot: QtBot, tmp_path: Path
) -> None:
    engine.hold()
    press(keyed, Act.COLORIZE)
    engine.allow(1)
    qtbot.waitUntil(lambda: colored(keyed) == [1])
    drop(keyed.view, make_keys(tmp_path / "more", [3]))
    engine.allow(100)
    qtbot.waitUntil(lambda: not keyed.coloring.is_running)
    assert colored(keyed) == [1, 2, 4, 5]
    assert keyed.session.pending() == [2, 3, 4]


def test_another_show_ends_the_run(keyed: MainWindow, engine: ObedientEngine, qtbot: QtBot) -> None:
    engine.hold()
    press(keyed, Act.COLORIZE)
    engine.allow(1)
    qtbot.waitUntil(lambda: colored(keyed) == [1])
    press(keyed, Act.NEW_SHOW)
    qtbot.waitUntil(lambda: not keyed.coloring.is_running)
    assert keyed.session.shot is None


def test_a_run_goes_on_behind_another_shot(
    keyed: MainWindow, engine: ObedientEngine, qtbot: QtBot, tmp_path: Path
) -> None:
    first = shot_of(keyed)
    engine.fails = {3}
    engine.hold()
    press(keyed, Act.COLORIZE)
    keyed.open(make_shot_folder(tmp_path / "cut 13"))
    assert shot_of(keyed) is not first
    engine.allow(100)
    qtbot.waitUntil(lambda: not keyed.coloring.is_running)
    assert list(first.colorings) == [1, 2, 4, 5]
    assert not keyed.session.failures
    assert keyed.bottom.message.startswith("4 drawings colored in cut 12; 3 could not")
    keyed.session.show_shot(first)
    assert list(keyed.session.failures) == [3]


def test_closing_during_a_run_waits_for_a_clean_stop(
    keyed: MainWindow, engine: ObedientEngine, qtbot: QtBot
) -> None:
    engine.hold()
    press(keyed, Act.COLORIZE)
    keyed.close()
    assert keyed.isVisible()
    qtbot.waitUntil(lambda: not keyed.isVisible())
    assert not keyed.coloring.is_running


def test_a_program_that_ends_otherwise_leaves_no_thread(
    keyed: MainWindow, engine: ObedientEngine, qtbot: QtBot
) -> None:
    engine.hold()
    press(keyed, Act.COLORIZE)
    engine.allow(1)
    qtbot.waitUntil(lambda: colored(keyed) == [1])
    keyed.stop_work()
    threads = [thread for thread in keyed.findChildren(QThread) if thread.isRunning()]
    assert threads == []


def test_without_a_key_colorize_says_what_to_do(open_window: MainWindow) -> None:
    action = open_window.actions_[Act.COLORIZE]
    assert not action.isEnabled()
    assert "Mark at least one key" in action.toolTip()
