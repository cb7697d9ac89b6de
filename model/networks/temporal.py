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

    def forward(self, features: Tensor, only: int | None = None) -> Tensor:
        """Mix.

        Args:
            features: (T, B, C, h, w); beyond the ends the end frames are repeated.
            only: the one frame that is wanted, 0..T-1; None for all.

        Returns:
            (T * B, C, h, w), or (B, C, h, w) of one frame; channels-last memory stays so.
        """
        step, frames = features.shape[1], features.flatten(0, 1)
        # The few mixed channels lie scattered in channels-last memory: gathered, a row of them is
        # mixed at once, (T * B, h, w * C').
        part = frames.movedim(1, -1)[..., : self.shifted].flatten(2)
        around = torch.cat([part[:step], part, part[-step:]])
        if only is not None:
            start = only * step
            frames, around = frames[start : start + step], around[start : start + 3 * step]
        past, present, future = self.weight[:, 0].t().repeat(1, frames.shape[-1])
        mixed = torch.addcmul(present * around[step:-step], past, around[: -2 * step])
        mixed = torch.addcmul(mixed, future, around[2 * step :])
        shifted = frames.clone()
        shifted.movedim(1, -1)[..., : self.shifted] = mixed.unflatten(2, (-1, self.shifted))
        return shifted


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
        enlarge: bool = False,
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
        self.enlarge, self.activate = enlarge, activate

    def close_gate(self) -> None:
        """Start with a gate that lets almost nothing through."""
        bias = self.gate.bias
        assert isinstance(bias, Tensor)
        nn.init.constant_(bias, _CLOSED)

    def forward(self, features: Tensor, only: int | None = None) -> Tensor:
        """(T, B, C, h, w) to (T, B, C', h', w'), or of one frame to (1, B, C', h', w')."""
        frames = self.shift(features, only)
        if self.enlarge:
            frames = F.interpolate(frames, scale_factor=2.0)
        content, gate = self._both(frames).chunk(2, dim=1)
        # Gathered from channels-last memory first, the gate passes the sigmoid twice as fast.
        gate = gate.clone().sigmoid_()
        gated = content * gate if torch.is_grad_enabled() else gate.mul_(content)
        if self.activate:
            # As good as before the gate, which is never negative.
            gated = F.leaky_relu(gated, 0.2, inplace=True)
        return gated.unflatten(0, (-1, features.shape[1]))

    def _both(self, frames: Tensor) -> Tensor:
        """Feature and gate as one convolution, which fills a processor's vectors better."""
        one, other = self.feature, self.gate
        assert isinstance(one, nn.Conv2d) and isinstance(other, nn.Conv2d)
        assert one.bias is not None and other.bias is not None
        return F.conv2d(
            frames,
            torch.cat([one.weight, other.weight]),
            torch.cat([one.bias, other.bias]),
            one.stride,
            one.padding,
            one.dilation,
        )


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
        last = GatedShiftConv(first, 3, config, enlarge=True, activate=False)
        if config.residual:
            last.close_gate()
        self.decoder = nn.ModuleList(
            [
                GatedShiftConv(third, second, config),
                GatedShiftConv(second, first, config, enlarge=True),
                last,
            ]
        )

    def forward(
        self, lines: Tensor, colors: Tensor, is_key: Tensor, only: int | None = None
    ) -> Tensor:
        """Color a sequence anew.

        Args:
            lines: (B, T, 1, H, W) line art in [0, 1], in chronological order.
            colors: (B, T, 3, H, W) in [-1, 1]: the keys' own, and what the color transform
                network gave to the in-betweens.
            is_key: (B, T) bool.
            only: the one frame that is wanted, 0..T-1; None for all.

        Returns:
            (B, T, 3, H, W) colors in [-1, 1]; T is 1 when one frame is wanted.
        """
        parts = [lines, colors]
        if self.config.key_flag:
            parts.append(is_key.to(lines.dtype)[..., None, None, None].expand_as(lines))
        frames = torch.cat(parts, dim=2).transpose(0, 1)
        decoded = self._decoded(frames, only).transpose(0, 1)
        if only is not None:
            colors = colors[:, only : only + 1]
        if self.config.residual:
            return (colors + decoded).clamp(-1, 1)
        return torch.tanh(decoded)

    def _decoded(self, frames: Tensor, only: int | None) -> Tensor:
        """(T, B, c, H, W) to (T, B, 3, H, W) before it becomes a color."""
        height, width = frames.shape[-2:]
        padded = pad_to_multiple(frames.flatten(0, 1), _MULTIPLE)
        padded = padded.contiguous(memory_format=torch.channels_last)
        encoded = self.encoder(padded.unflatten(0, frames.shape[:2]))
        features = encoded + self.dilated(encoded)
        quarter, half, full = self.decoder
        decoded = full(half(quarter(features)), only)
        return decoded[..., :height, :width]
