"""Opening a shot folder in the window."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from app.io.shot_folder import ShotFolderError, open_shot_folder
from app.paths import sample_shot_dir
from app.ui.file_choice import FileChooser
from app.ui.key_marking import KeyMarking
from app.ui.notices import NoticeKind, Notices
from app.ui.preferences import Preferences
from app.ui.session import Session


class ShotOpening(QObject):
    """Opens folders from wherever they come, and says what is odd about them."""

    def __init__(
        self,
        session: Session,
        keys: KeyMarking,
        notices: Notices,
        chooser: FileChooser,
        preferences: Preferences,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._keys = keys
        self._notices = notices
        self._chooser = chooser
        self._preferences = preferences

    def open(self, folder: Path, keys: Mapping[int, Path] | None = None) -> bool:
        """Open a folder; False when it is no shot folder, and the open shot stays.

        Args:
            folder: with the line art.
            keys: color images by drawing number that are already known to be keys.
        """
        try:
            found = open_shot_folder(folder)
        except ShotFolderError as error:
            self._notices.show_notice(NoticeKind.ERROR, str(error))
            return False
        self._preferences.change(shot_folder=str(found.shot.folder))
        self._notices.clear()
        self._session.open(found.shot)
        timing = f" with the timesheet {found.timesheet.name}" if found.timesheet else ""
        self._session.said.emit(f"Opened {found.shot.folder}{timing}")
        self._tell_problems(found.problems)
        if keys:
            self._keys.mark_given(keys)
        else:
            self._keys.offer(found.offered_keys)
        return True

    @Slot()
    def ask(self) -> None:
        """Ask for a folder and open it."""
        last = self._preferences.settings.shot_folder
        start = Path(last).parent if last else Path.home()
        folder = self._chooser.folder("Open shot folder", start)
        if folder is not None:
            self.open(folder)

    @Slot()
    def open_sample(self) -> None:
        """Open the shot that comes with the program."""
        self.open(sample_shot_dir())

    def _tell_problems(self, problems: Sequence[str]) -> None:
        if len(problems) == 1:
            self._notices.show_notice(NoticeKind.PROBLEMS, problems[0])
        elif problems:
            self._notices.show_notice(
                NoticeKind.PROBLEMS,
                f"{len(problems)} things in this folder are worth a look.",
                details=problems,
            )
