"""A fine-tuning that was cut off, or whose show went elsewhere."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.io.shows.weights_store import TuningPlan, WeightsStore
from app.ui.controls.actions import Act
from app.ui.window.main_window import MainWindow
from tests.app.ui.helpers import (
    ScriptedChooser,
)
from tests.app.ui.learning.desk import (
    WHEN,
    click,
    opened,
    press,
    press_in_notice,
    texts,
)
from tests.app.ui.learning.engine import ObedientTuner


def cut_off(show: Path) -> TuningPlan:
    plan = TuningPlan("2026-11-24 15.07", WHEN, 15.0, 30)
    WeightsStore(show).begin(plan)
    return plan


def reopen(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.shows.opening.ended):
        window.open(path)


def test_a_show_offers_to_go_on_with_what_was_cut_off(
    saved: MainWindow, tuner: ObedientTuner, show_path: Path, qtbot: QtBot
) -> None:
    plan = cut_off(show_path)
    reopen(saved, show_path, qtbot)
    assert texts(saved) == [
        "A fine-tuning of 2026-11-24 15:07 was cut off. It goes on where it was."
    ]
    with qtbot.waitSignal(saved.learning.tuning.ended, timeout=5000):
        press_in_notice(saved, "Go on", qtbot)
    assert tuner.requests[0].plan == plan
    assert saved.learning.dialog is not None
    assert saved.session.show.weights == plan.id


def test_what_was_cut_off_is_thrown_away_from_the_dialog(
    saved: MainWindow, show_path: Path
) -> None:
    plan = cut_off(show_path)
    setup = opened(saved).setup
    assert setup.banner.isVisible()
    click(setup.discard)
    assert not setup.banner.isVisible()
    assert not WeightsStore(show_path).run_folder(plan.id).exists()


def test_closing_the_window_keeps_the_run_for_the_next_time(
    saved: MainWindow, tuner: ObedientTuner, show_path: Path, qtbot: QtBot
) -> None:
    tuner.hold()
    click(opened(saved).begin)
    tuner.allow(1)
    qtbot.waitUntil(lambda: len(saved.learning.tuning.points) == 1)
    saved.close()
    qtbot.waitUntil(lambda: not saved.isVisible())
    store = WeightsStore(show_path)
    assert store.interrupted() == tuner.requests[0].plan
    assert store.records() == []


def test_another_show_leaves_the_run_where_it_is(
    saved: MainWindow, tuner: ObedientTuner, show_path: Path, qtbot: QtBot
) -> None:
    tuner.hold()
    click(opened(saved).begin)
    tuner.allow(1)
    qtbot.waitUntil(lambda: len(saved.learning.tuning.points) == 1)
    press(saved, Act.NEW_SHOW)
    qtbot.waitUntil(lambda: not saved.learning.tuning.is_running)
    assert saved.learning.dialog is None
    assert WeightsStore(show_path).interrupted() is not None
    reopen(saved, show_path, qtbot)
    assert "was cut off" in texts(saved)[-1]


def test_what_was_learned_follows_a_show_that_is_saved_elsewhere_meanwhile(
    saved: MainWindow, tuner: ObedientTuner, chooser: ScriptedChooser, tmp_path: Path, qtbot: QtBot
) -> None:
    tuner.hold()
    click(opened(saved).begin)
    tuner.allow(1)
    qtbot.waitUntil(lambda: len(saved.learning.tuning.points) == 1)
    chooser.save_to = tmp_path / "day.shiage"
    with qtbot.waitSignal(saved.shows.saving.saved):
        press(saved, Act.SAVE_AS)
    tuner.allow(100)
    qtbot.waitUntil(lambda: not saved.learning.tuning.is_running)
    records = WeightsStore(tmp_path / "day.shiage").records()
    assert [record.id for record in records] == [saved.session.show.weights]
