"""Parts that several networks are built from (paper section 3.5)."""

from __future__ import annotations

import copy
from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.nn.utils import parametrizations, parametrize

# One cell of the matching grid is this many pixels wide and high.
CELL = 4

# How reluctant an untrained decoder is to depart from carried colors: by about a tenth.
_RELUCTANCE = 2.0

# Part of the names of what spectral norm keeps instead of a weight.
_HIDDEN = ".parametrizations."

# Power iterations before spectral norm is folded away: enough for four digits of the norm.
_FOLD_ITERATIONS = 30


def with_spectral_norm(layer: nn.Module, wanted: bool) -> nn.Module:
    """The layer, under spectral norm where wanted."""
    return parametrizations.spectral_norm(layer) if wanted else layer


def folded_state(network: nn.Module) -> dict[str, Tensor]:
    """The state dict that the same network has without spectral norm.

    Loaded into a network built without spectral norm it gives the same results, faster.
    """
    # A copy, because the power iteration writes. Removing the parametrizations from it instead
    # would take them from the original too: a copy shares the class torch made for it.
    copied = copy.deepcopy(network).train()
    state: dict[str, Tensor] = {}
    with torch.no_grad():
        for name, part in copied.named_modules():
            if parametrize.is_parametrized(part, "weight"):
                for _ in range(_FOLD_ITERATIONS):
                    state[f"{name}.weight"] = part.weight
    plain = {key: value for key, value in copied.state_dict().items() if _HIDDEN not in key}
    return {key: value.detach() for key, value in (plain | state).items()}


