"""The color transform network without some of its parts, for the ablations of paper section 4.2."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import torch
from torch import Tensor

from model.networks.checkpoint import load_color_transform, load_network
from model.networks.color_transform import ColorTransformNetwork, References
from model.networks.config import ColorTransformConfig
from model.networks.similarity import SimilarityOutput
from model.training.config import PARTS

# What a file of such a network says it holds, so that nothing takes it for a whole one.
ABLATED_KIND = "ablated_color_transform"


class AblatedColorTransform(ColorTransformNetwork):
    """Colors as the whole network does, but for what it is to do without.

    Its parameters are those of the whole network under the same names; those of a part that is
    left out are never trained.

    Args:
        config: sizes of the network.
        without: names out of `PARTS`. `sim`: Mid, the decoder and the latent decoder of f_sim get
            zeros from Sim, and the decoder no carried colors; labels are still transported.
            `embedder`: the style vector is zero. `line`: EnL sees blank paper. `distance`: EnD
            sees the line art in place of the distance field.

    Raises:
        ValueError: there is no such part.
    """

    def __init__(self, config: ColorTransformConfig, without: Sequence[str]) -> None:
        super().__init__(config)
        if unknown := sorted(set(without) - set(PARTS)):
            raise ValueError(f"The color network has no parts {', '.join(unknown)} to leave out.")
        self.without = frozenset(without)

    def encode_distance(self, distance: Tensor) -> Tensor:
        """See `ColorTransformNetwork.encode_distance`."""
        if "distance" in self.without:
            # The field is 0 on ink and nowhere else: this is the line art, 0 = ink.
            distance = (distance > 0).to(distance.dtype)
        return super().encode_distance(distance)

    def encode_line(self, line: Tensor) -> Tensor:
        """See `ColorTransformNetwork.encode_line`."""
        return super().encode_line(torch.ones_like(line) if "line" in self.without else line)

    def encode_style(self, lines: Tensor, colors: Tensor) -> Tensor:
        """See `ColorTransformNetwork.encode_style`."""
        if "embedder" in self.without:
            return colors.new_zeros(*colors.shape[:2], self.config.embedder_widths[-1])
        return super().encode_style(lines, colors)

    def _similar(
        self,
        target: Tensor,
        references: References,
        labels: Tensor | None,
        with_matching: bool,
        chunk: int | None,
    ) -> tuple[SimilarityOutput, Tensor | None]:
        similar, carried = super()._similar(target, references, labels, with_matching, chunk)
        if "sim" in self.without:
            return replace(similar, features=torch.zeros_like(similar.features)), None
        return similar, carried


def build_color_network(
    config: ColorTransformConfig, without: Sequence[str] = ()
) -> ColorTransformNetwork:
    """An untrained color transform network, whole or without some parts.

    Raises:
        ValueError: there is no such part.
    """
    return AblatedColorTransform(config, without) if without else ColorTransformNetwork(config)


def load_color_network(path: Path, without: Sequence[str] = ()) -> ColorTransformNetwork:
    """The color transform network that a training run exported, on the CPU, in fp32.

    Args:
        path: of the safetensors file.
        without: as in the run's `TrainingConfig`.

    Raises:
        ValueError: the file is missing or damaged, holds an ablated network where a whole one is
            wanted or the other way about, or there is no such part.
    """
    if not without:
        return load_color_transform(path)

    def build(config: ColorTransformConfig) -> ColorTransformNetwork:
        return AblatedColorTransform(replace(config, spectral_norm=False), without)

    return load_network(path, ABLATED_KIND, ColorTransformConfig, build)
