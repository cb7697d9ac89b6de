"""Colorize: from the button to results on the timeline."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal, Slot

from app.commands.apply_coloring import ApplyColoring
from app.commands.color_with_learned import ColorWithLearned
from app.document.naming import listed
from app.document.regions import ColoredDrawing
from app.document.shot import Shot
from app.document.show import Show
from app.engine.coloring import color_shot
from app.engine.coloring_request import ColoringRequest, Mode
from app.engine.errors import ColoringError
from app.engine.lent_keys import can_borrow, lent_to
from app.engine.networks import Device, load_networks_library
from app.engine.task import CancelToken, Step
from app.io.shows.weights_store import WeightsStore
from app.jobs.job import Job, Outcome
from app.jobs.queue import JobQueue
from app.language import tr, trn
from app.ui.coloring.coloring_run import ColoringRun, MakeCommand
from app.ui.controls.preferences import Preferences
from app.ui.desk.session import Session

ColorShot = Callable[[ColoringRequest, CancelToken], Iterator[Step[ColoredDrawing]]]


@dataclass
class _Turn:
    """What a run is to color; weights are looked up when its turn comes."""

    request: ColoringRequest
    waits_for_weights: bool


def _work(engine: ColorShot, turn: _Turn, cancel: CancelToken) -> Iterator[Step[ColoredDrawing]]:
    load_networks_library()
    yield from engine(turn.request, cancel)


class Colorizing(QObject):
    """Starts runs, and says how they went.

    Signals:
        queued(): a run waits for its turn.
        started(Job): a run got its turn.
        ended(): it is over, its thread is gone.
        failed(str): it could not go on; one sentence.
    """

    queued = Signal()
    started = Signal(object)
    ended = Signal()
    failed = Signal(str)

    def __init__(
        self,
        session: Session,
        queue: JobQueue,
        preferences: Preferences,
        parent: QObject,
        engine: ColorShot = color_shot,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._queue = queue
        self._preferences = preferences
        self._engine = engine
        self._run: ColoringRun | None = None
        self._job: Job | None = None
        self._turn: _Turn | None = None
        queue.job_started.connect(self._on_started)
        queue.job_ended.connect(self._on_ended)
        session.show_changed.connect(self._cancel_if_gone)

    @property
    def is_running(self) -> bool:
        """True while a run goes on or waits."""
        return self._job is not None

    def can_borrow(self, shot: Shot) -> bool:
        """Whether keys of other shots are there and wanted."""
        return self._preferences.settings.borrows_keys and can_borrow(
            shot, self._session.show.shots
        )

    @Slot()
    def colorize(self) -> None:
        """Color what has no color yet, or was colored with other keys."""
        shot = self._session.shot
        if shot is None:
            return
        pending = self._session.pending()
        if not pending:
            self._session.said.emit(
                tr(
                    "Every drawing is colored with these keys and gaps. "
                    "“Colorize again from scratch” in the Shot menu does them all anew."
                )
            )
            return
        is_rest = len(pending) < len(shot.drawings)
        self._start(
            shot, frozenset(pending), tr("colorize the rest") if is_rest else tr("colorize shot")
        )

    @Slot()
    def colorize_all(self) -> None:
        """Color every drawing anew."""
        shot = self._session.shot
        if shot is not None:
            everything = frozenset(drawing.number for drawing in shot.drawings)
            self._start(shot, everything, tr("colorize again from scratch"))

    @Slot()
    def colorize_selection(self) -> None:
        """Color the selected drawings anew; the one on show when none is selected."""
        shot, playhead = self._session.shot, self._session.playhead
        if shot is None:
            return
        here = [] if playhead.number is None else [playhead.number]
        numbers = playhead.selected_numbers or here
        if not numbers:
            self._session.said.emit(tr("There is no drawing here to be colored."))
            return
        text = trn(
            "colorize drawing {numbers}",
            "colorize drawings {numbers}",
            len(numbers),
            numbers=listed(numbers),
        )
        self._start(shot, frozenset(numbers), text)

    def color_with_learned(self, shot: Shot, numbers: frozenset[int], id_: str) -> bool:
        """Color drawings with what was just learned from corrections, which is used from then on.

        Weights and colors are one step on the undo stack.

        Returns:
            False when another run is in the way.
        """
        show, text = self._session.show, tr("color with what was learned from corrections")
        if self.is_running or show.path is None:
            return False

        def make(first: ColoredDrawing) -> ApplyColoring:
            return ColorWithLearned(show, id_, shot, first, text)

        self._start(shot, numbers, text, make, WeightsStore(show.path).folder(id_))
        return True

    @Slot()
    def cancel(self) -> None:
        """Stop after the present drawing; what is finished stays."""
        if self._job is not None:
            self._queue.cancel(self._job)

    @Slot()
    def _cancel_if_gone(self) -> None:
        """A run goes on behind another shot, but not for a shot that is in the show no more."""
        if self._run is not None and self._run.shot not in self._session.show.shots:
            self.cancel()

    def _start(
        self,
        shot: Shot,
        only: frozenset[int],
        text: str,
        make: MakeCommand | None = None,
        weights: Path | None = None,
    ) -> None:
        if self._job is not None:
            return
        self._session.forget_failures()
        settings = self._preferences.settings
        request = ColoringRequest(
            shot.drawings,
            shot.keys,
            only=only,
            gap=shot.gap,
            mode=cast(Mode, settings.mode),
            device=cast(Device, settings.device),
            weights=weights,
            guesses=True,
            corrections=shot.corrections,
            gap_strokes=shot.gap_strokes,
            lent=lent_to(shot, self._session.show.shots) if settings.borrows_keys else (),
        )
        self._turn = turn = _Turn(request, waits_for_weights=weights is None)
        job = Job(tr("Coloring"), partial(_work, self._engine, turn), speaks=(ColoringError,))
        job.failed.connect(self.failed)
        self._job = job
        make = make or partial(ApplyColoring, shot, text=text)
        self._run = ColoringRun(self._session, shot, job, make, self)
        waits = not self._queue.is_free()
        self._queue.submit(job)
        if waits:
            self.queued.emit()

    @Slot(object)
    def _on_started(self, job: Job) -> None:
        if job is self._job and self._turn is not None and self._run is not None:
            request = replace(self._turn.request, corrections=self._run.shot.corrections)
            if self._turn.waits_for_weights:
                request = replace(request, weights=_weights(self._session.show))
            self._turn.request = request
            self.started.emit(job)

    @Slot(object, object)
    def _on_ended(self, job: Job, outcome: Outcome) -> None:
        if job is not self._job or self._run is None:
            return
        run, self._run, self._job, self._turn = self._run, None, None, None
        if outcome is not Outcome.FAILED:
            self._session.said.emit(self._summary(run, outcome))
        run.deleteLater()
        self.ended.emit()

    def _summary(self, run: ColoringRun, outcome: Outcome) -> str:
        colored = len(run.colored)
        done = trn("{count} drawing colored", "{count} drawings colored", colored)
        if run.shot is not self._session.shot:
            done = tr("{done} in {shot}", done=done, shot=run.shot.name)
        if outcome is Outcome.CANCELLED:
            return tr("Stopped: {done}. Colorize again to do the rest.", done=done)
        if failures := self._session.failures_of(run.shot):
            return tr(
                "{done}; {numbers} could not be colored (point at them).",
                done=done,
                numbers=listed(sorted(failures)),
            )
        if not run.shot.keys:
            return tr("{done} with keys of other shots.", done=done)
        return tr("{done}.", done=done)


def _weights(show: Show) -> Path | None:
    """What the show learned, where that is in use."""
    if show.path is None or show.weights is None:
        return None
    return WeightsStore(show.path).folder(show.weights)
