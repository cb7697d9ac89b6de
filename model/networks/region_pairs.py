"""What the region matcher measures of pairs of regions, of two drawings and of one."""

from __future__ import annotations

from collections.abc import Callable

import torch
import torch.nn.functional as F
from torch import Tensor

from model.networks.region_set import RegionSet

_ROWS = 64
_KEPT_PAIRS = 1 << 19  # so many pairs are measured once for all rounds: 56 MB


class PairReader:
    """Numbers about every (target region, key region) pair, with what is believed so far.

    In use they are put together for some rows at a time; where there are many pairs, all of them
    at once would be the largest thing in memory.
    """

    measured, believed = 8 + 3 + 16, 6

    def __init__(
        self, target: RegionSet, keys: RegionSet, evidence: Tensor, colors: Tensor
    ) -> None:
        self.target, self.keys, self.evidence = target, keys, evidence
        both = keys.valid[:, None] & keys.valid[:, :, None]
        self.same_color = ((colors[:, :, None] == colors[:, None]) & both).float()
        count = max(1, int(keys.drawing.max()) + 1)
        self.membership = F.one_hot(keys.drawing.clamp(min=0), count).float()
        self.membership = self.membership * keys.valid[..., None]
        near = torch.cdist(target.positions, target.positions).square().mul(-20).exp()
        near = near * target.valid[:, None] + target.adjacency
        self.near = near / near.sum(dim=-1, keepdim=True)
        self.learned: Tensor | None = None
        self.motion: Tensor | None = None
        pairs = target.valid.numel() * keys.valid.shape[1]
        self._kept = self._measured(slice(None)) if _are_kept(pairs) else None

    def believe(self, belief: Tensor) -> None:
        """Take in a round's answer, (B, R, S + 1) probabilities."""
        match = belief[..., :-1]
        color = match @ self.same_color
        neighbors = self.target.adjacency @ match @ self.keys.adjacency.transpose(1, 2)
        around = self.target.adjacency @ color
        self.learned = torch.stack([_log(match), _log(color), neighbors.sqrt(), around], dim=-1)
        self.motion = self._motion(match)

    def rows(self, rows: slice) -> tuple[Tensor, Tensor | None]:
        """What is measured and what is believed of some target regions.

        Returns:
            (B, rows, S, 27) float, and (B, rows, S, 6) float or None before the first answer.
        """
        measured = self._measured(rows) if self._kept is None else self._kept[:, rows]
        if self.learned is None or self.motion is None:
            return measured, None
        moved = torch.einsum("brkc,bsk->brsc", self.motion[:, rows], self.membership)
        return measured, torch.cat([self.learned[:, rows], measured[..., 8:10] - moved], dim=-1)

    def _measured(self, rows: slice) -> Tensor:
        shift = self.keys.positions[:, None] - self.target.positions[:, rows, None]
        change = (self.keys.geometry[:, None] - self.target.geometry[:, rows, None]).abs()
        known = [self.evidence[:, rows], shift, _length(shift), change]
        return torch.cat(known, dim=-1)

    def _motion(self, match: Tensor) -> Tensor:
        """(B, R, K, 2): how the surroundings of each target region move to each key."""
        landing = torch.einsum("brs,bsk,bsc->brkc", match, self.membership, self.keys.positions)
        mass = match @ self.membership
        moved = landing - mass[..., None] * self.target.positions[:, :, None]
        moved = torch.einsum("brn,bnkc->brkc", self.near, moved)
        weight = self.near @ mass
        return moved / (weight[..., None] + 1e-3)


class Places:
    """How the regions of a set lie to each other, drawing by drawing.

    Regions of different drawings say nothing about each other here; with four drawings in a set,
    three quarters of all pairs are such.

    Attributes:
        inside: (B * K, M) bool, False on padding: M regions of each of a set's K drawings.
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
        self._positions = self.parted(regions.positions)
        self._adjacency = regions.adjacency[
            self._set[..., None], self._index[..., None], self._index[:, None]
        ]
        pairs = self._adjacency.numel()
        self._kept = self._measured(slice(None)) if _are_kept(pairs) else None

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

    def rows(self, rows: slice) -> Tensor:
        """(B * K, rows, M, 4) float: direction, distance and touching."""
        return self._measured(rows) if self._kept is None else self._kept[:, rows]

    def _measured(self, rows: slice) -> Tensor:
        shift = self._positions[:, None] - self._positions[:, rows, None]
        touching = self._adjacency[:, rows, :, None]
        return torch.cat([shift, _length(shift), touching], dim=-1)


def _are_kept(pairs: int) -> bool:
    """Whether so many pairs are measured once; training needs them all for its gradients."""
    return pairs <= _KEPT_PAIRS or torch.is_grad_enabled()


def _length(vectors: Tensor) -> Tensor:
    """(..., 2) to (..., 1)."""
    # The general norm is several times slower; the offset keeps the gradient at zero finite.
    return (vectors.square().sum(dim=-1, keepdim=True) + 1e-12).sqrt()


def _log(probability: Tensor) -> Tensor:
    return (probability + 1e-4).log() / 9.2 + 1.0


def by_rows(read: Callable[[slice], Tensor], count: int) -> Tensor:
    """A network over all pairs, (B, outputs, R, S); in use, a few rows at a time."""
    if torch.is_grad_enabled():
        return read(slice(None))
    return torch.cat([read(slice(first, first + _ROWS)) for first in range(0, count, _ROWS)], dim=2)
