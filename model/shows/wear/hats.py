"""Hats and helmets."""

from __future__ import annotations

import numpy as np

from model.shows.figures.ball import Ball
from model.shows.rendering.paint import Paint, Stroke, Weight
from model.shows.rendering.palette import Paintbox, Scheme
from model.shows.rendering.shapes import ellipse, smooth, swept
from model.shows.wear.worn import Worn, ring


def cap(box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Worn:
    """A peaked cap with panels, worn forward or backward."""
    crown, brim, knob = scheme.part("hat"), scheme.part("hat2"), scheme.part("hat2")
    panels = [scheme.part("hat") for _ in range(2)]
    low = rng.uniform(-0.7, -0.45)
    forward = 0.0 if rng.random() < 0.75 else np.pi

    def paints(ball: Ball, sway: float, drift: float) -> list[Paint]:
        dome = ball.cap(ring(low), lift=1.16)
        seams = tuple(
            Stroke(ball.place([(lon, low), (0.8 * lon, -1.0), (0.0, -1.5)], 1.16))
            for lon in (-0.6, 0.6)
            if ball.depth(lon) > 0.0
        )
        panel = ball.place(
            [(-0.5, low), (-0.35, -1.0), (0.0, -1.4), (0.35, -1.0), (0.5, low)], 1.16
        )
        inside = (Paint(panels[0], (panel,), weight=Weight.LIGHT),) if ball.depth(0) > 0 else ()
        rim = [(forward + lon, low + 0.05) for lon in np.linspace(-0.9, 0.9, 9)]
        near = ball.place(rim, 1.15)
        far = ball.place([(lon, low + 0.22 * np.cos((lon - forward) * 1.6)) for lon, _ in rim], 1.6)
        seen = ball.depth(forward, low) > -0.3
        top = ball.place([(0.0, -1.5)], 1.2)[0]
        button = ellipse(top, (0.1 * ball.radius, 0.08 * ball.radius), samples=12)
        result = [
            Paint(crown, (dome,), z=1.4, shade=0.15, shine=0.3, inside=inside, strokes=seams),
            Paint(knob, (button,), z=1.45, weight=Weight.MEDIUM),
        ]
        if seen:
            result.append(Paint(brim, (np.vstack([near, far[::-1]]),), z=1.5, shade=0.2))
        return result

    return paints


def helmet(box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Worn:
    """A knight's helmet with slots and perhaps a plume."""
    shell = scheme.part("armor", "metal")
    rim = scheme.part("armor2", "metal")
    discs = [(scheme.part("armor", "metal"), scheme.part("armor2", "metal")) for _ in range(2)]
    slots = [scheme.part("ink", "dark") for _ in range(int(rng.integers(0, 6)))]
    plume = [scheme.part("plume") for _ in range(4)] if rng.random() < 0.6 else []
    low, chop = rng.uniform(-0.5, -0.2), rng.uniform(0.2, 0.7)

    def paints(ball: Ball, sway: float, drift: float) -> list[Paint]:
        edge = [(-np.pi, chop), (-1.3, chop), (-1.0, low), (1.0, low), (1.3, chop), (2.4, chop)]
        lower = np.array(edge)
        upper = lower - np.array([0.0, 0.16])
        dome = ball.cap(lower, (1, 2, 3, 4), lift=1.2)
        inside = [
            Paint(rim, (ball.band(upper, lower + np.array([0.0, 0.2]), 1.2),), weight=Weight.LIGHT)
        ]
        for k, part in enumerate(slots):
            lon = 0.32 * (k - 0.5 * (len(slots) - 1))
            if ball.depth(lon, -0.6) > 0.1:
                slot = ellipse((lon, low - 0.42), (0.07, 0.2), samples=16)
                inside.append(Paint(part, (ball.place(slot, 1.2),), weight=Weight.LIGHT))
        result = [Paint(shell, (dome,), z=1.4, inside=tuple(inside), shade=0.16, shine=0.35)]
        r = ball.radius
        for (disc, hub), lon in zip(discs, (-1.45, 1.45), strict=True):
            if ball.depth(lon) > -0.1:
                at = ball.place([(lon, 0.15)], 1.15)[0]
                side = max(0.45, ball.depth(lon))
                inner = Paint(hub, (ellipse(at, (0.13 * side * r, 0.13 * r), samples=16),),
                              weight=Weight.LIGHT)  # fmt: skip
                outer = ellipse(at, (0.3 * side * r, 0.3 * r), samples=24)
                result.append(Paint(disc, (outer,), z=1.6, shade=0.2, over=(inner,)))
        if plume:
            result += _plume_paints(plume, ball, sway, drift)
        return result

    return paints


def _plume_paints(parts: list[int], ball: Ball, sway: float, drift: float) -> list[Paint]:
    r = ball.radius
    root = ball.place([(0.0, -1.45)], 1.18)[0]
    back = -np.sin(ball.turn[0]) * 0.7 + 0.5 * drift + 0.12 * np.sin(sway)
    fan = np.array([(-0.12, 0.1), (-0.2, -0.75), (0.25 + back, -0.95), (0.7 + back, -0.5),
                    (0.75 + back, 0.15), (0.35, 0.25)])  # fmt: skip
    stripes = tuple(
        Paint(part, (root + r * np.array([(-0.3, y), (1.2 + back, y + 0.12), (1.2 + back, y - 0.02),
                                          (-0.3, y - 0.12)]),), weight=Weight.LIGHT)
        for part, y in zip(parts[1:], (-0.62, -0.3, 0.02), strict=True)
    )  # fmt: skip
    shape = root + r * smooth(fan, sharp=(0, 1, 3, 4))
    return [Paint(parts[0], (shape,), z=1.35, inside=stripes, shade=0.12)]


def hat(box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Worn:
    """A hat with a wide brim."""
    crown, brim, ribbon = scheme.part("hat"), scheme.part("hat"), scheme.part("hat2")
    under = scheme.part("hat2")
    width, height, dent = rng.uniform(1.5, 2.2), rng.uniform(0.7, 1.3), rng.uniform(0.0, 0.25)

    def paints(ball: Ball, sway: float, drift: float) -> list[Paint]:
        tip = 0.2 + 0.5 * max(0.0, np.sin(ball.turn[1]) + 0.1)
        x, y = 0.85, -0.45
        box_top = [(-x, y), (-0.8 * x, y - height), (0.0, y - height + dent), (0.8 * x, y - height),
                   (x, y), (0.0, y + tip)]  # fmt: skip
        dome = ball.bent(smooth(box_top, sharp=(0, 4)))
        band = ball.bent([(-1.2, y - 0.25), (0.0, y + tip - 0.27), (1.2, y - 0.25), (1.2, y + 0.1),
                          (0.0, y + tip + 0.05), (-1.2, y + 0.1)])  # fmt: skip
        strip = Paint(ribbon, (smooth(band),), weight=Weight.LIGHT)
        flat = ellipse((0.0, y + 0.02), (width, 0.22 + 0.25 * tip), samples=36)
        flat[:, 1] -= 0.2 * (flat[:, 0] / width) ** 2
        inner = ellipse((0.0, y + 0.1), (0.95, 0.2 + 0.2 * tip))
        below = Paint(under, (ball.bent(inner),), weight=Weight.LIGHT)
        return [
            Paint(brim, (ball.bent(flat),), z=1.4, shade=0.1, inside=(below,)),
            Paint(crown, (dome,), z=1.5, shade=0.15, shine=0.35, inside=(strip,)),
        ]

    return paints


def cone(box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> Worn:
    """A pointed cap with a bobble."""
    cloth, fur, ball_part = scheme.part("hat"), scheme.part("white", "light"), scheme.part("hat2")
    stripes = [scheme.part("hat2") for _ in range(int(rng.integers(0, 4)))]
    height, flop = rng.uniform(0.8, 1.6), rng.uniform(-0.9, 0.9)

    def paints(ball: Ball, sway: float, drift: float) -> list[Paint]:
        y = -0.42
        lean = flop * 0.6 + 0.5 * drift + 0.1 * np.sin(sway)
        control = [(-1.0, y), (-0.5 + 0.3 * lean, y - 0.65 * height), (lean, y - height),
                   (0.5 + 0.3 * lean, y - 0.6 * height), (1.0, y), (0.0, y + 0.2)]  # fmt: skip
        rows = np.linspace(0.2, 0.75, len(stripes)) if stripes else ()
        inside = tuple(
            Paint(part, (ball.bent([(-1.5, y - t * height), (1.5, y - (t + 0.1) * height),
                                    (1.5, y - (t + 0.24) * height),
                                    (-1.5, y - (t + 0.14) * height)]),), weight=Weight.LIGHT)
            for part, t in zip(stripes, rows, strict=True)
        )  # fmt: skip
        trim = swept(ball.bent([(-1.08, y), (0.0, y + 0.2), (1.08, y)]), [0.17 * ball.radius] * 3)
        tip = ellipse(ball.bent([(lean, y - height)])[0], (0.2 * ball.radius, 0.2 * ball.radius))
        cone = ball.bent(smooth(control, sharp=(0, 2, 4)))
        return [
            Paint(cloth, (cone,), z=1.4, shade=0.16, inside=inside),
            Paint(fur, (trim,), z=1.5, shade=0.25),
            Paint(ball_part, (tip,), z=1.55, shade=0.25),
        ]

    return paints
