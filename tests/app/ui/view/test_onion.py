from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from app.document.shot import Drawing, Shot
from app.ui.view.onion import OnionLayer, OnionSkin
from app.ui.view.onion_pictures import InkMasks, Skin, paint_skin
from tests.app.ui.helpers import SIZE, line_art, make_shot_folder, save

RED, BLUE = "#ff0000", "#0000ff"


@pytest.fixture
def shot(tmp_path: Path) -> Shot:
    folder = make_shot_folder(tmp_path, range(1, 8))
    return Shot("s", folder, [Drawing(n, folder / f"A{n:04}.png") for n in range(1, 8)])


def test_the_nearest_is_strongest_and_lies_on_top(shot: Shot) -> None:
    layers = OnionSkin(3, 2, RED, BLUE, 60).layers(shot, 4)
    seen = [(layer.drawing.number, layer.tint, round(layer.opacity, 2)) for layer in layers]
    assert seen == [(1, RED, 0.2), (2, RED, 0.4), (6, BLUE, 0.3), (3, RED, 0.6), (5, BLUE, 0.6)]


@pytest.mark.parametrize(
    ("number", "before", "after", "expected"),
    [(1, 2, 1, {2}), (7, 2, 2, {5, 6}), (4, 0, 0, set()), (4, 5, 0, {1, 2, 3})],
)
def test_the_range_ends_with_the_shot(
    shot: Shot, number: int, before: int, after: int, expected: set[int]
) -> None:
    layers = OnionSkin(before, after).layers(shot, number)
    assert {layer.drawing.number for layer in layers} == expected


def skin(shot: Shot, behind: int | None, opacity: float = 1.0) -> QImage:
    layers = (OnionLayer(shot.drawing(3), RED, opacity), OnionLayer(shot.drawing(5), BLUE, opacity))
    size = (SIZE[1], SIZE[0])
    return paint_skin(
        Skin(layers, size, None if behind is None else shot.drawing(behind)), InkMasks()
    )


def test_lines_are_tinted_and_the_rest_is_clear(shot: Shot) -> None:
    image = skin(shot, None)
    assert image.pixelColor(13, 5) == QColor(RED)
    assert image.pixelColor(15, 5) == QColor(BLUE)
    assert image.pixelColor(14, 5).alpha() == 0
    assert skin(shot, None, 0.5).pixelColor(13, 5).alpha() == pytest.approx(128, abs=1)


def test_behind_the_lines_they_stay_as_they_are(shot: Shot) -> None:
    image = skin(shot, behind=3)
    assert image.pixelColor(13, 5).alpha() == 0
    assert image.pixelColor(15, 5) == QColor(BLUE)


def test_an_unreadable_or_larger_neighbor_spoils_nothing(shot: Shot) -> None:
    shot.drawing(3).path.write_bytes(b"no image")
    save(shot.drawing(5).path, np.pad(line_art(5), ((0, 9), (0, 9), (0, 0)), constant_values=255))
    image = skin(shot, None)
    assert (image.width(), image.height()) == (SIZE[1], SIZE[0])
    assert image.pixelColor(13, 5).alpha() == 0
    assert image.pixelColor(15, 5) == QColor(BLUE)
