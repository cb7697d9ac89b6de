from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from app.io.palettes.palette_file import read_palette
from app.ui.controls.actions import Act
from app.ui.look.swatches import paint_swatch
from app.ui.look.theme import DARK
from app.ui.palette.palette_list import PaletteList
from app.ui.palette.palette_model import Heading
from app.ui.view.pixel_facts import Paint
from app.ui.window.main_window import MainWindow
from tests.app.ui.helpers import BLUE, RED, ObedientEngine, ScriptedChooser, drop, make_keys

GREEN = (40, 200, 90, 255)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window_with_keys(open_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """The shot with keys at both ends whose colors are gathered, and nothing colored."""
    drop(open_window.view, make_keys(tmp_path / "k", [1, 5]))
    qtbot.waitUntil(lambda: len(open_window.session.colors.palette) == 2)
    qtbot.waitUntil(lambda: open_window.session.colors.usage(RED).drawings == 2)
    return open_window


@pytest.fixture
def colors(window_with_keys: MainWindow) -> PaletteList:
    return window_with_keys.side.palette_panel.list


def rows(colors: PaletteList) -> list[str]:
    return [colors.items.index(place).data() for place in range(colors.items.rowCount())]


def click(colors: PaletteList, row: int, x: int = 90, twice: bool = False) -> None:
    at = QPoint(x, colors.visualRect(colors.items.index(row)).center().y())
    QTest.mouseClick(colors.viewport(), LEFT, pos=at)
    if twice:
        QTest.mouseDClick(colors.viewport(), LEFT, pos=at)


def choose(menu: QMenu | None, *path: str) -> None:
    """Trigger an entry of a menu, and take the menu away."""
    assert menu is not None
    inner: QMenu = menu
    for step, text in enumerate(path):
        (action,) = [action for action in inner.actions() if action.text() == text]
        if step + 1 < len(path):
            inner = action.menu()  # type: ignore[assignment]
    assert action.isEnabled()
    action.trigger()
    menu.deleteLater()


def menu_at(window: MainWindow, row: int) -> QMenu | None:
    panel = window.side.palette_panel
    return panel.menu_at(panel.list.visualRect(panel.list.items.index(row)).center())


def test_keys_fill_the_palette_before_anything_is_colored(colors: PaletteList) -> None:
    assert rows(colors) == ["Blue", "Red"]
    tip = colors.items.index(1).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "Red\n#C81E28  ·  200, 30, 40\nIn 2 drawings, 2 regions"


def _hint(window: MainWindow) -> str:
    (hint,) = [
        one.text()
        for one in window.side.palette_panel.findChildren(QLabel)
        if one.objectName() == "panelHint" and not one.isHidden()
    ]
    return hint


def test_an_empty_palette_tells_whether_colors_are_coming(
    open_window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_end = threading.Event()

    def unreadable(*_: object) -> None:
        assert may_end.wait(10)
        raise OSError("The key is damaged.")

    monkeypatch.setattr("app.ui.keys.key_colors.key_colors", unreadable)
    assert _hint(open_window) == "The keys' exact colors appear here."

    drop(open_window.view, make_keys(tmp_path / "k", [1]))
    qtbot.waitUntil(lambda: _hint(open_window) == "Reading the colors of the keys…")
    may_end.set()

    qtbot.waitUntil(lambda: _hint(open_window) == "The keys' exact colors appear here.")


def test_usage_counts_the_colored_drawings(
    window_with_keys: MainWindow, run_colorize: Callable[[], None]
) -> None:
    run_colorize()
    assert window_with_keys.session.colors.usage(RED).drawings == 5


def test_a_click_chooses_the_current_color(
    window_with_keys: MainWindow, colors: PaletteList
) -> None:
    click(colors, 1)
    assert window_with_keys.session.current_color == RED
    detail = window_with_keys.side.palette_panel.detail
    assert detail.isVisible()
    assert (detail.name.text(), detail.usage.text()) == ("Red", "In 2 drawings, 2 regions")
    assert detail.values.text() == "#C81E28  ·  200, 30, 40"


def test_keys_choose_colors(
    window_with_keys: MainWindow, colors: PaletteList, qtbot: QtBot
) -> None:
    session = window_with_keys.session
    window_with_keys.actions_[Act.NEXT_COLOR].trigger()
    assert session.current_color == BLUE
    window_with_keys.actions_[Act.NEXT_COLOR].trigger()
    window_with_keys.actions_[Act.NEXT_COLOR].trigger()
    assert session.current_color == RED
    window_with_keys.actions_[Act.PREVIOUS_COLOR].trigger()
    assert session.current_color == BLUE
    mode = window_with_keys.view.mode
    colors.setFocus()
    qtbot.waitUntil(colors.hasFocus)
    QTest.keyClick(colors, Qt.Key.Key_2)
    assert session.current_color == RED
    assert window_with_keys.view.mode is mode


def test_a_name_is_written_over_its_row(
    window_with_keys: MainWindow, colors: PaletteList, qtbot: QtBot
) -> None:
    click(colors, 1, twice=True)
    editor = colors.findChild(QLineEdit, "nameEditor")
    assert editor is not None
    editor.setText("Coat")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(colors) == ["Blue", "Coat"])
    assert window_with_keys.session.undo_stack.undoText() == "rename color"
    window_with_keys.session.undo_stack.undo()
    assert rows(colors) == ["Blue", "Red"]
    window_with_keys.actions_[Act.RENAME_COLOR].trigger()
    assert colors.findChild(QLineEdit, "nameEditor") is not None


def test_an_editor_survives_results_that_come_in(
    window_with_keys: MainWindow,
    colors: PaletteList,
    run_colorize: Callable[[], None],
    qtbot: QtBot,
) -> None:
    click(colors, 0, twice=True)
    editor = colors.findChild(QLineEdit, "nameEditor")
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "Sky")
    run_colorize()
    assert editor.isVisible()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: rows(colors) == ["Sky", "Red"])


