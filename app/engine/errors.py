"""What the engine raises when a whole piece of work cannot be done."""

from __future__ import annotations


class ColoringError(Exception):
    """Nothing can be colored; the text is one sentence with the remedy."""


class TuningError(Exception):
    """Nothing can be learned; the text is one sentence with the remedy."""
