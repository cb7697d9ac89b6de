"""A slow copy of a network's weights; it is what gets measured and shipped."""

from __future__ import annotations

import copy
from typing import Generic, TypeVar

import torch
from torch import nn

Network = TypeVar("Network", bound=nn.Module)


class MovingAverage(Generic[Network]):
    """Exponential moving average of parameters; buffers are copied."""

    def __init__(self, network: Network, decay: float) -> None:
        self.network = copy.deepcopy(network).eval().requires_grad_(False)
        self._decay = decay
        # Steps so far; set by whoever takes up an earlier run.
        self.updates = 0

    @torch.no_grad()
    def update(self, network: Network) -> None:
        """Move towards the network; faster in the first steps, whose weights are worth little."""
        self.updates += 1
        decay = min(self._decay, (1 + self.updates) / (10 + self.updates))
        pairs = zip(self.network.parameters(), network.parameters(), strict=True)
        for slow, fast in pairs:
            slow.lerp_(fast, 1 - decay)
        copies = zip(self.network.buffers(), network.buffers(), strict=True)
        for kept, latest in copies:
            kept.copy_(latest)
