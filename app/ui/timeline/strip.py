"""The strip of drawings: click and drag to scrub, drop color images to mark keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from app.io.images import ImageError, read_size
from app.ui.dropped_files import dropped_paths
from app.ui.pictures import Pictures
from app.ui.session import Session
from app.ui.timeline.delegate import DrawingDelegate
from app.ui.timeline.model import NumberRole, TimelineModel

_SCROLLBAR = 12
_PADDING = 4


class TimelineStrip(QListView):
    """All drawings in a row.

    Signals:
        files_dropped(list[Path], int | None): files let go over a drawing, or beside all of them.
    """

    files_dropped = Signal(object, object)

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timeline")
        self._session = session
        self._items = TimelineModel(session, self)
        self._delegate = DrawingDelegate(pictures, self)
        self.setModel(self._items)
        self.setItemDelegate(self._delegate)
        self._set_up_view()
        session.shot_changed.connect(self._on_shot_changed)
        session.current_changed.connect(self._on_current_changed)
        pictures.thumbnail_ready.connect(self._items.refresh_one)

    def _set_up_view(self) -> None:
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(True)
        self.viewport().setMouseTracking(False)
        self.setViewportMargins(_PADDING, _PADDING, _PADDING, 0)
        self.setFixedHeight(self._card_height() + _PADDING + _SCROLLBAR)

    def _card_height(self) -> int:
        return self._delegate.sizeHint(QStyleOptionViewItem(), self._items.index(0)).height()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(640, self._card_height() + _PADDING + _SCROLLBAR)

    def number_at(self, point: QPoint) -> int | None:
        """The drawing number under a point of the viewport."""
        index = self.indexAt(point)
        return index.data(NumberRole) if index.isValid() else None

    # Scrubbing

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the drawing under the mouse."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._scrub_to(event.position().toPoint())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scrub while the button is held; the strip follows at its ends."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._scrub_to(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second click of a fast scrub is a click like any other."""
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll sideways with any wheel."""
        delta = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (delta.y() or delta.x()))
        event.accept()

    def _scrub_to(self, point: QPoint) -> None:
        row_point = QPoint(point.x(), self.viewport().height() // 2)
        number = self.number_at(row_point)
        if number is not None:
            self._session.go_to(number)

    # Files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show which drawing the files would go to."""
        event.acceptProposedAction()
        single = len(dropped_paths(event.mimeData())) == 1
        self._mark_drop(self.number_at(event.position().toPoint()) if single else None)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the mark away."""
        self._mark_drop(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """Pass the files on with the drawing under them."""
        self._mark_drop(None)
        paths = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths, self.number_at(event.position().toPoint()))

    def _mark_drop(self, number: int | None) -> None:
        self._delegate.set_drop_target(number)
        self.viewport().update()

    # The session

    @Slot()
    def _on_shot_changed(self) -> None:
        shot = self._session.shot
        if shot is not None:
            try:
                height, width = read_size(shot.drawings[0].path)
            except ImageError:
                height, width = 9, 16
            self._delegate.set_aspect(width / height)
            self.scheduleDelayedItemsLayout()

    @Slot(int)
    def _on_current_changed(self, number: int) -> None:
        self._delegate.set_current(number)
        row = self._items.row(number)
        # The neighbors too: one wants to see where one is going.
        for near in (row - 1, row + 1, row):
            self.scrollTo(self._items.index(near))
        self.viewport().update()
