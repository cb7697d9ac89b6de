from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.commands.apply_coloring import ApplyColoring
from app.document.shot import Shot
from app.document.timesheet import Timesheet
from app.engine.exporting import Exported
from app.engine.task import CancelToken, Step
from app.io.exports.unfinished import NOTE_NAME
from app.io.pictures.images import read_rgba
from app.io.shots.shot_folder import open_shot_folder
from app.jobs.queue import JobQueue
from app.ui.controls.preferences import Preferences
from app.ui.desk.session import Session
from app.ui.desk.states import key_signature
from app.ui.exporting.export_dialog import ExportDialog
from tests.app.ui.helpers import RED, ScriptedChooser, coloring, make_keys


@pytest.fixture
def session(shot_folder: Path, qapp: object) -> Session:
    """A shot of five, of which 1, 2 and 3 are colored."""
    session = Session()
    session.open(open_shot_folder(shot_folder).shot)
    shot = shot_of(session)
    made = [coloring(number) for number in (1, 2, 3)]
    for one in made:
        session.note_made_with(one, key_signature(shot.keys))
    command = ApplyColoring(shot, made[0])
    command.redo()
    for one in made[1:]:
        command.add(one)
    return session


def shot_of(session: Session) -> Shot:
    assert session.shot is not None
    return session.shot


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
    session: Session,
    queue: JobQueue,
    chooser: ScriptedChooser,
    preferences: Preferences,
    tmp_path: Path,
) -> ExportDialog:
    dialog = ExportDialog(session, queue, chooser, preferences)
    dialog.choices.folder.setText(str(tmp_path / "out"))
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
    session: Session,
    queue: JobQueue,
    chooser: ScriptedChooser,
    preferences: Preferences,
) -> None:
    dialog = ExportDialog(session, queue, chooser, preferences)
    qtbot.addWidget(dialog)
    folder = shot_of(session).folder
    assert Path(dialog.choices.folder.text()).parent == folder.parent
    assert Path(dialog.choices.folder.text()) != folder
    assert dialog.preview.names.text() == "A0001.png   A0002.png   A0003.png"
    assert "2 drawings are not colored yet" in dialog.preview.remarks.text()


def test_finished_drawings_are_written_and_the_folder_is_shown(
    dialog: ExportDialog, queue: JobQueue, qtbot: QtBot, tmp_path: Path
) -> None:
    export(dialog, queue, qtbot)
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["A0001.png", "A0002.png", "A0003.png", "cut 12.xdts"]
    assert tuple(read_rgba(tmp_path / "out" / "A0001.png")[3, 3]) == RED
    assert dialog.message.text() == f"4 files written to {tmp_path / 'out'}."
    assert button(dialog, "Open folder").isVisible()


def test_what_was_chosen_last_is_suggested_next_time(
    dialog: ExportDialog,
    queue: JobQueue,
    qtbot: QtBot,
    session: Session,
    chooser: ScriptedChooser,
    tmp_path: Path,
) -> None:
    dialog.choices.choose_what("composite")
    dialog.choices.choose_names("frames")
    dialog.choices.choose_range("current")
    dialog.choices.kinds.setCurrentText("TGA")
    dialog.choices.sheet.setChecked(False)
    dialog.choices.existing.setCurrentIndex(1)
    before = dialog.choices.choice()
    export(dialog, queue, qtbot)
    later = ExportDialog(session, queue, chooser, Preferences(tmp_path / "settings.json"))
    qtbot.addWidget(later)
    assert later.choices.choice() == before
    assert later.choices.range.numbers == (1, 2, 3, 4, 5)


