"""The menu of what was open last."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMenu, QWidget

from app.io.shots.shot_folder import LINE_FOLDERS
from app.io.shows.show_file import is_show
from app.language import tr
from app.ui.shows.show_desk import ShowDesk


class RecentMenu(QMenu):
    """Shows and shot folders, the newest first; made anew each time that it opens."""

    def __init__(self, shows: ShowDesk, parent: QWidget) -> None:
        super().__init__(tr("Open recent"), parent)
        self.setToolTipsVisible(True)
        self._shows = shows
        self.aboutToShow.connect(self._fill)

    @Slot()
    def _fill(self) -> None:
        self.clear()
        recent = self._shows.recent
        for path in recent:
            action = self.addAction(recent_text(path).replace("&", "&&"))
            action.setToolTip(str(path))
            action.triggered.connect(partial(self._shows.open, path, None))
        if not recent:
            self.addAction(tr("Nothing was open yet")).setEnabled(False)


def recent_text(path: Path) -> str:
    """A show by its name, a shot folder by the name of its shot and the folder that it lies in."""
    if is_show(path):
        return path.stem
    if path.name.casefold() in LINE_FOLDERS:
        path = path.parent
    return f"{path.parent.name} / {path.name}"
