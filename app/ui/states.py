"""What the timeline says about a drawing."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from pathlib import Path

KeySignature = frozenset[tuple[int, Path]]
"""Which keys there were: two colorings with the same signature followed from the same keys."""


class DrawingState(enum.Enum):
    """State of one drawing, with the words of its tooltip."""

    LINE = "not colored yet"
    GUESSED = "a first guess; its neighbors are still to be heard"
    COLORED = "colored"
    DOUBTFUL = "colored, with doubtful regions"
    CORRECTED = "colored, and corrected by hand"
    STALE = "colored before the keys changed"
    FAILED = "could not be colored"


def key_signature(keys: Mapping[int, Path]) -> KeySignature:
    """The signature of a set of keys."""
    return frozenset(keys.items())
