"""Cutting a show into sequences, and keeping some of it apart."""

from __future__ import annotations

from functools import partial

import pytest

from model.tuning.sequences import Load, TuningSequence, divide, in_sequences
from tests.model.tuning.shows import drawing, walk


def loads(count: int) -> list[Load]:
    return [partial(drawing, shift) for shift in range(count)]


@pytest.mark.parametrize(
    ("count", "lengths"), [(1, [1]), (7, [7]), (8, [8]), (15, [15]), (16, [8, 8]), (20, [8, 12])]
)
def test_drawings_are_cut_into_eights_and_the_rest_stays_with_the_last(
    count: int, lengths: list[int]
) -> None:
    given = loads(count)

    sequences = list(in_sequences("walk", given))

    assert [len(one) for one in sequences] == lengths
    assert [load for one in sequences for load in one.drawings] == given


@pytest.mark.parametrize("lengths", [[3], [8], [3, 3], [12, 15, 10], [8] * 4, [8] * 32, [2, 8, 8]])
def test_what_is_measured_is_never_learned_from(lengths: list[int]) -> None:
    division = divide([walk(str(n), length, 200 * n) for n, length in enumerate(lengths)])

    learned = {load for one in division.learned for load in one.drawings}
    measured = [
        one.sequence.drawings[place] for one in division.kept_apart for place in one.measured
    ]
    assert measured
    assert learned
    assert not learned & set(measured)


def test_of_many_sequences_a_quarter_at_most_is_kept_apart_whole() -> None:
    sequences = [walk(str(n), 8, 100 * n) for n in range(8)]

    division = divide(sequences)

    assert len(division.learned) == 6
    assert all(one.sequence in sequences for one in division.kept_apart)
    assert all(one.keys == (0, 7) for one in division.kept_apart)


def test_no_more_is_measured_than_there_is_time_for() -> None:
    division = divide([walk(str(n), 8, 100 * n) for n in range(32)], most=12)

    assert sum(len(one.measured) for one in division.kept_apart) == 12


def test_where_there_are_only_keys_one_is_colored_from_the_other() -> None:
    keys = walk("keys", 2)

    division = divide([keys])

    assert [len(one) for one in division.learned] == [1, 1]
    (apart,) = division.kept_apart
    assert apart.keys == (0,)
    assert apart.measured == (1,)


def test_a_single_key_leaves_nothing_to_measure_on() -> None:
    assert divide([walk("key", 1)]).kept_apart == ()


def test_the_same_sequences_are_divided_in_the_same_way() -> None:
    sequences: list[TuningSequence] = [walk(str(n), 8) for n in range(9)]

    one, other = divide(sequences), divide(sequences)

    assert one.learned == other.learned
    assert [part.sequence for part in one.kept_apart] == [
        part.sequence for part in other.kept_apart
    ]
