"""Where the window was and which tab was in front: the only things that QSettings keeps."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow

from app.paths import config_dir
from app.ui.window.side_column import SideColumn

_GEOMETRY = "window/geometry"
_TAB = "window/tab"
_FIRST_SIZE = (1360, 860)


def _settings() -> QSettings:
    return QSettings(str(config_dir() / "window.ini"), QSettings.Format.IniFormat)


def restore_window(window: QMainWindow, column: SideColumn) -> None:
    """Put the window where it was; at first in a good size."""
    settings = _settings()
    geometry = settings.value(_GEOMETRY)
    if not (isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)):
        window.resize(*_FIRST_SIZE)
    column.show_place(str(settings.value(_TAB, "")))


def remember_window(window: QMainWindow, column: SideColumn) -> None:
    """Keep place, size and tab for the next start."""
    settings = _settings()
    settings.setValue(_GEOMETRY, window.saveGeometry())
    settings.setValue(_TAB, column.place)
