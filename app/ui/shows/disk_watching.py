"""Noticing that files of the show change on the disk.

Sizes and times are compared every few seconds while the window is in use, on a thread of its own.
Watching each file would need more handles than some systems have, and network drives, where line
art often lies, tell nothing of themselves.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from app.commands.relink_shot import RelinkShot
from app.document.naming import listed
from app.document.shot import Drawing, Shot
from app.io.files.file_marks import FileMark, mark_of, marks_of
from app.io.shots.shot_folder import ShotFolderError, open_shot_folder
from app.jobs.loader import Loader
from app.language import tr, trn
from app.ui.desk.session import Session
from app.ui.messages.notices import Choice, NoticeKind, Notices
from app.ui.shows.stale_notice import StaleNotice

INTERVAL_MS = 4_000
# A file is told of when it has been the same for this long: it may be in the middle of a save.
SETTLING_MS = 500
_MOST_NAMES = 3


@dataclass(frozen=True)
class _Look:
    """What was seen of the disk at one time.

    Attributes:
        marks: of the files of all shots, and of their folders.
        drawings: what is in the folders that changed, by folder.
    """

    marks: dict[Path, FileMark | None]
    drawings: dict[Path, tuple[Drawing, ...]] = field(default_factory=dict)


def _look(files: Iterable[Path], folders: dict[Path, FileMark | None]) -> _Look:
    marks = marks_of(files)
    drawings: dict[Path, tuple[Drawing, ...]] = {}
    for folder, known in folders.items():
        marks[folder] = mark_of(folder)
        if known is not None and marks[folder] not in (None, known):
            try:
                drawings[folder] = open_shot_folder(folder).shot.drawings
            except ShotFolderError:
                continue
    return _Look(marks, drawings)


class DiskWatching(QObject):
    """Marks colorings stale whose files changed, shows the files anew, and says so."""

    def __init__(self, session: Session, notices: Notices, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._notices = notices
        self._stale = StaleNotice(session, notices, self)
        self._known: dict[Path, FileMark | None] = {}
        self._suspected: dict[Path, FileMark] = {}
        self._looks = 0
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_looked)
        self._timer = QTimer(self)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._look_if_used)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(SETTLING_MS)
        self._again.timeout.connect(self.look)
        session.show_opened.connect(self._begin)
        session.shot_changed.connect(self.look)
        session.keys_changed.connect(self.look)

    def stop(self) -> None:
        """End the background thread."""
        self._timer.stop()
        self._again.stop()
        self._loader.stop()

    @Slot()
    def look(self) -> None:
        """Compare the disk with what was seen before, soon."""
        shots = self._session.show.shots
        files = {path for shot in shots for path in _files_of(shot)}
        folders = {shot.folder: self._known.get(shot.folder) for shot in shots}
        if files:
            self._looks += 1
            self._loader.request(self._looks, partial(_look, files, folders))

    @Slot()
    def _begin(self) -> None:
        self._known.clear()
        self._suspected.clear()
        self._timer.start()
        self.look()

    @Slot()
    def _look_if_used(self) -> None:
        window = self.parent()
        if isinstance(window, QWidget) and window.isActiveWindow():
            self.look()

    @Slot(object, object)
    def _on_looked(self, key: int, look: _Look) -> None:
        changed = {path for path, mark in look.marks.items() if self._is_settled(path, mark)}
        if self._suspected:
            self._again.start()
        for shot in self._session.show.shots:
            if files := changed & set(_files_of(shot)):
                self._tell_changed(shot, files)
            if shot.folder in look.drawings:
                self._offer_new(shot, look.drawings[shot.folder])

    def _is_settled(self, path: Path, mark: FileMark | None) -> bool:
        """True when a file differs from what was known, and is the same twice in a row."""
        if path not in self._known:
            self._known[path] = mark
        if mark is None or mark == self._known[path]:
            self._suspected.pop(path, None)
            return False
        if self._suspected.get(path) != mark and path.is_file():
            self._suspected[path] = mark
            return False
        self._suspected.pop(path, None)
        self._known[path] = mark
        return True

    def _tell_changed(self, shot: Shot, files: set[Path]) -> None:
        outdated = self._session.note_files_changed(shot, files)
        own = outdated.get(shot, [])
        borrowers = [one for one in outdated if one is not shot]
        names = ", ".join(sorted(path.name for path in files)[:3]) + (
            " …" if len(files) > 3 else ""
        )
        text = tr(
            "{names} of shot “{name}” changed on the disk and was read again.",
            names=names,
            name=shot.name,
        )
        if own:
            text += tr(" The colors of {stale} are kept and marked stale.", stale=listed(own))
        if borrowers:
            text += tr(
                " The colors of {shots}, which borrowed its keys, are marked stale.",
                shots=", ".join(f"“{one.name}”" for one in borrowers),
            )
        if outdated:
            text += tr(" Colorize brings them up to date.")
        self._stale.tell(text, outdated)

    def _offer_new(self, shot: Shot, found: tuple[Drawing, ...]) -> None:
        new = [drawing for drawing in found if drawing.number not in shot]
        if not new:
            return
        self._notices.show_notice(
            NoticeKind.DISK,
            trn(
                "The folder of shot “{name}” has new drawing {numbers}.",
                "The folder of shot “{name}” has new drawings {numbers}.",
                len(new),
                name=shot.name,
                numbers=listed([drawing.number for drawing in new]),
            ),
            [Choice(tr("Add to the shot"), partial(self._add, shot, new), is_primary=True)],
        )

    def _add(self, shot: Shot, new: list[Drawing]) -> None:
        drawings = [*shot.drawings, *(drawing for drawing in new if drawing.number not in shot)]
        command = RelinkShot(
            self._session.show, shot, shot.folder, drawings, shot.keys, tr("add drawings")
        )
        self._session.undo_stack.push(command)


def _files_of(shot: Shot) -> list[Path]:
    return [*(drawing.path for drawing in shot.drawings), *shot.keys.values()]
