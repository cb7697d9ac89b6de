"""Line art and keys that move or change while, or before, a show is open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.document.shot import Shot
from app.ui.controls.actions import Act
from app.ui.desk.states import DrawingState
from app.ui.messages.notices import Notice, NoticeKind
from app.ui.window.main_window import MainWindow
from tests.app.ui.helpers import ScriptedChooser, drop, line_art, make_keys, make_shot_folder, save


@pytest.fixture
def work(tmp_path: Path) -> Path:
    return tmp_path / "work"


@pytest.fixture
def colored(
    window: MainWindow, work: Path, qtbot: QtBot, run_colorize: Callable[[], None]
) -> MainWindow:
    """A finished shot, whose files were looked at once."""
    window.open(make_shot_folder(work / "cut 12" / "line"))
    drop(window.view, make_keys(work / "k", [1, 5]))
    run_colorize()
    qtbot.waitUntil(lambda: window.view.image is not None)
    qtbot.waitUntil(lambda: len(window.shows.disk._known) == 8)
    return window


@pytest.fixture
def saved(colored: MainWindow, chooser: ScriptedChooser, tmp_path: Path, qtbot: QtBot) -> Path:
    """The show of it, beside the work and not in it; the window is empty."""
    colored.open(make_shot_folder(tmp_path / "work" / "cut 13" / "line"))
    chooser.save_to = tmp_path / "shows" / "s.shiage"
    with qtbot.waitSignal(colored.shows.saving.saved):
        colored.actions_[Act.SAVE].trigger()
    colored.actions_[Act.NEW_SHOW].trigger()
    return chooser.save_to


def shot_of(window: MainWindow) -> Shot:
    assert window.session.shot is not None
    return window.session.shot


def notice(window: MainWindow, kind: NoticeKind) -> Notice:
    (found,) = [one for one in window.notices.shown if one.kind is kind]
    return found


def kinds(window: MainWindow) -> list[NoticeKind]:
    return [one.kind for one in window.notices.shown]


def press(where: Notice, words: str) -> None:
    button = next(b for b in where.findChildren(QPushButton) if b.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def look_until(window: MainWindow, qtbot: QtBot, kind: NoticeKind) -> Notice:
    window.shows.disk.look()
    qtbot.waitUntil(lambda: kind in {one.kind for one in window.notices.shown})
    return notice(window, kind)


def open_show(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    with qtbot.waitSignal(window.shows.opening.ended):
        window.open(path)


def test_a_changed_drawing_is_shown_anew_and_its_colors_are_stale(
    colored: MainWindow, qtbot: QtBot
) -> None:
    colored.session.go_to(2)
    colored.actions_[Act.SHOW_LINE].trigger()
    qtbot.waitUntil(lambda: colored.view.image is not None)
    image = line_art(2)
    image[5, :, :3] = 0
    save(shot_of(colored).drawing(2).path, image)
    said = look_until(colored, qtbot, NoticeKind.DISK)
    assert "A0002.png of shot “cut 12” changed" in said.text
    assert "The colors of 2 are kept" in said.text
    assert colored.session.pending() == [2]
    assert colored.session.state(2) is DrawingState.STALE
    assert len(shot_of(colored).colorings) == 5

    def is_shown() -> bool:
        shown = colored.view.image
        return shown is not None and shown.pixelColor(30, 5) == QColor("black")

    qtbot.waitUntil(is_shown)


def test_a_changed_key_makes_everything_stale_until_it_is_colored_again(
    colored: MainWindow, qtbot: QtBot, run_colorize: Callable[[], None]
) -> None:
    with shot_of(colored).keys[5].open("ab") as file:
        file.write(b"\0")
    look_until(colored, qtbot, NoticeKind.DISK)
    assert colored.session.pending() == [1, 2, 3, 4, 5]
    assert colored.actions_[Act.COLORIZE].text() == "Colorize shot"
    run_colorize()
    assert not colored.session.pending()
    assert not kinds(colored)


def test_a_changed_key_makes_what_other_shots_borrowed_it_for_stale(
    colored: MainWindow, work: Path, qtbot: QtBot, run_colorize: Callable[[], None]
) -> None:
    lender = shot_of(colored)
    colored.open(make_shot_folder(work / "cut 13" / "line"))
    run_colorize()
    qtbot.waitUntil(lambda: len(colored.shows.disk._known) == 14)
    with lender.keys[5].open("ab") as file:
        file.write(b"\0")
    said = look_until(colored, qtbot, NoticeKind.DISK)
    assert "The colors of 1–5 are kept" in said.text
    assert said.text.endswith(
        "The colors of “cut 13”, which borrowed its keys, are marked stale."
        " Colorize brings them up to date."
    )
    assert colored.session.pending() == [1, 2, 3, 4, 5]
    run_colorize()
    assert not colored.session.pending()
    assert kinds(colored) == [NoticeKind.DISK]  # there is still the lender
    colored.session.show_shot(lender)
    run_colorize()
    assert not kinds(colored)


def test_a_notice_of_new_drawings_outlives_what_was_said_of_changed_ones(
    colored: MainWindow, qtbot: QtBot, run_colorize: Callable[[], None]
) -> None:
    with shot_of(colored).keys[5].open("ab") as file:
        file.write(b"\0")
    look_until(colored, qtbot, NoticeKind.DISK)
    make_shot_folder(shot_of(colored).folder, [6])
    colored.shows.disk.look()
    qtbot.waitUntil(lambda: "new drawing" in notice(colored, NoticeKind.DISK).text)
    run_colorize()
    assert kinds(colored) == [NoticeKind.DISK]


def test_new_drawings_are_offered_and_added(colored: MainWindow, qtbot: QtBot) -> None:
    make_shot_folder(shot_of(colored).folder, [6, 7])
    said = look_until(colored, qtbot, NoticeKind.DISK)
    assert said.text == "The folder of shot “cut 12” has new drawings 6–7."
    press(said, "Add to the shot")
    assert [drawing.number for drawing in shot_of(colored).drawings] == [1, 2, 3, 4, 5, 6, 7]
    assert colored.session.pending() == [6, 7]
    colored.actions_[Act.UNDO].trigger()
    assert len(shot_of(colored).drawings) == 5


def test_files_that_vanish_lose_nothing(colored: MainWindow, qtbot: QtBot) -> None:
    shot_of(colored).drawing(3).path.unlink()
    colored.shows.disk.look()
    colored.shows.disk.look()
    qtbot.wait(50)
    assert len(shot_of(colored).drawings) == 5
    assert len(shot_of(colored).colorings) == 5


def test_files_that_changed_while_the_show_was_closed_are_told(
    saved: Path, window: MainWindow, work: Path, qtbot: QtBot
) -> None:
    with (work / "cut 12" / "line" / "A0003.png").open("ab") as file:
        file.write(b"\0")
    open_show(window, qtbot, saved)
    assert notice(window, NoticeKind.DISK).details == ("cut 12: 3",)
    assert window.session.pending() == [3]
    assert not window.isWindowModified()


def test_a_borrowed_key_that_changed_while_the_show_was_closed_is_told(
    saved: Path,
    window: MainWindow,
    work: Path,
    qtbot: QtBot,
    run_colorize: Callable[[], None],
) -> None:
    open_show(window, qtbot, saved)
    window.session.show_shot(window.session.show.shots[1])
    run_colorize()
    with qtbot.waitSignal(window.shows.saving.saved):
        window.actions_[Act.SAVE].trigger()
    window.actions_[Act.NEW_SHOW].trigger()
    with (work / "k" / "A0001.png").open("ab") as file:
        file.write(b"\0")
    open_show(window, qtbot, saved)
    assert notice(window, NoticeKind.DISK).details == ("cut 12: 1–5", "cut 13: 1–5")


def test_moved_line_art_is_asked_for_once_and_found_for_all_shots(
    saved: Path,
    window: MainWindow,
    chooser: ScriptedChooser,
    work: Path,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    work.rename(tmp_path / "archive")
    open_show(window, qtbot, saved)
    asked = notice(window, NoticeKind.MISSING)
    assert asked.text == (
        f"The line art of shot “cut 12” is not at {work / 'cut 12' / 'line'}; choose its folder."
    )
    chooser.answer = [tmp_path / "archive" / "cut 12"]
    press(asked, "Choose folder…")
    assert not window.notices.shown
    assert [shot.folder for shot in window.session.show.shots] == [
        tmp_path / "archive" / "cut 12" / "line",
        tmp_path / "archive" / "cut 13" / "line",
    ]
    assert all(path.is_file() for path in shot_of(window).keys.values())
    assert list(shot_of(window).colorings) == [1, 2, 3, 4, 5]
    assert not window.session.pending()
    qtbot.waitUntil(lambda: window.view.image is not None)
    window.actions_[Act.UNDO].trigger()
    window.actions_[Act.UNDO].trigger()
    assert shot_of(window).folder == work / "cut 12" / "line"
    assert dict(shot_of(window).keys) == {1: work / "k/A0001.png", 5: work / "k/A0005.png"}


def test_a_folder_of_another_shot_is_refused(
    saved: Path,
    window: MainWindow,
    chooser: ScriptedChooser,
    work: Path,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    work.rename(tmp_path / "archive")
    open_show(window, qtbot, saved)
    chooser.answer = [make_shot_folder(tmp_path / "wrong", [70, 80])]
    press(notice(window, NoticeKind.MISSING), "Choose folder…")
    assert "none of the drawings of shot “cut 12”" in notice(window, NoticeKind.ERROR).text
    assert notice(window, NoticeKind.MISSING)
    chooser.answer = []
    press(notice(window, NoticeKind.MISSING), "Choose folder…")
    assert notice(window, NoticeKind.MISSING)


def test_a_shot_may_be_relinked_at_any_time(
    colored: MainWindow, chooser: ScriptedChooser, tmp_path: Path
) -> None:
    chooser.answer = [make_shot_folder(tmp_path / "cleaned up", [1, 2, 3, 4])]
    colored.actions_[Act.RELINK].trigger()
    assert shot_of(colored).folder == tmp_path / "cleaned up"
    assert "has no drawings 5" in notice(colored, NoticeKind.PROBLEMS).text
    assert len(shot_of(colored).colorings) == 5
