from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from app.ui.desk.region_colors import region_colors, region_map


def mosaic(side: int = 12) -> NDArray[np.int32]:
    """Many small regions in a large one, numbered at random."""
    numbers = np.random.default_rng(5).permutation(side * side)
    cells = np.repeat(np.repeat(numbers.reshape(side, side), 5, axis=0), 5, axis=1)
    return np.pad(cells + 1, 40).astype(np.int32)


def test_neighbors_look_different() -> None:
    labels = mosaic()
    image = region_map(labels)[..., :3].astype(int)
    for a, b, there in (
        (image[:, 1:], image[:, :-1], labels[:, 1:] != labels[:, :-1]),
        (image[1:], image[:-1], labels[1:] != labels[:-1]),
    ):
        assert np.abs(a - b).max(axis=-1)[there].min() >= 40


def test_the_same_region_keeps_its_color() -> None:
    labels = mosaic()
    assert np.array_equal(region_colors(labels), region_colors(labels.copy()))
    image, colors = region_map(labels), region_colors(labels)
    assert all(tuple(image[labels == n][0]) == tuple(colors[n]) for n in range(len(colors)))


def test_the_ground_stays_quiet_and_the_rest_is_colorful() -> None:
    colors = region_colors(mosaic())[:, :3].astype(int)
    assert np.ptp(colors[0]) == 0
    assert np.ptp(colors[1:], axis=1).min() > 30
    assert len(np.unique(colors, axis=0)) > 20


def test_one_region_alone() -> None:
    assert region_map(np.zeros((3, 4), np.int32)).shape == (3, 4, 4)
