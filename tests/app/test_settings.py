from __future__ import annotations

import os
from pathlib import Path

import pytest

from app import paths
from app.io.settings.settings_file import load_settings, save_settings
from app.settings import Settings


def test_settings_come_back(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.json"
    assert load_settings(path) == Settings()
    chosen = Settings(gap=12, mode="soft", layer="both", recent=("/動画/out 'a'", "/b"))
    save_settings(chosen, path)
    assert load_settings(path) == chosen
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("data", [b"", b"{", b"[1]", b"\xff\xfe\x00", b"null"])
def test_a_damaged_file_is_set_aside(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(data)
    assert load_settings(path) == Settings()
    assert (tmp_path / "settings.json.damaged").read_bytes() == data
    assert not path.exists()


def test_values_that_do_not_fit_are_passed_over_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(
        '{"gap": true, "mode": "vivid", "device": "cpu", "layer": 3, "later": 1, "recent": [1]}'
    )
    assert load_settings(path) == Settings(device="cpu")


def test_a_full_disk_keeps_the_old_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.json"
    save_settings(Settings(gap=9), path)

    def full(file: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        save_settings(Settings(gap=1), path)
    assert load_settings(path) == Settings(gap=9)


def test_one_variable_moves_all_user_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = {paths.data_dir(), paths.config_dir(), paths.log_dir()}
    monkeypatch.setenv("SHIAGE_DATA_DIR", str(tmp_path))
    moved = {paths.data_dir(), paths.config_dir(), paths.log_dir()}
    assert len(moved) == 3
    assert moved.isdisjoint(plain)
    assert all(folder.parent == tmp_path for folder in moved)
    assert paths.settings_path().parent == paths.config_dir()


def test_resources_lie_beside_the_package() -> None:
    assert paths.resources_dir().parent == Path(paths.__file__).parents[1]
    assert paths.sample_shot_dir().parent == paths.resources_dir()


def test_colors_and_choices_of_other_versions_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(
        '{"onion_before_tint": "red", "onion_after_tint": "#0a0b0c", "view": "xray",'
        ' "paper": "black", "onion_before": 6, "onion_after": 5}'
    )
    expected = Settings(onion_after_tint="#0a0b0c", paper="black", onion_after=5)
    assert load_settings(path) == expected
