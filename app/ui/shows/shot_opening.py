"""Opening shot folders in the window, alone or into the open show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from app.commands.edit_shots import EditShots
from app.document.show import Show
from app.io.shots.shot_folder import ShotFolder, ShotFolderError, open_shot_folder
from app.language import tr
from app.paths import sample_shot_dir
from app.ui.controls.file_choice import FileChooser
from app.ui.controls.preferences import Preferences
from app.ui.desk.session import Session
from app.ui.keys.key_marking import KeyMarking
from app.ui.messages.notices import NoticeKind, Notices
from app.ui.shows.leaving import Leaving
from app.ui.shows.show_saving import ShowSaving


class ShotOpening(QObject):
    """Opens folders from wherever they come, and says what is odd about them.

    Signals:
        opened(Path): a shot folder is open as an untitled show.
    """

    opened = Signal(object)

    def __init__(
        self,
        session: Session,
        saving: ShowSaving,
        leaving: Leaving,
        keys: KeyMarking,
        notices: Notices,
        chooser: FileChooser,
        preferences: Preferences,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._saving = saving
        self._leaving = leaving
        self._keys = keys
        self._notices = notices
        self._chooser = chooser
        self._preferences = preferences

    def open(self, folder: Path, keys: Mapping[int, Path] | None = None) -> bool:
        """Open a folder; False when it is no shot folder, and the open shot stays.

        It becomes an untitled show. Where an untitled show with unsaved work is open already, the
        shot is added to it: nothing is lost and nothing need be asked.

        Args:
            folder: with the line art.
            keys: color images by drawing number that are already known to be keys.
        """
        found = self._found(folder)
        if found is None:
            return False
        show = self._session.show
        if show.path is None and show.shots and self._saving.is_dirty:
            self._add(found)
        elif self._leaving.may_leave(partial(self.open, folder, keys)):
            self._saving.take(Show(None, [found.shot]))
            timing = (
                tr(" with the timesheet {name}", name=found.timesheet.name)
                if found.timesheet
                else ""
            )
            self._session.said.emit(
                tr("Opened {folder}{timing}", folder=found.shot.folder, timing=timing)
            )
            self.opened.emit(found.shot.folder)
        else:
            return False
        self._look_around(found, keys)
        return True

    def add(self, folder: Path) -> bool:
        """Add a shot to the open show; False when the folder is no shot folder."""
        found = self._found(folder)
        if found is None:
            return False
        self._add(found)
        self._look_around(found, None)
        return True

    @Slot()
    def ask(self) -> None:
        """Ask for a folder and open it."""
        folder = self._chooser.folder(tr("Open shot folder"), self._start())
        if folder is not None:
            self.open(folder)

    @Slot()
    def ask_to_add(self) -> None:
        """Ask for a folder and add it to the show."""
        folder = self._chooser.folder(tr("Add shot to show"), self._start())
        if folder is not None:
            self.add(folder)

    @Slot()
    def open_sample(self) -> None:
        """Open the shot that comes with the program."""
        self.open(sample_shot_dir())

    @Slot()
    def remove_current(self) -> None:
        """Take the shot on the desk out of the show; undo brings it back with all its work."""
        shot = self._session.shot
        if shot is not None:
            self._session.undo_stack.push(EditShots.remove(self._session.show, shot))
            self._session.said.emit(
                tr(
                    "Removed {name} from the show; its files are untouched, and undo brings it "
                    "back.",
                    name=shot.name,
                )
            )

    def _start(self) -> Path:
        last = self._preferences.settings.shot_folder
        return Path(last).parent if last else Path.home()

    def _found(self, folder: Path) -> ShotFolder | None:
        try:
            found = open_shot_folder(folder, self._preferences.settings.gap)
        except ShotFolderError as error:
            self._notices.show_notice(NoticeKind.ERROR, str(error))
            return None
        self._preferences.change(shot_folder=str(found.shot.folder))
        return found

    def _add(self, found: ShotFolder) -> None:
        show = self._session.show
        there = show.shot_in(found.shot.folder)
        if there is not None:
            self._session.show_shot(there)
            self._session.said.emit(tr("{name} is in this show already.", name=there.name))
            return
        self._session.undo_stack.push(EditShots.add(show, found.shot))
        self._session.show_shot(found.shot)
        self._session.said.emit(tr("Added {name} to the show", name=found.shot.name))

    def _look_around(self, found: ShotFolder, keys: Mapping[int, Path] | None) -> None:
        for kind in (NoticeKind.OFFER, NoticeKind.PROBLEMS, NoticeKind.ERROR, NoticeKind.DISK):
            self._notices.dismiss(kind)
        self._tell_problems(found.problems)
        if keys:
            self._keys.mark_given(keys)
        elif self._session.shot is found.shot:
            self._keys.offer(found.offered_keys)

    def _tell_problems(self, problems: Sequence[str]) -> None:
        if len(problems) == 1:
            self._notices.show_notice(NoticeKind.PROBLEMS, problems[0])
        elif problems:
            self._notices.show_notice(
                NoticeKind.PROBLEMS,
                tr("{count} things in this folder are worth a look.", count=len(problems)),
                details=problems,
            )
