"""The sheet of finished footage: importing, ticks, removing, and what is said when it fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.engine.footage_thumbnails import Thumbnail
from app.engine.imported_shot import ImportedShot
from app.engine.task import CancelToken, Failure, Step
from app.io.footage.frame_source import FootageError
from app.io.shows.footage_store import find_footage, read_unused
from app.ui.controls.actions import Act
from app.ui.footage.footage_dialog import FootageDialog
from app.ui.window.main_window import MainWindow
from tests.app.ui.helpers import ScriptedChooser
from tests.footage import figure, make_frames, other_figure


@pytest.fixture
def show(open_window: MainWindow, chooser: ScriptedChooser, qtbot: QtBot, tmp_path: Path) -> Path:
    """The open show, saved."""
    chooser.save_to = tmp_path / "ep.shiage"
    with qtbot.waitSignal(open_window.shows.saving.saved):
        open_window.actions_[Act.SAVE_AS].trigger()
    open_window.shows.saving.stop()
    return chooser.save_to


@pytest.fixture
def open_dialog(window: MainWindow, qtbot: QtBot) -> Iterator[Callable[[], FootageDialog]]:
    """Opens the dialog by its action and waits until it has looked through the footage."""
    opened: list[FootageDialog] = []

    def run() -> FootageDialog:
        window.actions_[Act.IMPORT_FOOTAGE].trigger()
        dialog = dialog_of(window)
        opened.append(dialog)
        qtbot.waitUntil(dialog.video.isEnabled)
        return dialog

    yield run
    for dialog in window.findChildren(FootageDialog):
        dialog.reject()
    qtbot.waitUntil(lambda: not window.findChildren(FootageDialog))


def dialog_of(window: MainWindow) -> FootageDialog:
    (dialog,) = [one for one in window.findChildren(FootageDialog) if one.isVisible()]
    return dialog


def frames_of_two_shots(folder: Path) -> Path:
    """Frames 1 to 10 and 16 to 25 are good; 11 to 15 are too few."""
    short = [(255 - figure(step)).astype(np.uint8) for step in range(5)]
    good = [figure(s) for s in range(10)], [other_figure(s) for s in range(10)]
    return make_frames(folder, good[0] + short + good[1])


def run_import(dialog: FootageDialog, button: QPushButton, qtbot: QtBot) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.video.isEnabled, timeout=20_000)


def titles(dialog: FootageDialog) -> list[tuple[str, bool | None]]:
    """What each row is called, and whether it has a tick; None when it cannot have one."""
    rows = [dialog.sheet.index(row) for row in range(dialog.sheet.rowCount())]
    checks = [row.data(Qt.ItemDataRole.CheckStateRole) for row in rows]
    return [
        (row.data(), None if check is None else check == Qt.CheckState.Checked)
        for row, check in zip(rows, checks, strict=True)
    ]


def click_tick(dialog: FootageDialog, row: int) -> None:
    area = dialog.rows.visualRect(dialog.sheet.index(row))
    point = QPoint(area.left() + 20, area.center().y())
    QTest.mouseClick(dialog.rows.viewport(), Qt.MouseButton.LeftButton, pos=point)


def test_an_untitled_show_is_saved_first(
    open_window: MainWindow, chooser: ScriptedChooser, qtbot: QtBot, tmp_path: Path
) -> None:
    chooser.decisions = [None]
    open_window.actions_[Act.IMPORT_FOOTAGE].trigger()
    assert not open_window.findChildren(FootageDialog)
    chooser.decisions = ["Save as…"]
    chooser.save_to = tmp_path / "new.shiage"
    open_window.actions_[Act.IMPORT_FOOTAGE].trigger()
    qtbot.waitUntil(lambda: bool(open_window.findChildren(FootageDialog)))
    assert (tmp_path / "new.shiage" / "show.json").is_file()
    dialog = dialog_of(open_window)
    qtbot.waitUntil(dialog.video.isEnabled)
    dialog.reject()
    open_window.shows.saving.stop()


def test_a_folder_becomes_a_sheet_of_shots_to_untick(
    show: Path,
    open_dialog: Callable[[], FootageDialog],
    chooser: ScriptedChooser,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    dialog = open_dialog()
    chooser.answer = [frames_of_two_shots(tmp_path / "cut")]
    run_import(dialog, dialog.folder, qtbot)
    assert titles(dialog) == [
        ("Frames 1–10", True),
        ("Frames 16–25", True),
        ("Frames 11–15", None),
    ]
    left_out = dialog.sheet.index(2)
    assert "Only 5 frames long" in left_out.data(Qt.ItemDataRole.AccessibleTextRole)
    assert dialog.message.text() == "2 shots were imported."
    click_tick(dialog, 0)
    click_tick(dialog, 2)
    dialog.rows.setCurrentIndex(dialog.sheet.index(1))
    QTest.keyClick(dialog.rows, Qt.Key.Key_Space)
    QTest.keyClick(dialog.rows, Qt.Key.Key_Space)
    assert [tick for _, tick in titles(dialog)] == [False, True, None]
    QTest.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    assert read_unused(show) == {"cut/000001-000010"}
    qtbot.waitUntil(lambda: not dialog_is_open(dialog))
    assert titles(open_dialog()) == [("Frames 1–10", False), ("Frames 16–25", True)]


def dialog_is_open(dialog: FootageDialog) -> bool:
    import shiboken6

    return shiboken6.isValid(dialog)


def test_cancel_leaves_the_ticks_as_they_were(
    show: Path,
    open_dialog: Callable[[], FootageDialog],
    chooser: ScriptedChooser,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    dialog = open_dialog()
    chooser.answer = [frames_of_two_shots(tmp_path / "cut")]
    run_import(dialog, dialog.folder, qtbot)
    click_tick(dialog, 0)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert read_unused(show) == frozenset()
    assert len(find_footage(show).used) == 2


def test_removed_shots_are_gone_from_the_show_when_asked_about(
    show: Path,
    open_dialog: Callable[[], FootageDialog],
    chooser: ScriptedChooser,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    dialog = open_dialog()
    chooser.answer = [frames_of_two_shots(tmp_path / "cut")]
    run_import(dialog, dialog.folder, qtbot)
    assert not dialog.remove.isEnabled()
    chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
    dialog.rows.selectionModel().select(dialog.sheet.index(0), chosen)
    chooser.decisions = [None]
    QTest.keyClick(dialog.rows, Qt.Key.Key_Delete)
    assert len(find_footage(show).sequences) == 2
    chooser.decisions = ["Remove"]
    QTest.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    assert [one.shot for one in find_footage(show).sequences] == ["000016-000025"]
    assert [title for title, _ in titles(dialog)] == ["Frames 16–25", "Frames 11–15"]


def test_what_cannot_be_imported_is_told_in_the_dialog(
    show: Path,
    open_dialog: Callable[[], FootageDialog],
    chooser: ScriptedChooser,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    pytest.importorskip("av")
    (tmp_path / "bad.mp4").write_bytes(b"no video" * 50)
    dialog = open_dialog()
    chooser.answer = [tmp_path / "bad.mp4"]
    run_import(dialog, dialog.video, qtbot)
    assert dialog.message.text().startswith("bad.mp4 cannot be decoded")
    assert titles(dialog) == []
    assert not (show / "footage").exists()


def test_a_damaged_sequence_is_told_when_the_dialog_opens(
    show: Path, open_dialog: Callable[[], FootageDialog]
) -> None:
    (show / "footage" / "cut" / "shot 1" / "line").mkdir(parents=True)
    assert open_dialog().message.text() == (
        "The footage cut/shot 1 is damaged and was skipped (drawings are missing); import it again."
    )


class HeldEngine:
    """Gives one shot and a problem, then goes on until it is cancelled."""

    def __init__(self) -> None:
        self.was_cancelled = False

    def __call__(
        self, source: Path, show: Path, cancel: CancelToken
    ) -> Iterator[Step[ImportedShot]]:
        picture = np.zeros((90, 160, 3), np.uint8)
        shot = ImportedShot("a", source.name, 1, 24, 12, None, (Thumbnail(picture),))
        yield Step(24, 100, "Importing it", result=shot)
        yield Step(24, 100, "Importing it", failure=Failure(24, "Frame 24 is odd."))
        while not cancel.is_cancelled:
            yield Step(25, 100, "Importing it")
        self.was_cancelled = True


def test_an_import_can_be_stopped_and_keeps_what_it_has(
    window: MainWindow,
    show: Path,
    open_dialog: Callable[[], FootageDialog],
    chooser: ScriptedChooser,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    engine = window.footage.engine = HeldEngine()
    dialog = open_dialog()
    chooser.answer = [tmp_path]
    QTest.mouseClick(dialog.folder, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "(25 of 100)" in dialog.message.text())
    assert not dialog.ok.isEnabled()
    (cancel,) = [b for b in dialog.findChildren(QPushButton) if b.text() == "Cancel"]
    QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.video.isEnabled)
    assert engine.was_cancelled
    assert dialog.message.text() == (
        "Stopped. The shots that were finished are kept. Frame 24 is odd."
    )
    assert titles(dialog) == [("Frames 1–24", True)]
    # Esc during a run stops it before the dialog goes.
    QTest.mouseClick(dialog.folder, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "(25 of 100)" in dialog.message.text())
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog_is_open(dialog))


def test_an_engine_that_gives_up_says_why(
    window: MainWindow,
    show: Path,
    open_dialog: Callable[[], FootageDialog],
    chooser: ScriptedChooser,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    def full(source: Path, show: Path, cancel: CancelToken) -> Iterator[Step[ImportedShot]]:
        yield Step(1, 2, "Importing it")
        raise FootageError("The disk is full: not all footage came into ep; make room.")

    window.footage.engine = full
    dialog = open_dialog()
    chooser.answer = [tmp_path]
    run_import(dialog, dialog.folder, qtbot)
    assert dialog.message.text() == "The disk is full: not all footage came into ep; make room."
