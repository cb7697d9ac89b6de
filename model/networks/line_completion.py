"""A small network that draws on where a line has a hole.

Like "Joint Gap Detection and Inpainting of Line Drawings" (Sasaki et al. 2017) it finds holes and
fills them in one go; it sees ink alone, whichever way the hole came about.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

import torch.nn.functional as F
from torch import Tensor, nn

# Pixels to a side of the coarsest features: two to a side are folded into channels first.
MULTIPLE = 8

_FOLD = 2


@dataclass(frozen=True)
class LineCompletionConfig:
    """Sizes of the network.

    Attributes:
        widths: channels at 1/2, 1/4 and 1/8 of the size.
        blocks: residual blocks at 1/8, where far ends of lines see each other.
    """

    widths: tuple[int, int, int] = (16, 32, 64)
    blocks: int = 3


class _Residual(nn.Module):
    def __init__(self, channels: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(channels, channels, 3, padding=1)
        self.second = nn.Conv2d(channels, channels, 3, padding=1)
        nn.init.zeros_(self.second.weight)
        nn.init.zeros_(cast(Tensor, self.second.bias))

    def forward(self, features: Tensor) -> Tensor:
        return features + self.second(F.relu(self.first(F.relu(features))))


class LineCompletion(nn.Module):
    """Three sizes down and up again, with the finer features added on the way up."""

    def __init__(self, config: LineCompletionConfig | None = None) -> None:
        super().__init__()
        self.config = config or LineCompletionConfig()
        fine, middle, coarse = self.config.widths
        channels = _FOLD * _FOLD
        self.enter = nn.Sequential(nn.Conv2d(channels, fine, 3, padding=1), _Residual(fine))
        self.down_middle = nn.Conv2d(fine, middle, 2, 2)
        self.see_middle = nn.Sequential(_Residual(middle), _Residual(middle))
        self.down_coarse = nn.Conv2d(middle, coarse, 2, 2)
        self.see_coarse = nn.Sequential(*(_Residual(coarse) for _ in range(self.config.blocks)))
        self.up_middle = nn.Conv2d(coarse, middle, 1)
        self.draw_middle = nn.Sequential(_Residual(middle), _Residual(middle))
        self.up_fine = nn.Conv2d(middle, fine, 1)
        self.draw_fine = _Residual(fine)
        self.leave = nn.Conv2d(fine, channels, 3, padding=1)

    def forward(self, ink: Tensor) -> Tensor:
        """How sure it is that ink belongs in each pixel.

        Args:
            ink: (N, 1, H, W) float, 1 where there is ink, else 0; sides are multiples of 8.

        Returns:
            (N, 1, H, W) logits; of no meaning where there is ink.
        """
        fine = self.enter(F.pixel_unshuffle(ink, _FOLD))
        middle = self.see_middle(self.down_middle(fine))
        coarse = self.see_coarse(self.down_coarse(middle))
        middle = self.draw_middle(middle + _doubled(self.up_middle(coarse)))
        fine = self.draw_fine(fine + _doubled(self.up_fine(middle)))
        return F.pixel_shuffle(self.leave(F.relu(fine)), _FOLD)


def _doubled(features: Tensor) -> Tensor:
    return F.interpolate(features, scale_factor=2, mode="bilinear")
