"""How one drawing looks in the strip."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.ui.icons import icon_pixmap
from app.ui.paper import Paper, fill_paper
from app.ui.pictures import Pictures
from app.ui.states import DrawingState
from app.ui.theme import DARK
from app.ui.timeline.model import DoubtsRole, IsKeyRole, NumberRole, StateRole

THUMB_HEIGHT = 88
_FOOT = 24
_GAP = 4
_RADIUS = 5
_NARROWEST, _WIDEST = 64, 156

_MARKS = {
    DrawingState.GUESSED: ("dots-horizontal-circle-outline", DARK.dim),
    DrawingState.COLORED: ("check-circle", DARK.good),
    DrawingState.DOUBTFUL: ("alert-circle-outline", DARK.warning),
    DrawingState.STALE: ("history", DARK.warning),
    DrawingState.FAILED: ("close-circle", DARK.error),
    DrawingState.LINE: ("circle-outline", DARK.faint),
}


class DrawingDelegate(QStyledItemDelegate):
    """Paints a card: the thumbnail, the drawing number, the key badge and the state."""

    def __init__(self, pictures: Pictures, parent: QWidget) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._thumb = QSize(THUMB_HEIGHT, THUMB_HEIGHT)
        self._current: int | None = None
        self._drop_target: int | None = None

    def set_aspect(self, aspect: float) -> None:
        """Width by height of the drawings, which gives the cards their width."""
        width = round(min(max(THUMB_HEIGHT * aspect, _NARROWEST), _WIDEST))
        self._thumb = QSize(width, THUMB_HEIGHT)

    def set_current(self, number: int | None) -> None:
        """The drawing on show."""
        self._current = number

    def set_drop_target(self, number: int | None) -> None:
        """The drawing that files would be dropped on."""
        self._drop_target = number

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """All cards have one size."""
        return QSize(self._thumb.width() + 2 * _GAP, THUMB_HEIGHT + _FOOT + 2 * _GAP)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one card."""
        number = index.data(NumberRole)
        card = option.rect.adjusted(_GAP, _GAP, -_GAP, -_GAP)  # type: ignore[attr-defined]
        ratio = painter.device().devicePixelRatioF()  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        is_current = number == self._current
        self._paint_card(painter, card, is_current)
        thumb = QRect(card.topLeft(), QSize(card.width(), THUMB_HEIGHT))
        image = self._pictures.thumbnail(number, self._thumb * ratio)
        self._paint_thumbnail(painter, thumb, image)
        if image is None and self._pictures.is_unreadable(number, self._thumb * ratio):
            broken = icon_pixmap("image-broken-variant", DARK.dim, 28, ratio)
            painter.drawPixmap(thumb.center() - QPoint(14, 14), broken)
        foot = QRect(card.left(), thumb.bottom() + 1, card.width(), _FOOT)
        self._paint_foot(painter, foot, index, is_current, ratio)
        if index.data(IsKeyRole):
            self._paint_key_badge(painter, thumb, ratio)
        if is_current or number == self._drop_target:
            self._paint_frame(painter, card, is_drop=number == self._drop_target)
        painter.restore()

    def _paint_card(self, painter: QPainter, card: QRect, is_current: bool) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(DARK.color("hover" if is_current else "window"))
        painter.drawRoundedRect(QRectF(card), _RADIUS, _RADIUS)

    def _paint_thumbnail(self, painter: QPainter, area: QRect, image: QImage | None) -> None:
        top_rounded = QPainterPath()
        top_rounded.addRoundedRect(QRectF(area.adjusted(0, 0, 0, _RADIUS)), _RADIUS, _RADIUS)
        painter.save()
        painter.setClipPath(top_rounded)
        painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
        if image is None:
            painter.fillRect(area, DARK.color("raised"))
        else:
            size = QSize(image.size())
            size.scale(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(QPoint(0, 0), size)
            place.moveCenter(area.center())
            painter.fillRect(area, DARK.color("raised"))
            fill_paper(painter, QRectF(place), Paper.WHITE)
            painter.drawImage(place, image)
        painter.restore()

    def _paint_foot(
        self,
        painter: QPainter,
        foot: QRect,
        index: QModelIndex | QPersistentModelIndex,
        is_current: bool,
        ratio: float,
    ) -> None:
        font = QFont(painter.font())
        font.setPixelSize(12)
        font.setWeight(QFont.Weight.DemiBold if is_current else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor("#ffffff") if is_current else DARK.color("dim"))
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(foot.adjusted(8, 0, -24, 0), align, str(index.data(NumberRole)))
        self._paint_state(painter, foot, index, ratio)

    def _paint_state(
        self,
        painter: QPainter,
        foot: QRect,
        index: QModelIndex | QPersistentModelIndex,
        ratio: float,
    ) -> None:
        state = index.data(StateRole)
        name, color = _MARKS[state]
        mark = icon_pixmap(name, color, 14, ratio)
        painter.drawPixmap(foot.right() - 14 - 5, foot.center().y() - 6, mark)
        if state is DrawingState.DOUBTFUL:
            painter.setPen(QColor(color))
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(foot.adjusted(0, 0, -23, 0), align, str(index.data(DoubtsRole)))

    def _paint_key_badge(self, painter: QPainter, thumb: QRect, ratio: float) -> None:
        badge = QRect(thumb.left() + 4, thumb.top() + 4, 20, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(DARK.color("accent"))
        painter.drawRoundedRect(QRectF(badge), 4, 4)
        mark = icon_pixmap("key-variant", "#ffffff", 14, ratio)
        painter.drawPixmap(badge.left() + 3, badge.top() + 3, mark)

    def _paint_frame(self, painter: QPainter, card: QRect, is_drop: bool) -> None:
        pen = QPen(DARK.color("accent"), 2)
        if is_drop:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(card), _RADIUS, _RADIUS)
