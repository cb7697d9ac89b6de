from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.desk.images import to_image
from app.ui.look.paper import Paper
from app.ui.view.frame_view import FrameView
from app.ui.view.panes import Compare
from app.ui.view.tool import ViewTool

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
WHITE = to_image(np.full((80, 100, 4), 255, np.uint8))


class Pencil(ViewTool):
    """Writes down what happens, and marks one pixel."""

    cursor = Qt.CursorShape.PointingHandCursor

    def __init__(self) -> None:
        self.said: list[tuple[object, ...]] = []

    def press(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        self.said.append(("press", at.toTuple(), modifiers))

    def drag(self, at: QPointF) -> None:
        self.said.append(("drag", at.toTuple()))

    def release(self, at: QPointF) -> None:
        self.said.append(("release", at.toTuple()))

    def cancel(self) -> None:
        self.said.append(("cancel",))

    def hover(self, at: QPointF | None) -> None:
        self.said.append(("hover", None if at is None else at.toTuple()))

    def overlay(self, painter: QPainter, zoom: float) -> None:
        painter.fillRect(QRectF(48, 38, 1, 1), QColor("red"))


@pytest.fixture
def view(qtbot: QtBot) -> FrameView:
    """100 × 80 white pixels at 4 to 1; the picture begins at (24, 24)."""
    view = FrameView()
    qtbot.addWidget(view)
    view.resize(448, 368)
    view.show_image(WHITE)
    with qtbot.waitExposed(view):
        view.show()
    return view


@pytest.fixture
def pencil(view: FrameView) -> Pencil:
    pencil = Pencil()
    view.set_tool(pencil)
    return pencil


def test_a_stroke_is_told_in_pixels_of_the_drawing(view: FrameView, pencil: Pencil) -> None:
    QTest.mousePress(view, LEFT, SHIFT, QPoint(65, 104))
    QTest.mouseMove(view, QPoint(72, 104))
    QTest.mouseRelease(view, LEFT, NONE, QPoint(74, 106))
    assert pencil.said == [
        ("press", (10.25, 20.0), SHIFT),
        ("drag", (12.0, 20.0)),
        ("release", (12.5, 20.5)),
    ]
    QTest.mouseMove(view, QPoint(28, 64))
    assert pencil.said[-1] == ("hover", (1.0, 10.0))


def test_panning_is_no_stroke_and_a_stroke_survives_it(view: FrameView, pencil: Pencil) -> None:
    QTest.keyPress(view, Qt.Key.Key_Space)
    QTest.mousePress(view, LEFT, NONE, QPoint(100, 100))
    QTest.mouseRelease(view, LEFT, NONE, QPoint(100, 100))
    QTest.keyRelease(view, Qt.Key.Key_Space)
    assert pencil.said == []
    QTest.mousePress(view, LEFT, NONE, QPoint(100, 100))
    QTest.mousePress(view, MIDDLE, NONE, QPoint(100, 100))
    QTest.mouseMove(view, QPoint(108, 100))
    QTest.mouseRelease(view, MIDDLE, NONE, QPoint(108, 100))
    QTest.mouseRelease(view, LEFT, NONE, QPoint(108, 100))
    first, *rest = pencil.said
    assert first[0] == "press"
    assert rest == [("release", first[1])]


def test_escape_takes_a_stroke_back(view: FrameView, pencil: Pencil) -> None:
    QTest.mousePress(view, LEFT, NONE, QPoint(100, 100))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.mouseRelease(view, LEFT, NONE, QPoint(100, 100))
    assert [what for what, *_ in pencil.said] == ["press", "cancel"]


def test_another_tool_takes_a_stroke_back(view: FrameView, pencil: Pencil) -> None:
    QTest.mousePress(view, LEFT, NONE, QPoint(100, 100))
    view.set_tool(None)
    QTest.mouseRelease(view, LEFT, NONE, QPoint(100, 100))
    assert [what for what, *_ in pencil.said] == ["press", "cancel", "hover"]
    assert view.tool is None
    assert view.cursor().shape() == Qt.CursorShape.ArrowCursor


def test_the_drawing_compared_with_cannot_be_touched(view: FrameView, pencil: Pencil) -> None:
    view.set_compare(Compare.SIDE_BY_SIDE)
    view.show_other(WHITE, True, Paper.WHITE)
    QTest.mousePress(view, LEFT, NONE, QPoint(100, 100))
    QTest.mouseRelease(view, LEFT, NONE, QPoint(100, 100))
    assert pencil.said == []
    QTest.mousePress(view, LEFT, NONE, QPoint(300, 100))
    QTest.mouseRelease(view, LEFT, NONE, QPoint(300, 100))
    assert [what for what, *_ in pencil.said] == ["press", "release"]


def test_the_overlay_lies_on_its_pixel_at_every_zoom(view: FrameView, pencil: Pencil) -> None:
    assert view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    for zoom in (4.0, 8.0):
        view.zoom_to(zoom)
        image = view.grab().toImage()
        red = {
            view.pixel_at(QPointF(x + 0.5, y + 0.5))
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y) == QColor("red")
        }
        assert red == {(48, 38)}


def test_a_double_click_is_a_stroke_too(view: FrameView, pencil: Pencil) -> None:
    QTest.mouseDClick(view, LEFT, NONE, QPoint(100, 100))
    QTest.mouseRelease(view, LEFT, NONE, QPoint(100, 100))
    assert [what for what, *_ in pencil.said if what != "hover"] == ["press", "release"]
    assert view.zoom == 4.0


def test_a_click_without_tool_names_the_pixel(view: FrameView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.clicked) as caught:
        QTest.mouseClick(view, LEFT, NONE, QPoint(67, 107))
    assert caught.args == [10, 20]


def test_a_drag_or_a_click_beside_the_picture_is_no_click(view: FrameView, qtbot: QtBot) -> None:
    view.zoom_to(1.0)
    with qtbot.assertNotEmitted(view.clicked):
        QTest.mouseClick(view, LEFT, NONE, QPoint(5, 5))
        QTest.mousePress(view, LEFT, NONE, QPoint(200, 150))
        QTest.mouseRelease(view, LEFT, NONE, QPoint(230, 150))


def test_a_click_that_is_asked_for_lets_the_tool_rest(
    view: FrameView, pencil: Pencil, qtbot: QtBot
) -> None:
    view.set_tool_cursor(Qt.CursorShape.CrossCursor)
    assert view.cursor().shape() == Qt.CursorShape.CrossCursor
    with qtbot.waitSignal(view.clicked) as caught:
        QTest.mouseClick(view, LEFT, NONE, QPoint(67, 107))
    assert caught.args == [10, 20]
    view.set_tool_cursor(None)
    assert view.cursor().shape() == Qt.CursorShape.PointingHandCursor
    pencil.said.clear()
    QTest.mouseClick(view, LEFT, NONE, QPoint(67, 107))
    assert [what for what, *_ in pencil.said if what != "hover"] == ["press", "release"]
