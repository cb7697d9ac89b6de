"""The temporal constraint network: gated convolutions with a learnable shift in time.

Paper sections 3.2 and 3.5; the learnable gated temporal shift module (LGTSM) is its reference 28.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from model.networks.blocks import pad_to_multiple, with_spectral_norm
from model.networks.config import TemporalConfig

# Line and color channels of one frame.
_LINE_AND_COLOR = 4
# Bias of a gate at first where the network shall leave the given colors alone: open by 5 %.
_CLOSED = -3.0
# Two encoder layers halve the size.
_MULTIPLE = 4


class TemporalShift(nn.Module):
    """Mixes part of the channels with their neighbors in time by learned weights.

    It starts as the fixed shift: half of these channels from the frame before, half from the
    frame after.
    """

    def __init__(self, channels: int, share: float) -> None:
        super().__init__()
        self.shifted = max(2, int(channels * share))
        start = torch.zeros(self.shifted, 1, 3)
        start[: self.shifted // 2, 0, 0] = 1
        start[self.shifted // 2 :, 0, 2] = 1
        self.weight = nn.Parameter(start)

    def forward(self, features: Tensor) -> Tensor:
        """(B, T, C, h, w) to the same shape; beyond the ends the end frames are repeated."""
        batch, time, _, height, width = features.shape
        part, rest = features[:, :, : self.shifted], features[:, :, self.shifted :]
        rows = part.permute(0, 3, 4, 2, 1).reshape(-1, self.shifted, time)
        rows = F.conv1d(F.pad(rows, (1, 1), mode="replicate"), self.weight, groups=self.shifted)
        mixed = rows.view(batch, height, width, self.shifted, time).permute(0, 4, 3, 1, 2)
        return torch.cat([mixed, rest], dim=2)


class GatedShiftConv(nn.Module):
    """LGTSM: temporal shift, then a 2D convolution gated by another one."""

    def __init__(
        self,
        inputs: int,
        outputs: int,
        config: TemporalConfig,
        *,
        kernel: int = 3,
        stride: int = 1,
        dilation: int = 1,
        activate: bool = True,
    ) -> None:
        super().__init__()
        padding = dilation * (kernel - 1) // 2
        self.shift = TemporalShift(inputs, config.shifted_share)
        self.feature, self.gate = (
            with_spectral_norm(
                nn.Conv2d(inputs, outputs, kernel, stride, padding, dilation),
                config.spectral_norm,
            )
            for _ in range(2)
        )
        self.activate = activate

    def close_gate(self) -> None:
        """Start with a gate that lets almost nothing through."""
        bias = self.gate.bias
        assert isinstance(bias, Tensor)
        nn.init.constant_(bias, _CLOSED)

    def forward(self, features: Tensor) -> Tensor:
        """(B, T, C, h, w) to (B, T, C', h', w')."""
        frames = self.shift(features).flatten(0, 1)
        content = self.feature(frames)
        if self.activate:
            content = F.leaky_relu(content, 0.2)
        gated = content * torch.sigmoid(self.gate(frames))
        return gated.unflatten(0, features.shape[:2])


class TemporalNetwork(nn.Module):
    """Makes the colored frames of a sequence agree with each other and with the keys."""

    def __init__(self, config: TemporalConfig) -> None:
        super().__init__()
        self.config = config
        first, second, third = config.widths
        inputs = _LINE_AND_COLOR + config.key_flag
        self.encoder = nn.Sequential(
            GatedShiftConv(inputs, first, config, kernel=5),
            GatedShiftConv(first, second, config, stride=2),
            GatedShiftConv(second, third, config, stride=2),
        )
        self.dilated = nn.Sequential(
            *(GatedShiftConv(third, third, config, dilation=step) for step in config.dilations)
        )
        last = GatedShiftConv(first, 3, config, activate=False)
        if config.residual:
            last.close_gate()
        self.decoder = nn.ModuleList(
            [
                GatedShiftConv(third, second, config),
                GatedShiftConv(second, first, config),
                last,
            ]
        )

    def forward(self, lines: Tensor, colors: Tensor, is_key: Tensor) -> Tensor:
        """Color a sequence anew.

        Args:
            lines: (B, T, 1, H, W) line art in [0, 1], in chronological order.
            colors: (B, T, 3, H, W) in [-1, 1]: the keys' own, and what the color transform
                network gave to the in-betweens.
            is_key: (B, T) bool.

        Returns:
            (B, T, 3, H, W) colors in [-1, 1].
        """
        height, width = lines.shape[-2:]
        parts = [lines, colors]
        if self.config.key_flag:
            parts.append(is_key.to(lines.dtype)[..., None, None, None].expand_as(lines))
        frames = torch.cat(parts, dim=2).flatten(0, 1)
        padded = pad_to_multiple(frames, _MULTIPLE).unflatten(0, lines.shape[:2])
        encoded = self.encoder(padded)
        features = encoded + self.dilated(encoded)
        quarter, half, full = self.decoder
        decoded = full(_doubled(half(_doubled(quarter(features)))))[..., :height, :width]
        if self.config.residual:
            return (colors + decoded).clamp(-1, 1)
        return torch.tanh(decoded)


def _doubled(features: Tensor) -> Tensor:
    frames = F.interpolate(features.flatten(0, 1), scale_factor=2.0)
    return frames.unflatten(0, features.shape[:2])
