"""Frames are taken apart into strokes and exact paint."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from model.footage.flattening import MOST_AREAS, drawn, flatten
from model.footage.palettes import shared_palette
from tests.footage import BUTTON, COAT, FACE, PAPER, Frame, figure


def taken_apart(frames: list[Frame]) -> list[tuple[NDArray[np.uint8], NDArray[np.uint8]]]:
    flat = [flatten(frame) for frame in frames]
    palette = shared_palette([one.areas for one in flat])
    return [
        drawn(one.strokes, one.labels, colors) for one, colors in zip(flat, palette, strict=True)
    ]


def noisy(frame: Frame, seed: int) -> Frame:
    noise = np.random.default_rng(seed).normal(0, 2, frame.shape)
    return (frame + noise).clip(0, 255).astype(np.uint8)


def test_paint_is_exact_and_the_same_in_every_frame_in_spite_of_noise() -> None:
    frames = [noisy(figure(step), step) for step in range(4)]
    colors = {tuple(color) for _, layer in taken_apart(frames) for color in layer.reshape(-1, 4)}
    assert len(colors) == 4
    for paint in (PAPER, COAT, FACE, BUTTON):
        assert min(np.abs(np.subtract(color[:3], paint)).max() for color in colors) <= 1


def test_strokes_become_ink_and_paint_goes_on_under_them() -> None:
    ((line, layer),) = taken_apart([figure(0)])
    assert set(np.unique(line)) == {0, 255}
    black = (figure(0) == 0).all(axis=2)
    assert (line[black] == 0).mean() > 0.98
    assert (line[~black] == 255).mean() > 0.98
    assert (layer[..., 3] == 255).all()
    assert not (layer[..., :3] == 0).all(axis=2).any()


def test_paints_that_meet_without_a_stroke_get_a_thin_line() -> None:
    frame = np.empty((60, 80, 3), np.uint8)
    frame[:, :40], frame[:, 40:] = COAT, FACE
    ((line, layer),) = taken_apart([frame])
    columns = np.flatnonzero((line == 0).any(axis=0))
    assert len(columns) == 1
    assert 38 <= columns[0] <= 41
    assert (line[:, columns[0]] == 0).all()
    assert np.array_equal(layer[30, 5, :3], COAT)
    assert np.array_equal(layer[30, 75, :3], FACE)


def test_a_thick_end_of_a_stroke_is_ink_but_a_black_coat_is_paint() -> None:
    frame = np.full((300, 400, 3), PAPER, np.uint8)
    frame[40:44, 40:200] = 0
    frame[38:47, 196:205] = 0  # a blob at the end of the stroke
    frame[120:260, 100:300] = 0
    ((line, layer),) = taken_apart([frame])
    assert (line[39:46, 197:204] == 0).all()
    assert not (layer[39:46, 197:204, :3] == 0).any()
    assert (line[140:240, 120:280] == 255).all()
    assert (layer[140:240, 120:280, :3] == 0).all()


def test_a_hole_in_a_stroke_does_not_mix_the_paints_on_its_sides() -> None:
    frame = figure(0)
    frame[85:95, 4:9] = COAT  # the outline is open there
    ((line, layer),) = taken_apart([frame])
    assert np.array_equal(layer[90, 12, :3], COAT)
    assert np.array_equal(layer[5, 5, :3], PAPER)
    assert (line[85:95, :9] == 0).any(axis=1).all()


def test_blends_along_a_border_are_no_paint_of_their_own() -> None:
    frame = np.empty((60, 80, 3), np.float64)
    share = np.clip((np.arange(80) - 38) / 4, 0, 1)[None, :, None]
    frame[:] = np.array(COAT) * (1 - share) + np.array(FACE) * share
    ((_, layer),) = taken_apart([frame.round().astype(np.uint8)])
    assert {tuple(color[:3]) for color in layer.reshape(-1, 4)} == {COAT, FACE}


def test_a_frame_of_nothing_but_ink_and_one_of_nothing_but_noise() -> None:
    black = np.zeros((40, 40, 3), np.uint8)
    noise = np.random.default_rng(0).integers(0, 256, (300, 300, 3), dtype=np.uint8)
    for frame in (black, noise):
        flat = flatten(frame)
        assert flat.labels.shape == frame.shape[:2]
        assert 1 <= len(flat.areas.colors) <= MOST_AREAS
        assert flat.labels.max() == len(flat.areas.colors) - 1
    assert taken_apart([]) == []
