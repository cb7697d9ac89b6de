"""The strip to work on: scrub, select, carry keys, drop files."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QWidget

from app.ui.controls.dropped_files import dropped_paths
from app.ui.desk.session import Session
from app.ui.timeline import cards
from app.ui.timeline.gestures import Gestures
from app.ui.timeline.strip_view import StripView
from app.ui.view.pictures import Pictures

_EDGE = 24


class TimelineStrip(StripView):
    """On the ruler a drag scrubs; on the cards it selects; on a key badge it carries the key away.

    Signals:
        files_dropped(list[Path], int | None): files let go over a drawing, or beside all of them.
        key_moved(int, int | None): the key of a drawing was let go over another, or over none.
    """

    files_dropped = Signal(object, object)
    key_moved = Signal(int, object)

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(session, pictures, parent)
        self._gestures = Gestures(self, session.playhead)
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.viewport().setMouseTracking(True)

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a scrub, a selection or the moving of a key; a right click asks for the menu."""
        if not self.places.exposures:
            return
        point = event.position().toPoint()
        if event.button() == Qt.MouseButton.LeftButton:
            self._gestures.press(point, event.modifiers())
        elif event.button() == Qt.MouseButton.RightButton:
            self._gestures.point_out(point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with what began; the strip follows at its ends."""
        self._gestures.move(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End what began."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._gestures.release(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click of a fast scrub is a click like any other."""
        self.mousePressEvent(event)

    # What the gestures ask for

    def key_at(self, point: QPoint) -> int | None:
        """The drawing whose key badge is under a point of the viewport."""
        position, number = self.exposure_at(point), self.number_at(point)
        shot = self._session.shot
        if position is None or number is None or shot is None or number not in shot.keys:
            return None
        return number if cards.badge_rect(self.card_rect(position)).contains(point) else None

    def scroll_near_edge(self, x: int) -> None:
        """Scroll a little when a place is near an end of the viewport, or beyond it."""
        bar = self.horizontalScrollBar()
        if x < _EDGE:
            bar.setValue(bar.value() - _EDGE)
        elif x >= self.viewport().width() - _EDGE:
            bar.setValue(bar.value() + _EDGE)

    def show_hand(self, shape: Qt.CursorShape | None) -> None:
        """Show another cursor, or the usual one."""
        if shape is None:
            self.viewport().unsetCursor()
        else:
            self.viewport().setCursor(shape)

    def give_key(self, source: int, target: int | None) -> None:
        """The key of a drawing was let go over another, or over none."""
        self.key_moved.emit(source, target)

    # Files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show which drawing the files would go to."""
        event.acceptProposedAction()
        single = len(dropped_paths(event.mimeData())) == 1
        self.mark_target(self.number_at(event.position().toPoint()) if single else None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the mark away."""
        self.mark_target(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Pass the files on with the drawing under them."""
        self.mark_target(None)
        paths = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths, self.number_at(event.position().toPoint()))
