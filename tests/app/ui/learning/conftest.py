from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.ui.controls.actions import Act
from app.ui.window.main_window import MainWindow
from tests.app.ui.helpers import (
    ObedientEngine,
    ScriptedChooser,
    drop,
    end,
    make_keys,
)
from tests.app.ui.learning.desk import press
from tests.app.ui.learning.engine import ObedientTuner


@pytest.fixture
def tuner() -> ObedientTuner:
    return ObedientTuner()


@pytest.fixture
def window(
    qtbot: QtBot, engine: ObedientEngine, chooser: ScriptedChooser, tuner: ObedientTuner
) -> Iterator[MainWindow]:
    window = MainWindow(chooser, engine, tuner)
    window.resize(1000, 700)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    end(window, qtbot)


@pytest.fixture
def untitled(open_window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window with cut 12 open, two keys, never saved."""
    drop(open_window.view, make_keys(tmp_path / "k", [1, 5]))
    return open_window


@pytest.fixture
def show_path(tmp_path: Path) -> Path:
    return tmp_path / "night.shiage"


@pytest.fixture
def saved(
    untitled: MainWindow, chooser: ScriptedChooser, show_path: Path, qtbot: QtBot
) -> MainWindow:
    """The same, saved as a show."""
    chooser.save_to = show_path
    with qtbot.waitSignal(untitled.shows.saving.saved):
        press(untitled, Act.SAVE)
    untitled.shows.saving.stop()
    return untitled
