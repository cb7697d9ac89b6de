from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.actions import Act
from app.ui.main_window import MainWindow


def numbers_seen(window: MainWindow) -> list[int]:
    seen: list[int] = []
    window.session.current_changed.connect(seen.append)
    return seen


def test_play_loops_until_it_is_stopped(open_window: MainWindow, qtbot: QtBot) -> None:
    seen = numbers_seen(open_window)
    open_window.player.set_fps(60)
    QTest.keyClick(open_window, Qt.Key.Key_P)
    assert open_window.actions_[Act.PLAY].text() == "Pause"
    qtbot.waitUntil(lambda: len(seen) >= 7)
    QTest.keyClick(open_window, Qt.Key.Key_Return)
    assert not open_window.player.is_playing
    assert seen[:7] == [2, 3, 4, 5, 1, 2, 3]


def test_without_loop_it_stops_at_the_end_and_begins_again_at_the_start(
    open_window: MainWindow, qtbot: QtBot
) -> None:
    seen = numbers_seen(open_window)
    open_window.player.set_fps(60)
    QTest.keyClick(open_window, Qt.Key.Key_L)
    QTest.keyClick(open_window, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: not open_window.player.is_playing)
    assert seen == [2, 3, 4, 5]
    QTest.keyClick(open_window, Qt.Key.Key_P)
    assert open_window.session.current == 1
    open_window.player.stop()


def test_opening_a_shot_stops_playing(open_window: MainWindow) -> None:
    QTest.keyClick(open_window, Qt.Key.Key_P)
    assert open_window.player.is_playing
    shot = open_window.session.shot
    assert shot is not None
    open_window.open(shot.folder)
    assert not open_window.player.is_playing
