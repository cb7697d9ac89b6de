"""A finished sequence that is colored again and again, as the program would, to see how well."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray

from model.coloring import Opinion
from model.colorizer import Colorizer, KeyDrawing
from model.evaluation.metrics import mse, psnr, wrong_regions
from model.evaluation.truth import Truth, over_white
from model.key_features import KeyFeatures
from model.networks.inputs import flat_color
from model.painting.beside import Beside
from model.painting.chain import HOPS, Link, certain
from model.painting.region_tokens import DrawingTokens
from model.painting.soft import Shade
from model.region_sets import EncodedRegions
from model.stretch import Member, Stretch
from model.tuning.sequences import FinishedDrawing


@dataclass(frozen=True, eq=False)
class Score:
    """How well one drawing came out; see `Measure`."""

    right: NDArray[np.bool_]
    psnr: float
    soft_psnr: float


@dataclass(frozen=True, eq=False)
class Answer:
    """How well the drawings of a row came out, and one of them as it is painted."""

    scores: list[Score]
    shown: NDArray[np.uint8]


class Asked:
    """What a colorizer says of drawings and of neighbors, each asked once, side by side."""

    def __init__(self, colorizer: Colorizer) -> None:
        self.colorizer = colorizer
        self._parts: dict[DrawingTokens, EncodedRegions] = {}
        self._links: dict[tuple[EncodedRegions, EncodedRegions], Future[Link]] = {}

    def parts(self, drawings: Sequence[DrawingTokens]) -> list[EncodedRegions]:
        """Drawings as the region matcher sees them."""
        new = [tokens for tokens in drawings if tokens not in self._parts]
        encode = self.colorizer.matcher.encode_tokens
        encoded = self.colorizer.workers.together(partial(encode, tokens) for tokens in new)
        self._parts.update(zip(new, encoded, strict=True))
        return [self._parts[tokens] for tokens in drawings]

    def link(self, earlier: EncodedRegions, later: EncodedRegions) -> Future[Link]:
        """Which regions of a drawing are which of an earlier one."""
        pair = earlier, later
        if pair not in self._links:
            work = partial(self.colorizer.matcher.link, earlier, later)
            self._links[pair] = self.colorizer.workers.begin(work)
        return self._links[pair]


@dataclass(frozen=True, eq=False)
class Begun:
    """What is being found out about one drawing; a key has nothing but links."""

    links: list[Future[Link]]
    match: Future[NDArray[np.float32]] | None = None
    beside: Future[Beside | None] | None = None


class MeasuredRow:
    """Its keys, and its other drawings with what was measured of them.

    Attributes:
        truths: of each measured drawing, by its place.
        measured: places of the drawings that are measured.
        shown: the place of the one that is shown.
    """

    def __init__(
        self,
        drawings: list[FinishedDrawing],
        places: list[int],
        keys: KeyFeatures,
        opinions: dict[int, Opinion],
        truths: dict[int, Truth],
    ) -> None:
        self._drawings, self._places = drawings, places
        self._keys, self._opinions, self.truths = keys, opinions, truths
        self.measured = list(opinions)
        self.shown = self.measured[len(self.measured) // 2]

    @classmethod
    def studied(
        cls, drawings: list[FinishedDrawing], places: list[int], gap: int, base: Colorizer
    ) -> MeasuredRow:
        """Study drawings, those at these places being the keys of the others."""
        shown = [drawings[place] for place in places]
        keys = base.encode_keys([KeyDrawing(one.line, one.color) for one in shown], gap)
        others = {place: one for place, one in enumerate(drawings) if place not in places}
        opinions = {
            place: base.look_at(one.line, keys, gap=gap, before=_before(place, places))
            for place, one in others.items()
        }
        truths = {place: Truth(one.line, one.color) for place, one in others.items()}
        return cls(drawings, places, keys, opinions, truths)

    def from_first_key(self, base: Colorizer) -> MeasuredRow:
        """The same drawings without the keys after the first one; nothing is studied anew.

        The palette stays that of all keys, as in a shot whose drawing has one key near.
        """
        gone = self._places[1:]
        kept = [place for place in range(len(self._drawings)) if place not in gone]
        numbers = {place: number for number, place in enumerate(kept) if place in self._opinions}
        row = MeasuredRow(
            [self._drawings[place] for place in kept],
            self._places[:1],
            self._keys.subset([0]),
            {number: self._opinions[place] for place, number in numbers.items()},
            {number: self.truths[place] for place, number in numbers.items()},
        )
        row._see(base)
        return row

    def see_again(self, colorizer: Colorizer) -> None:
        """Ask networks of the paper that are others than before."""
        self._keys = colorizer.encode_again(self._keys)
        self._see(colorizer)

    def begin(self, asked: Asked) -> list[Begun]:
        """Ask the region matcher all there is to ask about the drawings, in their order."""
        parts = asked.parts(self._described())
        return [self._begun(asked, place, parts) for place in range(len(parts))]

    def answer(self, begun: Sequence[Begun], colorizer: Colorizer) -> Answer:
        """Color the drawings.

        Args:
            begun: what `begin` returned.
            colorizer: that was asked.
        """
        palette = self._keys.palette
        members = [self._member(place, one, colorizer) for place, one in enumerate(begun)]
        decisions = Stretch(members, colorizer.confidence).untold
        layers = {
            place: palette[decisions[place].colors][self._opinions[place].regions.labels]
            for place in self.measured
        }
        scores = [self._score(place, layer) for place, layer in layers.items()]
        return Answer(scores, over_white(layers[self.shown], self.truths[self.shown].line))

    def _see(self, colorizer: Colorizer) -> None:
        works = [
            partial(
                colorizer.see_again,
                opinion,
                self._drawings[place].line,
                self._keys,
                before=_before(place, self._places),
            )
            for place, opinion in self._opinions.items()
        ]
        seen = colorizer.workers.together(works)
        self._opinions = dict(zip(self._opinions, seen, strict=True))

    def _described(self) -> list[DrawingTokens]:
        parts = [
            self._opinions[place].parts
            if place in self._opinions
            else self._keys.keys[self._places.index(place)].parts
            for place in range(len(self._drawings))
        ]
        return [one.tokens for one in parts]

    def _begun(self, asked: Asked, place: int, parts: Sequence[EncodedRegions]) -> Begun:
        here = parts[place]
        before = range(place - 1, max(-1, place - 1 - HOPS), -1)
        keys = [parts[key] for key in self._places]
        is_key = place in self._places
        matcher, begin = asked.colorizer.matcher, asked.colorizer.workers.begin
        others = [parts[one] for one in before] + ([] if is_key else keys)
        asked.colorizer.measure(here, others)
        links = [asked.link(parts[one], here) for one in before]
        if is_key:
            return Begun(links)
        colors, count = [key.region_colors for key in self._keys.keys], len(self._keys.palette)
        near = [None if one in self._places else parts[one] for one in before]
        match = begin(partial(matcher.colors, here, keys, colors, count))
        return Begun(links, match, begin(partial(matcher.beside, here, keys, colors, count, near)))

    def _member(self, place: int, begun: Begun, colorizer: Colorizer) -> Member:
        links = tuple(one.result() for one in begun.links)
        if begun.match is None or begun.beside is None:
            colors = self._keys.keys[self._places.index(place)].region_colors
            return Member(certain(colors, len(self._keys.palette)), links)
        opinion = self._opinions[place]
        evidence = replace(opinion.evidence, match=begun.match.result())
        own = colorizer.own_opinion(replace(opinion, evidence=evidence))
        nothing = np.zeros(len(own), np.float32)
        return Member(colorizer.weighed(own), links, own, nothing, begun.beside.result())

    def _score(self, place: int, layer: NDArray[np.uint8]) -> Score:
        truth = self.truths[place]
        shade = self._opinions[place].shade
        codes = np.ascontiguousarray(truth.color).view(np.int32)[..., 0]
        wanted = flat_color(shade.canvas.labels(codes).view(np.uint8).reshape(*_size(shade), 4))
        return Score(
            ~wrong_regions(layer, truth)[self._counted(place)],
            psnr(mse(over_white(layer, truth.line), truth.composite)),
            psnr(float(np.mean((shade.color - wanted) ** 2) / 4)),
        )

    def _counted(self, place: int) -> NDArray[np.bool_]:
        """(N,) bool, the true regions whose color can be relied on."""
        regions, known = self.truths[place].regions, self._drawings[place].known
        if known is None:
            return np.ones(len(regions.areas), bool)
        inside = known.ravel()[regions.pixels].astype(np.float64)
        share = np.bincount(regions.owner, inside, minlength=len(regions.areas))
        return share > 0.5 * regions.areas


def _before(place: int, keys: Sequence[int]) -> int:
    """How many keys come before a drawing."""
    return sum(key < place for key in keys)


def _size(shade: Shade) -> tuple[int, int]:
    return shade.canvas.height, shade.canvas.width
