from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.document.gap_closing import GapStroke
from app.engine.leak_finding import find_leaks
from app.ui.controls.actions import Act
from app.ui.desk.rendering import PictureMode
from app.ui.desk.states import DrawingState
from app.ui.window.main_window import MainWindow
from tests.app.ui.helpers import ObedientEngine, drop, line_art, make_keys, make_shot_folder, save

LEFT = Qt.MouseButton.LeftButton
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier

# The offscreen platform says so of every popup.
opens_a_popup = pytest.mark.qt_log_ignore(
    r"does not support (raise|grabbing|propagate)", extend=True
)

STROKE = GapStroke(((11, 10), (11, 18)))


@pytest.fixture
def holed(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """Drawing 1 has a hole of 5 px in its line (x = 11, y = 12 to 16); no gaps are closed."""
    folder = make_shot_folder(tmp_path / "line")
    image = line_art(1)
    image[12:17, 11] = 255
    save(folder / "A0001.png", image)
    window.preferences.change(gap=0)
    assert window.open(folder)
    window.view_options.set_mode(PictureMode.REGIONS)
    qtbot.waitUntil(lambda: window.view.image is not None)
    return window


def parts(window: MainWindow) -> bool:
    """Whether what is shown left and right of the line are two regions."""
    image = window.view.image
    return image is not None and image.pixelColor(2, 5) != image.pixelColor(30, 5)


def at(window: MainWindow, x: float, y: float) -> QPoint:
    """Where the view shows a point of the drawing."""
    view = window.view
    low = view.to_image(QPoint(0, 0).toPointF())
    return QPoint(round((x - low.x()) * view.zoom), round((y - low.y()) * view.zoom))


def draw(window: MainWindow, *points: tuple[float, float], modifiers: object = NONE) -> None:
    places = [at(window, x, y) for x, y in points]
    QTest.mousePress(window.view, LEFT, modifiers, places[0])
    for place in places[1:]:
        QTest.mouseMove(window.view, place)
    QTest.mouseRelease(window.view, LEFT, modifiers, places[-1])


def strokes(window: MainWindow, number: int = 1) -> tuple[GapStroke, ...]:
    shot = window.session.shot
    assert shot is not None
    return shot.gap_strokes.get(number, ())


def gap(window: MainWindow) -> int:
    assert window.session.shot is not None
    return window.session.shot.gap


@opens_a_popup
def test_the_regions_follow_the_slider_and_undo(holed: MainWindow, qtbot: QtBot) -> None:
    assert not parts(holed)
    panel = holed.gaps.panel
    holed.actions_[Act.GAP_OPTIONS].trigger()
    qtbot.waitUntil(lambda: panel.told == "No hole is closed in this drawing")
    for value in (3, 6, 9):
        panel.slider.setValue(value)
    qtbot.waitUntil(lambda: parts(holed))
    qtbot.waitUntil(lambda: panel.told == "1 hole closed in this drawing")
    assert (gap(holed), panel.spin.value()) == (9, 9)
    assert holed.session.undo_stack.count() == 1
    assert holed.preferences.settings.gap == 9
    panel.hide()
    holed.actions_[Act.UNDO].trigger()
    qtbot.waitUntil(lambda: not parts(holed))
    assert (gap(holed), panel.slider.value()) == (0, 0)


@opens_a_popup
def test_closing_the_panel_keeps_what_was_just_chosen(holed: MainWindow) -> None:
    holed.actions_[Act.GAP_OPTIONS].trigger()
    holed.gaps.panel.spin.setValue(50)
    holed.gaps.panel.hide()
    assert gap(holed) == 50


@opens_a_popup
def test_the_panel_opens_in_the_view_of_regions(holed: MainWindow) -> None:
    holed.view_options.set_mode(PictureMode.LINE)
    holed.actions_[Act.GAP_OPTIONS].trigger()
    assert holed.view.mode is PictureMode.REGIONS
    holed.gaps.panel.hide()


def test_shortcuts_widen_and_narrow_the_gap(holed: MainWindow) -> None:
    assert not holed.actions_[Act.GAP_NARROWER].isEnabled()
    for _ in range(3):
        QTest.keyClick(holed, Qt.Key.Key_BracketRight, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(holed, Qt.Key.Key_BracketLeft, Qt.KeyboardModifier.ControlModifier)
    assert gap(holed) == 2
    assert holed.view_bar.gap.text() == "Gap 2 px"
    assert "up to 2 px" in holed.bottom.message


def test_where_a_hole_was_closed_is_marked_in_the_view(holed: MainWindow, qtbot: QtBot) -> None:
    holed.gaps.editing.set_gap(9)
    qtbot.waitUntil(lambda: parts(holed))

    def pink() -> bool:
        color = holed.view.grab().toImage().pixelColor(at(holed, 11.5, 14.5))
        return color.red() > 200 and color.green() < 90 and color.blue() > 120

    qtbot.waitUntil(pink)
    holed.view_options.set_mode(PictureMode.LINE)
    qtbot.waitUntil(lambda: not pink())


def test_a_coloring_with_another_gap_is_stale_but_kept(
    holed: MainWindow, engine: ObedientEngine, tmp_path: Path, run_colorize: Callable[[], None]
) -> None:
    drop(holed.view, make_keys(tmp_path / "k", [1]))
    run_colorize()
    session, shot = holed.session, holed.session.shot
    assert shot is not None
    colorings = dict(shot.colorings)
    assert session.state(3) is DrawingState.COLORED
    holed.gaps.editing.set_gap(9)
    assert dict(shot.colorings) == colorings
    assert session.state(3) is DrawingState.STALE
    assert session.pending() == [1, 2, 3, 4, 5], "the regions of the key are others, too"
    holed.actions_[Act.UNDO].trigger()
    assert session.state(3) is DrawingState.COLORED
    holed.actions_[Act.REDO].trigger()
    run_colorize()
    assert engine.requests[-1].gap == 9
    assert session.pending() == []


def test_a_stroke_outdates_its_drawing_alone_and_reaches_the_run(
    holed: MainWindow, engine: ObedientEngine, tmp_path: Path, run_colorize: Callable[[], None]
) -> None:
    drop(holed.view, make_keys(tmp_path / "k", [5]))
    run_colorize()
    holed.gaps.editing.add(STROKE)
    assert holed.session.pending() == [1]
    run_colorize()
    assert dict(engine.requests[-1].gap_strokes) == {1: (STROKE,)}
    assert holed.session.pending() == []
    holed.gaps.editing.erase(STROKE)
    assert holed.session.pending() == [1]


def test_a_stroke_on_a_key_outdates_what_followed_from_it(
    holed: MainWindow, tmp_path: Path, run_colorize: Callable[[], None], qtbot: QtBot
) -> None:
    drop(holed.view, make_keys(tmp_path / "k", [1]))
    run_colorize()
    session = holed.session
    with qtbot.waitSignal(session.drawings_changed) as changed:
        holed.gaps.editing.add(STROKE)
    assert changed.args == [{1, 2, 3, 4, 5}]
    assert session.pending() == [1, 2, 3, 4, 5]
    session.undo()
    assert session.pending() == []
    session.redo()
    run_colorize()
    assert session.pending() == []


def test_a_stroke_parts_the_regions_until_it_is_undone(holed: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(holed, Qt.Key.Key_G)
    draw(holed, (11.5, 10.5), (11.5, 14.5), (11.5, 18.5))
    assert strokes(holed) == (GapStroke(((11, 10), (11, 14), (11, 18))),)
    qtbot.waitUntil(lambda: parts(holed))
    holed.actions_[Act.UNDO].trigger()
    assert strokes(holed) == ()
    qtbot.waitUntil(lambda: not parts(holed))
    assert not holed.actions_[Act.ERASE_GAP_STROKE].isEnabled()


def test_with_shift_a_stroke_is_straight(holed: MainWindow) -> None:
    holed.actions_[Act.GAP_STROKE].trigger()
    draw(holed, (5.5, 5.5), (20.5, 9.5), (11.5, 18.5), modifiers=SHIFT)
    assert strokes(holed) == (GapStroke(((5, 5), (11, 18))),)


def test_strokes_are_erased_by_a_click_with_alt_or_delete(holed: MainWindow) -> None:
    holed.actions_[Act.GAP_STROKE].trigger()
    draw(holed, (5.5, 2.5), (5.5, 25.5))
    draw(holed, (30.5, 2.5), (30.5, 25.5))
    one, other = strokes(holed)
    draw(holed, (5.5, 10.5), modifiers=ALT)
    assert strokes(holed) == (other,)
    draw(holed, (20.5, 10.5))
    assert not holed.actions_[Act.ERASE_GAP_STROKE].isEnabled()
    draw(holed, (30.5, 10.5))
    QTest.keyClick(holed, Qt.Key.Key_Delete)
    assert strokes(holed) == ()
    holed.actions_[Act.UNDO].trigger()
    assert strokes(holed) == (other,)
    holed.actions_[Act.UNDO].trigger()
    assert strokes(holed) == (one, other)


def test_no_picture_but_the_regions_knows_of_strokes(holed: MainWindow, qtbot: QtBot) -> None:
    holed.gaps.editing.add(STROKE)
    shot = holed.session.shot
    assert shot is not None
    before = shot.drawing(1).path.read_bytes()

    def is_white(x: int, y: int, expected: bool) -> bool:
        image = holed.view.image
        return image is not None and (image.pixelColor(x, y).lightness() == 255) is expected

    for mode in (PictureMode.LINE, PictureMode.COMPOSITE):
        holed.view_options.set_mode(mode)
        qtbot.waitUntil(lambda: is_white(11, 5, False) and is_white(11, 14, True))
    assert shot.drawing(1).path.read_bytes() == before


def test_only_one_tool_is_in_hand(holed: MainWindow) -> None:
    acts = (Act.PAINT, Act.GAP_STROKE, Act.FIND_LEAKS)
    for act in (*acts, Act.PAINT):
        holed.actions_[act].trigger()
        assert [holed.actions_[one].isChecked() for one in acts] == [one is act for one in acts]
        assert holed.view.tool is not None
    holed.actions_[Act.PAINT].trigger()
    assert holed.view.tool is None


def test_the_leak_of_a_clicked_region_is_told_and_mended(holed: MainWindow, qtbot: QtBot) -> None:
    holed.actions_[Act.FIND_LEAKS].trigger()
    assert "Click a region" in holed.bottom.message
    draw(holed, (3.5, 5.5))
    qtbot.waitUntil(lambda: holed.gaps.finder.leaks is not None)
    leaks = holed.gaps.finder.leaks
    assert leaks is not None
    assert [(one.point[0], one.width) for one in leaks.found] == [(11, 5)]
    assert holed.bottom.message.startswith("1 leak, 5 px wide")
    holed.gaps.editing.add(STROKE)
    assert holed.gaps.finder.leaks is None
    draw(holed, (3.5, 5.5))
    qtbot.waitUntil(lambda: holed.gaps.finder.leaks is not None)
    assert holed.bottom.message.startswith("This region does not leak")


def test_a_leak_is_marked_where_it_is(holed: MainWindow, qtbot: QtBot) -> None:
    shot = holed.session.shot
    assert shot is not None
    (leak,) = find_leaks(shot.drawing(1), shot.closing(1), (3, 5)).found
    before = holed.view.grab().toImage()
    holed.actions_[Act.FIND_LEAKS].trigger()
    draw(holed, (3.5, 5.5))
    qtbot.waitUntil(lambda: holed.gaps.finder.leaks is not None)
    after = holed.view.grab().toImage()
    middle = at(holed, leak.point[0] + 0.5, leak.point[1] + 0.5)
    changed = [
        (x, y)
        for x in range(after.width())
        for y in range(after.height())
        if after.pixelColor(x, y) != before.pixelColor(x, y)
    ]
    ring = np.array(changed)
    assert abs(ring[:, 1].mean() - middle.y()) < 80
    assert ring[:, 0].min() < middle.x() < ring[:, 0].max()
    holed.actions_[Act.FIND_LEAKS].trigger()
    assert holed.gaps.finder.leaks is None


def test_a_passage_is_left_as_drawn_until_that_is_taken_back(
    holed: MainWindow, qtbot: QtBot
) -> None:
    finder, leave, session = holed.gaps.finder, holed.actions_[Act.LEAVE_OPEN], holed.session
    assert session.shot is not None

    def waits_for(found: int, left: int) -> None:
        qtbot.waitUntil(
            lambda: (
                finder.leaks is not None
                and (len(finder.leaks.found), len(finder.leaks.left)) == (found, left)
            )
        )

    holed.actions_[Act.FIND_LEAKS].trigger()
    assert not leave.isEnabled()
    draw(holed, (3.5, 5.5))
    waits_for(1, 0)
    pixel = finder.leaks.found[0].point if finder.leaks is not None else (0, 0)
    leave.trigger()
    waits_for(0, 1)
    assert session.shot.left_open == {1: (pixel,)}
    assert holed.bottom.message.startswith("No leak is left in this region. 1 passage stays")
    assert not leave.isEnabled()
    session.undo()
    waits_for(1, 0)
    draw(holed, (pixel[0] + 0.5, pixel[1] + 0.5), modifiers=Qt.KeyboardModifier.AltModifier)
    waits_for(0, 1)
    draw(holed, (pixel[0] + 0.5, pixel[1] + 0.5))
    assert leave.isEnabled()
    leave.trigger()
    waits_for(1, 0)
    assert session.shot.left_open == {}
    assert session.undo_stack.undoText() == "call passage in drawing 1 a leak"
