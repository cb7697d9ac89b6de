from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.desk.images import to_image
from app.ui.look.paper import Paper
from app.ui.view.frame_view import FrameView
from tests.app.ui.helpers import drop

MIDDLE = QPoint(200, 150)


@pytest.fixture
def view(qtbot: QtBot) -> FrameView:
    view = FrameView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show_image(to_image(stripes(100, 80)))
    with qtbot.waitExposed(view):
        view.show()
    return view


def stripes(width: int, height: int) -> np.ndarray:
    image = np.full((height, width, 4), 255, np.uint8)
    image[:, ::2, :3] = (200, 30, 40)
    return image


def shown(view: FrameView, x: int, y: int) -> QColor:
    return view.grab().toImage().pixelColor(x, y)


def wheel(view: FrameView, at: QPoint, notches: int) -> None:
    event = QWheelEvent(
        QPointF(at),
        QPointF(view.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * notches),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_a_new_picture_is_shown_whole(view: FrameView) -> None:
    assert view.zoom == pytest.approx(min(352 / 100, 252 / 80))


def test_a_fitted_picture_stays_whole_when_the_view_grows(view: FrameView, qtbot: QtBot) -> None:
    view.resize(800, 600)
    qtbot.waitUntil(lambda: view.zoom > 6)


def test_enlarged_pixels_are_squares_of_their_exact_color(view: FrameView) -> None:
    view.zoom_to(8.0)
    found = {shown(view, x, MIDDLE.y()).getRgb() for x in range(100, 300)}
    assert found == {(200, 30, 40, 255), (255, 255, 255, 255)}


def test_actual_pixels_are_not_blurred(view: FrameView) -> None:
    view.zoom_to(1.0)
    found = {shown(view, x, MIDDLE.y()).getRgb() for x in range(160, 240)}
    assert found == {(200, 30, 40, 255), (255, 255, 255, 255)}


def test_a_shrunk_picture_is_averaged_so_that_no_line_is_lost(view: FrameView) -> None:
    view.zoom_to(0.25)
    color = shown(view, MIDDLE.x(), MIDDLE.y())
    assert 100 < color.green() < 180


def test_the_wheel_zooms_about_the_mouse(view: FrameView) -> None:
    view.zoom_to(4.0)
    before = shown(view, 130, 90)
    wheel(view, QPoint(130, 90), 3)
    assert view.zoom == pytest.approx(8.0)
    assert shown(view, 130, 90) == before


def drag(view: FrameView, button: Qt.MouseButton, by: QPoint) -> None:
    QTest.mousePress(view, button, Qt.KeyboardModifier.NoModifier, MIDDLE)
    QTest.mouseMove(view, MIDDLE + by)
    QTest.mouseRelease(view, button, Qt.KeyboardModifier.NoModifier, MIDDLE + by)


def left_edge(view: FrameView) -> int:
    row = view.grab().toImage()
    surround = row.pixelColor(0, 0)
    return next(x for x in range(view.width()) if row.pixelColor(x, MIDDLE.y()) != surround)


def test_the_middle_button_pans(view: FrameView) -> None:
    before = left_edge(view)
    drag(view, Qt.MouseButton.MiddleButton, QPoint(31, 0))
    assert left_edge(view) == before + 31


def test_space_lets_the_left_button_pan_and_a_double_click_fits_again(view: FrameView) -> None:
    before = left_edge(view)
    QTest.keyPress(view, Qt.Key.Key_Space)
    drag(view, Qt.MouseButton.LeftButton, QPoint(-20, 0))
    QTest.keyRelease(view, Qt.Key.Key_Space)
    assert left_edge(view) == before - 20
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, MIDDLE)
    assert left_edge(view) == before


def test_without_space_the_left_button_leaves_the_picture_alone(view: FrameView) -> None:
    before = left_edge(view)
    drag(view, Qt.MouseButton.LeftButton, QPoint(31, 0))
    assert left_edge(view) == before


def test_the_place_stays_when_another_drawing_is_shown(view: FrameView) -> None:
    view.zoom_to(4.0)
    view.show_image(to_image(stripes(100, 80)))
    assert view.zoom == 4.0


@pytest.mark.parametrize(
    ("paper", "kinds"), [(Paper.WHITE, {255}), (Paper.BLACK, {0}), (Paper.CHECKER, {138, 160})]
)
def test_paper_shows_through_transparent_pixels(
    view: FrameView, paper: Paper, kinds: set[int]
) -> None:
    view.show_image(to_image(np.zeros((80, 100, 4), np.uint8)))
    view.set_paper(paper)
    assert {shown(view, x, MIDDLE.y()).red() for x in range(180, 220)} == kinds


def test_dropped_files_are_passed_on(view: FrameView, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(view.files_dropped) as caught:
        drop(view, [tmp_path / "A 1.png", tmp_path / "色.png"])
    assert caught.args == [[tmp_path / "A 1.png", tmp_path / "色.png"]]
