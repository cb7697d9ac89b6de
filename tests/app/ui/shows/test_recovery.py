"""Unsaved work after a crash, and on leaving an untitled show."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.io.shows.autosave import find_lost
from app.io.shows.show_file import read_show
from app.paths import autosave_dir
from app.ui.controls.actions import Act
from app.ui.messages.notices import Notice, NoticeKind
from app.ui.shows.autosaving import INTERVAL_MS
from app.ui.window.main_window import MainWindow
from tests.app.ui.helpers import (
    ObedientEngine,
    ScriptedChooser,
    drop,
    end,
    make_keys,
    make_shot_folder,
)

MakeWindow = Callable[[], MainWindow]


@pytest.fixture
def start(qtbot: QtBot, chooser: ScriptedChooser) -> Iterator[MakeWindow]:
    """Starts the program once more, as far as its window is concerned."""
    started: list[MainWindow] = []

    def run() -> MainWindow:
        window = MainWindow(chooser, ObedientEngine())
        with qtbot.waitExposed(window):
            window.show()
        window.shows.opening.offer_recovery()
        started.append(window)
        return window

    yield run
    for window in started:
        end(window, qtbot)


def crash(window: MainWindow, qtbot: QtBot) -> None:
    """Keep the work as the timer would, then let the window go as if it had never been asked."""
    window.shows.autosaving.set_interval(1)
    with qtbot.waitSignal(window.shows.autosaving.kept):
        drop(window.view, make_keys(window.session.show.shots[0].folder.parent / "k", [1, 5]))
    window.shows.autosaving._slot.leave()
    window.closing.is_agreed = True
    window.close()


def offer(window: MainWindow) -> Notice:
    (notice,) = [n for n in window.notices.shown if n.kind is NoticeKind.RECOVERY]
    return notice


def press(notice: Notice, words: str) -> None:
    button = next(b for b in notice.findChildren(QPushButton) if b.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_nothing_older_than_two_minutes_can_be_lost() -> None:
    assert INTERVAL_MS <= 30_000


def test_a_killed_program_loses_nothing_that_was_kept(
    start: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = make_shot_folder(tmp_path / "cut 12" / "line")
    (key,) = make_keys(tmp_path / "k", [2])
    command = [sys.executable, "-m", "tests.app.ui.shows.work_until_killed", str(folder), str(key)]
    assert subprocess.run(command, check=False, timeout=60).returncode == -signal.SIGKILL
    window = start()
    assert offer(window).text.startswith("Unsaved work on “cut 12” from ")
    with qtbot.waitSignal(window.shows.opening.ended):
        press(offer(window), "Recover")
    assert window.session.shot is not None
    assert dict(window.session.shot.keys) == {2: key}
    assert window.isWindowModified()


def test_recovered_work_stays_safe_until_it_is_saved(
    open_window: MainWindow,
    start: MakeWindow,
    chooser: ScriptedChooser,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    crash(open_window, qtbot)
    window = start()
    with qtbot.waitSignal(window.shows.opening.ended):
        press(offer(window), "Recover")
    assert find_lost(autosave_dir()) == []
    assert list(autosave_dir().glob("*/about.json"))
    chooser.save_to = tmp_path / "s.shiage"
    with qtbot.waitSignal(window.shows.autosaving.kept):
        window.actions_[Act.SAVE].trigger()
    assert not list(autosave_dir().glob("*/about.json"))


def test_recovered_changes_of_a_saved_show_belong_to_it(
    open_window: MainWindow,
    start: MakeWindow,
    chooser: ScriptedChooser,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    chooser.save_to = tmp_path / "ep 3.shiage"
    with qtbot.waitSignal(open_window.shows.saving.saved):
        open_window.actions_[Act.SAVE].trigger()
    open_window.shows.saving.stop()
    crash(open_window, qtbot)
    assert not read_show(chooser.save_to).state.shots[0].keys
    window = start()
    assert "“ep 3”" in offer(window).text
    with qtbot.waitSignal(window.shows.opening.ended):
        press(offer(window), "Recover")
    assert window.windowTitle().startswith("ep 3 · cut 12")
    assert window.isWindowModified()
    assert not read_show(chooser.save_to).state.shots[0].keys
    with qtbot.waitSignal(window.shows.saving.saved):
        window.actions_[Act.SAVE].trigger()
    window.shows.saving.stop()
    assert list(read_show(chooser.save_to).state.shots[0].keys) == [1, 5]


def test_discarded_work_is_offered_no_more(
    open_window: MainWindow, start: MakeWindow, qtbot: QtBot
) -> None:
    crash(open_window, qtbot)
    window = start()
    press(offer(window), "Discard")
    assert not window.notices.shown
    assert find_lost(autosave_dir()) == []


def test_the_offer_waits_however_much_else_there_is_to_say(
    open_window: MainWindow, start: MakeWindow, qtbot: QtBot
) -> None:
    crash(open_window, qtbot)
    window = start()
    for kind in NoticeKind:
        if kind is not NoticeKind.RECOVERY:
            window.notices.show_notice(kind, "Something else.")
    assert offer(window)
    assert len(window.notices.shown) == 3


def test_work_of_a_program_that_runs_is_not_offered(
    open_window: MainWindow, start: MakeWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    open_window.shows.autosaving.set_interval(1)
    with qtbot.waitSignal(open_window.shows.autosaving.kept):
        drop(open_window.view, make_keys(tmp_path / "k", [1]))
    assert not start().notices.shown


def test_an_untitled_show_left_unsaved_is_offered_at_the_next_start(
    open_window: MainWindow, start: MakeWindow, chooser: ScriptedChooser, tmp_path: Path
) -> None:
    drop(open_window.view, make_keys(tmp_path / "k", [1]))
    chooser.decisions = ["Leave unsaved"]
    open_window.close()
    assert "cut 12" in offer(start()).text


def test_changes_discarded_on_leaving_are_gone(
    open_window: MainWindow,
    start: MakeWindow,
    chooser: ScriptedChooser,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    chooser.save_to = tmp_path / "s.shiage"
    with qtbot.waitSignal(open_window.shows.saving.saved):
        open_window.actions_[Act.SAVE].trigger()
    open_window.shows.autosaving.set_interval(1)
    with qtbot.waitSignal(open_window.shows.autosaving.kept):
        drop(open_window.view, make_keys(tmp_path / "k", [1]))
    chooser.decisions = ["Discard"]
    open_window.close()
    assert not start().notices.shown


def test_undoing_all_changes_forgets_the_kept_work(
    open_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    autosaving = open_window.shows.autosaving
    autosaving.set_interval(1)
    with qtbot.waitSignal(autosaving.kept):
        drop(open_window.view, make_keys(tmp_path / "k", [1]))
    assert list(autosave_dir().glob("*/about.json"))
    open_window.actions_[Act.UNDO].trigger()
    qtbot.waitUntil(lambda: not list(autosave_dir().glob("*/about.json")))


def test_a_program_that_is_told_to_end_keeps_the_work(
    open_window: MainWindow, tmp_path: Path
) -> None:
    drop(open_window.view, make_keys(tmp_path / "k", [1]))
    open_window.stop_work()
    (lost,) = find_lost(autosave_dir())
    assert lost.name == "cut 12"
