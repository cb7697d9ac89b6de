"""What the region matcher measures of pairs of regions of one drawing."""

from __future__ import annotations

from functools import cached_property

import torch
from torch import Tensor

from model.networks.region_set import RegionSet

_KEPT_PLACES = 1 << 18  # pairs of a drawing of which what they say is kept: 12 MB
_KEPT_PAIRS = 1 << 19  # so many pairs are measured once for all rounds: 10 MB


class Places:
    """How the regions of a set lie to each other, drawing by drawing.

    Regions of different drawings say nothing about each other here; with four drawings in a set,
    three quarters of all pairs are such.
    """

    numbers = 4

    def __init__(self, regions: RegionSet) -> None:
        self._regions = regions
        self._blocks = _blocks(regions.drawing)
        self._kept: Tensor | None = None

    @property
    def count(self) -> int:
        """N, padding included."""
        return self._regions.drawing.shape[1]

    @property
    def may_be_kept(self) -> bool:
        """Whether this is one drawing alone, and one whose pairs take little memory."""
        return self._is_whole and self._regions.adjacency.numel() <= _KEPT_PLACES

    @property
    def inside(self) -> Tensor:
        """(B * K, M) bool, False on padding: M regions of each of a set's K drawings."""
        return self._parts[2]

    def parted(self, values: Tensor) -> Tensor:
        """(B, N, C) to (B * K, M, C)."""
        set_, index, _ = self._parts
        return values if self._is_whole else values[set_, index]

    def joined(self, values: Tensor, count: int) -> Tensor:
        """(B * K, M, C) to (B, N, C), N being `count`; zero on padding."""
        if self._is_whole:
            return values
        set_, index, inside = self._parts
        whole = values.new_zeros(len(self._regions.drawing), count, values.shape[-1])
        return whole.index_put((set_[inside], index[inside]), values[inside])

    def around(self, values: Tensor) -> Tensor:
        """(B, N, C) to (B, N, C): the mean of the regions that each one touches."""
        if not self._blocks:
            return self.joined(self._adjacency @ self.parted(values), values.shape[1])
        touching = self._regions.adjacency
        each = [touching[:, one, one] @ values[:, one] for one in self._blocks]
        return torch.cat(each, dim=1) if len(each) > 1 else each[0]

    def around_last(self, values: Tensor) -> Tensor:
        """(B, C, N) to (B, C, N): the same where the regions come last."""
        if not self._blocks:
            return self.around(values.transpose(1, 2)).transpose(1, 2)
        touching = self._regions.adjacency.transpose(1, 2)
        each = [values[:, :, one] @ touching[:, one, one] for one in self._blocks]
        return torch.cat(each, dim=2) if len(each) > 1 else each[0]

    @property
    def shape(self) -> tuple[int, int, int, int]:
        """B * K, 5, M, M."""
        drawings, most = self.inside.shape
        return drawings, 1 + self.numbers, most, most

    def rows(self, rows: slice) -> Tensor:
        """(B * K, 5, rows, M) float: 1, direction, distance, touching."""
        if self._kept is None and self._adjacency.numel() <= _KEPT_PAIRS:
            self._kept = self._measured(slice(None))
        return self._measured(rows) if self._kept is None else self._kept[:, :, rows]

    @property
    def _is_whole(self) -> bool:
        return len(self._blocks) == 1

    @cached_property
    def _parts(self) -> tuple[Tensor, Tensor, Tensor]:
        """(B * K, M) which set, which region of it, and whether it is one at all."""
        drawing = self._regions.drawing
        drawings = max(1, int(drawing.max()) + 1)
        member = drawing[:, None] == torch.arange(drawings, device=drawing.device)[:, None]
        most = max(1, int(member.sum(dim=-1).max()))
        # Those that belong to a drawing first, in their order.
        index = member.int().argsort(dim=-1, descending=True, stable=True)[..., :most]
        inside = member.gather(-1, index)
        set_ = torch.arange(len(drawing), device=index.device)[:, None, None].expand_as(index)
        return set_.flatten(0, 1), index.flatten(0, 1), inside.flatten(0, 1)

    @cached_property
    def _positions(self) -> Tensor:
        """(B * K, M, 2)."""
        return self.parted(self._regions.positions)

    @cached_property
    def _adjacency(self) -> Tensor:
        """(B * K, M, M)."""
        pairs = self._regions.adjacency
        set_, index, _ = self._parts
        return pairs if self._is_whole else pairs[set_[..., None], index[..., None], index[:, None]]

    def _measured(self, rows: slice) -> Tensor:
        touching = self._adjacency[:, rows]
        read = touching.new_empty(len(touching), self.shape[1], *touching.shape[1:])
        read[:, 0] = 1
        shifts(self._positions, self._positions[:, rows], read[:, 1:4])
        read[:, 4] = touching
        return read


def _blocks(drawing: Tensor) -> list[slice]:
    """Where each drawing's regions are, if there is one set and they lie together, as in use."""
    if len(drawing) != 1 or not drawing.numel():
        return []
    numbers, counts = torch.unique_consecutive(drawing[0], return_counts=True)
    if numbers.tolist() != list(range(len(numbers))):
        return []
    ends = counts.cumsum(0).tolist()
    return [slice(first, end) for first, end in zip([0, *ends], ends, strict=False)]


def shifts(of: Tensor, to: Tensor, into: Tensor) -> None:
    """(B, M, 2) less (B, N, 2), and how far that is: (B, 3, N, M)."""
    differences(of, to, into[:, :2])
    # The general norm is several times slower.
    right, down, far = into.unbind(1)
    torch.mul(right, right, out=far).addcmul_(down, down).sqrt_()


def differences(of: Tensor, to: Tensor, into: Tensor) -> None:
    """(B, M, C) less (B, N, C): (B, C, N, M)."""
    torch.sub(of.transpose(1, 2)[:, :, None], to.transpose(1, 2)[..., None], out=into)
