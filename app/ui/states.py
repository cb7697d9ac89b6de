"""What the timeline says about a drawing."""

from __future__ import annotations

import enum

from app.document.origins import KeySignature, key_signature

__all__ = ["DrawingState", "KeySignature", "key_signature"]


class DrawingState(enum.Enum):
    """State of one drawing, with the words of its tooltip."""

    LINE = "not colored yet"
    GUESSED = "a first guess; its neighbors are still to be heard"
    COLORED = "colored"
    DOUBTFUL = "colored, with doubtful regions"
    CORRECTED = "colored, and corrected by hand"
    STALE = "colored before the keys, the lines or the gaps changed"
    FAILED = "could not be colored"
