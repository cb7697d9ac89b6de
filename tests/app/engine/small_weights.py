"""A weights folder of small untrained networks: they choose badly, but they choose."""

from __future__ import annotations

import json
from pathlib import Path

import torch

from model.manifest import MANIFEST, SCHEMA, sha256
from model.networks.checkpoint import save_network
from model.networks.color_transform import ColorTransformNetwork
from model.networks.region_matcher import RegionMatcher, RegionMatcherConfig
from model.networks.temporal import TemporalNetwork
from tests.model.networks.small import small_color_config, small_temporal_config


def make_weights(folder: Path) -> Path:
    """Write the networks and their manifest into `folder`."""
    folder.mkdir()
    torch.manual_seed(0)
    networks = {
        "color_transform": ColorTransformNetwork(small_color_config()),
        "temporal": TemporalNetwork(small_temporal_config()),
        "region_matcher": RegionMatcher(RegionMatcherConfig(width=16, rounds=1, pair_width=4)),
    }
    entries = {}
    for name, network in networks.items():
        path = folder / f"{name}.safetensors"
        save_network(network, path, {})
        entries[name] = {"file": path.name, "sha256": sha256(path)}
    manifest = {"schema": SCHEMA, "networks": entries, "vote": {}, "confidence": {}}
    (folder / MANIFEST).write_text(json.dumps(manifest))
    return folder
