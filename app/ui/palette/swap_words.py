"""What a color that is changed in the whole show concerns, in words."""

from __future__ import annotations

from collections.abc import Collection

from app.document.shot import Shot
from app.document.show_swap import SwapReach
from app.language import tr, trn
from app.ui.desk.color_words import color_words


def reach_words(reach: SwapReach, shots: int) -> str:
    """How far a color goes: `In 3 of 4 shots, 127 drawings`."""
    return tr(
        "In {some} of {all} shots, {drawings}",
        some=len(reach.entries),
        all=shots,
        drawings=_drawings(reach, reach.entries),
    )


def swapped_words(name: str, reach: SwapReach, changed: Collection[Shot], shots: int) -> str:
    """What was changed: `“Red” changed in 3 of 4 shots, 127 drawings.`"""
    words = tr(
        "“{name}” changed in {some} of {all} shots, {drawings}.",
        name=color_words(name),
        some=len(changed),
        all=shots,
        drawings=_drawings(reach, changed),
    )
    return " ".join([words, *differing_words(reach)])


def differing_words(reach: SwapReach) -> list[str]:
    """A sentence about shots that keep a color of their own, or nothing."""
    if not reach.differing:
        return []
    return [
        trn(
            "{count} other shot paints it in a color of its own and keeps that.",
            "{count} other shots paint it in colors of their own and keep them.",
            reach.differing,
        )
    ]


def _drawings(reach: SwapReach, shots: Collection[Shot]) -> str:
    count = sum(reach.drawings[shot] for shot in shots)
    return trn("{count} drawing", "{count} drawings", count)
