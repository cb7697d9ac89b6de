"""Balloons, umbrellas, cups, balls, guitars and flowers."""

from __future__ import annotations

import numpy as np

from model.shows.rendering.paint import Paint, Stroke, Weight
from model.shows.rendering.palette import Paintbox, Scheme
from model.shows.rendering.shapes import Points, box, ellipse, smooth, tube
from model.shows.wear.held import Frame, Prop, turned_way


def balloons(paintbox: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Prop:
    """One to four balloons on strings."""
    count = int(rng.integers(1, 5))
    skins = [scheme.part(f"accent{k}") for k in range(count)]
    knots = [scheme.part(f"accent{k}") for k in range(count)]
    spots = [[scheme.part("white", "light") for _ in range(3)] for _ in range(count)]

    def paints(grip: Points, along: Points, size: float, phase: float) -> list[Paint]:
        result: list[Paint] = []
        for k in range(count):
            angle = 0.5 * (k - 0.5 * (count - 1)) + 0.15 * np.sin(phase + k)
            at = Frame(grip, np.array([np.sin(angle), -np.cos(angle)]), size)
            reach = 0.75 + 0.12 * (k % 2)
            string = tube(at([(0.0, 0.0), (0.5 * reach, 0.03), (reach, 0.0)]), [0.004 * size] * 3)
            body = at(smooth([(reach, 0.0), (reach + 0.14, 0.15), (reach + 0.3, 0.14),
                              (reach + 0.38, 0.0), (reach + 0.3, -0.14), (reach + 0.14, -0.15)],
                             sharp=(0,)))  # fmt: skip
            dots = tuple(
                Paint(part, (at(ellipse((reach + 0.15 + 0.08 * j, 0.06 - 0.06 * j), (0.03, 0.03),
                                        samples=12)),), weight=Weight.LIGHT)
                for j, part in enumerate(spots[k])
            )  # fmt: skip
            result.append(Paint(knots[k], (string,), weight=Weight.TRACE))
            result.append(Paint(skins[k], (body,), shade=0.15, shine=0.3, inside=dots))
        return result

    return paints


def umbrella(paintbox: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Prop:
    """An open umbrella in panels."""
    count = int(rng.integers(3, 7))
    panels = [scheme.part("accent" if k % 2 else "accent2") for k in range(count)]
    rod, tip = scheme.part("grip", "leather"), scheme.part("gold")

    def paints(grip: Points, along: Points, size: float, phase: float) -> list[Paint]:
        at = Frame(grip, along, size)
        result = [Paint(rod, (at(box((0.3, 0.0), (0.45, 0.015), 0.5)),), weight=Weight.MEDIUM)]
        edges = np.linspace(-0.5, 0.5, count + 1)
        for k, part in enumerate(panels):
            a, b = edges[k], edges[k + 1]
            rim = 0.42 + 0.1 * (1 - (2 * np.array([a, b])) ** 2)
            outline = [(0.8, 0.0), (0.74, 0.6 * a), (rim[0], a), (rim.mean() + 0.05, 0.5 * (a + b)),
                       (rim[1], b), (0.74, 0.6 * b)]  # fmt: skip
            result.append(Paint(part, (at(smooth(outline, sharp=(0, 2, 4))),), z=1.0, shade=0.1))
        result.append(Paint(tip, (at(box((0.83, 0.0), (0.05, 0.012), 0.5)),), z=1.0))
        return result

    return paints


def cup(paintbox: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Prop:
    """A mug with stripes."""
    body, rim, drink, bow = (scheme.part(r) for r in ("accent", "accent2", "drink", "accent"))
    stripes = [scheme.part("accent2") for _ in range(int(rng.integers(0, 3)))]

    def paints(grip: Points, along: Points, size: float, phase: float) -> list[Paint]:
        at = Frame(grip, np.array([0.0, -1.0]), 0.3 * size)
        side = [(0.5, -0.4), (0.5, 0.4), (-0.5, 0.3), (-0.5, -0.3)]
        bands = tuple(
            Paint(part, (at(box((-0.2 + 0.3 * k, 0.0), (0.08, 0.6))),), weight=Weight.LIGHT)
            for k, part in enumerate(stripes)
        )
        hold = tube(at(smooth([(0.3, 0.35), (0.2, 0.65), (-0.2, 0.6), (-0.3, 0.3)], closed=False)),
                    [0.07 * 0.3 * size] * 25)  # fmt: skip
        top = ellipse((0.5, 0.0), (0.14, 0.42))
        liquid = Paint(drink, (at(ellipse((0.48, 0.0), (0.09, 0.34))),), weight=Weight.LIGHT)
        return [
            Paint(bow, (hold,), z=1.0, weight=Weight.MEDIUM),
            Paint(body, (at(side),), z=1.0, shade=0.2, inside=bands),
            Paint(rim, (at(top),), z=1.0, weight=Weight.MEDIUM, inside=(liquid,)),
        ]

    return paints


def toy(paintbox: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Prop:
    """A beach ball with slices."""
    count = int(rng.integers(4, 9))
    slices = [scheme.part(("accent", "accent2", "white")[k % 3]) for k in range(count)]
    base, hub = scheme.part("white", "light"), scheme.part("accent")

    def paints(grip: Points, along: Points, size: float, phase: float) -> list[Paint]:
        at = Frame(grip, along, 0.28 * size)
        wedges = []
        for k, part in enumerate(slices):
            a, b = (2 * np.pi * (k + t) / count + 0.3 * phase for t in (0.0, 0.6))
            rays = [(0.55, 0.0), (0.55 + 1.2 * np.cos(a), 1.2 * np.sin(a)),
                    (0.55 + 1.2 * np.cos(b), 1.2 * np.sin(b))]  # fmt: skip
            wedges.append(Paint(part, (at(rays),), weight=Weight.LIGHT))
        middle = Paint(hub, (at(ellipse((0.55, 0.0), (0.18, 0.18), samples=14)),),
                       weight=Weight.LIGHT)  # fmt: skip
        round_body = at(ellipse((0.55, 0.0), (0.75, 0.75), samples=40))
        return [Paint(base, (round_body,), z=1.0, inside=(*wedges, middle), shade=0.14)]

    return paints


def guitar(paintbox: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Prop:
    """An electric guitar."""
    body, plate, neck, head = (scheme.part(r) for r in ("accent", "accent2", "grip", "accent"))
    hole = scheme.part("ink", "dark")
    knobs = [scheme.part("white", "light") for _ in range(3)]
    pegs = [scheme.part("gold") for _ in range(4)]
    frets = int(rng.integers(4, 9))

    def paints(grip: Points, along: Points, size: float, phase: float) -> list[Paint]:
        at = Frame(grip, along, size)
        shape = [
            (0.05, 0.1),
            (-0.1, 0.13),
            (-0.2, 0.11),
            (-0.36, 0.19),
            (-0.5, 0.12),
            (-0.52, 0.0),
            (-0.5, -0.12),
            (-0.36, -0.19),
            (-0.2, -0.11),
            (-0.1, -0.13),
            (0.05, -0.1),
        ]
        shield = [(-0.15, 0.02), (-0.3, 0.12), (-0.42, 0.06), (-0.3, -0.02)]
        inside = [Paint(plate, (at(smooth(shield)),), weight=Weight.LIGHT)]
        inside += [
            Paint(part, (at(ellipse((-0.36 - 0.05 * k, -0.08), (0.016, 0.016), samples=10)),),
                  weight=Weight.LIGHT)
            for k, part in enumerate(knobs)
        ]  # fmt: skip
        inside.append(Paint(hole, (at(ellipse((-0.2, 0.0), (0.06, 0.06), samples=18)),),
                            weight=Weight.LIGHT))  # fmt: skip
        lines = tuple(
            Stroke(at([(0.02 + 0.55 * k / frets, -0.05), (0.02 + 0.55 * k / frets, 0.05)]))
            for k in range(frets)
        )
        result = [
            Paint(part, (at(ellipse((0.68 + 0.05 * (k // 2), 0.07 * (-1) ** k), (0.015, 0.02),
                                    samples=10)),), weight=Weight.LIGHT)
            for k, part in enumerate(pegs)
        ]  # fmt: skip
        fan = [(0.6, -0.03), (0.64, -0.06), (0.8, -0.05), (0.8, 0.05), (0.64, 0.06), (0.6, 0.03)]
        result += [
            Paint(head, (at(smooth(fan, sharp=range(6), samples=3)),), z=1.0),
            Paint(body, (at(smooth(shape)),), z=1.0, inside=tuple(inside), shade=0.1, shine=0.25),
            Paint(neck, (at(box((0.24, 0.0), (0.38, 0.03))),), z=1.0, strokes=lines),
        ]
        return result

    return paints


def flowers(paintbox: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Prop:
    """A few flowers on stems."""
    count, petals = int(rng.integers(1, 4)), int(rng.integers(5, 8))
    stems = [scheme.part("stem", "plant") for _ in range(count)]
    leaves = [scheme.part("stem", "plant") for _ in range(count)]
    hearts = [scheme.part("gold") for _ in range(count)]
    rims = [[scheme.part("accent") for _ in range(petals)] for _ in range(count)]

    def paints(grip: Points, along: Points, size: float, phase: float) -> list[Paint]:
        result: list[Paint] = []
        for k in range(count):
            angle = 0.45 * (k - 0.5 * (count - 1)) + 0.1 * np.sin(phase + k)
            at = Frame(grip, turned_way(along, angle), size)
            result.append(Paint(stems[k], (at(box((0.15, 0.0), (0.22, 0.012))),),
                                weight=Weight.LIGHT))  # fmt: skip
            leaf = smooth([(0.1, 0.0), (0.2, 0.09), (0.3, 0.08), (0.18, 0.02)], sharp=(0, 2))
            result.append(Paint(leaves[k], (at(leaf),), weight=Weight.LIGHT))
            for j, part in enumerate(rims[k]):
                a = 2 * np.pi * j / petals
                center = (0.42 + 0.09 * np.cos(a), 0.09 * np.sin(a))
                petal = ellipse(center, (0.075, 0.05), a, samples=16)
                result.append(Paint(part, (at(petal),), weight=Weight.LIGHT))
            eye = ellipse((0.42, 0.0), (0.05, 0.05), samples=16)
            result.append(Paint(hearts[k], (at(eye),), weight=Weight.LIGHT))
        return result

    return paints
