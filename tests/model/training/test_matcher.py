from __future__ import annotations

from itertools import islice
from pathlib import Path

import cv2
import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from model.networks.region_matcher import RegionMatcher, RegionMatcherConfig
from model.training.footage import FootageDrawing
from model.training.full_size_warps import WarpRange, flipped, random_warp
from model.training.matcher_pool import PoolPlan, fill, read_pool
from model.training.matcher_samples import MatcherSample, make_sample
from model.training.matcher_sources import MatcherSource, SourceMix
from model.training.matcher_trainer import (
    Batch,
    MatcherTraining,
    collate,
    color_accuracy,
    draw_up,
    matching_loss,
    train_matcher,
)

SHOWS_ONLY = SourceMix(shows=1, footage=0, stills=0)


def _drawing(*, with_nose: bool = True) -> FootageDrawing:
    line = np.full((96, 128), 255, np.uint8)
    color = np.full((96, 128, 4), 255, np.uint8)
    identity = np.ones((96, 128), np.int32)
    shapes = [((64, 48), 40, (200, 150, 120, 255)), ((50, 40), 8, (20, 20, 90, 255))]
    shapes += [((78, 40), 8, (20, 20, 90, 255))]
    if with_nose:
        shapes.append(((64, 60), 6, (220, 60, 60, 255)))
    for number, (center, radius, paint) in enumerate(shapes, start=2):
        cv2.circle(color, center, radius, paint, cv2.FILLED)
        cv2.circle(identity, center, radius, number, cv2.FILLED)
        cv2.circle(line, center, radius, 0, 1)
    return FootageDrawing(line, color, identity)


@pytest.fixture(scope="module")
def sample() -> MatcherSample:
    return make_sample(_drawing(), [_drawing(), _drawing(with_nose=False)], gap=0)


def test_sample_knows_colors_and_identities(sample: MatcherSample) -> None:
    assert len(sample.target_color) == 5
    assert len(sample.key_color) == 9
    assert len(np.unique(sample.target_identity)) == 5
    eyes = sample.target_color == sample.target_color[2]
    assert eyes.sum() == 2
    assert sample.evidence.shape == (5, 9, 8)


def test_a_sample_in_a_mirror_is_that_of_mirrored_drawings(sample: MatcherSample) -> None:
    drawings = [flipped(one) for one in (_drawing(), _drawing(), _drawing(with_nose=False))]
    expected = make_sample(drawings[0], drawings[1:], gap=0)

    mirrored = collate([sample]).in_a_mirror()

    # Regions are numbered from left to right: in mirrored drawings the eyes change places.
    order = [_nearest(mirrored, row) for row in expected.target.positions]
    assert sorted(order) == list(range(5))
    geometry = mirrored.target.geometry[0].numpy()
    assert np.allclose(geometry[order], expected.target.geometry, atol=0.05)
    assert (sample.target_color[order] == expected.target_color).all()
    assert (mirrored.in_a_mirror().target.crops == collate([sample]).target.crops).all()


def _nearest(batch: Batch, position: NDArray[np.float32]) -> int:
    return int(np.square(batch.target.positions[0].numpy() - position).sum(axis=1).argmin())


def test_a_sample_is_learned_from_both_ways(sample: MatcherSample) -> None:
    random = np.random.default_rng(0)
    seen = [draw_up(sample, random).target.positions for _ in range(20)]
    assert len({tuple(positions[0, :, 0].tolist()) for positions in seen}) == 2


def test_sample_survives_the_disk(sample: MatcherSample, tmp_path: Path) -> None:
    sample.save(tmp_path / "one.npz")
    again = MatcherSample.load(tmp_path / "one.npz")
    assert (again.target.crops == sample.target.crops).all()
    assert (again.key_identity == sample.key_identity).all()
    assert np.abs(again.evidence - sample.evidence).max() <= 1 / 255
    assert [path.name for path in tmp_path.iterdir()] == ["one.npz"]


def test_colors_that_are_not_told_are_still_what_is_asked_for(tmp_path: Path) -> None:
    made = make_sample(_drawing(), [_drawing(), _drawing()], gap=0, are_told=False)
    made.save(tmp_path / "one.npz")
    silent = collate([MatcherSample.load(tmp_path / "one.npz")])
    told = collate([make_sample(_drawing(), [_drawing(), _drawing()], gap=0)])
    assert len(silent.colors.unique()) == silent.colors.numel()
    assert len(told.colors.unique()) < told.colors.numel()
    assert (silent.right_color == told.right_color).all()


