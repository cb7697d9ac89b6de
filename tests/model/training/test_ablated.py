from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torch import Tensor

from model.networks.checkpoint import load_color_transform, save_network
from model.networks.color_transform import ColorTransformNetwork, ColorTransformOutput
from model.training.ablated import (
    ABLATED_KIND,
    AblatedColorTransform,
    build_color_network,
    load_color_network,
)
from model.training.config import PARTS, load_config
from tests.model.networks.small import drawings, small_color_config


def _network(*without: str, preset: str = "shiage") -> ColorTransformNetwork:
    torch.manual_seed(0)
    return build_color_network(small_color_config(preset), without).eval()


def _colored(
    network: ColorTransformNetwork, keys: list[Tensor], target: list[Tensor], **wanted: Tensor
) -> ColorTransformOutput:
    lines, distances, _ = target
    with torch.no_grad():
        references = network.encode_references(*keys)
        output: ColorTransformOutput = network(lines[:, 0], distances[:, 0], references, **wanted)
    return output


def _inputs() -> tuple[list[Tensor], list[Tensor]]:
    return drawings(1, 2, 32, 32), drawings(1, 1, 32, 32, seed=5)


def _same(one: ColorTransformOutput, other: ColorTransformOutput) -> bool:
    return torch.equal(one.color, other.color) and torch.equal(one.mid, other.mid)


@pytest.mark.parametrize("preset", ["shiage", "paper"])
def test_without_sim_and_embedder_nothing_of_the_keys_is_left(preset: str) -> None:
    network = _network("sim", "embedder", preset=preset)
    keys, target = _inputs()
    other = drawings(1, 2, 32, 32, seed=9)
    assert _same(_colored(network, keys, target), _colored(network, other, target))


@pytest.mark.parametrize("part", ["sim", "embedder"])
def test_without_one_of_them_the_other_still_tells_of_the_keys(part: str) -> None:
    network = _network(part)
    keys, target = _inputs()
    assert not _same(
        _colored(network, keys, target), _colored(network, drawings(1, 2, 32, 32, seed=9), target)
    )


def test_without_sim_key_colors_reach_the_output_through_the_style_alone() -> None:
    keys, (lines, distances, _) = _inputs()
    colors = drawings(1, 2, 32, 32, seed=9)[2]
    for network, alike in ((_network("sim"), True), (_network(), False)):
        with torch.no_grad():
            references = network.encode_references(*keys)
            other = network.encode_references(keys[0], keys[1], colors)
            mixed = replace(other, styles=references.styles)
            one, two = (network(lines[:, 0], distances[:, 0], each) for each in (references, mixed))
        assert _same(one, two) == alike


def test_without_sim_its_latent_decoder_sees_nothing() -> None:
    network = _network("sim")
    sim, _ = network.latent_images(_colored(network, *_inputs()))
    assert (sim == sim[..., :1, :1]).all()


def test_without_sim_labels_are_still_carried() -> None:
    keys, target = _inputs()
    labels = torch.rand(1, 2, 7, 8, 8)
    whole, ablated = (
        _colored(network, keys, target, labels=labels) for network in (_network(), _network("sim"))
    )
    torch.testing.assert_close(whole.labels, ablated.labels)


def test_without_the_embedder_the_lines_of_the_keys_do_not_matter() -> None:
    keys, target = _inputs()
    blank = [torch.ones_like(keys[0]), *keys[1:]]
    whole, ablated = _network(), _network("embedder")
    assert not _same(_colored(whole, keys, target), _colored(whole, blank, target))
    assert _same(_colored(ablated, keys, target), _colored(ablated, blank, target))


def test_without_the_line_the_line_of_the_drawing_does_not_matter() -> None:
    keys, target = _inputs()
    blank = [torch.ones_like(target[0]), *target[1:]]
    whole, ablated = _network(), _network("line")
    assert not _same(_colored(whole, keys, target), _colored(whole, keys, blank))
    assert _same(_colored(ablated, keys, target), _colored(ablated, keys, blank))
    assert _same(_colored(ablated, keys, target), _colored(whole, keys, blank))


def test_without_the_distance_field_its_place_is_taken_by_the_line_art() -> None:
    keys, target = _inputs()
    for drawing in (keys, target):
        drawing[0] = (drawing[0] > 0.3).float()
        drawing[1] = drawing[0] * (0.1 + 0.9 * drawing[1])
    line_art = [[lines, lines, colors] for lines, _, colors in (keys, target)]
    whole, ablated = _network(), _network("distance")
    assert _same(_colored(ablated, keys, target), _colored(whole, *line_art))
    assert not _same(_colored(whole, keys, target), _colored(whole, *line_art))


@pytest.mark.parametrize("part", PARTS)
def test_parameters_have_the_names_and_first_values_of_the_whole_network(part: str) -> None:
    whole, ablated = _network().state_dict(), _network(part).state_dict()
    assert whole.keys() == ablated.keys()
    assert all(torch.equal(whole[key], ablated[key]) for key in whole)


def test_nothing_left_out_is_the_whole_network() -> None:
    assert type(_network()) is ColorTransformNetwork


def test_exported_it_is_not_taken_for_a_whole_network(tmp_path: Path) -> None:
    path = tmp_path / "color_transform.safetensors"
    network = _network("sim")
    save_network(network, path, {}, ABLATED_KIND)
    with pytest.raises(ValueError, match="holds no color_transform network"):
        load_color_transform(path)
    loaded = load_color_network(path, ["sim"])
    assert isinstance(loaded, AblatedColorTransform)
    assert loaded.config == replace(small_color_config(), spectral_norm=False)
    keys, target = _inputs()
    expected = _colored(network, keys, target).color
    torch.testing.assert_close(_colored(loaded, keys, target).color, expected, atol=0.02, rtol=0.02)


def test_unknown_parts_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no parts hair to leave out"):
        _network("hair", "line")
    path = tmp_path / "config.json"
    for text, complaint in (
        ('{"without": ["hair"]}', "without is a list of parts out of sim, embedder"),
        ('{"without": "sim"}', "without is a list of parts"),
        ('{"without": ["sim"], "stage": "temporal"}', "this run trains another"),
    ):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(ValueError, match=complaint):
            load_config(path)


def test_parts_to_leave_out_are_read_from_the_config(tmp_path: Path) -> None:
    path = tmp_path / "config.json"
    path.write_text('{"without": ["sim", "line"]}', encoding="utf-8")
    assert load_config(path).without == ("sim", "line")
    path.write_text("{}", encoding="utf-8")
    assert load_config(path).without == ()
