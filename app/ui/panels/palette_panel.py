"""The exact colors that the keys use."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Slot
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget

from app.ui.paper import Paper, fill_paper
from app.ui.session import Session
from app.ui.theme import DARK
from app.ui.widgets import label

_SWATCH = 26
_GAP = 4


class SwatchGrid(QWidget):
    """Swatches in rows, as many as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colors: list[QColor] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    @property
    def colors(self) -> list[QColor]:
        """What is on show."""
        return list(self._colors)

    def show_palette(self, palette: NDArray[np.uint8]) -> None:
        """Show (P, 4) uint8 RGBA colors."""
        self._colors = [QColor(*map(int, row)) for row in palette]
        self._fit_height()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as the panel."""
        return QSize(200, self._rows() * (_SWATCH + _GAP))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all swatches."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, color in enumerate(self._colors):
            area = self._area(place)
            if color.alpha() < 255:
                fill_paper(painter, area, Paper.CHECKER)
            # Without an outline a dark color is not there on a dark panel.
            painter.setPen(DARK.color("faint"))
            painter.setBrush(color)
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows change with the width."""
        self._fit_height()

    def event(self, event: QEvent) -> bool:
        """Name the color under the mouse."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            color = self._color_at(event.pos())
            if color is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), describe(color), self)
            return True
        return super().event(event)

    def _columns(self) -> int:
        return max(1, (self.width() + _GAP) // (_SWATCH + _GAP))

    def _rows(self) -> int:
        return -(-len(self._colors) // self._columns())

    def _fit_height(self) -> None:
        self.setFixedHeight(max(1, self._rows() * (_SWATCH + _GAP)))

    def _area(self, place: int) -> QRectF:
        row, column = divmod(place, self._columns())
        step = _SWATCH + _GAP
        return QRectF(column * step, row * step, _SWATCH, _SWATCH)

    def _color_at(self, point: QPoint) -> QColor | None:
        for place, color in enumerate(self._colors):
            if self._area(place).contains(point):
                return color
        return None


class PalettePanel(QWidget):
    """The palette of the finished colorings, which is the keys' own."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.grid = SwatchGrid()
        self._hint = label("The keys' exact colors appear here with the first run.", "panelHint")
        self._hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(label("PALETTE", "panelTitle"))
        layout.addWidget(self._hint)
        layout.addWidget(self.grid)
        session.shot_changed.connect(self._show_palette)
        session.drawings_changed.connect(self._show_palette)

    @Slot()
    def _show_palette(self) -> None:
        shot = self._session.shot
        colorings = {} if shot is None else shot.colorings
        palette = np.zeros((0, 4), np.uint8)
        if colorings:
            palette = next(iter(colorings.values())).palette
        self.grid.show_palette(palette)
        self._hint.setVisible(not colorings)


def describe(color: QColor) -> str:
    """A color in words: its hexadecimal and its decimal values."""
    if color.alpha() == 0:
        return "Transparent"
    values = f"{color.red()}, {color.green()}, {color.blue()}"
    return f"{color.name().upper()}  ·  {values}"
