"""Which drawings a matcher sample is made of."""

from __future__ import annotations

import numpy as np
import pytest

from model.training.matcher_picks import (
    Picker,
    pick_beside,
    pick_keys,
    pick_neighbor,
    with_lent,
)


@pytest.mark.parametrize("picker", [pick_keys, pick_neighbor, pick_beside])
@pytest.mark.parametrize("count", [2, 3, 4, 24])
def test_a_drawing_is_never_compared_with_itself_or_twice_with_another(
    picker: Picker, count: int
) -> None:
    rng = np.random.default_rng(0)
    for _ in range(200):
        pick = picker(count, rng)
        known = {pick.target, *pick.others}
        assert pick.others
        assert len(known) == 1 + len(pick.others)
        assert known <= set(range(count))


def test_a_neighbor_is_at_most_two_drawings_away_and_its_colors_are_not_told() -> None:
    rng = np.random.default_rng(1)
    picks = [pick_neighbor(24, rng) for _ in range(200)]
    assert {abs(pick.target - pick.others[0]) for pick in picks} == {1, 2}
    assert not any(pick.are_told for pick in picks)


def test_drawings_on_one_side_are_compared_with_keys_farther_off() -> None:
    rng = np.random.default_rng(2)
    both = 0
    for _ in range(200):
        pick = pick_beside(24, rng)
        near = [index for index in pick.others if abs(index - pick.target) <= 2]
        both += len(near) >= 2 and len(pick.others) > len(near)
        assert not pick.are_told
        assert near
    assert both > 100


def test_keys_are_told() -> None:
    rng = np.random.default_rng(3)
    assert all(pick_keys(24, rng).are_told for _ in range(50))


def test_drawings_of_other_shots_lie_beside_keys_or_stand_in_for_them() -> None:
    rng = np.random.default_rng(4)
    picks = [with_lent(pick_keys)(24, rng) for _ in range(200)]
    assert {pick.lent for pick in picks} == {1, 2, 3}
    alone = sum(not pick.others for pick in picks)
    assert 50 < alone < 150


def test_where_colors_are_not_told_they_never_stand_in_for_others() -> None:
    rng = np.random.default_rng(5)
    picks = [with_lent(pick_beside)(24, rng) for _ in range(100)]
    assert all(pick.others and pick.lent and not pick.are_told for pick in picks)
