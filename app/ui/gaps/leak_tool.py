"""The leak finder: click a region and see through which passages it spills."""

from __future__ import annotations

from collections.abc import Callable
from math import floor

from PySide6.QtCore import QObject, QPointF, Signal, Slot
from PySide6.QtGui import QPainter

from app.document.gap_closing import GapClosing, Point
from app.engine.leak_finding import Leaks, find_leaks, in_words
from app.jobs.loader import Loader
from app.language import tr
from app.ui.gaps.drawing import draw_leaks
from app.ui.sentences import told
from app.ui.session import Session
from app.ui.view.tool import ViewTool

_Asked = tuple[int, GapClosing, Point]


class LeakFinder(QObject):
    """Looks for leaks in the background; what was asked for last counts.

    Signals:
        changed(): leaks were found, or do not hold any more.
    """

    changed = Signal()

    def __init__(self, session: Session, loader: Loader, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._loader = session, loader
        self._asked: _Asked | None = None
        self._leaks: Leaks | None = None
        loader.loaded.connect(self._on_loaded)
        loader.failed.connect(self._on_failed)

    @property
    def leaks(self) -> Leaks | None:
        """What was found in the current drawing, as long as its gaps are closed in the same way."""
        leaks, shot = self._leaks, self._session.shot
        if leaks is None or shot is None or leaks.number != self._session.current:
            return None
        return leaks if shot.closing(leaks.number) == leaks.closing else None

    def look(self, point: Point) -> None:
        """Look for the leaks of the region under a pixel of the current drawing."""
        shot, number = self._session.shot, self._session.current
        if shot is None or self._session.is_blank:
            return
        drawing, closing = shot.drawing(number), shot.closing(number)
        self._leaks, self._asked = None, (number, closing, point)
        self._session.said.emit(tr("Looking for leaks …"))
        self._loader.request(("leaks", *self._asked), lambda: find_leaks(drawing, closing, point))
        self.changed.emit()

    def forget(self) -> None:
        """Show no leaks any more."""
        self._asked = self._leaks = None
        self.changed.emit()

    @Slot(object, object)
    def _on_loaded(self, key: object, value: object) -> None:
        if isinstance(value, Leaks) and self._is_wanted(key):
            self._leaks = value
            if self.leaks is not None:
                self._session.said.emit(told(in_words(value)))
                self.changed.emit()

    @Slot(object, str)
    def _on_failed(self, key: object, message: str) -> None:
        if self._is_wanted(key):
            self._session.said.emit(told(message))

    def _is_wanted(self, key: object) -> bool:
        return self._asked is not None and key == ("leaks", *self._asked)


class LeakTool(ViewTool):
    """Click a region; its leaks are marked until another is clicked."""

    def __init__(self, finder: LeakFinder, is_inside: Callable[[int, int], bool]) -> None:
        """Make the tool.

        Args:
            finder: does the work.
            is_inside: tells whether the drawing on show has a pixel (x, y).
        """
        self._finder, self._is_inside = finder, is_inside

    def release(self, at: QPointF) -> None:
        """Look for the leaks of the region here."""
        x, y = floor(at.x()), floor(at.y())
        if self._is_inside(x, y):
            self._finder.look((x, y))

    def overlay(self, painter: QPainter, zoom: float) -> None:
        """Mark what was found."""
        if self._finder.leaks is not None:
            draw_leaks(painter, self._finder.leaks.found, zoom)