def test_groups_fold_and_keep_their_colors(
    window_with_keys: MainWindow, colors: PaletteList
) -> None:
    click(colors, 1)
    window_with_keys.palette_editing.group([RED], "Girl")
    assert rows(colors) == ["Blue", "Girl", "Red"]
    click(colors, 1)
    assert rows(colors) == ["Blue", "Girl"]
    assert colors.items.row_at(colors.items.index(1)) == Heading("Girl", 1, True)
    assert window_with_keys.session.current_color == RED
    window_with_keys.actions_[Act.RENAME_COLOR].trigger()
    assert rows(colors) == ["Blue", "Girl", "Red"]


def test_the_menu_of_a_heading(window_with_keys: MainWindow, colors: PaletteList) -> None:
    window_with_keys.palette_editing.group([RED], "Girl")
    window_with_keys.palette_editing.group([BLUE], "Boy")
    assert rows(colors) == ["Girl", "Red", "Boy", "Blue"]
    choose(menu_at(window_with_keys, 2), "Move up")
    assert rows(colors) == ["Boy", "Blue", "Girl", "Red"]
    choose(menu_at(window_with_keys, 0), "Dissolve group")
    assert rows(colors) == ["Blue", "Girl", "Red"]


def test_dragging_reorders_and_groups(window_with_keys: MainWindow, colors: PaletteList) -> None:
    items, none = colors.items, QModelIndex()
    window_with_keys.palette_editing.add(GREEN, "Glow", "Effects")
    assert rows(colors) == ["Blue", "Red", "Effects", "Glow"]
    move = Qt.DropAction.MoveAction
    items.dropMimeData(items.mimeData([items.index(1)]), move, 0, 0, none)
    assert rows(colors) == ["Red", "Blue", "Effects", "Glow"]
    items.dropMimeData(items.mimeData([items.index(0)]), move, 3, 0, none)
    assert rows(colors) == ["Blue", "Effects", "Red", "Glow"]
    items.dropMimeData(items.mimeData([items.index(0)]), move, -1, -1, items.index(1))
    assert rows(colors) == ["Effects", "Red", "Glow", "Blue"]
    items.dropMimeData(items.mimeData([items.index(2), items.index(1)]), move, 0, 0, none)
    assert rows(colors) == ["Red", "Glow", "Effects", "Blue"]
    for _ in range(4):
        window_with_keys.session.undo_stack.undo()
    assert rows(colors) == ["Blue", "Red", "Effects", "Glow"]


