"""The frame ruler over the strip."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen

from app.language import marked, tr
from app.ui.look.theme import theme
from app.ui.timeline.cards import GAP
from app.ui.timeline.layout import Span, StripLayout

RULER_HEIGHT = 22
_LABEL_INDENT = GAP + 1
_SMALLEST_TICK = 4
_OFF_SHEET = marked("off sheet")


def paint_ruler(
    painter: QPainter,
    layout: StripLayout,
    visible: range,
    selected: range,
    frame: int,
    scroll: int,
) -> None:
    """Paint frame numbers, the selected stretch and the playhead.

    Args:
        painter: on the viewport.
        layout: places on the strip.
        visible: positions of the exposures in sight.
        selected: positions of the selected exposures.
        frame: the current frame.
        scroll: place of the strip at the left edge of the viewport.
    """
    painter.save()
    font = QFont(painter.font())
    font.setPixelSize(10)
    painter.setFont(font)
    for position in visible:
        if position in selected:
            place = layout.card(position)
            band = QRect(place.left - scroll, RULER_HEIGHT - 3, place.width, 3)
            painter.fillRect(band, theme().color("mark"))
        if layout.is_off_sheet(position):
            _paint_label(painter, layout.head(position), scroll, tr(_OFF_SHEET), "dim")
        else:
            _paint_frames(painter, layout, position, scroll)
    _paint_playhead(painter, layout, frame, scroll)
    painter.restore()


def _paint_frames(painter: QPainter, layout: StripLayout, position: int, scroll: int) -> None:
    """Numbers count from 1, as on paper; ticks where there is no room for them."""
    ticks: list[QLineF] = []
    last_tick = -_SMALLEST_TICK
    for frame in layout.exposures[position].frames:
        place = layout.frame(frame)
        if place.left - last_tick >= _SMALLEST_TICK:
            height = 10 if frame == layout.exposures[position].first else 6
            x = place.left - scroll + 0.5
            ticks.append(QLineF(x, RULER_HEIGHT - height, x, RULER_HEIGHT - 1))
            last_tick = place.left
        text = str(frame + 1)
        if painter.fontMetrics().horizontalAdvance(text) + _LABEL_INDENT <= place.width:
            _paint_label(painter, place, scroll, text, "dim")
    painter.setPen(QPen(theme().color("hover"), 1))
    painter.drawLines(ticks)


def _paint_label(painter: QPainter, place: Span, scroll: int, text: str, color: str) -> None:
    painter.setPen(theme().color(color))
    area = QRect(place.left - scroll + _LABEL_INDENT, 0, place.width, RULER_HEIGHT - 2)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def _paint_playhead(painter: QPainter, layout: StripLayout, frame: int, scroll: int) -> None:
    place = layout.frame(frame)
    text = tr(_OFF_SHEET) if frame >= layout.duration else str(frame + 1)
    width = max(24, painter.fontMetrics().horizontalAdvance(text) + 12)
    is_held = place.width < layout.head(layout.exposure_at(place.left)).width
    # On a card the flag begins with the card; in a tail it sits over the middle of its frame.
    left = place.left - scroll + ((place.width - width) // 2 if is_held else GAP)
    flag = QRectF(left, 2, width, RULER_HEIGHT - 6)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("accent"))
    painter.drawRoundedRect(flag, 4, 4)
    painter.setPen(theme().color("on_accent"))
    painter.drawText(flag, Qt.AlignmentFlag.AlignCenter, text)
