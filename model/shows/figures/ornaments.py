"""Decoration on limbs: bands, wraps, seams, studs, patches."""

from __future__ import annotations

import numpy as np

from model.shows.rendering.paint import Paint, Stroke, Weight
from model.shows.rendering.palette import Scheme
from model.shows.rendering.shapes import Points, ellipse

_KINDS = ("none", "bands", "wraps", "seam", "studs", "patch", "tip")


class Ornament:
    """A decoration design for one limb segment, clipped to its flesh or cloth."""

    def __init__(self, scheme: Scheme, rng: np.random.Generator, role: str) -> None:
        self._kind = str(rng.choice(_KINDS, p=[0.3, 0.16, 0.14, 0.12, 0.1, 0.1, 0.08]))
        count = {"bands": int(rng.integers(1, 4)), "wraps": int(rng.integers(3, 6)),
                 "studs": 3, "patch": 2, "tip": 1}.get(self._kind, 0)  # fmt: skip
        self._parts = [scheme.part(role) for _ in range(count)]
        self._at = rng.uniform(0.2, 0.8)
        self._slant = rng.uniform(-0.8, 0.8)

    def on(self, a: Points, b: Points, r: float) -> tuple[tuple[Paint, ...], tuple[Stroke, ...]]:
        """Shapes and lines on the segment from `a` to `b` of half width `r`."""
        way = b - a
        side = np.array([-way[1], way[0]]) / max(float(np.linalg.norm(way)), 1e-6)

        def at(t: float, across: float) -> Points:
            return a + t * way + across * r * side

        def band(part: int, low: float, high: float, slant: float = 0.0) -> Paint:
            shape = [at(low - slant, -2), at(high - slant, -2), at(high + slant, 2),
                     at(low + slant, 2)]  # fmt: skip
            return Paint(part, (np.array(shape),), weight=Weight.LIGHT)

        paints: list[Paint] = []
        strokes: list[Stroke] = []
        if self._kind == "bands":
            step = 0.8 / len(self._parts)
            paints = [band(p, 0.15 + k * step, 0.15 + (k + 0.5) * step)
                      for k, p in enumerate(self._parts)]  # fmt: skip
        elif self._kind == "wraps":
            step = 1.0 / len(self._parts)
            paints = [band(p, k * step, (k + 1) * step, 0.1 * self._slant * (-1) ** k)
                      for k, p in enumerate(self._parts)]  # fmt: skip
        elif self._kind == "seam":
            strokes = [
                Stroke(np.array([at(t, 0.5 * self._slant) for t in np.linspace(-0.1, 1.1, 6)]))
            ]
        elif self._kind == "studs":
            for k, part in enumerate(self._parts):
                dot = ellipse(
                    at(0.25 + 0.25 * k, self._slant * 0.4), (0.3 * r, 0.3 * r), samples=12
                )
                paints.append(Paint(part, (dot,), weight=Weight.LIGHT))
        elif self._kind == "patch":
            outer = ellipse(at(self._at, 0.0), (0.75 * r, 0.75 * r), samples=18)
            inner = ellipse(at(self._at, 0.1), (0.35 * r, 0.3 * r), samples=14)
            core = Paint(self._parts[1], (inner,), weight=Weight.TRACE)
            paints = [Paint(self._parts[0], (outer,), weight=Weight.LIGHT, over=(core,))]
        elif self._kind == "tip":
            paints = [band(self._parts[0], 0.72, 1.3)]
        return tuple(paints), tuple(strokes)
