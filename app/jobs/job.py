"""One long piece of engine work on a thread of its own."""

from __future__ import annotations

import enum
import logging
import time
from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QObject, Qt, QThread, Signal, Slot

from app.engine.task import CancelToken, Step
from app.language import tr

_log = logging.getLogger(__name__)

Work = Callable[[CancelToken], Iterator[Step[Any]]]

# A progress bar gains nothing from more, and every signal costs the window a turn.
_PROGRESS_INTERVAL_S = 1 / 30


class Outcome(enum.Enum):
    """How a job ended."""

    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


class _Worker(QObject):
    """Lives on the job's thread and drains the generator there.

    Signals:
        progressed(Step): at most 30 times a second, and always the last one.
        delivered(object): every result.
        unit_failed(Failure): every unit that failed.
        failed(str): the work broke off; one sentence.
        finished(): always the last signal.
    """

    progressed = Signal(object)
    delivered = Signal(object)
    unit_failed = Signal(object)
    failed = Signal(str)
    finished = Signal()

    def __init__(
        self, title: str, work: Work, token: CancelToken, speaks: tuple[type[Exception], ...]
    ) -> None:
        super().__init__()
        self._title = title
        self._work = work
        self._token = token
        self._speaks = speaks

    @Slot()
    def run(self) -> None:
        try:
            self._drain()
        except self._speaks as error:
            self.failed.emit(str(error))
        except Exception as error:  # whatever it is, it must not leave the thread running
            _log.exception("%s broke off", self._title)
            self.failed.emit(
                tr(
                    "{title} stopped on an unexpected error ({error}). "
                    "What was finished is kept; try again.",
                    title=self._title,
                    error=f"{type(error).__name__}: {error}",
                )
            )
        finally:
            self.finished.emit()

    def _drain(self) -> None:
        held_back: Step[Any] | None = None
        next_progress = 0.0
        for step in self._work(self._token):
            if step.result is not None:
                self.delivered.emit(step.result)
            if step.failure is not None:
                self.unit_failed.emit(step.failure)
            now = time.monotonic()
            if now >= next_progress:
                self.progressed.emit(step)
                held_back = None
                next_progress = now + _PROGRESS_INTERVAL_S
            else:
                held_back = step
        if held_back is not None:
            self.progressed.emit(held_back)


class Job(QObject):
    """Runs an engine generator on a QThread and tells about it on the GUI thread.

    Create and start it on the GUI thread. All signals are emitted there, in the order in which
    the work produced them; `ended` comes last, when the thread is gone.

    Attributes:
        title: what the user asked for, such as "Colorize shot".

    Signals:
        progressed(Step): at most about 30 times a second; the last one always arrives.
        delivered(object): each result, none is dropped.
        unit_failed(Failure): each unit that failed while the rest goes on.
        failed(str): the work broke off; one sentence for the user.
        ended(Outcome): once.
    """

    progressed = Signal(object)
    delivered = Signal(object)
    unit_failed = Signal(object)
    failed = Signal(str)
    ended = Signal(object)

    def __init__(
        self,
        title: str,
        work: Work,
        speaks: tuple[type[Exception], ...] = (),
        parent: QObject | None = None,
    ) -> None:
        """Prepare a job.

        Args:
            title: what the user asked for; begins the sentence about an unexpected error.
            work: called on the thread with the cancel token; gives the steps.
            speaks: exceptions whose text is already a sentence for the user.
            parent: owner, or None.
        """
        super().__init__(parent)
        self.title = title
        self._token = CancelToken()
        self._failed = False
        self._ended = False
        self._worker = _Worker(title, work, self._token, speaks)
        self._thread = QThread(self)
        self._worker.moveToThread(self._thread)
        self._connect()

    def _connect(self) -> None:
        worker, thread = self._worker, self._thread
        thread.started.connect(worker.run)
        worker.progressed.connect(self._on_progressed)
        worker.delivered.connect(self._on_delivered)
        worker.unit_failed.connect(self._on_unit_failed)
        worker.failed.connect(self._on_failed)
        # Direct: a queued quit would wait for the GUI thread, which may be waiting in wait().
        worker.finished.connect(thread.quit, Qt.ConnectionType.DirectConnection)
        thread.finished.connect(self._on_thread_finished)

    @property
    def is_running(self) -> bool:
        """True from `start` until `ended` was emitted."""
        return self._thread.isRunning() or (self._thread.isFinished() and not self._ended)

    @property
    def is_cancelled(self) -> bool:
        """True once `cancel` was called."""
        return self._token.is_cancelled

    def start(self) -> None:
        """Start the thread; a job runs once."""
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop after the present unit; `ended` follows when it has."""
        self._token.cancel()

    def wait(self) -> None:
        """Block until the thread is gone; for the very end of the program."""
        self._thread.wait()

    @Slot(object)
    def _on_progressed(self, step: Step[Any]) -> None:
        self.progressed.emit(step)

    @Slot(object)
    def _on_delivered(self, result: object) -> None:
        self.delivered.emit(result)

    @Slot(object)
    def _on_unit_failed(self, failure: object) -> None:
        self.unit_failed.emit(failure)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._failed = True
        self.failed.emit(sentence)

    @Slot()
    def _on_thread_finished(self) -> None:
        self._thread.wait()
        self._ended = True
        if self._failed:
            self.ended.emit(Outcome.FAILED)
        elif self._token.is_cancelled:
            self.ended.emit(Outcome.CANCELLED)
        else:
            self.ended.emit(Outcome.DONE)
