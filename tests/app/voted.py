"""Drawings of two regions that decided their colors together, by hand-made votes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from app.document.regions import ColoredDrawing
from app.document.votes import StretchVotes, Vote
from model.painting.chain import Link
from model.painting.vote import ConfidenceFit
from model.stretch import Member, Stretch
from model.stretch_file import to_bytes


def voted(
    labels: Sequence[NDArray[np.int32]],
    palette: NDArray[np.uint8],
    *,
    first: int = 1,
    lost_at: int | None = None,
    sure: float = 0.9,
) -> dict[int, ColoredDrawing]:
    """Drawings `first`, `first + 1`, ... in a row; each takes region 0 for the first color.

    Args:
        labels: (H, W) regions 0 and 1 of each drawing.
        palette: (P, 4) RGBA; region 1 has the last color.
        first: number of the first drawing.
        lost_at: place at which region 0 cannot be followed from the drawing before.
        sure: how sure each drawing is of its own colors.
    """
    members = [
        _member(place, len(palette), sure, is_lost=place == lost_at) for place in range(len(labels))
    ]
    stretch = Stretch(members, ConfidenceFit())
    votes = StretchVotes(to_bytes(stretch))
    drawings = {}
    for place, (regions, decision) in enumerate(zip(labels, stretch.untold, strict=True)):
        plain = ColoredDrawing.pack(
            first + place, regions, palette, decision.colors, decision.confidence, is_guess=True
        )
        vote = Vote(votes, place)
        drawings[first + place] = plain.settled(decision.colors, decision.confidence, None, vote)
    return drawings


def _member(place: int, colors: int, sure: float, *, is_lost: bool) -> Member:
    own = np.full((2, colors), (1 - sure) / (colors - 1), np.float32)
    own[0, 0] = own[1, -1] = sure
    same = np.eye(2, 3, dtype=np.float32)
    if is_lost:
        same[0] = 0, 0, 1
    links = (Link.of(same, same),) if place else ()
    return Member(0.5 * np.log(own), links, own, np.zeros(2, np.float32))
