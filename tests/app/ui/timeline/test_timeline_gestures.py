"""Selecting and carrying keys on the strip, by mouse and by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from app.ui.controls.actions import Act
from app.ui.timeline import cards
from app.ui.window.main_window import MainWindow
from tests.app.ui.helpers import drop, line_art, make_keys, make_shot_folder, save

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def rect(window: MainWindow, number: int) -> QRect:
    exposures = window.session.playhead.timeline.exposures
    position = next(i for i, one in enumerate(exposures) if one.number == number)
    return window.timeline.card_rect(position)


def card(window: MainWindow, number: int) -> QPoint:
    return rect(window, number).center()


def badge(window: MainWindow, number: int) -> QPoint:
    return cards.badge_rect(rect(window, number)).center()


def drag(window: MainWindow, *points: QPoint) -> None:
    viewport = window.timeline.viewport()
    QTest.mousePress(viewport, LEFT, NONE, points[0])
    for point in points[1:]:
        QTest.mouseMove(viewport, point)
    QTest.mouseRelease(viewport, LEFT, NONE, points[-1])


def selected(window: MainWindow) -> list[int]:
    return window.session.playhead.selected_numbers


def keys_of(window: MainWindow) -> dict[int, Path]:
    assert window.session.shot is not None
    return dict(window.session.shot.keys)


def test_a_drag_over_the_cards_selects_them(open_window: MainWindow) -> None:
    drag(open_window, card(open_window, 2), card(open_window, 3), card(open_window, 4))
    assert selected(open_window) == [2, 3, 4]
    assert open_window.session.current == 4
    drag(open_window, card(open_window, 4), card(open_window, 3))
    assert selected(open_window) == [3, 4]


def test_shift_click_selects_up_to_the_card_and_a_click_selects_nothing(
    open_window: MainWindow,
) -> None:
    viewport = open_window.timeline.viewport()
    QTest.mouseClick(viewport, LEFT, NONE, card(open_window, 2))
    QTest.mouseClick(viewport, LEFT, SHIFT, card(open_window, 4))
    assert selected(open_window) == [2, 3, 4]
    QTest.mouseClick(viewport, LEFT, SHIFT, card(open_window, 1))
    assert selected(open_window) == [1, 2]
    QTest.mouseClick(viewport, LEFT, NONE, card(open_window, 3))
    assert selected(open_window) == []


def test_selecting_by_keyboard(open_window: MainWindow) -> None:
    for key, modifiers, numbers in (
        (Qt.Key.Key_Right, SHIFT, [1, 2]),
        (Qt.Key.Key_Right, SHIFT, [1, 2, 3]),
        (Qt.Key.Key_Left, SHIFT, [1, 2]),
        (Qt.Key.Key_Escape, NONE, []),
        (Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier, [1, 2, 3, 4, 5]),
        (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier, []),
    ):
        QTest.keyClick(open_window, key, modifiers)
        assert selected(open_window) == numbers


def test_a_key_is_carried_to_another_drawing_and_back_by_undo(
    open_window: MainWindow, tmp_path: Path
) -> None:
    (path,) = make_keys(tmp_path / "k", [2])
    drop(open_window.view, [path])
    drag(open_window, badge(open_window, 2), card(open_window, 3), card(open_window, 4))
    assert keys_of(open_window) == {4: path}
    assert "now belongs to drawing 4" in open_window.bottom.message
    assert selected(open_window) == []
    assert open_window.actions_[Act.UNDO].text() == "Undo move key 2 to 4"
    open_window.actions_[Act.UNDO].trigger()
    assert keys_of(open_window) == {2: path}


def test_a_key_is_not_carried_onto_another_key_or_beside_all_drawings(
    open_window: MainWindow, tmp_path: Path
) -> None:
    drop(open_window.view, make_keys(tmp_path / "k", [1, 3]))
    before = keys_of(open_window)
    drag(open_window, badge(open_window, 1), card(open_window, 3))
    assert "drawing 3 has a key of its own" in open_window.bottom.message
    drag(open_window, badge(open_window, 1), rect(open_window, 5).topRight() + QPoint(30, 40))
    assert "no drawing to give it to" in open_window.bottom.message
    assert keys_of(open_window) == before


def test_a_key_is_not_carried_onto_a_drawing_of_another_size(
    window: MainWindow, tmp_path: Path
) -> None:
    folder = make_shot_folder(tmp_path / "cut", [1, 2])
    save(folder / "A0003.png", line_art(3)[:20])
    window.open(folder)
    drop(window.view, make_keys(tmp_path / "k", [1]))
    drag(window, badge(window, 1), card(window, 3))
    assert list(keys_of(window)) == [1]
    assert window.bottom.message.startswith("The key stays with drawing 1: ")


def test_the_strip_scrolls_while_a_key_is_carried_to_its_end(
    window: MainWindow, tmp_path: Path
) -> None:
    window.open(make_shot_folder(tmp_path / "long", range(1, 41)))
    drop(window.view, make_keys(tmp_path / "k", [1]))
    bar, viewport = window.timeline.horizontalScrollBar(), window.timeline.viewport()
    QTest.mousePress(viewport, LEFT, NONE, badge(window, 1))
    end = QPoint(viewport.width() + 5, 60)
    for _ in range(40):
        QTest.mouseMove(viewport, end)
        QTest.mouseMove(viewport, end - QPoint(1, 0))
    assert bar.value() > 500
    over = QPoint(viewport.width() // 2, 60)
    target = window.timeline.number_at(over)
    assert target is not None and target > 5
    QTest.mouseRelease(viewport, LEFT, NONE, over)
    assert list(keys_of(window)) == [target]


def test_an_unsteady_click_on_a_badge_moves_nothing(
    open_window: MainWindow, tmp_path: Path
) -> None:
    drop(open_window.view, make_keys(tmp_path / "k", [2]))
    drag(open_window, badge(open_window, 2), badge(open_window, 2) + QPoint(2, 1))
    assert list(keys_of(open_window)) == [2]
    assert open_window.session.current == 2


@pytest.mark.parametrize(("act", "target"), [(Act.KEY_TO_NEXT, 3), (Act.KEY_TO_PREVIOUS, 1)])
def test_a_key_moves_by_keyboard_and_the_playhead_with_it(
    open_window: MainWindow, tmp_path: Path, act: Act, target: int
) -> None:
    (path,) = make_keys(tmp_path / "k", [2])
    drop(open_window.view, [path])
    assert not open_window.actions_[act].isEnabled()
    open_window.session.go_to(2)
    open_window.actions_[act].trigger()
    assert keys_of(open_window) == {target: path}
    assert open_window.session.current == target


def test_a_right_click_is_about_the_card_under_it_or_the_selection(
    open_window: MainWindow,
) -> None:
    viewport, right = open_window.timeline.viewport(), Qt.MouseButton.RightButton
    open_window.session.playhead.select(1, 3)
    QTest.mousePress(viewport, right, NONE, card(open_window, 3))
    assert (selected(open_window), open_window.session.current) == ([2, 3, 4], 4)
    QTest.mousePress(viewport, right, NONE, card(open_window, 1))
    assert (selected(open_window), open_window.session.current) == ([], 1)
    assert open_window.actions_[Act.COLORIZE_SELECTION] in open_window.timeline.actions()


def test_a_selected_card_looks_selected(open_window: MainWindow) -> None:
    def shade() -> tuple[int, int, int, int]:
        image = open_window.timeline.viewport().grab().toImage()
        foot = rect(open_window, 3)
        color = image.pixelColor(foot.center().x(), foot.bottom() - 8)
        return color.getRgb()  # type: ignore[return-value]

    before = shade()
    open_window.session.playhead.select(1, 3)
    after = shade()
    assert before[0] == before[1] == before[2]
    assert after[2] > after[0] + 20
