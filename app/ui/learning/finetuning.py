"""A fine-tuning as it goes on: it outlives the dialog that shows it."""

from __future__ import annotations

import enum
import threading
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal, Slot

from app.document.show import Show
from app.engine.finetuning import TuningResult
from app.engine.networks import Device
from app.engine.task import Failure, Step
from app.engine.tuning_request import (
    MeasuredPoint,
    PauseSwitch,
    TuningPictures,
    request_for,
)
from app.io.shows.weights_store import TuningPlan, TuningRecord, WeightsStore
from app.jobs.job import Job, Outcome
from app.jobs.queue import JobQueue, Lane
from app.language import tr
from app.ui.controls.preferences import Preferences
from app.ui.desk.session import Session
from app.ui.learning.run_clock import RunClock
from app.ui.learning.tuning_work import FineTune, tuning_job
from app.ui.messages.sentences import told

# A guess from less than this share of a run would be far off.
_SHARE_BEFORE_GUESS = 0.02


class Stage(enum.Enum):
    """How far a run is."""

    NONE = "there was none yet"
    WAITING = "behind another piece of work"
    LEARNING = "goes on, or is paused"
    STOPPING = "was asked to stop"
    OVER = "is over"


class FineTuning(QObject):
    """Runs one fine-tuning of the open show in the queue, and remembers how it went.

    Attributes:
        stage: how far it is.
        show: which show it is for.
        plan: what it was asked to do; None before the first run.
        points: measures so far, the one before learning first.
        pictures: of the drawing kept apart, or None.
        record: what came of it, or None.
        error: the sentence on which it broke off, or "".
        problems: a sentence for each drawing that could not be read.
        weights_before: id of what was in use when it ended; None for the weights of Shiage.

    Signals:
        changed(): it began, got its turn, pauses, goes on, stops, or is over.
        progressed(): it came on.
        measured(): there is one more point.
        pictured(): there are other pictures.
        ended(): it is over; told after `changed`.
    """

    changed = Signal()
    progressed = Signal()
    measured = Signal()
    pictured = Signal()
    ended = Signal()

    def __init__(
        self,
        session: Session,
        queue: JobQueue,
        preferences: Preferences,
        engine: FineTune,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._queue, self._preferences = session, queue, preferences
        self._engine = engine
        self._job: Job | None = None
        self._pause, self._leave = PauseSwitch(), threading.Event()
        self._step: Step[TuningResult] = Step(0, 1000, "")
        self._clock = RunClock()
        self._path = Path()
        self._forget(Stage.NONE)
        queue.job_started.connect(self._on_started)
        queue.job_ended.connect(self._on_ended)
        session.show_opened.connect(self._on_other_show)

    def _forget(self, stage: Stage, plan: TuningPlan | None = None) -> None:
        self.stage = stage
        self.show: Show = self._session.show
        self.plan = plan
        self.points: tuple[MeasuredPoint, ...] = ()
        self.pictures: TuningPictures | None = None
        self.record: TuningRecord | None = None
        self.error = ""
        self.problems: tuple[str, ...] = ()
        self.weights_before: str | None = self.show.weights

    # What the user asks for

    def start(self, plan: TuningPlan) -> None:
        """Begin a run, or take an interrupted one up again; the show is saved already."""
        show = self._session.show
        if self._job is not None or show.path is None:
            return
        self._forget(Stage.WAITING, plan)
        self._path = show.path
        device = cast(Device, self._preferences.settings.device)
        request = request_for(show.path, show.state(), plan, device)
        self._pause, self._leave = PauseSwitch(), threading.Event()
        self._step, self._clock = Step(0, 1000, ""), RunClock()
        job = tuning_job(self._engine, request, self._pause, self._leave)
        job.progressed.connect(self._on_progressed)
        job.delivered.connect(self._on_delivered)
        job.unit_failed.connect(self._on_unit_failed)
        job.failed.connect(self._on_failed)
        self._job = job
        self._tell(Stage.WAITING)
        self._queue.submit(job, frozenset({Lane.NETWORKS}))

    def set_paused(self, is_paused: bool) -> None:
        """Pause, or go on."""
        self._pause.set(is_paused)
        self._tell(self.stage)

    @Slot()
    def stop(self) -> None:
        """End the run; the best so far is judged as if the time were over."""
        if self._job is not None:
            self._pause.set(False)
            self._tell(Stage.STOPPING)
            self._queue.cancel(self._job)

    def leave(self) -> None:
        """End the run without a judgement: it can be gone on with another time."""
        if self._job is not None:
            self._leave.set()
            self.stop()

    # How it goes

    @property
    def is_running(self) -> bool:
        """True while a run goes on or waits."""
        return self._job is not None

    @property
    def is_paused(self) -> bool:
        """True while it rests."""
        return self.is_running and self._pause.is_paused

    @property
    def was_left(self) -> bool:
        """True when the last run ended without a judgement, to be gone on with."""
        return self._leave.is_set()

    @property
    def what(self) -> str:
        """What is being done, in words."""
        if self.stage is Stage.WAITING:
            return tr("Waits until the present work is done")
        if self.stage is Stage.STOPPING:
            return tr("Stopping; the best so far is kept")
        if self.is_paused:
            return tr("Paused")
        return told(self._step.what) or tr("Loading the networks")

    @property
    def seconds(self) -> float:
        """Spent so far, over all sittings, without pauses."""
        return self._clock.seconds

    @property
    def share(self) -> float:
        """Of the run that is over, 0..1."""
        if self.plan is not None and self.plan.minutes:
            return min(1.0, self.seconds / (60 * self.plan.minutes))
        return self._step.done / max(1, self._step.total)

    @property
    def seconds_left(self) -> float | None:
        """About how long it will still take; None while nobody knows."""
        if self.plan is not None and self.plan.minutes:
            return max(0.0, 60 * self.plan.minutes - self.seconds)
        share = self.share
        return self.seconds / share * (1 - share) if share > _SHARE_BEFORE_GUESS else None

    def _tell(self, stage: Stage) -> None:
        self.stage = stage
        self._clock.let_run(stage is Stage.LEARNING and not self._pause.is_paused)
        self.changed.emit()

    @Slot(object)
    def _on_started(self, job: Job) -> None:
        if job is self._job:
            self._tell(Stage.LEARNING)

    @Slot(object)
    def _on_progressed(self, step: Step[TuningResult]) -> None:
        if step.total > 1:  # the last one is no measure of the run
            self._step = step
            self._clock.hear(step.seconds)
            self.progressed.emit()

    @Slot(object)
    def _on_delivered(self, result: TuningResult) -> None:
        if isinstance(result, MeasuredPoint):
            self.points = (*self.points, result)
            self.measured.emit()
        elif isinstance(result, TuningPictures):
            self.pictures = result
            self.pictured.emit()
        else:
            self.record = result

    @Slot(object)
    def _on_unit_failed(self, failure: Failure) -> None:
        self.problems = (*self.problems, told(failure.message))

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self.error = told(sentence)

    @Slot(object, object)
    def _on_ended(self, job: Job, outcome: Outcome) -> None:
        if job is not self._job:
            return
        self._job = None
        self._follow_show()
        self.weights_before = self.show.weights
        if self._session.show is not self.show:
            self._forget(Stage.NONE)
        self._tell(self.stage if self.stage is Stage.NONE else Stage.OVER)
        self.ended.emit()

    def _follow_show(self) -> None:
        """The show may have been saved in another place while it learned."""
        path, record = self.show.path, self.record
        if record is None or path is None or path == self._path:
            return
        try:
            WeightsStore(path).take_over(WeightsStore(self._path), record.id)
        except OSError:
            self.record = None
            self.error = tr(
                "What was learned stayed in {path}: it cannot be copied to {name}; save the show "
                "where there is room for it.",
                path=self._path,
                name=path,
            )

    @Slot()
    def _on_other_show(self) -> None:
        """A run belongs to its show, where it is offered again."""
        if self.is_running:
            self.leave()
        else:
            self._forget(Stage.NONE)
            self._tell(Stage.NONE)
