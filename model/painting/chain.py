"""Drawings that follow each other decide together (ours, beside the paper).

Between neighboring drawings little moves, so that it is far easier to say which region is which
than between a drawing and a key. Along a stretch of drawings, what each knows of its own colors
is passed on to its neighbors as probabilities: belief propagation, forward and backward, in which
no drawing hears its own opinion back. A drawing listens to the next two on either side, so that a
region that broken lines tore apart in one drawing is still found in the other. Nothing is decided
before everybody was heard, so that no error is handed on from drawing to drawing unopposed; then
each decides with those just before it at hand, see `beside`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from model.painting.vote import normalized

# No opinion is so sure that it may forbid a color.
_FLOOR = 1e-3
# Weaker links than this say nothing, and would fill the memory.
WEAKEST = 1e-3
# What a region always allows for: that the match is wrong. Far more than the matcher says of
# itself, since it may be wrong in the same way all along a stretch. Chosen on held-back shots.
_DOUBT = 0.3
# How much the drawing beside and the one behind it are listened to, chosen on held-back shots; in
# each region the more, the surer it is that they show the region at all.
_HEEDED = (0.65, 0.35)
_HEED_AT_LEAST = 1e-3

HOPS = len(_HEEDED)
"""How far apart drawings are linked."""

Links = Sequence["Link | None"]
"""Of one drawing: to the one before it, and to the one before that."""

_Said = tuple[NDArray[np.float32], NDArray[np.float32]]


@dataclass(frozen=True, eq=False)
class Link:
    """Which regions of a drawing are which of the drawing before it.

    Attributes:
        same: (R, Q) sparse float32, belief that a region of the later drawing is one of the
            earlier; both directions of matching agree on it.
        new: (R,) float32, belief that the earlier drawing does not show a region of the later.
        gone: (Q,) float32, belief that the later drawing does not show a region of the earlier.
    """

    same: csr_array
    new: NDArray[np.float32]
    gone: NDArray[np.float32]

    @classmethod
    def of(cls, later: NDArray[np.float32], earlier: NDArray[np.float32]) -> Link:
        """Join both directions.

        Args:
            later: (R, Q + 1) float32, each region's distribution over regions of the earlier
                drawing and "none of them".
            earlier: (Q, R + 1) float32, the same from the earlier drawing's side.
        """
        same = np.sqrt(later[:, :-1] * earlier[:, :-1].T)
        same[same < WEAKEST] = 0
        new, gone = (side[:, -1] / 2 + _DOUBT for side in (later, earlier))
        return cls(csr_array(same), new.astype(np.float32), gone.astype(np.float32))

    def kept(self) -> Link:
        """The same with three digits a number."""
        same = self.same.copy()
        same.data = three_digits(same.data)
        return Link(same, three_digits(self.new), three_digits(self.gone))

    def forward(self, earlier: NDArray[np.float32]) -> _Said:
        """What the earlier drawing says about regions of the later.

        Args:
            earlier: (Q, P) float32 probabilities.

        Returns:
            (R, P) float32 probabilities, and (R,) float32 belief that it shows the region.
        """
        return _carried(self.same, self.new, earlier)

    def backward(self, later: NDArray[np.float32]) -> _Said:
        """What the later drawing says about regions of the earlier, likewise."""
        return _carried(self.same.T, self.gone, later)


def agree(
    opinions: Sequence[NDArray[np.float32]], links: Sequence[Links]
) -> list[NDArray[np.float32]]:
    """What a stretch of drawings believes after everybody was heard.

    Args:
        opinions: of each drawing, (R, P) float32 logarithms of probabilities, of any size; P is
            the same for all.
        links: of each drawing to those before it; None where there is none.

    Returns:
        For each drawing (R, P) float32 probabilities, rows sum to 1.
    """
    last = len(opinions) - 1
    from_before = [np.zeros_like(opinion) for opinion in opinions]
    from_after = [np.zeros_like(opinion) for opinion in opinions]
    for index in range(1, last + 1):
        said: list[_Said | None] = []
        for hop, link in enumerate(links[index][:index], start=1):
            other = index - hop
            belief = opinions[other] + from_before[other]
            said.append(None if link is None else link.forward(normalized(belief)))
        from_before[index] = _heard(said, from_before[index])
    for index in range(last - 1, -1, -1):
        said = []
        for hop in range(1, min(HOPS, last - index) + 1):
            other = index + hop
            back = links[other][hop - 1] if len(links[other]) >= hop else None
            belief = opinions[other] + from_after[other]
            said.append(None if back is None else back.backward(normalized(belief)))
        from_after[index] = _heard(said, from_after[index])
    return [
        normalized(own + before + after)
        for own, before, after in zip(opinions, from_before, from_after, strict=True)
    ]


def _heard(said: Sequence[_Said | None], silence: NDArray[np.float32]) -> NDArray[np.float32]:
    """(R, P) logarithms of what neighbors say together, the nearest first."""
    total = np.zeros_like(silence)
    weight = np.zeros((len(silence), 1), np.float32)
    for heeded, one in zip(_HEEDED, said, strict=False):
        if one is not None:
            probability, shown = one
            heed = (heeded * shown**2 + _HEED_AT_LEAST)[:, None]
            total += heed * probability
            weight += heed
    return _log(total / weight) if weight.all() and weight.size else silence


def three_digits(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Float32 values as half precision keeps them."""
    return values.astype(np.float16).astype(np.float32)


def certain(colors: NDArray[np.int32], count: int) -> NDArray[np.float32]:
    """(R, P) float32 logarithms: the opinion of a drawing whose colors are known, a key.

    Args:
        colors: (R,) int32 palette rows.
        count: P, the size of the palette.
    """
    return _log(np.eye(count, dtype=np.float32)[colors])


def _carried(same: csr_array, nowhere: NDArray[np.float32], said: NDArray[np.float32]) -> _Said:
    shown = same.sum(axis=1)
    total = shown + nowhere
    mass = same @ said + (nowhere / said.shape[1])[:, None]
    return (mass / total[:, None]).astype(np.float32), (shown / total).astype(np.float32)


def _log(probability: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.log(probability * np.float32(1 - _FLOOR) + np.float32(_FLOOR))
