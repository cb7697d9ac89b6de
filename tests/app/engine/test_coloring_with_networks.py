"""The engine over the real networks' code, small and untrained."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from app.__main__ import main
from app.engine.coloring import color_shot
from app.engine.coloring_request import DEFAULT_GAP, ColoringRequest
from app.engine.errors import ColoringError
from app.engine.task import CancelToken
from app.io.pictures.images import read_rgba
from app.io.shots.shot_folder import open_shot_folder
from app.settings import Settings
from tests.app.engine.small_weights import make_weights
from tests.app.shots import COAT, SKIN, color_layer, line_art, make_shot


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_weights(tmp_path_factory.mktemp("networks") / "weights")


def request(tmp_path: Path, weights: Path, **options: object) -> ColoringRequest:
    opened = open_shot_folder(make_shot(tmp_path / "cut", count=4, keys=(1, 4)))
    return ColoringRequest(
        opened.shot.drawings,
        opened.offered_keys,
        device="cpu",
        weights=weights,
        **options,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("mode", ["flat", "soft"])
def test_drawings_get_palette_colors_and_keys_their_own_paint(
    tmp_path: Path, weights: Path, mode: str
) -> None:
    steps = list(color_shot(request(tmp_path, weights, mode=mode), CancelToken()))
    assert [step.failure for step in steps if step.failure] == []
    results = {step.result.number: step.result for step in steps if step.result}
    assert list(results) == [1, 2, 3, 4]
    for number, one in results.items():
        layer = one.color_layer()
        assert layer.shape == (48, 64, 4)
        assert set(map(tuple, layer.reshape(-1, 4).tolist())) <= {(0, 0, 0, 0), COAT, SKIN}
        assert ((one.confidence >= 0) & (one.confidence <= 1)).all()
        if one.is_key:
            paper = line_art(2 * (number - 1))[..., 0] == 255
            assert np.array_equal(layer[paper], color_layer(2 * (number - 1))[paper])
    assert (results[2].packed_soft is not None) == (mode == "soft")


def test_the_command_line_writes_what_the_networks_chose(tmp_path: Path, weights: Path) -> None:
    folder = make_shot(tmp_path / "cut", count=3, keys=(1, 3))
    out = tmp_path / "out"
    options = ["--weights", str(weights), "--device", "cpu", "--layer", "composite"]
    assert main(["colorize", str(folder), "--out", str(out), *options]) == 0
    ink = line_art(2)[..., 0] == 0
    assert (read_rgba(out / "A0002.png")[ink] == (0, 0, 0, 255)).all()


def test_missing_and_damaged_weights_are_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damaged = make_weights(tmp_path / "weights")
    (damaged / "temporal.safetensors").write_bytes(b"torn")
    for number, (folder, says) in enumerate(
        [(damaged, "temporal.safetensors is damaged"), (tmp_path / "none", "are missing")]
    ):
        asked = request(tmp_path / str(number), folder)
        with pytest.raises(ColoringError, match=says):
            list(color_shot(asked, CancelToken()))
    shot = tmp_path / "1" / "cut" / "line"
    assert main(["colorize", str(shot), "--weights", str(tmp_path / "none")]) == 2
    assert "weights are missing" in capsys.readouterr().err


def test_the_default_gap_is_that_of_the_networks() -> None:
    from model.colorizer import DEFAULT_GAP as OF_THE_NETWORKS

    assert DEFAULT_GAP == OF_THE_NETWORKS
    assert Settings().gap == DEFAULT_GAP
