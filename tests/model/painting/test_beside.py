from __future__ import annotations

import numpy as np

from model.painting.beside import Beside

RED, BLUE = 0, 1
KNOWN = np.array([RED, BLUE], np.int32)
"""A drawing whose region 0 is red and whose region 1 is blue."""


def _beside(*rows: tuple[float, ...]) -> Beside:
    """Each row: belief in red and blue key regions, then in regions 0 and 1 of two drawings."""
    beliefs = np.array(rows, np.float32)
    made = Beside.of(beliefs[:, :2], [beliefs[:, 2:4], beliefs[:, 4:6]])
    assert made is not None
    return made


def test_a_drawing_that_is_known_outvotes_the_keys() -> None:
    beside = _beside((0.3, 0, 0, 0.7, 0, 0))
    said = beside.says([KNOWN, None])
    assert said is not None
    assert said.argmax(axis=1).tolist() == [BLUE]


def test_belief_in_a_drawing_that_is_not_known_falls_to_the_others() -> None:
    beside = _beside((0.1, 0, 0, 0.8, 0.02, 0.08))
    said = beside.says([None, KNOWN])
    assert said is not None
    np.testing.assert_allclose(np.exp(said), [[0.6, 0.4]], atol=0.02)


def test_a_region_that_none_of_them_shows_is_left_open() -> None:
    said = _beside((0, 0, 0.01, 0.02, 0, 0)).says([KNOWN, KNOWN])
    assert said is not None
    assert np.exp(said).sum() < 0.1


def test_it_says_nothing_before_a_drawing_near_is_known() -> None:
    assert _beside((0.9, 0, 0.1, 0, 0, 0)).says([None, None]) is None


def test_keys_alone_are_nothing_beside() -> None:
    assert Beside.of(np.ones((1, 2), np.float32), [None, None]) is None


def test_a_wider_palette_leaves_room_for_colors_that_no_key_has() -> None:
    beside = _beside((0.3, 0, 0, 0.7, 0, 0)).widened(1)
    pink = np.array([2, 2], np.int32)
    said = beside.says([pink, None])
    assert said is not None
    assert said.argmax(axis=1).tolist() == [2]
