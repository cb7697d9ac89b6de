"""Sim, the similarity-based color transform layer (paper section 3.3)."""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from model.networks.attention import matching_logarithm, transport
from model.networks.config import ColorTransformConfig

# The temperature the cosine matching starts from: e^2.3 = 10.
_START_LOG_SCALE = 2.3
# Beyond this sharpness one reference cell takes everything and gradients vanish.
_HIGHEST_LOG_SCALE = 4.6


@dataclass(frozen=True)
class SimilarityOutput:
    """What Sim gives for a batch of B targets.

    Attributes:
        features: (B, C, h, w), f_sim of equation 5.
        matching: (B, h*w, K*h*w) logarithm of the matching matrix, or None where not asked for.
        labels: (B, P, h, w) transported labels, or None where none were given.
    """

    features: Tensor
    matching: Tensor | None
    labels: Tensor | None


class SimilarityColorTransform(nn.Module):
    """Carries reference colors to the target by matching features of distance fields."""

    def __init__(self, config: ColorTransformConfig) -> None:
        super().__init__()
        channels, kernel = config.channels, config.mask_kernel
        self.reference_mask = nn.Conv2d(2 * channels, channels, kernel, padding=kernel // 2)
        self.combining_mask = nn.Conv2d(2 * channels, channels, kernel, padding=kernel // 2)
        self.target_match = nn.Conv2d(channels, config.match_channels, 1)
        self.reference_match = nn.Conv2d(channels, config.match_channels, 1)
        self.reduce_colors = nn.Conv2d(channels, config.value_channels, 1)
        self.restore_colors = nn.Conv2d(config.value_channels, channels, 1)
        self.cosine = config.match_cosine
        if self.cosine:
            self.log_scale = nn.Parameter(torch.tensor(_START_LOG_SCALE))

    def queries(self, target: Tensor) -> Tensor:
        """Target features, (B, C, h, w), as they are compared: (B, c, h*w)."""
        reduced = self.target_match(target).flatten(2)
        if not self.cosine:
            return reduced
        scale = self.log_scale.clamp(max=_HIGHEST_LOG_SCALE).exp()
        return F.normalize(reduced, dim=1) * scale

    def keys(self, references: Tensor) -> Tensor:
        """Reference features, (B, K, C, h, w), as they are compared: (B, K, c, h, w)."""
        batch, count = references.shape[:2]
        reduced = self.reference_match(references.flatten(0, 1))
        if self.cosine:
            reduced = F.normalize(reduced, dim=1)
        return reduced.unflatten(0, (batch, count))

    def matching(self, target: Tensor, keys: Tensor) -> Tensor:
        """Logarithm of the matching matrix, all of it: (B, h*w, K*h*w)."""
        return matching_logarithm(self.queries(target), side_by_side(keys))

    def transport(
        self, target: Tensor, keys: Tensor, values: Tensor, chunk: int | None = None
    ) -> Tensor:
        """Carry values to the target with the joint softmax over all references.

        Args:
            target: (B, C, h, w) target features.
            keys: (B, K, c, h, w) from `keys`.
            values: (B, K, v, h, w).
            chunk: target cells handled at a time; None: as many as fit in 64 MB.

        Returns:
            (B, v, h, w).
        """
        carried = transport(self.queries(target), side_by_side(keys), side_by_side(values), chunk)
        return carried.unflatten(2, (target.shape[-2], target.shape[-1]))

    def forward(
        self,
        target: Tensor,
        references: Tensor,
        keys: Tensor,
        colors: Tensor,
        *,
        labels: Tensor | None = None,
        with_matching: bool = False,
        chunk: int | None = None,
    ) -> SimilarityOutput:
        """Equations 3 to 5, the mean taken over K references.

        Args:
            target: (B, C, h, w), EnD of the target.
            references: (B, K, C, h, w), EnD of the references.
            keys: (B, K, c, h, w), `keys` of the references.
            colors: (B, K, C, h, w), EnC of the references.
            labels: (B, K, P, h, w) values to be carried along with the same weights.
            with_matching: also give the matching matrix (needs K*(h*w)^2 values of memory).
            chunk: target cells handled at a time; None: as many as fit in 64 MB.

        Returns:
            The features, with matching matrix and carried labels where asked for.
        """
        own = colors * _mask(self.reference_mask, references, target)
        combining = _mask(self.combining_mask, references, target)
        values = self.reduce_colors(own.flatten(0, 1)).unflatten(0, keys.shape[:2])
        width = values.shape[2]
        if labels is not None:
            values = torch.cat([values, labels.to(values.dtype)], dim=2)
        matching = self.matching(target, keys) if with_matching else None
        if matching is None:
            carried = self.transport(target, keys, values, chunk)
        else:
            rows = side_by_side(values).transpose(1, 2)
            carried = (matching.exp() @ rows).transpose(1, 2).unflatten(2, target.shape[-2:])
        matched = self.restore_colors(carried[:, :width])[:, None]
        features = torch.lerp(matched, own, combining).mean(dim=1)
        return SimilarityOutput(features, matching, None if labels is None else carried[:, width:])


def _mask(layer: nn.Conv2d, references: Tensor, target: Tensor) -> Tensor:
    """The mask, (B, K, C, h, w) in (0, 1), that the layer reads from references beside the target.

    What it makes of the target is the same beside every reference, and computed once.
    """
    of_references, of_target = layer.weight.chunk(2, dim=1)
    read = F.conv2d(references.flatten(0, 1), of_references, padding=layer.padding)
    common = F.conv2d(target, of_target, layer.bias, padding=layer.padding)
    return torch.sigmoid(read.unflatten(0, references.shape[:2]) + common[:, None])


def side_by_side(per_reference: Tensor) -> Tensor:
    """(B, K, c, h, w) to (B, c, K*h*w): the cells of all references in one row."""
    return per_reference.transpose(1, 2).flatten(2)
