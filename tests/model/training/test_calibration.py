from __future__ import annotations

import numpy as np
import pytest

from model.painting.vote import Evidence, vote
from model.training.calibration import fit_vote

REGIONS, COLORS = 400, 4


def _opinion(rng: np.random.Generator, truth: np.ndarray, right: float) -> np.ndarray:
    """Says the truth with probability `right`, another color otherwise, and is 90 % sure."""
    said = np.where(rng.random(REGIONS) < right, truth, (truth + 1) % COLORS)
    return np.where(np.arange(COLORS) == said[:, None], 0.9, 0.1 / (COLORS - 1)).astype(np.float32)


@pytest.mark.parametrize("best", [0, 1, 2])
def test_the_opinion_that_is_right_most_often_counts_most(best: int) -> None:
    rng = np.random.default_rng(best)
    truth = rng.integers(0, COLORS, REGIONS).astype(np.int32)
    rights = [0.95 if place == best else 0.4 for place in range(3)]
    evidence = Evidence(*(_opinion(rng, truth, right) for right in rights))
    fitted = fit_vote([(evidence, truth)])
    weights = [fitted.match, fitted.transport, fitted.color]
    assert int(np.argmax(weights)) == best


def test_confidence_after_the_fit_is_about_how_often_the_vote_is_right() -> None:
    rng = np.random.default_rng(7)
    truth = rng.integers(0, COLORS, REGIONS).astype(np.int32)
    evidence = Evidence(*(_opinion(rng, truth, right) for right in (0.7, 0.3, 0.25)))
    chosen, confidence = vote(evidence, fit_vote([(evidence, truth)]))
    assert abs(float(confidence.mean()) - float((chosen == truth).mean())) < 0.05
