"""What an animator does to let a show learn."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.io.shows.weights_store import TuningPlan, WeightsStore
from app.ui.controls.actions import Act
from app.ui.learning.finetune_dialog import FineTuneDialog
from app.ui.window.main_window import MainWindow
from tests.app.ui.learning.engine import record_of

WHEN = "2026-11-24T15:07:00+00:00"


def press(window: MainWindow, act: Act) -> None:
    assert window.actions_[act].isEnabled()
    window.actions_[act].trigger()


def opened(window: MainWindow) -> FineTuneDialog:
    """The dialog, opened now."""
    press(window, Act.FINE_TUNE)
    dialog = window.learning.dialog
    assert dialog is not None
    return dialog


def click(button: QPushButton) -> None:
    assert button.isVisible() and button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def press_in_notice(window: MainWindow, words: str, qtbot: QtBot) -> None:
    buttons = window.notices.findChildren(QPushButton)
    button = next(button for button in buttons if button.text() == words)
    qtbot.waitUntil(button.isVisible)
    click(button)


def learn(window: MainWindow, qtbot: QtBot) -> FineTuneDialog:
    """Open the dialog, press Start and wait for the end."""
    dialog = opened(window)
    with qtbot.waitSignal(window.learning.tuning.ended, timeout=5000):
        click(dialog.begin)
    return dialog


def texts(window: MainWindow) -> list[str]:
    return [notice.text for notice in window.notices.shown]


def put_record(show: Path, id_: str, has_won: bool = True) -> None:
    """A fine-tuning of an earlier day."""
    plan = TuningPlan(id_, WHEN, 2.0, 30)
    WeightsStore(show).finish(record_of(plan, has_won))
