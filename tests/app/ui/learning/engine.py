"""A fine-tuning that obeys the test, and a show for it on the disk."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import numpy as np

from app.engine.finetuning import TuningResult
from app.engine.task import CancelToken, Failure, Step
from app.engine.tuning_request import MeasuredPoint, PauseSwitch, TuningPictures, TuningRequest
from app.io.shows.weights_store import TuningPlan, TuningRecord, WeightsStore

SECONDS_PER_STEP = 10.0


def record_of(plan: TuningPlan, has_won: bool = True) -> TuningRecord:
    """What comes of a run: 31 regions mended when it won, none otherwise."""
    return TuningRecord(
        id=plan.id,
        when=plan.when,
        minutes=2.0,
        data="cut 12",
        drawings=12,
        adopted=("region_matcher",) if has_won else (),
        regions_before=0.92,
        regions_after=0.941 if has_won else 0.92,
        psnr_before=33.8,
        psnr_after=35.0 if has_won else 33.7,
        mended=31 if has_won else 1,
        broken=4 if has_won else 1,
        start=plan.start,
    )


class ObedientTuner:
    """Measures as often as the test allows, then judges.

    Attributes:
        requests: what it was asked to do.
        wins: whether the runs win.
        error: raised after the first step, when set.
        problem: a drawing that could not be read, when set.
        steps: that each run takes, with a measure in each.
        paused: the switch of the run that goes on.
    """

    def __init__(self) -> None:
        self.requests: list[TuningRequest] = []
        self.wins = True
        self.error: Exception | None = None
        self.problem = ""
        self.steps = 4
        self.paused: PauseSwitch | None = None
        self._allowed = threading.Semaphore(1_000_000)

    def hold(self) -> None:
        """From now on only what `allow` allows."""
        self._allowed = threading.Semaphore(0)

    def allow(self, steps: int) -> None:
        self._allowed.release(steps)

    def __call__(
        self, request: TuningRequest, cancel: CancelToken, pause: PauseSwitch
    ) -> Iterator[Step[TuningResult]]:
        self.requests.append(request)
        self.paused = pause
        store = WeightsStore(request.show)
        yield Step(0, 1000, "Looking at what there is to learn from")
        if self.error is not None:
            raise self.error
        store.begin(request.plan)
        for number in range(self.steps):
            share = 1000 * number // self.steps
            while pause.is_paused or not self._allowed.acquire(timeout=0.005):
                yield Step(share, 1000, "Paused" if pause.is_paused else "Learning which")
                if cancel.is_cancelled:
                    break
            if cancel.is_cancelled:
                break
            yield from self._measured(number, share)
        if self.problem:
            yield Step(0, 0, "A drawing was left out", failure=Failure(0, self.problem))
        record = record_of(request.plan, self.wins)
        store.finish(record)
        yield Step(1, 1, "Fine-tuned", result=record)

    def _measured(self, number: int, share: int) -> Iterator[Step[TuningResult]]:
        seconds = SECONDS_PER_STEP * number
        point = MeasuredPoint(seconds / 60, 0.92 + 0.007 * number, 33.8 + number / 3, number == 0)
        what = "Measuring on drawings that are not learned from"
        yield Step(share, 1000, what, point, seconds=seconds)
        yield Step(share, 1000, what, pictures(number), seconds=seconds)


def pictures(number: int) -> TuningPictures:
    """A red drawing that should be blue, and gets more so with the number."""
    images = [np.full((30, 40, 3), 255, np.uint8) for _ in range(3)]
    for image, blue in zip(images, (0, 60 * number, 255), strict=True):
        image[5:25, 10:30] = 255 - blue, 0, blue
    return TuningPictures(*images)
