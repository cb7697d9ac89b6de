"""Shots whose line art is not where it was."""

from __future__ import annotations

import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from app.commands.relink_shot import RelinkShot
from app.document.naming import listed
from app.document.shot import Drawing, Shot
from app.io.shots.shot_folder import ShotFolderError, open_shot_folder
from app.language import tr
from app.ui.controls.file_choice import FileChooser
from app.ui.desk.session import Session
from app.ui.messages.notices import Choice, NoticeKind, Notices


class Relinking(QObject):
    """Asks where the line art is now; colors, keys and everything else of the shot stay."""

    def __init__(
        self, session: Session, notices: Notices, chooser: FileChooser, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._notices = notices
        self._chooser = chooser

    def ask_for(self, shots: Iterable[Shot]) -> None:
        """Ask for the first of these shots that is still missing."""
        missing = [shot for shot in shots if not shot.folder.is_dir()]
        if not missing:
            return
        shot = missing[0]
        self._notices.show_notice(
            NoticeKind.MISSING,
            tr(
                "The line art of shot “{name}” is not at {folder}; choose its folder.",
                name=shot.name,
                folder=shot.folder,
            ),
            [
                Choice(
                    tr("Choose folder…"), partial(self._choose, shot, missing[1:]), is_primary=True
                )
            ],
            [f"{other.name}: {other.folder}" for other in missing[1:]],
        )

    @Slot()
    def choose_for_current(self) -> None:
        """Ask for another folder for the shot on the desk."""
        if self._session.shot is not None:
            self._choose(self._session.shot, list(self._session.show.shots))

    def _choose(self, shot: Shot, others: list[Shot]) -> None:
        start = next((p for p in shot.folder.parents if p.is_dir()), Path.home())
        folder = self._chooser.folder(tr("Line art of shot {name}", name=shot.name), start)
        before = shot.folder
        if folder is None or not self._relink(shot, folder):
            self.ask_for([shot, *others])
            return
        self._session.show_shot(shot)
        self._follow(before, shot.folder, others)
        self.ask_for(others)

    def _relink(self, shot: Shot, folder: Path) -> bool:
        try:
            found = open_shot_folder(folder).shot
        except ShotFolderError as error:
            self._notices.show_notice(NoticeKind.ERROR, str(error))
            return False
        files = {drawing.number: drawing for drawing in found.drawings}
        lacking = [drawing for drawing in shot.drawings if drawing.number not in files]
        if len(lacking) == len(shot.drawings):
            self._notices.show_notice(
                NoticeKind.ERROR,
                tr(
                    "{folder} has none of the drawings of shot “{name}”; choose another folder.",
                    folder=folder,
                    name=shot.name,
                ),
            )
            return False
        drawings: list[Drawing] = [*found.drawings, *lacking]
        keys = {n: _moved(path, shot.folder, found.folder) for n, path in shot.keys.items()}
        command = RelinkShot(self._session.show, shot, found.folder, drawings, keys)
        self._session.undo_stack.push(command)
        self._session.said.emit(
            tr(
                "The line art of {name} is now read from {folder}",
                name=shot.name,
                folder=found.folder,
            )
        )
        if lacking:
            numbers = listed([drawing.number for drawing in lacking])
            self._notices.show_notice(
                NoticeKind.PROBLEMS,
                tr(
                    "{folder} has no drawings {numbers} of shot “{name}”; their colors are kept.",
                    folder=found.folder,
                    numbers=numbers,
                    name=shot.name,
                ),
            )
        return True

    def _follow(self, before: Path, after: Path, others: Iterable[Shot]) -> None:
        """What moved together with one shot is found without asking."""
        for other in others:
            place = _moved(other.folder, before, after)
            if not other.folder.is_dir() and place.is_dir():
                self._relink(other, place)


def _moved(path: Path, before: Path, after: Path) -> Path:
    """Where a file would be that moved together with a folder; where it was if it is not there."""
    if path.exists():
        return path
    try:
        place = Path(os.path.normpath(after / os.path.relpath(path, before)))
    except ValueError:  # on another drive
        return path
    return place if place.exists() else path
