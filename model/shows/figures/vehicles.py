"""Cars, buses and engines seen from the side."""

from __future__ import annotations

import numpy as np

from model.shows.figures.ball import Ball
from model.shows.figures.faces import Face
from model.shows.figures.skeleton import Pose
from model.shows.rendering.paint import Paint, Stroke, Weight
from model.shows.rendering.palette import Paintbox, Scheme
from model.shows.rendering.shapes import Points, box, ellipse, points, smooth


class Vehicle:
    """A car, bus, train or cart seen from the side. Wheels stand on y = 0."""

    def __init__(self, paintbox: Paintbox, rng: np.random.Generator) -> None:
        u = rng.uniform
        scheme = Scheme(paintbox, rng)
        self._kind = str(rng.choice(["car", "bus", "engine"]))
        self._long, self._tall, self._wheel = u(0.35, 0.5), u(0.16, 0.26), u(0.08, 0.13)
        self._body, self._roof = scheme.part("body"), scheme.part("body2")
        self._stripes = [scheme.part("body2") for _ in range(int(rng.integers(0, 3)))]
        count = {"car": 2, "bus": 5, "engine": 2}[self._kind]
        self._windows = [scheme.part("glass", "sky") for _ in range(count)]
        self._glints = [scheme.part("white", "light") for _ in range(count)]
        self._doors = [scheme.part("body") for _ in range(2)]
        self._lights = [scheme.part(r) for r in ("lamp", "lamp2")]
        self._bumpers = [scheme.part("chrome", "metal") for _ in range(2)]
        wheels = 3 if self._kind == "engine" else 2
        self._spokes = int(rng.integers(4, 8))
        self._wheels = [
            [scheme.part("tire", "dark"), scheme.part("chrome", "metal"), scheme.part("hub")]
            + [scheme.part("hub") for _ in range(self._spokes)]
            for _ in range(wheels)
        ]
        self._smoke = [scheme.part("white", "light") for _ in range(5)]
        self._chimney = [scheme.part("body2"), scheme.part("chrome", "metal")]
        self._cabin_roof = scheme.part("body2")
        self._cargo = [scheme.part(f"cargo{k % 3}") for k in range(int(rng.integers(0, 5)))]
        self._face = Face(paintbox, scheme, rng) if rng.random() < 0.3 else None

    def paints(self, pose: Pose) -> list[Paint]:
        """All shapes; the walk of a pose rolls the wheels and shakes the body."""
        roll = 2.0 * pose.sway
        bounce = 0.02 * np.sin(2.0 * pose.sway) - 0.4 * max(pose.jump, 0.0)
        base = np.array([0.0, -self._wheel - self._tall + bounce])
        result = self._cargo_paints(base, pose) + self._body_paints(base, pose)
        spread = np.linspace(-0.62, 0.62, len(self._wheels))
        for parts, x in zip(self._wheels, spread, strict=True):
            result += self._wheel_paints(parts, x * self._long, roll)
        if self._kind == "engine":
            result += self._smoke_paints(base, pose)
        return result

    def _body_paints(self, base: Points, pose: Pose) -> list[Paint]:
        w, h = self._long, self._tall
        inside = [
            Paint(
                part,
                (
                    base
                    + points(
                        [
                            (-2 * w, 0.25 * h + 0.3 * h * k),
                            (2 * w, 0.25 * h + 0.3 * h * k),
                            (2 * w, 0.37 * h + 0.3 * h * k),
                            (-2 * w, 0.37 * h + 0.3 * h * k),
                        ]
                    ),
                ),
                weight=Weight.LIGHT,
            )
            for k, part in enumerate(self._stripes)
        ]
        strokes: list[Stroke] = []
        if self._kind == "bus":
            hull = box(base - np.array([0.0, 0.5 * h]), (w, 1.45 * h), 0.35)
            inside += self._window_paints(
                base + np.array((0, -0.95 * h)), np.linspace(-0.72, 0.72, 5), 0.3 * h
            )
            cabin = []
        elif self._kind == "car":
            hull = base + smooth(
                [
                    (-w, 0.6 * h),
                    (-w, -0.2 * h),
                    (-0.6 * w, -0.35 * h),
                    (0.6 * w, -0.4 * h),
                    (0.97 * w, -0.05 * h),
                    (w, 0.6 * h),
                    (0, 0.75 * h),
                ]
            )
            glass = self._window_paints(base + np.array((0, -0.75 * h)), (-0.28, 0.25), 0.32 * h)
            top = base + smooth([(-0.65 * w, -0.3 * h), (-0.5 * w, -1.25 * h), (0.3 * w, -1.3 * h),
                                 (0.62 * w, -0.3 * h)], sharp=(0, 3))  # fmt: skip
            cabin = [Paint(self._roof, (top,), z=-0.05, inside=tuple(glass), shade=0.15)]
            strokes.append(Stroke(base + points([(0.0, -0.5 * h), (0.02 * w, 0.7 * h)])))
        else:
            hull = box(base + np.array([0.2 * w, 0.0]), (0.8 * w, 0.7 * h), 0.5)
            glass = self._window_paints(
                base + np.array((-0.72 * w, -0.9 * h)), (-0.12, 0.12), 0.28 * h
            )
            house = box(base + np.array([-0.72 * w, -0.4 * h]), (0.33 * w, 1.1 * h), 0.1)
            roof = box(base + np.array([-0.72 * w, -1.55 * h]), (0.42 * w, 0.12 * h), 0.6)
            cabin = [
                Paint(self._roof, (house,), z=0.1, inside=tuple(glass), shade=0.15),
                Paint(self._cabin_roof, (roof,), z=0.15),
            ]
        over: tuple[Paint, ...] = ()
        if self._face is not None:
            ball = Ball((base[0] + 0.45 * w, base[1] + 0.05 * h), 0.55 * h,
                        (0.4 * pose.head_yaw, 0.0, 0.0))  # fmt: skip
            over, lines = self._face.features(ball, pose)
            strokes += lines
        lamp = ellipse(base + np.array((0.95 * w, 0.2 * h)), (0.07 * w, 0.14 * h), samples=18)
        tail = box(base + np.array([-0.97 * w, 0.2 * h]), (0.05 * w, 0.13 * h), 0.5)
        result = [
            *cabin,
            Paint(self._body, (hull,), inside=tuple(inside), shade=0.12, shine=0.0,
                  over=over, strokes=tuple(strokes)),
            Paint(self._lights[0], (lamp,), z=0.2, weight=Weight.MEDIUM, shine=0.3),
            Paint(self._lights[1], (tail,), z=0.2, weight=Weight.MEDIUM),
        ]  # fmt: skip
        for part, x in zip(self._bumpers, (-0.9, 0.9), strict=True):
            bar = box(base + np.array([x * w, 0.62 * h]), (0.16 * w, 0.1 * h), 0.8)
            result.append(Paint(part, (bar,), z=0.25, weight=Weight.MEDIUM, shade=0.3))
        return result

    def _window_paints(self, at: Points, places: object, half: float) -> list[Paint]:
        result = []
        xs = np.asarray(places, dtype=np.float64) * self._long
        wide = 0.4 * float(np.min(np.diff(xs)))
        for part, glint, x in zip(self._windows, self._glints, xs, strict=False):
            pane = box(at + np.array([x, 0.0]), (wide, half), 0.25)
            streak = (
                at
                + np.array([x, 0.0])
                + points([(-0.2, -1), (0.2, -1), (-0.2, 1), (-0.6, 1)]) * half
            )
            shine = Paint(glint, (streak,), weight=Weight.TRACE)
            result.append(Paint(part, (pane,), weight=Weight.LIGHT, over=(shine,)))
        return result

    def _wheel_paints(self, parts: list[int], x: float, roll: float) -> list[Paint]:
        center, r = np.array([x, -self._wheel]), self._wheel
        spokes = []
        for k, part in enumerate(parts[3:]):
            a = roll + 2 * np.pi * k / self._spokes
            way, side = np.array([np.cos(a), np.sin(a)]), np.array([-np.sin(a), np.cos(a)])
            blade = center + r * np.stack(
                [0.1 * side, 0.8 * way + 0.12 * side, 0.8 * way - 0.12 * side, -0.1 * side]
            )
            spokes.append(Paint(part, (blade,), weight=Weight.LIGHT))
        hub = Paint(
            parts[2], (ellipse(center, (0.22 * r, 0.22 * r), samples=16),), weight=Weight.LIGHT
        )
        rim = Paint(parts[1], (ellipse(center, (0.66 * r, 0.66 * r)),), weight=Weight.LIGHT,
                    inside=(*spokes, hub))  # fmt: skip
        return [Paint(parts[0], (ellipse(center, (r, r), samples=40),), z=0.5, over=(rim,))]

    def _smoke_paints(self, base: Points, pose: Pose) -> list[Paint]:
        root = base + np.array([0.6 * self._long, -0.6 * self._tall])
        stack = [root + p for p in points([(-0.04, 0), (-0.06, -0.16), (0.06, -0.16), (0.04, 0)])]
        ring = box(root - np.array([0.0, 0.16]), (0.075, 0.02), 0.5)
        result = []
        for k, part in enumerate(self._smoke):
            age = (0.12 * pose.sway + k / len(self._smoke)) % 1.0
            if age < 0.85:
                at = root + np.array([-0.5 * age + 0.4 * pose.drift * age, -0.22 - 0.4 * age])
                puff = ellipse(at, (0.03 + 0.09 * age, 0.03 + 0.075 * age), samples=24)
                result.append(
                    Paint(part, (puff,), z=-0.3 - 0.01 * k, weight=Weight.MEDIUM, shade=0.2)
                )
        result.append(Paint(self._chimney[0], (points(stack),), z=-0.1, shade=0.25))
        result.append(Paint(self._chimney[1], (ring,), z=-0.05, weight=Weight.MEDIUM))
        return result

    def _cargo_paints(self, base: Points, pose: Pose) -> list[Paint]:
        if self._kind == "bus":
            base = base - np.array([0.0, 0.7 * self._tall])
        result = []
        for k, part in enumerate(self._cargo):
            x = (-0.5 + 0.28 * k) * self._long
            shake = 0.01 * np.sin(3 * pose.sway + k)
            half = (0.13 * self._long, 0.1 + 0.03 * (k % 3))
            result.append(
                Paint(
                    part,
                    (
                        box(
                            base + np.array([x, -1.15 * self._tall + shake]),
                            half,
                            0.2,
                            0.1 * (k % 3 - 1),
                        ),
                    ),
                    z=-0.5 + 0.01 * k,
                    shade=0.2,
                )
            )
        return result
