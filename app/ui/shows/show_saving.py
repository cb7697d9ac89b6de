"""Saving the open show, and knowing whether it needs saving."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from app.document.show import Show, ShowState
from app.engine.saving import save_show
from app.engine.task import CancelToken, Step
from app.io.shows.show_file import SHOW_SUFFIX, ShowChangedError, ShowFileError, ShowWriter
from app.jobs.job import Job
from app.language import marked, tr
from app.ui.controls.file_choice import FileChooser
from app.ui.desk.session import Session
from app.ui.messages.notices import NoticeKind, Notices
from app.ui.messages.sentences import told

_AS_OTHER, _REPLACE = marked("Save as…"), marked("Replace what it saved")


def _work(
    writer: ShowWriter,
    state: ShowState,
    replaces: bool,
    before: Path | None,
    cancel: CancelToken,
) -> Iterator[Step[Any]]:
    """A save that another program came before is a result, as it is for the user to decide."""
    try:
        yield from save_show(writer, state, replaces, cancel, before)
    except ShowChangedError as error:
        yield Step(0, 0, "", result=error)


class ShowSaving(QObject):
    """Opens shows in the session and saves them; saving never waits for a run that colors.

    Signals:
        saved(Path): the show is on the disk now.
        dirty_changed(bool): there is unsaved work, or there is no more.
    """

    saved = Signal(object)
    dirty_changed = Signal(bool)

    def __init__(
        self, session: Session, notices: Notices, chooser: FileChooser, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._notices = notices
        self._chooser = chooser
        self._saved_state = ShowState()
        self._writer: ShowWriter | None = None
        self._was_dirty = False
        self._job: Job | None = None
        self._writing: tuple[Show, ShowWriter] | None = None
        self._next: Callable[[], object] | None = None
        self._then: Callable[[], object] | None = None
        session.show_changed.connect(self._tell_dirty)

    @property
    def is_dirty(self) -> bool:
        """True when the show is not as it was saved, or opened."""
        return self._session.show.state() != self._saved_state

    def take(
        self, show: Show, saved: ShowState | None = None, writer: ShowWriter | None = None
    ) -> None:
        """Open a show.

        Args:
            show: the show.
            saved: what of it is safe on the disk; None for the show as it is.
            writer: writes it to where it came from; None for an untitled show.
        """
        self._saved_state = show.state() if saved is None else saved
        self._writer = writer
        self._session.open_show(show)

    def count_as_saved(self) -> None:
        """What changed just now is found again whenever the show is opened."""
        self._saved_state = self._session.show.state()
        self._tell_dirty()

    @Slot()
    def save(self, then: Callable[[], object] | None = None) -> None:
        """Save the show where it was saved before, or ask for a place.

        Args:
            then: called when it is saved.
        """
        if self._writer is None:
            self.save_as(then)
        else:
            self._start(self._writer, then)

    @Slot()
    def save_as(self, then: Callable[[], object] | None = None) -> None:
        """Ask for a place, and save the show there from now on."""
        show = self._session.show
        if not show.shots:
            return
        place = show.path or (show.shots[0].folder.parent / f"{show.name}{SHOW_SUFFIX}")
        path = self._chooser.show_to_save(place)
        if path is None:
            return
        if path.suffix.casefold() != SHOW_SUFFIX:
            path = path.with_name(path.name + SHOW_SUFFIX)
        self._start(ShowWriter(path.absolute()), then)

    def stop(self) -> None:
        """Wait until nothing is written any more; PNG files that are left come another time."""
        self._next = None
        if self._job is not None:
            self._job.cancel()
            self._job.wait()

    def _start(
        self, writer: ShowWriter, then: Callable[[], object] | None, replaces: bool = False
    ) -> None:
        if self._job is not None:
            # Only the PNG files of the save before can still be in the making for long.
            self._next = partial(self._start, writer, then, replaces)
            self._job.cancel()
            return
        self._notices.dismiss(NoticeKind.ERROR)
        show = self._session.show
        self._writing, self._then = (show, writer), then
        state = show.state()
        work = partial(_work, writer, state, replaces, show.path)
        job = Job(tr("Saving"), work, (ShowFileError,), self)
        job.delivered.connect(self._on_result)
        job.failed.connect(self._on_failed)
        job.ended.connect(self._on_ended)
        self._job = job
        job.start()

    @Slot(object)
    def _on_result(self, result: ShowState | ShowChangedError) -> None:
        assert self._writing is not None
        show, writer = self._writing
        then, self._then = self._then, None
        if show is not self._session.show:
            return  # the user has left it meanwhile
        if isinstance(result, ShowChangedError):
            self._ask_about_other_program(writer, result, then)
            return
        self._writer = writer
        self._saved_state = result
        show.path = writer.path
        self._session.said.emit(tr("Saved {path}", path=writer.path))
        self._tell_dirty()
        self.saved.emit(writer.path)
        if then is not None:
            then()

    def _ask_about_other_program(
        self, writer: ShowWriter, error: ShowChangedError, then: Callable[[], object] | None
    ) -> None:
        answer = self._chooser.decision(
            told(str(error)), tr("Nothing was written yet."), (tr(_AS_OTHER), tr(_REPLACE))
        )
        if answer == tr(_AS_OTHER):
            self.save_as(then)
        elif answer == tr(_REPLACE):
            self._start(writer, then, replaces=True)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._then = None
        self._notices.show_notice(NoticeKind.ERROR, sentence)

    @Slot()
    def _on_ended(self) -> None:
        job, self._job = self._job, None
        assert job is not None
        job.deleteLater()
        waiting, self._next = self._next, None
        if waiting is not None:
            waiting()

    @Slot()
    def _tell_dirty(self) -> None:
        is_dirty = self.is_dirty
        if is_dirty != self._was_dirty:
            self._was_dirty = is_dirty
            self.dirty_changed.emit(is_dirty)
