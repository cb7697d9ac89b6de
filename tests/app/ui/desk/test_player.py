from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.document.timesheet import Timesheet
from app.ui.controls.actions import Act
from app.ui.desk.player import Player
from app.ui.window.main_window import MainWindow


def numbers_seen(window: MainWindow) -> list[int]:
    seen: list[int] = []
    window.session.current_changed.connect(seen.append)
    return seen


def test_play_loops_until_it_is_stopped(open_window: MainWindow, qtbot: QtBot) -> None:
    seen = numbers_seen(open_window)
    open_window.player.set_fps(60)
    QTest.keyClick(open_window, Qt.Key.Key_P)
    assert open_window.actions_[Act.PLAY].text() == "Pause"
    # A busy machine may drop drawings, so only the order is sure.
    qtbot.waitUntil(lambda: seen != sorted(seen))
    QTest.keyClick(open_window, Qt.Key.Key_Return)
    assert not open_window.player.is_playing
    again = next(i for i in range(1, len(seen)) if seen[i] < seen[i - 1])
    assert seen[:again] == sorted(seen[:again])


def test_without_loop_it_stops_at_the_end_and_begins_again_at_the_start(
    open_window: MainWindow, qtbot: QtBot
) -> None:
    seen = numbers_seen(open_window)
    open_window.player.set_fps(60)
    QTest.keyClick(open_window, Qt.Key.Key_L)
    QTest.keyClick(open_window, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: not open_window.player.is_playing)
    assert seen == sorted(seen)
    assert seen[-1] == 5
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


class Clock:
    """Time that passes when the test says so."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_frames_that_come_too_late_are_dropped(open_window: MainWindow, qtbot: QtBot) -> None:
    clock = Clock()
    shot = open_window.session.shot
    assert shot is not None
    shot.set_timesheet(Timesheet.of_drawings([1, 2, 3, 4, 5], hold=2))
    player = Player(open_window.session, clock=clock)
    player.set_fps(10)
    rates: list[float] = []
    player.rate_measured.connect(rates.append)
    player.toggle()
    for seconds, frame, is_new in ((0.1, 1, False), (0.4, 5, True), (0.45, 9, True)):
        clock.now += seconds
        player._advance()
        assert open_window.session.playhead.frame == frame
        if is_new:
            player.note_shown()
    assert rates == []
    clock.now += 0.15
    player._advance()
    assert open_window.session.playhead.frame == 1
    # Drawings 2 to 5 and again 1 were due, two of them came on the screen.
    assert rates == [4.0]
    player.stop()


def test_a_moved_playhead_goes_on_from_where_it_was_put(open_window: MainWindow) -> None:
    clock = Clock()
    player = Player(open_window.session, clock=clock)
    player.set_fps(10)
    player.toggle()
    clock.now += 0.1
    player._advance()
    open_window.session.go_to(4)
    clock.now += 0.15
    player._advance()
    assert open_window.session.current == 4
    clock.now += 0.1
    player._advance()
    assert open_window.session.current == 5
    player.stop()


def test_only_the_selection_loops(open_window: MainWindow, qtbot: QtBot) -> None:
    open_window.session.playhead.select(1, 3)
    seen = numbers_seen(open_window)
    open_window.player.set_fps(60)
    QTest.keyClick(open_window, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: len(seen) >= 7)
    open_window.player.stop()
    assert seen[0] == 2
    assert set(seen) <= {2, 3, 4}


def test_held_frames_take_their_time(open_window: MainWindow, qtbot: QtBot) -> None:
    shot = open_window.session.shot
    assert shot is not None
    shot.set_timesheet(Timesheet((1, 1, 2, 2, None, 3)))
    frames: list[int] = []
    open_window.session.playhead.moved.connect(frames.append)
    open_window.player.set_fps(60)
    open_window.player.set_loops(False)
    QTest.keyClick(open_window, Qt.Key.Key_P)
    qtbot.waitUntil(lambda: not open_window.player.is_playing)
    assert frames[-1] == 5
    assert frames == sorted(frames)
