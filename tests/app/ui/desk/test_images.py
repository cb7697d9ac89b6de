from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from app.ui.desk.images import ImageCache, scaled_to_fit, to_image


def block(kilobytes: int) -> QImage:
    return QImage(256, kilobytes, QImage.Format.Format_ARGB32_Premultiplied)


def test_colors_come_through_exactly_and_pixels_are_owned() -> None:
    rgba = np.zeros((2, 3, 4), np.uint8)
    rgba[0, 1] = (201, 33, 7, 255)
    image = to_image(rgba[:, ::-1])
    rgba[:] = 0
    assert (image.width(), image.height()) == (3, 2)
    assert image.pixelColor(1, 0) == QColor(201, 33, 7)
    assert image.pixelColor(0, 1).alpha() == 0


@pytest.mark.parametrize(
    ("size", "result"), [((400, 200), (100, 50)), ((50, 20), (50, 20)), ((10, 400), (2, 100))]
)
def test_scaling_keeps_the_aspect_and_never_enlarges(
    size: tuple[int, int], result: tuple[int, int]
) -> None:
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    assert scaled_to_fit(image, QSize(100, 100)).size().toTuple() == result


def test_the_cache_drops_what_was_not_used_for_longest() -> None:
    cache = ImageCache(budget=10 * 1024)
    for key in "abc":
        cache.put(key, block(3))
    assert cache.get("a") is not None
    cache.put("d", block(3))
    assert cache.get("b") is None
    assert all(cache.get(key) is not None for key in "acd")


def test_replacing_an_image_does_not_count_it_twice() -> None:
    cache = ImageCache(budget=10 * 1024)
    cache.put("a", block(4))
    for _ in range(5):
        cache.put("b", block(4))
    assert cache.get("a") is not None


def test_one_image_above_the_budget_is_kept_alone() -> None:
    cache = ImageCache(budget=1024)
    cache.put("small", block(1))
    cache.put("huge", block(64))
    assert cache.get("huge") is not None
    assert cache.get("small") is None
