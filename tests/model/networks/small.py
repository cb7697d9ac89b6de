"""Small networks and random drawings shared by the tests of the networks."""

from __future__ import annotations

from dataclasses import replace

import torch
from torch import Tensor

from model.networks.color_transform import ColorTransformNetwork, References
from model.networks.config import ColorTransformConfig, TemporalConfig, preset


def small_color_config(name: str = "shiage") -> ColorTransformConfig:
    config = preset(name).color
    return replace(
        config,
        encoder_widths=(4, 6, 8),
        match_channels=4,
        value_channels=5,
        context_widths=(8, 12) if config.context_widths else (),
        context_layers=min(config.context_layers, 1),
        embedder_widths=(4, 4, 6, 6, 8),
        style_hidden=8,
        middle_blocks=2,
        discriminator_width=4,
    )


def small_temporal_config(name: str = "shiage") -> TemporalConfig:
    return replace(preset(name).temporal, widths=(4, 6, 8), dilations=(2, 4), discriminator_width=4)


def small_network(name: str = "shiage") -> ColorTransformNetwork:
    torch.manual_seed(0)
    return ColorTransformNetwork(small_color_config(name)).eval()


def drawings(batch: int, count: int, height: int, width: int, seed: int = 1) -> list[Tensor]:
    """Lines, distances, colors of (batch, count) random drawings."""
    generator = torch.Generator().manual_seed(seed)
    shape = (batch, count)
    return [
        torch.rand(*shape, 1, height, width, generator=generator),
        torch.rand(*shape, 1, height, width, generator=generator),
        torch.rand(*shape, 3, height, width, generator=generator) * 2 - 1,
    ]


def encoded(network: ColorTransformNetwork, batch: int, count: int, side: int) -> References:
    with torch.no_grad():
        return network.encode_references(*drawings(batch, count, side, side))
