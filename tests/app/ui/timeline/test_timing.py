"""Shots with a timesheet, and shots put on twos."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from app.document.timesheet import Timesheet
from app.io.shots.xdts import write_xdts
from app.ui.controls.actions import Act
from app.ui.timeline.choices import HoldButton
from app.ui.timeline.words import card_tip
from app.ui.window.main_window import MainWindow
from tests.app.ui.helpers import make_shot_folder


@pytest.fixture
def timed_window(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """Drawings 1 to 4 under a sheet that holds 1, is empty, misses 9 and leaves 4 out."""
    folder = make_shot_folder(tmp_path / "cut", [1, 2, 3, 4])
    write_xdts(folder / "cut.xdts", Timesheet((1, 1, None, 2, 2, 2, 9, 3)), "A", "cut")
    assert window.open(folder)
    qtbot.waitUntil(lambda: window.view.image is not None)
    return window


def labels(window: MainWindow) -> list[str]:
    return [part.text() for part in window.findChildren(QLabel)]


def hold_button(window: MainWindow) -> HoldButton:
    (button,) = window.findChildren(HoldButton)
    return button


def test_opening_says_where_the_timing_comes_from_and_what_does_not_fit(
    timed_window: MainWindow,
) -> None:
    assert timed_window.bottom.message.endswith("with the timesheet cut.xdts")
    (notice,) = timed_window.notices.shown
    assert any("uses 9, not found" in line for line in notice.details)
    assert any("does not use 4" in line for line in notice.details)


def test_frames_and_drawings_are_stepped_through_and_named(timed_window: MainWindow) -> None:
    for key, modifiers, number, place in (
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, "Drawing 1", "frame 2 of 8"),
        (Qt.Key.Key_Period, Qt.KeyboardModifier.ShiftModifier, "Empty", "frame 3 of 8"),
        (Qt.Key.Key_Period, Qt.KeyboardModifier.NoModifier, "Drawing 2", "frame 4 of 8"),
        (Qt.Key.Key_Period, Qt.KeyboardModifier.NoModifier, "Drawing 3", "frame 8 of 8"),
        (Qt.Key.Key_Period, Qt.KeyboardModifier.NoModifier, "Drawing 4", "not on the timesheet"),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, "Drawing 1", "frame 1 of 8"),
    ):
        QTest.keyClick(timed_window, key, modifiers)
        assert number in labels(timed_window)
        assert any(place in text for text in labels(timed_window))


def test_an_empty_frame_shows_nothing_and_cannot_be_a_key(
    timed_window: MainWindow, qtbot: QtBot
) -> None:
    timed_window.session.playhead.move_to(2)
    assert timed_window.view.image is None
    assert timed_window.view.hint == "This frame holds no drawing"
    assert not timed_window.actions_[Act.TOGGLE_KEY].isEnabled()
    timed_window.session.playhead.move_to(6)
    assert "drawing 9 here, which is not in the folder" in timed_window.view.hint
    assert "missing  ·  frame 7 of 8" in labels(timed_window)
    timed_window.session.playhead.move_to(1)
    qtbot.waitUntil(lambda: timed_window.view.image is not None)
    assert timed_window.actions_[Act.TOGGLE_KEY].isEnabled()


def test_tips_name_file_state_and_frames(timed_window: MainWindow) -> None:
    exposures = timed_window.session.playhead.timeline.exposures
    assert [card_tip(timed_window.session, one) for one in exposures] == [
        "A0001.png · not colored yet · frames 1–2",
        "Empty · frame 3",
        "A0002.png · not colored yet · frames 4–6",
        "Drawing 9 is not in the folder · frame 7",
        "A0003.png · not colored yet · frame 8",
        "A0004.png · not colored yet · not on the timesheet",
    ]


def test_the_animators_timing_is_left_alone(timed_window: MainWindow) -> None:
    assert not timed_window.actions_[Act.ON_TWOS].isEnabled()
    assert hold_button(timed_window).text() == "Timesheet"
    assert not hold_button(timed_window).isEnabled()


def test_without_a_timesheet_a_shot_can_be_put_on_twos_and_back(open_window: MainWindow) -> None:
    session, shot = open_window.session, open_window.session.shot
    assert shot is not None
    session.go_to(3)
    assert hold_button(open_window).text() == "On ones"
    open_window.actions_[Act.ON_TWOS].trigger()
    assert len(shot.timesheet) == 10
    assert (session.current, session.playhead.frame) == (3, 4)
    assert hold_button(open_window).text() == "On twos"
    assert open_window.timeline.card_rect(0).width() > open_window.timeline.places.head(0).width
    assert open_window.actions_[Act.UNDO].text() == "Undo put on twos"
    open_window.actions_[Act.UNDO].trigger()
    assert shot.timesheet.frames == (1, 2, 3, 4, 5)
    assert open_window.actions_[Act.ON_ONES].isChecked()
    assert session.current == 3


def test_the_frame_rate_is_chosen_and_remembered(open_window: MainWindow) -> None:
    buttons = open_window.findChildren(QToolButton)
    (button,) = [button for button in buttons if button.accessibleName() == "Frames per second"]
    assert button.text() == "24 fps"
    next(action for action in button.menu().actions() if action.text() == "12 fps").trigger()
    assert button.text() == "12 fps"
    assert open_window.player.fps == 12
    assert open_window.preferences.settings.fps == 12
    open_window.player.rate_measured.emit(7.4)
    assert button.text() == "7 of 12 fps"
    open_window.player.rate_measured.emit(11.9)
    assert button.text() == "12 fps"
