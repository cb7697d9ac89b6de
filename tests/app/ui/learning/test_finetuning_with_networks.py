"""The window over the real engine, with small untrained networks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.io.shows.weights_store import TuningPlan, WeightsStore
from app.ui.controls.actions import Act
from app.ui.window.main_window import MainWindow
from model.tuning.plan import Part, Plan
from tests.app.engine.tuned_shows import SMALL, save_show
from tests.app.ui.helpers import end


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    window = MainWindow()
    with qtbot.waitExposed(window):
        window.show()
    yield window
    end(window, qtbot)


def test_a_run_shows_its_measures_and_is_listed(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    shares = {Part.MATCHER: 1.0}
    monkeypatch.setattr(Plan, "ends", lambda plan: shares)
    path, _ = save_show(tmp_path, finished=5)
    with qtbot.waitSignal(window.shows.opening.ended):
        window.open(path)
    window.preferences.change(device="cpu")
    window.actions_[Act.FINE_TUNE].trigger()
    dialog = window.learning.dialog
    assert dialog is not None
    assert dialog.setup.stock.text() == "5 keys in one shot."
    tuning = window.learning.tuning
    with qtbot.waitSignal(tuning.ended, timeout=60_000):
        tuning.start(TuningPlan("run 1", "2026-11-24T12:00:00", None, 1, start=SMALL))
    record = tuning.record
    assert record is not None and tuning.error == ""
    assert WeightsStore(path).records() == [record]
    assert dialog.run.plot.points == tuning.points
    assert tuning.points[0].is_start and len(tuning.points) > 1
    assert dialog.run.preview.divider.isVisible()
    assert dialog.run.result.text().startswith("Learned" if record.has_won else "It did not help")
    assert window.session.show.weights == (record.id if record.has_won else SMALL)
