"""A finished drawing as the region matcher learns from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from model.painting.key_paint import gather_palette, packed, paint_map, split_by_paint
from model.painting.near_colors import near_rows
from model.painting.region_tokens import DrawingTokens, tokenize
from model.painting.regions import Regions, find_regions, region_majority
from model.training.matcher_samples import MatcherSample, Tokens
from model.tuning.sequences import FinishedDrawing

# A region that is mostly of unknown color teaches nothing.
_KNOWN_SHARE = 0.5
# A region of so many pixels counts once, a larger one a little more: a wrong sky is seen at once.
_COUNTS_ONCE, _GROWTH = 60, 0.25
_WEIGHTS = (0.2, 4.0)  # the least and the most
# No color is this number: a key region of unknown color is never the right answer.
_UNKNOWN = -1


@dataclass(frozen=True, eq=False)
class Side:
    """The regions of a drawing.

    Attributes:
        tokens: of R regions.
        colors: (R,) int32, a number for each color, the same for the same RGBA; -1 unknown.
    """

    tokens: DrawingTokens
    colors: NDArray[np.int32]

    @property
    def nbytes(self) -> int:
        """Memory of what is large in it."""
        return self.tokens.nbytes

    def described(self) -> Side:
        """Without what comparing it with another drawing takes."""
        nothing = np.zeros((0, 0), np.int32)
        return replace(self, tokens=replace(self.tokens, labels=nothing))


@dataclass(frozen=True, eq=False)
class Studied:
    """A drawing as something to color, and as a key.

    Attributes:
        target: its regions as the lines enclose them.
        weight: (R,) float32, how much each counts.
        key: its regions cut also where paint changes; the same object where it never does.
    """

    target: Side
    weight: NDArray[np.float32]
    key: Side

    @property
    def nbytes(self) -> int:
        """Memory of what is large in it."""
        return self.target.nbytes + (0 if self.key is self.target else self.key.nbytes)

    def described(self) -> Studied:
        """What a lesson needs of it, once it was compared with the others of that lesson."""
        target = self.target.described()
        key = target if self.key is self.target else self.key.described()
        return replace(self, target=target, key=key)


def study(drawing: FinishedDrawing, gap: int) -> Studied:
    """Find and describe the regions of a drawing.

    Args:
        drawing: whose colors are known.
        gap: holes in its lines up to this many pixels are closed.
    """
    regions = find_regions(drawing.line, gap)
    palette = gather_palette([drawing.color], [regions])
    paint = paint_map(drawing.color, regions, palette)
    numbers = _numbers(palette)
    finer, rows = split_by_paint(regions, paint)
    target = Side(tokenize(regions), numbers[region_majority(regions, paint)])
    key = target
    if finer.count != regions.count or (finer.labels != regions.labels).any():
        key = Side(tokenize(finer), numbers[rows])
    weight = ((regions.areas / _COUNTS_ONCE) ** _GROWTH).clip(*_WEIGHTS).astype(np.float32)
    if drawing.known is not None:
        unknown = _unknown(regions, drawing.known)
        weight[unknown] = 0
        key = Side(key.tokens, np.where(_unknown(finer, drawing.known), _UNKNOWN, key.colors))
    return Studied(target, weight, key)


def in_shades_of(key: Studied, target: Studied) -> Studied:
    """A key of another shot, its paints that are near to those of a drawing being these.

    Without that, what is the same paint but for a few levels would be learned to be another.
    """
    own = np.unique(target.target.colors[target.target.colors != _UNKNOWN])
    found, place = np.unique(key.key.colors, return_inverse=True)
    rows = near_rows(_rgba(found), _rgba(own))
    is_near = (rows < len(own)) & (found != _UNKNOWN)
    if not is_near.any():
        return key
    stands_for = found.copy()
    stands_for[is_near] = own[rows[is_near]]
    return replace(key, key=replace(key.key, colors=stands_for[place.ravel()]))


def as_sample(
    target: Studied,
    keys: Sequence[Studied],
    evidence: Sequence[NDArray[np.uint8]],
    random: Generator,
    most: int = 160,
) -> MatcherSample:
    """What one training step sees: all of the drawings, or a part where they have many regions.

    Args:
        target: R regions.
        keys: S regions in all.
        evidence: for each key (R, S_k, 8) uint8, `pair_evidence` times 255.
        random: chooses the part.
        most: regions of a drawing that are looked at; time grows with their square.
    """
    center = target.target.tokens.positions[int(random.integers(len(target.target.colors)))]
    rows = _around(target.target, center, most)
    columns = [_around(key.key, center, most) for key in keys]
    sides = [key.key for key in keys]
    colors = [side.colors[kept] for side, kept in zip(sides, columns, strict=True)]
    parts = [_part(side.tokens, kept) for side, kept in zip(sides, columns, strict=True)]
    seen = [shares[rows][:, kept] for shares, kept in zip(evidence, columns, strict=True)]
    return MatcherSample(
        Tokens.joined([_part(target.target.tokens, rows)]),
        Tokens.joined(parts),
        np.concatenate(seen, axis=1).astype(np.float32) / np.float32(255),
        target.target.colors[rows],
        np.concatenate(colors),
        np.full(len(rows), -1, np.int32),
        np.full(sum(map(len, colors)), -1, np.int32),
        target.weight[rows],
    )


def _around(side: Side, center: NDArray[np.float32], most: int) -> NDArray[np.int64]:
    """The regions nearest to a place, relative to the figure, in their order."""
    if len(side.colors) <= most:
        return np.arange(len(side.colors))
    away = np.square(side.tokens.positions - center).sum(axis=1)
    return np.sort(np.argpartition(away, most)[:most])


def _part(tokens: DrawingTokens, kept: NDArray[np.int64]) -> DrawingTokens:
    if len(kept) == len(tokens):
        return tokens
    adjacency = tokens.adjacency[np.ix_(kept, kept)]
    return replace(
        tokens,
        crops=tokens.crops[kept],
        geometry=tokens.geometry[kept],
        positions=tokens.positions[kept],
        adjacency=adjacency / np.maximum(adjacency.sum(axis=1, keepdims=True), 1e-6),
        samples=tokens.samples[kept],
    )


def _numbers(palette: NDArray[np.uint8]) -> NDArray[np.int32]:
    """(P, 4) RGBA to (P,) int32, all transparent colors being one and none being -1."""
    codes = packed(palette) & np.uint32(0xFEFFFFFF)
    return np.where(palette[:, 3] == 0, 0, codes).astype(np.uint32).view(np.int32)


def _rgba(numbers: NDArray[np.int32]) -> NDArray[np.uint8]:
    """The colors that have these numbers, (N, 4); half-transparent ones may be a level off."""
    shifts = np.array([0, 8, 16, 24], np.uint32)
    return (numbers.view(np.uint32)[:, None] >> shifts & 255).astype(np.uint8)


def _unknown(regions: Regions, known: NDArray[np.bool_]) -> NDArray[np.bool_]:
    inside = regions.labels.ravel()
    share = np.bincount(inside, known.ravel().astype(np.float64), minlength=regions.count)
    return share < _KNOWN_SHARE * np.bincount(inside, minlength=regions.count)
