"""Regions of drawings as the region matcher reads them."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor


@dataclass(frozen=True)
class RegionSet:
    """A padded batch of tokens: of target drawings, or of all keys of each.

    Attributes:
        crops: (B, N, 6, 32, 32) float in [0, 1].
        geometry: (B, N, 16) float.
        positions: (B, N, 2) float, relative to the figure.
        adjacency: (B, N, N) float, rows sum to 1 or 0; 0 between drawings.
        drawing: (B, N) int, which of the set's drawings a region is of (0 for a target), -1 = pad.
    """

    crops: Tensor
    geometry: Tensor
    positions: Tensor
    adjacency: Tensor
    drawing: Tensor

    @property
    def valid(self) -> Tensor:
        """(B, N) bool, False on padding."""
        return self.drawing >= 0
