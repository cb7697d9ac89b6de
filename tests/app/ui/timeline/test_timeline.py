from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.commands.apply_coloring import ApplyColoring
from app.document.corrections import Correction
from app.ui.desk.states import DrawingState, key_signature
from app.ui.look.theme import DARK
from app.ui.timeline.cards import STATE_MARKS
from app.ui.timeline.words import card_tip
from app.ui.window.main_window import MainWindow
from tests.app.ui.helpers import RED, ObedientEngine, coloring, drop, make_keys, make_shot_folder


def card(window: MainWindow, number: int) -> QPoint:
    return window.timeline.card_rect(position_of(window, number)).center()


def position_of(window: MainWindow, number: int) -> int:
    exposures = window.session.playhead.timeline.exposures
    return next(i for i, one in enumerate(exposures) if one.number == number)


def grab(window: MainWindow) -> QImage:
    return window.timeline.viewport().grab().toImage()


def has_color(image: QImage, color: str, near: QPoint, reach: int = 60) -> bool:
    return any(
        image.pixelColor(x, y).name() == color
        for x in range(max(0, near.x() - reach), min(image.width(), near.x() + reach))
        for y in range(0, image.height())
    )


def test_a_click_shows_the_drawing(open_window: MainWindow) -> None:
    QTest.mouseClick(
        open_window.timeline.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        card(open_window, 4),
    )
    assert open_window.session.current == 4


def on_ruler(window: MainWindow, frame: int) -> QPoint:
    place = window.timeline.places.frame(frame)
    scroll = window.timeline.horizontalScrollBar().value()
    return QPoint(place.left + place.width // 2 - scroll, 5)


def test_dragging_on_the_ruler_scrubs_through_the_frames_between(open_window: MainWindow) -> None:
    seen: list[int] = []
    open_window.session.current_changed.connect(seen.append)
    viewport = open_window.timeline.viewport()
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    QTest.mousePress(viewport, left, none, on_ruler(open_window, 1))
    for frame in (2, 3, 2):
        QTest.mouseMove(viewport, on_ruler(open_window, frame) + QPoint(0, 500))
    QTest.mouseRelease(viewport, left, none, on_ruler(open_window, 2))
    assert seen == [2, 3, 4, 3]
    assert not open_window.session.playhead.selected


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
    session = open_window.session
    engine.fails, engine.doubtful = {4}, {2}
    drop(open_window.view, make_keys(tmp_path / "k", [1, 5]))
    run_colorize()
    states = [session.state(number) for number in range(1, 6)]
    colored = DrawingState.COLORED
    assert states == [colored, DrawingState.DOUBTFUL, colored, DrawingState.FAILED, colored]
    tips = [card_tip(session, one) for one in session.playhead.timeline.exposures]
    assert "key" in tips[0]
    assert "1 doubtful region" in tips[1]
    assert "truncated" in tips[3]
    drop(open_window.view, make_keys(tmp_path / "k", [3]))
    assert session.state(2) is DrawingState.STALE
    session.undo_stack.undo()
    assert session.state(2) is DrawingState.DOUBTFUL


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
        assert session.state(2) is state
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


def test_a_corrected_drawing_says_so_unless_it_has_doubts_left(open_window: MainWindow) -> None:
    session, shot = open_window.session, open_window.session.shot
    assert shot is not None
    for number, confidence in ((2, 0.95), (3, 0.1)):
        one = coloring(number, confidence=confidence)
        session.note_made_with(one, key_signature(shot.keys))
        session.undo_stack.push(ApplyColoring(shot, one))
    changed: list[frozenset[int]] = []
    session.drawings_changed.connect(changed.append)
    shot.set_corrections({n: (Correction(1, 1, RED),) for n in (2, 3)})
    assert changed == [{2, 3}]
    assert session.state(2) is DrawingState.CORRECTED
    assert session.state(3) is DrawingState.DOUBTFUL


def test_every_state_has_a_mark_of_its_own() -> None:
    assert set(STATE_MARKS) == set(DrawingState)
    assert len(set(STATE_MARKS.values())) == len(DrawingState)
