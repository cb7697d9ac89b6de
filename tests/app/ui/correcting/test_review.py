from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.jobs.queue import JobQueue
from app.ui.controls.actions import Act
from app.ui.correcting.review import QueueKind
from app.ui.correcting.review_panel import ReviewPanel
from app.ui.window.main_window import MainWindow
from tests.app.ui.correcting.test_correcting import color, left_colors, settle, shot_of
from tests.app.ui.helpers import BLUE, drop, make_keys, make_shot_folder


@pytest.fixture
def doubtful(open_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """Drawings 2 to 4 are not sure of any of their two regions."""
    drop(open_window.view, make_keys(tmp_path / "k", [1, 5]))
    color(open_window, sure=0.55)
    open_window.preferences.change(doubt_below=95)
    open_window.session.set_doubt_below(0.95)
    qtbot.waitUntil(lambda: len(open_window.desk.review.findings) == 6)
    return open_window


def press(window: MainWindow, key: Qt.Key, shift: bool = False) -> None:
    modifier = Qt.KeyboardModifier
    QTest.keyClick(window, key, modifier.ShiftModifier if shift else modifier.NoModifier)


def panel(window: MainWindow) -> ReviewPanel:
    return window.desk.panel


def test_n_goes_drawing_by_drawing_through_the_doubts_from_the_greatest_on(
    doubtful: MainWindow,
) -> None:
    findings = doubtful.desk.review.findings
    order = [(one.number, -one.doubt) for one in findings]
    assert order == sorted(order)
    assert len({one.number for one in findings}) == 3
    assert panel(doubtful).summary == "6 regions in 3 drawings"
    press(doubtful, Qt.Key.Key_N)
    assert doubtful.desk.review.current == findings[0]
    assert doubtful.session.current == findings[0].number
    assert findings[0].reason.value in doubtful.bottom.message
    assert panel(doubtful).isVisible()
    press(doubtful, Qt.Key.Key_N)
    assert doubtful.desk.review.current == findings[1]
    press(doubtful, Qt.Key.Key_N, shift=True)
    assert doubtful.desk.review.current == findings[0]
    press(doubtful, Qt.Key.Key_N, shift=True)
    assert doubtful.desk.review.current == findings[-1]


def test_enter_accepts_and_goes_on(doubtful: MainWindow, qtbot: QtBot) -> None:
    press(doubtful, Qt.Key.Key_N)
    first, second = doubtful.desk.review.findings[:2]
    press(doubtful, Qt.Key.Key_Return)
    assert doubtful.desk.review.current == second
    settle(doubtful, qtbot)
    drawing = shot_of(doubtful).coloring(first.number)
    assert drawing is not None
    assert drawing.confidence[first.region] == 1
    assert drawing.color_of(first.region) == first.color
    names = [(one.number, one.region) for one in doubtful.desk.review.findings]
    assert (first.number, first.region) not in names
    assert not doubtful.player.is_playing


def test_return_plays_when_nothing_is_in_question(doubtful: MainWindow) -> None:
    press(doubtful, Qt.Key.Key_Return)
    assert doubtful.player.is_playing
    doubtful.player.stop()


def test_the_other_color_is_one_key_away(doubtful: MainWindow, qtbot: QtBot) -> None:
    finding = next(one for one in doubtful.desk.review.findings if one.region == 0)
    doubtful.desk.review.go_to(finding)
    press(doubtful, Qt.Key.Key_Return, shift=True)
    settle(doubtful, qtbot)
    drawing = shot_of(doubtful).coloring(finding.number)
    assert drawing is not None
    assert drawing.color_of(0) == finding.other == BLUE


def test_the_current_color_is_an_answer_too(doubtful: MainWindow, qtbot: QtBot) -> None:
    finding = next(one for one in doubtful.desk.review.findings if one.region == 0)
    doubtful.desk.review.go_to(finding)
    doubtful.session.choose_color(None)
    press(doubtful, Qt.Key.Key_C)
    assert "Choose a color" in doubtful.bottom.message
    doubtful.session.choose_color(BLUE)
    press(doubtful, Qt.Key.Key_C)
    settle(doubtful, qtbot)
    drawing = shot_of(doubtful).coloring(finding.number)
    assert drawing is not None
    assert drawing.color_of(0) == BLUE


def test_the_threshold_is_chosen_and_remembered(doubtful: MainWindow, qtbot: QtBot) -> None:
    panel(doubtful).threshold_chosen.emit(5)
    qtbot.waitUntil(lambda: not doubtful.desk.review.findings)
    assert panel(doubtful).summary == "No doubtful region is left."
    assert doubtful.preferences.settings.doubt_below == 5
    press(doubtful, Qt.Key.Key_N)
    assert doubtful.bottom.message == "Nothing is left to look at."


def test_n_says_so_while_the_drawings_are_still_looked_through(
    open_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(open_window.view, make_keys(tmp_path / "k", [1, 5]))
    open_window.session.set_doubt_below(0.95)
    color(open_window, sure=0.55)
    press(open_window, Qt.Key.Key_N)
    assert "still being looked through" in open_window.bottom.message
    qtbot.waitUntil(lambda: len(open_window.desk.review.findings) == 6)
    press(open_window, Qt.Key.Key_N)
    assert open_window.desk.review.current == open_window.desk.review.findings[0]


def test_next_on_a_shot_that_is_not_colored_says_what_to_do(open_window: MainWindow) -> None:
    press(open_window, Qt.Key.Key_N)
    assert open_window.bottom.message == (
        "There is nothing to look at yet; colorize the shot first."
    )


def test_colors_that_pop_are_listed_the_same_way(doubtful: MainWindow, qtbot: QtBot) -> None:
    doubtful.actions_[Act.REACH_DRAWING].trigger()
    doubtful.session.go_to(3)
    doubtful.desk.correcting.correct([(3, 5)], BLUE)
    settle(doubtful, qtbot)
    assert left_colors(doubtful)[1] == BLUE
    doubtful.desk.review.show_kind(QueueKind.POPS)
    qtbot.waitUntil(lambda: len(doubtful.desk.review.findings) == 2)
    assert {one.number for one in doubtful.desk.review.findings} == {3, 4}
    assert panel(doubtful).summary == "2 colors may pop in 2 drawings"


def test_each_shot_has_findings_of_its_own(
    doubtful: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    first, queue = shot_of(doubtful), doubtful.findChild(JobQueue)
    doubtful.desk.review.look_anew()
    with qtbot.waitSignal(queue.job_started):
        pass
    doubtful.shows.shots.add(make_shot_folder(tmp_path / "cut 13", [2, 3, 4]))
    assert doubtful.desk.review.findings == ()
    qtbot.waitUntil(lambda: not queue.is_busy)
    assert doubtful.desk.review.findings == ()
    doubtful.session.show_shot(first)
    qtbot.waitUntil(lambda: len(doubtful.desk.review.findings) == 6)
