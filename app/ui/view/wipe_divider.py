"""The line between two wiped pictures, to be dragged or moved by keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from app.language import tr
from app.ui.controls.widgets import explain
from app.ui.look.theme import DARK

WIDTH = 23
_GRIP = 9.0
_LINE = 9
_STEP, _BIG_STEP = 0.01, 0.1
_KEYS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Home: -100,
    Qt.Key.Key_End: 100,
}


class WipeDivider(QWidget):
    """An upright line with a grip.

    Left and Right move it, with Shift in larger steps; Home and End move it to the edges.

    Signals:
        moved(float): the place it should have, 0 (left edge of the view) to 1.
    """

    moved = Signal(float)

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._place = 0.5
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Wipe divider"))
        explain(self, tr("Drag, or move with Left and Right"))

    def put(self, place: float) -> None:
        """Stand at a place, over the whole height of the view."""
        self._place = place
        left = round(self._view.width() * place) - WIDTH // 2 - 1
        self.setGeometry(left, 0, WIDTH, self._view.height())

    def _ask(self, place: float) -> None:
        self.moved.emit(min(max(place, 0.0), 1.0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be no wider than line and grip: beside them the picture can be clicked."""
        width, height = self.width(), self.height()
        line = QRegion((width - _LINE) // 2, 0, _LINE, height)
        grip = QRegion(0, (height - width) // 2, width, width, QRegion.RegionType.Ellipse)
        self.setMask(line + grip)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the grip."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._ask(self.mapToParent(event.position()).x() / self._view.width())

    def event(self, event: QEvent) -> bool:
        """Keep the arrow keys, which step through drawings elsewhere."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _KEYS
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by keys."""
        steps = _KEYS.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
            return
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        self._ask(self._place + steps * (_BIG_STEP if shift else _STEP))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A light line with a dark rim, seen on every paint, and a grip in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        for width, color in ((3.0, QColor(0, 0, 0, 140)), (1.0, QColor("#ffffff"))):
            painter.setPen(QPen(color, width))
            painter.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), self.height()))
        painter.setPen(QPen(QColor("#ffffff"), 1.5))
        painter.setBrush(DARK.color("accent" if self.hasFocus() else "raised"))
        painter.drawEllipse(middle, _GRIP, _GRIP)
        for way in (-1, 1):
            tip = middle + QPointF(5.0 * way, 0)
            for up in (-3.0, 3.0):
                painter.drawLine(tip, tip + QPointF(-3.0 * way, up))
        painter.end()
