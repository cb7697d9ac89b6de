"""What the region matcher measures of pairs of regions, of two drawings and of one."""

from __future__ import annotations

from collections.abc import Callable

import torch
import torch.nn.functional as F
from torch import Tensor

from model.networks.region_set import RegionSet

_READ_PAIRS = 1 << 14  # so many pairs are read at a time: what is made of them stays in cache
_KEPT_PLACES = 1 << 18  # pairs of a drawing of which what they say is kept: 12 MB
_KEPT_PAIRS = 1 << 19  # so many pairs are measured once for all rounds: 56 MB


class PairReader:
    """Numbers about every (target region, key region) pair, with what is believed so far.

    In use they are put together for some rows at a time; where there are many pairs, all of them
    at once would be the largest thing in memory. The pairs come last in all of it, so that each
    number of all pairs lies together.
    """

    measured, believed = 8 + 3 + 16, 6

    def __init__(
        self,
        target: RegionSet,
        keys: RegionSet,
        places: tuple[Places, Places],
        evidence: Tensor,
        colors: Tensor,
    ) -> None:
        self.target, self.keys = target, keys
        self._places = places
        self._evidence = evidence.permute(0, 3, 1, 2)
        self._paints = _Paints(colors)
        count = max(1, int(keys.drawing.max()) + 1)
        self._drawing = keys.drawing.clamp(min=0)
        member = F.one_hot(self._drawing, count).float() * keys.valid[..., None]
        place = F.pad(keys.positions, (0, 1), value=1.0)
        # Per key drawing the place of each of its regions, and a one: what the mass lands on.
        self._landing = (member[..., None] * place[:, :, None]).flatten(2)
        near = torch.cdist(target.positions, target.positions).square().mul(-20).exp()
        near = near * target.valid[:, None] + target.adjacency
        self._near = near / near.sum(dim=-1, keepdim=True)
        self._learned: Tensor | None = None
        pairs = target.valid.numel() * keys.valid.shape[1]
        self._kept = self._measured(slice(None)) if _are_kept(pairs) else None

    def believe(self, belief: Tensor) -> None:
        """Take in a round's answer, (B, R, S + 1) probabilities."""
        match = belief[..., :-1]
        around = self._places[0].around(match)
        neighbors = self._places[1].around(around.transpose(1, 2)).transpose(1, 2)
        learned = match.new_empty(len(match), self.believed, *match.shape[1:])
        _log(match, learned[:, 0])
        _log(self._paints.shared(match), learned[:, 1])
        torch.sqrt(neighbors, out=learned[:, 2])
        learned[:, 3] = self._paints.shared(around)
        torch.sub(self._shift(slice(None)), self._moved(match), out=learned[:, 4:])
        self._learned = learned

    def rows(self, rows: slice) -> tuple[Tensor, Tensor | None]:
        """What is measured and what is believed of some target regions.

        Returns:
            (B, 28, rows, S) float, the last of them 1, and (B, 6, rows, S) float or None before
            the first answer.
        """
        measured = self._measured(rows) if self._kept is None else self._kept[:, :, rows]
        return measured, None if self._learned is None else self._learned[:, :, rows]

    def _measured(self, rows: slice) -> Tensor:
        shift = self._shift(rows)
        change = _differences(self.keys.geometry, self.target.geometry[:, rows]).abs()
        evidence = self._evidence[:, :, rows]
        return torch.cat([evidence, shift, _length(shift), change, _ones(shift)], dim=1)

    def _shift(self, rows: slice) -> Tensor:
        return _differences(self.keys.positions, self.target.positions[:, rows])

    def _moved(self, match: Tensor) -> Tensor:
        """(B, 2, R, S): how the surroundings of each target region move to each region's key."""
        landing = (match @ self._landing).unflatten(-1, (-1, 3))
        mass = landing[..., 2:]
        moved = landing[..., :2] - mass * self.target.positions[:, :, None]
        moved = (self._near @ torch.cat([moved, mass], dim=-1).flatten(2)).unflatten(-1, (-1, 3))
        motion = (moved[..., :2] / (moved[..., 2:] + 1e-3)).permute(0, 3, 1, 2)
        where = self._drawing[:, None, None].expand(*motion.shape[:3], -1)
        return motion.gather(-1, where)


class _Paints:
    """Which key regions have the same color."""

    def __init__(self, colors: Tensor) -> None:
        found, numbers = torch.unique(colors, return_inverse=True)
        self._is_each_its_own = len(found) == colors.numel()
        self._numbers = numbers
        self._of_color = F.one_hot(numbers, len(found)).float()

    def shared(self, match: Tensor) -> Tensor:
        """(B, R, S) to (B, R, S): what all key regions of a region's color have together."""
        if self._is_each_its_own:
            return match
        where = self._numbers[:, None].expand(-1, match.shape[1], -1)
        return (match @ self._of_color).gather(-1, where)


