"""A shot drawing by drawing: first guesses at once, and what neighbors agree on in the end."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from model.coloring import Choice, Coloring
from model.colorizer import DEFAULT_GAP, Colorizer
from model.key_features import KeyFeatures
from model.painting.chain import Link, agree, certain
from model.painting.soft import Shade, soft_layer
from model.region_sets import EncodedRegions


@dataclass(frozen=True, eq=False)
class _Blend:
    """What the blended color is laid over anew in the end; labels are packed to keep it small."""

    shade: Shade
    packed_labels: bytes
    size: tuple[int, int]

    @classmethod
    def of(cls, shade: Shade, labels: NDArray[np.int32]) -> _Blend:
        packed = zlib.compress(labels.astype(np.uint16).tobytes(), 1)
        return cls(shade, packed, (labels.shape[0], labels.shape[1]))

    def over(self, chosen: NDArray[np.uint8]) -> NDArray[np.uint8]:
        flat = np.frombuffer(zlib.decompress(self.packed_labels), np.uint16)
        return soft_layer(self.shade, flat.reshape(self.size).astype(np.int32), chosen)


@dataclass(frozen=True, eq=False)
class _Member:
    """A drawing of the present stretch, kept small: there may be hundreds of them.

    Attributes:
        opinion: (R, P) float32 logarithms, what it tells its neighbors.
        link: to the member before it, or None.
        own: (R, P) float32, its own probabilities; None for a key.
        blend: for the blended color, or None.
    """

    opinion: NDArray[np.float32]
    link: Link | None
    own: NDArray[np.float32] | None
    blend: _Blend | None = None


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
        labels = opinion.regions.labels
        blend = _Blend.of(opinion.shade, labels) if self._soft else None
        guess = self._choice(own, own, blend)
        # Last, so that a drawing over which anything stumbled is no part of the stretch.
        self._join(self._colorizer.weighed(own), opinion.parts, own, blend)
        return Coloring(
            labels, self._keys.palette, guess.region_colors, guess.confidence, guess.soft
        )

    def add_key(self, index: int) -> None:
        """Take a key, by its position among the keys, as the next drawing."""
        if all(member.own is None for member in self._members):
            # Nothing lies between this key and what came before it.
            self._members, self._last = [], None
        key = self._keys.keys[index]
        self._join(certain(key.region_colors, len(self._keys.palette)), key.parts, None, None)

    def settle(self) -> Iterator[Choice]:
        """The colors of all drawings added since the last call, keys left out, in order.

        If a key came last, the next stretch starts with it.
        """
        members, self._members = self._members, []
        if members and members[-1].own is None:
            self._members = [replace(members[-1], link=None)]
        else:
            self._last = None
        agreed = agree([one.opinion for one in members], [one.link for one in members])
        for member, probability in zip(members, agreed, strict=True):
            if member.own is not None:
                yield self._choice(probability, member.own, member.blend)

    def _choice(
        self, agreed: NDArray[np.float32], own: NDArray[np.float32], blend: _Blend | None
    ) -> Choice:
        colors, confidence = self._colorizer.choose(agreed, own)
        soft = None if blend is None else blend.over(self._keys.palette[colors])
        return Choice(colors, confidence, soft)

    def _join(
        self,
        opinion: NDArray[np.float32],
        parts: EncodedRegions,
        own: NDArray[np.float32] | None,
        blend: _Blend | None,
    ) -> None:
        link = None if self._last is None else self._colorizer.link(self._last, parts)
        self._members.append(_Member(opinion, link, own, blend))
        self._last = parts