def cells(pixels: int) -> int:
    """Cells of the matching grid along a side of that many pixels."""
    return -(-pixels // CELL)


def pad_to_multiple(image: Tensor, multiple: int) -> Tensor:
    """Repeat the last row and column until both sides are multiples, at least two of them.

    Args:
        image: (N, c, H, W).
        multiple: in pixels.

    Returns:
        (N, c, H', W').
    """
    height, width = image.shape[-2:]
    below = max(2 * multiple, -(-height // multiple) * multiple) - height
    right = max(2 * multiple, -(-width // multiple) * multiple) - width
    if not below and not right:
        return image
    return F.pad(image, (0, right, 0, below), mode="replicate")


def instance_norm(
    features: Tensor, weight: Tensor | None = None, bias: Tensor | None = None
) -> Tensor:
    """Instance norm of (N, C, h, w), optionally with a learned scale and shift, (C,) each.

    As a group norm with one channel in each group: the same numbers, four times as fast, and the
    only one of the two that keeps channels-last memory as it is.
    """
    return F.group_norm(features, features.shape[1], weight, bias)


class InstanceNorm(nn.InstanceNorm2d):
    """Instance norm with a learned scale and shift, see `instance_norm`."""

    def __init__(self, channels: int) -> None:
        super().__init__(channels, affine=True)

    def forward(self, features: Tensor) -> Tensor:
        """(N, C, h, w) to the same shape."""
        return instance_norm(features, self.weight, self.bias)


class ConvNormReLU(nn.Sequential):
    """Convolution, instance norm where wanted, ReLU."""

    def __init__(
        self, inputs: int, outputs: int, kernel: int, stride: int, *, spectral: bool, norm: bool
    ) -> None:
        conv = nn.Conv2d(inputs, outputs, kernel, stride, padding=(kernel - 1) // 2)
        parts: list[nn.Module] = [with_spectral_norm(conv, spectral)]
        if norm:
            parts.append(InstanceNorm(outputs))
        parts.append(nn.ReLU(inplace=True))
        super().__init__(*parts)


class Encoder(nn.Sequential):
    """EnL, EnD and EnC: three convolutions to 1/4 size (paper section 3.5)."""

    def __init__(
        self, inputs: int, widths: Sequence[int], *, spectral: bool, norm: bool = True
    ) -> None:
        first, second, third = widths
        super().__init__(
            ConvNormReLU(inputs, first, 7, 1, spectral=spectral, norm=norm),
            ConvNormReLU(first, second, 4, 2, spectral=spectral, norm=norm),
            ConvNormReLU(second, third, 4, 2, spectral=spectral, norm=norm),
        )


class AdaptiveNorm(nn.Module):
    """AdaIN: instance norm whose scale and shift come from the style vector."""

    def forward(self, features: Tensor, style: Tensor) -> Tensor:
        """Normalize.

        Args:
            features: (N, C, h, w).
            style: (N, 2C): log-free scale around 1, then shift.

        Returns:
            (N, C, h, w).
        """
        scale, shift = style[..., None, None].chunk(2, dim=1)
        return torch.addcmul(shift, instance_norm(features), 1 + scale)


class StyledResidualBlock(nn.Module):
    """One block of Mid: two convolutions with AdaIN and ReLU between them."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(channels, channels, 3, padding=1)
        self.second = nn.Conv2d(channels, channels, 3, padding=1)
        self.norm = AdaptiveNorm()

    @staticmethod
    def style_size(channels: int) -> int:
        """Length of the style that `forward` takes."""
        return 4 * channels

    def forward(self, features: Tensor, style: Tensor) -> Tensor:
        """Add the styled residual.

        Args:
            features: (N, C, h, w).
            style: (N, 4C).

        Returns:
            (N, C, h, w).
        """
        first, second = style.chunk(2, dim=1)
        residual = F.relu(self.norm(self.first(features), first), inplace=True)
        return features + self.norm(self.second(residual), second)


class Decoder(nn.Module):
    """De: four convolutions from 1/4 size to colors, nearest upsampling before two of them.

    Args:
        widths: channels at full, half and quarter size.
        spectral: spectral norm on the convolutions.
        norm: instance norm behind them.
        blending: one more output says in each pixel how far to depart from carried colors.
    """

    def __init__(
        self, widths: Sequence[int], *, spectral: bool, norm: bool, blending: bool
    ) -> None:
        super().__init__()
        full, half, quarter = widths
        self.at_quarter = ConvNormReLU(quarter, quarter, 3, 1, spectral=spectral, norm=norm)
        self.at_half = ConvNormReLU(quarter, half, 3, 1, spectral=spectral, norm=norm)
        self.at_full = ConvNormReLU(half, full, 3, 1, spectral=spectral, norm=norm)
        self.to_color = with_spectral_norm(nn.Conv2d(full, 3 + blending, 3, padding=1), spectral)

    def forward(self, features: Tensor, carried: Tensor | None = None) -> Tensor:
        """Decode.

        Args:
            features: (N, C, h, w).
            carried: (N, 3, h, w) colors in [-1, 1], needed if and only if blending.

        Returns:
            (N, 3, 4h, 4w) colors in [-1, 1].
        """
        half = self.at_half(F.interpolate(self.at_quarter(features), scale_factor=2.0))
        full = self.at_full(F.interpolate(half, scale_factor=2.0))
        # Few channels, scattered in channels-last memory, make what follows slow.
        decoded = self.to_color(full).contiguous()
        color = torch.tanh(decoded[:, :3])
        if carried is None:
            return color
        enlarged = F.interpolate(carried, scale_factor=float(CELL), mode="bilinear")
        return torch.lerp(enlarged, color, torch.sigmoid(decoded[:, 3:] - _RELUCTANCE))


class LatentDecoder(nn.Module):
    """One convolution that shows a latent feature as a color image (paper equation 9)."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.to_color = nn.Conv2d(channels, 3, 3, padding=1)

    def forward(self, features: Tensor) -> Tensor:
        """(N, C, h, w) features to (N, 3, 4h, 4w) colors in [-1, 1], flat in each cell."""
        return F.interpolate(torch.tanh(self.to_color(features)), scale_factor=float(CELL))
