from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from model.manifest import BUNDLED, MANIFEST, WeightsError
from model.training.bundle import write_bundle
from model.weights import load_weights

NETWORKS = ("color_transform", "temporal", "region_matcher")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "weights 重み"
    shutil.copytree(BUNDLED, copy)
    return copy


def test_bundled_weights_load() -> None:
    weights = load_weights()
    assert weights.vote.match > 0


def test_bundled_weights_are_small_enough_to_ship() -> None:
    assert sum(path.stat().st_size for path in BUNDLED.iterdir()) <= 48 * 2**20


def test_manifest_tells_how_each_network_was_made() -> None:
    manifest = json.loads((BUNDLED / MANIFEST).read_text(encoding="utf-8"))
    for name in NETWORKS:
        assert manifest["networks"][name]["config"]
        assert manifest["networks"][name]["training"]
    for shots in manifest["measured"].values():
        assert all(0 < figures["region_accuracy"] <= 1 for figures in shots.values())


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="nowhere"):
        load_weights(tmp_path / "nowhere")


@pytest.mark.parametrize("name", NETWORKS)
def test_a_missing_network_is_named(folder: Path, name: str) -> None:
    (folder / f"{name}.safetensors").unlink()
    with pytest.raises(WeightsError, match=f"{name}.safetensors.*install"):
        load_weights(folder)


def test_a_damaged_network_is_named(folder: Path) -> None:
    path = folder / "temporal.safetensors"
    content = bytearray(path.read_bytes())
    content[-5] ^= 0xFF
    path.write_bytes(bytes(content))
    with pytest.raises(WeightsError, match=r"temporal\.safetensors is damaged.*sha256"):
        load_weights(folder)


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"schema": 1}', '{"schema": 2}', '{"schema": 99}']
)
def test_a_damaged_manifest_is_named(folder: Path, text: str) -> None:
    (folder / MANIFEST).write_text(text, encoding="utf-8")
    with pytest.raises(WeightsError, match=r"manifest\.json"):
        load_weights(folder)


def test_a_network_in_the_place_of_another_is_refused(folder: Path) -> None:
    files = {name: folder / f"{name}.safetensors" for name in NETWORKS}
    shutil.copyfile(files["temporal"], files["region_matcher"])
    bundled = load_weights()
    write_bundle(folder, files, bundled.vote, bundled.confidence)
    with pytest.raises(WeightsError, match="no region_matcher network"):
        load_weights(folder)
