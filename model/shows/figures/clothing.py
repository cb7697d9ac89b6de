"""Clothes on a trunk: patterns, collars, belts, skirts, and cloth that hangs loose."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from model.shows.figures.torso import Torso
from model.shows.rendering.paint import Paint, Stroke, Weight
from model.shows.rendering.palette import Paintbox, Scheme
from model.shows.rendering.shapes import Points, ellipse, smooth, star, swept


class Top:
    """What a figure wears on its trunk."""

    def __init__(self, box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> None:
        def parts(role: str, count: int, kind: str = "any") -> list[int]:
            return [scheme.part(role, kind) for _ in range(count)]

        u = rng.uniform
        self.swatch = scheme.swatch("top")
        self.part = box.part(self.swatch)
        self._pattern = str(rng.choice(["plain", "stripes", "dots", "chevron", "panel"]))
        self._stripes = parts("top2", int(rng.integers(2, 6)))
        self._dots = parts("top2", 9)
        self._panel = parts("top2", 2)
        self._collar = str(rng.choice(["none", "round", "flaps", "vee", "kimono"]))
        self._collar_parts = parts("trim", 3)
        self._buttons = parts("accent", int(rng.integers(2, 5))) if rng.random() < 0.4 else []
        self._pockets = parts("top", 2) if rng.random() < 0.35 else []
        self._emblem = parts("accent", 1) if rng.random() < 0.3 else []
        self._emblem_kind = int(rng.integers(3))
        self._belt = parts("belt", 1, "leather") if rng.random() < 0.6 else []
        self._buckle = parts("buckle", 2, "metal")
        self._pouches = parts("pouch", 2, "leather") if rng.random() < 0.3 else []
        self._placket = bool(rng.random() < 0.4)
        self._belt_at = u(0.0, 0.18)

    def paints(self, torso: Torso) -> list[Paint]:
        """The clothed trunk with all that is on it (z around 0)."""
        inside = self._pattern_paints(torso) + self._detail_paints(torso)
        strokes = []
        if self._placket and torso.faces(0.0):
            strokes.append(Stroke(torso.at([(0.0, t) for t in np.linspace(-0.2, 1.0, 8)])))
        result = [
            Paint(
                self.part,
                (torso.outline(),),
                inside=tuple(inside),
                shade=0.22,
                strokes=tuple(strokes),
            )
        ]
        if self._belt:
            result += self._belt_paints(torso)
        return result

    def _pattern_paints(self, torso: Torso) -> list[Paint]:
        if self._pattern == "stripes":
            step = 0.8 / len(self._stripes)
            return [
                Paint(
                    part,
                    (torso.band(0.12 + k * step, 0.12 + (k + 0.45) * step),),
                    weight=Weight.LIGHT,
                )
                for k, part in enumerate(self._stripes)
            ]
        if self._pattern == "dots":
            radius = 0.09 * float(np.linalg.norm(torso.along))
            return [
                Paint(part, (ellipse(torso.at([(lon, t)])[0], (radius, radius), samples=16),),
                      weight=Weight.LIGHT)
                for part, (lon, t) in zip(self._dots, _grid(), strict=True)
                if torso.faces(lon)
            ]  # fmt: skip
        if self._pattern == "chevron":
            top = [(-1.2, 0.9), (0.0, 0.6), (1.2, 0.9), (1.2, 0.7), (0.0, 0.4), (-1.2, 0.7)]
            return self._if_seen(torso, self._panel[0], np.array(top))
        if self._pattern == "panel":
            low = [(-0.6, -0.3), (-0.5, 0.5), (-0.45, 1.1), (0.45, 1.1), (0.5, 0.5), (0.6, -0.3)]
            return self._if_seen(torso, self._panel[0], np.array(low))
        return []

    def _if_seen(self, torso: Torso, part: int, shape: NDArray[np.float64]) -> list[Paint]:
        if not torso.faces(0.0):
            return []
        return [Paint(part, (torso.at(shape),), weight=Weight.LIGHT)]

    def _detail_paints(self, torso: Torso) -> list[Paint]:
        result: list[Paint] = []
        unit = float(np.linalg.norm(torso.along))
        for side, part in zip((-1, 1), self._pockets, strict=False):
            if torso.faces(side * 0.6):
                shape = [(side * 0.6 + a, t) for a, t in ((-0.25, 0.3), (0.25, 0.3), (0.25, 0.08),
                                                          (0.0, 0.03), (-0.25, 0.08))]  # fmt: skip
                result.append(Paint(part, (torso.at(shape),), weight=Weight.LIGHT))
        for k, part in enumerate(self._buttons):
            if torso.faces(0.08):
                at = torso.at([(0.08, 0.2 + 0.6 * k / len(self._buttons))])[0]
                radius = 0.035 * unit
                result.append(
                    Paint(part, (ellipse(at, (radius, radius), samples=14),), weight=Weight.LIGHT)
                )
        if self._emblem and torso.faces(0.3):
            result.append(self._emblem_paint(torso, unit))
        result += self._collar_paints(torso)
        return result

    def _emblem_paint(self, torso: Torso, unit: float) -> Paint:
        at = torso.at([(0.0, 0.6)])[0]
        size = 0.13 * unit
        if self._emblem_kind == 0:
            shape = star(at, size, 0.45 * size)
        elif self._emblem_kind == 1:
            shape = ellipse(at, (size, size), samples=20)
        else:
            cross = np.array([(-1, -3), (1, -3), (1, -1), (3, -1), (3, 1), (1, 1), (1, 3), (-1, 3),
                              (-1, 1), (-3, 1), (-3, -1), (-1, -1)])  # fmt: skip
            shape = at + cross * size / 3.0
        return Paint(self._emblem[0], (shape,), weight=Weight.LIGHT)

    def _collar_paints(self, torso: Torso) -> list[Paint]:
        if self._collar == "none":
            return []
        if self._collar == "round":
            return [Paint(self._collar_parts[0], (torso.band(0.86, 1.2),), weight=Weight.LIGHT)]
        if not torso.faces(0.0):
            return []
        if self._collar == "vee":
            shape = np.array([(-0.5, 1.1), (0.0, 0.6), (0.5, 1.1)])
            return [Paint(self._collar_parts[0], (torso.at(shape),), weight=Weight.LIGHT)]
        deep = 0.45 if self._collar == "kimono" else 0.72
        flaps = [
            Paint(
                self._collar_parts[k],
                (torso.at([(s * 0.1, 1.1), (s * 0.75, 1.1), (s * 0.55, 0.85 * deep + 0.1),
                           (-s * 0.05, deep)]),),
                weight=Weight.LIGHT,
            )
            for k, s in enumerate((-1, 1))
        ]  # fmt: skip
        middle = [(-0.3, 1.1), (0.0, deep), (0.3, 1.1)]
        return [Paint(self._collar_parts[2], (torso.at(middle),), weight=Weight.LIGHT), *flaps]

    def _belt_paints(self, torso: Torso) -> list[Paint]:
        unit = float(np.linalg.norm(torso.along))
        t = self._belt_at
        inside = []
        if torso.faces(0.0):
            at = torso.at([(0.0, t + 0.05)])[0]
            outer = ellipse(at, (0.1 * unit, 0.075 * unit), samples=20)
            inner = ellipse(at, (0.055 * unit, 0.04 * unit), samples=14)
            hole = Paint(self._buckle[1], (inner,), weight=Weight.TRACE)
            inside.append(Paint(self._buckle[0], (outer,), weight=Weight.LIGHT, over=(hole,)))
        result = [
            Paint(
                self._belt[0],
                (torso.band(t, t + 0.12),),
                z=0.05,
                weight=Weight.MEDIUM,
                inside=tuple(inside),
                shade=0.15,
            )
        ]
        for part, lon in zip(self._pouches, (-0.9, 0.9), strict=False):
            if torso.faces(lon):
                at = torso.at([(lon, t - 0.02)])[0]
                pouch = ellipse(at, (0.12 * unit, 0.13 * unit), samples=20)
                result.append(Paint(part, (pouch,), z=0.06, weight=Weight.MEDIUM, shade=0.2))
        return result


def skirt(torso: Torso, knees: Points, length: float, flare: float, sway: float) -> Points:
    """A skirt from the waist down over the thighs.

    Args:
        torso: the trunk.
        knees: (2, 2) both knees, so that the hem follows the legs.
        length: in spine lengths.
        flare: extra width of the hem, in hip widths.
        sway: sideways shift of the hem, in spine lengths.
    """
    waist = torso.width([0.3])[0]
    unit = float(np.linalg.norm(torso.along))
    low, high = float(knees[:, 0].min()), float(knees[:, 0].max())
    middle = 0.5 * (low + high)
    half = max(0.5 * (high - low) + 0.35 * waist, waist * (1.0 + flare))
    hem = torso.hips[1] + length * unit
    shift = 0.5 * (middle - torso.hips[0]) + sway * unit
    top = torso.hips + 0.3 * torso.along
    x = np.linspace(1.0, -1.0, 7)
    wave = 0.035 * unit * np.cos(np.arange(7) * np.pi)
    lower = np.stack([torso.hips[0] + shift + x * half, hem + wave - 0.05 * unit * x**2], axis=1)
    upper = np.stack([top - waist * torso.across, top + waist * torso.across])
    return smooth(np.vstack([upper, lower]), sharp=(0, 1, 2, 8))


def hanging(
    root: Points, length: float, width: float, drift: float, sway: float, waves: int = 4
) -> Points:
    """A loose strip of cloth (scarf tail, ribbon): swings with the motion.

    Args:
        root: (2,) where it is fixed.
        length, width: its size.
        drift: sideways pull, -1..1 (carried away by motion or wind).
        sway: phase of its wave, radians.
        waves: number of points along it.
    """
    t = np.linspace(0.0, 1.0, waves + 1)
    way = np.array([drift, 1.0 - 0.6 * min(abs(drift), 1.0)])
    way /= np.linalg.norm(way)
    side = np.array([-way[1], way[0]])
    wave = 0.16 * np.sin(sway - 3.0 * t) * t
    line = root + length * (t[:, None] * way + wave[:, None] * side)
    return swept(line, width * (0.5 + 0.25 * t), round_start=False, round_end=False)


def cape(torso: Torso, length: float, drift: float, sway: float) -> Points:
    """A cape that hangs from the shoulders behind the figure."""
    unit = float(np.linalg.norm(torso.along))
    w = torso.width([0.95])[0]
    top = torso.hips + 0.95 * torso.along
    hem = torso.hips + np.array([drift * length * unit, (length - 0.3 * abs(drift)) * unit])
    x = np.linspace(1.0, -1.0, 7)
    wave = 0.06 * unit * np.sin(sway + 2.2 * np.arange(7))
    lower = hem + np.stack([x * (w + 0.3 * unit), wave], axis=1)
    middle = 0.5 * (top + hem)
    belly = np.array([1.25 * w, 0.0])
    control = np.vstack(
        [
            top - w * torso.across,
            top + w * torso.across,
            middle + belly,
            lower,
            middle - belly,
        ]
    )
    return smooth(control, sharp=(0, 1, 3, 9))


def _grid() -> list[tuple[float, float]]:
    return [(lon, t) for t in (0.25, 0.52, 0.8) for lon in (-0.9, 0.0, 0.9)]
