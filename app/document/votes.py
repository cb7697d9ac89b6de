"""Why a stretch of drawings was colored as it was, kept so that it can be decided anew."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, eq=False)
class StretchVotes:
    """What drawings between two keys decided their colors by; one value, shared by all of them.

    Attributes:
        packed: bytes that the engine reads.
    """

    packed: bytes


@dataclass(frozen=True, eq=False)
class Vote:
    """A drawing's place in a stretch.

    Attributes:
        stretch: what it decided by, together with others.
        place: its position among them; held drawings share one.
    """

    stretch: StretchVotes
    place: int
