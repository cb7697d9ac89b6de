"""Curves and outlines as point lists: the geometry that everything in a show is drawn with.

Points are (N, 2) float64 arrays of x (to the right) and y (downward). Units are the caller's.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

Points = NDArray[np.float64]


def points(values: ArrayLike) -> Points:
    """Any list of pairs as (N, 2) float64."""
    return np.asarray(values, dtype=np.float64).reshape(-1, 2)


def smooth(
    control: ArrayLike, closed: bool = True, sharp: Sequence[int] = (), samples: int = 8
) -> Points:
    """A curve through control points (cubic Hermite with Catmull-Rom tangents).

    Args:
        control: (M, 2) points that the curve passes through, M >= 3 when closed.
        closed: whether the last point joins the first.
        sharp: indices of control points where the curve has a corner.
        samples: points per span.

    Returns:
        (M * samples, 2) when closed, ((M - 1) * samples + 1, 2) when open.
    """
    p = points(control)
    q = np.concatenate([p[1:], p[:1]])
    tangent = 0.5 * (q - np.concatenate([p[-1:], p[:-1]]))
    if not closed:
        tangent[0] = p[1] - p[0]
        tangent[-1] = p[-1] - p[-2]
    if len(sharp):
        tangent[list(sharp)] = 0.0
    q_tangent = np.concatenate([tangent[1:], tangent[:1]])
    t = (np.arange(samples) / samples)[None, :, None]
    a, b = t * t * (3.0 - 2.0 * t), t * (1.0 - t)
    curve = (
        p[:, None] * (1.0 - a)
        + q[:, None] * a
        + b * ((1.0 - t) * tangent[:, None] - t * q_tangent[:, None])
    )
    if closed:
        return curve.reshape(-1, 2)
    return np.vstack([curve[:-1].reshape(-1, 2), p[-1:]])


def ellipse(center: ArrayLike, radii: ArrayLike, angle: float = 0.0, samples: int = 32) -> Points:
    """An ellipse; `angle` in radians turns its first radius away from the x axis."""
    unit = _circle(samples) * np.asarray(radii, dtype=np.float64)
    return (unit @ rotation(angle).T if angle else unit) + points(center)


@lru_cache(maxsize=64)
def _circle(samples: int) -> Points:
    t = np.linspace(0.0, 2.0 * np.pi, samples, endpoint=False)
    return np.stack([np.cos(t), np.sin(t)], axis=1)


def rotation(angle: float) -> NDArray[np.float64]:
    """The 2x2 matrix that turns column vectors by `angle` radians, x toward y."""
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c, -s], [s, c]])


def turned(shape: ArrayLike, angle: float, pivot: ArrayLike = (0.0, 0.0)) -> Points:
    """The shape turned by `angle` radians about `pivot`."""
    center = points(pivot)
    return (points(shape) - center) @ rotation(angle).T + center


def subdivided(corners: ArrayLike, samples: int = 6, closed: bool = True) -> Points:
    """Straight edges with points along them, so that a warp can bend them."""
    p = points(corners)
    q = np.roll(p, -1, axis=0)
    t = (np.arange(samples) / samples)[None, :, None]
    line = p[:, None] * (1.0 - t) + q[:, None] * t
    if closed:
        return line.reshape(-1, 2)
    return np.vstack([line[:-1].reshape(-1, 2), p[-1:]])


def box(center: ArrayLike, half: ArrayLike, rounding: float = 0.0, angle: float = 0.0) -> Points:
    """A rectangle; `rounding` 0 is square, 1 is round at the ends."""
    hx, hy = np.asarray(half, dtype=np.float64)
    if rounding <= 0.0:
        shape = subdivided([(-hx, -hy), (hx, -hy), (hx, hy), (-hx, hy)])
    else:
        r = rounding * min(hx, hy)
        arc = np.linspace(0.0, 0.5 * np.pi, 5)
        corner = np.stack([np.cos(arc), np.sin(arc)], axis=1) * r
        quarters = [
            turned(corner, k * 0.5 * np.pi) + np.array([sx * (hx - r), sy * (hy - r)])
            for k, (sx, sy) in enumerate(((1, 1), (-1, 1), (-1, -1), (1, -1)))
        ]
        shape = np.vstack(quarters)
    return turned(shape, angle) + points(center)


def tube(
    center: ArrayLike, radii: ArrayLike, round_start: bool = True, round_end: bool = True
) -> Points:
    """The outline of a thick line whose radius changes along it.

    Args:
        center: (M, 2) middle line, M >= 2.
        radii: (M,) half widths.
        round_start, round_end: whether an end is a half circle or cut straight.

    Returns:
        (N, 2) closed outline. It crosses itself where the bend is tighter than the radius.
    """
    c, r = points(center), np.asarray(radii, dtype=np.float64)
    along = np.empty_like(c)
    along[1:-1] = c[2:] - c[:-2]
    along[0], along[-1] = c[1] - c[0], c[-1] - c[-2]
    along /= np.maximum(np.hypot(along[:, :1], along[:, 1:]), 1e-9)
    normal = along[:, ::-1] * (-1.0, 1.0)
    left, right = c + normal * r[:, None], c - normal * r[:, None]
    sides = [left]
    if round_end:
        sides.append(_cap(c[-1], normal[-1], along[-1], r[-1]))
    sides.append(right[::-1])
    if round_start:
        sides.append(_cap(c[0], -normal[0], -along[0], r[0]))
    return np.vstack(sides)


def _cap(center: Points, start: Points, forward: Points, radius: float) -> Points:
    t = np.linspace(0.0, np.pi, 8)[1:-1, None]
    return center + radius * (np.cos(t) * start + np.sin(t) * forward)


def swept(control: ArrayLike, radii: ArrayLike, samples: int = 6, **ends: bool) -> Points:
    """A tube along the smooth curve through `control`, radii interpolated between them."""
    c = smooth(control, closed=False, samples=samples)
    r = np.asarray(radii, dtype=np.float64)
    spread = np.interp(np.linspace(0, len(r) - 1, len(c)), np.arange(len(r)), r)
    return tube(c, spread, **ends)


def lock(root: ArrayLike, tip: ArrayLike, width: float, bend: float = 0.0) -> Points:
    """A strand that starts `width` wide at `root` and ends in a point at `tip`.

    `bend` moves its middle sideways, in parts of its length.
    """
    a, b = points(root)[0], points(tip)[0]
    along = b - a
    side = np.array([-along[1], along[0]])
    unit = side / max(float(np.linalg.norm(side)), 1e-9)
    middle = a + 0.55 * along + bend * side
    control = [
        a + 0.5 * width * unit,
        middle + 0.42 * width * unit,
        b,
        middle - 0.42 * width * unit,
        a - 0.5 * width * unit,
    ]
    return smooth(control, sharp=(0, 2, 4))


def leaf(root: ArrayLike, tip: ArrayLike, width: float, bend: float = 0.0) -> Points:
    """A lens that is pointed at both ends, `width` wide; `bend` as in `lock`."""
    a, b = points(root)[0], points(tip)[0]
    along = b - a
    side = np.array([-along[1], along[0]])
    unit = side / max(float(np.linalg.norm(side)), 1e-9)
    middle = a + 0.45 * along + bend * side
    return smooth([a, middle + 0.5 * width * unit, b, middle - 0.5 * width * unit], sharp=(0, 2))


def star(
    center: ArrayLike, outer: float, inner: float, tips: int = 5, angle: float = 0.0
) -> Points:
    """A star with straight edges."""
    t = angle - 0.5 * np.pi + np.arange(2 * tips) * np.pi / tips
    r = np.where(np.arange(2 * tips) % 2 == 0, outer, inner)
    return subdivided(points(center) + np.stack([np.cos(t), np.sin(t)], axis=1) * r[:, None], 3)


def blob(center: ArrayLike, radii: ArrayLike, bumps: ArrayLike, angle: float = 0.0) -> Points:
    """A smooth closed shape; `bumps` scale the radius at equal angles (1 = ellipse)."""
    factors = np.asarray(bumps, dtype=np.float64)
    t = np.linspace(0.0, 2.0 * np.pi, len(factors), endpoint=False)
    unit = np.stack([np.cos(t), np.sin(t)], axis=1) * np.asarray(radii) * factors[:, None]
    return smooth(unit @ rotation(angle).T + points(center))
