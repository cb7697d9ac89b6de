"""Fine-tune on this show: from the action to weights that are in use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.engine.errors import ColoringError, TuningError
from app.io.footage_store import FOOTAGE, write_unused
from app.io.show_file import read_show
from app.io.weights_store import TuningPlan, WeightsStore
from app.ui.actions import Act
from app.ui.dialogs.finetune_dialog import FineTuneDialog
from app.ui.finetuning import Stage
from app.ui.main_window import MainWindow
from app.ui.notices import NoticeKind
from tests.app.ui.helpers import (
    ObedientEngine,
    ScriptedChooser,
    drop,
    end,
    make_keys,
    make_shot_folder,
)
from tests.app.ui.learning_engine import ObedientTuner, record_of

WHEN = "2026-11-24T15:07:00+00:00"


@pytest.fixture
def tuner() -> ObedientTuner:
    return ObedientTuner()


@pytest.fixture
def window(
    qtbot: QtBot, engine: ObedientEngine, chooser: ScriptedChooser, tuner: ObedientTuner
) -> Iterator[MainWindow]:
    window = MainWindow(chooser, engine, tuner)
    window.resize(1000, 700)
    with qtbot.waitExposed(window):
        window.show()
    yield window
    end(window, qtbot)


@pytest.fixture
def untitled(open_window: MainWindow, tmp_path: Path) -> MainWindow:
    """The window with cut 12 open, two keys, never saved."""
    drop(open_window.view, make_keys(tmp_path / "k", [1, 5]))
    return open_window


@pytest.fixture
def show_path(tmp_path: Path) -> Path:
    return tmp_path / "night.shiage"


@pytest.fixture
def saved(
    untitled: MainWindow, chooser: ScriptedChooser, show_path: Path, qtbot: QtBot
) -> MainWindow:
    """The same, saved as a show."""
    chooser.save_to = show_path
    with qtbot.waitSignal(untitled.shows.saving.saved):
        press(untitled, Act.SAVE)
    untitled.shows.saving.stop()
    return untitled


def press(window: MainWindow, act: Act) -> None:
    assert window.actions_[act].isEnabled()
    window.actions_[act].trigger()


def opened(window: MainWindow) -> FineTuneDialog:
    """The dialog, opened now."""
    press(window, Act.FINE_TUNE)
    dialog = window.learning.dialog
    assert dialog is not None
    return dialog


def click(button: QPushButton) -> None:
    assert button.isVisible() and button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def press_in_notice(window: MainWindow, words: str, qtbot: QtBot) -> None:
    buttons = window.notices.findChildren(QPushButton)
    button = next(button for button in buttons if button.text() == words)
    qtbot.waitUntil(button.isVisible)
    click(button)


def learn(window: MainWindow, qtbot: QtBot) -> FineTuneDialog:
    """Open the dialog, press Start and wait for the end."""
    dialog = opened(window)
    with qtbot.waitSignal(window.learning.tuning.ended, timeout=5000):
        click(dialog.begin)
    return dialog


def texts(window: MainWindow) -> list[str]:
    return [notice.text for notice in window.notices.shown]


def put_record(show: Path, id_: str, has_won: bool = True) -> None:
    """A fine-tuning of an earlier day."""
    plan = TuningPlan(id_, WHEN, 2.0, 30)
    WeightsStore(show).finish(record_of(plan, has_won))


# Before


def test_it_takes_a_shot_with_two_keys(open_window: MainWindow, tmp_path: Path) -> None:
    action = open_window.actions_[Act.FINE_TUNE]
    assert not action.isEnabled()
    assert "a shot with two keys" in action.toolTip()
    drop(open_window.view, make_keys(tmp_path / "k", [1]))
    assert not action.isEnabled()
    drop(open_window.view, make_keys(tmp_path / "k", [5]))
    assert action.isEnabled()
    assert "on this machine" in action.toolTip()


def test_an_untitled_show_is_saved_before_anything_is_learned(
    untitled: MainWindow, chooser: ScriptedChooser, show_path: Path, qtbot: QtBot
) -> None:
    press(untitled, Act.FINE_TUNE)
    assert chooser.titles == ["Save cut 12.shiage"]
    assert untitled.learning.dialog is None
    chooser.save_to = show_path
    press(untitled, Act.FINE_TUNE)
    qtbot.waitUntil(lambda: untitled.learning.dialog is not None)
    assert show_path.is_dir()


def test_the_dialog_says_what_there_is_to_learn_from(saved: MainWindow, tmp_path: Path) -> None:
    dialog = opened(saved)
    assert dialog.setup.stock.text() == "2 keys in one shot."
    dialog.close()
    saved.shows.shots.add(make_shot_folder(tmp_path / "cut 13"))
    drop(saved.view, make_keys(tmp_path / "k13", [1, 2, 3]))
    assert opened(saved).setup.stock.text() == "5 keys in 2 shots."


def test_imported_footage_is_learned_from_unless_it_was_unticked(
    saved: MainWindow, tuner: ObedientTuner, show_path: Path, qtbot: QtBot
) -> None:
    for shot in ("001", "002"):
        folder = show_path / FOOTAGE / "trailer" / shot
        make_keys(folder / "line", range(1, 9))
        make_keys(folder / "color", range(1, 9))
    write_unused(show_path, ["trailer/001"])
    dialog = opened(saved)
    assert dialog.setup.stock.text() == "2 keys in one shot, 8 drawings of footage."
    with qtbot.waitSignal(saved.learning.tuning.ended, timeout=5000):
        click(dialog.begin)
    assert tuner.requests[0].footage == (show_path / FOOTAGE / "trailer" / "002",)


def test_length_and_beginning_are_chosen(
    saved: MainWindow, tuner: ObedientTuner, show_path: Path, qtbot: QtBot
) -> None:
    dialog = learn(saved, qtbot)
    plan = tuner.requests[0].plan
    assert (plan.minutes, plan.shots, plan.start) == (2.0, (), None)
    assert tuner.requests[0].show == show_path
    click(dialog.anew)
    # The show has learned something: that is what it goes on from, unless told otherwise.
    assert dialog.setup.from_last.isChecked()
    dialog.setup.lengths[2].click()
    with qtbot.waitSignal(saved.learning.tuning.ended):
        click(dialog.begin)
    assert (tuner.requests[1].plan.minutes, tuner.requests[1].plan.start) == (480.0, plan.id)
    click(dialog.anew)
    dialog.setup.lengths[3].click()
    dialog.setup.from_own.click()
    with qtbot.waitSignal(saved.learning.tuning.ended):
        click(dialog.begin)
    last = tuner.requests[2].plan
    assert (last.minutes, last.epochs, last.start) == (None, 30, None)


# During


def test_points_and_pictures_come_while_it_learns(
    saved: MainWindow, tuner: ObedientTuner, qtbot: QtBot
) -> None:
    tuner.hold()
    dialog = opened(saved)
    click(dialog.begin)
    run = dialog.run
    qtbot.waitUntil(lambda: saved.learning.tuning.stage is Stage.LEARNING)
    assert run.isVisible() and not run.preview.divider.isVisible()
    tuner.allow(2)
    qtbot.waitUntil(lambda: len(run.plot.points) == 2)
    assert [round(one.regions, 3) for one in run.plot.points] == [0.92, 0.927]
    qtbot.waitUntil(run.preview.divider.isVisible)
    qtbot.waitUntil(lambda: run.what.text() == "Learning which")
    assert "left" in run.times.text()
    tuner.allow(100)
    qtbot.waitUntil(lambda: not saved.learning.tuning.is_running)


def test_the_preview_shows_before_on_the_left_and_now_or_the_truth_on_the_right(
    saved: MainWindow, qtbot: QtBot
) -> None:
    run = learn(saved, qtbot).run
    preview = run.preview

    def blue(side: int) -> int:
        image = preview.grab().toImage()
        x = image.width() // 2 + side * preview.divider.width()
        return image.pixelColor(x, image.height() * 3 // 4).blue()

    assert (blue(-1), blue(1)) == (0, 180)
    run.truth.click()
    assert (blue(-1), blue(1)) == (0, 255)
    preview.divider.setFocus()
    QTest.keyClick(preview.divider, Qt.Key.Key_Home)
    assert blue(-1) == 255


def test_the_divider_is_dragged(saved: MainWindow, qtbot: QtBot) -> None:
    preview = learn(saved, qtbot).run.preview
    divider, before = preview.divider, preview.divider.x()
    QTest.mousePress(divider, Qt.MouseButton.LeftButton, pos=divider.rect().center())
    QTest.mouseMove(divider, divider.rect().center() + QPoint(40, 0))
    QTest.mouseRelease(divider, Qt.MouseButton.LeftButton)
    assert divider.x() > before


def test_a_pause_holds_the_work_until_it_goes_on(
    saved: MainWindow, tuner: ObedientTuner, qtbot: QtBot
) -> None:
    tuner.hold()
    dialog = opened(saved)
    click(dialog.begin)
    tuner.allow(1)
    qtbot.waitUntil(lambda: len(dialog.run.plot.points) == 1)
    click(dialog.pause)
    assert tuner.paused is not None and tuner.paused.is_paused
    assert (dialog.pause.text(), dialog.run.what.text()) == ("Go on", "Paused")
    stood = saved.learning.tuning.seconds
    assert saved.learning.tuning.seconds == stood
    tuner.allow(100)
    click(dialog.pause)
    qtbot.waitUntil(lambda: not saved.learning.tuning.is_running)
    assert len(dialog.run.plot.points) == 4


def test_stop_judges_the_best_so_far(saved: MainWindow, tuner: ObedientTuner, qtbot: QtBot) -> None:
    tuner.hold()
    dialog = opened(saved)
    click(dialog.begin)
    tuner.allow(2)
    qtbot.waitUntil(lambda: len(dialog.run.plot.points) == 2)
    click(dialog.pause)  # a paused run stops as well
    with qtbot.waitSignal(saved.learning.tuning.ended):
        click(dialog.stop)
    assert saved.session.show.weights == tuner.requests[0].plan.id


def test_a_closed_dialog_ends_nothing_and_finds_everything_again(
    saved: MainWindow, tuner: ObedientTuner, qtbot: QtBot
) -> None:
    tuner.hold()
    dialog = opened(saved)
    click(dialog.begin)
    tuner.allow(1)
    qtbot.waitUntil(lambda: len(saved.learning.tuning.points) == 1)
    dialog.close()
    assert saved.learning.dialog is None
    shown = [b for b in saved.bottom.findChildren(QPushButton) if b.isVisible()]
    assert [button.text() for button in shown] == ["Fine-tune on this show…"]
    tuner.allow(2)
    qtbot.waitUntil(lambda: len(saved.learning.tuning.points) == 3)
    click(shown[0])
    again = saved.learning.dialog
    assert again is not None and again is not dialog
    assert len(again.run.plot.points) == 3 and again.run.isVisible()
    again.close()
    tuner.allow(100)
    qtbot.waitUntil(lambda: not saved.learning.tuning.is_running)
    assert not any(button.isVisible() for button in shown)
    assert any(text.startswith("Learned: 31 regions mended, 4 broken") for text in texts(saved))
    press_in_notice(saved, "Show", qtbot)
    assert saved.learning.dialog is not None


def test_coloring_waits_behind_it_and_uses_what_was_learned(
    saved: MainWindow, tuner: ObedientTuner, engine: ObedientEngine, show_path: Path, qtbot: QtBot
) -> None:
    tuner.hold()
    dialog = opened(saved)
    click(dialog.begin)
    qtbot.waitUntil(lambda: saved.learning.tuning.stage is Stage.LEARNING)
    press(saved, Act.COLORIZE)
    assert "as soon as the fine-tuning is over" in saved.bottom.message
    tuner.allow(100)
    with qtbot.waitSignal(saved.coloring.ended, timeout=5000):
        pass
    learned = WeightsStore(show_path).folder(tuner.requests[0].plan.id)
    assert [request.weights for request in engine.requests] == [learned]


def test_esc_takes_a_waiting_coloring_away_and_lets_the_run_go_on(
    saved: MainWindow, tuner: ObedientTuner, engine: ObedientEngine, qtbot: QtBot
) -> None:
    tuner.hold()
    click(opened(saved).begin)
    qtbot.waitUntil(lambda: saved.learning.tuning.stage is Stage.LEARNING)
    assert not saved.actions_[Act.CANCEL].isEnabled()
    press(saved, Act.COLORIZE)
    press(saved, Act.CANCEL)
    assert not saved.coloring.is_running
    assert saved.learning.tuning.is_running
    tuner.allow(100)
    qtbot.waitUntil(lambda: not saved.learning.tuning.is_running)
    assert engine.requests == []


# After


def test_what_wins_is_used_and_undone_and_done_again(
    saved: MainWindow, tuner: ObedientTuner, qtbot: QtBot
) -> None:
    dialog = learn(saved, qtbot)
    id_ = tuner.requests[0].plan.id
    assert dialog.run.result.text() == (
        "Learned: 31 regions mended, 4 broken on drawings that it had not learned from; "
        "92.0 % → 94.1 % right, 33.8 → 35.0 dB. The show is colored with what was learned from "
        "now on."
    )
    assert saved.session.show.weights == id_
    assert saved.shows.saving.is_dirty
    press(saved, Act.UNDO)
    assert saved.session.show.weights is None
    assert dialog.back.text() == "Use what was learned"
    press(saved, Act.REDO)
    assert saved.session.show.weights == id_


def test_one_click_goes_back_to_the_weights_before(
    saved: MainWindow, tuner: ObedientTuner, show_path: Path, qtbot: QtBot
) -> None:
    put_record(show_path, "earlier")
    saved.learning.learned.use("earlier")
    dialog = learn(saved, qtbot)
    assert saved.session.show.weights == tuner.requests[0].plan.id
    click(dialog.back)
    assert saved.session.show.weights == "earlier"
    assert dialog.run.result.text().endswith("It is not in use.")
    click(dialog.back)
    assert saved.session.show.weights == tuner.requests[0].plan.id


def test_the_shot_is_colored_again_with_what_was_learned(
    saved: MainWindow, tuner: ObedientTuner, engine: ObedientEngine, show_path: Path, qtbot: QtBot
) -> None:
    dialog = learn(saved, qtbot)
    with qtbot.waitSignal(saved.coloring.ended, timeout=5000):
        click(dialog.color)
    assert engine.requests[0].only == {1, 2, 3, 4, 5}
    assert engine.requests[0].weights == WeightsStore(show_path).folder(tuner.requests[0].plan.id)


def test_what_does_not_win_changes_nothing(
    saved: MainWindow, tuner: ObedientTuner, qtbot: QtBot
) -> None:
    tuner.wins = False
    dialog = learn(saved, qtbot)
    assert dialog.run.result.text().startswith("It did not help: 1 region mended, 1 broken on")
    assert dialog.run.result.text().endswith("The weights before are kept.")
    assert saved.session.show.weights is None
    assert not saved.session.undo_stack.canUndo() or "learned" not in (
        saved.session.undo_stack.undoText()
    )
    assert not dialog.back.isVisible() and not dialog.color.isVisible()


def test_an_error_is_a_sentence_above_the_choices(
    saved: MainWindow, tuner: ObedientTuner, qtbot: QtBot
) -> None:
    tuner.error = TuningError("night.shiage has nothing to learn from; add keys.")
    dialog = learn(saved, qtbot)
    assert dialog.setup.isVisible()
    assert dialog.setup.message.text() == str(tuner.error)
    assert (saved.notices.shown[-1].kind, texts(saved)[-1]) == (
        NoticeKind.ERROR,
        str(tuner.error),
    )
    tuner.error = None
    with qtbot.waitSignal(saved.learning.tuning.ended):
        click(dialog.begin)
    assert saved.session.show.weights is not None


def test_drawings_that_were_left_out_are_named(
    saved: MainWindow, tuner: ObedientTuner, qtbot: QtBot
) -> None:
    tuner.problem = "A0003.png has another size than its drawing; it was left out."
    learn(saved, qtbot)
    assert saved.learning.tuning.problems == (tuner.problem,)


def test_the_choice_is_saved_with_the_show(
    saved: MainWindow, tuner: ObedientTuner, show_path: Path, qtbot: QtBot
) -> None:
    learn(saved, qtbot)
    with qtbot.waitSignal(saved.shows.saving.saved):
        press(saved, Act.SAVE)
    saved.shows.saving.stop()
    assert read_show(show_path).state.weights == tuner.requests[0].plan.id


def test_weights_that_cannot_be_used_are_told_with_a_way_out(
    saved: MainWindow, engine: ObedientEngine, show_path: Path, qtbot: QtBot
) -> None:
    saved.learning.learned.use("old")
    folder = WeightsStore(show_path).folder("old")
    engine.error = ColoringError(
        f"The fine-tuned weights in {folder} were made for other networks than those of this "
        "version of Shiage; fine-tune again, or go back to the weights that come with Shiage."
    )
    with qtbot.waitSignal(saved.coloring.ended):
        press(saved, Act.COLORIZE)
    assert texts(saved) == [str(engine.error)]
    press_in_notice(saved, "Use Shiage’s own weights", qtbot)
    assert saved.session.show.weights is None


# History


def test_all_fine_tunings_are_listed_with_the_one_in_use(
    saved: MainWindow, show_path: Path
) -> None:
    put_record(show_path, "first")
    put_record(show_path, "second", has_won=False)
    saved.learning.learned.use("first")
    rows = opened(saved).setup.history.texts
    assert rows == [
        ["2026-11-24 15:07", "cut 12", "2", "no gain, not kept", ""],
        ["2026-11-24 15:07 · in use", "cut 12", "2", "92.0 % → 94.1 %", "33.8 → 35.0 dB"],
        ["Weights that come with Shiage", "", "", "", ""],
    ]


def test_rows_of_the_history_are_used_and_deleted(
    saved: MainWindow, chooser: ScriptedChooser, show_path: Path
) -> None:
    put_record(show_path, "first")
    put_record(show_path, "second")
    history = opened(saved).setup.history
    rows = history.rows
    rows.setCurrentItem(rows.topLevelItem(1))
    click(history.use)
    assert saved.session.show.weights == "first"
    assert not history.delete.isEnabled() and not history.use.isEnabled()
    rows.setCurrentItem(rows.topLevelItem(2))
    assert not history.delete.isEnabled()
    click(history.use)
    assert saved.session.show.weights is None
    rows.setCurrentItem(rows.topLevelItem(0))
    chooser.decisions = [None, "Delete"]
    click(history.delete)
    assert WeightsStore(show_path).folder("second").exists()
    click(history.delete)
    assert not WeightsStore(show_path).folder("second").exists()
    assert [row[0] for row in history.texts] == [
        "2026-11-24 15:07",
        "Weights that come with Shiage · in use",
    ]
    press(saved, Act.UNDO)
    assert saved.session.show.weights == "first"
    assert history.texts[0][0].endswith("in use")


# Cut off


def cut_off(show: Path) -> TuningPlan:
    plan = TuningPlan("2026-11-24 15.07", WHEN, 15.0, 30)
    WeightsStore(show).begin(plan)
    return plan


def reopen(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.shows.opening.ended):
        window.open(path)


def test_a_show_offers_to_go_on_with_what_was_cut_off(
    saved: MainWindow, tuner: ObedientTuner, show_path: Path, qtbot: QtBot
) -> None:
    plan = cut_off(show_path)
    reopen(saved, show_path, qtbot)
    assert texts(saved) == [
        "A fine-tuning of 2026-11-24 15:07 was cut off. It goes on where it was."
    ]
    with qtbot.waitSignal(saved.learning.tuning.ended, timeout=5000):
        press_in_notice(saved, "Go on", qtbot)
    assert tuner.requests[0].plan == plan
    assert saved.learning.dialog is not None
    assert saved.session.show.weights == plan.id


def test_what_was_cut_off_is_thrown_away_from_the_dialog(
    saved: MainWindow, show_path: Path
) -> None:
    plan = cut_off(show_path)
    setup = opened(saved).setup
    assert setup.banner.isVisible()
    click(setup.discard)
    assert not setup.banner.isVisible()
    assert not WeightsStore(show_path).run_folder(plan.id).exists()


def test_closing_the_window_keeps_the_run_for_the_next_time(
    saved: MainWindow, tuner: ObedientTuner, show_path: Path, qtbot: QtBot
) -> None:
    tuner.hold()
    click(opened(saved).begin)
    tuner.allow(1)
    qtbot.waitUntil(lambda: len(saved.learning.tuning.points) == 1)
    saved.close()
    qtbot.waitUntil(lambda: not saved.isVisible())
    store = WeightsStore(show_path)
    assert store.interrupted() == tuner.requests[0].plan
    assert store.records() == []


def test_another_show_leaves_the_run_where_it_is(
    saved: MainWindow, tuner: ObedientTuner, show_path: Path, qtbot: QtBot
) -> None:
    tuner.hold()
    click(opened(saved).begin)
    tuner.allow(1)
    qtbot.waitUntil(lambda: len(saved.learning.tuning.points) == 1)
    press(saved, Act.NEW_SHOW)
    qtbot.waitUntil(lambda: not saved.learning.tuning.is_running)
    assert saved.learning.dialog is None
    assert WeightsStore(show_path).interrupted() is not None
    reopen(saved, show_path, qtbot)
    assert "was cut off" in texts(saved)[-1]


def test_what_was_learned_follows_a_show_that_is_saved_elsewhere_meanwhile(
    saved: MainWindow, tuner: ObedientTuner, chooser: ScriptedChooser, tmp_path: Path, qtbot: QtBot
) -> None:
    tuner.hold()
    click(opened(saved).begin)
    tuner.allow(1)
    qtbot.waitUntil(lambda: len(saved.learning.tuning.points) == 1)
    chooser.save_to = tmp_path / "day.shiage"
    with qtbot.waitSignal(saved.shows.saving.saved):
        press(saved, Act.SAVE_AS)
    tuner.allow(100)
    qtbot.waitUntil(lambda: not saved.learning.tuning.is_running)
    records = WeightsStore(tmp_path / "day.shiage").records()
    assert [record.id for record in records] == [saved.session.show.weights]


# Learn from my corrections


@pytest.fixture
def corrected(saved: MainWindow, run_colorize: Callable[[], None], qtbot: QtBot) -> MainWindow:
    """The show colored, with drawing 3 corrected."""
    run_colorize()
    saved.session.go_to(3)
    color = saved.session.shot.coloring(3).color_of(1)  # type: ignore[union-attr]
    assert saved.desk.correcting.correct([(2, 2)], color)
    qtbot.waitUntil(lambda: not saved.desk.correcting.is_busy)
    return saved


def test_without_corrections_there_is_no_lesson(saved: MainWindow) -> None:
    action = saved.actions_[Act.LEARN_FROM_CORRECTIONS]
    assert not action.isEnabled()
    assert "Correct or accept some drawings first" in action.toolTip()
    saved.learning.lesson.start()
    assert "Correct or accept some drawings first" in saved.bottom.message


def test_a_lesson_that_wins_colors_the_rest_and_is_undone_in_one_step(
    corrected: MainWindow,
    tuner: ObedientTuner,
    engine: ObedientEngine,
    show_path: Path,
    qtbot: QtBot,
) -> None:
    shot = corrected.session.shot
    assert shot is not None
    before, steps = dict(shot.colorings), corrected.session.undo_stack.index()
    with qtbot.waitSignal(corrected.coloring.ended, timeout=5000):
        press(corrected, Act.LEARN_FROM_CORRECTIONS)
    plan = tuner.requests[0].plan
    assert (plan.minutes, plan.shots) == (1.0, ("cut 12",))
    assert engine.requests[-1].only == {2, 4}
    assert engine.requests[-1].weights == WeightsStore(show_path).folder(plan.id)
    assert corrected.session.show.weights == plan.id
    assert "Learned from the corrections: 92.0 % → 94.1 %" in texts(corrected)[-1]
    assert corrected.session.undo_stack.index() == steps + 1
    assert shot.coloring(3) is before[3]
    press(corrected, Act.UNDO)
    assert corrected.session.show.weights is None
    assert dict(shot.colorings) == before
    press(corrected, Act.REDO)
    assert corrected.session.show.weights == plan.id


def test_a_lesson_that_does_not_win_says_so_and_colors_nothing(
    corrected: MainWindow, tuner: ObedientTuner, engine: ObedientEngine, qtbot: QtBot
) -> None:
    tuner.wins = False
    runs = len(engine.requests)
    with qtbot.waitSignal(corrected.learning.tuning.ended, timeout=5000):
        press(corrected, Act.LEARN_FROM_CORRECTIONS)
    assert corrected.bottom.message.startswith("It did not help")
    assert len(engine.requests) == runs
    assert corrected.session.show.weights is None


def test_a_lesson_is_cancelled_without_a_trace(
    corrected: MainWindow, tuner: ObedientTuner, show_path: Path, qtbot: QtBot
) -> None:
    tuner.hold()
    press(corrected, Act.LEARN_FROM_CORRECTIONS)
    qtbot.waitUntil(lambda: corrected.learning.tuning.stage is Stage.LEARNING)
    assert not corrected.actions_[Act.COLORIZE].isEnabled()
    assert not corrected.actions_[Act.FINE_TUNE].isEnabled()
    with qtbot.waitSignal(corrected.learning.tuning.ended):
        QTest.keyClick(corrected, Qt.Key.Key_Escape)
    assert corrected.bottom.message == "Stopped; nothing was learned."
    assert WeightsStore(show_path).interrupted() is None
    assert corrected.session.show.weights is None
    assert corrected.actions_[Act.FINE_TUNE].isEnabled()


def test_a_lesson_follows_what_is_in_use(
    corrected: MainWindow, tuner: ObedientTuner, show_path: Path, qtbot: QtBot
) -> None:
    put_record(show_path, "earlier")
    corrected.learning.learned.use("earlier")
    with qtbot.waitSignal(corrected.coloring.ended, timeout=5000):
        press(corrected, Act.LEARN_FROM_CORRECTIONS)
    assert tuner.requests[0].plan.start == "earlier"
    assert replace(tuner.requests[0].plan, start=None).shots == ("cut 12",)
