"""Names that any file system takes."""

from __future__ import annotations

import re

FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
"""Characters that some file system refuses."""

_LONGEST = 80


def fit_name(text: str, default: str) -> str:
    """A folder name made of a text; the default where nothing of it is left."""
    return FORBIDDEN.sub("_", text)[:_LONGEST].strip(" .") or default
