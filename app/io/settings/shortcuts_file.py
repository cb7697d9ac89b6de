"""Keeping changed shortcuts on the disk."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from pathlib import Path

from app.io.files.atomic import write_atomically
from app.io.settings.settings_file import set_aside

_log = logging.getLogger(__name__)

Keys = tuple[str, ...]
"""Key sequences in portable text."""


def load_shortcuts(path: Path) -> dict[str, Keys]:
    """Key sequences by the name of the action; only of actions that the user changed.

    Entries that make no sense are passed over; a damaged file is set aside as `*.damaged`. Never
    raises for what is on the disk.
    """
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except ValueError:
        _log.warning("The shortcuts in %s are damaged; the usual ones are used.", path)
        set_aside(path)
        return {}
    except OSError as error:
        _log.warning("The shortcuts in %s cannot be read (%s).", path, error.strerror)
        return {}
    if not isinstance(entries, dict):
        return {}
    return {name: tuple(keys) for name, keys in entries.items() if _are_keys(keys)}


def save_shortcuts(shortcuts: Mapping[str, Keys], path: Path) -> None:
    """Write them whole or not at all; OSError when the disk does not take them."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, json.dumps(shortcuts, indent=2).encode())


def _are_keys(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(key, str) for key in value)
