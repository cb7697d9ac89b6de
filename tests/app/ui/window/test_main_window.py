from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.document.shot import Shot
from app.ui.controls.actions import Act
from app.ui.desk.rendering import PictureMode
from app.ui.messages.notices import Notice, NoticeKind
from app.ui.window.main_window import MainWindow
from tests.app.ui.helpers import (
    ScriptedChooser,
    color_image,
    drop,
    end,
    make_keys,
    make_shot_folder,
)


def shot_of(window: MainWindow) -> Shot:
    assert window.session.shot is not None
    return window.session.shot


def press(notice: Notice, words: str) -> None:
    button = next(b for b in notice.findChildren(QPushButton) if b.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_window_is_there_before_torch() -> None:
    code = (
        "import sys, app.ui.window.main_window;"
        "sys.exit(any(name in sys.modules for name in ('torch', 'scipy', 'skimage', 'av')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_at_first_it_says_how_to_begin(window: MainWindow) -> None:
    assert window.empty.isVisible()
    assert not window.view.isVisible()
    assert window.actions_[Act.OPEN].isEnabled()
    assert not window.actions_[Act.COLORIZE].isEnabled()


def test_a_folder_dropped_on_the_empty_window_opens(window: MainWindow, shot_folder: Path) -> None:
    drop(window.empty, [shot_folder])
    assert len(shot_of(window).drawings) == 5
    assert window.view.isVisible()
    assert window.windowTitle().startswith("cut 12")


def test_a_drawing_dropped_on_the_empty_window_opens_its_folder(
    window: MainWindow, shot_folder: Path
) -> None:
    drop(window.empty, [shot_folder / "A0002.png"])
    assert shot_of(window).folder == shot_folder


def test_a_folder_dropped_on_the_view_replaces_the_shot(
    open_window: MainWindow, tmp_path: Path
) -> None:
    other = make_shot_folder(tmp_path / "カット 「二」'x'", [7, 8])
    drop(open_window.view, [other])
    assert [drawing.number for drawing in shot_of(open_window).drawings] == [7, 8]
    assert not open_window.actions_[Act.UNDO].isEnabled()


def test_files_dropped_beside_the_view_are_taken_too(
    open_window: MainWindow, tmp_path: Path
) -> None:
    (key,) = make_keys(tmp_path / "k", [2])
    drop(open_window, [key])
    assert dict(shot_of(open_window).keys) == {2: key}


def test_a_jpeg_as_key_comes_with_a_warning(
    open_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "k" / "A0002.jpg"
    path.parent.mkdir()
    Image.fromarray(color_image(2)[..., :3]).save(path)
    with qtbot.waitSignal(open_window.session.said) as told:
        drop(open_window, [path])
    assert "A0002.jpg is now the key of drawing 2. A JPEG has no exact colors" in told.args[0]


def test_the_view_says_what_a_drop_would_do(open_window: MainWindow, tmp_path: Path) -> None:
    keys = make_keys(tmp_path / "k", [2, 3])
    view = open_window.view
    open_window.session.go_to(4)
    assert view.drop_hint(keys) == "Drop to mark 2 keys by drawing number"
    assert view.drop_hint(keys[:1]) == "Drop to make drawing 2 a key"
    assert view.drop_hint([tmp_path / "hero.png"]) == "Drop to make drawing 4 a key"
    assert view.drop_hint([tmp_path]) == "Drop to open this shot"


def test_the_dialog_opens_a_folder(
    window: MainWindow, chooser: ScriptedChooser, shot_folder: Path
) -> None:
    window.actions_[Act.OPEN].trigger()
    assert window.session.shot is None
    chooser.answer = [shot_folder]
    window.actions_[Act.OPEN].trigger()
    assert shot_of(window).folder == shot_folder


def test_a_wrong_folder_leaves_the_open_shot_alone(
    open_window: MainWindow, tmp_path: Path, shot_folder: Path
) -> None:
    empty = tmp_path / "nothing here"
    empty.mkdir()
    drop(open_window.view, [empty])
    assert shot_of(open_window).folder == shot_folder
    (notice,) = open_window.notices.shown
    assert notice.kind is NoticeKind.ERROR
    assert "nothing here" in notice.text


def test_keys_beside_the_shot_are_offered_and_taken(window: MainWindow, tmp_path: Path) -> None:
    folder = make_shot_folder(tmp_path / "cut" / "line")
    keys = make_keys(tmp_path / "cut" / "color", [1, 5])
    window.open(folder)
    (notice,) = window.notices.shown
    assert notice.text == "Found 2 colored drawings in color/ (1, 5)."
    assert not shot_of(window).keys
    press(notice, "Use as keys")
    assert dict(shot_of(window).keys) == {1: keys[0], 5: keys[1]}
    assert not window.notices.shown
    window.actions_[Act.UNDO].trigger()
    assert not shot_of(window).keys


def test_of_many_offered_keys_the_first_and_last_may_be_enough(
    window: MainWindow, tmp_path: Path
) -> None:
    folder = make_shot_folder(tmp_path / "cut" / "line")
    make_keys(tmp_path / "cut" / "color", [1, 2, 3, 4, 5])
    window.open(folder)
    press(window.notices.shown[0], "Use first and last")
    assert list(shot_of(window).keys) == [1, 5]


def test_an_offer_can_be_declined(window: MainWindow, tmp_path: Path) -> None:
    folder = make_shot_folder(tmp_path / "cut" / "line")
    make_keys(tmp_path / "cut" / "color", [1])
    window.open(folder)
    window.notices.shown[0].dismiss()
    assert not window.notices.shown
    assert not shot_of(window).keys


def test_keys_of_the_command_line_are_marked_and_misfits_named(
    window: MainWindow, shot_folder: Path, tmp_path: Path
) -> None:
    (key,) = make_keys(tmp_path / "k", [2])
    window.open(shot_folder, {2: key, 3: tmp_path / "missing.png"})
    assert dict(shot_of(window).keys) == {2: key}
    (notice,) = window.notices.shown
    assert "missing.png" in notice.text


def test_oddities_of_a_folder_are_listed_quietly(window: MainWindow, tmp_path: Path) -> None:
    folder = make_shot_folder(tmp_path / "cut", [1, 2, 5])
    (folder / "A0006.png").write_bytes(b"")
    window.open(folder)
    (notice,) = window.notices.shown
    assert notice.kind is NoticeKind.PROBLEMS
    assert "things in this folder" in notice.text
    assert any("A0006.png" in line for line in notice.details)


def test_an_unreadable_drawing_says_so_in_the_view(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = make_shot_folder(tmp_path / "cut", [1, 2])
    (folder / "A0002.png").write_bytes((folder / "A0001.png").read_bytes()[:60])
    window.open(folder)
    window.session.go_to(2)
    qtbot.waitUntil(lambda: "A0002.png" in window.view.hint)
    assert window.view.image is None
    window.session.go_to(1)
    qtbot.waitUntil(lambda: window.view.image is not None)


def test_k_asks_for_the_color_image_and_takes_the_key_away(
    open_window: MainWindow, chooser: ScriptedChooser, tmp_path: Path
) -> None:
    chooser.answer = make_keys(tmp_path / "k", [3])
    open_window.session.go_to(3)
    QTest.keyClick(open_window, Qt.Key.Key_K)
    assert list(shot_of(open_window).keys) == [3]
    assert open_window.actions_[Act.TOGGLE_KEY].text() == "Unmark this key"
    open_window.session.go_to(4)
    assert open_window.actions_[Act.TOGGLE_KEY].text() == "Mark this drawing as key…"
    open_window.session.go_to(3)
    assert chooser.titles == ["Color image of drawing 3"]
    QTest.keyClick(open_window, Qt.Key.Key_K)
    assert not shot_of(open_window).keys


def test_undo_and_redo_by_keyboard(open_window: MainWindow, tmp_path: Path) -> None:
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    drop(open_window.view, make_keys(tmp_path / "k", [1, 5]))
    for key, modifiers, keys in (
        (Qt.Key.Key_Z, control, []),
        (Qt.Key.Key_Z, control | shift, [1, 5]),
        (Qt.Key.Key_Z, control, []),
        (Qt.Key.Key_Y, control, [1, 5]),
    ):
        QTest.keyClick(open_window, key, modifiers)
        assert list(shot_of(open_window).keys) == keys


def test_the_keys_panel_lists_keys_and_removes_one(open_window: MainWindow, tmp_path: Path) -> None:
    drop(open_window.view, make_keys(tmp_path / "k", [1, 5]))
    panel = open_window.side.keys
    assert panel.numbers == [1, 5]
    panel.removal_asked.emit(1)
    assert panel.numbers == [5]
    assert list(shot_of(open_window).keys) == [5]


def test_steps_and_ends_by_keyboard(open_window: MainWindow) -> None:
    seen: list[int] = []
    open_window.session.current_changed.connect(seen.append)
    for key in (
        Qt.Key.Key_Period,
        Qt.Key.Key_Period,
        Qt.Key.Key_Comma,
        Qt.Key.Key_End,
        Qt.Key.Key_Period,
        Qt.Key.Key_Home,
        Qt.Key.Key_Comma,
    ):
        QTest.keyClick(open_window, key)
    assert seen == [2, 3, 2, 5, 1]


@pytest.mark.parametrize(
    ("key", "mode"),
    [
        (Qt.Key.Key_1, PictureMode.LINE),
        (Qt.Key.Key_2, PictureMode.COLOR),
        (Qt.Key.Key_3, PictureMode.COMPOSITE),
        (Qt.Key.Key_4, PictureMode.DOUBT),
    ],
)
def test_modes_by_keyboard(open_window: MainWindow, key: Qt.Key, mode: PictureMode) -> None:
    open_window.view_options.set_mode(PictureMode.LINE)
    QTest.keyClick(open_window, key)
    assert open_window.view.mode is mode


def test_the_view_says_what_to_do_next(open_window: MainWindow, tmp_path: Path) -> None:
    assert open_window.view.hint == "Drop the colored key drawings on the timeline to begin"
    drop(open_window.view, make_keys(tmp_path / "k", [1]))
    assert open_window.view.hint == ""
    open_window.session.go_to(2)
    assert open_window.view.hint == "Not colored yet"


def test_long_names_and_sentences_do_not_widen_the_window(
    open_window: MainWindow, tmp_path: Path
) -> None:
    before = open_window.minimumSizeHint().width()
    open_window.open(make_shot_folder(tmp_path / ("very long name of a cut " * 8)))
    drop(open_window.view, make_keys(tmp_path / "k" / ("long " * 30), [1]))
    open_window.bottom.say("A sentence that goes on and on. " * 10)
    assert open_window.minimumSizeHint().width() <= before


def test_the_window_comes_back_in_its_size(qtbot: QtBot, qapp: object) -> None:
    sizes: list[tuple[int, int]] = []
    for start in ((760, 540), None):
        window = MainWindow(ScriptedChooser())
        if start is not None:
            window.resize(*start)
        with qtbot.waitExposed(window):
            window.show()
        sizes.append((window.width(), window.height()))
        end(window, qtbot)
    assert sizes == [(760, 540), (760, 540)]
