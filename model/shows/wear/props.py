"""What figures hold and carry."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from model.shows.figures.torso import Torso
from model.shows.rendering.paint import Paint, Weight
from model.shows.rendering.palette import Paintbox, Scheme
from model.shows.rendering.shapes import box, ellipse
from model.shows.wear import toys, weapons
from model.shows.wear.held import Prop


def random_prop(paintbox: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Prop:
    """Something to hold."""
    makers = [
        weapons.sword,
        weapons.staff,
        weapons.shield,
        toys.balloons,
        toys.umbrella,
        toys.cup,
        toys.toy,
        toys.guitar,
        toys.flowers,
    ]
    return makers[int(rng.integers(len(makers)))](paintbox, scheme, rng)


def random_bag(
    paintbox: Paintbox, scheme: Scheme, rng: np.random.Generator
) -> Callable[[Torso, float], list[Paint]]:
    """A bag on a strap across the trunk: draws itself from (trunk, drift)."""
    strap, bag, flap = (scheme.part(r, "leather") for r in ("strap", "bag", "bag"))
    clasp, side = scheme.part("gold"), float(rng.choice([-1.0, 1.0]))
    size = rng.uniform(0.22, 0.38)

    def paints(torso: Torso, drift: float) -> list[Paint]:
        unit = float(np.linalg.norm(torso.along))
        at = torso.at([(side * 1.3, -0.05)])[0] + np.array([0.1 * drift * unit, 0.0])
        result = []
        if torso.faces(0.0):
            band = torso.at(
                [
                    (side * 1.2, 0.1),
                    (0.0, 0.5),
                    (-side * 1.0, 1.05),
                    (-side * 0.7, 1.08),
                    (side * 0.2, 0.5),
                    (side * 1.3, 0.0),
                ]
            )
            result.append(Paint(strap, (band,), z=0.1, weight=Weight.MEDIUM))
        near = 1.2 if np.cos(side * 1.3 + torso.yaw) > -0.3 else -1.2
        half = np.array([size, 0.8 * size]) * unit
        lid = box(at - np.array([0.0, 0.4 * half[1]]), (1.02 * half[0], 0.6 * half[1]), 0.4)
        dot = ellipse(at + np.array([0.0, 0.15 * half[1]]), (0.12 * half[0],) * 2, samples=14)
        button = Paint(clasp, (dot,), weight=Weight.LIGHT)
        result.append(Paint(bag, (box(at, half, 0.35),), z=near, shade=0.2))
        result.append(Paint(flap, (lid,), z=near + 0.01, weight=Weight.MEDIUM, over=(button,)))
        return result

    return paints
