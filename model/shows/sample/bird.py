"""The bird of the sample shot."""

from __future__ import annotations

import numpy as np

from model.shows.rendering.paint import Paint, Stroke, Weight
from model.shows.rendering.shapes import Points, ellipse, leaf, smooth
from model.shows.sample.named import NamedParts


def bird_paints(part: NamedParts, at: Points, size: float, flap: float, flip: float) -> list[Paint]:
    """A small bird that flies to the left.

    Args:
        part: parts of the design.
        at: (2,) where its feet are.
        size: its length.
        flap: angle of the wings, radians, positive is up.
        flip: tilt of the body, radians.
    """
    c, s = np.cos(flip), np.sin(flip)

    def put(shape: object) -> Points:
        p = np.asarray(shape, dtype=np.float64) - (0.0, 0.42)
        return at + size * p @ np.array([[c, s], [-s, c]])

    way = np.array([np.cos(flap), -np.sin(flap)])
    near = leaf((0.08, -0.05), np.array([0.08, -0.05]) + 0.95 * way, 0.42, 0.12)
    far = leaf((0.0, -0.1), np.array([0.0, -0.1]) + 0.8 * way * (0.8, 1.1), 0.36, 0.1)
    tail = [(0.4, 0.0), (0.95, -0.12), (0.86, 0.02), (0.98, 0.12), (0.42, 0.14)]
    body = smooth([(-0.55, -0.18), (-0.3, -0.42), (0.05, -0.3), (0.5, 0.0), (0.3, 0.28),
                   (-0.15, 0.36), (-0.5, 0.12)])  # fmt: skip
    belly = Paint(part("belly", "white"), (put(ellipse((-0.25, 0.28), (0.42, 0.3))),),
                  weight=Weight.LIGHT)  # fmt: skip
    spark = Paint(
        part("bird_spark", "white"),
        (put(ellipse((-0.36, -0.17), (0.025, 0.03), samples=10)),),
        weight=Weight.TRACE,
    )
    eye = Paint(part("bird_eye", "pupil"), (put(ellipse((-0.34, -0.15), (0.065, 0.075))),),
                weight=Weight.TRACE, over=(spark,))  # fmt: skip
    cheek = Paint(
        part("bird_cheek", "blush"),
        (put(ellipse((-0.25, 0.0), (0.08, 0.055))),),
        weight=Weight.TRACE,
    )
    beak = [(-0.52, -0.14), (-0.76, -0.02), (-0.53, 0.04)]
    feathers = tuple(
        Stroke(put([near_at, near_at + 0.32 * way]))
        for near_at in (np.array([0.2, -0.12]) + 0.4 * way, np.array([0.12, 0.02]) + 0.35 * way)
    )
    return [
        Paint(part("wing_far", "bird"), (put(far),), z=4.0, weight=Weight.MEDIUM),
        Paint(part("bird_tail", "bird"), (put(tail),), z=4.1, weight=Weight.MEDIUM),
        Paint(part("beak", "beak"), (put(beak),), z=4.15, weight=Weight.MEDIUM),
        Paint(part("bird", "bird"), (put(body),), z=4.2, weight=Weight.MEDIUM, shade=0.12,
              inside=(belly,), over=(cheek, eye)),
        Paint(part("wing_near", "bird"), (put(near),), z=4.3, weight=Weight.MEDIUM,
              shade=0.2, strokes=feathers),
    ]  # fmt: skip
