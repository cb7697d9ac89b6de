"""The mean of several trainings."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
import torch
from safetensors import safe_open

from model.networks.checkpoint import load_region_matcher, save_network
from model.networks.region_matcher import RegionMatcher, RegionMatcherConfig
from model.training.average import main


def _trained(path: Path, seed: int, width: int = 16) -> RegionMatcher:
    torch.manual_seed(seed)
    network = RegionMatcher(RegionMatcherConfig(width=width, heads=2, rounds=1, pair_width=4))
    save_network(network, path, {"seed": seed})
    return network


def _run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> None:
    monkeypatch.setattr(sys, "argv", ["average", *map(str, arguments)])
    main()


def test_the_mean_lies_between_and_tells_what_it_is_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = _trained(tmp_path / "one.safetensors", 1)
    other = _trained(tmp_path / "other.safetensors", 2)
    out = tmp_path / "mean.safetensors"

    _run(
        monkeypatch,
        tmp_path / "one.safetensors",
        tmp_path / "other.safetensors",
        *("--shares", 3, 1, "--out", out),
    )

    mean = load_region_matcher(out).state_dict()
    for name, value in one.state_dict().items():
        wanted = 0.75 * value + 0.25 * other.state_dict()[name]
        assert torch.allclose(mean[name], wanted, atol=2e-3)
    with safe_open(out, framework="pt") as file:
        told = json.loads(file.metadata()["training"])
    assert told == {"mean_of": [{"share": 3.0, "seed": 1}, {"share": 1.0, "seed": 2}]}


def test_networks_of_other_widths_have_no_mean(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _trained(tmp_path / "one.safetensors", 1)
    _trained(tmp_path / "wide.safetensors", 2, width=32)

    with pytest.raises(SystemExit):
        _run(
            monkeypatch,
            tmp_path / "one.safetensors",
            tmp_path / "wide.safetensors",
            *("--out", tmp_path / "mean.safetensors"),
        )

    assert "wide.safetensors has other widths" in capsys.readouterr().err
    assert not (tmp_path / "mean.safetensors").exists()
