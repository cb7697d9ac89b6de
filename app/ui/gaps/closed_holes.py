"""Where holes were closed in the drawing on show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import cv2
import numpy as np
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QPainterPath

from app.document.gap_closing import GapClosing
from app.document.shot import Drawing
from app.engine.region_finding import find_regions
from app.jobs.loader import Loader
from app.ui.desk.session import Session
from app.ui.gaps.drawing import closed_path

_Key = tuple[str, Drawing, GapClosing]


@dataclass(frozen=True, eq=False)
class ClosedHoles:
    """What closing did in one drawing.

    Attributes:
        path: lines where holes are closed, in coordinates of the drawing.
        count: how many holes.
    """

    path: QPainterPath
    count: int


class HoleFinder(QObject):
    """Finds them in the background; the newest request comes first.

    Signals:
        ready(): what was asked for can be fetched now.
    """

    ready = Signal()

    def __init__(
        self, session: Session, loader: Loader, is_waiting: Callable[[], bool], parent: QObject
    ) -> None:
        """Prepare.

        Args:
            session: what is shown.
            loader: does the work.
            is_waiting: tells whether the picture on show is still a former one; what was closed
                in that is given as long as it is, and the regions are not found twice.
            parent: owner.
        """
        super().__init__(parent)
        self._session, self._loader, self._is_waiting = session, loader, is_waiting
        self._found: tuple[_Key, ClosedHoles] | None = None
        self._asked: _Key | None = None
        loader.loaded.connect(self._on_loaded)
        session.shot_changed.connect(self._forget)
        session.files_changed.connect(self._forget)

    def get(self) -> ClosedHoles | None:
        """The closed holes of the current drawing; None until they are found, or without any."""
        shot = self._session.shot
        if shot is None or self._session.is_blank:
            return None
        drawing = shot.drawing(self._session.current)
        key = ("closed holes", drawing, shot.closing(drawing.number))
        if self._found is not None and self._found[0] == key:
            return self._found[1]
        if self._is_waiting():
            return None if self._found is None or self._found[0][1] != drawing else self._found[1]
        if key != self._asked:
            self._asked = key
            self._loader.request(key, partial(_find, drawing, key[2]))
        return None

    @Slot()
    def _forget(self) -> None:
        """Files may have changed."""
        self._found = self._asked = None

    @Slot(object, object)
    def _on_loaded(self, key: object, value: object) -> None:
        asked = self._asked
        if isinstance(value, ClosedHoles) and asked is not None and key == asked:
            self._found, self._asked = (asked, value), None
            self.ready.emit()


def _find(drawing: Drawing, closing: GapClosing) -> ClosedHoles:
    closed = find_regions(drawing, closing).closed
    count, _ = cv2.connectedComponents(closed.astype(np.uint8), connectivity=8)
    return ClosedHoles(closed_path(closed), count - 1)
