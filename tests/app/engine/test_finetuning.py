"""Fine-tuning on a saved show: what is kept, what is said, what is never lost."""

from __future__ import annotations

import errno
import json
from collections import namedtuple
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from app.document.show import ShotState
from app.engine import finetuning
from app.engine.coloring import color_shot
from app.engine.coloring_request import ColoringRequest
from app.engine.errors import ColoringError, TuningError
from app.engine.finetuning import fine_tune
from app.engine.task import CancelToken
from app.engine.tuning_request import MeasuredPoint, TuningPictures
from app.io.shows.weights_store import TuningRecord, WeightsStore
from model.manifest import MANIFEST
from model.tuning import held_out, learners, lesson_making, lessons
from model.tuning.plan import Part, Plan
from tests.app.engine.tuned_shows import SMALL, save_show, tuning

FEW = 5  # finished drawings, where it does not matter how much is learned


@pytest.fixture(autouse=True)
def only_the_matcher(monkeypatch: pytest.MonkeyPatch) -> None:
    # What the other parts learn is tested where they are; here they would only take time.
    shares = {Part.MATCHER: 1.0}
    monkeypatch.setattr(Plan, "ends", lambda plan: shares)
    monkeypatch.setattr(lessons, "_FIRST_LESSONS", 6)
    monkeypatch.setattr(lesson_making, "_REHEARSED", 0.0)


def learns_fast(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learners, "_RATE", 1e-2)
    monkeypatch.setattr(learners, "_WARM_UP", 2)
    # There are too few regions here for a gain to be beyond all chance.
    monkeypatch.setattr(held_out, "_DEVIATIONS", 0.5)


def test_what_wins_is_written_with_its_record_and_colors_the_show(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    learns_fast(monkeypatch)
    path, state = save_show(tmp_path)
    request = tuning(path, state)
    request = replace(request, plan=replace(request.plan, epochs=8))

    results = [step.result for step in fine_tune(request, CancelToken()) if step.result]

    record = results[-1]
    assert isinstance(record, TuningRecord)
    assert record.has_won
    assert record.regions_after > record.regions_before
    store = WeightsStore(path)
    assert store.records() == [record]
    assert store.interrupted() is None
    assert {file.name for file in store.folder(record.id).iterdir()} == {
        "tuning.json",
        MANIFEST,
        *(f"{part.value}.safetensors" for part in Part),
    }
    (shot,) = state.shots
    ends = replace(shot, keys={number: shot.keys[number] for number in (1, 9)})

    def confidence(weights: Path) -> float:
        steps = color_shot(coloring(ends, weights), CancelToken())
        done = [step.result for step in steps if step.result is not None]
        return float(np.mean([one.confidence.mean() for one in done if not one.is_key]))

    assert confidence(store.folder(record.id)) > confidence(store.folder(SMALL))


def test_measures_and_pictures_come_while_it_goes_on(tmp_path: Path) -> None:
    results = [
        step.result
        for step in fine_tune(tuning(*save_show(tmp_path, FEW)), CancelToken())
        if step.result
    ]

    points = [one for one in results if isinstance(one, MeasuredPoint)]
    pictures = [one for one in results if isinstance(one, TuningPictures)]
    assert [point.is_start for point in points] == [True] + [False] * (len(points) - 1)
    assert len(points) == len(pictures) - 1 >= 2  # the last one is of what came of it
    assert all(one.before.shape == one.now.shape == one.truth.shape for one in pictures)


def test_what_does_not_win_is_recorded_and_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(learners, "_RATE", 0.0)
    path, state = save_show(tmp_path, FEW)

    *_, picture, last = fine_tune(tuning(path, state), CancelToken())

    record = last.result
    assert isinstance(record, TuningRecord)
    assert not record.has_won
    assert isinstance(picture.result, TuningPictures)
    assert picture.result.now is picture.result.before
    assert [file.name for file in WeightsStore(path).folder(record.id).iterdir()] == ["tuning.json"]


def test_a_show_with_nothing_finished_is_told_so(tmp_path: Path) -> None:
    path, state = save_show(tmp_path, finished=1)

    with pytest.raises(TuningError, match="too few finished drawings"):
        list(fine_tune(tuning(path, state), CancelToken()))

    assert WeightsStore(path).interrupted() is None


def test_a_cancel_ends_it_before_anything_is_learned(tmp_path: Path) -> None:
    path, state = save_show(tmp_path, FEW)
    cancel = CancelToken()
    cancel.cancel()

    results = [step.result for step in fine_tune(tuning(path, state), cancel)]

    assert not any(results)
    assert WeightsStore(path).records() == []


def test_a_cancel_keeps_what_was_best_so_far(tmp_path: Path) -> None:
    path, state = save_show(tmp_path, FEW)
    request = tuning(path, state)
    request = replace(request, plan=replace(request.plan, epochs=1000))
    cancel = CancelToken()

    learned = 0
    for step in fine_tune(request, cancel):
        learned += step.what.startswith("Learning")
        if learned == 3:
            cancel.cancel()
        assert learned <= 4

    assert isinstance(step.result, TuningRecord)


def test_a_full_disk_is_said_before_it_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(finetuning.shutil, "disk_usage", lambda _: usage(1, 1, 0))

    with pytest.raises(TuningError, match="make room first"):
        list(fine_tune(tuning(*save_show(tmp_path, FEW)), CancelToken()))


def test_a_disk_that_fills_up_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(learners, "save_state", full)
    path, state = save_show(tmp_path, FEW)
    request = tuning(path, state)

    with pytest.raises(TuningError, match=r"The disk is full where boxes\.shiage is saved"):
        list(fine_tune(request, CancelToken()))

    assert WeightsStore(path).interrupted() == request.plan


def test_too_little_memory_is_said_before_it_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finetuning, "_free_memory_mb", lambda: 300)

    with pytest.raises(TuningError, match="300 MB are free; close other programs"):
        list(fine_tune(tuning(*save_show(tmp_path, FEW)), CancelToken()))


