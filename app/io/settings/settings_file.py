"""Keeping the settings on the disk."""

from __future__ import annotations

import logging
from pathlib import Path

from app.io.files.atomic import write_atomically
from app.settings import Settings, SettingsDamagedError

_log = logging.getLogger(__name__)


def load_settings(path: Path) -> Settings:
    """Read settings, or take the defaults; a damaged file is set aside as `*.damaged`.

    Never raises for what is on the disk: settings must not keep the program from starting.
    """
    try:
        return Settings.from_json(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (SettingsDamagedError, UnicodeDecodeError):
        _log.warning("The settings in %s are damaged; defaults are used.", path)
        set_aside(path)
    except OSError as error:
        _log.warning("The settings in %s cannot be read (%s).", path, error.strerror)
    return Settings()


def save_settings(settings: Settings, path: Path) -> None:
    """Write settings whole or not at all; OSError when the disk does not take them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, settings.to_json().encode())


def set_aside(path: Path) -> None:
    """Rename a file that cannot be used to `*.damaged`, so that it is not written over."""
    try:
        path.replace(path.with_name(path.name + ".damaged"))
    except OSError as error:
        _log.warning("%s cannot be set aside (%s).", path, error.strerror)
