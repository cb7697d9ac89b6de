from __future__ import annotations

import cv2
import numpy as np

from model.painting.key_paint import gather_palette, paint_map, split_by_paint
from model.painting.regions import find_regions

RED, BLUE, SKIN = (220, 30, 40, 255), (20, 60, 200, 255), (240, 200, 170, 255)


def _key(*, composite: bool) -> tuple[np.ndarray, np.ndarray]:
    """Two outlined discs on transparent paper, anti-aliased where it is a composite."""
    line = np.full((120, 200), 255, np.uint8)
    color = np.zeros((120, 200, 4), np.uint8)
    for x, paint in ((60, RED), (140, BLUE)):
        cv2.circle(color, (x, 60), 30, paint, cv2.FILLED)
        cv2.circle(line, (x, 60), 30, 0, 2, cv2.LINE_AA)
    if composite:
        ink = (255 - line).astype(np.float32)[..., None] / 255
        color = np.rint(color * (1 - ink) + np.float32((0, 0, 0, 255)) * ink).astype(np.uint8)
    return line, color


def _as_set(palette: np.ndarray) -> set[tuple[int, ...]]:
    return {tuple(int(v) for v in row) for row in palette}


def test_palette_is_the_exact_paint_of_a_color_layer() -> None:
    line, color = _key(composite=False)
    palette = gather_palette([color], [find_regions(line)])
    assert _as_set(palette) == {(0, 0, 0, 0), RED, BLUE}
    assert tuple(palette[0]) == (0, 0, 0, 0)


def test_blends_along_the_lines_of_a_composite_are_no_paint() -> None:
    line, color = _key(composite=True)
    palette = gather_palette([color], [find_regions(line)])
    assert _as_set(palette) == {(0, 0, 0, 0), RED, BLUE}


def test_a_color_that_fills_only_a_tiny_region_is_paint() -> None:
    line, color = _key(composite=False)
    cv2.rectangle(line, (98, 10), (101, 13), 0, 1)
    color[10:14, 98:102] = SKIN
    assert SKIN in _as_set(gather_palette([color], [find_regions(line)]))


def test_transparent_pixels_are_one_color_whatever_they_hide() -> None:
    line, color = _key(composite=False)
    color[:20, :, :3] = 77
    palette = gather_palette([color], [find_regions(line)])
    assert (palette[:, 3] == 0).sum() == 1
    paint = paint_map(color, find_regions(line), palette)
    assert (palette[paint[5, :]][:, 3] == 0).all()


def test_paint_continues_under_the_lines() -> None:
    line, color = _key(composite=True)
    regions = find_regions(line)
    palette = gather_palette([color], [regions])
    painted = palette[paint_map(color, regions, palette)]
    assert _as_set(painted[60, 32:88]) == {RED}
    assert tuple(painted[60, 30]) in {RED, (0, 0, 0, 0)}


def test_regions_are_cut_where_paint_changes_without_a_line() -> None:
    line, color = _key(composite=False)
    color[60:, :100][color[60:, :100, 3] > 0] = SKIN
    regions = find_regions(line)
    palette = gather_palette([color], [regions])
    finer, rows = split_by_paint(regions, paint_map(color, regions, palette))
    assert finer.count == regions.count + 1
    assert tuple(palette[rows[finer.labels[45, 60]]]) == RED
    assert tuple(palette[rows[finer.labels[75, 60]]]) == SKIN


def test_a_region_of_blends_alone_has_the_paint_they_are_made_of() -> None:
    line, color = _key(composite=False)
    line[20:100, [60, 63]] = 0
    color[20:100, 60:64] = (0, 0, 0, 255)
    color[20:100, 61] = color[20:100, 62] = np.rint(np.array(BLUE) * 0.6 + (0, 0, 0, 102))
    color[30:90:3, 61] = np.rint(np.array(BLUE) * 0.8 + (0, 0, 0, 51))
    color[31:90:3, 62] = np.rint(np.array(BLUE) * 0.7 + (0, 0, 0, 76.5))
    color[32:90:3, 61] = np.rint(np.array(BLUE) * 0.5 + (0, 0, 0, 127.5))
    regions = find_regions(line)
    palette = gather_palette([color], [regions])
    assert _as_set(palette) == {(0, 0, 0, 0), RED, BLUE}
    painted = palette[paint_map(color, regions, palette)]
    assert _as_set(painted[35:85, 61:63].reshape(-1, 4)) == {BLUE}


def test_blends_beside_a_line_never_take_the_paint_across_it() -> None:
    line, color = _key(composite=True)
    line[20:100, 59:61] = 0
    color[20:100, 59:61] = (0, 0, 0, 255)
    color[40:80, 61:90] = SKIN
    color[40:80, 61:64] = np.rint(np.array(SKIN) * 0.7 + (0, 0, 0, 76.5))
    regions = find_regions(line)
    palette = gather_palette([color], [regions])
    painted = palette[paint_map(color, regions, palette)]
    assert RED not in _as_set(painted[42:78, 61:64].reshape(-1, 4))