def test_a_swap_shows_on_a_finished_drawing_without_a_run(
    window_with_keys: MainWindow,
    engine: ObedientEngine,
    run_colorize: Callable[[], None],
    qtbot: QtBot,
) -> None:
    run_colorize()
    view = window_with_keys.view

    def corner() -> QColor | None:
        return None if view.image is None else view.image.pixelColor(1, 1)

    qtbot.waitUntil(lambda: corner() == QColor(*RED))
    window_with_keys.palette_editing.swap(RED, GREEN)
    qtbot.waitUntil(lambda: corner() == QColor(*GREEN))
    assert len(engine.requests) == 1
    window_with_keys.session.undo_stack.undo()
    qtbot.waitUntil(lambda: corner() == QColor(*RED))


def test_a_swap_while_a_run_goes_on_reaches_what_comes_later(
    window_with_keys: MainWindow, engine: ObedientEngine, qtbot: QtBot
) -> None:
    engine.hold()
    session = window_with_keys.session
    window_with_keys.actions_[Act.COLORIZE].trigger()
    engine.allow(2)
    qtbot.waitUntil(lambda: session.shot is not None and len(session.shot.colorings) == 2)
    window_with_keys.palette_editing.swap(RED, GREEN)
    with qtbot.waitSignal(window_with_keys.coloring.ended):
        engine.allow(10)
    assert session.shot is not None and len(session.shot.colorings) == 5
    assert all(session.source(n).swaps == {(RED, GREEN)} for n in range(1, 6))
    session.undo_stack.undo()
    assert not session.colors.palette.swaps
    assert len(session.shot.colorings) == 5


def test_the_menu_of_a_color(
    window_with_keys: MainWindow, colors: PaletteList, qtbot: QtBot
) -> None:
    session = window_with_keys.session
    window_with_keys.palette_editing.swap(RED, GREEN)
    click(colors, 1)
    choose(menu_at(window_with_keys, 1), "Copy #28C85A")
    assert QGuiApplication.clipboard().text() == "#28C85A"
    choose(menu_at(window_with_keys, 1), "Original color")
    assert not session.colors.palette.swaps
    choose(menu_at(window_with_keys, 1), "Next drawing with this color")
    assert session.current == 5
    choose(menu_at(window_with_keys, 1), "Next drawing with this color")
    assert session.current == 1


def test_only_unused_colors_are_removed(window_with_keys: MainWindow, colors: PaletteList) -> None:
    window_with_keys.palette_editing.add(GREEN, "Glow")
    assert rows(colors) == ["Blue", "Red", "Glow"]
    assert window_with_keys.session.current_color == GREEN
    colors.selectAll()
    colors.setFocus()
    QTest.keyClick(colors, Qt.Key.Key_Delete)
    assert rows(colors) == ["Blue", "Red"]
    assert window_with_keys.bottom.message == "2 colors are in use and stayed."
    window_with_keys.session.undo_stack.undo()
    assert rows(colors) == ["Blue", "Red", "Glow"]


