"""Opening shows: saved ones, and unsaved work that an earlier start left behind."""

from __future__ import annotations

import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.document.naming import listed
from app.document.shot import Shot
from app.document.show import ShowState
from app.engine.saving import open_show
from app.io.shows.autosave import AutosaveSlot, LostWork, discard, find_lost
from app.io.shows.show_file import ReadShow, ShowFileError, ShowWriter
from app.jobs.job import Job
from app.language import tr
from app.paths import autosave_dir
from app.ui.desk.session import Session
from app.ui.messages.notices import Choice, NoticeKind, Notices
from app.ui.shows.autosaving import Autosaving
from app.ui.shows.leaving import Leaving
from app.ui.shows.relinking import Relinking
from app.ui.shows.show_saving import ShowSaving
from app.ui.shows.stale_notice import StaleNotice


class ShowOpening(QObject):
    """Reads shows in the background and puts them into the session.

    Signals:
        opened(Path): a saved show is open.
        ended(): reading is over, whether it went well or not.
    """

    opened = Signal(object)
    ended = Signal()

    def __init__(
        self,
        session: Session,
        saving: ShowSaving,
        autosaving: Autosaving,
        leaving: Leaving,
        relinking: Relinking,
        notices: Notices,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._saving = saving
        self._autosaving = autosaving
        self._leaving = leaving
        self._relinking = relinking
        self._notices = notices
        self._stale = StaleNotice(session, notices, self)
        self._job: Job | None = None
        self._lost: LostWork | None = None

    def open(self, path: Path) -> None:
        """Open a saved show; what is wrong with it is told in a notice."""
        self._read(path, None)

    def offer_recovery(self) -> None:
        """Offer the newest work that was left behind, if there is any."""
        lost = find_lost(autosave_dir())
        if not lost:
            return
        newest = lost[0]
        more = (
            tr(" There is more after it ({count}).", count=len(lost) - 1) if len(lost) > 1 else ""
        )
        self._notices.show_notice(
            NoticeKind.RECOVERY,
            tr(
                "Unsaved work on “{name}” {when} was kept.{more}",
                name=newest.name,
                when=_when(newest.when),
                more=more,
            ),
            [
                Choice(tr("Recover"), partial(self._read, newest.show, newest), is_primary=True),
                Choice(tr("Discard"), partial(self._discard, newest)),
            ],
        )

    def stop(self) -> None:
        """Wait for the end of reading."""
        if self._job is not None:
            self._job.wait()

    def _discard(self, lost: LostWork) -> None:
        discard(lost)
        self.offer_recovery()

    def _read(self, path: Path, lost: LostWork | None) -> None:
        if self._job is not None:
            return
        self._lost = lost
        self._session.said.emit(
            tr("Opening {name} …", name=path.name if lost is None else lost.name)
        )
        job = Job(tr("Opening"), partial(open_show, path), (ShowFileError,), self)
        job.delivered.connect(self._on_read)
        job.failed.connect(self._on_failed)
        job.ended.connect(self._on_ended)
        self._job = job
        job.start()

    @Slot(object)
    def _on_read(self, read: ReadShow) -> None:
        lost, self._lost = self._lost, None
        self._take_if_free(read, lost)

    def _take_if_free(self, read: ReadShow, lost: LostWork | None) -> None:
        if not self._leaving.may_leave(partial(self._take_if_free, read, lost)):
            return
        for kind in (NoticeKind.OFFER, NoticeKind.PROBLEMS, NoticeKind.MISSING, NoticeKind.ERROR):
            self._notices.dismiss(kind)
        if lost is None:
            writer = ShowWriter(read.path, read.saved, read.unread)
            self._saving.take(read.state.show(read.path), read.state, writer)
            self._session.said.emit(tr("Opened {path}", path=read.path))
            self.opened.emit(read.path)
        elif not self._take_lost(read, lost):
            return
        self._tell(read, is_saved=lost is None)

    def _take_lost(self, read: ReadShow, lost: LostWork) -> bool:
        slot = AutosaveSlot.claim(lost)
        if slot is None:
            self._notices.show_notice(
                NoticeKind.ERROR,
                tr("“{name}” was recovered by another window of Shiage.", name=lost.name),
            )
            return False
        writer = None if lost.path is None else ShowWriter(lost.path)
        self._autosaving.adopt(slot)
        self._saving.take(read.state.show(lost.path), ShowState(), writer)
        self._session.said.emit(tr("Recovered “{name}”; save it to keep it.", name=lost.name))
        self.offer_recovery()
        return True

    def _tell(self, read: ReadShow, is_saved: bool) -> None:
        shots = self._session.show.shots
        outdated: dict[Shot, set[int]] = {}
        for shot, found in zip(shots, read.shots, strict=True):
            paths = {shot.drawing(n).path for n in found.changed}
            paths |= {shot.keys[n] for n in found.changed if n in shot.keys}
            for one, numbers in self._session.note_files_changed(shot, paths).items():
                outdated.setdefault(one, set()).update(numbers)
        if outdated:
            if is_saved:
                self._saving.count_as_saved()
            self._stale.tell(
                tr(
                    "Files changed since this show was saved. Colors that followed from them are "
                    "marked stale; Colorize brings them up to date."
                ),
                outdated,
                [f"{one.name}: {listed(sorted(n))}" for one, n in outdated.items()],
            )
        if read.problems:
            self._notices.show_notice(
                NoticeKind.PROBLEMS,
                tr("{count} colorings of this show could not be read.", count=len(read.problems)),
                details=read.problems,
            )
        missing = [found.is_missing for found in read.shots]
        self._relinking.ask_for(s for s, gone in zip(shots, missing, strict=True) if gone)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._session.said.emit("")
        self._notices.show_notice(NoticeKind.ERROR, sentence)

    @Slot()
    def _on_ended(self) -> None:
        job, self._job = self._job, None
        assert job is not None
        job.deleteLater()
        self.ended.emit()


def _when(seconds: float) -> str:
    """A moment as one speaks of it."""
    moment, today = time.localtime(seconds), time.localtime()
    clock = time.strftime("%H:%M", moment)
    if moment[:3] == today[:3]:
        return tr("from {clock} today", clock=clock)
    return tr("from {day}, {clock},", day=time.strftime("%Y-%m-%d", moment), clock=clock)
