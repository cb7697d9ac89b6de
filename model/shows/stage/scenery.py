"""Things that stand in backgrounds: trees, fences, houses, flowers, furniture, clouds."""

from __future__ import annotations

import numpy as np

from model.shows.rendering.paint import Paint, Stroke, Weight
from model.shows.rendering.palette import Paintbox
from model.shows.rendering.shapes import blob, box, ellipse, leaf, points, smooth


def cloud(paintbox: Paintbox, rng: np.random.Generator, swatch: int) -> Paint:
    """A cloud somewhere in the sky."""
    u = rng.uniform
    at, size = np.array([u(-0.9, 0.9), u(-0.5, -0.1)]), u(0.04, 0.09)
    puffs = tuple(
        ellipse(at + size * np.array([x, -0.5 * h]), (0.9 * size, size * h))
        for x, h in zip((-1.5, -0.6, 0.5, 1.5), u(0.5, 1.0, 4), strict=True)
    )
    return Paint(paintbox.part(swatch), puffs, weight=Weight.LIGHT, shade=0.1)


def tree(
    paintbox: Paintbox,
    rng: np.random.Generator,
    foot: tuple[float, float],
    height: float,
    trunk: int,
    crown: int,
) -> list[Paint]:
    """A leafy tree or a fir in layers."""
    x, y = foot
    w = 0.06 * height
    stem = points([(x - w, y), (x - 0.6 * w, y - 0.5 * height), (x + 0.6 * w, y - 0.5 * height),
                   (x + w, y)])  # fmt: skip
    result = [Paint(paintbox.part(trunk), (stem,), weight=Weight.LIGHT, shade=0.3)]
    if rng.random() < 0.4:
        for k in range(3):
            base, half = y - (0.25 + 0.2 * k) * height, (0.26 - 0.06 * k) * height
            layer = smooth([(x, base - 0.36 * height), (x + half, base), (x, base + 0.03 * height),
                            (x - half, base)], sharp=(0, 1, 3))  # fmt: skip
            result.append(Paint(paintbox.part(crown), (layer,), weight=Weight.LIGHT, shade=0.12))
        return result
    count = 2 * int(rng.integers(5, 9))
    bumps = 1.0 + 0.1 * np.cos(np.arange(count) * np.pi) + rng.uniform(-0.05, 0.05, count)
    top = blob((x, y - 0.7 * height), (0.26 * height, 0.34 * height), bumps)
    result.append(Paint(paintbox.part(crown), (top,), weight=Weight.LIGHT, shade=0.15))
    return result


def fence(paintbox: Paintbox, rng: np.random.Generator, height: float) -> list[Paint]:
    """Pickets along the whole stage: many alike."""
    wood = paintbox.swatch("leather")
    tall, step = rng.uniform(0.12, 0.25), rng.uniform(0.07, 0.13)
    slope = rng.uniform(-0.12, 0.12)
    result = []
    for level in (0.3, 0.75):
        rail = [
            (-1.5, height - level * tall - 1.5 * slope),
            (1.5, height - level * tall + 1.5 * slope),
        ]
        a, b = points(rail)
        thick = np.array([0.0, 0.022])
        shape = np.stack([a, b, b + thick, a + thick])
        result.append(Paint(paintbox.part(wood), (shape,), weight=Weight.LIGHT))
    for x in np.arange(-1.2, 1.2, step):
        y, w = height + slope * x, 0.3 * step
        shape = smooth(
            [(x - w, y), (x - w, y - tall), (x, y - 1.2 * tall), (x + w, y - tall), (x + w, y)],
            sharp=(0, 1, 3, 4),
        )
        result.append(Paint(paintbox.part(wood), (shape,), weight=Weight.LIGHT, shade=0.3))
    return result


def houses(paintbox: Paintbox, rng: np.random.Generator, ground: float) -> list[Paint]:
    """A row of houses with roofs, doors and windows."""
    walls = [paintbox.swatch("earth") for _ in range(3)]
    roof, glass, door = paintbox.swatch(), paintbox.swatch("sky"), paintbox.swatch("leather")
    result: list[Paint] = []
    x = -1.3
    while x < 1.3:
        half, tall = rng.uniform(0.1, 0.2), rng.uniform(0.25, 0.6)
        middle = x + half
        inside = [
            Paint(
                paintbox.part(glass),
                (
                    box(
                        (middle + sx * 0.45 * half, ground - tall + 0.09 + row * 0.13),
                        (0.25 * half, 0.04),
                    ),
                ),
                weight=Weight.LIGHT,
            )
            for row in range(int((tall - 0.15) / 0.13) + 1)
            for sx in (-1, 1)
        ]
        inside.append(
            Paint(
                paintbox.part(door),
                (box((middle, ground), (0.22 * half, 0.11)),),
                weight=Weight.LIGHT,
            )
        )
        wall = box((middle, ground - 0.5 * tall), (half, 0.5 * tall))
        result.append(Paint(paintbox.part(int(rng.choice(walls))), (wall,), weight=Weight.LIGHT,
                            inside=tuple(inside), shade=0.12))  # fmt: skip
        top = points([(middle - 1.15 * half, ground - tall), (middle, ground - tall - 0.7 * half),
                      (middle + 1.15 * half, ground - tall)])  # fmt: skip
        result.append(Paint(paintbox.part(roof), (top,), weight=Weight.LIGHT, shade=0.15))
        x = middle + half + rng.uniform(0.0, 0.1)
    return result


