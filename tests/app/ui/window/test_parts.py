"""The smaller parts of the window: bottom bar, panels, transport, preferences."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QProgressBar, QToolButton
from pytestqt.qtbot import QtBot

from app.engine.task import Step
from app.settings import Settings
from app.ui.controls.actions import Act, Actions
from app.ui.controls.preferences import Preferences
from app.ui.keys.keys_panel import KeyCard
from app.ui.look.paper import Paper
from app.ui.messages import bottom_bar
from app.ui.window.main_window import MainWindow
from tests.app.ui.helpers import ObedientEngine, drop, make_keys


def words(window: MainWindow) -> str:
    return " | ".join(
        part.text() for part in window.bottom.findChildren(QLabel) if part.isVisible()
    )


def test_progress_says_what_how_far_and_how_long(
    open_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 100.0
    monkeypatch.setattr(bottom_bar.time, "monotonic", lambda: now)
    bar = open_window.bottom.findChild(QProgressBar)
    assert bar is not None
    open_window.bottom.begin("Loading the networks")
    assert "Loading the networks" in words(open_window)
    assert bar.maximum() == 0
    for done, now in ((0, 100.0), (1, 130.0), (2, 132.0), (5, 138.0)):  # noqa: B007
        open_window.bottom.show_step(Step(done, 10, "Coloring A0006"))
    assert (bar.value(), bar.maximum()) == (5, 10)
    assert "Coloring A0006 · 5 of 10 · 38 s left" in words(open_window)
    open_window.bottom.end()
    assert not bar.isVisible()


def test_counts_tell_how_far_the_shot_is(
    open_window: MainWindow,
    engine: ObedientEngine,
    tmp_path: Path,
    run_colorize: Callable[[], None],
) -> None:
    engine.fails, engine.doubtful = {2}, {3, 4}
    drop(open_window.view, make_keys(tmp_path / "k", [1, 5]))
    run_colorize()
    assert "4 of 5 colored · 2 doubtful · 1 failed" in words(open_window)


def test_a_key_card_leads_to_its_drawing_and_takes_the_key_away(
    open_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    drop(open_window.view, make_keys(tmp_path / "k", [2, 5]))
    _, second = open_window.side.keys.findChildren(KeyCard)
    qtbot.waitUntil(second.isVisible)
    QTest.mouseClick(second, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert open_window.session.current == 5
    remove = second.findChild(QToolButton)
    assert remove is not None
    QTest.mouseClick(remove, Qt.MouseButton.LeftButton)
    assert open_window.side.keys.numbers == [2]


def test_the_transport_shows_place_and_zoom(open_window: MainWindow) -> None:
    open_window.session.go_to(4)
    open_window.view.zoom_to(2.0)
    texts = [part.text() for part in open_window.findChildren(QLabel)]
    assert "Drawing 4" in texts and "4 of 5" in texts
    assert any(part.text() == "200 %" for part in open_window.findChildren(QToolButton))


def test_paper_is_chosen_in_its_menu(open_window: MainWindow) -> None:
    buttons = open_window.findChildren(QToolButton)
    (button,) = [button for button in buttons if button.toolTip().startswith("Paper")]
    for action in button.menu().actions():
        if action.data() is Paper.CHECKER:
            action.trigger()
    assert open_window.view.paper is Paper.CHECKER


def test_every_shortcut_belongs_to_one_action_that_can_be_done(open_window: MainWindow) -> None:
    actions: Actions = open_window.actions_
    possible = [actions[act] for act in Act if actions[act].isEnabled()]
    taken = [key.toString() for action in possible for key in action.shortcuts()]
    assert len(taken) == len(set(taken))


def test_settings_are_kept_and_handed_to_the_engine(
    window: MainWindow,
    engine: ObedientEngine,
    shot_folder: Path,
    tmp_path: Path,
    run_colorize: Callable[[], None],
) -> None:
    window.preferences.change(gap=9, device="cpu")
    window.open(shot_folder)
    drop(window.view, make_keys(tmp_path / "k", [1]))
    run_colorize()
    assert (engine.requests[0].gap, engine.requests[0].device) == (9, "cpu")


def test_a_disk_that_refuses_settings_stops_nobody(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "taken").write_text("")
    preferences = Preferences(tmp_path / "taken" / "settings.json")
    preferences.change(gap=7)
    assert preferences.settings == Settings(gap=7)
    assert "not kept" in caplog.text