def test_a_sample_of_an_older_pool_tells_its_colors(sample: MatcherSample, tmp_path: Path) -> None:
    sample.save(tmp_path / "one.npz")
    with np.load(tmp_path / "one.npz") as file:
        older = {name: value for name, value in file.items() if name != "are_told"}
    np.savez(tmp_path / "older.npz", **older)
    assert MatcherSample.load(tmp_path / "older.npz").are_told


def _answer(sample: MatcherSample, columns: list[int]) -> torch.Tensor:
    certain = torch.full((1, 5, 10), 1e-6)
    certain[0, torch.arange(5), torch.tensor(columns)] = 1.0
    return certain.log()


def test_right_answers_cost_nothing_and_wrong_ones_much(sample: MatcherSample) -> None:
    batch = collate([sample])
    right = _answer(sample, [0, 1, 2, 3, 4])
    wrong = _answer(sample, [1, 2, 3, 4, 0])
    assert float(matching_loss([right], batch)) == pytest.approx(0, abs=1e-3)
    assert float(matching_loss([wrong], batch)) > 4
    assert float(color_accuracy(right, batch)) == 1
    assert float(color_accuracy(wrong, batch)) < 0.5


def test_a_region_that_no_key_shows_belongs_to_none() -> None:
    hidden = make_sample(_drawing(), [_drawing(with_nose=False)], gap=0)
    batch = collate([hidden])
    nose = int(np.flatnonzero(~batch.right_color[0].any(dim=1).numpy())[0])
    columns = [0, 1, 2, 3, 3]
    to_none = list(columns)
    to_none[nose] = 4
    certain = [torch.full((1, 5, 5), 1e-6) for _ in range(2)]
    for answer, choice in zip(certain, (columns, to_none), strict=True):
        answer[0, torch.arange(5), torch.tensor(choice)] = 1.0
    astray, none = (float(matching_loss([answer.log()], batch)) for answer in certain)
    assert none < astray


def test_training_learns_a_sample_by_heart(sample: MatcherSample) -> None:
    torch.manual_seed(0)
    network = RegionMatcher(RegionMatcherConfig(width=32, heads=2, rounds=2, pair_width=16))
    training = MatcherTraining(minutes=5, batch=1, warm_up=1, learning_rate=3e-3)
    *_, (steps, averaged) = train_matcher(network, [sample] * 48, training)
    assert steps == 48
    batch = collate([sample])
    with torch.no_grad():
        answer = averaged(batch.target, batch.keys, batch.evidence, batch.colors)[-1]
    assert float(color_accuracy(answer, batch)) == 1


def test_flipping_twice_and_not_warping_change_nothing() -> None:
    drawing = _drawing()
    assert (flipped(flipped(drawing)).line == drawing.line).all()
    still = random_warp(drawing, np.random.default_rng(0), WarpRange(0, 1, 0, 0))
    assert (still.color == drawing.color).all()
    assert still.identity is not None
    assert (still.identity == drawing.identity).all()


def test_warped_lines_stay_closed() -> None:
    far = WarpRange(turn=30, scale=1.3, shift=0.1, bend=0.03)
    for seed in range(5):
        moved = random_warp(_drawing(), np.random.default_rng(seed), far)
        assert moved.identity is not None
        paper = moved.line >= 128
        touching = paper[:, 1:] & paper[:, :-1]
        assert (moved.identity[:, 1:] == moved.identity[:, :-1])[touching].all()


def test_a_pool_is_filled_once_and_read_for_ever(tmp_path: Path) -> None:
    plan = PoolPlan(tmp_path, None, None, SHOWS_ONLY)
    fill(plan, worker=0, samples=2)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    assert len(before) == 2
    fill(plan, worker=0, samples=2)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before
    assert len(list(islice(read_pool(tmp_path, 0), 5))) == 5


def test_a_seed_always_gives_the_same_sample() -> None:
    source = MatcherSource(None, None, SHOWS_ONLY)
    one, other = source.sample(7), source.sample(7)
    assert (one.evidence == other.evidence).all()
    assert (one.target_identity == other.target_identity).all()
