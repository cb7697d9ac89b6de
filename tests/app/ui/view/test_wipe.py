from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.desk.images import to_image
from app.ui.look.paper import Paper
from app.ui.view.frame_view import FrameView
from app.ui.view.panes import Compare
from app.ui.view.wipe_divider import WipeDivider

OWN, OTHER = QColor("#1450dc"), QColor("#dc5014")
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def flat(color: QColor) -> np.ndarray:
    return np.full((60, 80, 4), color.getRgb(), np.uint8)


@pytest.fixture
def view(qtbot: QtBot) -> FrameView:
    view = FrameView()
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show_image(to_image(flat(OWN)))
    view.show_other(to_image(flat(OTHER)), True, Paper.WHITE)
    view.set_compare(Compare.WIPE)
    with qtbot.waitExposed(view):
        view.show()
    return view


@pytest.fixture
def divider(view: FrameView) -> WipeDivider:
    (divider,) = view.findChildren(WipeDivider)
    return divider


def other_ends(view: FrameView) -> int:
    """Where the other picture ends, by what is painted beside the divider's grip."""
    row = view.grab().toImage()
    return max(x for x in range(view.width()) if row.pixelColor(x, 100) == OTHER)


def test_both_pictures_lie_at_the_same_place(view: FrameView) -> None:
    image = view.grab().toImage()
    assert image.pixelColor(150, 100) == OTHER
    assert image.pixelColor(250, 100) == OWN
    assert other_ends(view) == pytest.approx(200, abs=3)


def test_the_divider_is_dragged(view: FrameView, divider: WipeDivider) -> None:
    grip = divider.rect().center()
    QTest.mousePress(divider, LEFT, NONE, grip)
    QTest.mouseMove(divider, grip + QPoint(60, 0))
    QTest.mouseRelease(divider, LEFT, NONE, grip + QPoint(60, 0))
    assert other_ends(view) == pytest.approx(260, abs=5)


def test_the_divider_follows_keys_that_step_elsewhere(
    view: FrameView, divider: WipeDivider
) -> None:
    divider.setFocus()
    for key, modifier, place in (
        (Qt.Key.Key_Right, NONE, 204),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier, 164),
    ):
        QTest.keyClick(divider, key, modifier)
        assert other_ends(view) == pytest.approx(place, abs=3)
    QTest.keyClick(divider, Qt.Key.Key_End)
    assert view.grab().toImage().pixelColor(300, 100) == OTHER
    QTest.keyClick(divider, Qt.Key.Key_Home)
    assert view.grab().toImage().pixelColor(100, 100) == OWN


def test_the_divider_is_there_only_for_the_wipe(view: FrameView, divider: WipeDivider) -> None:
    assert divider.isVisible()
    for compare in (Compare.SIDE_BY_SIDE, Compare.NONE):
        view.set_compare(compare)
        assert not divider.isVisible()


def test_it_keeps_its_place_when_the_view_grows(view: FrameView, divider: WipeDivider) -> None:
    view.set_divider(0.25)
    view.resize(800, 300)
    assert divider.geometry().center().x() == pytest.approx(200, abs=1)


def test_beside_line_and_grip_the_picture_can_be_clicked(view: FrameView) -> None:
    assert isinstance(view.childAt(200, 30), WipeDivider)
    assert isinstance(view.childAt(192, 150), WipeDivider)
    assert view.childAt(192, 30) is None
