"""A drop-down list in the look of the other buttons."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from app.ui.look.icons import icon_pixmap

_ARROW = 16
_MARGIN = 6


class ChoiceBox(QComboBox):
    """One of a few words; the style sheet takes the arrow away, so it is painted here."""

    def __init__(self, items: Iterable[str], name: str) -> None:
        """Make the list.

        Args:
            items: what can be chosen, in order.
            name: what it is called to those who do not see it.
        """
        super().__init__()
        self.setAccessibleName(name)
        self.addItems(list(items))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words and an arrow behind them."""
        super().paintEvent(event)
        color = "dim" if self.isEnabled() else "faint"
        ratio = self.devicePixelRatioF()
        place = QRectF(
            self.width() - _ARROW - _MARGIN, (self.height() - _ARROW) / 2, _ARROW, _ARROW
        )
        painter = QPainter(self)
        pixmap = icon_pixmap("chevron-down", color, _ARROW, ratio)
        painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
        painter.end()
