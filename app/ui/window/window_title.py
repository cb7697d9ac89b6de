"""The window's title: show and shot, and whether something is not saved."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from app.language import tr
from app.ui.desk.session import Session
from app.ui.shows.show_saving import ShowSaving


class WindowTitle(QObject):
    """Keeps the title up to date."""

    def __init__(self, window: QWidget, session: Session, saving: ShowSaving) -> None:
        super().__init__(window)
        self._window, self._session, self._saving = window, session, saving
        session.show_changed.connect(self._follow)
        session.shot_changed.connect(self._follow)
        saving.saved.connect(self._follow)
        saving.dirty_changed.connect(window.setWindowModified)
        window.setWindowTitle("Shiage[*]")

    @Slot()
    def _follow(self) -> None:
        show, shot = self._session.show, self._session.shot
        names = [show.name] if show.path is not None else []
        names += [shot.name] if shot is not None else []
        title = " · ".join(names)
        self._window.setWindowTitle(
            tr("{title}[*] – Shiage", title=title) if title else "Shiage[*]"
        )
        self._window.setWindowModified(self._saving.is_dirty)
