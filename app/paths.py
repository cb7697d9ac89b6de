"""Where Shiage's own files are: what it ships with, and what it keeps for the user."""

from __future__ import annotations

import os
from pathlib import Path

import appdirs

DATA_DIR_VARIABLE = "SHIAGE_DATA_DIR"
"""Environment variable that puts everything we keep for the user under one other folder."""

_NAME = "Shiage"


def resources_dir() -> Path:
    """Weights, icons and the sample shot; beside the package, in a checkout as when installed."""
    return Path(__file__).resolve().parent.parent / "resources"


def sample_shot_dir() -> Path:
    """The shot folder that comes with the program."""
    return resources_dir() / "sample_shot"


def translations_dir() -> Path:
    """The texts of the window in other languages."""
    return resources_dir() / "translations"


def data_dir() -> Path:
    """Autosaves and fine-tuned weights; not made by asking for it."""
    return _overridden("data") or Path(appdirs.user_data_dir(_NAME, appauthor=False))


def config_dir() -> Path:
    """Settings; not made by asking for it."""
    return _overridden("config") or Path(appdirs.user_config_dir(_NAME, appauthor=False))


def log_dir() -> Path:
    """Log files; not made by asking for it."""
    return _overridden("log") or Path(appdirs.user_log_dir(_NAME, appauthor=False))


def autosave_dir() -> Path:
    """Unsaved work; not made by asking for it."""
    return data_dir() / "autosave"


def settings_path() -> Path:
    """The user's settings."""
    return config_dir() / "settings.json"


def shortcuts_path() -> Path:
    """The shortcuts that the user changed."""
    return config_dir() / "shortcuts.json"


def _overridden(kind: str) -> Path | None:
    folder = os.environ.get(DATA_DIR_VARIABLE)
    return Path(folder).absolute() / kind if folder else None
