"""Keeping unsaved work safe without being asked."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.engine.task import CancelToken, Step
from app.io.shows.autosave import AutosaveSlot
from app.io.shows.show_schema import ShowFileError
from app.jobs.job import Job
from app.language import tr
from app.paths import autosave_dir
from app.ui.desk.session import Session
from app.ui.shows.show_saving import ShowSaving

_log = logging.getLogger(__name__)

INTERVAL_MS = 30_000


def _work(act: Callable[[], None], cancel: CancelToken) -> Iterator[Step[Any]]:
    act()
    yield Step(1, 1, "", result=True)


class Autosaving(QObject):
    """Writes unsaved work into a slot of this program, 30 s after a change at the latest.

    The user's own files are not touched. Only taking the state happens on the GUI thread.

    Signals:
        kept(): unsaved work is safe in the slot.
    """

    kept = Signal()

    def __init__(self, session: Session, saving: ShowSaving, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._saving = saving
        self._slot = AutosaveSlot(autosave_dir())
        self._has_work = False
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._keep)
        session.show_changed.connect(self._on_changed)
        saving.dirty_changed.connect(self._on_changed)

    def set_interval(self, milliseconds: int) -> None:
        """Autosave that long after a change."""
        self._timer.setInterval(milliseconds)

    def adopt(self, slot: AutosaveSlot) -> None:
        """Go on with the slot of recovered work; it stays safe until the work is saved."""
        self._slot, self._has_work = slot, True

    def keep_and_leave(self) -> None:
        """Write what is not saved and offer it at the next start; for leaving the show."""
        self._finish()
        if self._saving.is_dirty:
            try:
                self._write()()
            except (OSError, ShowFileError) as error:
                _log.warning("The unsaved work was not kept: %s", error)
        self._slot.leave()
        self._start_anew()

    def forget(self) -> None:
        """Drop the kept work: it is saved, or the user does not want it."""
        self._finish()
        self._slot.clear()
        self._start_anew()

    def _start_anew(self) -> None:
        self._slot, self._has_work = AutosaveSlot(autosave_dir()), False

    def _finish(self) -> None:
        self._timer.stop()
        if self._job is not None:
            self._job.wait()

    @Slot()
    def _on_changed(self) -> None:
        if self._saving.is_dirty:
            if not self._timer.isActive():
                self._timer.start()
        else:
            self._timer.stop()
            if self._has_work:
                self._run(self._slot.clear)
                self._has_work = False

    @Slot()
    def _keep(self) -> None:
        if self._job is not None:
            self._timer.start()
        elif self._saving.is_dirty:
            self._has_work = True
            self._run(self._write())

    def _write(self) -> Callable[[], None]:
        show = self._session.show
        return partial(self._slot.write, show.state(), show.name, show.path)

    def _run(self, act: Callable[[], None]) -> None:
        if self._job is not None:
            # Clearing while the last autosave is being written: the slot takes one at a time.
            self._job.wait()
        job = Job(tr("Autosaving"), partial(_work, act), (OSError, ShowFileError), self)
        job.delivered.connect(self.kept)
        job.failed.connect(self._on_failed)
        job.ended.connect(self._on_ended)
        self._job = job
        job.start()

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._session.said.emit(tr("Unsaved work could not be kept: {sentence}", sentence=sentence))

    @Slot()
    def _on_ended(self) -> None:
        job = self.sender()
        if job is self._job:
            self._job = None
        job.deleteLater()
