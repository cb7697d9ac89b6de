from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from model.training.config import DataConfig
from model.training.pairs import DrawingBatch, DrawingBatches
from model.training.recolor import recolor
from model.training.sources import ProceduralShows, RealShots, WarpedStills, packed_colors
from model.training.warps import STILL, movement, sampling_map, warp
from tests.model.training.shots import write_shot


@pytest.fixture
def config(tmp_path: Path) -> DataConfig:
    write_shot(tmp_path / "shots" / "ball", 4, (200, 30, 40))
    write_shot(tmp_path / "stills" / "dicebear_balls", 2, (30, 60, 200))
    return DataConfig(
        shots=str(tmp_path / "shots"),
        stills=str(tmp_path / "stills"),
        sizes=(32, 48),
        references=(1, 3),
        workers=0,
    )


def _check(batch: DrawingBatch, samples: int) -> None:
    count, drawings, _, side, _ = batch.lines.shape
    assert count == samples
    assert batch.distances.shape == batch.lines.shape
    assert batch.colors.shape == batch.given.shape == (count, drawings, 3, side, side)
    assert batch.identities.shape == (count, drawings, (side // 4) ** 2)
    assert set(batch.lines.unique().tolist()) <= {0.0, 1.0}
    assert batch.colors.abs().max() <= 1
    assert 0 <= batch.distances.min() <= batch.distances.max() <= 1


def test_batches_have_one_size_and_one_number_of_references(config: DataConfig) -> None:
    data = DrawingBatches(config, 3, seed=1, sequences=False)
    shapes = set()
    for index in range(6):
        batch = data[index]
        _check(batch, 3)
        shapes.add((batch.lines.shape[1] - 1, batch.lines.shape[-1]))
    assert {count for count, _ in shapes} == {1, 3}
    assert {side for _, side in shapes} == {32, 48}


def test_sequences_hold_their_number_of_drawings(config: DataConfig) -> None:
    data = DrawingBatches(replace(config, sequence=4), 2, seed=1, sequences=True)
    assert data[0].lines.shape[:2] == (2, 4)


def test_the_same_seed_gives_the_same_batches(config: DataConfig) -> None:
    first, again, other = (
        DrawingBatches(config, 2, seed=seed, sequences=False)[0] for seed in (1, 1, 2)
    )
    torch.testing.assert_close(first.colors, again.colors)
    assert first.colors.shape != other.colors.shape or not torch.equal(first.colors, other.colors)


def test_equal_identities_have_equal_colors_in_all_drawings(config: DataConfig) -> None:
    """Whatever the palette, references tell the color of every identity they show."""
    data = DrawingBatches(replace(config, shows_share=0), 4, seed=3, sequences=False)
    compared = 0
    for index in range(4):
        batch = data[index]
        side = batch.colors.shape[-1]
        places = torch.arange(side // 4) * 4 + 2
        cells = batch.colors[..., places, :][..., places].flatten(3)
        for sample in range(4):
            target = batch.identities[sample, 0]
            for identity in target.unique():
                shown = batch.identities[sample, 1] == identity
                if shown.any():
                    ours = cells[sample, 0][:, target == identity]
                    theirs = cells[sample, 1][:, shown]
                    torch.testing.assert_close(ours[:, 0], theirs[:, 0])
                    compared += 1
    assert compared > 20


def test_held_back_characters_are_not_read(tmp_path: Path) -> None:
    for name in ("ga2d_zombie_Walk", "ga2d_redhat_Run"):
        write_shot(tmp_path / name, 2, (1, 2, 3))
    with pytest.raises(ValueError, match="holds no shot"):
        RealShots.of_folder(tmp_path)


def test_stills_of_other_licences_are_not_read(tmp_path: Path) -> None:
    write_shot(tmp_path / "openmoji", 2, (1, 2, 3))
    with pytest.raises(ValueError, match="holds no dicebear"):
        WarpedStills.of_folder(tmp_path)


def test_a_config_without_sources_is_refused() -> None:
    with pytest.raises(ValueError, match="opens no source"):
        DrawingBatches(DataConfig(shows_share=0), 1, seed=1, sequences=False)


def test_procedural_shows_share_identities() -> None:
    random = np.random.default_rng(1)
    drawings = ProceduralShows().pick(random, 2, 4)
    shared = set(np.unique(drawings[0].identity)) & set(np.unique(drawings[1].identity))
    assert len(shared) > 5


def test_patches_of_one_color_in_a_still_have_identities_of_their_own(tmp_path: Path) -> None:
    write_shot(tmp_path / "dicebear_x", 1, (9, 8, 7))
    still = WarpedStills.of_folder(tmp_path).pick(np.random.default_rng(0), 2, 1)
    assert still[0] is still[1]
    assert len(np.unique(still[0].identity)) == 3


def test_warped_pictures_differ_and_keep_their_identities(tmp_path: Path) -> None:
    write_shot(tmp_path / "dicebear_x", 1, (9, 8, 7))
    random = np.random.default_rng(0)
    drawing = WarpedStills.of_folder(tmp_path).pick(random, 1, 1)[0]
    shared = movement(random, STILL)
    warped = [warp(drawing, sampling_map(random, STILL, shared, 64)) for _ in range(2)]
    assert not np.array_equal(warped[0][2], warped[1][2])
    for _, color, identity in warped:
        for value in np.unique(identity):
            assert len(np.unique(packed_colors(color)[identity == value])) == 1


def test_recoloring_is_the_same_in_all_drawings() -> None:
    colors = [np.zeros((2, 2, 4), np.uint8), np.zeros((2, 2, 4), np.uint8)]
    colors[0][0] = colors[1][1] = (200, 10, 60, 255)
    identities = [packed_colors(color) for color in colors]
    changed = 0
    for seed in range(20):
        first, second = recolor(np.random.default_rng(seed), colors, identities)
        assert np.array_equal(first[0, 0], second[1, 0])
        assert np.array_equal(first[1, 0], second[0, 0])
        changed += not np.array_equal(first, colors[0])
    assert changed > 10
