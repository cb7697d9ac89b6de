"""Shortcuts: changed, taken from others, kept, and shown everywhere."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.paths import shortcuts_path
from app.ui.controls.actions import Act, Actions
from app.ui.habits.menus import acts_by_menu
from app.ui.habits.shortcut_dialog import ShortcutDialog
from app.ui.habits.shortcuts import Shortcuts, default_keys
from app.ui.window.main_window import MainWindow

Make = Callable[[Path], tuple[Actions, Shortcuts]]


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    owners: list[QWidget] = []

    def make(path: Path) -> tuple[Actions, Shortcuts]:
        owners.append(QWidget())
        qtbot.addWidget(owners[-1])
        actions = Actions(owners[-1])
        return actions, Shortcuts(actions, path, owners[-1])

    return make


def shown(actions: Actions, act: Act) -> list[str]:
    return [key.toString() for key in actions[act].shortcuts()]


@pytest.fixture
def dialog(open_window: MainWindow) -> ShortcutDialog:
    open_window.actions_[Act.SHORTCUTS].trigger()
    (found,) = open_window.findChildren(ShortcutDialog)
    assert isinstance(found, ShortcutDialog)
    return found


@pytest.fixture(autouse=True)
def _close_dialogs(request: pytest.FixtureRequest) -> None:
    def close() -> None:
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, ShortcutDialog):
                dialog.close()

    request.addfinalizer(close)


def test_every_action_is_in_a_menu() -> None:
    listed = [act for acts in acts_by_menu().values() for act in acts]
    assert sorted(act.name for act in listed) == sorted(act.name for act in Act)


def test_the_defaults_share_no_key_but_those_that_give_way(make: Make, tmp_path: Path) -> None:
    _, shortcuts = make(tmp_path / "shortcuts.json")
    for act in Act:
        assert shortcuts.is_default(act)
        for key in default_keys(act):
            assert shortcuts.owner(key, act) is None, (act, key)


def test_a_change_is_kept_and_only_the_difference(make: Make, tmp_path: Path) -> None:
    path = tmp_path / "here" / "shortcuts.json"
    _, shortcuts = make(path)
    shortcuts.set_keys(Act.LOOP, ["Ctrl+L", "Shift+L"])
    assert json.loads(path.read_text()) == {"LOOP": ["Ctrl+L", "Shift+L"]}
    actions, again = make(path)
    assert shown(actions, Act.LOOP) == ["Ctrl+L", "Shift+L"]
    again.reset(Act.LOOP)
    assert json.loads(path.read_text()) == {}
    assert shown(actions, Act.LOOP) == ["L"]


def test_a_taken_key_leaves_the_other_action(make: Make, tmp_path: Path) -> None:
    actions, shortcuts = make(tmp_path / "shortcuts.json")
    assert shortcuts.owner("Ctrl+Y", Act.LOOP) is Act.REDO
    shortcuts.set_keys(Act.LOOP, ["Ctrl+Y"])
    assert shown(actions, Act.REDO) == ["Ctrl+Shift+Z"]
    shortcuts.reset(Act.REDO)
    assert shown(actions, Act.LOOP) == []
    shortcuts.reset_all()
    assert all(shortcuts.is_default(act) for act in Act)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"LOOP": 3, "NO_SUCH": ["X"], "PLAY": [4]}',
        '{"LOOP": ["Nonsense+Foo"]}',
        "\x00\x01",
    ],
)
def test_nonsense_in_the_file_leaves_the_defaults(
    make: Make, tmp_path: Path, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "shortcuts.json"
    path.write_text(text)
    _, shortcuts = make(path)
    assert all(shortcuts.is_default(act) for act in Act)


def test_clashes_in_the_file_are_settled(make: Make, tmp_path: Path) -> None:
    path = tmp_path / "shortcuts.json"
    path.write_text('{"WIPE": ["L"], "ONION": ["L"], "EXPORT": []}')
    actions, _ = make(path)
    assert (shown(actions, Act.WIPE), shown(actions, Act.ONION)) == (["L"], [])
    assert (shown(actions, Act.LOOP), shown(actions, Act.EXPORT)) == ([], [])


def test_play_gives_return_to_accept_while_something_is_in_question(
    make: Make, tmp_path: Path
) -> None:
    actions, shortcuts = make(tmp_path / "shortcuts.json")
    for act in (Act.ACCEPT, Act.USE_OTHER):
        actions[act].setEnabled(False)
    assert shown(actions, Act.PLAY) == ["P", "Return"]
    actions[Act.ACCEPT].setEnabled(True)
    assert shown(actions, Act.PLAY) == ["P"]
    shortcuts.set_keys(Act.ACCEPT, ["A"])
    assert shown(actions, Act.PLAY) == ["P", "Return"]
    shortcuts.set_keys(Act.PLAY, ["A", "Space"])
    assert (shown(actions, Act.PLAY), shown(actions, Act.ACCEPT)) == (["Space"], ["A"])
    actions[Act.ACCEPT].setEnabled(False)
    assert shown(actions, Act.PLAY) == ["A", "Space"]


def test_tooltips_follow(open_window: MainWindow) -> None:
    shortcuts = open_window.habits.shortcuts
    shortcuts.set_keys(Act.WIPE, ["Ctrl+Alt+W"])
    shortcuts.set_keys(Act.COLORIZE, ["F9"])
    assert open_window.actions_[Act.WIPE].toolTip().endswith("(Ctrl+Alt+W)")
    tips = [button.toolTip() for button in open_window.view_bar.findChildren(QToolButton)]
    assert "Compare with another drawing  (Ctrl+Alt+W)" in tips
    assert "(F9)" in open_window.actions_[Act.COLORIZE].toolTip()
    shortcuts.set_keys(Act.COLORIZE, [])
    assert "(" not in open_window.actions_[Act.COLORIZE].toolTip()


def test_keys_are_recorded_and_work_in_the_window(
    dialog: ShortcutDialog, open_window: MainWindow, qtbot: QtBot
) -> None:
    dialog.search.setText("loop")
    assert Act.LOOP in dialog.list.shown and Act.EXPORT not in dialog.list.shown
    dialog.list.choose(Act.LOOP)
    dialog.recorders[0].setFocus()
    QTest.keyClick(dialog.recorders[0], Qt.Key.Key_F8)
    assert open_window.habits.shortcuts.keys(Act.LOOP) == ("F8",)
    assert json.loads(shortcuts_path().read_text()) == {"LOOP": ["F8"]}
    dialog.close()
    open_window.activateWindow()
    qtbot.waitUntil(open_window.isActiveWindow)
    loops = open_window.player.loops
    QTest.keyClick(open_window, Qt.Key.Key_F8)
    assert open_window.player.loops is not loops


def test_a_clash_is_named_and_nothing_changes_until_it_is_resolved(
    dialog: ShortcutDialog, open_window: MainWindow
) -> None:
    shortcuts = open_window.habits.shortcuts
    dialog.list.choose(Act.LOOP)
    dialog.recorders[1].setKeySequence(QKeySequence("Ctrl+E"))
    assert dialog.message.text() == "Ctrl+E belongs to “Export…”."
    assert shortcuts.keys(Act.LOOP) == ("L",) and shortcuts.keys(Act.EXPORT) == ("Ctrl+E",)
    QTest.mouseClick(dialog.take, Qt.MouseButton.LeftButton)
    assert shortcuts.keys(Act.LOOP) == ("L", "Ctrl+E") and shortcuts.keys(Act.EXPORT) == ()
    assert dialog.message.text() == "" and not dialog.take.isVisible()


def test_one_or_all_are_reset(dialog: ShortcutDialog, open_window: MainWindow) -> None:
    shortcuts = open_window.habits.shortcuts
    dialog.list.choose(Act.LOOP)
    assert not dialog.reset.isEnabled()
    dialog.recorders[0].clear()
    shortcuts.set_keys(Act.FIT, ["Ctrl+0"])
    assert shortcuts.keys(Act.LOOP) == ()
    QTest.mouseClick(dialog.reset, Qt.MouseButton.LeftButton)
    assert shortcuts.keys(Act.LOOP) == ("L",) and shortcuts.keys(Act.FIT) == ("Ctrl+0",)
    QTest.mouseClick(dialog.reset_all, Qt.MouseButton.LeftButton)
    assert shortcuts.keys(Act.FIT) == ("F",)


def test_a_search_finds_keys_too(dialog: ShortcutDialog) -> None:
    dialog.search.setText("ctrl+shift+z")
    assert dialog.list.shown == [Act.REDO]
    dialog.search.setText("nothing like this")
    assert dialog.list.shown == []
