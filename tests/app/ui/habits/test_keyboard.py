"""The keyboard reaches everything, and everything says what it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QPushButton,
    QSlider,
    QToolButton,
    QWidget,
)

from app.ui.controls.actions import Act
from app.ui.habits.parts import FocusFrame
from app.ui.window.main_window import MainWindow
from tests.app.ui.helpers import ObedientEngine, drop, make_keys


@pytest.fixture
def colored_window(
    open_window: MainWindow,
    engine: ObedientEngine,
    tmp_path: Path,
    run_colorize: Callable[[], None],
) -> MainWindow:
    engine.doubtful = {2, 3}
    drop(open_window.view, make_keys(tmp_path / "k", [1, 5]))
    run_colorize()
    return open_window


def walk(window: MainWindow) -> list[QWidget]:
    """Where Tab leads, from the view once around."""
    window.view.setFocus()
    around: list[QWidget] = []
    for _ in range(200):
        focused = QApplication.focusWidget()
        assert focused is not None
        if around and focused is around[0]:
            return around
        around.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    pytest.fail("Tab never comes back to where it began")


def controls(window: MainWindow) -> list[QWidget]:
    kinds = (QAbstractButton, QSlider, QLineEdit)
    found = [w for kind in kinds for w in window.findChildren(kind)]
    return [w for w in found if w.isVisible() and w.isEnabled() and w.window() is window]


@pytest.mark.parametrize("panel", ["Shots", "Colors", "Review"])
def test_tab_reaches_every_control_once(colored_window: MainWindow, panel: str) -> None:
    window = colored_window
    window._side_column.offer(window.shots, True)
    window._side_column.show_place(panel)
    assert window._side_column.place == panel
    # Walking may enable more: the palette has a current color once it has had the keyboard.
    there = controls(window)
    around = walk(window)
    assert len(around) == len(set(around))
    missed = {control for control in there if control not in around}
    # Of a group of exclusive buttons Tab reaches the chosen one, and arrows lead to the others.
    missed = {w for w in missed if not (isinstance(w, QAbstractButton) and w.group())}
    assert not [(w.accessibleName(), w.toolTip(), w.parent()) for w in missed]
    assert window.view in around and window.timeline in around


def test_tab_goes_from_top_to_bottom(colored_window: MainWindow) -> None:
    window = colored_window
    parts = (window._header, window.view, window._side_column, window._transport, window.timeline)
    order = []
    for widget in walk(window):
        for place, part in enumerate(parts):
            if (part is widget or part.isAncestorOf(widget)) and place not in order:
                order.append(place)
    first = order.index(0)
    assert order[first:] + order[:first] == sorted(order)


@pytest.mark.parametrize("panel", ["Shots", "Colors", "Review"])
def test_every_control_has_a_name_and_explains_itself(
    colored_window: MainWindow, panel: str
) -> None:
    window = colored_window
    window._side_column.offer(window.shots, True)
    window._side_column.show_place(panel)
    assert window._side_column.place == panel
    for widget in [*walk(window), *controls(window)]:
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        assert widget.accessibleName() or text, widget
        if isinstance(widget, (QToolButton, QPushButton, QSlider)):
            assert widget.statusTip(), (widget, text)


def test_every_action_explains_itself(window: MainWindow) -> None:
    for act in Act:
        assert window.actions_[act].statusTip(), act


def test_what_is_under_the_mouse_is_explained_in_the_bottom_bar(open_window: MainWindow) -> None:
    open_window.bottom.say("Something happened")
    button = open_window._header.colorize
    at = button.rect().center().toPointF()
    QApplication.sendEvent(button, QEnterEvent(at, at, at))
    assert open_window.bottom.message == button.statusTip()
    QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
    assert open_window.bottom.message == "Something happened"
    open_window.actions_[Act.OPEN].showStatusText(open_window)
    assert open_window.bottom.message == "Open a folder of line art"


def test_the_keyboard_goes_around_view_side_column_and_timeline(
    open_window: MainWindow,
) -> None:
    window = open_window
    parts = [window.view, window._side_column, window.timeline]

    def part() -> int:
        focused = QApplication.focusWidget()
        assert focused is not None
        return next(i for i, p in enumerate(parts) if p is focused or p.isAncestorOf(focused))

    window.view.setFocus()
    for key, modifier, wanted in (
        (Qt.Key.Key_F6, Qt.KeyboardModifier.NoModifier, [1, 2, 0]),
        (Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier, [2, 1, 0]),
    ):
        for place in wanted:
            QTest.keyClick(QApplication.focusWidget(), key, modifier)
            assert part() == place


def test_a_part_shows_that_it_has_the_keyboard_when_it_came_by_keyboard(
    open_window: MainWindow,
) -> None:
    (frame,) = open_window.view.findChildren(FocusFrame)
    open_window.actions_[Act.PREVIOUS_PART].trigger()
    open_window.view.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not frame.isVisible()
    open_window.actions_[Act.NEXT_PART].trigger()
    open_window.actions_[Act.PREVIOUS_PART].trigger()
    assert open_window.view.hasFocus() and frame.isVisible()
    assert frame.size() == open_window.view.size()
    QTest.mouseClick(open_window.view, Qt.MouseButton.LeftButton)
    assert not frame.isVisible()