class Places:
    """How the regions of a set lie to each other, drawing by drawing.

    Regions of different drawings say nothing about each other here; with four drawings in a set,
    three quarters of all pairs are such.

    Attributes:
        inside: (B * K, M) bool, False on padding: M regions of each of a set's K drawings.
        may_be_kept: whether this is one drawing alone, and one whose pairs take little memory.
    """

    def __init__(self, regions: RegionSet) -> None:
        batch, count = regions.drawing.shape
        drawings = max(1, int(regions.drawing.max()) + 1)
        numbers = torch.arange(drawings, device=regions.drawing.device)
        member = regions.drawing[:, None] == numbers[:, None]
        most = max(1, int(member.sum(dim=-1).max()))
        # Those that belong to a drawing first, in their order.
        index = member.int().argsort(dim=-1, descending=True, stable=True)[..., :most]
        inside = member.gather(-1, index)
        set_ = torch.arange(batch, device=index.device)[:, None, None].expand_as(index)
        self._set, self._index = set_.flatten(0, 1), index.flatten(0, 1)
        self.inside = inside.flatten(0, 1)
        self._is_whole = bool(most == count and drawings == 1 and self.inside.all())
        self.may_be_kept = bool(batch == 1 and self._is_whole and count * count <= _KEPT_PLACES)
        self._positions = self.parted(regions.positions)
        self._adjacency = regions.adjacency[
            self._set[..., None], self._index[..., None], self._index[:, None]
        ]
        self._kept: Tensor | None = None

    def parted(self, values: Tensor) -> Tensor:
        """(B, N, C) to (B * K, M, C)."""
        return values if self._is_whole else values[self._set, self._index]

    def joined(self, values: Tensor, count: int) -> Tensor:
        """(B * K, M, C) to (B, N, C), N being `count`; zero on padding."""
        if self._is_whole:
            return values
        batch = int(self._set[-1, 0]) + 1
        whole = values.new_zeros(batch, count, values.shape[-1])
        where = self._set[self.inside], self._index[self.inside]
        return whole.index_put(where, values[self.inside])

    def around(self, values: Tensor) -> Tensor:
        """(B, N, C) to (B, N, C): the mean of the regions that each one touches."""
        return self.joined(self._adjacency @ self.parted(values), values.shape[1])

    def rows(self, rows: slice) -> Tensor:
        """(B * K, 5, rows, M) float: direction, distance, touching, and 1."""
        if self._kept is None and _are_kept(self._adjacency.numel()):
            self._kept = self._measured(slice(None))
        return self._measured(rows) if self._kept is None else self._kept[:, :, rows]

    def _measured(self, rows: slice) -> Tensor:
        shift = _differences(self._positions, self._positions[:, rows])
        touching = self._adjacency[:, None, rows]
        return torch.cat([shift, _length(shift), touching, _ones(shift)], dim=1)


def _are_kept(pairs: int) -> bool:
    """Whether so many pairs are measured once; training needs them all for its gradients."""
    return pairs <= _KEPT_PAIRS or torch.is_grad_enabled()


def _differences(of: Tensor, to: Tensor) -> Tensor:
    """(B, M, C) less (B, N, C): (B, C, N, M)."""
    return of.transpose(1, 2)[:, :, None] - to.transpose(1, 2)[..., None]


def _length(vectors: Tensor) -> Tensor:
    """(B, 2, ...) to (B, 1, ...)."""
    # The general norm is several times slower; the offset keeps the gradient at zero finite.
    return (vectors.square().sum(dim=1, keepdim=True) + 1e-12).sqrt()


def _ones(pairs: Tensor) -> Tensor:
    """(B, C, ...) to (B, 1, ...); with them a bias is one more weight, which costs no copy."""
    return torch.ones_like(pairs[:, :1])


def _log(probability: Tensor, into: Tensor) -> None:
    torch.add(probability, 1e-4, out=into).log_().div_(9.2).add_(1.0)


def by_rows(read: Callable[[slice], Tensor], rows: int, columns: int) -> Tensor:
    """A network over all pairs, (B, outputs, R, S); in use, a few rows at a time."""
    if torch.is_grad_enabled():
        return read(slice(None))
    step = max(1, _READ_PAIRS // columns)
    return torch.cat([read(slice(first, first + step)) for first in range(0, rows, step)], dim=2)
