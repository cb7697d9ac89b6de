from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.controls.actions import Act
from app.ui.window.main_window import MainWindow
from tests.app.ui.helpers import BLUE, RED, drop, make_keys

GREEN = (40, 200, 90, 255)


@pytest.fixture
def window_with_keys(open_window: MainWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    drop(open_window.view, make_keys(tmp_path / "k", [1]))
    qtbot.waitUntil(lambda: len(open_window.session.colors.palette) == 2)
    return open_window


def click(window: MainWindow, x: int, y: int) -> None:
    """Click in the middle of an image pixel."""
    view = window.view
    assert view.image is not None
    zoom, ratio = view.zoom, view.devicePixelRatioF()
    left = (view.width() * ratio - view.image.width() * zoom) / 2
    top = (view.height() * ratio - view.image.height() * zoom) / 2
    at = QPoint(round((left + (x + 0.5) * zoom) / ratio), round((top + (y + 0.5) * zoom) / ratio))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at)


def test_a_click_tells_its_image_position(open_window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(open_window.view.clicked) as clicked:
        click(open_window, 7, 12)
    assert clicked.args == [7, 12]
    with qtbot.assertNotEmitted(open_window.view.clicked):
        QTest.mouseClick(open_window.view, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
        QTest.mouseClick(open_window.view, Qt.MouseButton.MiddleButton, pos=QPoint(200, 200))


def test_it_picks_the_region_also_under_a_line(
    window_with_keys: MainWindow, run_colorize: Callable[[], None]
) -> None:
    run_colorize()
    session, action = window_with_keys.session, window_with_keys.actions_[Act.EYEDROPPER]
    session.go_to(3)
    window_with_keys.actions_[Act.SHOW_LINE].trigger()
    action.trigger()
    assert window_with_keys.view.cursor().shape() == Qt.CursorShape.CrossCursor
    click(window_with_keys, 2, 5)
    assert session.current_color == RED
    assert not action.isChecked()
    assert window_with_keys.view.cursor().shape() == Qt.CursorShape.ArrowCursor
    action.trigger()
    click(window_with_keys, 13, 5)  # the line itself
    assert session.current_color == BLUE


def test_a_key_that_is_not_colored_yet_can_be_picked_from(
    window_with_keys: MainWindow, qtbot: QtBot
) -> None:
    view, session = window_with_keys.view, window_with_keys.session
    window_with_keys.palette_editing.swap(RED, GREEN)
    qtbot.waitUntil(
        lambda: view.image is not None and view.image.pixelColor(2, 5).getRgb() == GREEN
    )
    window_with_keys.actions_[Act.EYEDROPPER].trigger()
    click(window_with_keys, 2, 5)
    assert session.current_color == RED


def test_where_there_is_no_color_it_says_so_and_goes_on(
    window_with_keys: MainWindow, qtbot: QtBot
) -> None:
    window_with_keys.session.go_to(2)
    action = window_with_keys.actions_[Act.EYEDROPPER]
    action.trigger()
    click(window_with_keys, 2, 5)
    assert window_with_keys.session.current_color is None
    assert "no palette color" in window_with_keys.bottom.message
    assert action.isChecked()
    QTest.keyClick(window_with_keys.view, Qt.Key.Key_Escape)
    assert not action.isChecked()


def test_without_it_a_click_chooses_nothing(
    window_with_keys: MainWindow, run_colorize: Callable[[], None]
) -> None:
    run_colorize()
    click(window_with_keys, 2, 5)
    assert window_with_keys.session.current_color is None
