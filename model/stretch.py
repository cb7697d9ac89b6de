"""A stretch of drawings decides on its colors, and once more when a person has told some."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from model.painting.beside import Beside, swayed
from model.painting.chain import HOPS, Link, Links, agree, certain, three_digits
from model.painting.vote import ConfidenceFit, choose

# How corrections spread; chosen by the clicks that held-back shots cost.
_SAME = 0.5  # a weaker belief does not say which region of a neighbor a region is
_SUREST = 0.95  # no step from drawing to drawing is believed more
_HEED = 0.25  # how much what a person said of a counterpart weighs
_OWN_MIND = 0.8  # a drawing more confident than this of another color keeps it
_LOOKED_AT = 2.5  # the weight of the drawings just before where a person has looked at one

# Logarithm of the probability of a color that no key has: not forbidden, but nothing speaks for it.
_NOTHING = np.float32(np.log(1e-3))

Told = Mapping[int, int]
"""Regions of one drawing whose color a person gave, with the palette row of each."""


@dataclass(frozen=True, eq=False)
class Member:
    """What one drawing of a stretch brings along about its R regions and P colors.

    Attributes:
        opinion: (R, P) float32 logarithms, what it tells its neighbors.
        links: to the member before it and to the one before that, None where there is none.
        own: (R, P) float32, its own probabilities; None for a key.
        unseen: (R,) float32, belief that no key shows a region; None for a key.
        beside: how it compares with its keys and those just before it; None where not known.
    """

    opinion: NDArray[np.float32]
    links: Links
    own: NDArray[np.float32] | None = None
    unseen: NDArray[np.float32] | None = None
    beside: Beside | None = None

    @property
    def is_key(self) -> bool:
        """Whether its colors were given."""
        return self.own is None

    def kept(self) -> Member:
        """The same with three digits a number: as it comes back from a file."""
        return Member(
            three_digits(self.opinion),
            tuple(None if link is None else link.kept() for link in self.links),
            None if self.own is None else three_digits(self.own),
            None if self.unseen is None else three_digits(self.unseen),
            None if self.beside is None else self.beside.kept(),
        )

    def widened(self, more: int) -> Member:
        """The same about a palette with `more` colors at its end that no key has."""
        rows = len(self.opinion)
        opinion = np.concatenate([self.opinion, np.full((rows, more), _NOTHING)], axis=1)
        if self.own is None:
            return replace(self, opinion=opinion)
        own = np.concatenate([self.own, np.zeros((rows, more), np.float32)], axis=1)
        beside = None if self.beside is None else self.beside.widened(more)
        return replace(self, opinion=opinion, own=own, beside=beside)


@dataclass(frozen=True)
class Counterpart:
    """A region of another drawing, and the belief, 0 to 1, that it is the same."""

    region: int
    belief: float


@dataclass(frozen=True, eq=False)
class Decision:
    """The colors of R regions of one drawing.

    Attributes:
        colors: (R,) int32, palette rows.
        confidence: (R,) float32 in [0, 1]; 1 where a person told the color.
        runner_up: (R,) int32, the second most probable row, or the one that was overruled by the
            drawings before; the first if there is no other.
        rivalry: (R,) float32 in [0, 1], probability of the second as a share of the first's.
    """

    colors: NDArray[np.int32]
    confidence: NDArray[np.float32]
    runner_up: NDArray[np.int32]
    rivalry: NDArray[np.float32]


class Stretch:
    """Drawings that follow each other, keys at its ends where there are some.

    Attributes:
        members: the drawings in order.
        fit: what probabilities are worth.
        untold: the decision on each member as long as nobody told it anything.
    """

    def __init__(self, members: Sequence[Member], fit: ConfidenceFit) -> None:
        # Rounded from the start: what is read back later must not decide otherwise.
        self.members = members = tuple(one.kept() for one in members)
        self.fit = fit
        self.untold = self._decided(
            [one.opinion for one in members], [one.own for one in members], {}
        )

    def decide(self, told: Mapping[int, Told]) -> list[Decision]:
        """The colors of all members when some regions are certain.

        A told region speaks to its counterparts in the other drawings. Where these made the same
        mistake by the same evidence, or are not sure of their color, what was said counts instead
        of that evidence. And a drawing of which something was told has been looked at: for those
        just after it, it is a reference as good as the keys. What was looked at before does not
        take over what is told later, so that it mostly stays as it was left.

        Args:
            told: by position of the member, in the order in which they were first looked at.
        """
        opinions = [one.opinion.copy() for one in self.members]
        own = [None if one.own is None else one.own.copy() for one in self.members]
        for index, found, color in self._misled(told):
            colors = opinions[index].shape[1]
            said = np.full(colors, (1 - found.belief) / colors)
            said[color] += found.belief
            opinions[index][found.region] = _HEED * np.log(said)
            mine = own[index]
            if mine is not None:
                mine[found.region] = np.nan
        for index, regions in told.items():
            rows = np.array(list(regions.values()), np.int32)
            opinions[index][list(regions)] = certain(rows, opinions[index].shape[1])
        return self._decided(opinions, own, told)

    def counterparts(self, index: int, region: int) -> dict[int, Counterpart]:
        """The same region in the drawings around, as far as it can be followed.

        Args:
            index: position of the member.
            region: of that member.

        Returns:
            By position, the member itself left out.
        """
        found: dict[int, Counterpart] = {}
        for way in (-1, 1):
            at, here = index, Counterpart(region, 1.0)
            while (step := self._step(at, here.region, way)) is not None:
                at, there = step
                here = found[at] = Counterpart(there.region, here.belief * there.belief)
        return found

    def _misled(self, told: Mapping[int, Told]) -> Iterator[tuple[int, Counterpart, int]]:
        turns = _turns(told)
        for index, regions in told.items():
            for region, color in regions.items():
                mistaken = self.untold[index].colors[region]
                if mistaken == color:
                    continue
                for other, found in self.counterparts(index, region).items():
                    if not self.members[other].is_key and _hears(other, index, turns):
                        untold = self.untold[other]
                        its = untold.colors[found.region]
                        unsure = untold.confidence[found.region] < _OWN_MIND
                        if its == mistaken or (its != color and unsure):
                            yield other, found, color

    def _step(self, at: int, region: int, way: int) -> tuple[int, Counterpart] | None:
        for hop in range(1, HOPS + 1):
            other = at + way * hop
            if 0 <= other < len(self.members):
                links = self.members[max(at, other)].links
                link = links[hop - 1] if len(links) >= hop else None
                found = None if link is None else followed(link, region, forward=way > 0)
                if found is not None:
                    return other, found
        return None

    def _decided(
        self,
        opinions: Sequence[NDArray[np.float32]],
        own: Sequence[NDArray[np.float32] | None],
        told: Mapping[int, Told],
    ) -> list[Decision]:
        """Decide one after the other, with the drawings just before as they were decided."""
        agreed = agree(opinions, [one.links for one in self.members])
        turns = _turns(told)
        decided: list[Decision] = []
        for index, (belief, mine) in enumerate(zip(agreed, own, strict=True)):
            said, is_looked_at = self._said(index, decided, turns)
            if is_looked_at:
                belief = swayed(belief, said, _LOOKED_AT)
                decision = _decision(belief, belief, mine, self.fit)
            else:
                # What only the program decided before makes nothing surer.
                decision = _decision(swayed(belief, said), belief, mine, self.fit)
            decided.append(_with_told(decision, told.get(index, {})))
        return decided

    def _said(
        self, index: int, decided: Sequence[Decision], turns: Mapping[int, int]
    ) -> tuple[NDArray[np.float32] | None, bool]:
        """What the drawings just before a member say beside its keys, and if one was looked at."""
        beside = self.members[index].beside
        if beside is None:
            return None, False
        before = range(index - 1, max(-1, index - 1 - HOPS), -1)
        later = [one for one in before if turns.get(one, -1) > turns.get(index, len(turns))]
        known = [(self.untold if one in later else decided)[one].colors for one in before]
        return beside.says(known), any(_hears(index, one, turns) for one in before)


def _decision(
    decisive: NDArray[np.float32],
    agreed: NDArray[np.float32],
    own: NDArray[np.float32] | None,
    fit: ConfidenceFit,
) -> Decision:
    """The most probable colors; own probabilities that are NaN count no more."""
    heard = agreed if own is None else np.where(np.isnan(own), agreed, own)
    colors, confidence = choose(decisive, agreed, heard, fit)
    rows, others = np.arange(len(colors)), decisive.copy()
    if decisive.shape[1] > 1:
        others[rows, colors] = -1
    second = others.argmax(axis=1)
    rivalry = decisive[rows, second] / np.maximum(decisive[rows, colors], 1e-6)
    # Where the drawings before had the last word, what all had agreed on is the other choice.
    common = agreed.argmax(axis=1)
    overruled = common != colors
    second = np.where(overruled, common, second).astype(np.int32)
    rivalry = np.where(overruled, 1, rivalry).astype(np.float32)
    return Decision(colors, confidence, second, rivalry)


def followed(link: Link, region: int, *, forward: bool) -> Counterpart | None:
    """The region that both drawings take for the same, or None.

    Args:
        link: between two drawings.
        region: of the earlier drawing if forward, else of the later.
        forward: whether a region of the later drawing is wanted.
    """
    there, back = (link.same.T, link.same) if forward else (link.same, link.same.T)
    row = there[[region]].toarray()[0]
    if not len(row) or row.max() < _SAME:
        return None
    best = int(row.argmax())
    if int(back[[best]].toarray()[0].argmax()) != region:
        return None
    return Counterpart(best, min(float(row[best]), _SUREST))


def _turns(told: Mapping[int, Told]) -> dict[int, int]:
    """When each member was looked at, those of which nothing was told left out."""
    return {index: turn for turn, index in enumerate(one for one in told if told[one])}


def _hears(index: int, other: int, turns: Mapping[int, int]) -> bool:
    """Whether a member takes over what was told of another."""
    return other in turns and turns[other] < turns.get(index, len(turns))


def _with_told(decision: Decision, told: Told) -> Decision:
    colors, confidence = decision.colors.copy(), decision.confidence.copy()
    for region, color in told.items():
        colors[region], confidence[region] = color, 1
    return replace(decision, colors=colors, confidence=confidence)
