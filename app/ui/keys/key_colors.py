"""Reads the colors of keys as soon as they are marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Slot

from app.document.color_names import Color
from app.document.shot import Shot
from app.engine.key_colors import key_colors
from app.jobs.loader import Loader
from app.ui.desk.session import Session
from app.ui.desk.shot_colors import KeyFile


class KeyColors(QObject):
    """Reads each key once, on a thread of its own. What is wrong with a file is told elsewhere."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._loader = Loader(self)
        self._loader.loaded.connect(self._on_loaded)
        self._loader.failed.connect(self._on_failed)
        session.shot_changed.connect(self._on_shot_changed)
        session.keys_changed.connect(self._read_new)
        session.files_changed.connect(self._read_anew)

    def stop(self) -> None:
        """End the background thread."""
        self._loader.stop()

    @Slot()
    def _on_shot_changed(self) -> None:
        self._loader.clear()
        self._read_new()

    @Slot()
    def _read_new(self) -> None:
        shot = self._session.shot
        if shot is not None:
            self._read(
                shot, [key for key in shot.keys.items() if not self._session.colors.has_read(key)]
            )

    @Slot()
    def _read_anew(self) -> None:
        """Files changed: what is known of the keys stays until they are read."""
        shot = self._session.shot
        if shot is not None:
            self._loader.clear()
            self._read(shot, shot.keys.items())

    def _read(self, shot: Shot, keys: Iterable[KeyFile]) -> None:
        for number, path in keys:
            line = shot.drawing(number).path
            self._loader.request(
                (number, path), partial(key_colors, line, path, shot.closing(number))
            )

    @Slot(object, object)
    def _on_loaded(self, key: KeyFile, colors: Mapping[Color, int]) -> None:
        self._session.colors.note_key(key, colors)

    @Slot(object, str)
    def _on_failed(self, key: KeyFile, _message: str) -> None:
        if not self._session.colors.has_read(key):
            self._session.colors.note_key(key, {})
