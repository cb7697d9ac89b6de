"""Where the region matcher's training drawings come from, and how they are varied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from model.lines.broken import cut_gaps
from model.painting.near_colors import colors_of, in_shades_of
from model.painting.regions import find_regions
from model.shows import Show
from model.training.footage import (
    FootageDrawing,
    drawing_names,
    read_drawing,
    training_shots,
    training_stills,
)
from model.training.full_size_warps import WarpRange, flipped, random_warp, with_line
from model.training.matcher_picks import (
    Picker,
    key_count,
    pick_beside,
    pick_keys,
    pick_neighbor,
    with_lent,
)
from model.training.matcher_samples import MatcherSample, make_sample
from model.training.same_show import SameShow

_FEW, _MANY = WarpRange(), WarpRange(turn=25, scale=1.3, shift=0.12, bend=0.035)
_STILL = WarpRange(turn=30, scale=1.4, shift=0.15, bend=0.05)
_SHOT = 24  # drawings of a procedural shot


@dataclass(frozen=True)
class DrawnSet:
    """Drawings of one sample.

    Attributes:
        drawings: the target, then what it is compared with.
        are_told: see `Pick`.
    """

    drawings: list[FootageDrawing]
    are_told: bool = True


@dataclass(frozen=True)
class _Asking:
    """How drawings of a shot are picked, and whether other shots of its show lend some."""

    picker: Picker
    lends: bool = False


_Draw = Callable[[np.random.Generator, _Asking], DrawnSet]


@dataclass(frozen=True)
class SourceMix:
    """What samples are made of.

    Attributes:
        shows: how often procedural shows are drawn; these three shares need not sum to 1.
        footage: how often finished shots are.
        stills: how often single drawings are.
        broken: share of samples with holes cut into their lines.
        neighbors: share of shows and shots from which a drawing is compared with a neighbor alone.
        beside: share from which it is compared with keys and neighbors together.
        lent: share of what is not compared with a neighbor alone that has drawings of other shots
            beside or instead of keys; finished shots without such others have none.
    """

    shows: float = 0.55
    footage: float = 0.35
    stills: float = 0.10
    broken: float = 0.4
    neighbors: float = 0.15
    beside: float = 0.3
    lent: float = 0.35


class MatcherSource:
    """An endless supply of samples, each determined by its seed."""

    def __init__(self, footage: Path | None, stills: Path | None, mix: SourceMix) -> None:
        self._mix = mix
        self._shots = training_shots(footage) if footage else []
        self._same_show = SameShow(self._shots)
        self._stills = _list_stills(stills) if stills else []
        kinds: list[tuple[float, _Draw]] = [(mix.shows, _from_show)]
        if self._shots:
            kinds.append((mix.footage, self._from_footage))
        if self._stills:
            kinds.append((mix.stills, self._from_still))
        shares = np.array([share for share, _ in kinds])
        self._draws = [draw for _, draw in kinds]
        self._shares = shares / shares.sum()

    def sample(self, seed: int) -> MatcherSample:
        """The sample of a seed: drawings, augmentation and all."""
        rng = np.random.default_rng(seed)
        draw = self._draws[rng.choice(len(self._draws), p=self._shares)]
        drawn = draw(rng, self._asking(rng))
        drawings = drawn.drawings
        if rng.random() < 0.5:
            drawings = [flipped(drawing) for drawing in drawings]
        clean = drawings[0].line
        if rng.random() < self._mix.broken:
            width = int(rng.integers(3, 7))
            gap = width + int(rng.integers(0, 5))
            drawings = [with_line(d, cut_gaps(d.line, rng, width)) for d in drawings]
        else:
            gap = int(rng.choice([0, 4, int(rng.integers(2, 9))], p=[0.25, 0.4, 0.35]))
        return make_sample(drawings[0], drawings[1:], gap, clean, drawn.are_told)

    def _asking(self, rng: np.random.Generator) -> _Asking:
        chance = rng.random()
        if chance < self._mix.neighbors:
            return _Asking(pick_neighbor)
        beside = chance < self._mix.neighbors + self._mix.beside
        return _Asking(pick_beside if beside else pick_keys, rng.random() < self._mix.lent)

    def _from_footage(self, rng: np.random.Generator, asking: _Asking) -> DrawnSet:
        shot = self._shots[rng.integers(len(self._shots))]
        names = drawing_names(shot)
        others = self._same_show.of(shot) if asking.lends else []
        pick = (with_lent(asking.picker) if others else asking.picker)(len(names), rng)
        drawings = [read_drawing(shot, names[index]) for index in (pick.target, *pick.others)]
        lent = _lent_by(others, pick.lent, drawings, rng)
        limits = _MANY if rng.random() < 0.3 else _FEW
        if pick.are_told:
            return DrawnSet([random_warp(one, rng, limits) for one in (*drawings, *lent)])
        # Neighbors differ by what moved, not by how they were put into the picture.
        seed = int(rng.integers(2**31))
        moved = [random_warp(one, np.random.default_rng(seed), limits) for one in drawings]
        moved += [random_warp(one, rng, limits) for one in lent]
        return DrawnSet(moved, are_told=False)

    def _from_still(self, rng: np.random.Generator, _: _Asking) -> DrawnSet:
        folder, name = self._stills[rng.integers(len(self._stills))]
        still = read_drawing(folder, name)
        identity = find_regions(still.line).labels + 1
        still = FootageDrawing(still.line, still.color, identity.astype(np.int32))
        return DrawnSet([random_warp(still, rng, _STILL) for _ in range(1 + key_count(rng))])


def _from_show(rng: np.random.Generator, asking: _Asking) -> DrawnSet:
    return show_drawings(rng, with_lent(asking.picker) if asking.lends else asking.picker)


def show_drawings(rng: np.random.Generator, picker: Picker = pick_keys) -> DrawnSet:
    """Drawings out of a procedural shot that nobody has seen."""
    side = int(rng.integers(320, 640))
    show = Show(int(rng.integers(2**31)), (side, int(side * rng.uniform(0.75, 1.5))))
    shot = show.shot(int(rng.integers(2**31)), _SHOT, motion=float(rng.random()))
    pick = picker(len(shot), rng)
    drawings = [shot.draw(index) for index in (pick.target, *pick.others)]
    for _ in range(pick.lent):
        other = show.shot(int(rng.integers(2**31)), _SHOT, motion=float(rng.random()))
        drawings.append(other.draw(int(rng.integers(_SHOT))))
    found = [FootageDrawing(d.line, d.color, d.identity) for d in drawings]
    return DrawnSet(found, pick.are_told)


def _lent_by(
    shots: list[Path], count: int, borrowers: Sequence[FootageDrawing], rng: np.random.Generator
) -> list[FootageDrawing]:
    """So many drawings of other shots, in the paints of those that borrow them."""
    if not count:
        return []
    colors = colors_of(*(drawing.color for drawing in borrowers))
    lent = []
    for _ in range(count):
        shot = shots[rng.integers(len(shots))]
        drawing = read_drawing(shot, str(rng.choice(drawing_names(shot))))
        lent.append(replace(drawing, color=in_shades_of(drawing.color, colors)))
    return lent


def _list_stills(folder: Path) -> list[tuple[Path, str]]:
    return [(path, name) for path in training_stills(folder) for name in drawing_names(path)]
