"""What the timeline says about a drawing."""

from __future__ import annotations

import enum

from app.document.origins import KeySignature, key_signature
from app.language import marked

__all__ = ["DrawingState", "KeySignature", "key_signature"]


class DrawingState(enum.Enum):
    """State of one drawing, with the words of its tooltip."""

    LINE = marked("not colored yet")
    GUESSED = marked("a first guess; its neighbors are still to be heard")
    COLORED = marked("colored")
    DOUBTFUL = marked("colored, with doubtful regions")
    CORRECTED = marked("colored, and corrected by hand")
    STALE = marked("colored before the keys, the lines or the gaps changed")
    FAILED = marked("could not be colored")
