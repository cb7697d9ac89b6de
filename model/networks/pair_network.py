"""Small networks that read numbers about every pair of regions."""

from __future__ import annotations

from typing import Protocol, cast

import torch
from torch import Tensor, nn

_READ_PAIRS = 1 << 13  # so many pairs are read at a time: what is made of them stays in cache


class Pairs(Protocol):
    """Numbers about all pairs of regions.

    The pairs come last in all of it, so that each number of all pairs lies together.
    """

    @property
    def shape(self) -> tuple[int, int, int, int]:
        """B, how many numbers there are now, R, S."""

    def rows(self, rows: slice) -> Tensor:
        """(B, numbers, rows, S) float of some of the R rows; the first number is 1.

        With it a bias is one more weight, which costs no pass over all pairs.
        """


class PairNetwork(nn.Sequential):
    """Two linear layers, the same for every pair."""

    def __init__(self, numbers: int, width: int, outputs: int) -> None:
        """Make the layers.

        Args:
            numbers: of a pair, without the leading 1.
            width: hidden channels.
            outputs: made of each pair.
        """
        super().__init__(nn.Linear(numbers, width), nn.ReLU(), nn.Linear(width, outputs))

    def forward(self, pairs: Pairs) -> Tensor:
        """(B, outputs, R, S); numbers that a pair does not have yet count as 0."""
        first, last = cast(nn.Linear, self[0]), cast(nn.Linear, self[2])
        batch, numbers, rows, columns = pairs.shape
        weight = torch.cat([first.bias[:, None], first.weight], dim=1)[:, :numbers]
        weight, last_weight = (one.expand(batch, -1, -1) for one in (weight, last.weight))

        def hidden(some: slice) -> Tensor:
            return torch.bmm(weight, pairs.rows(some).flatten(2)).relu_()

        # Scores come first, as attention wants them: turning them around later copies all pairs.
        bias, shape = last.bias[:, None], (batch, last.out_features, rows, columns)
        if torch.is_grad_enabled():
            return torch.baddbmm(bias, last_weight, hidden(slice(None))).view(shape)
        scores = last.weight.new_empty(shape)
        step = max(1, _READ_PAIRS // columns)
        for begin in range(0, rows, step):
            some = slice(begin, begin + step)
            into = scores[:, :, some].view(*shape[:2], -1)
            torch.baddbmm(bias, last_weight, hidden(some), out=into)
        return scores
