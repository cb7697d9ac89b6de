"""Em: the style of the references and what it does to Mid (paper sections 3.2 and 3.5)."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

# Line (1) and color (3) channels of a reference, concatenated.
_INPUTS = 4


class Embedder(nn.Module):
    """Five convolutions and a mean over the picture: one style vector per reference.

    No spectral norm: with it the colors go dim (paper section 4.2). No instance norm either: it
    would take away the means that the style vector is there to tell.
    """

    def __init__(self, widths: Sequence[int]) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        inputs = _INPUTS
        for index, outputs in enumerate(widths):
            kernel, stride = (7, 1) if index == 0 else (3, 2)
            conv = nn.Conv2d(inputs, outputs, kernel, stride, padding=(kernel - 1) // 2)
            layers += [conv, nn.ReLU()]
            inputs = outputs
        self.layers = nn.Sequential(*layers)

    def forward(self, lines: Tensor, colors: Tensor) -> Tensor:
        """Style vectors, still one per reference; their mean over K is the style of the shot.

        Args:
            lines: (B, K, 1, H, W) in [0, 1].
            colors: (B, K, 3, H, W) in [-1, 1].

        Returns:
            (B, K, S).
        """
        pairs = torch.cat([lines, colors], dim=2).flatten(0, 1)
        return self.layers(pairs).mean(dim=(2, 3)).unflatten(0, lines.shape[:2])


class StyleNetwork(nn.Sequential):
    """Two fully connected layers from the style vector to the AdaIN values of all blocks."""

    def __init__(self, style: int, hidden: int, outputs: int) -> None:
        super().__init__(nn.Linear(style, hidden), nn.ReLU(), nn.Linear(hidden, outputs))
