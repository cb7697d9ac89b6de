from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.ui.controls.actions import Act
from app.ui.palette.color_dialog import ColorDialog
from app.ui.palette.color_field import HueBar, ShadeField
from app.ui.palette.color_picker import ColorPicker
from app.ui.window.main_window import MainWindow
from tests.app.ui.helpers import BLUE, RED, drop, make_keys
from tests.app.ui.palette.test_eyedropper import click

GREEN = (40, 200, 90, 255)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def picker(qtbot: QtBot) -> ColorPicker:
    picker = ColorPicker(RED)
    qtbot.addWidget(picker)
    with qtbot.waitExposed(picker):
        picker.show()
    return picker


@pytest.fixture
def window_with_red(open_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """Drawing 1 is a key, and its red is the current color."""
    drop(open_window.view, make_keys(tmp_path / "k", [1]))
    qtbot.waitUntil(lambda: len(open_window.session.colors.palette) == 2)
    open_window.session.choose_color(RED)
    return open_window


def opened(window: MainWindow, act: Act) -> ColorDialog:
    window.actions_[act].trigger()
    dialog = window.palette_dialogs.dialog
    assert dialog is not None and dialog.isVisible()
    return dialog


def press(dialog: ColorDialog, text: str) -> None:
    (button,) = [b for b in dialog.findChildren(QPushButton) if b.text() == text]
    QTest.mouseClick(button, LEFT)


def test_a_typed_color_is_exact(picker: ColorPicker, qtbot: QtBot) -> None:
    with qtbot.waitSignal(picker.color_changed) as changed:
        picker.hex.clear()
        QTest.keyClicks(picker.hex, "#0102FD")
    assert changed.args == [(1, 2, 253, 255)]
    assert [box.value() for box in picker.channels] == [1, 2, 253, 255]
    picker.channels[3].setValue(7)
    assert picker.color == (1, 2, 253, 7)
    assert picker.hex.text() == "#0102FD07"


def test_a_half_typed_color_is_none(picker: ColorPicker, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(picker.color_changed):
        picker.hex.clear()
        QTest.keyClicks(picker.hex, "#01")
    assert picker.color == RED
    QTest.keyClick(picker.hex, Qt.Key.Key_Return)
    assert picker.hex.text() == "#C81E28"


def test_three_digits_are_a_color_when_they_are_all(picker: ColorPicker) -> None:
    picker.hex.clear()
    QTest.keyClicks(picker.hex, "0af")
    assert picker.color == RED
    QTest.keyClick(picker.hex, Qt.Key.Key_Return)
    assert picker.color == (0, 170, 255, 255)
    assert picker.hex.text() == "#00AAFF"


def test_fields_are_picked_from_by_mouse(picker: ColorPicker) -> None:
    shades, hues = picker.findChild(ShadeField), picker.findChild(HueBar)
    assert shades is not None and hues is not None
    QTest.mouseClick(shades, LEFT, pos=QPoint(shades.width() - 1, 0))
    assert picker.color[0] == 255 and min(picker.color[:3]) == 0
    QTest.mouseClick(hues, LEFT, pos=QPoint(5, (hues.height() - 1) // 3))
    red, green, blue, _ = picker.color
    assert green == 255 and max(red, blue) < 10
    QTest.mouseClick(shades, LEFT, pos=QPoint(1, 0))
    assert min(picker.color) > 250
    QTest.mouseClick(shades, LEFT, pos=QPoint(1, shades.height() - 1))
    assert picker.color == (0, 0, 0, 255)
    QTest.mouseClick(shades, LEFT, pos=QPoint(shades.width() - 1, 0))
    assert picker.color[1] == 255 and max(picker.color[0], picker.color[2]) < 10


def test_a_color_is_tried_while_it_is_chosen_and_changed_in_one_step(
    window_with_red: MainWindow, qtbot: QtBot
) -> None:
    session = window_with_red.session
    steps = session.undo_stack.count()
    dialog = opened(window_with_red, Act.SWAP_COLOR)
    dialog.picker.hex.clear()
    QTest.keyClicks(dialog.picker.hex, "28C85A")
    qtbot.waitUntil(lambda: session.source(1).swaps == {(RED, GREEN)})
    assert session.undo_stack.count() == steps
    press(dialog, "Change")
    assert window_with_red.palette_dialogs.dialog is None
    assert session.colors.settled[RED].painted == GREEN
    assert session.undo_stack.count() == steps + 1
    assert session.undo_stack.undoText() == "change color “Red”"


def test_cancel_leaves_everything_as_it_was(window_with_red: MainWindow, qtbot: QtBot) -> None:
    session = window_with_red.session
    steps = session.undo_stack.count()
    dialog = opened(window_with_red, Act.SWAP_COLOR)
    dialog.picker.channels[0].setValue(3)
    qtbot.waitUntil(lambda: bool(session.source(1).swaps))
    press(dialog, "Cancel")
    assert not session.source(1).swaps
    assert session.undo_stack.count() == steps


def test_a_swap_is_taken_back(window_with_red: MainWindow) -> None:
    window_with_red.palette_editing.swap(RED, GREEN)
    dialog = opened(window_with_red, Act.SWAP_COLOR)
    assert dialog.picker.color == GREEN
    press(dialog, "Original color")
    press(dialog, "Change")
    assert not window_with_red.session.colors.palette.swaps


def test_the_drawing_gives_the_new_color(window_with_red: MainWindow, qtbot: QtBot) -> None:
    view = window_with_red.view
    qtbot.waitUntil(lambda: view.image is not None and view.image.pixelColor(30, 5).blue() == 220)
    dialog = opened(window_with_red, Act.SWAP_COLOR)
    press(dialog, "Pick from drawing")
    click(window_with_red, 30, 5)
    assert dialog.picker.color == BLUE
    assert window_with_red.session.current_color == RED
    press(dialog, "Pick from drawing")
    press(dialog, "Cancel")
    assert not window_with_red.actions_[Act.EYEDROPPER].isChecked()


def test_a_color_that_no_key_has_is_added(window_with_red: MainWindow) -> None:
    session = window_with_red.session
    dialog = opened(window_with_red, Act.ADD_COLOR)
    dialog.name.setText("Glow")
    dialog.picker.hex.clear()
    QTest.keyClicks(dialog.picker.hex, "#28C85A")
    press(dialog, "Add")
    assert session.current_color == GREEN
    assert session.colors.palette[GREEN].name == "Glow"
    session.undo_stack.undo()
    assert GREEN not in session.colors.palette
    assert session.current_color is None


def test_a_color_that_is_there_is_chosen_instead(window_with_red: MainWindow) -> None:
    steps = window_with_red.session.undo_stack.count()
    window_with_red.palette_editing.add(BLUE, "Again")
    assert window_with_red.session.current_color == BLUE
    assert window_with_red.session.undo_stack.count() == steps
    assert "already" in window_with_red.bottom.message


def test_the_dialog_goes_with_its_window(window_with_red: MainWindow) -> None:
    opened(window_with_red, Act.SWAP_COLOR).picker.channels[0].setValue(3)
    window_with_red.close()
    assert window_with_red.palette_dialogs.dialog is None
