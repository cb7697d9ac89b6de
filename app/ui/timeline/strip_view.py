"""The strip to look at: exposures in a row under a frame ruler, and what is where on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Slot
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from app.document.timesheet import Timesheet
from app.io.pictures.images import ImageError, read_size
from app.language import tr
from app.ui.desk.session import Session
from app.ui.look.theme import theme
from app.ui.timeline import cards
from app.ui.timeline.cards import CardLook, paint_card, thumb_size
from app.ui.timeline.layout import StripLayout
from app.ui.timeline.ruler import RULER_HEIGHT, paint_ruler
from app.ui.timeline.words import card_tip
from app.ui.view.pictures import Pictures

_SCROLLBAR = 12
_PADDING = 4
_WHOLE_HEIGHT = RULER_HEIGHT + cards.HEIGHT


class StripView(QAbstractScrollArea):
    """Shows the exposures of the open shot and follows the playhead.

    Only what is in sight is painted and gets thumbnails, so a shot may have thousands of drawings.
    """

    def __init__(self, session: Session, pictures: Pictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._pictures = pictures
        self._thumb = thumb_size(1.0)
        self._layout = StripLayout(Timesheet(()), 0, self._card_width)
        self._target: int | None = None
        self._set_up_view()
        playhead = session.playhead
        session.shot_changed.connect(self._on_shot_changed)
        session.keys_changed.connect(self._repaint)
        session.drawings_changed.connect(self._repaint)
        playhead.sheet_changed.connect(self._lay_out)
        playhead.selection_changed.connect(self._repaint)
        playhead.moved.connect(self._on_moved)
        pictures.thumbnail_ready.connect(self._repaint)

    def _set_up_view(self) -> None:
        self.setObjectName("timeline")
        self.setAccessibleName(tr("Timeline"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(_PADDING, 0, _PADDING, 0)
        self.setFixedHeight(self.sizeHint().height())

    @property
    def _card_width(self) -> int:
        return self._thumb.width() + 2 * cards.GAP

    @property
    def _scroll(self) -> int:
        return self.horizontalScrollBar().value()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(640, _WHOLE_HEIGHT + _PADDING + _SCROLLBAR)

    # What is where

    @property
    def places(self) -> StripLayout:
        """Where the exposures and frames are on the strip, before scrolling."""
        return self._layout

    def card_rect(self, position: int) -> QRect:
        """Where the exposure at a position of the timeline is on the viewport."""
        card = self._layout.card(position)
        return QRect(card.left - self._scroll, RULER_HEIGHT, card.width, cards.HEIGHT)

    def exposure_at(self, point: QPoint) -> int | None:
        """Position of the exposure under a point of the viewport."""
        x = point.x() + self._scroll
        return self._layout.exposure_at(x) if self._layout.contains(x) else None

    def nearest_exposure(self, x: int) -> int:
        """Position of the exposure nearest to a place on the viewport."""
        return self._layout.exposure_at(self._clamped(x) + self._scroll)

    def nearest_frame(self, x: int) -> int:
        """The frame nearest to a place on the viewport."""
        return self._layout.frame_at(self._clamped(x) + self._scroll)

    def number_at(self, point: QPoint) -> int | None:
        """The drawing under a point of the viewport."""
        position = self.exposure_at(point)
        if position is None:
            return None
        return self._session.playhead.number_of(self._layout.exposures[position].number)

    def mark_target(self, number: int | None) -> None:
        """Show on which drawing something would be dropped."""
        if number != self._target:
            self._target = number
            self._repaint()

    def _clamped(self, x: int) -> int:
        return max(0, min(x, self.viewport().width() - 1))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in sight."""
        if not self._layout.exposures:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        area = event.rect()
        visible = self._layout.within(area.left() + self._scroll, area.right() + self._scroll)
        playhead = self._session.playhead
        for position in visible:
            head = self._layout.head(position).width
            paint_card(painter, self.card_rect(position), head, self._look(position))
        self._paint_sheet_end(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        paint_ruler(painter, self._layout, visible, playhead.selected, playhead.frame, self._scroll)
        painter.end()

    def _look(self, position: int) -> CardLook:
        session, playhead = self._session, self._session.playhead
        named = self._layout.exposures[position].number
        is_current, is_selected = position == playhead.exposure, position in playhead.selected
        number = playhead.number_of(named)
        if number is None:
            return CardLook(named, is_current=is_current, is_selected=is_selected)
        assert session.shot is not None
        size = self._thumb * self.devicePixelRatioF()
        thumbnail = self._pictures.thumbnail(number, size)
        return CardLook(
            number,
            session.state(number),
            session.doubts(number),
            thumbnail,
            thumbnail is None and self._pictures.is_unreadable(number, size),
            number in session.shot.keys,
            is_current,
            is_selected,
            number == self._target,
        )

    def _paint_sheet_end(self, painter: QPainter) -> None:
        end = self._layout.sheet_end
        if end is not None:
            x = end - self._scroll + 12
            painter.setPen(QPen(theme().color("faint"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(x, 4, x, _WHOLE_HEIGHT - 4)

    # Getting about

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll sideways with any wheel."""
        delta = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (delta.y() or delta.x()))
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what is under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            position = self.exposure_at(event.pos())
            text = ""
            if position is not None:
                text = card_tip(self._session, self._layout.exposures[position])
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    @Slot()
    def _repaint(self) -> None:
        self.viewport().update()

    @Slot()
    def _on_shot_changed(self) -> None:
        shot = self._session.shot
        if shot is not None:
            try:
                height, width = read_size(shot.drawings[0].path)
            except ImageError:
                height, width = 9, 16
            self._thumb = thumb_size(width / height)
            self._lay_out()

    @Slot()
    def _lay_out(self) -> None:
        playhead = self._session.playhead
        self._layout = StripLayout(playhead.timeline, playhead.duration, self._card_width)
        self._fit_scroll_bar()
        self._on_moved()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another piece of the strip is in sight."""
        self._fit_scroll_bar()

    def _fit_scroll_bar(self) -> None:
        bar, room = self.horizontalScrollBar(), self.viewport().width()
        bar.setRange(0, max(0, self._layout.width - room))
        bar.setPageStep(room)
        bar.setSingleStep(self._card_width)

    @Slot()
    def _on_moved(self) -> None:
        if self._layout.exposures:
            self._bring_into_sight()
        self._repaint()

    def _bring_into_sight(self) -> None:
        """The current exposure, and its neighbors: one wants to see where one is going."""
        position, last = self._session.playhead.exposure, len(self._layout.exposures) - 1
        left = self._layout.card(max(0, position - 1)).left
        right = self._layout.card(min(last, position + 1)).right
        bar, room = self.horizontalScrollBar(), self.viewport().width()
        if right - left > room:
            current = self._layout.frame(self._session.playhead.frame)
            left, right = current.left, current.right
        bar.setValue(max(min(bar.value(), left), right - room))
