"""Pictures of the open shot: asked for by number, made in the background, kept within a budget."""

from __future__ import annotations

from collections.abc import Hashable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Signal, Slot
from PySide6.QtGui import QImage

from app.jobs.loader import Loader
from app.ui.desk.images import ImageCache
from app.ui.desk.rendering import (
    PictureMode,
    PictureSource,
    render,
    render_key_thumbnail,
    render_thumbnail,
)
from app.ui.desk.session import Session

_PICTURE_BUDGET = 512 * 2**20
_THUMBNAIL_BUDGET = 64 * 2**20
# Enough for what is on show and a little ahead; a scrub leaves hundreds of others behind.
_MOST_PICTURES_WAITING = 6
_MOST_THUMBNAILS_WAITING = 64


class Pictures(QObject):
    """Gives pictures that are ready at once and announces the others when they are.

    A picture is named by what it is made from, so a changed key or coloring is simply another
    picture, and undo finds the former one still there.

    Signals:
        picture_ready(): a full-size picture that was asked for can be fetched now.
        thumbnail_ready(int): the thumbnail of this drawing number can be fetched now.
        key_thumbnail_ready(): the thumbnail of a key can be fetched now.
        unreadable(int, str): the file of this drawing cannot be shown; one sentence.
    """

    picture_ready = Signal()
    thumbnail_ready = Signal(int)
    key_thumbnail_ready = Signal()
    unreadable = Signal(int, str)

    def __init__(
        self,
        session: Session,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._full = ImageCache(_PICTURE_BUDGET)
        self._small = ImageCache(_THUMBNAIL_BUDGET)
        self._former = ImageCache(_THUMBNAIL_BUDGET)
        self._broken: dict[Hashable, str] = {}
        # Two threads: a strip full of thumbnails must not hold up the one picture looked at.
        self._picture_loader = Loader(self, _MOST_PICTURES_WAITING)
        self._thumbnail_loader = Loader(self, _MOST_THUMBNAILS_WAITING)
        for loader in self._loaders:
            loader.loaded.connect(self._on_loaded)
            loader.failed.connect(self._on_failed)
        session.shot_changed.connect(self.clear)
        session.files_changed.connect(self.clear)
        # Regions with a former gap distance need not be found any more.
        session.gaps_changed.connect(self._picture_loader.clear)

    @property
    def _loaders(self) -> tuple[Loader, Loader]:
        return self._picture_loader, self._thumbnail_loader

    def picture(self, number: int, mode: PictureMode) -> QImage | None:
        """The drawing at full size, or None while it is being made or cannot be read."""
        source = self.source(number, mode)
        key = ("picture", mode, source)
        return self._fetch(self._full, key, partial(render, source, mode))

    def source(self, number: int, mode: PictureMode) -> PictureSource:
        """What the picture of a drawing is made from in a mode."""
        source = self._session.source(number)
        return source if mode is not PictureMode.REGIONS else self._session.regions_source(number)

    def thumbnail(self, number: int, size: QSize) -> QImage | None:
        """The drawing in its most finished state, fitting into `size` device pixels.

        While the present state is being made, what the drawing looked like before.
        """
        source = self._session.source(number)
        key = ("thumbnail", size.toTuple(), source)
        image = self._fetch(self._small, key, partial(render_thumbnail, source, size))
        # The former state stays until the new one is made: an empty card would flash.
        return image or self._former.get(number)

    def is_unreadable(self, number: int, size: QSize) -> bool:
        """True when there can be no thumbnail of this drawing."""
        return ("thumbnail", size.toTuple(), self._session.source(number)) in self._broken

    def key_thumbnail(self, path: Path, size: QSize) -> QImage | None:
        """The color image of a key, fitting into `size` device pixels."""
        key = ("key", size.toTuple(), path)
        return self._fetch(self._small, key, partial(render_key_thumbnail, path, size))

    def problem(self, number: int, mode: PictureMode) -> str | None:
        """Why the picture cannot be shown, or None."""
        return self._broken.get(("picture", mode, self.source(number, mode)))

    @Slot()
    def clear(self) -> None:
        """Forget all pictures; files are read again."""
        for loader in self._loaders:
            loader.clear()
        self._full.clear()
        self._small.clear()
        self._former.clear()
        self._broken.clear()

    def stop(self) -> None:
        """End the background threads."""
        for loader in self._loaders:
            loader.stop()

    def _fetch(self, cache: ImageCache, key: Hashable, load: partial[QImage]) -> QImage | None:
        image = cache.get(key)
        if image is None and key not in self._broken:
            is_full_size = cache is self._full
            loader = self._picture_loader if is_full_size else self._thumbnail_loader
            loader.request(key, load)
        return image

    @Slot(object, object)
    def _on_loaded(self, key: tuple[str, object, object], image: QImage) -> None:
        kind, _, made_from = key
        if kind == "picture":
            self._full.put(key, image)
            self.picture_ready.emit()
            return
        self._small.put(key, image)
        if isinstance(made_from, PictureSource):
            self._former.put(made_from.drawing.number, image)
            self.thumbnail_ready.emit(made_from.drawing.number)
        else:
            self.key_thumbnail_ready.emit()

    @Slot(object, str)
    def _on_failed(self, key: tuple[str, object, object], message: str) -> None:
        self._broken[key] = message
        made_from = key[2]
        if isinstance(made_from, PictureSource):
            self.unreadable.emit(made_from.drawing.number, message)
