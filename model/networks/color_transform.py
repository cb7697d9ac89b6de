"""G, the color transform network (paper sections 3.2, 3.3 and 3.5, equations 1 to 5)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from model.networks.blocks import (
    CELL,
    Decoder,
    Encoder,
    LatentDecoder,
    StyledResidualBlock,
    cells,
    pad_to_multiple,
)
from model.networks.config import ColorTransformConfig
from model.networks.context import ContextPath
from model.networks.embedder import Embedder, StyleNetwork
from model.networks.similarity import SimilarityColorTransform, SimilarityOutput


@dataclass(frozen=True)
class References:
    """K encoded references for each of B targets; make once per shot, use for every drawing.

    The cells are those of the matching grid: h = ceil(H / 4), w = ceil(W / 4).

    Attributes:
        features: (B, K, C, h, w), EnD of the distance fields.
        keys: (B, K, c, h, w), the features as Sim compares them.
        colors: (B, K, C, h, w), EnC of the colors.
        cell_colors: (B, K, 3, h, w) in [-1, 1], mean color of each cell.
        styles: (B, K, S), one style vector per reference.
        size: (H, W) of the pictures; targets must have the same.
    """

    features: Tensor
    keys: Tensor
    colors: Tensor
    cell_colors: Tensor
    styles: Tensor
    size: tuple[int, int]

    @property
    def count(self) -> int:
        """K."""
        return self.features.shape[1]

    def subset(self, indices: Sequence[int]) -> References:
        """The references at these positions, in this order."""
        rows = list(indices)
        return References(
            self.features[:, rows],
            self.keys[:, rows],
            self.colors[:, rows],
            self.cell_colors[:, rows],
            self.styles[:, rows],
            self.size,
        )


@dataclass(frozen=True)
class ColorTransformOutput:
    """What G gives for a batch of B targets.

    Attributes:
        color: (B, 3, H, W) in [-1, 1], the colored target.
        sim: (B, C, h, w), f_sim.
        mid: (B, C, h, w), f_mid.
        features: (B, C, h, w), EnD of the target.
        matching: (B, h*w, K*h*w) logarithm of the matching matrix, or None.
        labels: (B, P, h, w) transported labels, or None.
    """

    color: Tensor
    sim: Tensor
    mid: Tensor
    features: Tensor
    matching: Tensor | None
    labels: Tensor | None


class ColorTransformNetwork(nn.Module):
    """Colors a line drawing after K references."""

    def __init__(self, config: ColorTransformConfig) -> None:
        super().__init__()
        self.config = config
        widths, spectral = config.encoder_widths, config.spectral_norm
        self.line_encoder = Encoder(1, widths, spectral=spectral)
        self.distance_encoder = Encoder(1, widths, spectral=spectral)
        self.color_encoder = Encoder(3, widths, spectral=spectral, norm=config.normalize_colors)
        self.context = (
            ContextPath(
                config.channels, config.context_widths, config.context_layers, spectral=spectral
            )
            if config.context_widths
            else None
        )
        self.similarity = SimilarityColorTransform(config)
        self.embedder = Embedder(config.embedder_widths)
        self.style = StyleNetwork(
            config.embedder_widths[-1],
            config.style_hidden,
            config.middle_blocks * StyledResidualBlock.style_size(config.channels),
        )
        self.middle = nn.ModuleList(
            StyledResidualBlock(config.channels) for _ in range(config.middle_blocks)
        )
        self.decoder = Decoder(
            widths,
            spectral=spectral,
            norm=config.normalize_colors,
            blending=config.carry_colors,
        )
        self.sim_decoder = LatentDecoder(config.channels)
        self.mid_decoder = LatentDecoder(config.channels)
        self._multiple = CELL * 2 ** len(config.context_widths)

    def encode_references(self, lines: Tensor, distances: Tensor, colors: Tensor) -> References:
        """Encode what the targets share.

        Args:
            lines: (B, K, 1, H, W) line art in [0, 1], 0 = ink.
            distances: (B, K, 1, H, W) distance fields in [0, 1].
            colors: (B, K, 3, H, W) colors in [-1, 1], transparent paper composed on white.

        Returns:
            The references.

        Raises:
            ValueError: there is no reference.
        """
        batch, count = lines.shape[:2]
        if count == 0:
            raise ValueError("The color transform network needs at least one reference.")
        size = (lines.shape[-2], lines.shape[-1])
        features = self.encode_distance(distances.flatten(0, 1)).unflatten(0, (batch, count))
        return References(
            features=features,
            keys=self.similarity.keys(features),
            colors=self._encode(self.color_encoder, colors.flatten(0, 1)).unflatten(
                0, (batch, count)
            ),
            cell_colors=_cell_means(colors.flatten(0, 1)).unflatten(0, (batch, count)),
            styles=self.encode_style(lines, colors),
            size=size,
        )

    def encode_distance(self, distance: Tensor) -> Tensor:
        """EnD: (N, 1, H, W) distance fields in [0, 1] to (N, C, ceil(H/4), ceil(W/4))."""
        padded = pad_to_multiple(distance, self._multiple)
        features = self.distance_encoder(padded)
        if self.context is not None:
            features = self.context(features, padded)
        return _crop(features, distance)

    def encode_line(self, line: Tensor) -> Tensor:
        """EnL: (N, 1, H, W) line art in [0, 1] to (N, C, ceil(H/4), ceil(W/4))."""
        return self._encode(self.line_encoder, line)

    def encode_style(self, lines: Tensor, colors: Tensor) -> Tensor:
        """Em: (B, K, 1, H, W) lines and (B, K, 3, H, W) colors to (B, K, S) style vectors."""
        styles: Tensor = self.embedder(lines, colors)
        return styles

    def transport(
        self,
        distance: Tensor,
        references: References,
        labels: Tensor,
        chunk: int | None = None,
    ) -> Tensor:
        """Carry labels of reference cells to the target with Sim's matching matrix.

        Args:
            distance: (B, 1, H, W) distance field of the target in [0, 1].
            references: of the same size.
            labels: (B, K, P, h, w), for example a one-hot palette entry in each cell.
            chunk: target cells handled at a time; None: as many as fit in 64 MB.

        Returns:
            (B, P, h, w); labels that sum to 1 over P still do.

        Raises:
            ValueError: target and references differ in size.
        """
        _same_size(distance, references)
        features = self.encode_distance(distance)
        return self.similarity.transport(features, references.keys, labels, chunk)

    def forward(
        self,
        line: Tensor,
        distance: Tensor,
        references: References,
        *,
        labels: Tensor | None = None,
        with_matching: bool = False,
        chunk: int | None = None,
    ) -> ColorTransformOutput:
        """Color a batch of targets.

        Args:
            line: (B, 1, H, W) line art in [0, 1], 0 = ink.
            distance: (B, 1, H, W) distance field in [0, 1].
            references: of the same size.
            labels: (B, K, P, h, w) values to be carried along by Sim.
            with_matching: also give the whole matching matrix, for the matching loss.
            chunk: target cells handled at a time in Sim; None: as many as fit in 64 MB.

        Returns:
            Colors, latent features and what else was asked for.

        Raises:
            ValueError: target and references differ in size.
        """
        _same_size(line, references)
        target = self.encode_distance(distance)
        similar, carried = self._similar(target, references, labels, with_matching, chunk)
        features = self.encode_line(line) + similar.features
        styles = self.style(references.styles.mean(dim=1)).chunk(len(self.middle), dim=1)
        for block, style in zip(self.middle, styles, strict=True):
            features = block(features, style)
        height, width = line.shape[-2:]
        color = self.decoder(features, carried)[..., :height, :width]
        return ColorTransformOutput(
            color, similar.features, features, target, similar.matching, similar.labels
        )

    def latent_images(self, output: ColorTransformOutput) -> tuple[Tensor, Tensor]:
        """What the latent decoders see in f_sim and in f_mid: (B, 3, H, W) in [-1, 1] each."""
        height, width = output.color.shape[-2:]
        sim, mid = self.sim_decoder(output.sim), self.mid_decoder(output.mid)
        return sim[..., :height, :width], mid[..., :height, :width]

    def _similar(
        self,
        target: Tensor,
        references: References,
        labels: Tensor | None,
        with_matching: bool,
        chunk: int | None,
    ) -> tuple[SimilarityOutput, Tensor | None]:
        """Sim with the labels that were given, and the carried colors where the decoder blends."""
        riders = [references.cell_colors] if self.config.carry_colors else []
        riders += [] if labels is None else [labels]
        similar: SimilarityOutput = self.similarity(
            target,
            references.features,
            references.keys,
            references.colors,
            labels=torch.cat(riders, dim=2) if riders else None,
            with_matching=with_matching,
            chunk=chunk,
        )
        if similar.labels is None or not self.config.carry_colors:
            return similar, None
        carried, rest = similar.labels[:, :3], similar.labels[:, 3:]
        return replace(similar, labels=None if labels is None else rest), carried

    def _encode(self, encoder: nn.Module, image: Tensor) -> Tensor:
        return _crop(encoder(pad_to_multiple(image, self._multiple)), image)


def _crop(features: Tensor, image: Tensor) -> Tensor:
    height, width = image.shape[-2:]
    return features[..., : cells(height), : cells(width)]


def _cell_means(image: Tensor) -> Tensor:
    padded = pad_to_multiple(image, CELL)
    return _crop(F.avg_pool2d(padded, CELL), image)


def _same_size(image: Tensor, references: References) -> None:
    size = (image.shape[-2], image.shape[-1])
    if size != references.size:
        raise ValueError(
            f"The target is {size[1]}x{size[0]} pixels, its references are "
            f"{references.size[1]}x{references.size[0]}; bring them to one size first."
        )
