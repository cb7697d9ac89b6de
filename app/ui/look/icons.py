"""Icons of one set, tinted as they are painted: they follow the theme."""

from __future__ import annotations

from functools import lru_cache

import qtawesome
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look.theme import theme


@lru_cache(maxsize=256)
def icon(name: str, color: str = "text") -> QIcon:
    """A Material Design icon.

    Args:
        name: name in the set, such as "play".
        color: name of a color of the theme.
    """
    return QIcon(_ThemedIcon(name, color))


def icon_pixmap(name: str, color: str, size: int, ratio: float) -> QPixmap:
    """An icon as a pixmap of `size` logical pixels on a screen of this device pixel ratio."""
    return _pixmap(name, getattr(theme(), color), size, ratio)


class IconMark(QWidget):
    """An icon that stands for itself, sharp on every screen."""

    def __init__(self, name: str, color: str, size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._color, self._size = name, color, size
        self.setMinimumSize(size, size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The size of the icon."""
        return QSize(self._size, self._size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it in the theme's color of now."""
        painter = QPainter(self)
        place = QRect(0, 0, self._size, self._size)
        place.moveCenter(self.rect().center())
        pixmap = icon_pixmap(self._name, self._color, self._size, self.devicePixelRatioF())
        painter.drawPixmap(place.topLeft(), pixmap)
        painter.end()


class _ThemedIcon(QIconEngine):
    """Asks the theme for its colors each time."""

    def __init__(self, name: str, color: str) -> None:
        super().__init__()
        self._name, self._color = name, color

    def clone(self) -> QIconEngine:
        return _ThemedIcon(self._name, self._color)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        _tinted(self._name, *self._colors()).paint(
            painter, rect, Qt.AlignmentFlag.AlignCenter, mode, state
        )

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def _colors(self) -> tuple[str, str, str]:
        now = theme()
        return getattr(now, self._color), now.faint, now.mark


@lru_cache(maxsize=512)
def _tinted(name: str, color: str, disabled: str, checked: str) -> QIcon:
    return qtawesome.icon(
        f"mdi6.{name}",
        color=color,
        color_disabled=disabled,
        color_on=checked,
        color_on_active=checked,
    )


@lru_cache(maxsize=512)
def _pixmap(name: str, color: str, size: int, ratio: float) -> QPixmap:
    now = theme()
    return _tinted(name, color, now.faint, now.mark).pixmap(QSize(size, size), ratio)
