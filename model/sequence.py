"""A shot drawing by drawing: first guesses at once, and what neighbors agree on in the end."""

from __future__ import annotations

import zlib
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from model.coloring import Choice, Coloring, Earlier
from model.colorizer import DEFAULT_GAP, Colorizer
from model.key_features import KeyFeatures
from model.painting.chain import HOPS, certain
from model.painting.soft import Shade, soft_layer
from model.region_sets import EncodedRegions
from model.stretch import Member, Stretch


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


class ShotSequence:
    """Colors the drawings of a shot in chronological order.

    Every drawing gets a first guess from the keys and what was guessed just before it. Drawings
    between two keys form a stretch; once the next key is reached, or the shot is over, `settle`
    lets the drawings of the stretch decide together.
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
        self._members: list[Member] = []
        self._blends: list[_Blend | None] = []
        self._last: deque[Earlier] = deque(maxlen=HOPS)  # the latest first

    def add(self, line: NDArray[np.uint8], nearest: Sequence[int], before: int) -> Coloring:
        """Take the next drawing and give a first guess of its colors.

        Args:
            line: (H, W) uint8 gray line art, 0 = ink, 255 = paper.
            nearest: positions of the keys to color it from.
            before: how many of those come before it in time.
        """
        keys = self._keys.subset(nearest)
        opinion = self._colorizer.gather(
            line, keys, gap=self._gap, before=before, earlier=list(self._last)
        )
        own = self._colorizer.own_opinion(opinion)
        labels = opinion.regions.labels
        blend = _Blend.of(opinion.shade, labels) if self._soft else None
        guessed = [one.colors for one in self._last]
        said = None if opinion.beside is None else opinion.beside.says(guessed)
        colors, confidence = self._colorizer.first_guess(own, said)
        soft = self._blended(blend, colors)
        # Last, so that a drawing over which anything stumbled is no part of the stretch.
        unseen = 1 - opinion.evidence.match.sum(axis=1)
        weighed = self._colorizer.weighed(own)
        member = Member(weighed, opinion.links, own, unseen, opinion.beside)
        self._join(member, opinion.parts, colors, blend)
        return Coloring(labels, self._keys.palette, colors, confidence, soft)

    def add_key(self, index: int) -> None:
        """Take a key, by its position among the keys, as the next drawing."""
        if all(member.is_key for member in self._members):
            # Nothing lies between this key and what came before it.
            self._begin_anew()
        key = self._keys.keys[index]
        opinion = certain(key.region_colors, len(self._keys.palette))
        links = self._colorizer.links([one.parts for one in self._last], key.parts)
        self._join(Member(opinion, links), key.parts, key.region_colors, None)

    def settle(self) -> Iterator[Choice]:
        """The colors of all drawings added since the last call, keys left out, in order.

        If a key came last, the next stretch starts with it.
        """
        members, blends = self._members, self._blends
        latest = self._last[0] if self._last else None
        self._begin_anew()
        if latest is not None and members[-1].is_key:
            self._join(replace(members[-1], links=()), latest.parts, latest.colors, None)
        stretch = Stretch(members, self._colorizer.confidence)
        for place, (member, blend) in enumerate(zip(members, blends, strict=True)):
            if not member.is_key:
                decision = stretch.untold[place]
                soft = self._blended(blend, decision.colors)
                yield Choice(decision.colors, decision.confidence, soft, stretch, place)

    def _blended(self, blend: _Blend | None, colors: NDArray[np.int32]) -> NDArray[np.uint8] | None:
        return None if blend is None else blend.over(self._keys.palette[colors])

    def _join(
        self,
        member: Member,
        parts: EncodedRegions,
        colors: NDArray[np.int32],
        blend: _Blend | None,
    ) -> None:
        self._members.append(member)
        self._blends.append(blend)
        self._last.appendleft(Earlier(parts, member.is_key, colors))

    def _begin_anew(self) -> None:
        self._members, self._blends = [], []
        self._last.clear()
