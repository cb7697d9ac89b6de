"""What becomes of files and folders that are let go over the window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from app.io.shows.show_file import is_show
from app.ui.desk.session import Session
from app.ui.keys.key_marking import KeyMarking
from app.ui.shows.show_desk import ShowDesk


class Arrivals(QObject):
    """Folders are opened; color images become keys of the shot on the desk."""

    def __init__(
        self, session: Session, shows: ShowDesk, keys: KeyMarking, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._shows, self._keys = session, shows, keys

    @Slot(object, object)
    def take(self, paths: Sequence[Path], number: int | None = None) -> None:
        """Take what was let go, over a drawing when there is a number."""
        folders = [path for path in paths if path.is_dir()]
        if folders:
            # Several shot folders let go together are shots of one show.
            if self._shows.open(folders[0]) and not is_show(folders[0]):
                for folder in folders[1:]:
                    self._shows.shots.add(folder)
        elif self._session.shot is None:
            self._shows.open(paths[0].parent)
        else:
            self._keys.drop(paths, number)
