from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from safetensors.torch import save_file
from torch import Tensor

from model.evaluation import ablation
from model.evaluation.ablation import AblationRequest, main, run_ablation
from model.evaluation.ablation_results import as_markdown, read_results
from model.evaluation.ablation_rows import BASE, ROWS, Budget, color_training, temporal_training
from model.evaluation.footage import BenchmarkError, FinishedShot, read_shot
from model.evaluation.raw_networks import Figures, RawNetworks, measure
from model.networks import config as network_config
from model.networks.temporal import TemporalNetwork
from tests.model.evaluation.shots import SIZE, write_shot
from tests.model.networks.small import (
    small_color_config,
    small_network,
    small_temporal_config,
)
from tests.model.training import shots as training_shots


@pytest.fixture(autouse=True)
def _small_networks(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("shiage", "paper"):
        sizes = network_config.NetworksConfig(small_color_config(name), small_temporal_config(name))
        monkeypatch.setitem(network_config._PRESETS, name, sizes)


@pytest.fixture
def wanted(tmp_path: Path) -> AblationRequest:
    """One step on two samples for each network; shots alone, as procedural shows take time."""
    write_shot(tmp_path / "shots" / "walk", [0, 2, 4, 30])
    write_shot(tmp_path / "shots" / "stand", [5, 5, 8])
    training_shots.write_shot(tmp_path / "train" / "ball", 4, (200, 30, 40))
    training_shots.write_shot(tmp_path / "stills" / "dicebear_ball", 2, (20, 130, 40))
    weights = {
        f"features.{number}.{name}": torch.rand(*shape)
        for number in (0, 2)
        for name, shape in (("weight", (3, 3, 3, 3)), ("bias", (3,)))
    }
    save_file(weights, tmp_path / "vgg.safetensors")
    budget = Budget(
        tmp_path / "train",
        tmp_path / "stills",
        tmp_path / "vgg.safetensors",
        minutes=1e-6,
        threads=0,
        shares=(1, 0, 0),
        batch=2,
    )
    return AblationRequest(tmp_path / "shots", budget, tmp_path / "out", side=32)


def _no_training(*_: Any) -> None:
    raise AssertionError("trained again")


def test_rows_are_trained_measured_and_told(wanted: AblationRequest) -> None:
    rows = [BASE, "full", "no_sim", "paper_preset"]
    assert list(run_ablation(replace(wanted, rows=rows))) == rows
    results = read_results(wanted.out)
    assert list(results) == rows
    for name, found in results.items():
        assert set(found["shots"]) == {"walk", "stand"}
        for figure in ("mse", "psnr", "ssim"):
            mean = np.mean([shot[figure] for shot in found["shots"].values()])
            assert found[figure] == pytest.approx(mean)
        assert found["steps"] == ([1, 1] if name == "full" else [1])
        assert str(wanted.out) not in str(found["settings"])
    table = as_markdown(results)
    assert "| no_sim | No Sim | 0.0220 | 17.27 | 0.770 | " in table
    assert "| full | Full | 0.0101 | 22.81 | 0.870 | " in table
    assert f"{results['paper_preset']['psnr']:.2f}" in table
    assert table.count("\n| ") == len(rows)
    assert f"All other rows are measured without one and compare with `{BASE}`" in table


def test_what_is_finished_is_not_done_again(
    wanted: AblationRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    some = replace(wanted, rows=(BASE, "no_line"))
    list(run_ablation(some))
    before = read_results(wanted.out)
    monkeypatch.setattr(ablation, "Trainer", _no_training)
    assert list(run_ablation(some)) == [BASE, "no_line"]
    assert read_results(wanted.out) == before
    list(run_ablation(replace(some, side=48, rows=(BASE,))))
    after = read_results(wanted.out)
    assert after["no_line"] == before["no_line"]
    assert after[BASE]["mse"] != before[BASE]["mse"]
    with pytest.raises(AssertionError, match="trained again"):
        list(run_ablation(replace(some, budget=replace(some.budget, seed=2))))


def test_rows_that_were_done_outlast_a_row_that_fails(
    wanted: AblationRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = run_ablation(replace(wanted, rows=(BASE, "no_style")))
    next(run)
    monkeypatch.setattr(ablation, "Trainer", _no_training)
    with pytest.raises(AssertionError, match="trained again"):
        next(run)
    assert list(read_results(wanted.out)) == [BASE]


def test_a_row_differs_from_the_base_in_what_it_is_named_after(wanted: AblationRequest) -> None:
    base = asdict(color_training(ROWS[BASE], wanted.budget))
    changes = {}
    for name, row in ROWS.items():
        config = asdict(color_training(row, wanted.budget))
        assert config["data"] == base["data"]
        flat, whole = ({**each, **each["losses"], "losses": 0} for each in (config, base))
        changes[name] = {field: value for field, value in flat.items() if value != whole[field]}
    assert changes == {
        BASE: {},
        "full": {},
        "no_sim": {"without": ("sim",), "matching": 0},
        "no_embedder": {"without": ("embedder",)},
        "no_line": {"without": ("line",)},
        "no_distance": {"without": ("distance",)},
        "no_perceptual": {"perceptual": 0},
        "no_latent": {"latent": 0},
        "no_style": {"style": 0},
        "no_matching": {"matching": 0},
        "paper_preset": {"preset": "paper"},
    }
    losses = [base["losses"][name] for name in ("l1", "perceptual", "style", "latent")]
    assert losses == [10, 1, 1000, 1]
    temporal = temporal_training(ROWS["full"], wanted.budget, Path("color.safetensors"))
    assert (temporal.stage, temporal.minutes) == ("temporal", base["minutes"])


class _Perfect(RawNetworks):
    """Paints the truth."""

    def paint(
        self, shot: FinishedShot, keys: Sequence[int], wanted: Sequence[int]
    ) -> list[NDArray[np.uint8]]:
        assert list(keys) == [0, len(shot.truths) - 1]
        assert not set(keys) & set(wanted)
        return [shot.truths[place].color for place in wanted]


def test_the_truth_measures_as_perfect_and_keys_are_not_measured(tmp_path: Path) -> None:
    shot = read_shot(write_shot(tmp_path, [0, 2, 4, 6]), with_gaps=False)
    found = measure(_Perfect(small_network(), None, 32), shot, 6)
    assert found is not None
    assert (found.mse, found.psnr) == (0, 100)
    assert found.ssim == pytest.approx(1, abs=1e-4)
    keys_alone = read_shot(write_shot(tmp_path / "short", [0, 2]), with_gaps=False)
    assert measure(_Perfect(small_network(), None, 32), keys_alone, 6) is None


class _Recorder(TemporalNetwork):
    """Hands on what it is given."""

    def forward(self, lines: Tensor, colors: Tensor, is_key: Tensor) -> Tensor:
        self.seen = lines, colors, is_key
        return colors


def test_the_temporal_network_sees_keys_and_drawings_in_order(tmp_path: Path) -> None:
    shot = read_shot(write_shot(tmp_path, [0, 2, 4, 6]), with_gaps=False)
    temporal = _Recorder(small_temporal_config())
    network = small_network()
    painted = RawNetworks(network, temporal, 48).paint(shot, [0, 3], [1, 2])
    lines, colors, is_key = temporal.seen
    assert is_key.tolist() == [[True, False, False, True]]
    assert lines.shape == (1, 4, 1, 32, 48)
    # Coat and paper of the first key as they are.
    coat = (colors[0, 0, :, 15, 20] + 1) * 127.5
    assert coat.round().tolist() == [40, 90, 160]
    assert colors[0, 0, :, 0, 0].tolist() == [1, 1, 1]
    assert [layer.shape for layer in painted] == [(*SIZE, 4)] * 2
    alone = RawNetworks(network, None, 48).paint(shot, [0, 3], [1, 2])
    assert all(np.array_equal(*layers) for layers in zip(painted, alone, strict=True))


def test_the_command_prints_the_table(
    wanted: AblationRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    budget = wanted.budget
    arguments = ["--shots", str(wanted.shots), "--train", str(budget.train)]
    arguments += ["--stills", str(budget.stills), "--perceptual", str(budget.perceptual)]
    arguments += ["--minutes", "1e-6", "--threads", "0", "--side", "32"]
    arguments += ["--out", str(wanted.out), "--rows", "no_distance"]
    assert main(arguments) == 0
    assert "| no_distance | No Distance | 0.0126 | 20.46 | 0.840 | " in capsys.readouterr().out
    assert main([*arguments, "--shots", str(wanted.out / "nothing")]) == 2
    assert "does not exist" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main([*arguments, "--rows", "no_hair"])


def test_shots_without_in_betweens_are_refused(wanted: AblationRequest, tmp_path: Path) -> None:
    write_shot(tmp_path / "short" / "walk", [0, 2])
    with pytest.raises(BenchmarkError, match="three drawings or more"):
        list(run_ablation(replace(wanted, shots=tmp_path / "short", rows=(BASE,))))


def test_results_that_can_not_be_read_are_named(wanted: AblationRequest) -> None:
    wanted.out.mkdir()
    (wanted.out / "ablation.json").write_text("{", encoding="utf-8")
    with pytest.raises(ValueError, match=r"ablation\.json can not be read"):
        list(run_ablation(wanted))


def test_the_table_has_the_finished_rows_alone() -> None:
    found = {**asdict(Figures(0.01, 20, 0.8)), "steps": [7]}
    table = as_markdown({"paper_preset": found})
    assert (
        "| paper_preset | ours: networks as written | – | – | – | 0.0100 | 20.00 | 0.800 " in table
    )
    assert "no_sim" not in table
    against = as_markdown({BASE: {**found, "psnr": 21.5}, "paper_preset": found})
    assert "| -1.50 | 7 |" in against
