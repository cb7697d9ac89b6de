from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from model.painting.passages import find_passages
from model.painting.regions import find_regions


def rooms(*doors: int) -> NDArray[np.bool_]:
    """(60, 40 * rooms) ink: rooms in a row, a door of so many pixels between each two."""
    ink = np.zeros((60, 40 * (len(doors) + 1)), bool)
    ink[[5, -6]] = True
    ink[5:-5, [0, -1]] = True
    for number, door in enumerate(doors, 1):
        ink[5:-5, 40 * number] = True
        ink[30 : 30 + door, 40 * number] = False
    return ink


def passages(ink: NDArray[np.bool_], at: tuple[int, int], gap: int = 0) -> list[tuple[int, int]]:
    labels = find_regions(np.where(ink, 0, 255).astype(np.uint8), gap).labels
    return [(one.x, one.width) for one in find_passages(ink, labels == labels[at], gap, widest=20)]


def test_the_doors_between_rooms_are_found_narrowest_first() -> None:
    found = passages(rooms(9, 5), (20, 20))
    assert [x for x, _ in found] == [80, 40]
    assert [width for _, width in found] == [5, 9]


def test_a_closed_door_is_no_passage_any_more() -> None:
    ink = rooms(13, 5)
    assert [x for x, _ in passages(ink, (20, 20), gap=4)] == [40]
    assert passages(ink, (20, 100), gap=4) == []


def test_a_room_without_doors_has_no_passage() -> None:
    assert passages(rooms(0), (20, 20)) == []


def test_the_gap_that_is_told_closes_the_passage() -> None:
    ink = rooms(7, 4)
    labels = find_regions(np.where(ink, 0, 255).astype(np.uint8), 0).labels
    for one in find_passages(ink, labels == labels[20, 20], 0, widest=20):
        closed = find_regions(np.where(ink, 0, 255).astype(np.uint8), one.gap).labels
        assert closed[one.y, one.x - 10] != closed[one.y, one.x + 10]
