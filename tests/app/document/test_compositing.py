from __future__ import annotations

import numpy as np

from app.document.compositing import composite, ink_layer

INK = np.array([[[0, 0, 0, 255], [255, 0, 0, 255], [0, 0, 255, 255]]], np.uint8)


def flat(color: tuple[int, int, int, int], width: int) -> np.ndarray:
    return np.tile(np.array(color, np.uint8), (1, width, 1))


def test_full_ink_keeps_its_color_over_any_paint() -> None:
    for paint in ((1, 2, 3, 255), (200, 100, 50, 128), (0, 0, 0, 0)):
        assert np.array_equal(composite(INK, flat(paint, 3)), INK)


def test_paper_and_nothing_leave_the_color_layer_untouched() -> None:
    lines = np.array([[[255, 255, 255, 255], [7, 7, 7, 0]]], np.uint8)
    paint = flat((12, 34, 56, 200), 2)
    assert np.array_equal(composite(lines, paint), paint)


def test_anti_aliased_lines_leave_no_white_fringe() -> None:
    over = composite(np.full((1, 1, 4), (128, 128, 128, 255), np.uint8), flat((200, 0, 0, 255), 1))
    assert over[0, 0].tolist() == [100, 0, 0, 255]


def test_ink_over_white_gives_the_line_art_back() -> None:
    gray = np.arange(256, dtype=np.uint8)
    lines = np.dstack([gray, gray, gray, np.full(256, 255, np.uint8)]).reshape(1, 256, 4)
    colored = np.random.default_rng(0).integers(0, 256, (1, 256, 4), dtype=np.uint8)
    colored[..., 3] = 255
    for art in (lines, colored):
        ink = ink_layer(art).astype(np.float64)
        alpha = ink[..., 3:] / 255
        on_white = ink[..., :3] * alpha + 255 * (1 - alpha)
        assert np.abs(on_white - art[..., :3]).max() <= 1.0
