"""Swords, staffs and shields."""

from __future__ import annotations

import numpy as np

from model.shows.rendering.paint import Paint, Weight
from model.shows.rendering.palette import Paintbox, Scheme
from model.shows.rendering.shapes import Points, box, ellipse, points, smooth, star
from model.shows.wear.held import Frame, Prop


def sword(paintbox: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Prop:
    """A sword with a ridge, a guard and a wound grip."""
    blade = [scheme.part("blade", "metal"), scheme.part("blade2", "metal")]
    guard, handle, knob = scheme.part("gold"), scheme.part("grip", "leather"), scheme.part("gold")
    wraps = [scheme.part("gold") for _ in range(int(rng.integers(0, 4)))]
    length, width, curve = rng.uniform(0.7, 1.3), rng.uniform(0.03, 0.08), rng.uniform(-0.1, 0.1)

    def paints(grip: Points, along: Points, size: float, phase: float) -> list[Paint]:
        at = Frame(grip, along, size)
        edge = [
            (0.1, -width),
            (0.5 * length, -width + 0.5 * curve),
            (0.88 * length, -width + curve),
            (length, curve),
            (0.88 * length, width + curve),
            (0.5 * length, width + 0.5 * curve),
            (0.1, width),
        ]
        half = [(0.1, 0.0), (0.5 * length, 0.5 * curve), (length, curve),
                (0.88 * length, width + curve), (0.1, 2 * width)]  # fmt: skip
        ridge = Paint(blade[1], (at(half),), weight=Weight.LIGHT)
        rings = tuple(
            Paint(part, (at(box((-0.05 - 0.05 * k, 0.0), (0.012, 0.2))),), weight=Weight.LIGHT)
            for k, part in enumerate(wraps)
        )
        bar = box((0.1, 0.0), (0.025, 0.14), 0.8)
        return [
            Paint(blade[0], (at(smooth(edge, sharp=range(7), samples=4)),), inside=(ridge,)),
            Paint(handle, (at(box((-0.04, 0.0), (0.14, 0.03), 0.5)),), inside=rings),
            Paint(guard, (at(bar),), shade=0.25),
            Paint(knob, (at(ellipse((-0.2, 0.0), (0.045, 0.045), samples=16)),)),
        ]

    return paints


def staff(paintbox: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Prop:
    """A staff with a star, an orb or a blade."""
    rod, orb, ring = scheme.part("grip", "leather"), scheme.part("accent"), scheme.part("gold")
    kind = int(rng.integers(3))

    def paints(grip: Points, along: Points, size: float, phase: float) -> list[Paint]:
        at = Frame(grip, along, size)
        result = [Paint(rod, (at(box((0.1, 0.0), (0.75, 0.025), 0.5)),), shade=0.3)]
        if kind == 0:
            result.append(Paint(orb, (at(star((0.95, 0.0), 0.18, 0.08)),), shade=0.15))
        elif kind == 1:
            result.append(
                Paint(orb, (at(ellipse((0.93, 0.0), (0.14, 0.14))),), shade=0.2, shine=0.3)
            )
        else:
            head = [(0.8, -0.2), (0.95, -0.22), (0.92, 0.0), (0.95, 0.22), (0.8, 0.2), (0.7, 0.0)]
            result.append(Paint(orb, (at(smooth(head, sharp=(0, 1, 3, 4))),), shade=0.2))
        result.append(Paint(ring, (at(box((0.74, 0.0), (0.04, 0.045), 0.4)),)))
        return result

    return paints


def shield(paintbox: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Prop:
    """A round wooden or a pointed shield."""
    rim, boss, knob = (scheme.part("armor", "metal") for _ in range(3))
    wood = scheme.part("wood", "leather")
    planks = [scheme.part("wood2", "leather") for _ in range(int(rng.integers(0, 5)))]
    kite, sign = rng.random() < 0.4, scheme.part("accent")

    def paints(grip: Points, along: Points, size: float, phase: float) -> list[Paint]:
        at = Frame(grip, np.array([1.0, 0.0]), 0.34 * size)
        if kite:
            edge = points([(-0.8, -0.9), (0.0, -1.05), (0.8, -0.9), (0.75, 0.1), (0.0, 1.2),
                           (-0.75, 0.1)])  # fmt: skip
            outer, inner = smooth(edge, sharp=(0, 2, 4)), smooth(0.82 * edge, sharp=(0, 2, 4))
        else:
            outer, inner = ellipse((0, 0), (0.95, 1.0), samples=40), ellipse((0, 0), (0.74, 0.78))
        boards = [
            Paint(part, (at(box((0.0, -0.6 + 0.36 * k), (1.0, 0.09))),), weight=Weight.LIGHT)
            for k, part in enumerate(planks)
        ]
        center = Paint(boss, (at(ellipse((0, 0), (0.34, 0.36))),), weight=Weight.MEDIUM, shade=0.2,
                       over=(Paint(knob, (at(ellipse((0, 0), (0.15, 0.16), samples=16)),),
                                   weight=Weight.LIGHT),))  # fmt: skip
        if kite:
            center = Paint(sign, (at(star((0, -0.1), 0.5, 0.22)),), weight=Weight.LIGHT)
        face = Paint(wood, (at(inner),), weight=Weight.MEDIUM, inside=tuple(boards))
        return [Paint(rim, (at(outer),), z=1.0, inside=(face, center), shade=0.14)]

    return paints
