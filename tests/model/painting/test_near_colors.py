from __future__ import annotations

import numpy as np

from model.painting.near_colors import colors_of, in_shades_of, near_rows

PALETTE = np.array([(0, 0, 0, 0), (200, 30, 40, 255), (208, 36, 40, 255), (0, 0, 0, 255)], np.uint8)


def rows(*colors: tuple[int, int, int, int]) -> list[int]:
    return near_rows(np.array(colors, np.uint8), PALETTE).tolist()


def test_a_color_of_the_palette_stands_for_itself() -> None:
    assert rows((200, 30, 40, 255), (208, 36, 40, 255)) == [1, 2]


def test_a_color_that_is_a_little_off_stands_for_the_nearest() -> None:
    assert rows((201, 31, 41, 255), (212, 40, 44, 255)) == [1, 2]


def test_a_color_that_is_far_from_all_stands_for_none() -> None:
    assert rows((200, 30, 60, 255), (0, 200, 0, 255)) == [4, 4]


def test_the_limit_itself_is_near() -> None:
    assert rows((190, 20, 30, 255), (189, 30, 40, 255)) == [1, 4]


def test_transparent_is_one_color_and_never_near_to_black() -> None:
    assert rows((9, 9, 9, 0), (0, 0, 0, 255), (2, 2, 2, 255)) == [0, 3, 3]


def test_an_empty_palette_has_nothing() -> None:
    nothing = np.zeros((0, 4), np.uint8)
    assert near_rows(PALETTE, nothing).tolist() == [0, 0, 0, 0]
    assert near_rows(nothing, PALETTE).tolist() == []


def test_an_image_is_repainted_where_the_palette_has_something_near() -> None:
    image = np.array([[(201, 31, 41, 255), (0, 200, 0, 255)], [(2, 2, 2, 255), (9, 9, 9, 0)]])
    repainted = in_shades_of(image.astype(np.uint8), PALETTE)
    assert repainted.tolist() == [
        [[200, 30, 40, 255], [0, 200, 0, 255]],
        [[0, 0, 0, 255], [0, 0, 0, 0]],
    ]


def test_the_colors_of_images_are_told_once() -> None:
    one, other = (PALETTE[rows].reshape(1, 2, 4) for rows in ([0, 1], [1, 3]))
    found = colors_of(one, other)
    assert sorted(found.tolist()) == sorted(PALETTE[[0, 1, 3]].tolist())
