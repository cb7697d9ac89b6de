"""Context for EnD: what the paper's encoder of 16 pixels can not see."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from model.networks.blocks import ConvNormReLU

# Channels that `coordinates` adds.
COORDINATES = 4

_HEADS = 4


def coordinates(distance: Tensor, height: int, width: int) -> Tensor:
    """Where each cell lies in the frame, and where relative to the ink.

    Position relative to the ink (its center is 0, its spread 1) stays the same when a figure
    moves or the camera zooms; position in the frame serves full-frame backgrounds.

    Args:
        distance: (N, 1, H, W) distance field in [0, 1].
        height: rows of the result.
        width: columns of the result.

    Returns:
        (N, 4, height, width): x and y in [-1, 1], then x and y in spreads of the ink.
    """
    nearness = 1 - F.adaptive_avg_pool2d(distance, (height, width))
    weights = nearness.square() + 1e-4
    weights = weights / weights.sum(dim=(2, 3), keepdim=True)
    y = torch.linspace(-1, 1, height, device=distance.device, dtype=distance.dtype)
    x = torch.linspace(-1, 1, width, device=distance.device, dtype=distance.dtype)
    frame = (
        torch.stack(torch.meshgrid(y, x, indexing="ij")).flip(0).expand(len(distance), -1, -1, -1)
    )
    center = (frame * weights).sum(dim=(2, 3), keepdim=True)
    variance = ((frame - center).square() * weights).sum(dim=(2, 3), keepdim=True)
    spread = (variance.mean(dim=1, keepdim=True) + 1e-4).sqrt()
    return torch.cat([frame, (frame - center) / spread], dim=1)


class SelfAttention(nn.Module):
    """One pre-normalized transformer layer over the cells of one drawing."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(channels)
        self.projection = nn.Linear(channels, 3 * channels)
        self.merge = nn.Linear(channels, channels)
        self.feed = nn.Sequential(
            nn.LayerNorm(channels),
            nn.Linear(channels, 2 * channels),
            nn.ReLU(),
            nn.Linear(2 * channels, channels),
        )

    def forward(self, tokens: Tensor) -> Tensor:
        """(N, cells, C) to (N, cells, C)."""
        count, length, channels = tokens.shape
        parts = self.projection(self.norm(tokens)).view(
            count, length, 3, _HEADS, channels // _HEADS
        )
        query, key, value = parts.permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(query, key, value)
        tokens = tokens + self.merge(mixed.transpose(1, 2).reshape(count, length, channels))
        return tokens + self.feed(tokens)


class ContextPath(nn.Module):
    """A U-shaped path from 1/4 size down and up again, its result added to what came in.

    Args:
        channels: of the features at 1/4 size.
        widths: channels at 1/8, 1/16, ...
        layers: self-attention layers at the bottom.
        spectral: spectral norm on the convolutions.
    """

    def __init__(
        self, channels: int, widths: Sequence[int], layers: int, *, spectral: bool
    ) -> None:
        super().__init__()
        levels = [channels, *widths]
        self.enter = ConvNormReLU(
            channels + COORDINATES, channels, 3, 1, spectral=spectral, norm=True
        )
        self.down = nn.ModuleList(
            nn.Sequential(
                ConvNormReLU(upper, lower, 4, 2, spectral=spectral, norm=True),
                ConvNormReLU(lower, lower, 3, 1, spectral=spectral, norm=True),
            )
            for upper, lower in itertools.pairwise(levels)
        )
        self.place = nn.Conv2d(COORDINATES, levels[-1], 1)
        self.attention = nn.ModuleList(SelfAttention(levels[-1]) for _ in range(layers))
        self.up = nn.ModuleList(
            ConvNormReLU(lower + upper, upper, 3, 1, spectral=spectral, norm=True)
            for upper, lower in itertools.pairwise(levels)
        )
        self.leave = nn.Conv2d(channels, channels, 1)

    def forward(self, features: Tensor, distance: Tensor) -> Tensor:
        """Add context.

        Args:
            features: (N, C, h, w), h and w multiples of 2 to the number of levels.
            distance: (N, 1, 4h, 4w) distance field in [0, 1].

        Returns:
            (N, C, h, w).
        """
        place = coordinates(distance, *features.shape[-2:])
        levels = [self.enter(torch.cat([features, place], dim=1))]
        for down in self.down:
            levels.append(down(levels[-1]))
        bottom = self._attend(levels[-1], distance)
        for up, level in zip(reversed(self.up), reversed(levels[:-1]), strict=True):
            bottom = up(torch.cat([F.interpolate(bottom, scale_factor=2.0), level], dim=1))
        return features + self.leave(bottom)

    def _attend(self, bottom: Tensor, distance: Tensor) -> Tensor:
        count, channels, height, width = bottom.shape
        placed = bottom + self.place(coordinates(distance, height, width))
        tokens = placed.flatten(2).transpose(1, 2)
        for layer in self.attention:
            tokens = layer(tokens)
        return tokens.transpose(1, 2).reshape(count, channels, height, width)
