"""Fine-tune on this show: choosing, beginning, and what is seen while it learns."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.io.shows.footage_store import FOOTAGE, write_unused
from app.io.shows.weights_store import WeightsStore
from app.ui.controls.actions import Act
from app.ui.footage.footage_dialog import FootageDialog
from app.ui.learning.finetuning import Stage
from app.ui.window.main_window import MainWindow
from tests.app.ui.helpers import (
    ObedientEngine,
    ScriptedChooser,
    drop,
    make_keys,
    make_shot_folder,
)
from tests.app.ui.learning.desk import (
    click,
    learn,
    opened,
    press,
    press_in_notice,
    texts,
)
from tests.app.ui.learning.engine import ObedientTuner


def test_it_takes_a_shot_with_two_keys(open_window: MainWindow, tmp_path: Path) -> None:
    action = open_window.actions_[Act.FINE_TUNE]
    assert not action.isEnabled()
    assert "a shot with two keys" in action.toolTip()
    drop(open_window.view, make_keys(tmp_path / "k", [1]))
    assert not action.isEnabled()
    drop(open_window.view, make_keys(tmp_path / "k", [5]))
    assert action.isEnabled()
    assert "on this machine" in action.toolTip()


def test_finished_footage_is_enough(
    open_window: MainWindow, chooser: ScriptedChooser, show_path: Path, qtbot: QtBot
) -> None:
    chooser.save_to = show_path
    with qtbot.waitSignal(open_window.shows.saving.saved):
        press(open_window, Act.SAVE)
    for kind in ("line", "color"):
        make_keys(show_path / FOOTAGE / "trailer" / "001" / kind, range(1, 9))
    press(open_window, Act.IMPORT_FOOTAGE)
    with qtbot.waitSignal(open_window.footage.closed):
        open_window.findChild(FootageDialog).close()
    assert opened(open_window).setup.stock.text() == "8 drawings of footage."


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


def test_corrections_spread_while_it_learns_and_the_coloring_behind_it_hears_of_them(
    saved: MainWindow,
    run_colorize: Callable[[], None],
    tuner: ObedientTuner,
    engine: ObedientEngine,
    qtbot: QtBot,
) -> None:
    run_colorize()
    tuner.hold()
    click(opened(saved).begin)
    qtbot.waitUntil(lambda: saved.learning.tuning.stage is Stage.LEARNING)
    press(saved, Act.COLORIZE_ALL)
    saved.session.go_to(3)
    shot = saved.session.shot
    assert shot is not None
    color = shot.colorings[3].color_of(1)

    assert saved.desk.correcting.correct([(2, 2)], color)
    qtbot.waitUntil(lambda: not saved.desk.correcting.is_busy)

    assert saved.learning.tuning.stage is Stage.LEARNING
    tuner.allow(100)
    with qtbot.waitSignal(saved.coloring.ended, timeout=5000):
        pass
    assert list(engine.requests[-1].corrections) == [3]


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
