"""Fine-tuning from end to end, on small networks and small shows."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from model.tuning import dense_learners, learners, lesson_making, lessons
from model.tuning.plan import Part, Plan
from model.tuning.sequences import FinishedDrawing, TuningSequence
from model.tuning.tuner import NothingToLearnError, Outcome, Progress, Tuner
from model.weights import Weights
from tests.model.quick_pairs import leave_out_flow
from tests.model.tuning.shows import small_weights, walk

SHORT = Plan(minutes=None, epochs=2, parts=(Part.MATCHER,))
WHOLE = Plan(minutes=None, epochs=2)


@pytest.fixture
def weights(tmp_path: Path) -> Weights:
    return small_weights(tmp_path)


@pytest.fixture(autouse=True)
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    # Networks that know nothing have a longer way to go than trained ones.
    monkeypatch.setattr(learners, "_RATE", 1e-2)
    monkeypatch.setattr(learners, "_WARM_UP", 2)
    monkeypatch.setattr(dense_learners, "_SMALL", 32)
    monkeypatch.setattr(dense_learners, "_FEW", 1)
    monkeypatch.setattr(lessons, "_FIRST_LESSONS", 6)
    leave_out_flow(monkeypatch)
    # Procedural drawings are ten times as large as those of these tests.
    monkeypatch.setattr(lesson_making, "_REHEARSED", 0.0)


def sequences() -> list[TuningSequence]:
    return [walk("walk", 6), walk("run", 4, 3)]


def finished(tuner: Tuner) -> tuple[list[Progress], Outcome]:
    return list(tuner.steps()), tuner.outcome()


def test_the_weights_it_began_with_are_left_as_they_were(weights: Weights, tmp_path: Path) -> None:
    before = [value.clone() for value in weights.region_matcher.parameters()]

    finished(Tuner(weights, sequences(), SHORT, tmp_path / "run"))

    after = list(weights.region_matcher.parameters())
    assert all(torch.equal(*pair) for pair in zip(before, after, strict=True))


def test_where_nothing_is_gained_the_old_weights_stay(
    weights: Weights, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learners, "_RATE", 0.0)
    tuner = Tuner(weights, sequences(), Plan(minutes=0.05), tmp_path / "run")

    _, outcome = finished(tuner)

    assert outcome.adopted == ()
    assert outcome.after.regions == outcome.before.regions


def test_with_little_memory_it_learns_from_one_lesson_at_a_time(
    weights: Weights, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lessons, "_LESSON_BYTES", 1)
    monkeypatch.setattr(lesson_making, "_STUDIED_BYTES", 1)
    plan = Plan(minutes=None, epochs=1, parts=(Part.MATCHER,))

    steps, _ = finished(Tuner(weights, sequences(), plan, tmp_path / "run"))

    assert steps[-1].share == 1
    assert any(step.loss is not None for step in steps)


def test_the_first_measure_is_of_the_weights_it_began_with(
    weights: Weights, tmp_path: Path
) -> None:
    steps, outcome = finished(Tuner(weights, sequences(), WHOLE, tmp_path / "run"))

    points = [step.point for step in steps if step.point is not None]
    assert points[0].part is None
    assert points[0].regions == outcome.before.regions
    assert {point.part for point in points[1:]} == {part.value for part in Part}


def test_a_run_that_is_cut_off_goes_on_where_it_was(weights: Weights, tmp_path: Path) -> None:
    steps = Tuner(weights, sequences(), WHOLE, tmp_path / "run").steps()
    for step in steps:
        if step.part is Part.COLOR:
            break
    steps.close()

    resumed = list(Tuner(weights, sequences(), WHOLE, tmp_path / "run").steps())

    learning = [step for step in resumed if step.part is not None]
    assert learning[0].part is Part.COLOR
    assert learning[0].share >= step.share
    assert resumed[-1].share == 1


def test_what_is_learned_wins_and_a_run_that_was_cut_off_reaches_the_same(
    weights: Weights, tmp_path: Path
) -> None:
    plan = Plan(minutes=None, epochs=8, parts=(Part.MATCHER,))
    told, whole = finished(Tuner(weights, sequences(), plan, tmp_path / "whole"))
    steps = Tuner(weights, sequences(), plan, tmp_path / "cut").steps()
    next(step for step in steps if step.share > 0.4)
    steps.close()

    _, resumed = finished(Tuner(weights, sequences(), plan, tmp_path / "cut"))

    assert told[-1].share == 1
    assert Part.MATCHER in whole.adopted
    assert whole.after.regions > whole.before.regions
    assert whole.gain.mended > whole.gain.broken
    assert resumed.before.regions == whole.before.regions
    assert resumed.after.regions == whole.after.regions == 1


def test_a_damaged_checkpoint_only_costs_what_was_in_it(weights: Weights, tmp_path: Path) -> None:
    folder = tmp_path / "run"
    finished(Tuner(weights, sequences(), SHORT, folder))
    for file in folder.rglob("*.*"):
        if file.is_file():
            file.write_bytes(b"damaged")

    steps, _ = finished(Tuner(weights, sequences(), SHORT, folder))

    assert steps[0].seconds == 0
    assert steps[-1].share == 1


def test_a_drawing_that_cannot_be_read_is_passed_over(weights: Weights, tmp_path: Path) -> None:
    def gone() -> FinishedDrawing:
        raise OSError("A0009.png was deleted.")

    first, second, _, _, fifth, _, _, last = walk("walk", 8).drawings
    # All that would be learned from but its ends, so that chance cannot leave them out.
    holed = TuningSequence("walk", (first, second, gone, gone, fifth, gone, gone, last))

    _, outcome = finished(Tuner(weights, [holed, walk("run", 5)], SHORT, tmp_path / "run"))

    assert set(outcome.problems) == {"A0009.png was deleted."}
    assert outcome.after.regions >= outcome.before.regions


@pytest.mark.parametrize("given", [[], [walk("key", 1)]])
def test_too_little_to_learn_from_is_said(
    given: list[TuningSequence], weights: Weights, tmp_path: Path
) -> None:
    with pytest.raises(NothingToLearnError, match="too few finished drawings"):
        list(Tuner(weights, given, SHORT, tmp_path / "run").steps())


def test_two_keys_are_enough(weights: Weights, tmp_path: Path) -> None:
    _, outcome = finished(Tuner(weights, [walk("keys", 2)], SHORT, tmp_path / "run"))

    assert outcome.after.regions >= outcome.before.regions


def test_a_pause_takes_no_time_of_the_run(weights: Weights, tmp_path: Path) -> None:
    answers = iter([True] * 5)
    tuner = Tuner(weights, sequences(), SHORT, tmp_path / "run", lambda: next(answers, False))

    steps, _ = finished(tuner)

    assert sum(step.part is None and step.point is None for step in steps) >= 5
    assert steps[-1].share == 1


def test_a_pause_holds_before_drawings_are_studied_too(weights: Weights, tmp_path: Path) -> None:
    is_paused = True
    tuner = Tuner(weights, sequences(), SHORT, tmp_path / "run", lambda: is_paused)
    steps = tuner.steps()

    waiting = [next(steps) for _ in range(20)]
    is_paused = False
    rest = list(steps)

    assert waiting[1].seconds == waiting[-1].seconds
    assert all(step.point is None for step in waiting)
    assert rest[-1].share == 1


def test_of_what_is_measured_a_drawing_may_be_missing_too(weights: Weights, tmp_path: Path) -> None:
    def gone() -> FinishedDrawing:
        raise ValueError("A0002.png is damaged.")

    whole = walk("walk", 8)
    holed = TuningSequence("walk", (whole.drawings[0], gone, *whole.drawings[2:]))

    _, outcome = finished(Tuner(weights, [holed], SHORT, tmp_path / "run"))

    assert outcome.problems == ("A0002.png is damaged.",)
    assert outcome.before.right.size


def test_a_run_that_is_taken_up_tells_its_measures_again(weights: Weights, tmp_path: Path) -> None:
    first, _ = finished(Tuner(weights, sequences(), SHORT, tmp_path / "run"))

    again, outcome = finished(Tuner(weights, sequences(), SHORT, tmp_path / "run"))

    points = [step.point for step in first if step.point is not None]
    assert [step.point for step in again if step.point is not None] == points
    assert again[-1].share == 1
    assert outcome.before.regions == points[0].regions
