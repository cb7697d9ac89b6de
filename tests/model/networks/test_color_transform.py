from __future__ import annotations

import pytest
import torch

from model.networks.blocks import cells
from model.networks.checkpoint import folded
from model.networks.color_transform import ColorTransformNetwork
from model.networks.config import preset
from tests.model.networks.small import drawings, encoded, small_color_config, small_network


@pytest.mark.parametrize("name", ["shiage", "paper"])
@pytest.mark.parametrize(("height", "width"), [(33, 50), (5, 47), (64, 64)])
def test_output_has_the_size_of_the_drawing(name: str, height: int, width: int) -> None:
    network = small_network(name)
    lines, distances, colors = drawings(2, 3, height, width)
    references = network.encode_references(lines, distances, colors)
    labels = torch.rand(2, 3, 7, cells(height), cells(width))
    output = network(lines[:, 0], distances[:, 0], references, labels=labels, with_matching=True)
    for image in (output.color, *network.latent_images(output)):
        assert image.shape == (2, 3, height, width)
        assert image.abs().max() <= 1
    grid = cells(height) * cells(width)
    assert output.matching is not None
    assert output.matching.shape == (2, grid, 3 * grid)
    torch.testing.assert_close(output.matching.exp().sum(-1), torch.ones(2, grid))
    assert output.labels is not None
    assert output.labels.shape == (2, 7, cells(height), cells(width))


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_any_number_of_references_colors_the_drawing(count: int) -> None:
    network = small_network()
    lines, distances, _ = drawings(1, 1, 32, 32, seed=5)
    output = network(lines[:, 0], distances[:, 0], encoded(network, 1, count, 32))
    assert output.color.shape == (1, 3, 32, 32)
    assert torch.isfinite(output.color).all()


def test_no_reference_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one reference"):
        small_network().encode_references(*drawings(1, 0, 32, 32))


def test_target_of_another_size_than_its_references_is_refused() -> None:
    network = small_network()
    lines, distances, _ = drawings(1, 1, 32, 48)
    with pytest.raises(ValueError, match="48x32 pixels, its references are 32x32"):
        network(lines[:, 0], distances[:, 0], encoded(network, 1, 2, 32))


@pytest.mark.parametrize("name", ["shiage", "paper"])
def test_a_batch_gives_what_its_members_give_alone(name: str) -> None:
    network = small_network(name)
    references = drawings(2, 2, 40, 36)
    lines, distances, _ = drawings(2, 1, 40, 36, seed=7)
    with torch.no_grad():
        together = network(lines[:, 0], distances[:, 0], network.encode_references(*references))
        for index in range(2):
            row = slice(index, index + 1)
            alone = network(
                lines[row, 0],
                distances[row, 0],
                network.encode_references(*(part[row] for part in references)),
            )
            torch.testing.assert_close(together.color[row], alone.color, atol=1e-5, rtol=1e-4)


def test_order_of_the_references_does_not_matter() -> None:
    network = small_network()
    references = encoded(network, 1, 4, 32)
    lines, distances, _ = drawings(1, 1, 32, 32, seed=5)
    with torch.no_grad():
        given = network(lines[:, 0], distances[:, 0], references)
        turned = network(lines[:, 0], distances[:, 0], references.subset([2, 0, 3, 1]))
    torch.testing.assert_close(given.color, turned.color, atol=1e-5, rtol=1e-4)


def test_a_subset_equals_encoding_only_those_references() -> None:
    network = small_network()
    parts = drawings(1, 3, 32, 32)
    lines, distances, _ = drawings(1, 1, 32, 32, seed=5)
    with torch.no_grad():
        subset = network.encode_references(*parts).subset([0, 2])
        fewer = network.encode_references(*(part[:, [0, 2]] for part in parts))
        assert subset.count == 2
        torch.testing.assert_close(
            network(lines[:, 0], distances[:, 0], subset).color,
            network(lines[:, 0], distances[:, 0], fewer).color,
            atol=1e-5,
            rtol=1e-4,
        )


def test_transport_alone_carries_labels_as_the_full_network_does() -> None:
    network = small_network()
    references = encoded(network, 1, 2, 32)
    lines, distances, _ = drawings(1, 1, 32, 32, seed=5)
    labels = torch.nn.functional.one_hot(torch.randint(0, 6, (1, 2, 8, 8)), 6)
    labels = labels.permute(0, 1, 4, 2, 3).float()
    with torch.no_grad():
        full = network(lines[:, 0], distances[:, 0], references, labels=labels)
        alone = network.transport(distances[:, 0], references, labels)
    torch.testing.assert_close(full.labels, alone)
    torch.testing.assert_close(alone.sum(1), torch.ones(1, 8, 8))


@pytest.mark.parametrize("name", ["shiage", "paper"])
def test_gradients_reach_every_parameter(name: str) -> None:
    network = small_network(name).train()
    lines, distances, colors = drawings(1, 2, 32, 32)
    output = network(
        lines[:, 0],
        distances[:, 0],
        network.encode_references(lines, distances, colors),
        with_matching=True,
    )
    assert output.matching is not None
    weights = torch.linspace(0, 1, output.matching.numel()).view_as(output.matching)
    images = (output.color, *network.latent_images(output))
    loss = sum(image.square().mean() for image in images)
    (loss + (weights * output.matching).mean()).backward()
    without = [
        key
        for key, parameter in network.named_parameters()
        if parameter.grad is None or not parameter.grad.abs().sum() > 0
    ]
    assert without == []


@pytest.mark.parametrize("name", ["shiage", "paper"])
def test_folding_spectral_norm_away_keeps_the_colors(name: str) -> None:
    network = small_network(name).train()
    parts = drawings(1, 2, 32, 32)
    with torch.no_grad():
        for _ in range(30):
            network(parts[0][:, 0], parts[1][:, 0], network.encode_references(*parts))
        network.eval()
        plain = folded(network)
        assert not any("parametrizations" in key for key in plain.state_dict())
        before, after = (
            each(parts[0][:, 0], parts[1][:, 0], each.encode_references(*parts)).color
            for each in (network, plain)
        )
    torch.testing.assert_close(before, after, atol=1e-3, rtol=1e-3)


def test_untrained_default_network_already_gives_carried_colors() -> None:
    """Keys of one flat color leave nothing to match: the drawing gets about that color."""
    network = small_network()
    lines, distances, colors = drawings(1, 2, 32, 32)
    flat = torch.tensor([0.8, -0.6, 0.2])[:, None, None].expand_as(colors)
    with torch.no_grad():
        references = network.encode_references(lines, distances, flat)
        color = network(lines[:, 0], distances[:, 0], references).color
    assert (color - flat[:, 0]).abs().max() < 0.3


def test_spectral_norm_is_on_encoders_and_decoder_but_not_on_the_embedder() -> None:
    keys = ColorTransformNetwork(small_color_config("paper")).state_dict()
    normed = {key.split(".")[0] for key in keys if "parametrizations" in key}
    assert normed == {"line_encoder", "distance_encoder", "color_encoder", "decoder"}


def test_shipped_sizes_stay_within_their_budget() -> None:
    network = ColorTransformNetwork(preset("shiage").color)
    assert sum(parameter.numel() for parameter in network.parameters()) <= 3_000_000


def test_unknown_preset_is_refused() -> None:
    with pytest.raises(ValueError, match="choose one of: paper, shiage"):
        preset("fast")
