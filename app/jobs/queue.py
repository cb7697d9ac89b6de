"""Compute jobs wait for each other where they must not run side by side."""

from __future__ import annotations

import enum

from PySide6.QtCore import QObject, Signal, Slot

from app.jobs.job import Job, Outcome


class Lane(enum.Enum):
    """What only one job may do at a time."""

    NETWORKS = "learns, or colors with what is learned"
    DRAWINGS = "works on the drawings of shots"


EVERY_LANE = frozenset(Lane)


class JobQueue(QObject):
    """Starts jobs in the order of submission, each as soon as its lanes are free.

    So a correction need not wait for a fine-tuning that goes on for hours, nor for the coloring
    that waits behind it.

    Signals:
        job_started(Job): a job got its turn.
        job_ended(Job, Outcome): it is over and its thread is gone; a job that was cancelled
            before its turn ends without having started.
        idle(): nothing runs and nothing waits any more.
    """

    job_started = Signal(object)
    job_ended = Signal(object, object)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[Job, frozenset[Lane]] = {}
        self._running: dict[Job, frozenset[Lane]] = {}

    @property
    def is_busy(self) -> bool:
        """True while a job runs or waits."""
        return bool(self._running or self._waiting)

    def is_free(self, lanes: frozenset[Lane] = EVERY_LANE) -> bool:
        """Whether a job that takes these lanes would start at once."""
        return not any(lanes & taken for taken in self._running.values())

    def submit(self, job: Job, lanes: frozenset[Lane] = EVERY_LANE) -> None:
        """Run `job` when its lanes are free."""
        job.setParent(self)
        self._waiting[job] = lanes
        self._start_what_can()

    def cancel(self, job: Job) -> None:
        """Ask a job to stop; one that waits is dropped."""
        job.cancel()
        if self._waiting.pop(job, None) is not None:
            self.job_ended.emit(job, Outcome.CANCELLED)
            job.deleteLater()

    def cancel_all(self) -> None:
        """Drop the waiting jobs and ask those that run to stop; `idle` follows."""
        dropped, self._waiting = list(self._waiting), {}
        for job in dropped:
            job.cancel()
            self.job_ended.emit(job, Outcome.CANCELLED)
        for job in self._running:
            job.cancel()

    def stop(self) -> None:
        """Cancel everything and block until no thread is left; for the end of the program."""
        self.cancel_all()
        for job in self._running:
            job.wait()

    def _start_what_can(self) -> None:
        for job, lanes in list(self._waiting.items()):
            if job in self._waiting and self.is_free(lanes):
                del self._waiting[job]
                self._running[job] = lanes
                job.ended.connect(self._on_ended)
                self.job_started.emit(job)
                job.start()

    @Slot(object)
    def _on_ended(self, outcome: Outcome) -> None:
        job = self.sender()
        assert isinstance(job, Job)
        del self._running[job]
        self.job_ended.emit(job, outcome)
        job.deleteLater()
        self._start_what_can()
        if not self.is_busy:
            self.idle.emit()
