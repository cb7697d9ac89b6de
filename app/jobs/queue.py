"""One compute job at a time; the rest wait their turn."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QObject, Signal, Slot

from app.jobs.job import Job, Outcome


class JobQueue(QObject):
    """Runs jobs one after the other, in the order of submission.

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
        self._waiting: deque[Job] = deque()
        self._current: Job | None = None

    @property
    def current(self) -> Job | None:
        """The job that runs now."""
        return self._current

    @property
    def is_busy(self) -> bool:
        """True while a job runs or waits."""
        return self._current is not None or bool(self._waiting)

    def submit(self, job: Job) -> None:
        """Run `job` when its turn comes, which is at once when nothing else runs."""
        job.setParent(self)
        self._waiting.append(job)
        self._start_next()

    def cancel(self, job: Job) -> None:
        """Ask a job to stop; one that waits is dropped."""
        job.cancel()
        if job in self._waiting:
            self._waiting.remove(job)
            self.job_ended.emit(job, Outcome.CANCELLED)
            job.deleteLater()

    def cancel_all(self) -> None:
        """Drop the waiting jobs and ask the running one to stop; `idle` follows."""
        dropped, self._waiting = list(self._waiting), deque()
        for job in dropped:
            job.cancel()
            self.job_ended.emit(job, Outcome.CANCELLED)
        if self._current is not None:
            self._current.cancel()

    def stop(self) -> None:
        """Cancel everything and block until no thread is left; for the end of the program."""
        self.cancel_all()
        if self._current is not None:
            self._current.wait()

    def _start_next(self) -> None:
        if self._current is not None or not self._waiting:
            return
        self._current = self._waiting.popleft()
        self._current.ended.connect(self._on_ended)
        self.job_started.emit(self._current)
        self._current.start()

    @Slot(object)
    def _on_ended(self, outcome: Outcome) -> None:
        job, self._current = self._current, None
        assert job is not None
        self.job_ended.emit(job, outcome)
        job.deleteLater()
        self._start_next()
        if not self.is_busy:
            self.idle.emit()
