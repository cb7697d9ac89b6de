"""New palettes for old drawings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from model.shows.drawing import ShowDrawing


def recolor(drawings: Sequence[ShowDrawing], rng: np.random.Generator) -> list[ShowDrawing]:
    """The same drawings in a random new palette, the same for all of them.

    Equal colors stay equal, distinct ones distinct (at least 1/255 apart in some channel),
    transparent paper stays transparent. Half of the palettes keep how colors relate (turned hue,
    changed contrast), half are wholly random.

    Args:
        drawings: any number of drawings of one shot.
        rng: source of the palette.
    """
    tables = [_color_of_identity(each) for each in drawings]
    packed = np.concatenate([_packed(table) for table in tables])
    old, inverse = np.unique(packed, return_inverse=True)
    rgba = old.astype("<u4").view(np.uint8).reshape(-1, 4)
    paint = _related_palette if rng.random() < 0.5 else _random_palette
    new = np.array(rgba)
    opaque = rgba[:, 3] > 0
    new[opaque, :3] = _made_distinct(paint(rgba[opaque, :3], rng), rng)
    result, start = [], 0
    for drawing, table in zip(drawings, tables, strict=True):
        lut = new[inverse[start : start + len(table)]]
        start += len(table)
        result.append(replace(drawing, color=lut[drawing.identity]))
    return result


def _color_of_identity(drawing: ShowDrawing) -> NDArray[np.uint8]:
    table = np.zeros((int(drawing.identity.max()) + 1, 4), dtype=np.uint8)
    table[drawing.identity.ravel()] = drawing.color.reshape(-1, 4)
    return table


def _packed(rgba: NDArray[np.uint8]) -> NDArray[np.uint32]:
    return np.ascontiguousarray(rgba).view("<u4").ravel()


def _random_palette(rgb: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
    """Random colors, each the farthest from the others of a few candidates."""
    chosen = np.zeros((0, 3))
    for _ in range(len(rgb)):
        candidates = rng.uniform(0, 255, (6, 3))
        if len(chosen):
            gaps = np.linalg.norm(candidates[:, None] - chosen[None], axis=2).min(axis=1)
            candidates = candidates[[int(gaps.argmax())]]
        chosen = np.vstack([chosen, candidates[:1]])
    return np.rint(chosen).astype(np.uint8)


def _related_palette(rgb: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
    """Turn hues, permute channels, change contrast and brightness."""
    values = rgb.astype(np.float64)[:, rng.permutation(3)] / 255.0
    gray = values.mean(axis=1, keepdims=True)
    values = gray + (values - gray) * rng.uniform(0.5, 1.6)
    if rng.random() < 0.3:
        values = 1.0 - values
    values = np.clip(values, 0.0, 1.0) ** rng.uniform(0.6, 1.6)
    values = values * rng.uniform(0.7, 1.0) + rng.uniform(0.0, 0.1, 3)
    return np.rint(np.clip(values, 0.0, 1.0) * 255.0).astype(np.uint8)


def _made_distinct(rgb: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
    result = np.array(rgb)
    for _ in range(100):
        _, first = np.unique(result, axis=0, return_index=True)
        repeated = np.setdiff1d(np.arange(len(result)), first)
        if not len(repeated):
            break
        shift = rng.integers(-12, 13, (len(repeated), 3))
        result[repeated] = np.clip(result[repeated] + shift, 0, 255)
    return result
