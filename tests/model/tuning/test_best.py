"""What is taken over of what was learned."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from model.tuning.best import Best
from model.tuning.held_out import Measure
from model.tuning.plan import Part
from model.weights import Weights
from tests.model.tuning.shows import small_weights


def measure(right: int, soft_psnr: float = 20.0, psnr: float = 30.0) -> Measure:
    """`right` of a hundred regions are right."""
    return Measure(np.arange(100) < right, psnr, soft_psnr, np.zeros((2, 2, 3), np.uint8))


@pytest.fixture
def weights(tmp_path: Path) -> Weights:
    return small_weights(tmp_path)


def other(weights: Weights) -> Weights:
    return weights.with_network("region_matcher", weights.region_matcher)


def test_what_is_better_beyond_chance_is_taken_over(weights: Weights) -> None:
    best, learned = Best(weights, measure(80)), other(weights)

    assert best.offer(Part.MATCHER, learned, measure(90))
    assert best.close(Part.MATCHER)

    assert best.adopted == (Part.MATCHER,)
    assert best.weights is learned
    assert best.outcome.regions == 0.9


def test_what_may_be_chance_is_forgotten_but_told(weights: Weights) -> None:
    best = Best(weights, measure(80))

    assert best.offer(Part.MATCHER, other(weights), measure(82))
    assert not best.close(Part.MATCHER)

    assert best.adopted == ()
    assert best.weights is weights
    assert best.outcome.regions == 0.82


def test_a_gain_in_blended_color_does_not_bring_a_doubtful_matcher_along(
    weights: Weights,
) -> None:
    best, softer = Best(weights, measure(80)), other(weights)
    best.offer(Part.MATCHER, other(weights), measure(82))
    best.close(Part.MATCHER)

    assert best.offer(Part.COLOR, softer, measure(80, soft_psnr=21.0))
    assert best.close(Part.COLOR)

    assert best.adopted == (Part.COLOR,)
    assert best.weights is softer


def test_of_several_offers_the_best_is_kept(weights: Weights) -> None:
    best, good = Best(weights, measure(80)), other(weights)
    best.offer(Part.MATCHER, good, measure(92))

    assert not best.offer(Part.MATCHER, other(weights), measure(91))
    best.close(Part.MATCHER)

    assert best.weights is good


def test_paint_must_not_become_worse_for_regions(weights: Weights) -> None:
    best = Best(weights, measure(80))
    best.offer(Part.MATCHER, other(weights), measure(95, psnr=29.0))

    assert not best.close(Part.MATCHER)
