"""Where the region matcher's training drawings come from, and how they are varied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from model.lines.broken import cut_gaps
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
from model.training.matcher_samples import MatcherSample, make_sample

_FEW, _MANY = WarpRange(), WarpRange(turn=25, scale=1.3, shift=0.12, bend=0.035)
_STILL = WarpRange(turn=30, scale=1.4, shift=0.15, bend=0.05)

Draw = Callable[[np.random.Generator], list[FootageDrawing]]


@dataclass(frozen=True)
class SourceMix:
    """What samples are made of.

    Attributes:
        shows: how often procedural shows are drawn; these three shares need not sum to 1.
        footage: how often finished shots are.
        stills: how often single drawings are.
        broken: share of samples with holes cut into their lines.
    """

    shows: float = 0.55
    footage: float = 0.35
    stills: float = 0.10
    broken: float = 0.4


class MatcherSource:
    """An endless supply of samples, each determined by its seed."""

    def __init__(self, footage: Path | None, stills: Path | None, mix: SourceMix) -> None:
        self._broken = mix.broken
        self._shots = training_shots(footage) if footage else []
        self._stills = _list_stills(stills) if stills else []
        kinds: list[tuple[float, Draw]] = [(mix.shows, show_drawings)]
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
        drawings = draw(rng)
        if rng.random() < 0.5:
            drawings = [flipped(drawing) for drawing in drawings]
        clean = drawings[0].line
        if rng.random() < self._broken:
            width = int(rng.integers(3, 7))
            gap = width + int(rng.integers(0, 5))
            drawings = [with_line(d, cut_gaps(d.line, rng, width)) for d in drawings]
        else:
            gap = int(rng.choice([0, 4, int(rng.integers(2, 9))], p=[0.25, 0.4, 0.35]))
        return make_sample(drawings[0], drawings[1:], gap, clean)

    def _from_footage(self, rng: np.random.Generator) -> list[FootageDrawing]:
        shot = self._shots[rng.integers(len(self._shots))]
        names = drawing_names(shot)
        drawings = [read_drawing(shot, names[index]) for index in _pick(len(names), rng)]
        limits = _MANY if rng.random() < 0.3 else _FEW
        return [random_warp(drawing, rng, limits) for drawing in drawings]

    def _from_still(self, rng: np.random.Generator) -> list[FootageDrawing]:
        folder, name = self._stills[rng.integers(len(self._stills))]
        still = read_drawing(folder, name)
        identity = find_regions(still.line).labels + 1
        still = FootageDrawing(still.line, still.color, identity.astype(np.int32))
        return [random_warp(still, rng, _STILL) for _ in range(1 + key_count(rng))]


def show_drawings(rng: np.random.Generator) -> list[FootageDrawing]:
    """A target and its one to three keys out of a procedural shot that nobody has seen."""
    side = int(rng.integers(320, 640))
    show = Show(int(rng.integers(2**31)), (side, int(side * rng.uniform(0.75, 1.5))))
    shot = show.shot(int(rng.integers(2**31)), 24, motion=float(rng.random()))
    drawings = [shot.draw(index) for index in _pick(len(shot), rng)]
    return [FootageDrawing(d.line, d.color, d.identity) for d in drawings]


def key_count(rng: np.random.Generator) -> int:
    """From how many keys a drawing is learned, 1 to 3."""
    return int(rng.choice([1, 2, 3], p=[0.4, 0.45, 0.15]))


def _pick(count: int, rng: np.random.Generator) -> Sequence[int]:
    """A target index, then key indices: often the ends of a stretch around it, else anywhere."""
    target = int(rng.integers(count))
    keys = key_count(rng)
    others = [index for index in range(count) if index != target]
    if rng.random() < 0.4 or keys > 2:
        return [target, *rng.permutation(others)[:keys].tolist()]
    reach = int(rng.integers(1, count))
    before, after = max(0, target - reach), min(count - 1, target + reach)
    ends = [end for end in (before, after) if end != target]
    return [target, *rng.permutation(ends)[:keys].tolist()]


def _list_stills(folder: Path) -> list[tuple[Path, str]]:
    return [(path, name) for path in training_stills(folder) for name in drawing_names(path)]
