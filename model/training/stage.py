"""What the trainer asks of a network in training."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from torch import Tensor, nn

from model.training.pairs import DrawingBatch


class Stage(Protocol):
    """One network with its losses."""

    # Whether samples are sequences in time or a target and its references.
    sequences: bool

    @property
    def network(self) -> nn.Module:
        """The generator, which learns."""

    @property
    def adversary(self) -> nn.Module | None:
        """Its discriminator, or None where the adversarial loss is switched off."""

    def losses(self, batch: DrawingBatch, share: float) -> dict[str, Tensor]:
        """Weighted losses of the generator; their sum is minimized.

        Args:
            batch: on the network's device.
            share: of the training time that has passed, in [0, 1].
        """

    def adversary_loss(self, batch: DrawingBatch) -> Tensor:
        """Loss of the discriminator on what `losses` has just generated."""

    def measures(self) -> dict[str, Tensor]:
        """Figures about the last batch for the log."""

    def preview(self, average: nn.Module, batch: DrawingBatch) -> NDArray[np.uint8]:
        """A sheet (H, W, 3) RGB of what the averaged network makes of a batch."""

    def export(self, average: nn.Module, path: Path, training: Mapping[str, Any]) -> None:
        """Write the averaged network for use."""
