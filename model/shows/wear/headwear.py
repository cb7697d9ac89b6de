"""What figures wear on their heads: the choice, and animal ears, bands, horns, headphones."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from model.shows.figures.ball import Ball
from model.shows.rendering.paint import Paint, Weight
from model.shows.rendering.palette import Paintbox, Scheme
from model.shows.rendering.shapes import ellipse, lock, swept
from model.shows.wear import facewear, hats
from model.shows.wear.worn import Worn, ring


@dataclass(frozen=True)
class Headwear:
    """Things worn together.

    Attributes:
        things: each draws its shapes from (head, sway, drift); their depth is below 0 behind
            the head, 0..1 on the face, 1..2 over the hair.
        covers: whether the hair on top is hidden.
    """

    things: tuple[Worn, ...]
    covers: bool

    def paints(self, ball: Ball, sway: float, drift: float) -> list[Paint]:
        """All shapes of all things."""
        return [paint for thing in self.things for paint in thing(ball, sway, drift)]


def random_headwear(box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Headwear:
    """A hat or helmet, ears, glasses, a mask, a beard, or nothing."""
    worn: list[Worn] = []
    top = rng.choice(["none", "cap", "helmet", "hat", "cone", "ears", "band", "horns", "phones"],
                     p=[0.3, 0.1, 0.12, 0.12, 0.08, 0.1, 0.08, 0.05, 0.05])  # fmt: skip
    makers = {
        "cap": hats.cap,
        "helmet": hats.helmet,
        "hat": hats.hat,
        "cone": hats.cone,
        "ears": _animal_ears,
        "band": _band,
        "horns": _horns,
        "phones": _phones,
    }
    if top in makers:
        worn.append(makers[str(top)](box, scheme, rng))
    face = rng.choice(["none", "glasses", "mask", "beard", "patch"], p=[0.6, 0.14, 0.1, 0.1, 0.06])
    faces = {
        "glasses": facewear.glasses,
        "mask": facewear.mask,
        "beard": facewear.beard,
        "patch": facewear.patch,
    }
    if face in faces:
        worn.append(faces[str(face)](box, scheme, rng))
    return Headwear(tuple(worn), top in ("cap", "helmet", "hat", "cone"))


def _animal_ears(box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Worn:
    outer = [box.part(scheme.swatch("hair")) for _ in range(2)]
    inner = [scheme.part("blush") for _ in range(2)]
    long = rng.random() < 0.35
    height, width, out = (1.5, 0.3, 0.35) if long else (rng.uniform(0.6, 0.9), 0.42, 0.75)

    def paints(ball: Ball, sway: float, drift: float) -> list[Paint]:
        result = []
        for k, side in enumerate((-1, 1)):
            root = ball.place([(side * out, -1.0)], 0.95)[0]
            lean = side * 0.25 + 0.3 * drift * (1.5 if long else 0.5) + 0.06 * np.sin(sway + k)
            tip = root + ball.radius * height * np.array([lean, -1.0])
            shape = lock(root, tip, 2.0 * width * ball.radius, 0.05 * side)
            mid = lock(root, root + 0.8 * (tip - root), 1.1 * width * ball.radius, 0.05 * side)
            child = Paint(inner[k], (mid,), weight=Weight.LIGHT)
            result.append(Paint(outer[k], (shape,), z=1.3, shade=0.15, inside=(child,)))
        return result

    return paints


def _band(box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Worn:
    strip, knot, sign = scheme.part("band"), scheme.part("band"), scheme.part("accent")
    tails = [scheme.part("band") for _ in range(2)]
    high = rng.uniform(-0.75, -0.5)

    def paints(ball: Ball, sway: float, drift: float) -> list[Paint]:
        inside: tuple[Paint, ...] = ()
        if ball.depth(0.0, high) > 0.1:
            badge = ball.place(ellipse((0.0, high + 0.1), (0.2, 0.09), samples=16), 1.12)
            inside = (Paint(sign, (badge,), weight=Weight.LIGHT),)
        strip_shape = ball.band(ring(high), ring(high + 0.2), 1.12)
        result = [Paint(strip, (strip_shape,), z=1.5, inside=inside, shade=0.2)]
        root = ball.place([(np.pi, high + 0.1)], 1.12)[0]
        behind = ball.depth(np.pi) < 0.2
        for k, part in enumerate(tails):
            fall = np.array([drift * 1.2 - 0.5 * np.sin(ball.turn[0]), 0.7 - 0.2 * k])
            bend = 0.2 * np.sin(sway + k)
            shape = swept(
                [root, root + ball.radius * (0.5 * fall + bend), root + ball.radius * 1.2 * fall],
                np.array([0.05, 0.12, 0.14]) * ball.radius,
                round_end=False,
            )
            result.append(Paint(part, (shape,), z=-2.1 if behind else 1.55, shade=0.2))
        tie = ellipse(root, (0.12 * ball.radius, 0.12 * ball.radius), samples=14)
        result.append(Paint(knot, (tie,), z=-2.0 if behind else 1.6))
        return result

    return paints


def _horns(box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Worn:
    count = int(rng.integers(2, 4))
    parts = [[scheme.part("horn", "light") for _ in range(3)] for _ in range(2)]
    size, bend = rng.uniform(0.5, 1.0), rng.uniform(-0.3, 0.3)

    def paints(ball: Ball, sway: float, drift: float) -> list[Paint]:
        result = []
        for k, side in enumerate((-1, 1)):
            root = ball.place([(side * 0.7, -0.9)], 1.0)[0]
            way = np.array([side * 0.7, -0.9]) * size * ball.radius
            stripes = tuple(
                Paint(part, (ellipse(root + way * (0.3 + 0.25 * j), (0.3 * ball.radius,
                                                                  0.05 * ball.radius)),),
                      weight=Weight.LIGHT)
                for j, part in enumerate(parts[k][1:count])
            )  # fmt: skip
            shape = lock(root, root + way, 0.42 * ball.radius, bend * side)
            result.append(Paint(parts[k][0], (shape,), z=1.3, shade=0.2, inside=stripes))
        return result

    return paints


def _phones(box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Worn:
    bow = scheme.part("accent2")
    cups = [(scheme.part("accent"), scheme.part("accent2")) for _ in range(2)]

    def paints(ball: Ball, sway: float, drift: float) -> list[Paint]:
        t = np.linspace(-np.pi, 0.0, 16)
        arch = ball.bent(np.stack([np.cos(t), np.sin(t)], axis=1) * 1.24)
        result = [Paint(bow, (swept(arch[::3], [0.07 * ball.radius] * 6),), z=1.4)]
        for (outer, inner), lon in zip(cups, (-1.5, 1.5), strict=True):
            depth = ball.depth(lon)
            at = ball.place([(lon, 0.1)], 1.15)[0]
            w = (0.18 + 0.14 * max(depth, 0.0)) * ball.radius
            core = Paint(inner, (ellipse(at, (0.6 * w, 0.2 * ball.radius), samples=16),),
                         weight=Weight.LIGHT)  # fmt: skip
            cup = ellipse(at, (w, 0.32 * ball.radius))
            result.append(Paint(outer, (cup,), z=1.6 if depth > -0.2 else -0.5, over=(core,)))
        return result

    return paints