def flowers(paintbox: Paintbox, rng: np.random.Generator, ground: float) -> list[Paint]:
    """A few flowers in the grass."""
    stem, petal, heart = paintbox.swatch("plant"), paintbox.swatch(), paintbox.swatch()
    result: list[Paint] = []
    for _ in range(int(rng.integers(2, 6))):
        at = np.array([rng.uniform(-0.9, 0.9), ground + rng.uniform(0.04, 0.16)])
        top = at - (0.0, 0.07)
        blade = leaf(at, at + rng.uniform(-0.05, 0.05, 2) - (0.0, 0.05), 0.015)
        thin = np.array([0.004, 0.0])
        stalk = points([at - thin, at + thin, top + thin, top - thin])
        result += [Paint(paintbox.part(stem), (s,), weight=Weight.LIGHT) for s in (stalk, blade)]
        for k in range(5):
            a = 2 * np.pi * k / 5
            shape = ellipse(top + 0.014 * np.array([np.cos(a), np.sin(a)]), (0.012, 0.009), a, 12)
            result.append(Paint(paintbox.part(petal), (shape,), weight=Weight.TRACE))
        core = ellipse(top, (0.009, 0.009), samples=12)
        result.append(Paint(paintbox.part(heart), (core,), weight=Weight.TRACE))
    return result


def window(
    paintbox: Paintbox, at: tuple[float, float], half: tuple[float, float], curtains: bool
) -> list[Paint]:
    """A window with four panes and sometimes curtains."""
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
    result = [
        Paint(paintbox.part(frame), (box(at, half),), weight=Weight.LIGHT, inside=tuple(panes))
    ]
    if curtains:
        cloth = paintbox.swatch()
        for side in (-1, 1):
            edge = [(side * 1.35, -1.15), (side * 0.35, -1.15), (side * 0.75, 0.1),
                    (side * 0.95, 1.2), (side * 1.4, 1.2)]  # fmt: skip
            shape = np.asarray(at) + smooth(edge, sharp=(0, 1, 3, 4)) * half
            folds = tuple(
                Stroke(np.asarray(at) + points([(side * x, -1.1), (side * (x + 0.15), 1.1)]) * half)
                for x in (0.8, 1.1)
            )
            result.append(Paint(paintbox.part(cloth), (shape,), weight=Weight.LIGHT, strokes=folds))
    return result


def shelf(
    paintbox: Paintbox, rng: np.random.Generator, foot: tuple[float, float], wood: int
) -> list[Paint]:
    """A shelf with books on three boards: many alike."""
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


def picture(paintbox: Paintbox, rng: np.random.Generator, frame: int) -> Paint:
    """A framed picture on a wall."""
    u = rng.uniform
    at, size = np.array([u(-0.7, 0.7), u(-0.3, -0.05)]), np.array([u(0.05, 0.12), u(0.05, 0.1)])
    sun = ellipse(at + size * (0.3, -0.3), (0.02, 0.02), samples=14)
    hill = smooth([at + size * p for p in points([(-1, 0.3), (-0.3, -0.2), (0.3, 0.4), (1, 0.1),
                                                  (1, 1), (-1, 1)])], sharp=(4, 5))  # fmt: skip
    inner = Paint(
        paintbox.part(paintbox.swatch("sky")), (box(at, 0.8 * size),), weight=Weight.LIGHT,
        inside=(Paint(paintbox.part(paintbox.swatch()), (sun,), weight=Weight.TRACE),
                Paint(paintbox.part(paintbox.swatch("plant")), (hill,), weight=Weight.LIGHT)),
    )  # fmt: skip
    return Paint(paintbox.part(frame), (box(at, size),), weight=Weight.LIGHT, inside=(inner,))


def table(paintbox: Paintbox, rng: np.random.Generator, ground: float, wood: int) -> list[Paint]:
    """A table with a lamp or a bowl of fruit on it."""
    x, top, half = rng.uniform(-0.6, 0.6), ground - rng.uniform(0.1, 0.2), rng.uniform(0.15, 0.3)
    legs = [
        Paint(
            paintbox.part(wood),
            (
                box(
                    (x + s * 0.85 * half, 0.5 * (top + ground) + 0.03),
                    (0.014, 0.5 * (ground - top) + 0.03),
                ),
            ),
            weight=Weight.LIGHT,
        )
        for s in (-1, 1)
    ]
    board = Paint(paintbox.part(wood), (box((x, top), (half, 0.015)),), weight=Weight.LIGHT)
    fruit = paintbox.swatch()
    bowl = smooth([(x - 0.07, top - 0.06), (x + 0.07, top - 0.06), (x + 0.03, top - 0.015),
                   (x - 0.03, top - 0.015)], sharp=(0, 1))  # fmt: skip
    pile = [
        Paint(
            paintbox.part(fruit),
            (ellipse((x + 0.025 * k, top - 0.07 - 0.01 * (k % 2)), (0.02, 0.02)),),
            weight=Weight.LIGHT,
            shade=0.25,
        )
        for k in (-2, -1, 0, 1, 2)
    ]
    dish = Paint(paintbox.part(paintbox.swatch()), (bowl,), weight=Weight.LIGHT, shade=0.2)
    return [*legs, board, *pile, dish]
