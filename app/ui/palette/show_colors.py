"""The colors of all shots of the show, for what is changed in all of them at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal, Slot

from app.document.color_names import Color
from app.document.gap_closing import GapClosing
from app.document.palette_usage import UsageTally, colors_of, used_colors
from app.document.regions import ColoredDrawing
from app.document.shot import Shot
from app.document.show_swap import ShotPaints
from app.engine.key_colors import key_colors
from app.jobs.loader import Loader
from app.ui.desk.session import Session


class _KeyImages(NamedTuple):
    """What the colors of a key are read from."""

    line: Path
    color: Path
    closing: GapClosing


class ShowColors(QObject):
    """Knows every shot by its palette and its colorings, and reads the keys that have none yet.

    Signals:
        changed(): more is known, or shots changed.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._of_key: dict[_KeyImages, Mapping[Color, int]] = {}
        self._of_coloring: WeakKeyDictionary[ColoredDrawing, Mapping[Color, int]]
        self._of_coloring = WeakKeyDictionary()
        # No key may be forgotten: only when all are read is it known where a color is.
        self._loader = Loader(self, most_waiting=1_000_000)
        self._loader.loaded.connect(self._on_loaded)
        self._loader.failed.connect(self._on_failed)
        self._is_watching = False

    @property
    def is_complete(self) -> bool:
        """True when the colors of every key are known, or cannot be."""
        return not any(True for _ in self._unread())

    def watch(self) -> None:
        """Read every key anew, and from now on those that come."""
        self._of_key.clear()
        self._loader.clear()
        if not self._is_watching:
            self._is_watching = True
            self._session.show_changed.connect(self._follow)
        self._read()

    def end_watch(self) -> None:
        """Read nothing any more."""
        self._loader.clear()
        if self._is_watching:
            self._is_watching = False
            self._session.show_changed.disconnect(self._follow)

    def stop(self) -> None:
        """End the background thread."""
        self._loader.stop()

    def paints(self) -> dict[Shot, ShotPaints]:
        """The colors of every shot, in the order of the list, as far as they are known."""
        desk = self._session.shot
        return {
            shot: self._session.colors.paints if shot is desk else self._paints_of(shot)
            for shot in self._session.show.shots
        }

    def _paints_of(self, shot: Shot) -> ShotPaints:
        tally = UsageTally()
        for number, coloring in shot.colorings.items():
            tally.set(number, self._colors_of(coloring))
        for number, images in _uncolored_keys(shot):
            tally.set(number, self._of_key.get(images, {}))
        of_keys = [tally.of_drawing(number) for number in shot.keys]
        return ShotPaints(shot.palette.gathered(used_colors(of_keys, tally)), tally)

    def _colors_of(self, coloring: ColoredDrawing) -> Mapping[Color, int]:
        if coloring not in self._of_coloring:
            self._of_coloring[coloring] = colors_of(coloring)
        return self._of_coloring[coloring]

    def _unread(self) -> Iterator[_KeyImages]:
        # The keys of the shot on the desk are read as soon as they are marked.
        for shot in self._session.show.shots:
            if shot is not self._session.shot:
                for _, images in _uncolored_keys(shot):
                    if images not in self._of_key:
                        yield images

    def _read(self) -> None:
        for images in self._unread():
            self._loader.request(images, partial(key_colors, *images))

    @Slot()
    def _follow(self) -> None:
        self._read()
        self.changed.emit()

    @Slot(object, object)
    def _on_loaded(self, images: _KeyImages, colors: Mapping[Color, int]) -> None:
        self._of_key[images] = colors
        self.changed.emit()

    @Slot(object, str)
    def _on_failed(self, images: _KeyImages, message: str) -> None:
        """What is wrong with a file is told where its shot is opened."""
        self._of_key[images] = {}
        self.changed.emit()


def _uncolored_keys(shot: Shot) -> Iterator[tuple[int, _KeyImages]]:
    for number, path in shot.keys.items():
        if shot.coloring(number) is None:
            yield number, _KeyImages(shot.drawing(number).path, path, shot.closing(number))
