"""Arms and legs between joints, hands and shoes."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike, NDArray

from model.shows.rendering.shapes import Points, ellipse, points, smooth, swept, tube


def segment(start: ArrayLike, end: ArrayLike, radii: tuple[float, float, float]) -> Points:
    """One bone's flesh: half widths at the start, in the middle and at the end."""
    a, b = points(start)[0], points(end)[0]
    t = np.array([0.0, 0.3, 0.6, 1.0])[:, None]
    r0, r1, r2 = radii
    return tube(a + (b - a) * t, [r0, r1, 0.5 * (r1 + r2), r2])


def noodle(joints: NDArray[np.float64], radius: float) -> Points:
    """A rubber limb: one bent tube of even width through all joints."""
    return swept(joints, [radius] * len(joints), samples=8)


def fist(wrist: ArrayLike, along: ArrayLike, size: float) -> Points:
    """A closed hand seen from the side."""
    w, d, n = _axes(wrist, along)
    local = [(-0.1, -0.45), (0.3, -0.62), (0.85, -0.5), (1.0, 0.0), (0.85, 0.5), (0.3, 0.62),
             (-0.1, 0.45)]  # fmt: skip
    p = points(local) * size
    return smooth(w + p[:, :1] * d + p[:, 1:] * n)


def fingers(
    wrist: ArrayLike, along: ArrayLike, size: float, spread: float, side: int
) -> list[Points]:
    """Palm, thumb and four fingers of an open hand.

    Args:
        wrist: where the hand starts.
        along: direction of the hand.
        size: length of the palm.
        spread: how far the fingers are fanned out, 0..1.
        side: +1 or -1, on which side the thumb is.

    Returns:
        six outlines: palm, thumb, four fingers.
    """
    w, d, n = _axes(wrist, along)
    n = n * side
    palm = ellipse(w + 0.5 * size * d, (0.6 * size, 0.52 * size), float(np.arctan2(d[1], d[0])))
    thumb_to = w + size * (0.75 * d - (0.75 + 0.2 * spread) * n)
    result = [palm, segment(w + size * (0.25 * d - 0.3 * n), thumb_to, _finger(size))]
    for k in range(4):
        across = (k - 1.5) / 1.5
        angle = across * (0.1 + 0.45 * spread)
        way = np.cos(angle) * d + np.sin(angle) * n
        root = w + size * (0.8 * d + 0.38 * across * n)
        length = size * (0.85 - 0.15 * abs(across - 0.2))
        result.append(segment(root, root + length * way, _finger(size)))
    return result


def knuckles(
    wrist: ArrayLike, along: ArrayLike, size: float, spread: float, side: int
) -> list[Points]:
    """A closed hand: back, thumb and four bent fingers; arguments as for `fingers`."""
    w, d, n = _axes(wrist, along)
    n = n * side
    back = ellipse(w + 0.4 * size * d, (0.55 * size, 0.5 * size), float(np.arctan2(d[1], d[0])))
    thumb = segment(
        w + size * (0.3 * d - 0.3 * n), w + size * (0.75 * d - 0.2 * n), (0.2 * size,) * 3
    )
    angle = float(np.arctan2(d[1], d[0]))
    bent = [
        ellipse(w + size * (0.8 * d + 0.3 * (k - 1.5) * n), (0.3 * size, 0.18 * size), angle, 16)
        for k in range(4)
    ]
    return [back, thumb, *bent]


def shoe(ankle: ArrayLike, toe: ArrayLike, down: ArrayLike, size: float, leg: float) -> Points:
    """A shoe from above the ankle to the toe.

    Args:
        ankle: the ankle joint.
        toe: projected direction of the toes, shorter when it points to the viewer.
        down: unit direction from the knee to the ankle.
        size: length of the foot.
        leg: half width of the leg at the ankle.
    """
    a, t, d = points(ankle)[0], points(toe)[0], points(down)[0]
    reach = max(float(np.linalg.norm(t)), 0.3)
    forward = t / max(float(np.linalg.norm(t)), 1e-6)
    under = d - forward * float(d @ forward)
    under /= max(float(np.linalg.norm(under)), 1e-6)
    front, heel = size * reach, leg * 1.15 + 0.12 * size * (1 - reach)
    height = 0.42 * size
    local = [(-leg * 1.1, -0.9 * leg), (leg * 1.1, -0.9 * leg), (leg * 1.2, 0.2 * height),
             (0.8 * front, 0.3 * height), (front, 0.75 * height), (0.9 * front, height),
             (-heel, height), (-heel * 1.1, 0.4 * height)]  # fmt: skip
    p = points(local)
    return smooth(a + p[:, :1] * forward + p[:, 1:] * under, sharp=(5, 6))


def shoe_places(
    ankle: ArrayLike, toe: ArrayLike, down: ArrayLike, size: float
) -> Callable[[float, float], Points]:
    """Places on a shoe: (forward, downward) in foot lengths to a (2,) point."""
    a, t, d = points(ankle)[0], points(toe)[0], points(down)[0]
    reach = max(float(np.linalg.norm(t)), 0.3)
    forward = t / max(float(np.linalg.norm(t)), 1e-6)
    under = d - forward * float(d @ forward)
    under /= max(float(np.linalg.norm(under)), 1e-6)

    def at(ahead: float, below: float) -> Points:
        return a + size * (ahead * reach * forward + below * under)

    return at


def sole(ankle: ArrayLike, toe: ArrayLike, down: ArrayLike, size: float) -> Points:
    """The lowest strip of a shoe, to be clipped to it."""
    a, t, d = points(ankle)[0], points(toe)[0], points(down)[0]
    forward = t / max(float(np.linalg.norm(t)), 1e-6)
    under = d - forward * float(d @ forward)
    under /= max(float(np.linalg.norm(under)), 1e-6)
    middle = a + 0.42 * size * under
    return tube([middle - 2 * size * forward, middle + 2 * size * forward], [0.1 * size] * 2)


def _axes(origin: ArrayLike, along: ArrayLike) -> tuple[Points, Points, Points]:
    w, d = points(origin)[0], points(along)[0]
    d = d / max(float(np.linalg.norm(d)), 1e-6)
    return w, d, np.array([-d[1], d[0]])


def _finger(size: float) -> tuple[float, float, float]:
    return (0.2 * size, 0.2 * size, 0.15 * size)
