"""What is behind the figures: nothing, a landscape or a room."""

from __future__ import annotations

import numpy as np

from model.shows.paint import Paint, Weight
from model.shows.palette import Paintbox
from model.shows.shapes import Points, blob, box, ellipse, smooth, subdivided

_FAR = 3.0


class Background:
    """Still shapes on the stage; the camera moves over them."""

    def __init__(self, paints: list[Paint]) -> None:
        self.paints = paints


def random_background(box_of_paint: Paintbox, rng: np.random.Generator) -> Background:
    """A background design; about half are bare paper."""
    kind = rng.choice(["paper", "landscape", "room", "plain"], p=[0.45, 0.25, 0.2, 0.1])
    if kind == "landscape":
        return Background(_landscape(box_of_paint, rng))
    if kind == "room":
        return Background(_room(box_of_paint, rng))
    if kind == "plain":
        part = box_of_paint.part(box_of_paint.swatch("sky"))
        return Background([_full(part, -_FAR, _FAR)])
    return Background([])


def _full(part: int, top: float, bottom: float) -> Paint:
    corners = [(-_FAR, top), (_FAR, top), (_FAR, bottom), (-_FAR, bottom)]
    return Paint(part, (subdivided(corners, 24),), weight=Weight.LIGHT)


def _landscape(paintbox: Paintbox, rng: np.random.Generator) -> list[Paint]:
    u = rng.uniform
    result = [_full(paintbox.part(paintbox.swatch("sky")), -_FAR, _FAR)]
    cloud = paintbox.swatch("light")
    for _ in range(int(rng.integers(0, 5))):
        at, size = np.array([u(-0.9, 0.9), u(-0.5, -0.1)]), u(0.04, 0.09)
        puffs = tuple(
            ellipse(at + size * np.array([x, -0.5 * h]), (0.9 * size, size * h))
            for x, h in zip((-1.5, -0.6, 0.5, 1.5), u(0.5, 1.0, 4), strict=True)
        )
        result.append(Paint(paintbox.part(cloud), puffs, weight=Weight.LIGHT, shade=0.1))
    for k in range(int(rng.integers(1, 4))):
        part = paintbox.part(paintbox.swatch("plant" if rng.random() < 0.7 else "earth"))
        result.append(Paint(part, (_ridge(rng, 0.02 + 0.12 * k, u(0.03, 0.12)),),
                            weight=Weight.LIGHT))  # fmt: skip
    trunk, crown = paintbox.swatch("leather"), paintbox.swatch("plant")
    for _ in range(int(rng.integers(0, 5))):
        result += _tree(paintbox, rng, (u(-1.0, 1.0), u(0.2, 0.35)), u(0.2, 0.5), trunk, crown)
    ground = paintbox.part(paintbox.swatch("plant" if rng.random() < 0.5 else "earth"))
    result.append(Paint(ground, (_ridge(rng, u(0.28, 0.36), 0.015),), weight=Weight.LIGHT))
    stone = paintbox.swatch("earth")
    for _ in range(int(rng.integers(0, 7))):
        shape = blob((u(-1, 1), u(0.4, 0.5)), (u(0.02, 0.06), u(0.01, 0.03)), u(0.8, 1.2, 8))
        result.append(Paint(paintbox.part(stone), (shape,), weight=Weight.LIGHT, shade=0.2))
    return result


def _ridge(rng: np.random.Generator, height: float, rise: float) -> Points:
    x = np.linspace(-_FAR, _FAR, 40)
    y = height + rise * (
        np.sin(rng.uniform(2, 5) * x + rng.uniform(0, 6)) + 0.4 * np.sin(9 * x + rng.uniform(0, 6))
    )
    return np.vstack([np.stack([x, y], axis=1), [(_FAR, _FAR), (-_FAR, _FAR)]])


