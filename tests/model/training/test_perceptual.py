from __future__ import annotations

import logging
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file
from torch import Tensor

from model.training.perceptual import VggFeatures, open_features
from tests.model.networks.small import small_network


def _weights(numbers: list[int], width: int = 3) -> dict[str, Tensor]:
    generator = torch.Generator().manual_seed(1)
    weights = {}
    for number in numbers:
        weights[f"features.{number}.weight"] = torch.randn(width, 3, 3, 3, generator=generator)
        weights[f"features.{number}.bias"] = torch.zeros(width)
    return weights


# Numbers of the convolutions in torchvision's layouts.
_VGG19 = [0, 2, 5, 7, 10, 12, 14, 16, 19, 21, 23, 25, 28]
_VGG16 = [0, 2, 5, 7, 10, 12, 14, 17, 19, 21, 24, 26, 28]


@pytest.mark.parametrize("numbers", [_VGG19, _VGG16])
def test_first_relu_of_each_of_five_levels_is_taken(numbers: list[int]) -> None:
    features = VggFeatures(_weights(numbers), "torchvision")
    maps = features(torch.rand(1, 3, 32, 32) * 2 - 1)
    assert [each.shape[-1] for each in maps] == [32, 16, 8, 4, 2]
    assert all((each >= 0).all() for each in maps)


def test_weights_that_end_early_give_fewer_levels() -> None:
    features = VggFeatures(_weights([0, 2, 5, 7, 10]), "rgb255")
    assert len(features(torch.zeros(1, 3, 16, 16))) == 3


def test_weights_for_bgr_see_the_same_picture() -> None:
    weights = _weights([0])
    flipped = {**weights, "features.0.weight": weights["features.0.weight"].flip(1)}
    picture = torch.rand(1, 3, 8, 8) * 2 - 1
    straight = VggFeatures(weights, "rgb255")(picture)[0]
    turned = VggFeatures(flipped, "bgr255")(picture)[0]
    torch.testing.assert_close(straight, turned, atol=1e-2, rtol=1e-2)


def test_unknown_kind_of_input_is_refused() -> None:
    with pytest.raises(ValueError, match="perceptual_input is one of"):
        VggFeatures(_weights([0]), "gray")


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "vgg.safetensors"
    save_file({key: value.half() for key, value in _weights(_VGG19).items()}, path)
    features = open_features(path, "rgb255", small_network())
    assert len(features(torch.zeros(1, 3, 32, 32))) == 5


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "vgg.safetensors"
    path.write_bytes(b"nothing")
    with pytest.raises(ValueError, match=r"vgg\.safetensors can not be read"):
        open_features(path, "rgb255", small_network())


def test_without_a_network_the_color_encoder_serves_and_the_log_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("TORCH_HOME", str(tmp_path))
    network = small_network()
    with caplog.at_level(logging.WARNING):
        features = open_features(None, "torchvision", network)
    assert "color encoder" in caplog.text
    picture = torch.rand(1, 3, 32, 32, requires_grad=True)
    maps = features(picture)
    assert [each.shape[-1] for each in maps] == [32, 16, 8]
    maps[-1].sum().backward()
    assert picture.grad is not None
    assert all(parameter.grad is None for parameter in network.parameters())
