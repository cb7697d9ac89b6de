from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from model.shows import Show
from model.training.matcher_sources import MatcherSource, SourceMix
from model.training.same_show import SameShow

LENT = SourceMix(shows=0, footage=1, stills=0, broken=0, neighbors=0, beside=0, lent=1)


def write_shot(folder: Path, show: int, shot: int, off: int = 0) -> Path:
    """Three drawings of a procedural shot; `off` levels are added to all of its paint."""
    (folder / "line").mkdir(parents=True)
    (folder / "color").mkdir()
    shot_ = Show(show, (160, 160)).shot(shot, 3, motion=0.2)
    for index in range(3):
        drawing = shot_.draw(index)
        color = drawing.color.copy()
        color[..., :3] = np.minimum(color[..., :3].astype(int) + off, 255)
        name = f"{index:04d}.png"
        cv2.imwrite(str(folder / "line" / name), drawing.line)
        cv2.imwrite(str(folder / "color" / name), cv2.cvtColor(color, cv2.COLOR_RGBA2BGRA))
    return folder


@pytest.fixture
def shots(tmp_path: Path) -> list[Path]:
    return [
        write_shot(tmp_path / "cat_runs", 3, 0),
        write_shot(tmp_path / "cat_jumps", 3, 1, off=3),
        write_shot(tmp_path / "somebody_else", 5, 0),
    ]


def test_shots_in_the_same_paints_are_of_one_show(shots: list[Path]) -> None:
    runs, jumps, other = shots
    same = SameShow(shots)
    assert same.of(runs) == [jumps]
    assert same.of(jumps) == [runs]
    assert same.of(other) == []


def test_other_shots_of_the_show_lend_drawings_in_the_same_paints(tmp_path: Path) -> None:
    """Every one of these has lent drawings, some nothing else."""
    write_shot(tmp_path / "cat_runs", 3, 0)
    write_shot(tmp_path / "cat_jumps", 3, 1, off=3)
    source = MatcherSource(tmp_path, None, LENT)
    for seed in range(6):
        sample = source.sample(seed)
        assert _shares_its_colors(sample.target_color, sample.key_color)


def _shares_its_colors(target: NDArray[np.int32], keys: NDArray[np.int32]) -> bool:
    return bool(np.isin(target, keys).mean() > 0.8)


def test_procedural_shows_lend_drawings_of_another_shot() -> None:
    mix = SourceMix(shows=1, footage=0, stills=0, broken=0, neighbors=0, beside=0, lent=1)
    sample = MatcherSource(None, None, mix).sample(1)
    assert _shares_its_colors(sample.target_color, sample.key_color)
    known = sample.target_identity[sample.target_identity >= 0]
    assert np.isin(known, sample.key_identity).mean() > 0.7
