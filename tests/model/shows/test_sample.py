from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from model.shows.sample import SAMPLE_COUNT, SAMPLE_SIZE, SampleShot, write_sample_shot

_SHIPPED = Path(__file__).parents[3] / "resources" / "sample_shot"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "shot"
    write_sample_shot(path)
    return path


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_shot_has_all_drawings_and_its_first_and_last_key(folder: Path) -> None:
    drawings = [f"A{number:04d}.png" for number in range(1, SAMPLE_COUNT + 1)]
    assert _names(folder / "line") == drawings
    assert _names(folder / "color") == [drawings[0], drawings[-1]]


def test_line_art_is_gray_and_keys_are_rgba(folder: Path) -> None:
    line = cv2.imread(str(folder / "line" / "A0001.png"), cv2.IMREAD_UNCHANGED)
    key = cv2.imread(str(folder / "color" / "A0001.png"), cv2.IMREAD_UNCHANGED)
    assert line.shape == SAMPLE_SIZE
    assert key.shape == (*SAMPLE_SIZE, 4)
    assert line.min() == 0
    assert line.max() == 255
    assert len(np.unique(line)) > 10


def test_the_shipped_files_are_what_the_design_draws(folder: Path) -> None:
    for path in sorted(folder.rglob("*.png")):
        shipped = _SHIPPED / path.relative_to(folder)
        drawn = cv2.imread(str(path), cv2.IMREAD_UNCHANGED)
        kept = cv2.imread(str(shipped), cv2.IMREAD_UNCHANGED)
        # Another processor may round an anti-aliased pixel the other way.
        differing = np.abs(drawn.astype(int) - kept.astype(int)) > 8
        assert differing.mean() < 0.001, path.name


def test_the_shipped_files_are_small() -> None:
    assert sum(path.stat().st_size for path in _SHIPPED.rglob("*.png")) < 2_000_000


def test_the_keys_show_every_color_of_the_shot_and_colors_are_far_apart() -> None:
    shot = SampleShot()
    used = [
        {tuple(color) for color in np.unique(shot.draw(k).color.reshape(-1, 4), axis=0).tolist()}
        for k in (0, 12, SAMPLE_COUNT - 1)
    ]
    assert used[1] <= used[0] | used[2]
    colors = np.array(sorted(used[0]), dtype=float)[:, :3]
    gaps = np.linalg.norm(colors[:, None] - colors[None], axis=2)
    gaps[np.diag_indices(len(gaps))] = np.inf
    assert gaps.min() > 20.0
