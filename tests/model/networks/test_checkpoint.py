from __future__ import annotations

from pathlib import Path

import pytest
import torch
from safetensors import safe_open
from safetensors.torch import load_file, save_file

from model.networks.checkpoint import load_color_transform, load_temporal, save_network
from model.networks.color_transform import ColorTransformNetwork
from model.networks.temporal import TemporalNetwork
from tests.model.networks.small import drawings, small_network, small_temporal_config


def _colors(network: ColorTransformNetwork) -> torch.Tensor:
    lines, distances, colors = drawings(1, 2, 32, 32)
    with torch.no_grad():
        references = network.encode_references(lines, distances, colors)
        return network(lines[:, 0], distances[:, 0], references).color


@pytest.mark.parametrize("name", ["shiage", "paper"])
def test_saved_network_colors_as_before(tmp_path: Path, name: str) -> None:
    path = tmp_path / "color.safetensors"
    network = small_network(name)
    save_network(network, path, {"steps": 3})
    loaded = load_color_transform(path)
    torch.testing.assert_close(_colors(loaded), _colors(network), atol=0.02, rtol=0.02)
    assert not any(parameter.requires_grad for parameter in loaded.parameters())
    with safe_open(path, framework="pt") as file:
        assert file.metadata()["training"] == '{"steps": 3}'
    assert {value.dtype for value in load_file(path).values()} == {torch.float16}


def test_saved_temporal_network_loads(tmp_path: Path) -> None:
    path = tmp_path / "temporal.safetensors"
    network = TemporalNetwork(small_temporal_config())
    save_network(network, path, {})
    lines, _, colors = drawings(1, 3, 32, 32)
    is_key = torch.tensor([[True, False, True]])
    torch.testing.assert_close(
        load_temporal(path)(lines, colors, is_key),
        network.eval()(lines, colors, is_key),
        atol=0.02,
        rtol=0.02,
    )


def test_file_of_another_network_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "temporal.safetensors"
    save_network(TemporalNetwork(small_temporal_config()), path, {})
    with pytest.raises(ValueError, match=r"temporal\.safetensors holds no color_transform network"):
        load_color_transform(path)


def test_truncated_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "color.safetensors"
    save_network(small_network(), path, {})
    path.write_bytes(path.read_bytes()[:-1000])
    with pytest.raises(ValueError, match=r"color\.safetensors can not be read"):
        load_color_transform(path)


def test_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"gone\.safetensors can not be read"):
        load_color_transform(tmp_path / "gone.safetensors")


def test_missing_weights_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "color.safetensors"
    save_network(small_network(), path, {})
    with safe_open(path, framework="pt") as file:
        header = file.metadata()
    tensors = load_file(path)
    tensors.pop("similarity.log_scale")
    save_file(tensors, path, metadata=header)
    with pytest.raises(ValueError, match="does not hold the weights"):
        load_color_transform(path)


def test_config_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "color.safetensors"
    save_file(
        {"weight": torch.zeros(1)},
        path,
        metadata={"kind": "color_transform", "config": '{"depth": 3}'},
    )
    with pytest.raises(ValueError, match="config that this version does not understand"):
        load_color_transform(path)
