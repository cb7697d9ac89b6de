"""One running look at footage: an import, or a look through what the show has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.engine.imported_shot import ImportedShot
from app.engine.task import CancelToken, Failure, Step
from app.io.footage.frame_source import FootageError
from app.jobs.job import Job, Outcome, Work
from app.jobs.queue import JobQueue, Lane
from app.language import tr
from app.ui.footage.words import ending_of
from app.ui.messages.sentences import told

ImportFootage = Callable[[Path, Path, CancelToken], Iterator[Step[ImportedShot]]]


class ImportRun(QObject):
    """Runs it in the queue and sums it up.

    Signals:
        progressed(Step): how far it is.
        delivered(ImportedShot): one more shot.
        ended(str, list): it is over; how it went, and what could not be read, in sentences.
    """

    progressed = Signal(object)
    delivered = Signal(object)
    ended = Signal(str, object)

    def __init__(self, work: Work, queue: JobQueue, parent: QObject) -> None:
        super().__init__(parent)
        self._kept = 0
        self._problems: list[str] = []
        self._sentence = ""
        self._job = Job(tr("Import finished footage"), work, (FootageError,))
        self._job.progressed.connect(self.progressed)
        self._job.delivered.connect(self._on_delivered)
        self._job.unit_failed.connect(self._on_failure)
        self._job.failed.connect(self._on_failed)
        self._job.ended.connect(self._on_ended)
        queue.submit(self._job, frozenset({Lane.DRAWINGS}))

    def cancel(self) -> None:
        """Ask it to stop; `ended` follows."""
        self._job.cancel()

    @Slot(object)
    def _on_delivered(self, shot: ImportedShot) -> None:
        self._kept += shot.reason is None
        self.delivered.emit(shot)

    @Slot(object)
    def _on_failure(self, failure: Failure) -> None:
        self._problems.append(told(failure.message))

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._sentence = told(sentence)

    @Slot(object)
    def _on_ended(self, outcome: Outcome) -> None:
        sentence = self._sentence or ending_of(outcome, self._kept)
        self.ended.emit(sentence, self._problems)
