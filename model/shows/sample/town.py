"""The street of the sample shot."""

from __future__ import annotations

import numpy as np

from model.shows.rendering.paint import Paint, Stroke, Weight
from model.shows.rendering.palette import Paintbox
from model.shows.rendering.shapes import Points, box, ellipse, points, smooth, subdivided
from model.shows.sample.named import Rgb

_SWATCHES: dict[str, tuple[Rgb, ...]] = {
    "sky": ((190, 230, 250),),
    "cloud": ((255, 255, 255), (214, 224, 242)),
    "hill": ((168, 212, 150),),
    "wood": ((112, 172, 116), (84, 140, 100)),
    "rose": ((246, 196, 184), (222, 160, 156)),
    "mint": ((196, 226, 206), (160, 198, 184)),
    "sand": ((250, 222, 168), (224, 186, 132)),
    "tile": ((198, 96, 88), (160, 70, 72)),
    "slate": ((104, 116, 150), (80, 90, 124)),
    "glass": ((130, 188, 214),),
    "frame": ((255, 255, 255),),
    "door": ((126, 92, 86),),
    "walk": ((232, 220, 204),),
    "curb": ((196, 180, 168),),
    "road": ((176, 170, 178),),
    "lamp": ((44, 84, 92),),
    "light": ((255, 238, 150),),
    "pot": ((214, 120, 76), (176, 90, 62)),
    "leaves": ((92, 158, 84), (64, 120, 72)),
    "bloom": ((255, 130, 170),),
}


def town_paints(paintbox: Paintbox) -> list[Paint]:
    """Sky, hills, three houses, a lamp and a street, far ones first."""
    swatches = {name: paintbox.fixed(*tones) for name, tones in _SWATCHES.items()}

    def flat(name: str, *shapes: Points, **more: object) -> Paint:
        return Paint(paintbox.part(swatches[name]), shapes, weight=Weight.LIGHT, **more)  # type: ignore[arg-type]

    def strip(name: str, top: float, bottom: float) -> Paint:
        corners = [(-1.2, top), (1.2, top), (1.2, bottom), (-1.2, bottom)]
        return flat(name, subdivided(corners, 12))

    def house(x: float, half: float, top: float, wall: str, roof: str, rows: int) -> list[Paint]:
        panes = []
        upright, level = np.array([0.0, 0.06]), np.array([0.06, 0.0])
        for row in range(rows):
            for side in (-0.5, 0.5):
                at = np.array([x + side * half, top + 0.1 + 0.17 * row])
                cross = (Stroke(points([at - upright, at + upright])),
                         Stroke(points([at - level, at + level])))  # fmt: skip
                pane = flat("glass", box(at, (0.032, 0.045)), strokes=cross)
                panes.append(flat("frame", box(at, (0.042, 0.055)), inside=(pane,)))
        gable = [
            (x - 1.12 * half, top + 0.01),
            (x - 0.7 * half, top - 0.13),
            (x + 0.7 * half, top - 0.13),
            (x + 1.12 * half, top + 0.01),
        ]
        middle = 0.5 * (top + 0.3)
        return [
            flat(wall, box((x, middle), (half, 0.3 - middle)), inside=tuple(panes), shade=0.05),
            flat(roof, points(gable), shade=0.1),
        ]

    clouds = [
        tuple(
            ellipse((x + dx, y + dy), (r, 0.8 * r), samples=40)
            for dx, dy, r in (
                (-0.09, 0.01, 0.05),
                (-0.02, -0.025, 0.062),
                (0.06, 0.0, 0.055),
                (0.12, 0.015, 0.035),
            )
        )
        for x, y in ((-0.62, -0.36), (0.22, -0.4))
    ]
    hill = smooth([(-1.3, 0.1), (-0.7, -0.02), (-0.1, 0.08), (0.5, -0.06), (1.3, 0.08), (1.3, 0.5),
                   (-1.3, 0.5)], sharp=(0, 4, 5, 6))  # fmt: skip
    grove = smooth([(0.12, 0.3), (0.1, 0.12), (0.17, 0.05), (0.25, 0.08), (0.32, 0.01), (0.4, 0.06),
                    (0.44, 0.14), (0.46, 0.3)], sharp=(0, 7))  # fmt: skip
    door = flat("door", box((0.68, 0.22), (0.045, 0.085), 0.3))
    post = [
        flat("lamp", box((0.36, 0.11), (0.008, 0.21))),
        flat("lamp", box((0.36, 0.3), (0.02, 0.02))),
    ]
    bulb = smooth([(0.33, -0.16), (0.39, -0.16), (0.378, -0.1), (0.342, -0.1)], sharp=range(4))
    hood = points([(0.322, -0.16), (0.36, -0.2), (0.398, -0.16)])
    pots = []
    for x in (0.57, 0.79):
        bush = tuple(ellipse((x + dx, 0.235 + dy), (0.028, 0.026)) for dx, dy in
                     ((-0.02, 0.0), (0.02, 0.0), (0.0, -0.024)))  # fmt: skip
        pots.append(flat("leaves", *bush, shade=0.1))
        pots += [flat("bloom", ellipse((x + dx, 0.225 + dy), (0.009, 0.009), samples=14))
                 for dx, dy in ((-0.02, 0.0), (0.018, 0.004), (0.0, -0.022))]  # fmt: skip
        pots.append(flat("pot", points([(x - 0.035, 0.25), (x + 0.035, 0.25), (x + 0.026, 0.31),
                                        (x - 0.026, 0.31)]), shade=0.2))  # fmt: skip
    return [
        strip("sky", -0.7, 0.6), *(flat("cloud", *puffs, shade=0.08) for puffs in clouds),
        flat("hill", hill), flat("wood", grove),
        *house(-0.76, 0.15, -0.1, "mint", "slate", 2),
        *house(0.04, 0.14, 0.0, "sand", "tile", 1), *house(0.68, 0.2, -0.12, "rose", "slate", 1),
        door, strip("walk", 0.3, 0.42), strip("curb", 0.42, 0.44), strip("road", 0.44, 0.7),
        *pots, *post, flat("light", bulb), flat("lamp", hood),
    ]  # fmt: skip
