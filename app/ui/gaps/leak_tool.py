"""The leak finder: click a region, see through which passages it spills, and judge them."""

from __future__ import annotations

from collections.abc import Callable
from math import dist, floor

from PySide6.QtCore import QObject, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QPainter

from app.document.gap_closing import GapClosing, Point
from app.engine.leak_finding import Leak, Leaks, find_leaks, in_words
from app.jobs.loader import Loader
from app.language import tr
from app.ui.desk.session import Session
from app.ui.gaps.drawing import draw_leaks, leak_radius
from app.ui.gaps.gap_editing import GapEditing
from app.ui.messages.sentences import told
from app.ui.view.tool import ViewTool

_Asked = tuple[int, GapClosing, Point, tuple[Point, ...]]


class LeakFinder(QObject):
    """Looks for leaks in the background; what was asked for last counts.

    Attributes:
        chosen: the passage that is being judged, at first the likeliest leak; or None.

    Signals:
        changed(): leaks were found, or do not hold any more, or another one is chosen.
    """

    changed = Signal()

    def __init__(
        self, session: Session, loader: Loader, editing: GapEditing, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.chosen: Leak | None = None
        self._session, self._loader, self._editing = session, loader, editing
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
        self._leaks = None
        self._session.said.emit(tr("Looking for leaks …"))
        self._look(point)

    def _look(self, point: Point) -> None:
        shot, number = self._session.shot, self._session.current
        if shot is None or self._session.is_blank:
            return
        drawing, closing = shot.drawing(number), shot.closing(number)
        left = self._editing.left_open
        self.chosen, self._asked = None, (number, closing, point, left)
        self._loader.request(
            ("leaks", *self._asked), lambda: find_leaks(drawing, closing, point, left)
        )
        self.changed.emit()

    def choose(self, leak: Leak | None) -> None:
        """Judge this passage next."""
        self.chosen = leak
        self.changed.emit()

    def leave_chosen(self) -> None:
        """Say that the chosen passage is drawn on purpose, or that it is not after all."""
        leaks, leak = self.leaks, self.chosen
        if leaks is not None and leak is not None:
            self._editing.leave_open(leak, leak not in leaks.left)

    @Slot()
    def look_again(self) -> None:
        """Others are left as drawn now: by an undo, or because one was just judged."""
        if self._asked is not None and self.leaks is not None:
            _, _, point, left = self._asked
            if left != self._editing.left_open:
                self._look(point)

    def leak_at(self, x: float, y: float, zoom: float) -> Leak | None:
        """The passage whose circle is around a point of the drawing, or None."""
        leaks = self.leaks
        near = () if leaks is None else (*leaks.found, *leaks.left)
        away = [(dist((x, y), (one.point[0] + 0.5, one.point[1] + 0.5)), one) for one in near]
        inside = [(far, one) for far, one in away if far <= leak_radius(one, zoom)]
        return min(inside, key=lambda one: one[0])[1] if inside else None

    def forget(self) -> None:
        """Show no leaks any more."""
        self._asked = self._leaks = self.chosen = None
        self.changed.emit()

    @Slot(object, object)
    def _on_loaded(self, key: object, value: object) -> None:
        if isinstance(value, Leaks) and self._is_wanted(key):
            self._leaks = value
            if self.leaks is not None:
                self.chosen = value.found[0] if value.found else None
                self._session.said.emit(" ".join(map(told, in_words(value))))
                self.changed.emit()

    @Slot(object, str)
    def _on_failed(self, key: object, message: str) -> None:
        if self._is_wanted(key):
            self._session.said.emit(told(message))

    def _is_wanted(self, key: object) -> bool:
        return self._asked is not None and key == ("leaks", *self._asked)


class LeakTool(ViewTool):
    """Click a region to mark its leaks; click a mark to judge it, with Alt to leave it as drawn."""

    def __init__(
        self,
        finder: LeakFinder,
        is_inside: Callable[[int, int], bool],
        zoom: Callable[[], float],
    ) -> None:
        """Make the tool.

        Args:
            finder: does the work.
            is_inside: tells whether the drawing on show has a pixel (x, y).
            zoom: tells the zoom of the view.
        """
        self._finder, self._is_inside, self._zoom = finder, is_inside, zoom
        self._judges = False

    def press(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Remember whether the click is a judgement."""
        self._judges = bool(modifiers & Qt.KeyboardModifier.AltModifier)

    def release(self, at: QPointF) -> None:
        """Choose the mark here, or look for the leaks of the region."""
        leak = self._finder.leak_at(at.x(), at.y(), self._zoom())
        x, y = floor(at.x()), floor(at.y())
        if leak is not None:
            self._finder.choose(leak)
            if self._judges:
                self._finder.leave_chosen()
        elif self._is_inside(x, y):
            self._finder.look((x, y))

    def overlay(self, painter: QPainter, zoom: float) -> None:
        """Mark what was found."""
        if self._finder.leaks is not None:
            draw_leaks(painter, self._finder.leaks, self._finder.chosen, zoom)
