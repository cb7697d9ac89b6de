from __future__ import annotations

import numpy as np
import pytest

from model.painting.chain import Link, certain
from model.painting.vote import Evidence, VoteWeights
from model.training.calibration import decided, fit_confidence, fit_vote
from model.training.calibration_cases import Case, JudgedDrawing

REGIONS, COLORS = 400, 4


def _opinion(rng: np.random.Generator, truth: np.ndarray, right: float) -> np.ndarray:
    """Says the truth with probability `right`, another color otherwise, and is 90 % sure."""
    said = np.where(rng.random(REGIONS) < right, truth, (truth + 1) % COLORS)
    return np.where(np.arange(COLORS) == said[:, None], 0.9, 0.1 / (COLORS - 1)).astype(np.float32)


def _drawing(rng: np.random.Generator, rights: tuple[float, ...]) -> JudgedDrawing:
    truth = rng.integers(0, COLORS, REGIONS).astype(np.int32)
    evidence = Evidence(*(_opinion(rng, truth, right) for right in rights))
    return JudgedDrawing(evidence, truth, np.ones(REGIONS, bool))


@pytest.mark.parametrize("best", [0, 1, 2])
def test_the_opinion_that_is_right_most_often_counts_most(best: int) -> None:
    rights = tuple(0.95 if place == best else 0.4 for place in range(3))
    fitted = fit_vote([Case([_drawing(np.random.default_rng(best), rights)], [()])])
    weights = [fitted.match, fitted.transport, fitted.color]
    assert int(np.argmax(weights)) == best


def test_a_key_beside_it_corrects_a_drawing_that_is_often_wrong() -> None:
    drawing = _drawing(np.random.default_rng(3), (0.55, 0.3, 0.3))
    same = np.pad(np.eye(REGIONS, dtype=np.float32), ((0, 0), (0, 1)))
    case = Case([certain(drawing.truth, COLORS), drawing], [(), (Link.of(same, same),)])
    ((_, _, right),) = decided([case], VoteWeights(own=0.5))
    assert right.mean() > 0.95


def test_confidence_after_the_fit_is_about_how_often_the_vote_is_right() -> None:
    case = Case([_drawing(np.random.default_rng(7), (0.7, 0.3, 0.25))], [()])
    weights = fit_vote([case])
    fit = fit_confidence([case], weights)
    ((agreed, own, right),) = decided([case], weights)
    assert abs(float(fit(agreed, own).mean()) - float(right.mean())) < 0.03


def test_a_color_that_no_key_has_lowers_the_confidence() -> None:
    known = _drawing(np.random.default_rng(7), (0.9, 0.3, 0.25))
    truth = np.where(np.arange(REGIONS) % 2, known.truth, -1).astype(np.int32)
    strange = JudgedDrawing(known.evidence, truth, known.counts)
    means = []
    for drawing in (known, strange):
        case = Case([drawing], [()])
        ((agreed, own, _),) = decided([case], VoteWeights())
        means.append(fit_confidence([case], VoteWeights())(agreed, own).mean())
    assert means[1] < means[0] - 0.3
