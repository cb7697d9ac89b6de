"""Icons of one set, tinted to the theme."""

from __future__ import annotations

from functools import lru_cache

import qtawesome
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QPixmap

from app.ui.theme import DARK


@lru_cache(maxsize=256)
def icon(name: str, color: str = DARK.text, checked: str = DARK.accent) -> QIcon:
    """A Material Design icon.

    Args:
        name: name in the set, such as "play".
        color: its color as #rrggbb.
        checked: its color on a checked button.
    """
    return qtawesome.icon(
        f"mdi6.{name}",
        color=color,
        color_disabled=DARK.faint,
        color_on=checked,
        color_on_active=checked,
    )


@lru_cache(maxsize=256)
def icon_pixmap(name: str, color: str, size: int, ratio: float) -> QPixmap:
    """An icon as a pixmap of `size` logical pixels on a screen of this device pixel ratio."""
    return icon(name, color).pixmap(QSize(size, size), ratio)
