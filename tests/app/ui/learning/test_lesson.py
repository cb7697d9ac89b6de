"""Learn from my corrections."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.io.shows.weights_store import WeightsStore
from app.ui.controls.actions import Act
from app.ui.learning.finetuning import Stage
from app.ui.window.main_window import MainWindow
from tests.app.ui.helpers import (
    ObedientEngine,
)
from tests.app.ui.learning.desk import (
    press,
    put_record,
    texts,
)
from tests.app.ui.learning.engine import ObedientTuner


@pytest.fixture
def corrected(saved: MainWindow, run_colorize: Callable[[], None], qtbot: QtBot) -> MainWindow:
    """The show colored, with drawing 3 corrected."""
    run_colorize()
    saved.session.go_to(3)
    color = saved.session.shot.coloring(3).color_of(1)  # type: ignore[union-attr]
    assert saved.desk.correcting.correct([(2, 2)], color)
    qtbot.waitUntil(lambda: not saved.desk.correcting.is_busy)
    return saved


def test_without_corrections_there_is_no_lesson(saved: MainWindow) -> None:
    action = saved.actions_[Act.LEARN_FROM_CORRECTIONS]
    assert not action.isEnabled()
    assert "Correct or accept some drawings first" in action.toolTip()
    saved.learning.lesson.start()
    assert "Correct or accept some drawings first" in saved.bottom.message


def test_a_lesson_that_wins_colors_the_rest_and_is_undone_in_one_step(
    corrected: MainWindow,
    tuner: ObedientTuner,
    engine: ObedientEngine,
    show_path: Path,
    qtbot: QtBot,
) -> None:
    shot = corrected.session.shot
    assert shot is not None
    before, steps = dict(shot.colorings), corrected.session.undo_stack.index()
    with qtbot.waitSignal(corrected.coloring.ended, timeout=5000):
        press(corrected, Act.LEARN_FROM_CORRECTIONS)
    plan = tuner.requests[0].plan
    assert (plan.minutes, plan.shots) == (1.0, ("cut 12",))
    assert engine.requests[-1].only == {2, 4}
    assert engine.requests[-1].weights == WeightsStore(show_path).folder(plan.id)
    assert corrected.session.show.weights == plan.id
    assert "Learned from the corrections: 92.0 % → 94.1 %" in texts(corrected)[-1]
    assert corrected.session.undo_stack.index() == steps + 1
    assert shot.coloring(3) is before[3]
    press(corrected, Act.UNDO)
    assert corrected.session.show.weights is None
    assert dict(shot.colorings) == before
    press(corrected, Act.REDO)
    assert corrected.session.show.weights == plan.id


def test_a_lesson_that_does_not_win_says_so_and_colors_nothing(
    corrected: MainWindow, tuner: ObedientTuner, engine: ObedientEngine, qtbot: QtBot
) -> None:
    tuner.wins = False
    runs = len(engine.requests)
    with qtbot.waitSignal(corrected.learning.tuning.ended, timeout=5000):
        press(corrected, Act.LEARN_FROM_CORRECTIONS)
    assert corrected.bottom.message.startswith("It did not help")
    assert len(engine.requests) == runs
    assert corrected.session.show.weights is None


def test_a_lesson_is_cancelled_without_a_trace(
    corrected: MainWindow, tuner: ObedientTuner, show_path: Path, qtbot: QtBot
) -> None:
    tuner.hold()
    press(corrected, Act.LEARN_FROM_CORRECTIONS)
    qtbot.waitUntil(lambda: corrected.learning.tuning.stage is Stage.LEARNING)
    assert not corrected.actions_[Act.COLORIZE].isEnabled()
    assert not corrected.actions_[Act.FINE_TUNE].isEnabled()
    with qtbot.waitSignal(corrected.learning.tuning.ended):
        QTest.keyClick(corrected, Qt.Key.Key_Escape)
    assert corrected.bottom.message == "Stopped; nothing was learned."
    assert WeightsStore(show_path).interrupted() is None
    assert corrected.session.show.weights is None
    assert corrected.actions_[Act.FINE_TUNE].isEnabled()


def test_a_lesson_follows_what_is_in_use(
    corrected: MainWindow, tuner: ObedientTuner, show_path: Path, qtbot: QtBot
) -> None:
    put_record(show_path, "earlier")
    corrected.learning.learned.use("earlier")
    with qtbot.waitSignal(corrected.coloring.ended, timeout=5000):
        press(corrected, Act.LEARN_FROM_CORRECTIONS)
    assert tuner.requests[0].plan.start == "earlier"
    assert replace(tuner.requests[0].plan, start=None).shots == ("cut 12",)
