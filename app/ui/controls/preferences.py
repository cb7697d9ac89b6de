"""The user's settings, kept as they change."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.io.settings.settings_file import load_settings, save_settings
from app.settings import Settings

_log = logging.getLogger(__name__)


class Preferences:
    """Settings in memory and on the disk.

    Attributes:
        settings: as they are now.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.settings: Settings = load_settings(path)

    def change(self, **values: Any) -> None:
        """Change some settings and keep them; a disk that refuses them stops nobody's work."""
        changed = replace(self.settings, **values)
        if changed == self.settings:
            return
        self.settings = changed
        try:
            save_settings(changed, self._path)
        except OSError as error:
            _log.warning("The settings were not kept: %s", error)
