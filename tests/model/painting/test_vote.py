from __future__ import annotations

import numpy as np

from model.painting.vote import (
    ConfidenceFit,
    Evidence,
    VoteWeights,
    choose,
    nearness,
    own_opinion,
)

EVEN = np.full((1, 3), 1 / 3, np.float32)


def vote(evidence: Evidence, weights: VoteWeights) -> tuple[np.ndarray, np.ndarray]:
    own = own_opinion(evidence, weights)
    return choose(own, own, own, ConfidenceFit())


def _sure(column: int) -> np.ndarray:
    row = np.full((1, 3), 0.01, np.float32)
    row[0, column] = 0.98
    return row


def test_agreement_is_followed_with_confidence() -> None:
    colors, confidence = vote(Evidence(_sure(1), _sure(1), _sure(1)), VoteWeights())
    assert colors.tolist() == [1]
    assert confidence[0] > 0.95


def test_doubt_is_reported_where_nothing_speaks_for_any_color() -> None:
    _, confidence = vote(Evidence(EVEN, EVEN, EVEN), VoteWeights())
    assert np.isclose(confidence[0], 1 / 3, atol=0.01)


def test_other_evidence_decides_where_no_key_shows_the_region() -> None:
    nothing = np.full((1, 3), 1e-4, np.float32)
    colors, _ = vote(Evidence(nothing, _sure(2), EVEN), VoteWeights())
    assert colors.tolist() == [2]


def test_the_heavier_opinion_wins() -> None:
    split = Evidence(_sure(0), _sure(1), EVEN)
    assert vote(split, VoteWeights(match=1, transport=0.2, color=0))[0].tolist() == [0]
    assert vote(split, VoteWeights(match=0.2, transport=1, color=0))[0].tolist() == [1]


def test_nearness_prefers_the_nearest_paint_and_sees_transparent_as_paper() -> None:
    palette = np.array([[250, 0, 0, 255], [0, 0, 250, 255], [0, 0, 0, 0]], np.uint8)
    near = nearness(np.array([[240, 20, 10], [254, 250, 255]], np.float32), palette)
    assert near.argmax(axis=1).tolist() == [0, 2]
    assert np.allclose(near.sum(axis=1), 1)


def test_confidence_falls_where_a_drawing_disagrees_with_its_neighbors() -> None:
    agreed, doubting = np.array([0.99], np.float32), np.array([0.05], np.float32)
    fit = ConfidenceFit(bias=0.0, agreed=0.7, own=0.4)
    assert fit(agreed, doubting)[0] < fit(agreed, agreed)[0]
    assert 0 < fit(np.array([0.0], np.float32), doubting)[0] < 0.01
