"""Shots and shows in the window: opening, saving, leaving, recovering, watching the disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.document.show import Show
from app.io.shows.show_file import is_show
from app.language import tr
from app.ui.controls.actions import Act, Actions
from app.ui.controls.file_choice import FileChooser
from app.ui.controls.preferences import Preferences
from app.ui.desk.session import Session
from app.ui.keys.key_marking import KeyMarking
from app.ui.messages.notices import Notices
from app.ui.shows.autosaving import Autosaving
from app.ui.shows.disk_watching import DiskWatching
from app.ui.shows.leaving import Leaving
from app.ui.shows.relinking import Relinking
from app.ui.shows.shot_opening import ShotOpening
from app.ui.shows.show_opening import ShowOpening
from app.ui.shows.show_saving import ShowSaving

_MOST_RECENT = 10


class ShowDesk(QObject):
    """Puts the parts together that care for shows.

    Attributes:
        saving, autosaving, opening, shots, disk: the parts.

    Signals:
        recent_changed(): another show or shot folder is the most recent one.
    """

    recent_changed = Signal()

    def __init__(
        self,
        session: Session,
        keys: KeyMarking,
        notices: Notices,
        chooser: FileChooser,
        preferences: Preferences,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._chooser = chooser
        self._preferences = preferences
        self.saving = ShowSaving(session, notices, chooser, self)
        self.autosaving = Autosaving(session, self.saving, self)
        self._leaving = Leaving(session, self.saving, self.autosaving, chooser)
        self._relinking = Relinking(session, notices, chooser, self)
        self.opening = ShowOpening(
            session, self.saving, self.autosaving, self._leaving, self._relinking, notices, self
        )
        self.shots = ShotOpening(
            session, self.saving, self._leaving, keys, notices, chooser, preferences, self
        )
        self.disk = DiskWatching(session, notices, window)
        for moment in (self.saving.saved, self.opening.opened, self.shots.opened):
            moment.connect(self._on_recent)

    def connect_actions(self, actions: Actions) -> None:
        """Let the actions do what they say."""
        session = self._session
        for act, slot in {
            Act.NEW_SHOW: self.new,
            Act.OPEN_SHOW: self._ask_for_show,
            Act.OPEN: self.shots.ask,
            Act.OPEN_SAMPLE: self.shots.open_sample,
            Act.ADD_SHOT: self.shots.ask_to_add,
            Act.SAVE: partial(self.saving.save, None),
            Act.SAVE_AS: partial(self.saving.save_as, None),
            Act.REMOVE_SHOT: self.shots.remove_current,
            Act.RELINK: self._relinking.choose_for_current,
            Act.PREVIOUS_SHOT: session.go_to_previous_shot,
            Act.NEXT_SHOT: session.go_to_next_shot,
            Act.UNDO: session.undo,
            Act.REDO: session.redo,
        }.items():
            actions[act].triggered.connect(slot)

    @property
    def recent(self) -> list[Path]:
        """Shows and shot folders that were open last and are still there, the newest first."""
        return [path for text in self._preferences.settings.recent if (path := Path(text)).is_dir()]

    def open(self, folder: Path, keys: Mapping[int, Path] | None = None) -> bool:
        """Open a show or a shot folder; False when it is clear that it is neither."""
        if is_show(folder):
            self.opening.open(folder)
            return True
        return self.shots.open(folder, keys)

    @Slot()
    def new(self) -> None:
        """Begin an empty show."""
        if self._leaving.may_leave(self.new):
            self.saving.take(Show())
            self._session.said.emit("")

    def may_close(self, then: Callable[[], object]) -> bool:
        """See `Leaving.may_leave`; for the window."""
        return self._leaving.may_leave(then)

    def stop(self, keeps_work: bool) -> None:
        """End every thread.

        Args:
            keeps_work: keep what is not saved for the next start; False when the user has been
                asked, and what was to be kept is kept.
        """
        self.opening.stop()
        self.saving.stop()
        if keeps_work:
            self.autosaving.keep_and_leave()
        else:
            self.autosaving.forget()
        self.disk.stop()

    @Slot()
    def _ask_for_show(self) -> None:
        recent = [path for path in self.recent if is_show(path)]
        folder = self._chooser.folder(tr("Open show"), recent[0].parent if recent else Path.home())
        if folder is not None:
            self.opening.open(folder)

    @Slot(object)
    def _on_recent(self, path: Path) -> None:
        others = [text for text in self._preferences.settings.recent if text != str(path)]
        self._preferences.change(recent=(str(path), *others)[:_MOST_RECENT])
        self.recent_changed.emit()
