"""Features for the perceptual and style losses (paper equations 7 and 8); never a download."""

from __future__ import annotations

import logging
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn

from model.networks.checkpoint import folded
from model.networks.color_transform import ColorTransformNetwork

_LOG = logging.getLogger(__name__)

# Mean and spread that each kind of network wants taken from RGB values in [0, 255].
_MEAN = {
    "torchvision": (123.675, 116.28, 103.53),
    "rgb255": (123.68, 116.78, 103.94),
    "bgr255": (123.68, 116.779, 103.939),
}
_SPREAD = {
    "torchvision": (58.395, 57.12, 57.375),
    "rgb255": (1.0, 1.0, 1.0),
    "bgr255": (1.0, 1.0, 1.0),
}
# Features of the two kinds that read values up to 255 are about this much larger.
_FEATURE_SCALE = {"torchvision": 1.0, "rgb255": 57.0, "bgr255": 57.0}
_CACHED_NAME = "vgg19-*.pth"


class VggFeatures(nn.Module):
    """ReLU 1_1 to 5_1 of a VGG network, as many of them as the weights reach.

    Args:
        weights: `features.N.weight` and `.bias` as torchvision numbers them: N+1 is the ReLU of
            convolution N, and where the next convolution is N+3, a pooling lies between.
        kind: "torchvision", "rgb255" or "bgr255", what the input looked like in training.

    Raises:
        ValueError: unknown kind.
    """

    mean: Tensor
    spread: Tensor

    def __init__(self, weights: dict[str, Tensor], kind: str) -> None:
        super().__init__()
        if kind not in _MEAN:
            raise ValueError(f"perceptual_input is one of {', '.join(_MEAN)}, not {kind!r}.")
        self.register_buffer("mean", torch.tensor(_MEAN[kind])[:, None, None])
        self.register_buffer("spread", torch.tensor(_SPREAD[kind])[:, None, None])
        self._scale = _FEATURE_SCALE[kind]
        numbers = sorted(
            int(name.split(".")[1])
            for name in weights
            if name.startswith("features.") and name.endswith(".weight")
        )
        self.convolutions = nn.ModuleList()
        self.pooled_before: list[bool] = []
        for place, number in enumerate(numbers):
            weight = weights[f"features.{number}.weight"].float()
            if place == 0 and kind == "bgr255":
                weight = weight.flip(1)
            conv = nn.Conv2d(weight.shape[1], weight.shape[0], 3, padding=1)
            conv.weight = nn.Parameter(weight.contiguous())
            conv.bias = nn.Parameter(weights[f"features.{number}.bias"].float())
            self.convolutions.append(conv)
            self.pooled_before.append(place > 0 and number - numbers[place - 1] == 3)
        self.requires_grad_(False)

    def forward(self, colors: Tensor) -> list[Tensor]:
        """(B, 3, H, W) colors in [-1, 1] to the feature maps."""
        features = ((colors + 1) * 127.5 - self.mean) / self.spread
        maps = []
        for place, conv in enumerate(self.convolutions):
            if self.pooled_before[place]:
                features = F.max_pool2d(features, 2)
            features = F.relu(conv(features))
            if place == 0 or self.pooled_before[place]:
                maps.append(features / self._scale)
        return maps


class EncoderFeatures(nn.Module):
    """The layers of a frozen copy of EnC, for want of a network trained on photographs."""

    def __init__(self, network: ColorTransformNetwork) -> None:
        super().__init__()
        self.layers = folded(network).color_encoder

    def forward(self, colors: Tensor) -> list[Tensor]:
        """(B, 3, H, W) colors in [-1, 1] to the output of each layer."""
        maps = []
        for layer in self.layers.children():
            colors = layer(colors)
            maps.append(colors)
        return maps


def open_features(path: Path | None, kind: str, network: ColorTransformNetwork) -> nn.Module:
    """The best feature network at hand; the log says which.

    Args:
        path: of a safetensors file; None: look for VGG-19 in the local torch cache.
        kind: what input that file's network wants.
        network: whose color encoder serves where there is none.

    Returns:
        A module from colors to feature maps.

    Raises:
        ValueError: the file at `path` can not be read.
    """
    if path is not None:
        try:
            weights = load_file(path)
        except (OSError, SafetensorError) as error:
            raise ValueError(
                f"{path} can not be read as a perceptual network ({error}); check the path."
            ) from error
        _LOG.info("perceptual network: %s", path.name)
        return VggFeatures(weights, kind)
    cached = sorted((Path(torch.hub.get_dir()) / "checkpoints").glob(_CACHED_NAME))
    if cached:
        _LOG.info("perceptual network: %s of the local torch cache", cached[0].name)
        return VggFeatures(torch.load(cached[0], weights_only=True), "torchvision")
    _LOG.warning("no perceptual network found: features of the frozen color encoder serve instead")
    return EncoderFeatures(network)
