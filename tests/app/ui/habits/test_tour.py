"""The tour: four steps that follow the user, once at the first start and again from Help."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.controls.actions import Act
from app.ui.window.main_window import MainWindow
from tests.app.ui.helpers import ObedientEngine, drop, make_keys


def title(window: MainWindow) -> str:
    return window.habits.tour.card.words.split("\n")[0]


def press_next(window: MainWindow) -> None:
    QTest.mouseClick(window.habits.tour.card.next, Qt.MouseButton.LeftButton)


def test_it_is_shown_at_the_first_start_only(window: MainWindow) -> None:
    tour = window.habits.tour
    assert not tour.is_running
    window.habits.welcome()
    assert tour.card.isVisible() and title(window) == "Open a shot"
    tour.end()
    window.habits.welcome()
    assert not tour.is_running and not tour.card.isVisible()
    window.actions_[Act.TOUR].trigger()
    assert tour.card.isVisible()


def test_it_leads_from_the_sample_to_the_review(
    window: MainWindow, engine: ObedientEngine, tmp_path: Path, qtbot: QtBot
) -> None:
    tour = window.habits.tour
    tour.start()
    press_next(window)
    assert window.session.shot is not None and window.session.shot.name == "sample_shot"
    assert title(window) == "Give it keys"
    offer = window.notices.shown[0]
    QTest.mouseClick(offer.row.itemAt(2).widget(), Qt.MouseButton.LeftButton)
    assert title(window) == "Colorize"
    with qtbot.waitSignal(window.coloring.ended, timeout=10_000):
        window.actions_[Act.COLORIZE].trigger()
        assert title(window) == "Scrub and review"
    press_next(window)
    assert not tour.is_running and not tour.card.isVisible()


def test_next_leads_through_all_steps_of_a_finished_shot(
    open_window: MainWindow, tmp_path: Path, run_colorize: Callable[[], None]
) -> None:
    drop(open_window.view, make_keys(tmp_path / "k", [1, 5]))
    run_colorize()
    before = open_window.session.shot
    open_window.actions_[Act.TOUR].trigger()
    seen = []
    while open_window.habits.tour.is_running:
        seen.append(title(open_window))
        press_next(open_window)
    assert seen == ["Open a shot", "Give it keys", "Colorize", "Scrub and review"]
    assert open_window.session.shot is before


@pytest.mark.parametrize("where", ["card", "window"])
def test_esc_ends_it_wherever_the_keyboard_is(window: MainWindow, where: str) -> None:
    tour = window.habits.tour
    tour.start()
    QTest.keyClick(tour.card.next if where == "card" else window, Qt.Key.Key_Escape)
    assert not tour.is_running and not tour.card.isVisible()


def test_return_goes_on_and_does_not_play(open_window: MainWindow) -> None:
    tour = open_window.habits.tour
    tour.start()
    QTest.keyClick(tour.card.next, Qt.Key.Key_Return)
    assert title(open_window) == "Give it keys"
    assert not open_window.player.is_playing


def test_shortcuts_in_its_words_are_those_of_now(open_window: MainWindow) -> None:
    open_window.habits.shortcuts.set_keys(Act.TOGGLE_KEY, ["F7"])
    open_window.habits.tour.start()
    press_next(open_window)
    assert "press F7" in open_window.habits.tour.card.words


def test_the_card_stays_in_the_window_beside_its_part(open_window: MainWindow) -> None:
    tour = open_window.habits.tour
    tour.start()
    for _ in range(4):
        for width, height in ((1000, 700), (1500, 900)):
            open_window.resize(width, height)
            assert open_window.rect().contains(tour.card.geometry())
        step = tour.step
        assert step is not None
        target = next(one for one in step.targets if one.isVisible())
        corner = target.mapTo(open_window, target.rect().topLeft())
        overlap = tour.card.geometry().intersected(target.rect().translated(corner))
        assert overlap.isEmpty(), step.title
        press_next(open_window)
