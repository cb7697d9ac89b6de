from __future__ import annotations

import numpy as np
import pytest

from app.document.corrections import Correction
from app.document.regions import ColoredDrawing
from app.engine.correcting import Corrections, Corrector
from app.engine.reviewing import Finding, Reason, Review, Reviewer, ReviewRequest
from app.engine.task import CancelToken
from tests.app.voted import voted

RED, BLUE, GREEN = (200, 0, 0, 255), (0, 0, 200, 255), (0, 200, 0, 255)
PALETTE = np.array([RED, BLUE, GREEN], np.uint8)


def _labels(size: tuple[int, int] = (40, 60)) -> np.ndarray:
    labels = np.zeros(size, np.int32)
    labels[:, size[1] // 2 :] = 1
    return labels


def _look(
    drawings: dict[int, ColoredDrawing],
    doubt_below: float = 0.5,
    corrections: Corrections | None = None,
) -> list[Review]:
    ordered = list(drawings.values())
    pairs = tuple(zip([None, *ordered], ordered, strict=False))
    request = ReviewRequest(pairs, corrections or {}, doubt_below)
    steps = Reviewer(Corrector()).review(request, CancelToken())
    return [step.result for step in steps if step.result is not None]


def _doubts(reviews: list[Review]) -> list[Finding]:
    return [one for review in reviews for one in review.doubts]


def test_doubtful_regions_are_found_with_place_and_alternative() -> None:
    drawings = voted([_labels()], PALETTE, sure=0.4)
    (review,) = _look(drawings)
    left, right = review.doubts
    assert (left.region, right.region) == (0, 1)
    assert left.color == RED
    assert left.other in (BLUE, GREEN)
    assert left.box == (0, 0, 30, 40)
    assert _labels()[left.point[1], left.point[0]] == 0
    assert left.doubt == pytest.approx(1 - drawings[1].confidence[0])


def test_the_threshold_decides_what_is_doubtful() -> None:
    drawings = voted([_labels()], PALETTE, sure=0.7)
    assert _doubts(_look(drawings, 0.5)) == []
    assert len(_doubts(_look(drawings, 0.95))) == 2


def test_what_was_corrected_is_not_asked_again() -> None:
    drawings = voted([_labels()], PALETTE, sure=0.4)
    corrections = {1: (Correction(2, 2, RED),)}
    assert [one.region for one in _doubts(_look(drawings, 0.5, corrections))] == [1]


def test_specks_are_passed_over() -> None:
    speck = np.zeros((200, 200), np.int32)
    speck[5, 5] = 1
    assert [one.region for one in _doubts(_look(voted([speck], PALETTE, sure=0.4)))] == [0]


def test_a_region_that_is_new_is_said_to_be() -> None:
    drawings = voted([_labels()] * 2, PALETTE, sure=0.4, lost_at=1)
    reasons = {(one.number, one.region): one.reason for one in _doubts(_look(drawings, 0.99))}
    assert reasons[2, 0] is Reason.NEW
    assert reasons[2, 1] is not Reason.NEW


def test_two_colors_that_are_nearly_as_probable_are_a_tie() -> None:
    (review,) = _look(voted([_labels()], PALETTE[:2], sure=0.55), 0.95)
    assert [one.reason for one in review.doubts] == [Reason.TIE, Reason.TIE]
    (review,) = _look(voted([_labels()], PALETTE[:2], sure=0.9), 0.95)
    assert [one.reason for one in review.doubts] == [Reason.UNSURE, Reason.UNSURE]


def test_a_color_that_changes_between_neighbors_pops() -> None:
    drawings = voted([_labels()] * 3, PALETTE)
    drawings[2] = drawings[2].with_colors({0: BLUE})
    pops = [one for review in _look(drawings) for one in review.pops]
    assert [(one.number, one.region, one.other, one.color) for one in pops] == [
        (2, 0, RED, BLUE),
        (3, 0, BLUE, RED),
    ]


def test_a_pop_that_was_meant_is_left_alone() -> None:
    drawings = voted([_labels()] * 2, PALETTE)
    drawings[2] = drawings[2].with_colors({0: BLUE})
    meant = {1: (Correction(1, 1, RED),), 2: (Correction(1, 1, BLUE),)}
    assert not any(review.pops for review in _look(drawings, 0.5, meant))


def test_keys_are_not_doubted_and_cancel_ends_the_search() -> None:
    key = ColoredDrawing.pack(
        1, _labels(), PALETTE, np.array([0, 2]), np.array([0.1, 0.1]), is_key=True
    )
    assert _doubts(_look({1: key})) == []
    cancel = CancelToken()
    cancel.cancel()
    request = ReviewRequest(((None, key),), {}, 0.5)
    assert list(Reviewer(Corrector()).review(request, cancel)) == []
