from __future__ import annotations

import pytest
import torch
import torch.nn.functional as F
from torch import Tensor

from model.networks.config import preset
from model.networks.discriminators import ColorDiscriminator, TemporalDiscriminator
from model.networks.temporal import GatedShiftConv, TemporalNetwork, TemporalShift
from tests.model.networks.small import small_color_config, small_temporal_config


def _sequence(batch: int, time: int, height: int, width: int) -> tuple[Tensor, Tensor, Tensor]:
    generator = torch.Generator().manual_seed(4)
    lines = torch.rand(batch, time, 1, height, width, generator=generator)
    colors = torch.rand(batch, time, 3, height, width, generator=generator) - 0.5
    is_key = torch.zeros(batch, time, dtype=torch.bool)
    is_key[:, 0] = True
    return lines, colors, is_key


def _network(name: str) -> TemporalNetwork:
    torch.manual_seed(0)
    return TemporalNetwork(small_temporal_config(name)).eval()


@pytest.mark.parametrize("name", ["shiage", "paper"])
@pytest.mark.parametrize(("time", "height", "width"), [(1, 32, 32), (3, 33, 50), (8, 20, 9)])
def test_output_has_the_shape_of_the_sequence(
    name: str, time: int, height: int, width: int
) -> None:
    colored = _network(name)(*_sequence(2, time, height, width))
    assert colored.shape == (2, time, 3, height, width)
    assert colored.abs().max() <= 1


@pytest.mark.parametrize("name", ["shiage", "paper"])
def test_a_frame_is_colored_after_its_neighbors_in_time(name: str) -> None:
    network = _network(name)
    lines, colors, is_key = _sequence(1, 5, 32, 32)
    changed = colors.clone()
    changed[:, 3] = -changed[:, 3]
    with torch.no_grad():
        before, after = network(lines, colors, is_key), network(lines, changed, is_key)
    for neighbor in (2, 4):
        assert (before[:, neighbor] - after[:, neighbor]).abs().max() > 1e-6


def test_a_batch_gives_what_its_members_give_alone() -> None:
    network = _network("shiage")
    parts = _sequence(2, 3, 32, 32)
    with torch.no_grad():
        together = network(*parts)
        alone = network(*(part[1:] for part in parts))
    torch.testing.assert_close(together[1:], alone, atol=1e-5, rtol=1e-4)


@pytest.mark.parametrize("name", ["shiage", "paper"])
def test_gradients_reach_every_parameter_of_both_adversaries(name: str) -> None:
    network = _network(name).train()
    lines, colors, is_key = _sequence(1, 3, 32, 32)
    discriminator = TemporalDiscriminator(small_temporal_config(name))
    discriminator.judge(lines, network(lines, colors, is_key)).square().mean().backward()
    still = ColorDiscriminator(small_color_config(name))
    still.judge(lines[:, 0], colors[:, 0]).square().mean().backward()
    for module in (network, discriminator, still):
        without = [
            key
            for key, parameter in module.named_parameters()
            if parameter.grad is None or not parameter.grad.abs().sum() > 0
        ]
        assert without == []


def test_discriminators_judge_patches() -> None:
    lines, colors, _ = _sequence(2, 3, 64, 48)
    still = ColorDiscriminator(small_color_config()).judge(lines[:, 0], colors[:, 0])
    assert still.shape == (2, 1, 4, 3)
    moving = TemporalDiscriminator(small_temporal_config()).judge(lines, colors)
    assert moving.shape == (2, 1, 3, 4, 3)


def test_last_convolution_of_the_color_discriminator_has_no_spectral_norm() -> None:
    keys = list(ColorDiscriminator(small_color_config("paper")).state_dict())
    assert [key for key in keys if key.endswith(".weight")] == ["8.weight"]


def test_untrained_network_hardly_changes_the_given_colors() -> None:
    lines, colors, is_key = _sequence(1, 3, 32, 32)
    with torch.no_grad():
        assert (_network("shiage")(lines, colors, is_key) - colors).abs().mean() < 0.03


def test_shipped_size_stays_within_its_budget() -> None:
    network = TemporalNetwork(preset("shiage").temporal)
    assert sum(parameter.numel() for parameter in network.parameters()) <= 2_000_000


@pytest.mark.parametrize("name", ["shiage", "paper"])
@pytest.mark.parametrize("place", [0, 1, 3])
def test_one_wanted_frame_is_that_of_the_whole_sequence(name: str, place: int) -> None:
    network, parts = _network(name), _sequence(2, 4, 33, 50)
    with torch.no_grad():
        one, whole = network(*parts, only=place), network(*parts)
    torch.testing.assert_close(one, whole[:, place : place + 1], atol=1e-5, rtol=1e-4)


@pytest.mark.parametrize("memory", [torch.contiguous_format, torch.channels_last])
def test_shift_mixes_each_channel_with_its_neighbors_in_time(memory: torch.memory_format) -> None:
    shift = TemporalShift(8, 0.5)
    generator = torch.Generator().manual_seed(3)
    with torch.no_grad():
        shift.weight.copy_(torch.randn(4, 1, 3, generator=generator))
        features = torch.randn(3, 2, 8, 5, 6, generator=generator)
        laid = features.flatten(0, 1).contiguous(memory_format=memory).unflatten(0, (3, 2))
        shifted = shift(laid).unflatten(0, (3, 2))
    expected = features.clone()
    for frame in range(3):
        for channel in range(4):
            near = [features[min(max(frame + step, 0), 2), :, channel] for step in (-1, 0, 1)]
            expected[frame, :, channel] = sum(
                weight * part for weight, part in zip(shift.weight[channel, 0], near, strict=True)
            )
    torch.testing.assert_close(shifted, expected)


def test_gated_convolution_is_one_convolution_times_the_sigmoid_of_another() -> None:
    torch.manual_seed(0)
    layer = GatedShiftConv(6, 5, small_temporal_config(), stride=2, dilation=2).eval()
    features = torch.randn(3, 2, 6, 9, 8)
    with torch.no_grad():
        frames = layer.shift(features)
        expected = F.leaky_relu(layer.feature(frames), 0.2) * layer.gate(frames).sigmoid()
        given = layer(features)
    torch.testing.assert_close(given.flatten(0, 1), expected)