def test_a_palette_goes_out_and_comes_back(
    window_with_keys: MainWindow, colors: PaletteList, chooser: ScriptedChooser, tmp_path: Path
) -> None:
    window_with_keys.palette_editing.rename(RED, "Coat")
    window_with_keys.palette_editing.group([RED], "Girl")
    chooser.answer = [tmp_path / "sheet.gpl"]
    window_with_keys.actions_[Act.EXPORT_PALETTE].trigger()
    assert [entry.name for entry in read_palette(chooser.answer[0])] == ["Blue", "Coat"]
    for _ in range(2):
        window_with_keys.session.undo_stack.undo()
    assert rows(colors) == ["Blue", "Red"]
    window_with_keys.actions_[Act.IMPORT_PALETTE].trigger()
    assert rows(colors) == ["Blue", "Girl", "Coat"]
    assert "2 colors of this shot took name and group" in window_with_keys.bottom.message
    window_with_keys.session.undo_stack.undo()
    assert rows(colors) == ["Blue", "Red"]


def test_a_bad_palette_is_named_and_changes_nothing(
    window_with_keys: MainWindow, colors: PaletteList, chooser: ScriptedChooser, tmp_path: Path
) -> None:
    chooser.answer = [tmp_path / "bad.gpl"]
    chooser.answer[0].write_text("nothing")
    window_with_keys.actions_[Act.IMPORT_PALETTE].trigger()
    (notice,) = [n for n in window_with_keys.notices.shown if "bad.gpl" in n.text]
    assert "is no GIMP palette" in notice.text
    assert rows(colors) == ["Blue", "Red"]
    notice.dismiss()


def test_a_key_that_goes_takes_its_colors_along(
    window_with_keys: MainWindow, colors: PaletteList
) -> None:
    window_with_keys.session.undo_stack.undo()
    assert rows(colors) == []
    assert not window_with_keys.side.palette_panel.detail.isVisible()
    window_with_keys.session.undo_stack.redo()
    assert rows(colors) == ["Blue", "Red"]


def test_a_color_like_the_panel_itself_is_seen() -> None:
    panel = DARK.color("window")
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(panel)
    painter = QPainter(picture)
    paint_swatch(painter, QRectF(5, 5, 30, 20), (panel.red(), panel.green(), panel.blue(), 255))
    painter.end()
    assert len({picture.pixelColor(x, 15).name() for x in range(40)}) > 1


def test_a_swatch_shows_its_exact_color_and_what_it_was() -> None:
    picture = QImage(60, 40, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    paint_swatch(painter, QRectF(0, 0, 60, 40), GREEN, RED)
    painter.end()
    assert picture.pixelColor(20, 15) == QColor(*GREEN)
    assert picture.pixelColor(55, 35) == QColor(*RED)


def test_unused_colors_are_tidied_away(window_with_keys: MainWindow, colors: PaletteList) -> None:
    window_with_keys.palette_editing.add(GREEN, "Glow")
    window_with_keys.palette_editing.add((1, 2, 3, 255), "Ink")
    panel = window_with_keys.side.palette_panel
    (more,) = [button for button in panel.findChildren(QToolButton) if button.menu()]
    (tidy,) = [action for action in more.menu().actions() if "unused" in action.text()]
    tidy.trigger()
    assert rows(colors) == ["Blue", "Red"]
    window_with_keys.session.undo_stack.undo()
    assert rows(colors) == ["Blue", "Red", "Glow", "Ink"]


def test_a_palette_without_colors_is_not_exported(
    open_window: MainWindow, chooser: ScriptedChooser
) -> None:
    open_window.actions_[Act.EXPORT_PALETTE].trigger()
    assert chooser.titles == []
    assert "no colors yet" in open_window.bottom.message


def test_the_read_out_tells_name_and_paint(window_with_keys: MainWindow) -> None:
    window_with_keys.palette_editing.rename(RED, "Coat")
    window_with_keys.palette_editing.swap(RED, GREEN)
    assert window_with_keys.view.paint_of(RED) == Paint(GREEN, "Coat")
    assert window_with_keys.view.paint_of((1, 2, 3, 255)) == Paint((1, 2, 3, 255))
