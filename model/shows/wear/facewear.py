"""What is worn on the face: glasses, masks, beards, eye patches."""

from __future__ import annotations

import numpy as np

from model.shows.figures.ball import Ball
from model.shows.rendering.paint import Paint, Stroke, Weight
from model.shows.rendering.palette import Paintbox, Scheme
from model.shows.rendering.shapes import Points, ellipse, lock, smooth, star
from model.shows.wear.worn import Worn, ring


def glasses(box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Worn:
    """Round or square glasses with glints."""
    frames = [scheme.part("glasses", "dark") for _ in range(2)]
    panes = [scheme.part("glass", "sky") for _ in range(2)]
    glints = [[scheme.part("white", "light") for _ in range(2)] for _ in range(2)]
    size = rng.uniform(0.28, 0.38)
    square = rng.random() < 0.4

    def lens(x: float, w: float) -> Points:
        if square:
            return smooth(
                [(x - w, -0.15), (x + w, -0.15), (x + 0.9 * w, 0.35), (x - 0.9 * w, 0.35)],
                sharp=(0, 1),
                samples=6,
            )
        return ellipse((x, 0.1), (w, w), samples=24)

    def paints(ball: Ball, sway: float, drift: float) -> list[Paint]:
        result = []
        for k, side in enumerate((-1, 1)):
            x = side * 0.43
            if ball.depth(x, 0.1) < 0.15:
                continue
            streaks = tuple(
                Paint(part, (ball.place([(x + a, -0.4), (x + a + 0.08, -0.4), (x + a - 0.22, 0.5),
                                         (x + a - 0.3, 0.5)], 1.1),), weight=Weight.TRACE)
                for part, a in zip(glints[k], (0.05, 0.22), strict=True)
            )  # fmt: skip
            pane = ball.place(lens(x, size - 0.05), 1.1)
            glass = Paint(panes[k], (pane,), weight=Weight.LIGHT, over=streaks)
            result.append(
                Paint(frames[k], (ball.place(lens(x, size), 1.1),), z=0.5, weight=Weight.LIGHT,
                      over=(glass,))
            )  # fmt: skip
        return result

    return paints


def mask(box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Worn:
    """A cloth over nose and mouth."""
    cloth = scheme.part("mask")
    fold = rng.random() < 0.5

    def paints(ball: Ball, sway: float, drift: float) -> list[Paint]:
        upper = [(-np.pi, 0.25), (-1.2, 0.3), (0.0, 0.22), (1.2, 0.3)]
        strokes: tuple[Stroke, ...] = ()
        if fold and ball.depth(0.0, 0.4) > 0.1:
            crease = smooth([(-0.5, 0.5), (0.0, 0.62), (0.4, 0.55)], closed=False)
            strokes = (Stroke(ball.place(crease, 1.04)),)
        shape = ball.band(np.array(upper), ring(1.5), 1.03)
        return [Paint(cloth, (shape,), z=0.3, shade=0.12, strokes=strokes)]

    return paints


def beard(box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Worn:
    """A beard with whiskers."""
    part = box.part(scheme.swatch("hair"))
    whiskers = [box.part(scheme.swatch("hair")) for _ in range(2)]
    length, teeth = rng.uniform(0.1, 0.7), int(rng.integers(2, 5))

    def paints(ball: Ball, sway: float, drift: float) -> list[Paint]:
        if ball.depth(0.0, 0.5) < 0.0:
            return []
        n = 2 * teeth + 1
        x = np.linspace(1.0, -1.0, n)
        y = 0.9 + length * (1 - 0.7 * x**2) + 0.08 * np.cos(np.arange(n) * np.pi)
        shift = 0.35 * np.sin(ball.turn[0])
        upper = ball.place([(-1.25, 0.1), (-0.7, 0.62), (0.0, 0.5), (0.7, 0.62), (1.25, 0.1)], 1.03)
        lower = ball.bent(np.stack([0.75 * x + shift + 0.1 * drift, y], axis=1))
        sharp = (0, 4, *range(5, 5 + n, 2))
        result = [
            Paint(part, (smooth(np.vstack([upper, lower]), sharp=sharp),), z=0.25, shade=0.12)
        ]
        for k, side in enumerate((-1, 1)):
            mid = ball.place([(0.0, 0.42)], 1.05)[0]
            tip = ball.place([(side * 0.6, 0.6)], 1.1)[0]
            shape = lock(mid, tip, 0.2 * ball.radius, 0.1 * side)
            result.append(Paint(whiskers[k], (shape,), z=0.35, weight=Weight.MEDIUM))
        return result

    return paints


def patch(box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Worn:
    """An eye patch on a strap."""
    strap, cover, mark = (
        scheme.part("ink", "dark"),
        scheme.part("ink", "dark"),
        scheme.part("accent"),
    )
    side = float(rng.choice([-1, 1]))

    def paints(ball: Ball, sway: float, drift: float) -> list[Paint]:
        upper = [(-np.pi, -0.3), (-0.5, -0.2 - 0.2 * side), (0.5, -0.2 + 0.2 * side), (2.0, -0.3)]
        line = np.array(upper)
        result = [Paint(strap, (ball.band(line, line + np.array([0.0, 0.09]), 1.02),), z=0.2)]
        if ball.depth(side * 0.45, 0.1) > 0.15:
            shape = ball.place(ellipse((side * 0.43, 0.1), (0.3, 0.33)), 1.03)
            badge = ball.place(star((side * 0.43, 0.1), 0.15, 0.07), 1.03)
            sign = Paint(mark, (badge,), weight=Weight.LIGHT)
            result.append(Paint(cover, (shape,), z=0.25, over=(sign,)))
        return result

    return paints
