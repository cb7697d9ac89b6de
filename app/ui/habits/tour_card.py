"""A quiet card over the window with an arrow to the part it speaks of."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.language import tr
from app.ui.controls.widgets import explain, label
from app.ui.look.theme import theme

_WIDTH = 340
_ARROW = 12
_RADIUS = 8
_EDGE = 8
_OWN_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TourCard(QWidget):
    """Title, a few sentences, Next and Skip.

    Attributes:
        next: the button that goes on.
        skip: the button that ends it.

    Signals:
        closed(): Esc was pressed.
    """

    closed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("tourCard")
        self.setAccessibleName(tr("Tour"))
        self._tip: QPoint | None = None
        self._place = label("", "dim")
        self._title = label("", "tourTitle")
        self._words = label("", "tourWords", wraps=True)
        self.next, self.skip = QPushButton(tr("Next")), QPushButton(tr("Skip"))
        explain(self.next, tr("Go on with the tour"))
        explain(self.skip, tr("End the tour; Help has it again"))
        self.next.setProperty("primary", True)
        for button in (self.next, self.skip):
            button.setAutoDefault(True)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._place, 1)
        buttons.addWidget(self.skip)
        buttons.addWidget(self.next)
        column = QVBoxLayout(self)
        margin = _ARROW + 16
        column.setContentsMargins(margin, margin - 4, margin, margin - 4)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addSpacing(6)
        column.addLayout(buttons)
        self.setTabOrder(self.next, self.skip)

    @property
    def words(self) -> str:
        """What it says now."""
        return f"{self._title.text()}\n{self._words.text()}"

    def say(self, place: str, title: str, words: str, button: str, is_last: bool) -> None:
        """Show other words; on the last card there is nothing left to skip."""
        self.skip.setVisible(not is_last)
        self._place.setText(place)
        self._title.setText(title)
        self._words.setText(words)
        self.next.setText(button)

    def point_at(self, target: QRect | None) -> None:
        """Stand beside a part of the window and point at it; None is the middle, without arrow."""
        size = QSize(_WIDTH, self.heightForWidth(_WIDTH))
        room = self._window.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        spot = QRect(QPoint(0, 0), size)
        if target is None:
            spot.moveCenter(room.center())
        else:
            spot = _beside(target, spot, room)
        self.setGeometry(spot)
        self._tip = None if target is None else _nearest(target, spot) - spot.topLeft()
        self.update()

    def event(self, event: QEvent) -> bool:
        """Keep Return and Esc, which do other things elsewhere in the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _OWN_KEYS
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc ends the tour."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card and its arrow."""
        body = QRectF(self.rect()).adjusted(_ARROW, _ARROW, -_ARROW, -_ARROW)
        shape = QPainterPath()
        shape.addRoundedRect(body, _RADIUS, _RADIUS)
        if self._tip is not None:
            arrow = QPainterPath()
            arrow.addPolygon(_arrow(body, self._tip))
            arrow.closeSubpath()
            shape = shape.united(arrow)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().color("mark"), 1.2))
        painter.setBrush(theme().color("raised"))
        painter.drawPath(shape)
        painter.end()


def _beside(target: QRect, card: QRect, room: QRect) -> QRect:
    """Below or above a wide part, at the left or right of a high one; never out of the window."""
    middle = target.center()
    below, above = target.bottom() + card.height(), target.top() - card.height()
    is_wide = target.width() >= target.height()
    if is_wide and (below <= room.bottom() or above >= room.top()):
        card.moveCenter(middle)
        if below <= room.bottom():
            card.moveTop(target.bottom() + 1)
        else:
            card.moveBottom(target.top() - 1)
    else:
        card.moveCenter(middle)
        if target.left() - card.width() >= room.left():
            card.moveRight(target.left() - 1)
        else:
            card.moveLeft(target.right() + 1)
    card.moveLeft(max(room.left(), min(card.left(), room.right() - card.width())))
    card.moveTop(max(room.top(), min(card.top(), room.bottom() - card.height())))
    return card


def _nearest(target: QRect, card: QRect) -> QPoint:
    """The point of the card's outline that is nearest to the middle of the target."""
    inner = card.adjusted(0, 0, -1, -1)
    middle = target.center()
    keep = _ARROW + _RADIUS + _ARROW
    x = max(inner.left() + keep, min(middle.x(), inner.right() - keep))
    y = max(inner.top() + keep, min(middle.y(), inner.bottom() - keep))
    if target.top() > inner.center().y() and target.top() >= inner.bottom():
        return QPoint(x, inner.bottom())
    if target.bottom() <= inner.top():
        return QPoint(x, inner.top())
    return QPoint(inner.right() if middle.x() > inner.center().x() else inner.left(), y)


def _arrow(body: QRectF, tip: QPoint) -> QPolygonF:
    point = QPointF(tip)
    if tip.y() <= body.top() or tip.y() >= body.bottom():
        base = body.top() + 1 if tip.y() <= body.top() else body.bottom() - 1
        return QPolygonF(
            [point, QPointF(point.x() - _ARROW, base), QPointF(point.x() + _ARROW, base)]
        )
    base = body.left() + 1 if tip.x() <= body.left() else body.right() - 1
    return QPolygonF([point, QPointF(base, point.y() - _ARROW), QPointF(base, point.y() + _ARROW)])