def test_a_card_without_memory_hands_over_to_the_processor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # There is no card here; what its memory says when it is full is all that is needed of it.
    monkeypatch.setattr(finetuning, "_device", lambda _: "cuda")
    real = learners.MatcherLearner.__init__

    def made(self: learners.MatcherLearner, network: object, *rest: object) -> None:
        if device.pop(0) == "cuda":
            raise RuntimeError("CUDA out of memory")
        real(self, network, *rest)  # type: ignore[arg-type]

    device = ["cuda", "cpu"]
    monkeypatch.setattr(learners.MatcherLearner, "__init__", made)
    processor = torch.device("cpu")
    monkeypatch.setattr("model.tuning.tuner.chosen_device", lambda _: processor)
    monkeypatch.setattr("model.tuning.tuner.Tuner._colorizer", on_the_processor)

    steps = list(fine_tune(tuning(*save_show(tmp_path, FEW)), CancelToken()))

    assert any("going on with the processor" in step.what for step in steps)
    assert isinstance(steps[-1].result, TuningRecord)


def on_the_processor(tuner: object, weights: object) -> object:
    from model.colorizer import Colorizer

    return Colorizer(weights, "cpu")  # type: ignore[arg-type]


def test_a_deleted_key_is_named_and_passed_over(tmp_path: Path) -> None:
    path, state = save_show(tmp_path)
    state.shots[0].keys[2].unlink()

    steps = list(fine_tune(tuning(path, state), CancelToken()))

    (failure,) = [step.failure for step in steps if step.failure]
    assert "A0002.png" in failure.message
    assert isinstance(steps[-1].result, TuningRecord)


def test_weights_of_another_version_are_refused_in_a_sentence(tmp_path: Path) -> None:
    path, state = save_show(tmp_path, FEW)
    folder = WeightsStore(path).folder(SMALL)
    manifest = json.loads((folder / MANIFEST).read_text())
    (folder / MANIFEST).write_text(json.dumps({**manifest, "based_on": {"region_matcher": "?"}}))

    with pytest.raises(TuningError, match="fine-tune again, or go back"):
        list(fine_tune(tuning(path, state), CancelToken()))
    with pytest.raises(ColoringError, match="fine-tune again, or go back"):
        list(color_shot(coloring(state.shots[0], folder), CancelToken()))


def coloring(shot: ShotState, weights: Path) -> ColoringRequest:
    return ColoringRequest(shot.drawings, dict(shot.keys), device="cpu", weights=weights)
