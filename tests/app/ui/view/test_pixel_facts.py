from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from app.document.regions import ColoredDrawing
from app.document.shot import Drawing
from app.ui.desk.images import to_image
from app.ui.desk.rendering import PictureMode, PictureSource
from app.ui.view.pixel_facts import Paint, PixelFacts, read_pixel
from app.ui.view.region_maps import RegionMap
from tests.app.ui.helpers import BLUE, PALETTE, RED, SIZE, coloring

DRAWING = Drawing(1, Path("A0001.png"))
GREEN = (10, 200, 30, 255)
SHOWN = to_image(np.full((*SIZE, 4), GREEN, np.uint8))


def region_map(colored: ColoredDrawing | None, labels: np.ndarray | None = None) -> RegionMap:
    if labels is None:
        assert colored is not None
        labels = colored.labels()
    return RegionMap(PictureSource(DRAWING, None, colored), labels, np.bincount(labels.ravel()))


def read(
    mode: PictureMode, regions: RegionMap | None, pixel: tuple[int, int] = (20, 5)
) -> PixelFacts:
    names = {BLUE: "Coat"}
    return read_pixel(pixel, SHOWN, mode, regions, lambda color: Paint(color, names.get(color, "")))


@pytest.mark.parametrize("mode", [m for m in PictureMode if m is not PictureMode.SOFT])
def test_a_colored_drawing_tells_its_paint_in_every_mode(mode: PictureMode) -> None:
    facts = read(mode, region_map(coloring(1, confidence=0.3)))
    assert facts == PixelFacts(20, 5, BLUE, "Coat", 1, 29 * 30, pytest.approx(0.9), False)


def test_words() -> None:
    colored = coloring(1, confidence=0.3)
    assert read(PictureMode.LINE, region_map(colored)).parts() == (
        "20, 5",
        "Coat",
        "20 60 220",
        "Region 1 · 870 px",
        "90 % · sure",
    )
    nameless = read(PictureMode.LINE, region_map(colored), (2, 5)).parts()
    assert nameless[1:] == ("#C81E28", "200 30 40", "Region 0 · 330 px", "30 % · doubtful")


def test_the_word_follows_the_doubt_threshold_as_the_review_does() -> None:
    assert PixelFacts(1, 2, confidence=0.6).parts()[4] == "60 % · unsure"
    assert PixelFacts(1, 2, confidence=0.6, doubt_below=0.7).parts()[4] == "60 % · doubtful"
    assert PixelFacts(1, 2, confidence=0.3, doubt_below=0.2).parts()[4] == "30 % · unsure"


def test_a_key_has_no_confidence_and_clear_paint_is_called_so() -> None:
    assert read(PictureMode.COLOR, region_map(coloring(1, is_key=True))).parts()[4] == "Key"
    clear = PixelFacts(1, 2, (255, 255, 255, 0))
    assert clear.parts() == ("1, 2", "Transparent", "255 255 255 · α 0", "", "")


def test_without_a_coloring_what_is_shown_is_told_unless_its_colors_are_false() -> None:
    labels = np.zeros(SIZE, np.int32)
    assert read(PictureMode.LINE, None) == PixelFacts(20, 5, GREEN)
    assert read(PictureMode.REGIONS, region_map(None, labels)) == PixelFacts(
        20, 5, None, region=0, area=1200
    )


def test_soft_tells_the_blended_color_where_there_is_one() -> None:
    soft = ColoredDrawing.pack(
        1,
        np.zeros(SIZE, np.int32),
        PALETTE,
        np.zeros(1, np.int32),
        np.ones(1, np.float32),
        soft=np.full((*SIZE, 4), GREEN, np.uint8),
    )
    assert read(PictureMode.SOFT, region_map(soft)).color == GREEN
    assert read(PictureMode.SOFT, region_map(coloring(1)), (2, 5)).color == RED


def test_a_picture_larger_than_its_regions_tells_only_its_color() -> None:
    small = region_map(coloring(1), np.zeros((4, 4), np.int32))
    assert read(PictureMode.COMPOSITE, small) == PixelFacts(20, 5, GREEN)
