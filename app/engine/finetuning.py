"""Fine-tune the networks on a show (paper section 4.4), and adopt them only when they win."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from app.engine.errors import TuningError
from app.engine.networks import Device, is_out_of_memory
from app.engine.show_sequences import sequences_of, stock_of
from app.engine.task import CancelToken, Failure, Step
from app.engine.tuning_request import (
    MeasuredPoint,
    PauseSwitch,
    TuningPictures,
    TuningRequest,
)
from app.io.files.disk_errors import is_full
from app.io.shows.weights_store import TuningRecord, WeightsStore

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from model.tuning.sequences import TuningSequence
    from model.tuning.tuner import Outcome, Progress, Tuner

TuningResult = MeasuredPoint | TuningPictures | TuningRecord

# What a run keeps on the disk, and what it needs of memory, with something to spare.
_DISK_MB = 150
_MEMORY_MB = 2000

_WHAT = {
    "region_matcher": "Learning which region is which",
    "color_transform": "Learning the show's colors",
    "temporal": "Learning how colors stay the same over time",
}


def fine_tune(
    request: TuningRequest, cancel: CancelToken, pause: PauseSwitch | None = None
) -> Iterator[Step[TuningResult]]:
    """Learn from a show's finished drawings.

    Measures and pictures come while it goes on; a picture of what is used from then on and the
    record come last. A cancel takes effect within one step, and what was best so far is judged as
    if the time were over. Drawings that cannot be read are failures of number 0.

    Raises:
        TuningError: there is nothing to learn from, or the machine cannot do it.
    """
    yield from _Run(request, cancel, pause or PauseSwitch()).steps()


class _Run:
    def __init__(self, request: TuningRequest, cancel: CancelToken, pause: PauseSwitch) -> None:
        self._request, self._cancel, self._pause = request, cancel, pause
        self._store = WeightsStore(request.show)
        self._seconds = 0.0

    def steps(self) -> Iterator[Step[TuningResult]]:
        request = self._request
        yield self._say("Looking at what there is to learn from")
        _check_room(request.show)
        sequences = sequences_of(request.shots, request.footage)
        try:
            folder = self._store.begin(request.plan)
            yield from self._tuned(sequences, folder)
        except OSError as error:
            raise TuningError(_sentence(request.show, error)) from error

    def _tuned(self, sequences: list[TuningSequence], folder: Path) -> Iterator[Step[TuningResult]]:
        device = _device(self._request.device)
        try:
            yield from self._on(device, sequences, folder)
        except RuntimeError as error:
            if not is_out_of_memory(error):
                raise
            if device == "cpu":
                raise TuningError(
                    "There is not enough memory to learn; close other programs and go on with "
                    "the fine-tuning, which is kept."
                ) from error
            yield self._say("The graphics card is out of memory; going on with the processor")
            yield from self._on("cpu", sequences, folder)

    def _on(
        self, device: str, sequences: list[TuningSequence], folder: Path
    ) -> Iterator[Step[TuningResult]]:
        from model.manifest import WeightsError
        from model.tuning.plan import Plan
        from model.tuning.tuner import NothingToLearnError, Tuner
        from model.weights import load_weights

        asked = self._request.plan
        start = None if asked.start is None else self._store.folder(asked.start)
        plan = Plan(asked.minutes, asked.epochs, self._request.gap, device)
        try:
            weights = load_weights(start)
            tuner = Tuner(weights, sequences, plan, folder, lambda: self._pause.is_paused)
            yield from self._followed(tuner)
        except (NothingToLearnError, WeightsError) as error:
            self._store.forget_run(asked.id)
            raise TuningError(str(error)) from error
        except MemoryError as error:
            raise TuningError(
                "There is not enough memory to learn; close other programs and try again."
            ) from error
        if tuner.has_measured:
            yield from self._concluded(tuner.outcome(), start, tuner.truth)
        else:
            self._store.forget_run(asked.id)  # cancelled before there was anything to keep

    def _followed(self, tuner: Tuner) -> Iterator[Step[TuningResult]]:
        before = None
        with closing(tuner.steps()) as steps:
            for progress in steps:
                self._seconds = progress.seconds
                yield self._step(progress)
                if progress.point is not None:
                    yield self._step(progress, _point(progress))
                if progress.shown is not None:
                    before = progress.shown if before is None else before
                    pictures = TuningPictures(before, progress.shown, tuner.truth)
                    yield self._step(progress, pictures)
                if self._cancel.is_cancelled:
                    return

    def _concluded(
        self, outcome: Outcome, start: Path | None, truth: NDArray[np.uint8]
    ) -> Iterator[Step[TuningResult]]:
        for problem in outcome.problems:
            yield Step(0, 0, "A drawing was left out", failure=Failure(0, problem))
        record = self._record(outcome)
        if record.has_won:
            from model.tuning.adopt import write_tuned

            how = {"minutes": record.minutes, "data": record.data, "drawings": record.drawings}
            write_tuned(self._store.folder(record.id), start, outcome, how)
        self._store.finish(record)
        # As the show is colored from now on: the last try need not have been the best.
        now = outcome.after if record.has_won else outcome.before
        pictures = TuningPictures(outcome.before.shown, now.shown, truth)
        yield Step(1, 1, "Fine-tuned", result=pictures)
        yield Step(1, 1, "Fine-tuned", result=record)

    def _record(self, outcome: Outcome) -> TuningRecord:
        request, gain = self._request, outcome.gain
        stock = stock_of(request.shots, request.footage)
        names = [shot.name for shot in request.shots] + [path.name for path in request.footage]
        return TuningRecord(
            id=request.plan.id,
            when=request.plan.when,
            minutes=round(self._seconds / 60, 1),
            data=", ".join(names[:3]) + (f" +{len(names) - 3}" if len(names) > 3 else ""),
            drawings=stock.drawings,
            adopted=tuple(part.value for part in outcome.adopted),
            regions_before=outcome.before.regions,
            regions_after=outcome.after.regions,
            psnr_before=outcome.before.psnr,
            psnr_after=outcome.after.psnr,
            mended=gain.mended,
            broken=gain.broken,
            start=request.plan.start,
        )

    def _step(self, progress: Progress, result: TuningResult | None = None) -> Step[TuningResult]:
        if self._pause.is_paused:
            what = "Paused"
        elif progress.part is None:
            what = "Measuring on drawings that are not learned from"
        else:
            what = _WHAT[progress.part.value]
        # In tenths of a percent: a bar that moves, however long the run is.
        return Step(round(1000 * progress.share), 1000, what, result, seconds=progress.seconds)

    def _say(self, what: str) -> Step[TuningResult]:
        return Step(0, 1000, what)


def _point(progress: Progress) -> MeasuredPoint:
    point = progress.point
    assert point is not None
    return MeasuredPoint(point.seconds / 60, point.regions, point.psnr, point.part is None)


def _device(wanted: Device) -> str:
    from model.colorizer import chosen_device

    return chosen_device(wanted).type


def _check_room(show: Path) -> None:
    """Look before anything slow is done."""
    if not show.is_dir():
        raise TuningError(f"{show} does not exist any more; save the show again.")
    if shutil.disk_usage(show).free < _DISK_MB << 20:
        raise TuningError(
            f"There is less than {_DISK_MB} MB free where {show.name} is saved; make room first."
        )
    free = _free_memory_mb()
    if free is not None and free < _MEMORY_MB:
        raise TuningError(
            f"Learning takes about {_MEMORY_MB} MB of memory and {free} MB are free; "
            "close other programs first."
        )


def _free_memory_mb() -> int | None:
    """Free memory, caches counted as free; None where the system does not tell."""
    try:
        for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) >> 10
    except (OSError, ValueError):
        pass
    return None


def _sentence(show: Path, error: OSError) -> str:
    if is_full(error):
        return (
            f"The disk is full where {show.name} is saved; make room and go on: what was learned "
            "up to the last half minute is kept."
        )
    why = error.strerror or os.strerror(error.errno or 0)
    return f"{show / 'weights'} cannot be written ({why}); save the show in a folder that is yours."
