"""The path of an animator from a folder of line art to colored files, with the real networks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.__main__ import main
from app.document.shot import Shot
from app.io.pictures.images import read_rgba
from app.ui.controls.file_choice import DialogFileChooser
from app.ui.desk.rendering import PictureMode
from app.ui.exporting.export_dialog import ExportDialog
from app.ui.window.main_window import MainWindow
from tests.app.ui.helpers import drop, save

NUMBERS = (1, 2, 3, 4)
PAPER, SKIN, COAT = (0, 0, 0, 0), (240, 200, 170, 255), (40, 80, 200, 255)
RUN_LIMIT = 120_000


def outlines(
    number: int, canvas: NDArray[np.uint8], head: object, body: object, width: int
) -> None:
    """A head over a body that walk to the right."""
    x = 30 + 6 * number
    cv2.circle(canvas, (x, 34), 16, head, width)
    cv2.rectangle(canvas, (x - 18, 54), (x + 18, 88), body, width)


def line_art(number: int) -> NDArray[np.uint8]:
    canvas = np.full((96, 128, 4), 255, np.uint8)
    outlines(number, canvas, (0, 0, 0, 255), (0, 0, 0, 255), 2)
    return canvas


def color_image(number: int) -> NDArray[np.uint8]:
    canvas = np.zeros((96, 128, 4), np.uint8)
    outlines(number, canvas, SKIN, COAT, cv2.FILLED)
    return canvas


@pytest.fixture
def shot_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("OMP_NUM_THREADS", "1")
    folder = tmp_path / "cut 'α' 線画"
    for number in NUMBERS:
        save(folder / f"A_{number:04}.png", line_art(number))
    return folder


@pytest.fixture(autouse=True)
def _leaves_unsaved(monkeypatch: pytest.MonkeyPatch) -> None:
    """The question on closing is answered; nobody sits before the dialog."""
    monkeypatch.setattr(DialogFileChooser, "decision", lambda *asked: asked[-1][-1])


@pytest.fixture
def keys(tmp_path: Path) -> list[Path]:
    return [save(tmp_path / "painted" / f"A_{n:04}.png", color_image(n)) for n in (1, 4)]


def run_program(arguments: list[str], script: Callable[[MainWindow], None]) -> int:
    """Start the program as its user does, and play a script in its event loop."""

    def play() -> None:
        windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
        try:
            (window,) = windows
            assert isinstance(window, MainWindow)
            script(window)
        finally:
            # Whatever happened, the program must come to its end.
            for window in windows:
                window.close()

    QTimer.singleShot(0, play)
    return main(arguments)


def shot_of(window: MainWindow) -> Shot:
    assert window.session.shot is not None
    return window.session.shot


def click(place: QWidget, point: QPoint | None = None) -> None:
    at = place.rect().center() if point is None else point
    QTest.mouseClick(place, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def button(parent: QWidget, words: str) -> QPushButton:
    (found,) = [b for b in parent.findChildren(QPushButton) if b.text() == words and b.isVisible()]
    return found


def wait_for_run(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.coloring.is_running, timeout=RUN_LIMIT)
    assert [notice.text for notice in window.notices.shown] == []


def card(window: MainWindow, number: int) -> QPoint:
    exposures = window.session.playhead.timeline.exposures
    position = next(i for i, one in enumerate(exposures) if one.number == number)
    return window.timeline.card_rect(position).center()


def test_open_drop_two_keys_colorize_scrub_export(
    qtbot: QtBot, shot_folder: Path, keys: list[Path], tmp_path: Path
) -> None:
    out = tmp_path / "out"

    def script(window: MainWindow) -> None:
        drop(window.empty, [shot_folder])
        qtbot.waitUntil(lambda: window.view.image is not None)
        for path, number in zip(keys, (1, 4), strict=True):
            drop(window.timeline.viewport(), [path], card(window, number))
        assert dict(shot_of(window).keys) == {1: keys[0], 4: keys[1]}

        click(button(window, "Colorize shot"))
        wait_for_run(qtbot, window)
        assert tuple(shot_of(window).colorings) == NUMBERS

        click(window.timeline.viewport(), card(window, 3))
        QTest.keyClick(window, Qt.Key.Key_Comma)
        assert window.session.current == 2
        QTest.keyClick(window, Qt.Key.Key_3)
        assert window.view.mode is PictureMode.COMPOSITE
        qtbot.waitUntil(lambda: window.view.image is not None)

        click(button(window, "Export…"))
        (dialog,) = window.findChildren(ExportDialog)
        dialog.choices.folder.setText(str(out))
        dialog.choices.choose_what("both")
        click(button(dialog, "Export"))
        qtbot.waitUntil(lambda: "9 files" in dialog.message.text(), timeout=20_000)
        dialog.close()

    assert run_program([], script) == 0
    palette = {PAPER, SKIN, COAT}
    for number in NUMBERS:
        name, line = f"A_{number:04}.png", line_art(number)
        color = read_rgba(out / "color" / name)
        composite = read_rgba(out / "composite" / name)
        used = {tuple(map(int, row)) for row in np.unique(color.reshape(-1, 4), axis=0)}
        ink = line[..., 0] == 0
        assert used <= palette
        assert {SKIN, COAT} <= used
        assert (composite[ink] == line[ink]).all()


def test_cancel_in_mid_shot_and_a_second_run(
    qtbot: QtBot, shot_folder: Path, keys: list[Path]
) -> None:
    def script(window: MainWindow) -> None:
        qtbot.waitUntil(lambda: len(shot_of(window).keys) == 2)
        click(button(window, "Colorize shot"))
        qtbot.waitUntil(
            lambda: bool(shot_of(window).colorings) or not window.coloring.is_running,
            timeout=RUN_LIMIT,
        )
        click(button(window, "Cancel"))
        wait_for_run(qtbot, window)
        finished = dict(shot_of(window).colorings)
        assert 0 < len(finished) < len(NUMBERS)
        assert not any(coloring.is_guess for coloring in finished.values())

        click(button(window, "Colorize the rest"))
        wait_for_run(qtbot, window)
        assert tuple(shot_of(window).colorings) == NUMBERS
        for number, coloring in finished.items():
            assert shot_of(window).coloring(number) is coloring

    arguments = [str(shot_folder), "--key", f"1={keys[0]}", "--key", f"4={keys[1]}"]
    assert run_program(arguments, script) == 0
