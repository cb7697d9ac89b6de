"""How one exposure looks in the strip."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen

from app.ui.desk.states import DrawingState
from app.ui.look.icons import icon_pixmap
from app.ui.look.paper import Paper, fill_paper
from app.ui.look.theme import theme

THUMB_HEIGHT = 88
GAP = 4
HEIGHT = THUMB_HEIGHT + 24 + 2 * GAP
_FOOT = 24
_RADIUS = 5
_NARROWEST, _WIDEST = 64, 156

STATE_MARKS = {
    DrawingState.LINE: ("circle-outline", "faint"),
    DrawingState.GUESSED: ("dots-horizontal-circle-outline", "dim"),
    DrawingState.COLORED: ("check-circle", "good"),
    DrawingState.DOUBTFUL: ("alert-circle-outline", "warning"),
    DrawingState.CORRECTED: ("pencil", "good"),
    DrawingState.STALE: ("history", "warning"),
    DrawingState.FAILED: ("close-circle", "error"),
}


@dataclass(frozen=True)
class CardLook:
    """What a card shows.

    Attributes:
        number: drawing number; None on an empty stretch of the sheet.
        state: None when the shot has no such drawing.
        doubts: how many regions are doubtful.
        thumbnail: None while it is made, or when there can be none.
        is_unreadable: there can be no thumbnail.
        is_key: the drawing is a key.
        is_current: the playhead is on it.
        is_selected: it is in the selection.
        is_target: what is dragged would be dropped on it.
    """

    number: int | None
    state: DrawingState | None = None
    doubts: int = 0
    thumbnail: QImage | None = None
    is_unreadable: bool = False
    is_key: bool = False
    is_current: bool = False
    is_selected: bool = False
    is_target: bool = False


def thumb_size(aspect: float) -> QSize:
    """Size of the thumbnails of drawings with this width by height."""
    return QSize(round(min(max(THUMB_HEIGHT * aspect, _NARROWEST), _WIDEST)), THUMB_HEIGHT)


def badge_rect(card: QRect) -> QRect:
    """Where the key badge of a card is."""
    return QRect(card.left() + GAP + 4, card.top() + GAP + 4, 20, 20)


def paint_card(painter: QPainter, area: QRect, head_width: int, look: CardLook) -> None:
    """Paint one card.

    Args:
        painter: with antialiasing on; its state is kept.
        area: the whole exposure.
        head_width: how much of it the first frame takes.
        look: what to show.
    """
    ratio = painter.device().devicePixelRatioF()  # type: ignore[attr-defined]
    painter.save()
    card = area.adjusted(GAP, GAP, -GAP, -GAP)
    head = QRect(card.topLeft(), QSize(head_width - 2 * GAP, card.height()))
    thumb = QRect(head.topLeft(), QSize(head.width(), THUMB_HEIGHT))
    foot = QRect(head.left(), thumb.bottom() + 1, head.width(), _FOOT)
    _paint_body(painter, card, look)
    if card.width() > head.width():
        _paint_tail(painter, QRect(thumb.right() + 1, thumb.top(), card.right() - thumb.right(), 1))
    if look.number is None:
        _paint_mark(painter, head, "close", "faint", 16, ratio)
    else:
        _paint_drawing(painter, thumb, look, ratio)
        _paint_foot(painter, foot, look, ratio)
    if look.is_key:
        _paint_key_badge(painter, badge_rect(area), ratio)
    if look.is_current or look.is_target:
        _paint_frame(painter, card, look.is_target)
    painter.restore()


def _paint_body(painter: QPainter, card: QRect, look: CardLook) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    if look.number is None and not look.is_selected:
        painter.setPen(QPen(theme().color("raised"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    elif look.is_selected:
        painter.setBrush(_selected_color())
    else:
        painter.setBrush(theme().color("hover" if look.is_current else "window"))
    painter.drawRoundedRect(QRectF(card), _RADIUS, _RADIUS)


def _selected_color() -> QColor:
    color = theme().color("accent")
    color.setAlpha(90)
    return color


def _paint_tail(painter: QPainter, tail: QRect) -> None:
    """A line from the thumbnail to the end of the hold, as on a paper timesheet."""
    middle, end = tail.top() + THUMB_HEIGHT // 2, tail.right() - 7
    painter.setPen(QPen(theme().color("dim"), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(tail.left() + 4, middle, end, middle)
    painter.drawLine(end, middle - 6, end, middle + 6)


def _paint_drawing(painter: QPainter, area: QRect, look: CardLook, ratio: float) -> None:
    top_rounded = QPainterPath()
    top_rounded.addRoundedRect(QRectF(area.adjusted(0, 0, 0, _RADIUS)), _RADIUS, _RADIUS)
    painter.save()
    painter.setClipPath(top_rounded)
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    painter.fillRect(area, theme().color("raised"))
    if look.thumbnail is not None:
        size = QSize(look.thumbnail.size())
        size.scale(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(QPoint(0, 0), size)
        place.moveCenter(area.center())
        fill_paper(painter, QRectF(place), Paper.WHITE)
        painter.drawImage(place, look.thumbnail)
    painter.restore()
    if look.state is None:
        _paint_mark(painter, area, "file-question-outline", "warning", 28, ratio)
    elif look.is_unreadable and look.thumbnail is None:
        _paint_mark(painter, area, "image-broken-variant", "dim", 28, ratio)


# Pixels at least between the number of a drawing and how many of its regions are doubtful.
_APART = 8


def _paint_foot(painter: QPainter, foot: QRect, look: CardLook, ratio: float) -> None:
    is_bright = look.is_current or look.is_selected
    font = QFont(painter.font())
    font.setPixelSize(12)
    font.setWeight(QFont.Weight.DemiBold if look.is_current else QFont.Weight.Normal)
    painter.setFont(font)
    painter.setPen(theme().color("strong" if is_bright else "dim"))
    align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(foot.adjusted(8, 0, -24, 0), align, str(look.number))
    # A key has its colors from the animator: its badge says so, whether or not a run took them.
    if look.state is None or (look.is_key and look.state is DrawingState.LINE):
        return
    name, color = STATE_MARKS[look.state]
    doubts = str(look.doubts) if look.state is DrawingState.DOUBTFUL else ""
    taken = painter.fontMetrics().horizontalAdvance(str(look.number) + doubts)
    # Side by side, 10 and 24 would be read as 1024: their colors and a space tell them apart.
    is_crowded = bool(doubts) and taken > foot.width() - 8 - 23 - _APART
    if not is_crowded:
        mark = icon_pixmap(name, color, 14, ratio)
        painter.drawPixmap(foot.right() - 14 - 5, foot.center().y() - 6, mark)
    if doubts:
        painter.setPen(theme().color("strong" if is_bright and not is_crowded else color))
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(foot.adjusted(0, 0, -6 if is_crowded else -23, 0), align, doubts)


def _paint_key_badge(painter: QPainter, badge: QRect, ratio: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("accent"))
    painter.drawRoundedRect(QRectF(badge), 4, 4)
    _paint_mark(painter, badge, "key-variant", "on_accent", 14, ratio)


def _paint_mark(
    painter: QPainter, area: QRect, name: str, color: str, size: int, ratio: float
) -> None:
    place = area.center() - QPoint(size // 2 - 1, size // 2 - 1)
    painter.drawPixmap(place, icon_pixmap(name, color, size, ratio))


def _paint_frame(painter: QPainter, card: QRect, is_target: bool) -> None:
    pen = QPen(theme().color("mark"), 2)
    if is_target:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(card), _RADIUS, _RADIUS)