def test_both_layers_go_into_subfolders(
    dialog: ExportDialog, queue: JobQueue, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.choices.choose_what("both")
    export(dialog, queue, qtbot)
    assert (tmp_path / "out" / "color" / "A0002.png").exists()
    assert read_rgba(tmp_path / "out" / "composite" / "A0001.png")[3, 11].tolist() == [0, 0, 0, 255]


def test_covered_trace_lines_are_covered_in_the_view_as_well(
    dialog: ExportDialog, session: Session, queue: JobQueue, qtbot: QtBot, tmp_path: Path
) -> None:
    line = read_rgba(shot_of(session).drawing(1).path)
    line[3, 3] = (255, 0, 0, 255)
    Image.fromarray(line).save(shot_of(session).drawing(1).path)
    assert not dialog.choices.traces.isEnabled()  # the color layer has no lines
    dialog.choices.choose_what("composite")
    dialog.choices.traces.click()
    export(dialog, queue, qtbot)
    assert tuple(read_rgba(tmp_path / "out" / "A0001.png")[3, 3]) == RED
    assert session.source(1).paints_traces


@pytest.mark.parametrize("what", ["color", "movie"])
def test_the_line_folder_is_refused(
    dialog: ExportDialog, session: Session, tmp_path: Path, what: str
) -> None:
    dialog.choices.choose_what(what)
    dialog.choices.folder.setText(str(shot_of(session).folder))
    assert "holds the line art" in dialog.preview.remarks.text()
    assert not dialog.export.isEnabled()
    dialog.choices.folder.setText(str(tmp_path / "out"))
    assert dialog.export.isEnabled()


def test_without_a_folder_it_asks_for_one(dialog: ExportDialog, queue: JobQueue) -> None:
    dialog.choices.folder.setText("  ")
    QTest.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert not queue.is_busy
    assert "Choose a folder" in dialog.message.text()


def test_browse_takes_the_chosen_folder(
    dialog: ExportDialog, chooser: ScriptedChooser, tmp_path: Path
) -> None:
    chooser.answer = [tmp_path / "elsewhere"]
    QTest.mouseClick(button(dialog, "Browse…"), Qt.MouseButton.LeftButton)
    assert dialog.choices.folder.text() == str(tmp_path / "elsewhere")


@pytest.mark.parametrize("way", ["cancel button", "escape", "window"])
def test_a_running_export_is_stopped_cleanly(
    qtbot: QtBot,
    session: Session,
    queue: JobQueue,
    chooser: ScriptedChooser,
    preferences: Preferences,
    way: str,
) -> None:
    begun = threading.Event()

    def endless(request: object, cancel: CancelToken) -> Iterator[Step[Exported]]:
        yield Step(1, 2, "", result=Exported((Path("a"),)))
        begun.set()
        while not cancel.is_cancelled:
            cancel._event.wait(0.01)

    dialog = ExportDialog(session, queue, chooser, preferences, engine=endless)
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


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_preview_follows_every_choice(dialog: ExportDialog, tmp_path: Path) -> None:
    preview, choices = dialog.preview, dialog.choices
    assert preview.amount.text().startswith("3 files and cut 12.xdts, about ")
    choices.choose_what("both")
    choices.sheet.setChecked(False)
    assert preview.amount.text().startswith("6 files, about ")
    assert preview.place.text() == f"{tmp_path / 'out'}  ›  color, composite"
    choices.kinds.setCurrentText("TIFF")
    choices.choose_range("current")
    assert preview.names.text() == "A0001.tif"
    assert preview.remarks.text() == ""
    choices.choose_what("movie")
    assert preview.names.text() == "cut 12.webp"
    assert preview.amount.text().startswith("1 frame at 24 fps, 0.0 s, about ")
    choices.folder.setText(str(tmp_path / "other"))
    assert preview.place.text() == str(tmp_path / "other")


@pytest.mark.parametrize("what", ["color", "movie"])
def test_a_range_without_colors_cannot_be_exported(
    session: Session,
    queue: JobQueue,
    chooser: ScriptedChooser,
    preferences: Preferences,
    qtbot: QtBot,
    what: str,
) -> None:
    session.playhead.select(3, 4)
    dialog = ExportDialog(session, queue, chooser, preferences)
    qtbot.addWidget(dialog)
    dialog.choices.choose_what(what)
    dialog.choices.choose_range("selected")
    assert not dialog.export.isEnabled()
    assert "Nothing of this range is colored yet" in dialog.preview.remarks.text()
    dialog.choices.choose_range("all")
    assert dialog.export.isEnabled()


def test_frames_of_the_selection_are_named_by_the_timesheet(
    session: Session,
    queue: JobQueue,
    chooser: ScriptedChooser,
    preferences: Preferences,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    shot_of(session).set_timesheet(Timesheet((1, 1, 2, 2, 2, None, 3)))
    session.playhead.select(1, 2)
    dialog = ExportDialog(session, queue, chooser, preferences)
    qtbot.addWidget(dialog)
    dialog.choices.folder.setText(str(tmp_path / "out"))
    dialog.choices.choose_range("selected")
    dialog.choices.choose_names("frames")
    expected = [f"cut 12_000{frame}.png" for frame in (3, 4, 5)]
    assert dialog.preview.names.text() == "   ".join(expected)
    export(dialog, queue, qtbot)
    assert names_in(tmp_path / "out") == ["cut 12.xdts", *expected]


def test_a_preview_movie_is_written(
    dialog: ExportDialog, queue: JobQueue, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.choices.choose_what("movie")
    assert "2 drawings are not colored yet and will be shown as lines" in (
        dialog.preview.remarks.text()
    )
    export(dialog, queue, qtbot)
    assert names_in(tmp_path / "out") == ["cut 12.webp"]
    with Image.open(tmp_path / "out" / "cut 12.webp") as movie:
        assert movie.n_frames == 5
        assert movie.convert("RGB").getpixel((3, 3)) == RED[:3]


@pytest.mark.parametrize("package", [None, "av"])
def test_mp4_can_be_chosen_only_with_its_package(
    session: Session,
    queue: JobQueue,
    chooser: ScriptedChooser,
    preferences: Preferences,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    package: str | None,
) -> None:
    monkeypatch.setattr(
        "app.ui.exporting.export_choices.missing_package",
        lambda kind: package if kind == "mp4" else None,
    )
    preferences.change(export_movie_kind="mp4")
    dialog = ExportDialog(session, queue, chooser, preferences)
    qtbot.addWidget(dialog)
    kinds = dialog.choices.movie_kinds
    model = kinds.model()
    is_enabled = bool(model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsEnabled)
    assert is_enabled == (package is None)
    assert kinds.currentText() == ("MP4" if package is None else "Animated WebP")
    assert ("package av" in kinds.toolTip()) == (package is not None)


def old_files(folder: Path, *names: str) -> None:
    folder.mkdir()
    for name in names:
        (folder / name).write_bytes(b"old")


@pytest.mark.parametrize("answer", ["Replace", "Keep", "New folder"])
def test_files_that_are_there_are_asked_about(
    dialog: ExportDialog, queue: JobQueue, qtbot: QtBot, tmp_path: Path, answer: str
) -> None:
    out = tmp_path / "out"
    old_files(out, "A0001.png", "A0002.png", "other.txt")
    dialog.choices.sheet.setChecked(False)
    assert "2 files are there already; you will be asked." in dialog.preview.remarks.text()
    QTest.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert not queue.is_busy
    assert dialog.question.isVisible()
    with qtbot.waitSignal(queue.idle):
        QTest.mouseClick(button(dialog, answer), Qt.MouseButton.LeftButton)
    assert not dialog.question.isVisible()
    is_old = {name: (out / name).read_bytes() == b"old" for name in names_in(out)}
    assert is_old["other.txt"]
    if answer == "Replace":
        assert is_old == {"A0001.png": 0, "A0002.png": 0, "A0003.png": 0, "other.txt": 1}
    elif answer == "Keep":
        assert is_old == {"A0001.png": 1, "A0002.png": 1, "A0003.png": 0, "other.txt": 1}
        assert "2 files kept as they were" in dialog.message.text()
    else:
        assert is_old == {"A0001.png": 1, "A0002.png": 1, "other.txt": 1}
        assert names_in(tmp_path / "out 2") == ["A0001.png", "A0002.png", "A0003.png"]


def test_a_question_can_be_taken_back(
    dialog: ExportDialog, queue: JobQueue, tmp_path: Path
) -> None:
    old_files(tmp_path / "out", "A0001.png")
    QTest.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert not dialog.question.isVisible()
    assert not queue.is_busy
    assert dialog.export.isEnabled()
    assert names_in(tmp_path / "out") == ["A0001.png"]


@pytest.mark.parametrize(("policy", "made"), [(1, "out"), (2, "out"), (3, "out 3")])
def test_a_policy_answers_beforehand(
    dialog: ExportDialog, queue: JobQueue, qtbot: QtBot, tmp_path: Path, policy: int, made: str
) -> None:
    old_files(tmp_path / "out", "A0001.png")
    (tmp_path / "out 2").mkdir()
    dialog.choices.existing.setCurrentIndex(policy)
    assert dialog.preview.place.text() == str(tmp_path / made)
    export(dialog, queue, qtbot)
    assert len(names_in(tmp_path / made)) == 4
    assert ((tmp_path / "out" / "A0001.png").read_bytes() == b"old") == (policy != 1)


def test_what_failed_is_named_and_noted_in_the_folder(
    dialog: ExportDialog, queue: JobQueue, qtbot: QtBot, session: Session, tmp_path: Path
) -> None:
    dialog.choices.choose_what("composite")
    shot_of(session).drawing(2).path.write_bytes(b"")
    export(dialog, queue, qtbot)
    assert "A0002.png is empty" in dialog.message.text()
    assert "A0002.png is empty" in (tmp_path / "out" / NOTE_NAME).read_text("utf-8")


def test_it_says_what_was_colored_with_other_keys(
    session: Session,
    queue: JobQueue,
    chooser: ScriptedChooser,
    preferences: Preferences,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    (key,) = make_keys(tmp_path / "keys", [5])
    shot_of(session).set_keys({5: key})
    dialog = ExportDialog(session, queue, chooser, preferences)
    qtbot.addWidget(dialog)
    assert "3 drawings were colored with other keys or lines." in dialog.preview.remarks.text()


def test_it_is_worked_with_the_keyboard_from_top_to_bottom(dialog: ExportDialog) -> None:
    choices = dialog.choices
    dialog.activateWindow()
    order = []
    widget = choices.focusWidget() or dialog.focusWidget()
    for _ in range(12):
        order.append(widget)
        QTest.keyClick(dialog, Qt.Key.Key_Tab)
        widget = dialog.focusWidget()
    wanted = [
        choices.sheet,
        choices.folder,
        choices.browse,
        choices.kinds,
        choices.existing,
        button(dialog, "Close"),
        dialog.export,
    ]
    assert [widget for widget in order if widget in wanted][: len(wanted)] == wanted
