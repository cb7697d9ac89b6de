from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.commands.apply_coloring import ApplyColoring
from app.document.shot import Shot
from app.engine.exporting import ExportRequest
from app.engine.task import CancelToken, Step
from app.io.images import read_rgba
from app.io.shot_folder import open_shot_folder
from app.jobs.queue import JobQueue
from app.ui.dialogs.export_dialog import ExportDialog
from app.ui.preferences import Preferences
from tests.app.ui.helpers import RED, ScriptedChooser, coloring


@pytest.fixture
def shot(shot_folder: Path, qapp: object) -> Shot:
    """A shot of five, of which 1, 2 and 3 are colored."""
    shot = open_shot_folder(shot_folder).shot
    command = ApplyColoring(shot, coloring(1))
    command.redo()
    for number in (2, 3):
        command.add(coloring(number))
    return shot


@pytest.fixture
def queue() -> Iterator[JobQueue]:
    queue = JobQueue()
    yield queue
    queue.stop()


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "settings.json")


@pytest.fixture
def dialog(
    qtbot: QtBot,
    shot: Shot,
    queue: JobQueue,
    chooser: ScriptedChooser,
    preferences: Preferences,
    tmp_path: Path,
) -> ExportDialog:
    dialog = ExportDialog(shot, queue, chooser, preferences)
    dialog.folder.setText(str(tmp_path / "out"))
    qtbot.addWidget(dialog)
    dialog.open()
    return dialog


def button(dialog: ExportDialog, words: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text() == words)


def export(dialog: ExportDialog, queue: JobQueue, qtbot: QtBot) -> None:
    with qtbot.waitSignal(queue.idle):
        QTest.mouseClick(dialog.export, Qt.MouseButton.LeftButton)


def test_the_folder_suggested_lies_beside_the_line_art(
    qtbot: QtBot,
    shot: Shot,
    queue: JobQueue,
    chooser: ScriptedChooser,
    preferences: Preferences,
) -> None:
    dialog = ExportDialog(shot, queue, chooser, preferences)
    qtbot.addWidget(dialog)
    assert Path(dialog.folder.text()).parent == shot.folder.parent
    assert Path(dialog.folder.text()) != shot.folder
    assert "A0001.png" in dialog.message.text()
    assert "2 drawings are not colored yet" in dialog.message.text()


def test_finished_drawings_are_written_and_the_folder_is_shown(
    dialog: ExportDialog, queue: JobQueue, qtbot: QtBot, tmp_path: Path
) -> None:
    export(dialog, queue, qtbot)
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["A0001.png", "A0002.png", "A0003.png"]
    assert tuple(read_rgba(tmp_path / "out" / "A0001.png")[3, 3]) == RED
    assert dialog.message.text() == f"3 files written to {tmp_path / 'out'}."
    assert button(dialog, "Open folder").isVisible()


def test_the_layer_chosen_last_is_suggested_next_time(
    dialog: ExportDialog,
    queue: JobQueue,
    qtbot: QtBot,
    shot: Shot,
    chooser: ScriptedChooser,
    tmp_path: Path,
) -> None:
    dialog.choose_layer("composite")
    export(dialog, queue, qtbot)
    later = ExportDialog(shot, queue, chooser, Preferences(tmp_path / "settings.json"))
    qtbot.addWidget(later)
    assert later.layer == "composite"


def test_both_layers_go_into_subfolders(
    dialog: ExportDialog, queue: JobQueue, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.choose_layer("both")
    export(dialog, queue, qtbot)
    assert (tmp_path / "out" / "color" / "A0002.png").exists()
    assert read_rgba(tmp_path / "out" / "composite" / "A0001.png")[3, 11].tolist() == [0, 0, 0, 255]


def test_the_line_folder_is_refused(
    dialog: ExportDialog, queue: JobQueue, qtbot: QtBot, shot: Shot
) -> None:
    before = {path: path.read_bytes() for path in shot.folder.iterdir()}
    dialog.folder.setText(str(shot.folder))
    export(dialog, queue, qtbot)
    assert "holds the line art" in dialog.message.text()
    assert not button(dialog, "Open folder").isVisible()
    assert {path: path.read_bytes() for path in shot.folder.iterdir()} == before


def test_without_a_folder_it_asks_for_one(dialog: ExportDialog, queue: JobQueue) -> None:
    dialog.folder.setText("  ")
    QTest.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert not queue.is_busy
    assert "Choose a folder" in dialog.message.text()


def test_browse_takes_the_chosen_folder(
    dialog: ExportDialog, chooser: ScriptedChooser, tmp_path: Path
) -> None:
    chooser.answer = [tmp_path / "elsewhere"]
    QTest.mouseClick(button(dialog, "Browse…"), Qt.MouseButton.LeftButton)
    assert dialog.folder.text() == str(tmp_path / "elsewhere")


@pytest.mark.parametrize("way", ["cancel button", "escape", "window"])
def test_a_running_export_is_stopped_cleanly(
    qtbot: QtBot,
    shot: Shot,
    queue: JobQueue,
    chooser: ScriptedChooser,
    preferences: Preferences,
    way: str,
) -> None:
    begun = threading.Event()

    def endless(request: ExportRequest, cancel: CancelToken) -> Iterator[Step[object]]:
        yield Step(1, 2, "", result=(Path("a"),))
        begun.set()
        while not cancel.is_cancelled:
            cancel._event.wait(0.01)

    dialog = ExportDialog(shot, queue, chooser, preferences, engine=endless)
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.export.click()
    assert begun.wait(2)
    ways: dict[str, Callable[[], object]] = {
        "cancel button": lambda: button(dialog, "Cancel").click(),
        "escape": lambda: QTest.keyClick(dialog, Qt.Key.Key_Escape),
        "window": dialog.close,
    }
    with qtbot.waitSignal(queue.idle):
        ways[way]()
    assert dialog.isVisible() == (way == "cancel button")
    if dialog.isVisible():
        assert dialog.message.text().startswith("Stopped: 1 file")


def test_escape_closes_an_idle_dialog(dialog: ExportDialog) -> None:
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
