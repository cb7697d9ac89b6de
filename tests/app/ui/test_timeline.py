from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.commands.apply_coloring import ApplyColoring
from app.ui.main_window import MainWindow
from app.ui.states import DrawingState, key_signature
from app.ui.theme import DARK
from app.ui.timeline.model import IsKeyRole, NumberRole, StateRole, TimelineModel
from tests.app.ui.helpers import ObedientEngine, coloring, drop, make_keys, make_shot_folder


def card(window: MainWindow, number: int) -> QPoint:
    model = window.timeline.model()
    row = next(r for r in range(model.rowCount()) if model.index(r, 0).data(NumberRole) == number)
    return window.timeline.visualRect(model.index(row, 0)).center()


def grab(window: MainWindow) -> QImage:
    return window.timeline.viewport().grab().toImage()


def has_color(image: QImage, color: str, near: QPoint, reach: int = 60) -> bool:
    return any(
        image.pixelColor(x, y).name() == color
        for x in range(max(0, near.x() - reach), min(image.width(), near.x() + reach))
        for y in range(0, image.height())
    )


def test_the_item_model_is_sound(
    open_window: MainWindow, qtmodeltester: ModelTester, tmp_path: Path
) -> None:
    model = open_window.timeline.model()
    qtmodeltester.check(model)
    assert model.rowCount() == 5
    assert model.rowCount(model.index(0, 0)) == 0


def test_a_click_shows_the_drawing(open_window: MainWindow) -> None:
    QTest.mouseClick(
        open_window.timeline.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        card(open_window, 4),
    )
    assert open_window.session.current == 4


def test_dragging_scrubs_through_the_drawings_between(open_window: MainWindow) -> None:
    seen: list[int] = []
    open_window.session.current_changed.connect(seen.append)
    viewport = open_window.timeline.viewport()
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    QTest.mousePress(viewport, left, none, card(open_window, 2))
    for number in (3, 4, 3):
        QTest.mouseMove(viewport, card(open_window, number) + QPoint(0, 500))
    QTest.mouseRelease(viewport, left, none, card(open_window, 3))
    assert seen == [2, 3, 4, 3]


def test_moving_without_a_button_does_nothing(open_window: MainWindow) -> None:
    QTest.mouseMove(open_window.timeline.viewport(), card(open_window, 3))
    assert open_window.session.current == 1


def test_an_image_dropped_on_a_drawing_makes_that_drawing_a_key(
    open_window: MainWindow, tmp_path: Path
) -> None:
    (path,) = make_keys(tmp_path / "k", [3])
    drop(open_window.timeline.viewport(), [path], card(open_window, 2))
    shot = open_window.session.shot
    assert shot is not None
    assert dict(shot.keys) == {2: path}
    assert open_window.timeline.model().index(1, 0).data(IsKeyRole)


def test_several_images_go_by_number_wherever_they_fall(
    open_window: MainWindow, tmp_path: Path
) -> None:
    paths = make_keys(tmp_path / "k", [1, 5])
    drop(open_window.timeline.viewport(), paths, card(open_window, 3))
    shot = open_window.session.shot
    assert shot is not None
    assert dict(shot.keys) == {1: paths[0], 5: paths[1]}


def test_states_follow_the_shot(
    open_window: MainWindow,
    engine: ObedientEngine,
    tmp_path: Path,
    run_colorize: Callable[[], None],
) -> None:
    model = open_window.timeline.model()
    engine.fails, engine.doubtful = {4}, {2}
    drop(open_window.view, make_keys(tmp_path / "k", [1, 5]))
    run_colorize()
    states = [model.index(row, 0).data(StateRole) for row in range(5)]
    colored = DrawingState.COLORED
    assert states == [colored, DrawingState.DOUBTFUL, colored, DrawingState.FAILED, colored]
    tips = [model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in range(5)]
    assert "key" in tips[0]
    assert "1 doubtful region" in tips[1]
    assert "truncated" in tips[3]
    drop(open_window.view, make_keys(tmp_path / "k", [3]))
    assert model.index(1, 0).data(StateRole) is DrawingState.STALE
    open_window.session.undo_stack.undo()
    assert model.index(1, 0).data(StateRole) is DrawingState.DOUBTFUL


def test_a_first_guess_counts_no_doubts_and_is_still_to_be_done(
    open_window: MainWindow, tmp_path: Path
) -> None:
    session = open_window.session
    shot = session.shot
    assert shot is not None
    drop(open_window.view, make_keys(tmp_path / "k", [1, 5]))
    command: ApplyColoring | None = None
    for is_guess, state in ((True, DrawingState.GUESSED), (False, DrawingState.DOUBTFUL)):
        one = coloring(2, confidence=0.1, is_guess=is_guess)
        session.note_made_with(one, key_signature(shot.keys))
        if command is None:
            command = ApplyColoring(shot, one)
            session.undo_stack.push(command)
        else:
            command.add(one)
        assert open_window.timeline.model().index(1, 0).data(StateRole) is state
        assert (2 in session.pending()) == is_guess


def test_cards_show_thumbnail_key_badge_and_the_current_frame(
    open_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    third = card(open_window, 3)
    assert not has_color(grab(open_window), DARK.accent, third, reach=62)
    drop(open_window.timeline.viewport(), make_keys(tmp_path / "k", [3]), third)
    assert has_color(grab(open_window), DARK.accent, third, reach=62)
    # The thumbnail turns from line art to the key's red and blue when it is loaded.
    qtbot.waitUntil(lambda: has_color(grab(open_window), "#c81e28", third, reach=62))


def test_the_strip_follows_the_current_drawing(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.open(make_shot_folder(tmp_path / "long", range(1, 61)))
    qtbot.waitUntil(lambda: window.timeline.horizontalScrollBar().maximum() > 0)
    QTest.keyClick(window, Qt.Key.Key_End)
    assert window.session.current == 60
    viewport = window.timeline.viewport().rect()
    qtbot.waitUntil(lambda: viewport.contains(card(window, 60)))


def test_only_thumbnails_on_show_are_loaded(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    loaded: set[int] = set()
    window._pictures.thumbnail_ready.connect(loaded.add)
    window.open(make_shot_folder(tmp_path / "long", range(1, 201)))
    qtbot.waitUntil(lambda: 1 in loaded)
    qtbot.wait(100)
    assert len(loaded) < 40
    assert isinstance(window.timeline.model(), TimelineModel)
