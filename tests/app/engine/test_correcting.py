from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pytest

from app.document.corrections import Correction
from app.document.regions import ColoredDrawing
from app.engine.correcting import Corrector
from app.engine.spreading import Left, Spread, SpreadRequest, spread
from app.engine.task import CancelToken
from tests.app.voted import voted

RED, BLUE, GREEN, PINK = (
    (200, 0, 0, 255),
    (0, 0, 200, 255),
    (0, 200, 0, 255),
    (250, 150, 150, 255),
)
PALETTE = np.array([RED, BLUE, GREEN], np.uint8)
COUNT = 4


def _shot(lost_at: int | None = None, sure: float = 0.9) -> dict[int, ColoredDrawing]:
    """Drawings 1 to 4 with a left region, red by mistake, and a right one, green."""
    labels = np.zeros((6, 8), np.int32)
    labels[:, 4:] = 1
    return voted([labels] * COUNT, PALETTE, lost_at=lost_at, sure=sure)


def _colors(drawings: Iterable[ColoredDrawing]) -> list[list[tuple[int, ...]]]:
    return [[tuple(c) for c in one.palette[one.region_colors].tolist()] for one in drawings]


def _spread(
    shot: dict[int, ColoredDrawing],
    new: dict[int, tuple[Correction, ...]],
    former: dict[int, tuple[Correction, ...]] | None = None,
) -> tuple[dict[int, ColoredDrawing], Spread]:
    request = SpreadRequest(tuple(shot.values()), (former or {}) | new, new)
    (step,) = spread(Corrector(), request, CancelToken())
    assert step.result is not None
    return shot | {one.number: one for one in step.result.drawings}, step.result


def test_a_correction_holds_and_spreads_with_an_honest_count() -> None:
    after, account = _spread(_shot(), {2: (Correction(1, 1, BLUE),)})
    assert _colors(after.values()) == [[BLUE, GREEN]] * COUNT
    assert after[2].confidence[0] == 1
    assert account.changed == 3
    assert account.changed_in == (1, 3, 4)
    assert account.left == {}


@pytest.mark.parametrize(
    ("reach", "changed"), [((2, 2), []), ((2, 3), [3]), ((1, 2), [1]), (None, [1, 3, 4])]
)
def test_a_correction_goes_no_further_than_it_reaches(
    reach: tuple[int, int] | None, changed: list[int]
) -> None:
    after, account = _spread(_shot(), {2: (Correction(1, 1, BLUE, reach),)})
    assert list(account.changed_in) == changed
    for number in changed:
        assert _colors([after[number]])[0][0] == BLUE


def test_what_was_left_is_told_with_the_reason() -> None:
    _, account = _spread(_shot(lost_at=3), {1: (Correction(1, 1, BLUE),)})
    assert account.changed_in == (2, 3)
    assert account.left == {4: Left.LOST}


def test_a_former_correction_wins_over_what_spreads() -> None:
    former = {3: (Correction(0, 0, GREEN),)}
    after, account = _spread(_shot(), {2: (Correction(1, 1, BLUE),)}, former)
    assert _colors([after[3]]) == [[GREEN, GREEN]]
    assert account.left[3] is Left.CORRECTED


def test_a_drawing_corrected_before_stays_as_it_was_left() -> None:
    shot, new = _shot(sure=1 - 1e-7), {2: (Correction(1, 1, BLUE),)}
    former = {4: (Correction(6, 1, GREEN),)}
    after, account = _spread(shot, new, former)
    assert _colors([after[4]]) == [[RED, GREEN]]
    assert account.left == {4: Left.BEFORE}
    assert account.changed_in == (1, 3)
    assert _spread(shot, new)[1].changed_in == (1, 3, 4)


def test_a_color_that_no_key_has_spreads_too() -> None:
    after, _ = _spread(_shot(), {2: (Correction(1, 1, PINK),)})
    assert _colors(after.values()) == [[PINK, GREEN]] * COUNT


def test_taking_a_correction_back_restores_everything() -> None:
    shot = _shot()
    after, _ = _spread(shot, {2: (Correction(1, 1, BLUE),)})
    restored = Corrector().decide(after.values(), {})
    assert _colors((after | restored).values()) == _colors(shot.values())
    for number, drawing in (after | restored).items():
        assert np.array_equal(drawing.confidence, shot[number].confidence)


def test_a_drawing_without_votes_takes_its_own_corrections() -> None:
    shot = {number: replace(one, vote=None) for number, one in _shot().items()}
    after, account = _spread(shot, {2: (Correction(1, 1, BLUE),)})
    assert _colors([after[2]]) == [[BLUE, GREEN]]
    assert account.changed == 0


def test_held_drawings_change_together() -> None:
    shot = _shot()
    shot[5] = replace(shot[2], number=5)
    after, _ = _spread(shot, {2: (Correction(1, 1, BLUE, (2, 9)),)})
    assert _colors([after[5]]) == [[BLUE, GREEN]]
    assert _colors([after[1]]) == [[RED, GREEN]]


def test_a_point_beyond_the_drawing_is_passed_over() -> None:
    after, account = _spread(_shot(), {2: (Correction(99, 1, BLUE),)})
    assert account.drawings == ()
    assert _colors([after[2]]) == [[RED, GREEN]]
