"""What comes of a fine-tuning, and the list of all of them."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.engine.errors import ColoringError, TuningError
from app.io.shows.show_file import read_show
from app.io.shows.weights_store import WeightsStore
from app.ui.controls.actions import Act
from app.ui.messages.notices import NoticeKind
from app.ui.window.main_window import MainWindow
from tests.app.ui.helpers import (
    ObedientEngine,
    ScriptedChooser,
)
from tests.app.ui.learning.desk import (
    click,
    learn,
    opened,
    press,
    press_in_notice,
    put_record,
    texts,
)
from tests.app.ui.learning.engine import ObedientTuner


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
