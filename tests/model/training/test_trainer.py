from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from PIL import Image
from safetensors import safe_open
from safetensors.torch import load_file

from model.networks import config as network_config
from model.networks.checkpoint import load_color_transform, load_temporal, save_network
from model.training.config import load_config
from model.training.trainer import train
from tests.model.networks.small import small_color_config, small_network, small_temporal_config
from tests.model.training.shots import write_shot


@pytest.fixture(autouse=True)
def _small_networks(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = network_config.NetworksConfig(small_color_config(), small_temporal_config())
    monkeypatch.setitem(network_config._PRESETS, "shiage", sizes)


def _config(folder: Path, **changes: Any) -> Path:
    write_shot(folder / "shots" / "ball", 4, (200, 30, 40))
    values = {
        "minutes": 100,
        "batch": 2,
        "generator_rate": 0.003,
        "device": "cpu",
        "ema": 0.9,
        "losses": {"perceptual": 0, "style": 0, "adversarial": 0, "matching": 1},
        "data": {
            "shots": str(folder / "shots"),
            "shows_share": 0,
            "sizes": [32],
            "references": [2],
            "sequence": 3,
            "workers": 0,
        },
        **changes,
    }
    path = folder / "config.json"
    path.write_text(json.dumps(values), encoding="utf-8")
    return path


def _steps(run: Any, count: int) -> list[dict[str, float]]:
    losses = [next(run).losses for _ in range(count)]
    run.close()
    return losses


def test_the_color_network_learns_and_is_exported(tmp_path: Path) -> None:
    out = tmp_path / "out"
    losses = _steps(train(_config(tmp_path), out), 30)
    assert set(losses[0]) == {"l1", "latent", "matching", "matched"}
    first, last = (sum(each["matching"] for each in part) for part in (losses[:8], losses[-8:]))
    assert last < 0.9 * first
    network = load_color_transform(out / "color_transform.safetensors")
    assert network.config == replace(small_color_config(), spectral_norm=False)


def test_a_run_is_taken_up_again_where_it_ended(tmp_path: Path) -> None:
    config = _config(tmp_path)
    _steps(train(config, tmp_path / "whole"), 6)
    _steps(train(config, tmp_path / "halves"), 3)
    second = train(config, tmp_path / "halves", resume=tmp_path / "halves")
    assert next(second).step == 4
    _steps(second, 2)
    whole = load_file(tmp_path / "whole" / "state.safetensors")
    halves = load_file(tmp_path / "halves" / "state.safetensors")
    assert whole.keys() == halves.keys()
    for key in ("average.decoder.to_color.bias", "optimizer.0.exp_avg"):
        torch.testing.assert_close(whole[key], halves[key], atol=1e-4, rtol=1e-2)


def test_a_run_ends_when_its_minutes_are_spent_and_shows_a_preview(tmp_path: Path) -> None:
    out = tmp_path / "out"
    run = list(train(_config(tmp_path), out, minutes=0.02))
    assert run[-1].minutes >= 0.02
    assert run[-1].total_minutes == 0.02
    sheets = list(out.glob("preview_*.png"))
    assert len(sheets) == 1
    with Image.open(sheets[0]) as sheet:
        assert sheet.size == (8 * 36, 2 * 36)
    assert "l1" in (out / "log.txt").read_text(encoding="utf-8")


def test_first_share_of_the_time_trains_the_matching_alone(tmp_path: Path) -> None:
    run = train(_config(tmp_path, matching_share=1.0), tmp_path / "out")
    assert set(_steps(run, 1)[0]) == {"matching", "matched"}


def test_every_loss_of_the_paper_can_be_switched_on(tmp_path: Path) -> None:
    run = train(_config(tmp_path, losses={"matching": 1}), tmp_path / "out")
    losses = _steps(run, 2)[-1]
    names = {"l1", "perceptual", "style", "latent", "adversarial", "matching", "adversary"}
    assert names <= set(losses)


def test_the_temporal_network_trains_on_the_color_networks_output(tmp_path: Path) -> None:
    colors = tmp_path / "color.safetensors"
    save_network(small_network(), colors, {})
    path = _config(
        tmp_path,
        stage="temporal",
        color_network=str(colors),
        generator_rate=0.01,
        losses={"perceptual": 0, "style": 0},
    )
    losses = _steps(train(path, tmp_path / "out"), 25)
    assert {"l1", "adversarial", "adversary", "l1_before", "l1_after"} == set(losses[0])
    first, last = (
        sum(each["l1_after"] for each in part) / sum(each["l1_before"] for each in part)
        for part in (losses[:5], losses[-5:])
    )
    assert last < first
    load_temporal(tmp_path / "out" / "temporal.safetensors")


def test_the_temporal_network_needs_a_color_network(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="needs color_network"):
        next(train(_config(tmp_path, stage="temporal"), tmp_path / "out"))


def test_a_folder_without_a_run_can_not_be_taken_up(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"state\.safetensors can not be taken up again"):
        next(train(_config(tmp_path), tmp_path / "out", resume=tmp_path))


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("{", "can not be read as a training config"),
        ('{"speed": 1}', "unknown fields: speed"),
        ('{"losses": {"l2": 1}}', "unknown fields: l2"),
        ('{"stage": "sound"}', 'stage is "color" or "temporal"'),
        ('{"data": 3}', "wants an object"),
    ],
)
def test_a_config_that_is_none_is_refused(tmp_path: Path, text: str, complaint: str) -> None:
    path = tmp_path / "config.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=complaint):
        load_config(path)


def test_the_defaults_are_those_of_the_paper(tmp_path: Path) -> None:
    path = tmp_path / "config.json"
    path.write_text("{}", encoding="utf-8")
    config = load_config(path)
    assert (config.generator_rate, config.discriminator_rate) == (1e-4, 1e-5)
    assert (config.betas, config.batch) == ((0.5, 0.999), 4)
    losses = config.losses
    weights = (losses.l1, losses.perceptual, losses.style, losses.latent, losses.adversarial)
    assert weights == (10, 1, 1000, 1, 1)


def test_exported_weights_tell_how_they_were_trained_but_no_folder(tmp_path: Path) -> None:
    out = tmp_path / "out"
    _steps(train(_config(tmp_path), out), 1)
    with safe_open(out / "color_transform.safetensors", "np") as file:
        told = file.metadata()["training"]
    assert json.loads(told)["config"]["data"]["shots"] == "shots"
    assert str(tmp_path) not in told
