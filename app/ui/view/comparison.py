"""Which drawing the current one is compared with."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from app.document.shot import Shot
from app.language import marked, tr


class Against(enum.Enum):
    """What to compare with; the value is the name in the settings."""

    KEY_BEFORE = "key before"
    KEY_AFTER = "key after"
    PREVIOUS = "previous"
    NEXT = "next"

    @property
    def is_before(self) -> bool:
        """True when the other drawing comes first, and so stands on the left."""
        return self in (Against.KEY_BEFORE, Against.PREVIOUS)


@dataclass(frozen=True)
class Comparison:
    """Two drawings to see at once.

    Attributes:
        other: number of the drawing compared with, or None when there is none.
        other_words: what to write on it, or in its place.
        own_words: what to write on the current drawing.
        other_first: the other is on the left.
    """

    other: int | None
    other_words: str
    own_words: str
    other_first: bool


_MISSING = {
    Against.KEY_BEFORE: marked("No key before this drawing"),
    Against.KEY_AFTER: marked("No key after this drawing"),
    Against.PREVIOUS: marked("No drawing before this one"),
    Against.NEXT: marked("No drawing after this one"),
}


def compare_drawings(shot: Shot, number: int, against: Against) -> Comparison:
    """Find the drawing to compare `number` with."""
    other = _other(shot, number, against)
    words = tr(_MISSING[against]) if other is None else _named(shot, other)
    return Comparison(other, words, _named(shot, number), against.is_before)


def _other(shot: Shot, number: int, against: Against) -> int | None:
    if against in (Against.KEY_BEFORE, Against.KEY_AFTER):
        numbers = list(shot.keys)
    else:
        numbers = [drawing.number for drawing in shot.drawings]
    if against.is_before:
        return max((other for other in numbers if other < number), default=None)
    return min((other for other in numbers if other > number), default=None)


def _named(shot: Shot, number: int) -> str:
    return (
        tr("Key {number}", number=number)
        if number in shot.keys
        else tr("Drawing {number}", number=number)
    )
