from __future__ import annotations

import numpy as np

from model.painting.chain import Link, agree, certain

EVEN = np.zeros((2, 2), np.float32)


def _link(pairs: dict[int, int], later: int = 2, earlier: int = 2) -> Link:
    """Sure that these regions of the later drawing are these of the earlier one."""
    forth = np.zeros((later, earlier + 1), np.float32)
    back = np.zeros((earlier, later + 1), np.float32)
    for one, other in pairs.items():
        forth[one, other] = back[other, one] = 1
    forth[:, -1] = 1 - forth.sum(axis=1)
    back[:, -1] = 1 - back.sum(axis=1)
    return Link.of(forth, back)


def test_colors_travel_from_a_key_along_links() -> None:
    crossed = _link({0: 1, 1: 0})
    key = certain(np.array([0, 1], np.int32), 2)
    first, second, third = agree([key, EVEN, EVEN], [(), (crossed,), (crossed,)])
    assert first.argmax(axis=1).tolist() == [0, 1]
    assert second.argmax(axis=1).tolist() == [1, 0]
    assert third.argmax(axis=1).tolist() == [0, 1]
    assert third.max() < second.max(), "doubt grows with the distance from the key"


def test_keys_speak_backwards_too_and_outvote_one_drawing_in_error() -> None:
    straight = _link({0: 0, 1: 1})
    key = certain(np.array([0, 1], np.int32), 2)
    wrong = np.log(np.array([[0.2, 0.8], [0.2, 0.8]], np.float32))
    _, between, _ = agree([key, wrong, key], [(), (straight,), (straight,)])
    assert between.argmax(axis=1).tolist() == [0, 1]


def test_a_region_that_its_neighbors_lack_keeps_its_own_opinion() -> None:
    key = certain(np.array([0, 0], np.int32), 2)
    own = np.log(np.array([[0.3, 0.7], [0.3, 0.7]], np.float32))
    _, new = agree([key, own], [(), (_link({0: 0}),)])
    assert new.argmax(axis=1).tolist() == [0, 1]
    assert np.isclose(new[1, 1], 0.7, atol=0.02)


def test_without_links_nobody_is_heard() -> None:
    key = certain(np.array([0, 1], np.int32), 2)
    _, alone = agree([key, EVEN], [(), (None,)])
    assert np.allclose(alone, 0.5)


def test_a_direction_that_disagrees_makes_no_link() -> None:
    forth = np.array([[1, 0, 0], [0, 1, 0]], np.float32)
    back = np.array([[0, 1, 0], [1, 0, 0]], np.float32)
    assert Link.of(forth, back).same.nnz == 0


def test_an_empty_stretch_is_no_error() -> None:
    assert agree([], []) == []


def test_the_drawing_behind_the_next_is_heard_where_the_next_shows_nothing() -> None:
    key = certain(np.array([0, 1], np.int32), 2)
    lost, straight = _link({1: 1}), _link({0: 0, 1: 1})
    links = [(), (straight,), (lost, straight)]
    with_two = agree([key, EVEN, EVEN], links)[2]
    with_one = agree([key, EVEN, EVEN], [(), (straight,), (lost,)])[2]
    assert with_one[0].max() < 0.6
    assert with_two[0].argmax() == 0
    assert with_two[0].max() > 0.85


def test_two_links_that_agree_count_no_more_than_one() -> None:
    key = certain(np.array([0, 1], np.int32), 2)
    straight = _link({0: 0, 1: 1})
    one = agree([key, key, EVEN], [(), (straight,), (straight,)])[2]
    two = agree([key, key, EVEN], [(), (straight,), (straight, straight)])[2]
    assert np.allclose(one, two, atol=0.01)