def _tree(
    paintbox: Paintbox,
    rng: np.random.Generator,
    foot: tuple[float, float],
    height: float,
    trunk: int,
    crown: int,
) -> list[Paint]:
    x, y = foot
    w = 0.06 * height
    stem = smooth([(x - w, y), (x - 0.6 * w, y - 0.5 * height), (x + 0.6 * w, y - 0.5 * height),
                   (x + w, y)], sharp=(0, 1, 2, 3))  # fmt: skip
    bumps = 1.0 + 0.14 * np.cos(np.arange(14) * np.pi) + rng.uniform(-0.05, 0.05, 14)
    leaf = blob((x, y - 0.7 * height), (0.26 * height, 0.34 * height), bumps)
    return [
        Paint(paintbox.part(trunk), (stem,), weight=Weight.LIGHT, shade=0.3),
        Paint(paintbox.part(crown), (leaf,), weight=Weight.LIGHT, shade=0.15),
    ]


def _room(paintbox: Paintbox, rng: np.random.Generator) -> list[Paint]:
    u = rng.uniform
    floor_at = u(0.25, 0.36)
    wall, floor = paintbox.swatch("sky"), paintbox.swatch("earth")
    trim, wood = paintbox.swatch("light"), paintbox.swatch("leather")
    result = [
        _full(paintbox.part(wall), -_FAR, floor_at),
        _full(paintbox.part(floor), floor_at, _FAR),
        _full(paintbox.part(trim), floor_at - 0.03, floor_at),
    ]
    x, half = u(-0.5, 0.5), (u(0.12, 0.2), u(0.12, 0.18))
    result += _window(paintbox, (x, u(-0.25, -0.15)), half)
    for _ in range(int(rng.integers(1, 3))):
        at, size = (u(-0.7, 0.7), u(-0.3, -0.05)), (u(0.05, 0.12), u(0.05, 0.1))
        picture = ellipse(at, (0.5 * size[0], 0.5 * size[1]))
        inner = Paint(paintbox.part(paintbox.swatch()), (picture,), weight=Weight.LIGHT)
        result.append(Paint(paintbox.part(wood), (box(at, size),), weight=Weight.LIGHT,
                            inside=(inner,)))  # fmt: skip
    if rng.random() < 0.6:
        result += _shelf(paintbox, rng, (u(-0.6, 0.6), floor_at), wood)
    if rng.random() < 0.5:
        rug = ellipse((u(-0.3, 0.3), 0.44), (u(0.3, 0.5), 0.05))
        result.append(Paint(paintbox.part(paintbox.swatch()), (rug,), weight=Weight.LIGHT))
    return result


def _window(paintbox: Paintbox, at: tuple[float, float], half: tuple[float, float]) -> list[Paint]:
    frame, glass = paintbox.swatch("light"), paintbox.swatch("sky")
    panes = [
        Paint(
            paintbox.part(glass),
            (box((at[0] + sx * 0.5 * half[0], at[1] + sy * 0.5 * half[1]),
                 (0.42 * half[0], 0.42 * half[1])),),
            weight=Weight.LIGHT,
        )
        for sx in (-1, 1)
        for sy in (-1, 1)
    ]  # fmt: skip
    return [Paint(paintbox.part(frame), (box(at, half),), weight=Weight.LIGHT, inside=tuple(panes))]


def _shelf(
    paintbox: Paintbox, rng: np.random.Generator, foot: tuple[float, float], wood: int
) -> list[Paint]:
    x, y = foot
    width, height = rng.uniform(0.12, 0.2), rng.uniform(0.25, 0.45)
    result = [Paint(paintbox.part(wood), (box((x, y - height), (width, height)),),
                    weight=Weight.LIGHT)]  # fmt: skip
    covers = [paintbox.swatch() for _ in range(3)]
    for row in range(3):
        base = y - 0.08 * height - row * 0.62 * height
        left = x - 0.9 * width
        while left < x + 0.75 * width:
            w, h = rng.uniform(0.012, 0.03), rng.uniform(0.35, 0.5) * height
            part = paintbox.part(int(rng.choice(covers)))
            shape = box((left + w, base - 0.5 * h), (w, 0.5 * h))
            result.append(Paint(part, (shape,), weight=Weight.LIGHT))
            left += 2.0 * w
    return result
