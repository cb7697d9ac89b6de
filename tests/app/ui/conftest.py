from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.controls.actions import Act
from app.ui.look.theme import apply_theme
from app.ui.window.main_window import MainWindow
from tests.app.ui.helpers import ObedientEngine, ScriptedChooser, end, make_shot_folder


@pytest.fixture(scope="session", autouse=True)
def _theme(qapp: QApplication) -> None:
    apply_theme(qapp)


@pytest.fixture
def engine() -> ObedientEngine:
    return ObedientEngine()


@pytest.fixture
def chooser() -> ScriptedChooser:
    return ScriptedChooser()


@pytest.fixture
def shot_folder(tmp_path: Path) -> Path:
    return make_shot_folder(tmp_path / "cut 12" / "line")


@pytest.fixture
def window(qtbot: QtBot, engine: ObedientEngine, chooser: ScriptedChooser) -> Iterator[MainWindow]:
    """The real window over the obedient engine, shown and without a shot."""
    window = MainWindow(chooser, engine)
    window.resize(1000, 700)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    end(window, qtbot)


@pytest.fixture
def open_window(window: MainWindow, shot_folder: Path, qtbot: QtBot) -> MainWindow:
    """The window with the shot open and its first picture on show."""
    assert window.open(shot_folder)
    qtbot.waitUntil(lambda: window.view.image is not None)
    return window


@pytest.fixture
def run_colorize(window: MainWindow, qtbot: QtBot) -> Callable[[], None]:
    """Presses Colorize and waits for the end of the run."""

    def run() -> None:
        with qtbot.waitSignal(window.coloring.ended, timeout=5000):
            window.actions_[Act.COLORIZE].trigger()

    return run
