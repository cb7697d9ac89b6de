"""A shot drawing by drawing: first guesses at once, and what neighbors agree on in the end."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from model.coloring import Coloring
from model.colorizer import DEFAULT_GAP, Colorizer
from model.key_features import KeyFeatures
from model.painting.chain import Link, agree, certain
from model.painting.soft import Shade
from model.region_sets import EncodedRegions


@dataclass(frozen=True, eq=False)
class _Sketch:
    """A drawing that waits for its neighbors, kept small: a stretch may have hundreds of them."""

    packed_labels: bytes
    size: tuple[int, int]
    own: NDArray[np.float32]  # (R, P) probabilities
    shade: Shade | None

    @classmethod
    def of(
        cls, labels: NDArray[np.int32], own: NDArray[np.float32], shade: Shade | None
    ) -> _Sketch:
        packed = zlib.compress(labels.astype(np.uint16).tobytes(), 1)
        return cls(packed, (labels.shape[0], labels.shape[1]), own, shade)

    def labels(self) -> NDArray[np.int32]:
        flat = np.frombuffer(zlib.decompress(self.packed_labels), np.uint16)
        return flat.reshape(self.size).astype(np.int32)


@dataclass(frozen=True, eq=False)
class _Member:
    """A drawing of the present stretch.

    Attributes:
        opinion: (R, P) float32 logarithms of its own probabilities.
        link: to the member before it, or None.
        sketch: to paint it from in the end; None for a key.
    """

    opinion: NDArray[np.float32]
    link: Link | None
    sketch: _Sketch | None


class ShotSequence:
    """Colors the drawings of a shot in chronological order.

    Every drawing gets a first guess from the keys alone. Drawings between two keys form a
    stretch; once the next key is reached, or the shot is over, `settle` lets the drawings of the
    stretch decide together.
    """

    def __init__(
        self, colorizer: Colorizer, keys: KeyFeatures, gap: int = DEFAULT_GAP, soft: bool = False
    ) -> None:
        """Start a shot.

        Args:
            colorizer: the networks.
            keys: all keys of the shot.
            gap: holes in the lines up to this many pixels are closed.
            soft: also give the networks' blended color.
        """
        self._colorizer, self._keys, self._gap, self._soft = colorizer, keys, gap, soft
        self._members: list[_Member] = []
        self._last: EncodedRegions | None = None

    def add(self, line: NDArray[np.uint8], nearest: Sequence[int], before: int) -> Coloring:
        """Take the next drawing and give a first guess of its colors.

        Args:
            line: (H, W) uint8 gray line art, 0 = ink, 255 = paper.
            nearest: positions of the keys to color it from.
            before: how many of those come before it in time.
        """
        opinion = self._colorizer.gather(
            line, self._keys.subset(nearest), gap=self._gap, before=before
        )
        own = self._colorizer.own_opinion(opinion)
        shade = opinion.shade if self._soft else None
        labels = opinion.regions.labels
        guess = self._colorizer.decide(labels, self._keys.palette, own, own, shade)
        # Last, so that a drawing over which anything stumbled is no part of the stretch.
        self._join(self._colorizer.weighed(own), opinion.parts, _Sketch.of(labels, own, shade))
        return guess

    def add_key(self, index: int) -> None:
        """Take a key, by its position among the keys, as the next drawing."""
        if all(member.sketch is None for member in self._members):
            # Nothing lies between this key and what came before it.
            self._members, self._last = [], None
        key = self._keys.keys[index]
        self._join(certain(key.region_colors, len(self._keys.palette)), key.parts, None)

    def settle(self) -> Iterator[Coloring]:
        """The colorings of all drawings added since the last call, keys left out, in order.

        If a key came last, the next stretch starts with it.
        """
        members, self._members = self._members, []
        if members and members[-1].sketch is None:
            self._members = [replace(members[-1], link=None)]
        else:
            self._last = None
        agreed = agree([one.opinion for one in members], [one.link for one in members])
        for member, probability in zip(members, agreed, strict=True):
            if (sketch := member.sketch) is not None:
                yield self._colorizer.decide(
                    sketch.labels(), self._keys.palette, probability, sketch.own, sketch.shade
                )

    def _join(
        self, opinion: NDArray[np.float32], parts: EncodedRegions, sketch: _Sketch | None
    ) -> None:
        link = None if self._last is None else self._colorizer.link(self._last, parts)
        self._members.append(_Member(opinion, link, sketch))
        self._last = parts
