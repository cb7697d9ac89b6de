"""Networks in safetensors files: plain half-precision weights, their config in the header."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import nn

from model.networks.blocks import folded_state
from model.networks.color_transform import ColorTransformNetwork
from model.networks.config import (
    ColorTransformConfig,
    Config,
    TemporalConfig,
    config_from_dict,
    config_to_dict,
)
from model.networks.line_completion import LineCompletion, LineCompletionConfig
from model.networks.region_matcher import RegionMatcher, RegionMatcherConfig
from model.networks.temporal import TemporalNetwork

NetworkT = TypeVar("NetworkT", bound=nn.Module)

_COLOR_KIND = "color_transform"
_TEMPORAL_KIND = "temporal"
_MATCHER_KIND = "region_matcher"
_COMPLETION_KIND = "line_completion"
_KINDS: dict[type[nn.Module], str] = {
    ColorTransformNetwork: _COLOR_KIND,
    TemporalNetwork: _TEMPORAL_KIND,
    RegionMatcher: _MATCHER_KIND,
    LineCompletion: _COMPLETION_KIND,
}


def save_network(
    network: ColorTransformNetwork | TemporalNetwork | RegionMatcher | LineCompletion,
    path: Path,
    training: Mapping[str, Any],
    kind: str | None = None,
) -> None:
    """Write a network for use: spectral norm folded away, weights in fp16.

    Args:
        network: is left as it is.
        path: of the safetensors file.
        training: how it was trained, in values that JSON can hold.
        kind: what the file says it holds; None: what the network is. Another one keeps a network
            that is not whole from being loaded as one that is.
    """
    tensors = {name: value.half().contiguous() for name, value in folded_state(network).items()}
    save_file(
        tensors,
        path,
        metadata={
            "kind": kind or _KINDS[type(network)],
            "config": json.dumps(config_to_dict(network.config)),
            "training": json.dumps(dict(training)),
        },
    )


def folded(network: ColorTransformNetwork) -> ColorTransformNetwork:
    """A copy without spectral norm that gives the same results, faster; for use, not training."""
    copied = ColorTransformNetwork(replace(network.config, spectral_norm=False))
    copied.load_state_dict(folded_state(network))
    return copied.eval().requires_grad_(False)


def load_color_transform(path: Path) -> ColorTransformNetwork:
    """The color transform network of a file that `save_network` wrote, on the CPU, in fp32.

    Raises:
        ValueError: the file is missing, damaged or of another kind.
    """

    def build(config: ColorTransformConfig) -> ColorTransformNetwork:
        return ColorTransformNetwork(replace(config, spectral_norm=False))

    return load_network(path, _COLOR_KIND, ColorTransformConfig, build)


def load_temporal(path: Path) -> TemporalNetwork:
    """The temporal constraint network of such a file; see `load_color_transform`."""

    def build(config: TemporalConfig) -> TemporalNetwork:
        return TemporalNetwork(replace(config, spectral_norm=False))

    return load_network(path, _TEMPORAL_KIND, TemporalConfig, build)


def load_region_matcher(path: Path) -> RegionMatcher:
    """The region matcher of such a file; see `load_color_transform`."""
    return load_network(path, _MATCHER_KIND, RegionMatcherConfig, RegionMatcher)


def load_line_completion(path: Path) -> LineCompletion:
    """The network that completes lines, of such a file; see `load_color_transform`."""
    return load_network(path, _COMPLETION_KIND, LineCompletionConfig, LineCompletion)


def load_network(
    path: Path, kind: str, config: type[Config], build: Callable[[Config], NetworkT]
) -> NetworkT:
    """The network of a file that `save_network` wrote, on the CPU, in fp32, for use.

    Args:
        path: of the safetensors file.
        kind: what the file must say it holds.
        config: of the network.
        build: makes it, without spectral norm.

    Raises:
        ValueError: the file is missing, damaged or of another kind.
    """
    network = build(_config(path, config, _header(path, kind)))
    _fill(network, path)
    return network


def _header(path: Path, kind: str) -> dict[str, str]:
    try:
        with safe_open(path, framework="pt") as file:
            header = file.metadata() or {}
    except (OSError, SafetensorError) as error:
        raise ValueError(
            f"{path} can not be read as network weights ({error}); restore the file."
        ) from error
    if header.get("kind") != kind:
        raise ValueError(
            f"{path} holds no {kind} network but {header.get('kind', 'something else')!r}; "
            "choose the right file."
        )
    return header


def _config(path: Path, kind: type[Config], header: dict[str, str]) -> Config:
    try:
        return config_from_dict(kind, json.loads(header["config"]))
    except (KeyError, TypeError, ValueError) as error:
        raise ValueError(
            f"{path} has a network config that this version does not understand ({error}); "
            "restore the file or train it again."
        ) from error


def _fill(network: nn.Module, path: Path) -> None:
    try:
        with safe_open(path, framework="pt") as file:
            tensors = {name: file.get_tensor(name).float() for name in file.keys()}  # noqa: SIM118
        network.load_state_dict(tensors)
    except (SafetensorError, RuntimeError) as error:
        raise ValueError(
            f"{path} does not hold the weights that its config describes; restore the file."
        ) from error
    if not all(torch.isfinite(value).all() for value in tensors.values()):
        raise ValueError(f"{path} holds weights that are not numbers; restore the file.")
    network.eval().requires_grad_(False)
