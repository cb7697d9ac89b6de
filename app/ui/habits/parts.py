"""Giving the keyboard from one large part of the window to the next, and showing who has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Slot
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.ui.look.theme import theme

_BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class FocusFrame(QWidget):
    """A frame over a large widget while it has the keyboard and got it by the keyboard."""

    def __init__(self, framed: QWidget) -> None:
        super().__init__(framed)
        self._framed = framed
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        framed.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the focus and the size of what is framed."""
        kind = event.type()
        if kind == QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            self._cover()
            self.setVisible(event.reason() in _BY_KEYBOARD)
            self.raise_()
        elif kind in (QEvent.Type.FocusOut, QEvent.Type.MouseButtonPress):
            self.hide()
        elif kind == QEvent.Type.Resize:
            self._cover()
        return False

    def _cover(self) -> None:
        self.setGeometry(self._framed.rect())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame."""
        painter = QPainter(self)
        painter.setPen(QPen(theme().color("mark"), 2))
        painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()


class Parts(QObject):
    """The large parts in the order of the keyboard's round."""

    def __init__(self, window: QWidget, parts: Sequence[QWidget]) -> None:
        super().__init__(window)
        self._window = window
        self._parts = tuple(parts)

    @property
    def current(self) -> QWidget | None:
        """The part that has the keyboard."""
        focused = self._window.focusWidget()
        for part in self._parts:
            if focused is not None and (part is focused or part.isAncestorOf(focused)):
                return part
        return None

    @Slot()
    def go_to_next(self) -> None:
        """Give the keyboard to the part after."""
        self._go(1)

    @Slot()
    def go_to_previous(self) -> None:
        """Give the keyboard to the part before."""
        self._go(-1)

    def _go(self, by: int) -> None:
        current = self.current
        # From a bar or from nowhere the round begins at its first part, or at its last.
        place = self._parts.index(current) if current is not None else (-1 if by > 0 else 0)
        for step in range(1, len(self._parts) + 1):
            part = self._parts[(place + by * step) % len(self._parts)]
            target = next(_takers(part), None) if part.isVisible() else None
            if target is not None:
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return


def _takers(part: QWidget) -> Iterator[QWidget]:
    """What can have the keyboard in a part: first what had it last."""
    last = part.focusWidget()
    if last is not None and _takes(last):
        yield last
    if _takes(part):
        yield part
    widget = part.nextInFocusChain()
    while widget is not None and widget is not part:
        if part.isAncestorOf(widget) and _takes(widget):
            yield widget
        widget = widget.nextInFocusChain()


def _takes(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_tab) and widget.isVisible() and widget.isEnabled()
