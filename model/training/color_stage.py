"""Training of the color transform network (paper sections 3.2 to 3.4)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor, nn

from model.networks.checkpoint import save_network
from model.networks.color_transform import (
    ColorTransformNetwork,
    ColorTransformOutput,
    References,
)
from model.networks.config import preset
from model.networks.discriminators import ColorDiscriminator
from model.training.ablated import ABLATED_KIND, build_color_network
from model.training.config import TrainingConfig
from model.training.image_losses import ImageLosses
from model.training.losses import (
    adversarial_loss,
    discriminator_loss,
    latent_loss,
    matching_loss,
)
from model.training.pairs import DrawingBatch
from model.training.preview import sheet

# The first drawing of a sample is the target, the others are its references.
_TARGET = 0


class ColorStage:
    """G against D."""

    sequences = False

    def __init__(
        self, config: TrainingConfig, network: ColorTransformNetwork | None = None
    ) -> None:
        """Build what the config says, or go on with a network that exists."""
        sizes = preset(config.preset).color
        self._config = config
        self.network = network or build_color_network(sizes, config.without)
        self.adversary = ColorDiscriminator(sizes) if config.losses.adversarial else None
        self._image_losses = ImageLosses(config, self.network)
        self._measures: dict[str, Tensor] = {}
        self._generated: Tensor | None = None

    def to(self, device: torch.device) -> ColorStage:
        """Move everything to a device."""
        # Half again as fast, on a GPU as on a CPU.
        self.network.to(device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        if self.adversary is not None:
            self.adversary.to(device)
        self._image_losses.to(device)
        return self

    def losses(self, batch: DrawingBatch, share: float) -> dict[str, Tensor]:
        """See `Stage.losses`."""
        if share < self._config.matching_share:
            size = batch.distances.shape[:2]
            features = self.network.encode_distance(batch.distances.flatten(0, 1))
            return {"matching": self._matching(features.unflatten(0, size), batch)}
        weights = self._config.losses
        references = _references(self.network, batch)
        output = _colored(self.network, batch, references)
        truth = batch.colors[:, _TARGET]
        self._generated = output.color.detach()
        parts = self._image_losses(output.color, truth)
        if weights.latent:
            sim, mid = self.network.latent_images(output)
            parts["latent"] = weights.latent * latent_loss(sim, mid, truth)
        if weights.matching:
            features = torch.cat([output.features[:, None], references.features], dim=1)
            parts["matching"] = self._matching(features, batch)
        if self.adversary is not None:
            judged = self.adversary.judge(batch.lines[:, _TARGET], output.color)
            parts["adversarial"] = weights.adversarial * adversarial_loss(judged)
        return parts

    def adversary_loss(self, batch: DrawingBatch) -> Tensor:
        """See `Stage.adversary_loss`."""
        assert self.adversary is not None
        line = batch.lines[:, _TARGET]
        if self._generated is None:
            return torch.zeros((), device=line.device)
        return discriminator_loss(
            self.adversary.judge(line, batch.colors[:, _TARGET]),
            self.adversary.judge(line, self._generated),
        )

    def measures(self) -> dict[str, Tensor]:
        """See `Stage.measures`: the share of drawn cells that are matched right."""
        return self._measures

    @torch.no_grad()
    def preview(self, average: nn.Module, batch: DrawingBatch) -> NDArray[np.uint8]:
        """References, line, carried colors, f_sim, f_mid, prediction, truth."""
        assert isinstance(average, ColorTransformNetwork)
        references = _references(average, batch)
        output = _colored(average, batch, references)
        return sheet(
            [
                *batch.given[:, 1:].unbind(1),
                batch.lines[:, _TARGET],
                _carried(average, references, output.features, batch.lines.shape[-1]),
                *average.latent_images(output),
                output.color,
                batch.colors[:, _TARGET],
            ]
        )

    def export(self, average: nn.Module, path: Path, training: Mapping[str, Any]) -> None:
        """See `Stage.export`."""
        assert isinstance(average, ColorTransformNetwork)
        kind = ABLATED_KIND if self._config.without else None
        save_network(average, path / "color_transform.safetensors", training, kind)

    def _matching(self, features: Tensor, batch: DrawingBatch) -> Tensor:
        weights = self._config.losses
        loss, right = matching_loss(
            self.network.similarity,
            features,
            batch.identities,
            weights.matching_cells,
            weights.matching_balance,
        )
        self._measures = {"matched": right.detach()}
        return weights.matching * loss


def _references(network: ColorTransformNetwork, batch: DrawingBatch) -> References:
    return network.encode_references(batch.lines[:, 1:], batch.distances[:, 1:], batch.given[:, 1:])


def _colored(
    network: ColorTransformNetwork, batch: DrawingBatch, references: References
) -> ColorTransformOutput:
    output: ColorTransformOutput = network(
        batch.lines[:, _TARGET], batch.distances[:, _TARGET], references
    )
    return output


def _carried(
    network: ColorTransformNetwork, references: References, features: Tensor, side: int
) -> Tensor:
    """The reference colors themselves after Sim's matching: what a vote by labels rests on."""
    carried = network.similarity.transport(features, references.keys, references.cell_colors)
    return F.interpolate(carried, size=(side, side))
