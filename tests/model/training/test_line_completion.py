from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest
import torch

from model.networks.checkpoint import load_line_completion, save_network
from model.networks.line_completion import LineCompletion, LineCompletionConfig
from model.training.completion_trainer import (
    CompletionTraining,
    Pieces,
    completion_loss,
    train_completion,
)
from model.training.line_holes import (
    LineSource,
    cut_holes,
    hole_weights,
    line_sources,
    whole_piece,
)
from tests.model.training.shots import write_shot


@pytest.fixture
def sources() -> list[LineSource]:
    line = np.full((160, 200), 255, np.uint8)
    for radius in (20, 40, 60):
        cv2.circle(line, (100, 80), radius, 0, 2)
    return [LineSource(1, [line])]


def test_pieces_have_the_side_asked_for_and_some_ink(sources: list[LineSource]) -> None:
    rng = np.random.default_rng(0)
    for _ in range(20):
        piece = whole_piece(sources, 112, rng)
        assert piece.shape == (112, 112)
        assert 0 < piece.sum() < 0.6 * piece.size


def test_holes_only_take_ink_away_and_not_all_of_it(sources: list[LineSource]) -> None:
    rng = np.random.default_rng(0)
    whole = whole_piece(sources, 112, rng)
    broken = [cut_holes(whole, rng) for _ in range(20)]
    assert not any((one & ~whole).any() for one in broken)
    left = [one.sum() / whole.sum() for one in broken]
    assert min(left) > 0.3
    assert min(left) < 0.95


def test_finished_shots_and_procedural_shows_are_sources(tmp_path: Path) -> None:
    write_shot(tmp_path / "one", 3, (200, 20, 20))
    write_shot(tmp_path / "ga2d_zombie_Held", 3, (200, 20, 20))
    found = line_sources(tmp_path, None, 1)
    assert [len(source.lines) for source in found] == [3, 2]


def _line(height: int = 40) -> np.ndarray:
    ink = np.zeros((height, 40), bool)
    ink[20] = True
    return ink


def test_holes_that_join_regions_count_more_than_bites() -> None:
    whole = _line()
    whole[30:36, 5:35] = True
    broken = whole.copy()
    broken[20, 10:14] = False
    broken[30:32, 10:14] = False
    weights = hole_weights(broken, whole)
    assert (weights[20, 10:14] > 1).all()
    assert (weights[30:32, 10:14] < 1).all()
    assert (weights[broken == whole] == 1).all()


def test_the_loss_wants_missing_ink_and_does_not_look_at_what_is_there() -> None:
    whole = _line()
    broken = whole.copy()
    broken[20, 18:22] = False
    pieces = Pieces.of([(broken, whole)])
    right = torch.where(pieces.whole > 0, 6.0, -6.0)
    careless = torch.where(pieces.broken > 0, -6.0, right)
    blind = torch.full_like(right, -6.0)
    assert completion_loss(right, pieces) < 0.1
    assert completion_loss(careless, pieces) == completion_loss(right, pieces)
    assert completion_loss(blind, pieces) > 0.5


def test_training_learns_and_survives_the_disk(sources: list[LineSource], tmp_path: Path) -> None:
    torch.manual_seed(0)
    network = LineCompletion(LineCompletionConfig(widths=(8, 8, 8), blocks=1))
    training = CompletionTraining(minutes=0.05, batch=4, side=64, warm_up=5)
    rng = np.random.default_rng(1)
    whole = [whole_piece(sources, 64, rng) for _ in range(8)]
    pieces = Pieces.of([(cut_holes(ink, rng), ink) for ink in whole])
    with torch.no_grad():
        before = completion_loss(network(pieces.broken), pieces)
    *_, (_, averaged) = train_completion(network, sources, training)
    with torch.no_grad():
        assert completion_loss(averaged(pieces.broken), pieces) < before
    save_network(averaged, tmp_path / "one.safetensors", {"steps": 1})
    again = load_line_completion(tmp_path / "one.safetensors")
    assert torch.allclose(again(pieces.broken), averaged(pieces.broken), atol=0.05)
