from __future__ import annotations

import numpy as np

from model.painting.vote import Evidence, VoteWeights, nearness, vote

EVEN = np.full((1, 3), 1 / 3, np.float32)


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
