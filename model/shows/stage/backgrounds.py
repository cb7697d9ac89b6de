"""What is behind the figures: nothing, a landscape, a street or a room."""

from __future__ import annotations

import numpy as np

from model.shows.rendering.paint import Paint, Weight
from model.shows.rendering.palette import Paintbox
from model.shows.rendering.shapes import Points, blob, box, ellipse, subdivided
from model.shows.stage import scenery

_FAR = 3.0


def random_background(paintbox: Paintbox, rng: np.random.Generator) -> list[Paint]:
    """Still shapes on the stage, far ones first; almost half of all shows are bare paper."""
    kind = rng.choice(
        ["paper", "landscape", "room", "street", "plain"], p=[0.45, 0.2, 0.16, 0.11, 0.08]
    )
    if kind == "landscape":
        return _landscape(paintbox, rng)
    if kind == "room":
        return _room(paintbox, rng)
    if kind == "street":
        return _street(paintbox, rng)
    if kind == "plain":
        part = paintbox.part(paintbox.swatch("sky"))
        return [_full(part, -_FAR, _FAR)]
    return []


def _full(part: int, top: float, bottom: float) -> Paint:
    corners = [(-_FAR, top), (_FAR, top), (_FAR, bottom), (-_FAR, bottom)]
    return Paint(part, (subdivided(corners, 24),), weight=Weight.LIGHT)


def _ridge(rng: np.random.Generator, height: float, rise: float) -> Points:
    x = np.linspace(-_FAR, _FAR, 40)
    y = height + rise * (
        np.sin(rng.uniform(2, 5) * x + rng.uniform(0, 6)) + 0.4 * np.sin(9 * x + rng.uniform(0, 6))
    )
    return np.vstack([np.stack([x, y], axis=1), [(_FAR, _FAR), (-_FAR, _FAR)]])


def _sky(paintbox: Paintbox, rng: np.random.Generator) -> list[Paint]:
    result = [_full(paintbox.part(paintbox.swatch("sky")), -_FAR, _FAR)]
    if rng.random() < 0.4:
        sun = ellipse((rng.uniform(-0.8, 0.8), rng.uniform(-0.4, -0.2)), (0.07, 0.07), samples=32)
        result.append(Paint(paintbox.part(paintbox.swatch()), (sun,), weight=Weight.LIGHT))
    light = paintbox.swatch("light")
    return result + [scenery.cloud(paintbox, rng, light) for _ in range(int(rng.integers(0, 5)))]


def _landscape(paintbox: Paintbox, rng: np.random.Generator) -> list[Paint]:
    u = rng.uniform
    result = _sky(paintbox, rng)
    for k in range(int(rng.integers(1, 4))):
        part = paintbox.part(paintbox.swatch("plant" if rng.random() < 0.7 else "earth"))
        ridge = _ridge(rng, 0.02 + 0.12 * k, u(0.03, 0.12))
        result.append(Paint(part, (ridge,), weight=Weight.LIGHT))
    trunk, crown = paintbox.swatch("leather"), paintbox.swatch("plant")
    for _ in range(int(rng.integers(0, 5))):
        foot = (u(-1.0, 1.0), u(0.2, 0.35))
        result += scenery.tree(paintbox, rng, foot, u(0.2, 0.5), trunk, crown)
    ground_at = u(0.28, 0.36)
    ground = paintbox.part(paintbox.swatch("plant" if rng.random() < 0.5 else "earth"))
    result.append(Paint(ground, (_ridge(rng, ground_at, 0.015),), weight=Weight.LIGHT))
    if rng.random() < 0.35:
        result += scenery.fence(paintbox, rng, ground_at + 0.04)
    if rng.random() < 0.35:
        result += scenery.flowers(paintbox, rng, ground_at)
    return result + _stones(paintbox, rng)


def _stones(paintbox: Paintbox, rng: np.random.Generator) -> list[Paint]:
    u, stone = rng.uniform, paintbox.swatch("earth")
    return [
        Paint(
            paintbox.part(stone),
            (blob((u(-1, 1), u(0.4, 0.5)), (u(0.02, 0.06), u(0.01, 0.03)), u(0.8, 1.2, 8)),),
            weight=Weight.LIGHT,
            shade=0.2,
        )
        for _ in range(int(rng.integers(0, 7)))
    ]


def _street(paintbox: Paintbox, rng: np.random.Generator) -> list[Paint]:
    ground = rng.uniform(0.2, 0.32)
    result = _sky(paintbox, rng) + scenery.houses(paintbox, rng, ground)
    result.append(_full(paintbox.part(paintbox.swatch("metal")), ground, ground + 0.06))
    result.append(_full(paintbox.part(paintbox.swatch("earth")), ground + 0.06, _FAR))
    dash = paintbox.swatch("light")
    for x in np.arange(-1.2, 1.2, 0.35):
        mark = box((x, ground + 0.14), (0.09, 0.012))
        result.append(Paint(paintbox.part(dash), (mark,), weight=Weight.LIGHT))
    return result


def _room(paintbox: Paintbox, rng: np.random.Generator) -> list[Paint]:
    u = rng.uniform
    floor_at = u(0.25, 0.36)
    wall, floor = paintbox.swatch("sky"), paintbox.swatch("earth")
    trim, wood = paintbox.swatch("light"), paintbox.swatch("leather")
    result = [_full(paintbox.part(wall), -_FAR, floor_at)]
    if rng.random() < 0.3:
        stripe = paintbox.swatch("light")
        for x in np.arange(-1.5, 1.5, 0.3):
            shape = box((x, -0.4), (0.06, floor_at + 0.4))
            result.append(Paint(paintbox.part(stripe), (shape,), weight=Weight.LIGHT))
    result.append(_full(paintbox.part(floor), floor_at, _FAR))
    result.append(_full(paintbox.part(trim), floor_at - 0.03, floor_at))
    at, half = (u(-0.5, 0.5), u(-0.25, -0.15)), (u(0.12, 0.2), u(0.12, 0.18))
    result += scenery.window(paintbox, at, half, rng.random() < 0.5)
    result += [scenery.picture(paintbox, rng, wood) for _ in range(int(rng.integers(0, 3)))]
    if rng.random() < 0.6:
        result += scenery.shelf(paintbox, rng, (u(-0.6, 0.6), floor_at), wood)
    if rng.random() < 0.5:
        center, size = (u(-0.3, 0.3), 0.44), np.array([u(0.3, 0.5), 0.05])
        inner = Paint(
            paintbox.part(paintbox.swatch()), (ellipse(center, 0.7 * size),), weight=Weight.LIGHT
        )
        rug = Paint(paintbox.part(paintbox.swatch()), (ellipse(center, size),), weight=Weight.LIGHT)
        result += [rug, inner]
    if rng.random() < 0.4:
        result += scenery.table(paintbox, rng, floor_at + 0.05, wood)
    return result
