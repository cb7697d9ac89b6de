"""Where files are, written so that a show may move together with its line art."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

Json = dict[str, Any]


def encode_place(path: Path, base: Path) -> Json:
    """A file or folder as seen from `base`, and by its absolute path as a fallback."""
    place: Json = {"absolute": str(path)}
    try:
        relative = os.path.relpath(path, base)
    except ValueError:  # on another drive
        return place
    return {"relative": Path(relative).as_posix(), **place}


def decode_place(place: Json, base: Path) -> Path:
    """Where it is now: what is there wins, relative first; the absolute path when neither is."""
    absolute = Path(place["absolute"])
    if "relative" not in place:
        return absolute
    # Not Path.resolve: links stay as the user named them.
    relative = Path(os.path.normpath(base / place["relative"]))
    return relative if relative.exists() or not absolute.exists() else absolute
