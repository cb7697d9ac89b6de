"""The end of the window: in order, with nothing lost and every thread ended."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QObject, Slot

from app.jobs.queue import JobQueue
from app.language import tr
from app.ui.desk.session import Session
from app.ui.learning.finetuning import FineTuning
from app.ui.shows.show_desk import ShowDesk


class Worker(Protocol):
    """A part with a thread of its own."""

    def stop(self) -> None:
        """End the thread."""
        ...


class Closing(QObject):
    """Waits for the running job, lets the user keep unsaved work, and then ends the threads.

    Attributes:
        is_agreed: the user has been asked, or need not be.
    """

    def __init__(
        self,
        session: Session,
        queue: JobQueue,
        tuning: FineTuning,
        shows: ShowDesk,
        workers: Iterable[Worker],
        close: Callable[[], object],
        parent: QObject,
    ) -> None:
        """Prepare the end.

        Args:
            session: forgets its changes.
            queue: its job comes to a clean stop first.
            tuning: its run is kept for another time.
            shows: asks, and keeps what is not saved.
            workers: the other parts with threads.
            close: closes the window.
            parent: owns this.
        """
        super().__init__(parent)
        self.is_agreed = False
        self._session, self._queue, self._shows = session, queue, shows
        self._tuning = tuning
        self._workers = tuple(workers)
        self._close = close
        self._waits_for_job = False
        queue.idle.connect(self._on_idle)

    def may_close(self) -> bool:
        """Whether the window may close at once; if not, it is closed as soon as it may."""
        if self._queue.is_busy:
            self._waits_for_job = True
            self._session.said.emit(
                tr("Keeping the fine-tuning for the next time, then closing …")
                if self._tuning.is_running
                else tr("Finishing the present drawing, then closing …")
            )
            self._tuning.leave()
            self._queue.cancel_all()
            return False
        self.is_agreed = self.is_agreed or self._shows.may_close(self._on_agreed)
        self._waits_for_job = self._waits_for_job and self.is_agreed
        return self.is_agreed

    def finish(self) -> None:
        """End every thread, and forget all changes."""
        self._stop_threads()
        self._session.close()

    def stop_work(self) -> None:
        """End every thread and wait for it, whatever goes on."""
        self._tuning.leave()
        self._queue.stop()
        self._stop_threads()

    def _stop_threads(self) -> None:
        self._shows.stop(keeps_work=not self.is_agreed)
        for worker in self._workers:
            worker.stop()

    def _on_agreed(self) -> None:
        self.is_agreed = True
        self._close()

    @Slot()
    def _on_idle(self) -> None:
        if self._waits_for_job:
            self._close()
