"""One running export: the job, and the count of what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from app.engine.exporting import Exported, export_shot
from app.engine.movie_export import MovieRequest, export_movie
from app.engine.task import CancelToken, Failure, Step
from app.io.exports.sequence_export import ExportError
from app.jobs.job import Job, Outcome
from app.jobs.queue import JobQueue, Lane
from app.language import tr
from app.ui.exporting.export_order import Request
from app.ui.exporting.export_words import summary

Export = Callable[[Any, CancelToken], Iterator[Step[Exported]]]


def export(request: Request, cancel: CancelToken) -> Iterator[Step[Exported]]:
    """Images or a movie, whatever is asked for."""
    if isinstance(request, MovieRequest):
        return export_movie(request, cancel)
    return export_shot(request, cancel)


class ExportRun(QObject):
    """Runs an export in the queue and sums it up.

    Attributes:
        folder: where the files go.
        written: how many files were written.

    Signals:
        progressed(Step): how far it is.
        ended(str): it is over; what to say about it.
    """

    progressed = Signal(object)
    ended = Signal(str)

    def __init__(
        self, request: Request, queue: JobQueue, engine: Export, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.folder: Path = request.folder
        self.written = 0
        self._kept = 0
        self._failures: list[Failure] = []
        self._sentence = ""
        self._job = Job(tr("Export"), partial(engine, request), speaks=(ExportError,))
        self._job.progressed.connect(self._on_progressed)
        self._job.delivered.connect(self._on_delivered)
        self._job.unit_failed.connect(self._on_failure)
        self._job.failed.connect(self._on_failed)
        self._job.ended.connect(self._on_ended)
        queue.submit(self._job, frozenset({Lane.DRAWINGS}))

    def cancel(self) -> None:
        """Ask it to stop; `ended` follows."""
        self._job.cancel()

    @Slot(object)
    def _on_progressed(self, step: Step[Exported]) -> None:
        self.progressed.emit(step)

    @Slot(object)
    def _on_delivered(self, exported: Exported) -> None:
        self.written += len(exported.files)
        self._kept += exported.kept

    @Slot(object)
    def _on_failure(self, failure: Failure) -> None:
        self._failures.append(failure)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._sentence = sentence

    @Slot(object)
    def _on_ended(self, outcome: Outcome) -> None:
        self.ended.emit(
            summary(outcome, self._sentence, self.written, self._kept, self._failures, self.folder)
        )
