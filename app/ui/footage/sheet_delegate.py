"""How a shot of the sheet looks: tick, words, and paint and line art of a few drawings."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.desk.images import scaled_to_fit
from app.ui.footage.sheet_model import DetailsRole, Index, PicturesRole
from app.ui.look.icons import icon_pixmap
from app.ui.look.theme import theme

_ROW = 92
_BETWEEN = 6
_TICK, _TICK_COLUMN = 16, 40
_WORDS = 150
_PICTURE = QSize(96, 72)
_GAP, _PAIR_GAP = 2, 14
_FADED = 0.4


class SheetDelegate(QStyledItemDelegate):
    """A card for each shot; clicks beside its words, or the space bar, change its tick."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All cards are equally high."""
        return QSize(_TICK_COLUMN + _WORDS + _PICTURE.width(), _ROW + _BETWEEN)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a card."""
        area: QRect = option.rect.adjusted(0, 0, 0, -_BETWEEN)  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        check = index.data(Qt.ItemDataRole.CheckStateRole)
        is_kept = check is not None
        is_used = is_kept and Qt.CheckState(check) == Qt.CheckState.Checked
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_card(painter, QRectF(area), state, is_kept)
        if is_kept:
            _paint_tick(painter, _tick_area(area), is_used)
        _paint_words(painter, area, index, is_used)
        _paint_pictures(painter, area, index.data(PicturesRole), is_used)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Change the tick."""
        check = index.data(Qt.ItemDataRole.CheckStateRole)
        if check is None or not _means_tick(event, option.rect):  # type: ignore[attr-defined]
            return False
        is_used = Qt.CheckState(check) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if is_used else Qt.CheckState.Checked
        return model.setData(index, state, Qt.ItemDataRole.CheckStateRole)


def _means_tick(event: QEvent, area: QRect) -> bool:
    if isinstance(event, QKeyEvent):
        is_press = event.type() == QEvent.Type.KeyPress
        return is_press and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select)
    if isinstance(event, QMouseEvent):
        is_release = event.type() == QEvent.Type.MouseButtonRelease
        is_there = event.position().x() < area.left() + _TICK_COLUMN
        return is_release and is_there and event.button() == Qt.MouseButton.LeftButton
    return False


def _tick_area(area: QRect) -> QRectF:
    place = QRectF(0, 0, _TICK, _TICK)
    place.moveCenter(QRectF(area.left(), area.top(), _TICK_COLUMN, area.height()).center())
    return place


def _paint_card(painter: QPainter, area: QRectF, state: QStyle.StateFlag, is_kept: bool) -> None:
    if is_kept:
        is_hot = state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("hover" if is_hot else "raised"))
        painter.drawRoundedRect(area, 6, 6)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(theme().color("mark"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def _paint_tick(painter: QPainter, area: QRectF, is_used: bool) -> None:
    painter.setPen(Qt.PenStyle.NoPen if is_used else theme().color("dim"))
    painter.setBrush(theme().color("accent" if is_used else "well"))
    painter.drawRoundedRect(area, 4, 4)
    if is_used:
        ratio = painter.device().devicePixelRatioF()
        check = icon_pixmap("check-bold", "on_accent", _TICK - 4, ratio)
        painter.drawPixmap(area.topLeft() + QPointF(2, 2), check)


def _paint_words(painter: QPainter, area: QRect, index: Index, is_used: bool) -> None:
    words = area.adjusted(_TICK_COLUMN, 0, 0, 0)
    words.setWidth(_WORDS)
    amount, source = index.data(DetailsRole)
    font = painter.font()
    font.setPixelSize(13)
    font.setBold(is_used)
    painter.setFont(font)
    painter.setPen(theme().color("text" if is_used else "dim"))
    top = words.adjusted(0, 14, 0, 0)
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
    painter.drawText(top, left, index.data())
    font.setPixelSize(12)
    font.setBold(False)
    painter.setFont(font)
    painter.setPen(theme().color("dim"))
    elided = painter.fontMetrics().elidedText(
        source, Qt.TextElideMode.ElideMiddle, words.width() - 8
    )
    painter.drawText(words.adjusted(0, 35, -8, 0), left | Qt.TextFlag.TextWordWrap, amount)
    bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
    painter.drawText(words.adjusted(0, 0, 0, -12), bottom, elided)


def _paint_pictures(painter: QPainter, area: QRect, pictures: list[QImage], is_used: bool) -> None:
    painter.setOpacity(1.0 if is_used else _FADED)
    left = area.left() + _TICK_COLUMN + _WORDS
    ratio = painter.device().devicePixelRatioF()
    for place, picture in enumerate(pictures):
        is_pair = place % 2 == 0 and place + 1 < len(pictures)
        if left + _PICTURE.width() * (1 + is_pair) > area.right():
            break
        fitted = scaled_to_fit(picture, _PICTURE * ratio)
        fitted.setDevicePixelRatio(ratio)
        size = fitted.deviceIndependentSize()
        top = area.top() + (area.height() - size.height()) / 2
        frame = QRectF(left, top, size.width(), size.height())
        painter.drawImage(frame, fitted)
        painter.setPen(theme().color("faint"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame.adjusted(-0.5, -0.5, 0.5, 0.5))
        left += round(size.width()) + (_PAIR_GAP if place % 2 else _GAP + 2)
