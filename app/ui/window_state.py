"""Where the window was: the only thing that QSettings keeps."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow

from app.paths import config_dir

_GEOMETRY = "window/geometry"
_FIRST_SIZE = (1360, 860)


def _settings() -> QSettings:
    return QSettings(str(config_dir() / "window.ini"), QSettings.Format.IniFormat)


def restore_window(window: QMainWindow) -> None:
    """Put the window where it was; at first in a good size."""
    geometry = _settings().value(_GEOMETRY)
    if not (isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)):
        window.resize(*_FIRST_SIZE)


def remember_window(window: QMainWindow) -> None:
    """Keep place and size for the next start."""
    _settings().setValue(_GEOMETRY, window.saveGeometry())
