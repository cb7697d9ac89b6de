"""What lies behind a row of a list: nothing, a hint under the mouse, a bar when it is chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle

from app.ui.look.theme import theme


def paint_row_background(painter: QPainter, area: QRectF, state: QStyle.StateFlag) -> None:
    """Paint it; the painter is antialiasing and without a pen afterwards."""
    is_chosen = bool(state & QStyle.StateFlag.State_Selected)
    if not is_chosen and not state & QStyle.StateFlag.State_MouseOver:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().color("hover" if is_chosen else "raised"))
    painter.drawRoundedRect(area, 4, 4)
    if is_chosen:
        painter.setBrush(theme().color("mark"))
        painter.drawRoundedRect(QRectF(area.left(), area.top() + 5, 2.5, area.height() - 10), 1, 1)
