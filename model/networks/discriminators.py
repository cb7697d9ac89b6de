"""The adversaries of both networks (paper sections 3.2 and 3.5)."""

from __future__ import annotations

import itertools

import torch
from torch import Tensor, nn

from model.networks.blocks import with_spectral_norm
from model.networks.config import ColorTransformConfig, TemporalConfig

# Line (1) and color (3) channels of one picture.
_INPUTS = 4
_SLOPE = 0.2


class ColorDiscriminator(nn.Sequential):
    """D: five convolutions, spectral norm on all but the last, LeakyReLU."""

    def __init__(self, config: ColorTransformConfig) -> None:
        width = config.discriminator_width
        widths = [_INPUTS, width, 2 * width, 4 * width, 8 * width]
        layers: list[nn.Module] = []
        for inputs, outputs in itertools.pairwise(widths):
            conv = nn.Conv2d(inputs, outputs, 4, stride=2, padding=1)
            layers += [with_spectral_norm(conv, config.spectral_norm), nn.LeakyReLU(_SLOPE)]
        super().__init__(*layers, nn.Conv2d(widths[-1], 1, 3, padding=1))

    def judge(self, line: Tensor, color: Tensor) -> Tensor:
        """Logits of being a real color image.

        Args:
            line: (B, 1, H, W) in [0, 1].
            color: (B, 3, H, W) in [-1, 1].

        Returns:
            (B, 1, H/16, W/16), one logit per patch.
        """
        logits: Tensor = self(torch.cat([line, color], dim=1))
        return logits


class TemporalDiscriminator(nn.Sequential):
    """Patch discriminator of five 3D convolutions, spectral norm on all of them."""

    def __init__(self, config: TemporalConfig) -> None:
        width = config.discriminator_width
        widths = [_INPUTS, width, 2 * width, 4 * width, 8 * width]
        layers: list[nn.Module] = []
        for inputs, outputs in itertools.pairwise(widths):
            conv = nn.Conv3d(inputs, outputs, (3, 4, 4), stride=(1, 2, 2), padding=(1, 1, 1))
            layers += [with_spectral_norm(conv, config.spectral_norm), nn.LeakyReLU(_SLOPE)]
        last = nn.Conv3d(widths[-1], 1, (3, 3, 3), padding=(1, 1, 1))
        super().__init__(*layers, with_spectral_norm(last, config.spectral_norm))

    def judge(self, lines: Tensor, colors: Tensor) -> Tensor:
        """Logits of being a real sequence.

        Args:
            lines: (B, T, 1, H, W) in [0, 1].
            colors: (B, T, 3, H, W) in [-1, 1].

        Returns:
            (B, 1, T, H/16, W/16), one logit per patch and frame.
        """
        logits: Tensor = self(torch.cat([lines, colors], dim=2).transpose(1, 2))
        return logits
