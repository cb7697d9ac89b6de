from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from app.document.compositing import composite
from app.document.regions import ColoredDrawing
from app.document.shot import Drawing
from app.ui.desk.images import scaled_to_fit, to_image
from app.ui.desk.rendering import PictureMode, PictureSource, render, render_thumbnail
from tests.app.ui.helpers import BLUE, PALETTE, RED, SIZE, color_image, coloring, line_art, save


@pytest.fixture
def drawing(tmp_path: Path) -> Drawing:
    return Drawing(1, save(tmp_path / "A0001.png", line_art(1)))


def colors(image: QImage) -> tuple[QColor, QColor, QColor]:
    """Left of the line, on it, right of it."""
    return image.pixelColor(2, 5), image.pixelColor(11, 5), image.pixelColor(30, 5)


WHITE, BLACK = QColor("white"), QColor("black")


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        (PictureMode.LINE, (WHITE, BLACK, WHITE)),
        (PictureMode.COLOR, (QColor(*RED), QColor(*BLUE), QColor(*BLUE))),
        (PictureMode.COMPOSITE, (QColor(*RED), BLACK, QColor(*BLUE))),
    ],
)
def test_modes_of_a_colored_drawing(
    drawing: Drawing, mode: PictureMode, expected: tuple[QColor, ...]
) -> None:
    assert colors(render(PictureSource(drawing, None, coloring(1)), mode)) == expected


def test_doubt_lies_under_the_lines(drawing: Drawing) -> None:
    image = render(PictureSource(drawing, None, coloring(1, confidence=0.0)), PictureMode.DOUBT)
    left, line, right = colors(image)
    assert line == BLACK
    assert left.lightness() < right.lightness()


def test_a_key_shows_its_own_image_before_it_is_colored(drawing: Drawing, tmp_path: Path) -> None:
    key = save(tmp_path / "key" / "A0001.png", color_image(1))
    source = PictureSource(drawing, key, None)
    assert colors(render(source, PictureMode.COMPOSITE)) == (QColor(*RED), BLACK, QColor(*BLUE))
    assert render(source, PictureMode.LINE).pixelColor(2, 5) == WHITE


def test_a_key_of_another_size_is_shown_as_it_is(drawing: Drawing, tmp_path: Path) -> None:
    key = save(tmp_path / "key.png", np.full((9, 7, 4), 90, np.uint8))
    image = render(PictureSource(drawing, key, None), PictureMode.COMPOSITE)
    assert image.size() == QSize(7, 9)


def test_without_color_the_color_view_hints_at_the_lines(drawing: Drawing) -> None:
    image = render(PictureSource(drawing, None, None), PictureMode.COLOR)
    assert 0 < image.pixelColor(11, 5).alpha() < 128
    assert image.pixelColor(2, 5).alpha() == 0


def test_a_thumbnail_shows_the_most_finished_state(drawing: Drawing) -> None:
    size = QSize(20, 20)
    bare = render_thumbnail(PictureSource(drawing, None, None), size)
    colored = render_thumbnail(PictureSource(drawing, None, coloring(1)), size)
    assert bare.size() == QSize(20, 15)
    assert bare.pixelColor(1, 5) == WHITE
    assert colored.pixelColor(1, 5) == QColor(*RED)


def test_swapped_colors_show_on_colorings_and_on_bare_keys(
    drawing: Drawing, tmp_path: Path
) -> None:
    key = save(tmp_path / "key" / "A0001.png", color_image(1))
    swaps = frozenset({(RED, (1, 2, 3, 255))})
    for source in (
        PictureSource(drawing, None, coloring(1), swaps=swaps),
        PictureSource(drawing, key, None, swaps=swaps),
    ):
        image = render(source, PictureMode.COMPOSITE)
        assert colors(image) == (QColor(1, 2, 3), BLACK, QColor(*BLUE))
    thumbnail = render_thumbnail(source, QSize(20, 20))
    assert thumbnail.pixelColor(1, 5) == QColor(1, 2, 3)


def test_paint_covers_trace_lines_where_paint_is_looked_at(tmp_path: Path) -> None:
    line = np.full((*SIZE, 4), 255, np.uint8)
    line[:, 11] = (0, 0, 255, 255)
    source = PictureSource(
        Drawing(1, save(tmp_path / "A0001.png", line)), None, coloring(1), paints_traces=True
    )
    assert colors(render(source, PictureMode.COMPOSITE))[1] == QColor(*BLUE)
    for mode in (PictureMode.LINE, PictureMode.REGIONS, PictureMode.DOUBT):
        assert colors(render(source, mode))[1] == QColor(0, 0, 255)


def test_composites_are_those_of_the_export_to_the_last_pixel(tmp_path: Path) -> None:
    chance = np.random.default_rng(3)
    line = chance.integers(0, 256, (*SIZE, 4), dtype=np.uint8)
    line[:, 10:20] = 255
    line[5:9, :, 3] = 0
    drawing = Drawing(1, save(tmp_path / "A0001.png", line))
    shown = render(PictureSource(drawing, None, coloring(1)), PictureMode.COMPOSITE)
    assert shown == to_image(composite(line, coloring(1).color_layer()))


def test_the_thumbnail_of_a_large_drawing_looks_like_its_picture(tmp_path: Path) -> None:
    labels = np.zeros((600, 803), np.int32)
    labels[:, 400:] = 1
    line = np.full((600, 803, 4), 255, np.uint8)
    line[:, 392:408, :3] = 0
    drawing = Drawing(1, save(tmp_path / "A0001.png", line))
    packed = ColoredDrawing.pack(1, labels, PALETTE, np.arange(2), np.ones(2))
    size = QSize(100, 80)
    for swaps in (frozenset(), frozenset({(RED, (1, 2, 3, 255))})):
        source = PictureSource(drawing, None, packed, swaps=swaps)
        small = render_thumbnail(source, size)
        whole = scaled_to_fit(render(source, PictureMode.COMPOSITE), size)
        assert small.size() == whole.size()
        for x in (10, 50, 90):
            for channel in ("red", "green", "blue"):
                seen, wanted = (getattr(one.pixelColor(x, 40), channel)() for one in (small, whole))
                assert abs(seen - wanted) <= 25
