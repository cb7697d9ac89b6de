"""Training of the temporal constraint network on the frozen color network's output."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from model.networks.checkpoint import load_color_transform, save_network
from model.networks.color_transform import ColorTransformNetwork
from model.networks.config import preset
from model.networks.discriminators import TemporalDiscriminator
from model.networks.temporal import TemporalNetwork
from model.training.config import TrainingConfig
from model.training.image_losses import ImageLosses
from model.training.losses import adversarial_loss, discriminator_loss, l1_loss
from model.training.pairs import DrawingBatch
from model.training.preview import sheet


class TemporalStage:
    """The temporal generator against its patch discriminator.

    Raises:
        ValueError: the config names no color network, or one that can not be loaded.
    """

    sequences = True

    def __init__(
        self,
        config: TrainingConfig,
        network: TemporalNetwork | None = None,
        color_network: ColorTransformNetwork | None = None,
    ) -> None:
        """Build what the config says, or go on with networks that exist."""
        sizes = preset(config.preset).temporal
        self._config = config
        self._color_network = color_network or _color_network(config)
        self.network = network or TemporalNetwork(sizes)
        self.adversary = TemporalDiscriminator(sizes) if config.losses.adversarial else None
        self._image_losses = ImageLosses(config, self._color_network)
        self._measures: dict[str, Tensor] = {}
        self._generated: Tensor | None = None

    def to(self, device: torch.device) -> TemporalStage:
        """Move everything to a device."""
        self.network.to(device)
        self._color_network.to(device)
        if self.adversary is not None:
            self.adversary.to(device)
        self._image_losses.to(device)
        return self

    def losses(self, batch: DrawingBatch, share: float) -> dict[str, Tensor]:
        """See `Stage.losses`; the losses are averaged over the frames of the sequences."""
        given = self._given(batch)
        colored = self.network(batch.lines, given, _keys(batch))
        self._generated = colored.detach()
        with torch.no_grad():
            middle = slice(1, -1)
            self._measures = {
                "l1_before": l1_loss(given[:, middle], batch.colors[:, middle]),
                "l1_after": l1_loss(colored[:, middle], batch.colors[:, middle]),
            }
        parts = self._image_losses(colored.flatten(0, 1), batch.colors.flatten(0, 1))
        if self.adversary is not None:
            judged = self.adversary.judge(batch.lines, colored)
            parts["adversarial"] = self._config.losses.adversarial * adversarial_loss(judged)
        return parts

    def adversary_loss(self, batch: DrawingBatch) -> Tensor:
        """See `Stage.adversary_loss`."""
        assert self.adversary is not None
        assert self._generated is not None
        return discriminator_loss(
            self.adversary.judge(batch.lines, batch.colors),
            self.adversary.judge(batch.lines, self._generated),
        )

    def measures(self) -> dict[str, Tensor]:
        """See `Stage.measures`: L1 of the in-betweens before and after the network."""
        return self._measures

    @torch.no_grad()
    def preview(self, average: nn.Module, batch: DrawingBatch) -> NDArray[np.uint8]:
        """For each frame: what the color network gave, what came out, the truth."""
        given = self._given(batch)
        colored = average(batch.lines, given, _keys(batch))
        columns = [
            picture[:, place]
            for place in range(given.shape[1])
            for picture in (given, colored, batch.colors)
        ]
        return sheet(columns)

    def export(self, average: nn.Module, path: Path, training: Mapping[str, Any]) -> None:
        """See `Stage.export`."""
        assert isinstance(average, TemporalNetwork)
        save_network(average, path / "temporal.safetensors", training)

    @torch.no_grad()
    def _given(self, batch: DrawingBatch) -> Tensor:
        """Keys as they are, in-betweens as the color network colors them: (B, T, 3, S, S)."""
        ends = [0, -1]
        references = self._color_network.encode_references(
            batch.lines[:, ends], batch.distances[:, ends], batch.given[:, ends]
        )
        between = [
            self._color_network(batch.lines[:, place], batch.distances[:, place], references).color
            for place in range(1, batch.lines.shape[1] - 1)
        ]
        return torch.stack([batch.given[:, 0], *between, batch.given[:, -1]], dim=1)


def _color_network(config: TrainingConfig) -> ColorTransformNetwork:
    if config.color_network is None:
        raise ValueError("Training the temporal network needs color_network in the config.")
    return load_color_transform(Path(config.color_network))


def _keys(batch: DrawingBatch) -> Tensor:
    is_key = torch.zeros(batch.lines.shape[:2], dtype=torch.bool, device=batch.lines.device)
    is_key[:, 0] = is_key[:, -1] = True
    return is_key
