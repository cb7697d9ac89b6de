"""The losses that both networks put on their pictures (paper equations 6 to 8)."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

from model.networks.color_transform import ColorTransformNetwork
from model.training.config import TrainingConfig
from model.training.losses import l1_loss, perceptual_loss, style_loss
from model.training.perceptual import open_features


class ImageLosses:
    """Weighted L1, perceptual and style loss, each where it has a weight."""

    def __init__(self, config: TrainingConfig, network: ColorTransformNetwork) -> None:
        self._weights = config.losses
        self._features: nn.Module | None = None
        if self._weights.perceptual or self._weights.style:
            path = Path(config.perceptual_network) if config.perceptual_network else None
            self._features = open_features(path, config.perceptual_input, network)

    def to(self, device: torch.device) -> None:
        """Move the feature network to a device."""
        if self._features is not None:
            self._features.to(device)

    def __call__(self, predicted: Tensor, truth: Tensor) -> dict[str, Tensor]:
        """Losses of (N, 3, H, W) colors in [-1, 1]."""
        weights = self._weights
        parts = {"l1": weights.l1 * l1_loss(predicted, truth)} if weights.l1 else {}
        if self._features is None:
            return parts
        ours = self._features(predicted)
        with torch.no_grad():
            theirs = self._features(truth)
        if weights.perceptual:
            parts["perceptual"] = weights.perceptual * perceptual_loss(ours, theirs)
        if weights.style:
            parts["style"] = weights.style * style_loss(ours, theirs)
        return parts
