"""The view in the real window: modes, comparing, onion skin, read-out, what is remembered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.controls.actions import Act
from app.ui.desk.rendering import PictureMode
from app.ui.look.paper import Paper
from app.ui.view.comparison import Against
from app.ui.view.onion import OnionPlace
from app.ui.view.panes import Compare
from app.ui.window.main_window import MainWindow
from tests.app.ui.helpers import (
    BLUE,
    RED,
    ScriptedChooser,
    drop,
    line_art,
    make_keys,
    make_shot_folder,
    save,
)


@pytest.fixture
def colored(
    open_window: MainWindow, tmp_path: Path, run_colorize: Callable[[], None], qtbot: QtBot
) -> MainWindow:
    """Keys 1 and 5, all five drawings colored; drawing 3 is current."""
    drop(open_window.view, make_keys(tmp_path / "k", [1, 5]))
    run_colorize()
    open_window.session.go_to(3)
    qtbot.waitUntil(shows(open_window, 12, 5, RED))
    return open_window


def at(window: MainWindow, x: float, y: float) -> QPoint:
    """Where the middle of an image pixel of the rightmost pane is in the view."""
    view = window.view
    right, middle = view.width() - 1, view.height() // 2

    def pixel(i: int, j: int) -> tuple[int, int]:
        return view.pixel_at(QPointF(i, j)) or (-1, -1)

    column = next(i for i in range(right, 0, -1) if pixel(i, middle)[0] == x)
    return QPoint(column - 2, next(j for j in range(view.height()) if pixel(column, j)[1] == y) + 2)


def seen(window: MainWindow, x: int, y: int) -> QColor:
    return window.view.grab().toImage().pixelColor(at(window, x, y))


def shows(window: MainWindow, x: int, y: int, color: tuple[int, ...]) -> Callable[[], bool]:
    return lambda: seen(window, x, y) == QColor(*color)


def point(window: MainWindow, x: int, y: int) -> None:
    QTest.mouseMove(window.view, at(window, x, y))


@pytest.mark.parametrize(
    ("key", "mode"), [(Qt.Key.Key_5, PictureMode.SOFT), (Qt.Key.Key_6, PictureMode.REGIONS)]
)
def test_new_modes_by_keyboard(open_window: MainWindow, key: Qt.Key, mode: PictureMode) -> None:
    QTest.keyClick(open_window, key)
    assert open_window.view.mode is mode


def test_regions_are_found_before_anything_is_colored(
    open_window: MainWindow, qtbot: QtBot
) -> None:
    open_window.gaps.editing.set_gap(0)
    open_window.actions_[Act.SHOW_REGIONS].trigger()
    view = open_window.view

    def colorful() -> bool:
        image = view.image
        return image is not None and image.pixelColor(2, 5) != image.pixelColor(30, 5)

    qtbot.waitUntil(colorful)
    assert view.image is not None
    assert view.image.pixelColor(11, 5) == QColor("black")
    assert view.image.pixelColor(2, 5).saturation() > 60
    point(open_window, 2, 5)
    qtbot.waitUntil(lambda: "Region 0 · " in open_window.view_bar.readout.text)


def test_the_gap_setting_decides_what_a_region_is(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    image = line_art(1)
    image[12:15, 11] = 255
    folder = make_shot_folder(tmp_path / "line")
    save(folder / "A0001.png", image)
    regions: dict[int, bool] = {}
    window.view_options.set_mode(PictureMode.REGIONS)
    for gap in (0, 8):
        window.preferences.change(gap=gap)
        window.open(folder)
        qtbot.waitUntil(lambda: window.view.image is not None)
        shown = window.view.image
        assert shown is not None
        regions[gap] = shown.pixelColor(2, 5) != shown.pixelColor(30, 5)
    assert regions == {0: False, 8: True}


def test_soft_says_when_there_is_none(colored: MainWindow) -> None:
    colored.actions_[Act.SHOW_SOFT].trigger()
    assert "Blend colors too" in colored.view.hint
    colored.session.go_to(1)
    assert colored.view.hint.startswith("A key has no blended color")
    colored.actions_[Act.BLEND].trigger()
    assert colored.preferences.settings.mode == "soft"


def test_wipe_with_the_key_before(colored: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(colored, Qt.Key.Key_W)
    view = colored.view
    assert view.compare is Compare.WIPE
    assert view.pane_texts == ("Key 1", "Drawing 3")
    view.set_divider(1.0)
    # Pixel 12 is blue in drawing 1, whose line is at 11, and red in drawing 3.
    qtbot.waitUntil(shows(colored, 12, 5, BLUE))
    view.set_divider(0.0)
    assert seen(colored, 12, 5) == QColor(*RED)
    QTest.keyClick(colored, Qt.Key.Key_W)
    assert view.compare is Compare.NONE
    assert view.pane_texts is None


def test_side_by_side_in_the_same_mode(colored: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(colored, Qt.Key.Key_W, Qt.KeyboardModifier.ShiftModifier)
    colored.actions_[Act.AGAINST_NEXT].trigger()
    view = colored.view
    assert view.compare is Compare.SIDE_BY_SIDE
    assert view.pane_texts == ("Drawing 3", "Drawing 4")
    qtbot.waitUntil(lambda: view.other is not None and view.other.pixelColor(14, 5).value() == 0)
    colored.actions_[Act.SHOW_COLOR].trigger()
    qtbot.waitUntil(
        lambda: view.other is not None and view.other.pixelColor(14, 5) == QColor(*BLUE)
    )
    colored.session.go_to(5)
    assert view.pane_texts == ("Key 5", "No drawing after this one")
    assert view.other is None


def test_choosing_what_to_compare_with_begins_to_compare(colored: MainWindow) -> None:
    colored.actions_[Act.AGAINST_KEY_AFTER].trigger()
    assert colored.view.pane_texts == ("Drawing 3", "Key 5")
    assert colored.actions_[Act.WIPE].isChecked()


def test_the_onion_skin_comes_and_goes(colored: MainWindow, qtbot: QtBot) -> None:
    colored.view_options.set_onion(replace(colored.view_options.onion, before=2, strength=100))
    # Drawing 3 has its line at 13, drawings 1, 2 and 4 at 11, 12 and 14.
    before = {x: seen(colored, x, 5) for x in (11, 12, 13, 14, 20)}
    QTest.keyClick(colored, Qt.Key.Key_Slash)
    qtbot.waitUntil(lambda: seen(colored, 12, 5) == QColor("#e0561f"))
    after = {x: seen(colored, x, 5) for x in before}
    assert after[14] == QColor("#1f7fe0")
    assert after[11] not in (before[11], QColor("#e0561f"))
    assert {x: after[x] for x in (13, 20)} == {x: before[x] for x in (13, 20)}
    colored.player.toggle()
    qtbot.waitUntil(lambda: colored.session.current != 3)
    colored.player.stop()
    QTest.keyClick(colored, Qt.Key.Key_Slash)
    colored.session.go_to(3)
    qtbot.waitUntil(lambda: seen(colored, 12, 5) == before[12])


def test_behind_the_paint_the_onion_skin_shows_only_where_nothing_is_painted(
    colored: MainWindow, qtbot: QtBot
) -> None:
    options = colored.view_options
    options.set_onion(replace(options.onion, place=OnionPlace.BEHIND_PAINT, strength=100))
    options.set_has_onion(True)
    assert seen(colored, 12, 5) == QColor(*RED)
    colored.actions_[Act.SHOW_LINE].trigger()
    qtbot.waitUntil(lambda: seen(colored, 12, 5) == QColor("#e0561f"))
    assert seen(colored, 13, 5) == QColor("black")


@pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagate)", extend=True)
def test_the_onion_panel(open_window: MainWindow, qtbot: QtBot) -> None:
    open_window.actions_[Act.ONION_OPTIONS].trigger()
    panel = open_window.view_bar.onion_panel
    assert panel.isVisible()
    assert open_window.actions_[Act.ONION].isChecked()
    panel.before.setValue(4)
    QTest.keyClick(panel.after, Qt.Key.Key_Down)
    panel.place.setCurrentIndex(2)
    onion = open_window.view_options.onion
    assert (onion.before, onion.after, onion.place) == (4, 0, OnionPlace.IN_FRONT)
    QTest.keyClick(panel, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not panel.isVisible())


def test_the_tint_is_asked_for(open_window: MainWindow) -> None:
    panel = open_window.view_bar.onion_panel
    panel.after_tint.click()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.colorSelected.emit(QColor("#12AB34"))  # type: ignore[attr-defined]
    dialog.close()
    assert open_window.view_options.onion.after_tint == "#12ab34"
    assert open_window.preferences.settings.onion_after_tint == "#12ab34"


def test_the_readout_follows_the_mouse_and_the_drawing(colored: MainWindow, qtbot: QtBot) -> None:
    readout = colored.view_bar.readout
    point(colored, 12, 5)
    qtbot.waitUntil(lambda: readout.text == "12, 5  Red  200 30 40  Region 0 · 390 px  95 % · sure")
    colored.palette_editing.rename(BLUE, "Coat")
    colored.palette_editing.swap(BLUE, RED)
    colored.session.go_to(1)
    qtbot.waitUntil(lambda: readout.text == "12, 5  Coat  200 30 40  Region 1 · 870 px  Key")
    QApplication.sendEvent(colored.view, _leave())
    assert readout.text == ""


def _leave() -> object:
    from PySide6.QtCore import QEvent

    return QEvent(QEvent.Type.Leave)


def test_the_readout_tells_of_the_drawing_under_the_mouse(
    colored: MainWindow, qtbot: QtBot
) -> None:
    colored.actions_[Act.AGAINST_NEXT].trigger()
    colored.actions_[Act.SIDE_BY_SIDE].trigger()
    point(colored, 13, 5)
    qtbot.waitUntil(lambda: "Region 0 · 420 px" in colored.view_bar.readout.text)


def test_bare_lines_never_lie_on_black(colored: MainWindow, qtbot: QtBot) -> None:
    colored.actions_[Act.PAPER_BLACK].trigger()
    assert colored.view.paper is Paper.BLACK
    colored.actions_[Act.SHOW_LINE].trigger()
    qtbot.waitUntil(lambda: colored.view.paper is Paper.WHITE)
    colored.actions_[Act.PAPER_CHECKER].trigger()
    assert colored.view.paper is Paper.CHECKER


def test_trace_lines_that_are_covered_stay_so(colored: MainWindow, qtbot: QtBot) -> None:
    colored.actions_[Act.PAINT_TRACES].trigger()
    assert colored.session.source(1).paints_traces
    again = MainWindow(ScriptedChooser())
    qtbot.addWidget(again)
    assert again.actions_[Act.PAINT_TRACES].isChecked()
    assert again.session.paints_traces
    colored.session.set_paints_traces(False)
    assert not colored.actions_[Act.PAINT_TRACES].isChecked()


def test_how_one_looks_is_remembered(open_window: MainWindow, qtbot: QtBot) -> None:
    options = open_window.view_options
    for act in (Act.SHOW_COLOR, Act.PAPER_CHECKER, Act.AGAINST_NEXT, Act.ONION):
        open_window.actions_[act].trigger()
    options.set_onion(replace(options.onion, before=3, place=OnionPlace.BEHIND_PAINT))
    again = MainWindow(ScriptedChooser())
    qtbot.addWidget(again)
    chosen = again.view_options
    assert (chosen.mode, chosen.paper) == (PictureMode.COLOR, Paper.CHECKER)
    assert chosen.against is Against.NEXT
    assert chosen.onion == options.onion
    assert (chosen.compare, chosen.has_onion) == (Compare.NONE, False)
    assert again.actions_[Act.SHOW_COLOR].isChecked()
    again.stop_work()
