"""What the region matcher measures of pairs of regions of two drawings."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from model.networks.region_places import Places, differences, shifts
from model.networks.region_set import RegionSet

_KEPT_PAIRS = 1 << 19  # so many pairs are measured once for all rounds: 71 MB
_MEASURED = [1, 8, 3, 16]  # a one, evidence, how far from each other, how they differ in shape
_ALWAYS, _BELIEVED = sum(_MEASURED), 6


class PairReader:
    """Numbers about every (target region, key region) pair, with what is believed so far.

    Where there are many pairs, all numbers of all of them would be the largest thing in memory:
    they are measured for some rows at a time.
    """

    numbers = _ALWAYS - 1 + _BELIEVED

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
        self._kept = self._measured_once()

    @property
    def shape(self) -> tuple[int, int, int, int]:
        """B, how many numbers, R, S."""
        numbers = 1 + self.numbers if self._learned is not None else _ALWAYS
        return len(self._evidence), numbers, *self._evidence.shape[2:]

    def believe(self, belief: Tensor) -> None:
        """Take in a round's answer, (B, R, S + 1) probabilities."""
        match = belief[..., :-1]
        around = self._places[0].around(match)
        neighbors = self._places[1].around_last(around)
        if self._kept is None:
            learned = match.new_empty(len(match), _BELIEVED, *match.shape[1:])
        else:
            learned = self._kept[:, _ALWAYS:]
        _log(match, learned[:, 0])
        _log(self._paints.shared(match), learned[:, 1])
        torch.sqrt(neighbors, out=learned[:, 2])
        learned[:, 3] = self._paints.shared(around)
        differences(self.keys.positions, self.target.positions, learned[:, 4:])
        learned[:, 4:] -= self._moved(match)
        self._learned = learned

    def rows(self, rows: slice) -> Tensor:
        """What is measured and, after the first answer, believed of some target regions.

        Returns:
            (B, 28 or 34, rows, S) float.
        """
        if self._kept is not None:
            return self._kept[:, : self.shape[1], rows]
        batch, numbers, _, columns = self.shape
        count = len(range(*rows.indices(self.shape[2])))
        read = self._evidence.new_empty(batch, numbers, count, columns)
        self._measure(rows, read)
        if self._learned is not None:
            read[:, _ALWAYS:] = self._learned[:, :, rows]
        return read

    def _measured_once(self) -> Tensor | None:
        """Of all pairs, with room for what is believed, if it is kept for all rounds."""
        batch, _, rows, columns = self.shape
        # Training needs the numbers of each round as they were.
        if batch * rows * columns > _KEPT_PAIRS or torch.is_grad_enabled():
            return None
        kept = self._evidence.new_empty(batch, 1 + self.numbers, rows, columns)
        self._measure(slice(None), kept)
        return kept

    def _measure(self, rows: slice, into: Tensor) -> None:
        target, keys = self.target, self.keys
        one, evidence, shift, change = into[:, :_ALWAYS].split(_MEASURED, dim=1)
        one.fill_(1)
        evidence.copy_(self._evidence[:, :, rows])
        shifts(keys.positions, target.positions[:, rows], shift)
        differences(keys.geometry, target.geometry[:, rows], change)
        change.abs_()

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


def _log(probability: Tensor, into: Tensor) -> None:
    torch.add(probability, 1e-4, out=into).log_().div_(9.2).add_(1.0)
