"""Potted flowers that sway."""

from __future__ import annotations

import numpy as np

from model.shows.figures.ball import Ball
from model.shows.figures.faces import Face
from model.shows.figures.skeleton import Pose
from model.shows.rendering.paint import Paint, Stroke, Weight
from model.shows.rendering.palette import Paintbox, Scheme
from model.shows.rendering.shapes import Points, box, ellipse, leaf, points, smooth, swept


class Plant:
    """A potted flower that sways and sometimes has a face."""

    def __init__(self, paintbox: Paintbox, rng: np.random.Generator) -> None:
        scheme = Scheme(paintbox, rng)
        self._pot = [scheme.part(r) for r in ("pot", "pot2", "pot2")]
        self._stem = scheme.part("stem", "plant")
        self._leaves = [scheme.part("leaf", "plant") for _ in range(int(rng.integers(2, 7)))]
        petals = int(rng.integers(6, 13))
        self._petals = [scheme.part("petal") for _ in range(petals)]
        self._under = [scheme.part("petal2") for _ in range(petals)]
        self._core = scheme.part("core")
        self._face = Face(paintbox, scheme, rng)
        self._size = rng.uniform(0.12, 0.2)
        self._sharp = bool(rng.random() < 0.5)

    def paints(self, pose: Pose) -> list[Paint]:
        """All shapes; the trunk of a pose bends the stem."""
        bend = (
            0.5 * pose.tilt + 0.25 * np.sin(pose.yaw) + 0.5 * pose.drift + 0.05 * np.sin(pose.sway)
        )
        lift = np.array([0.0, -pose.jump])
        path = smooth([(0.0, -0.25), (0.3 * bend, -0.5), (bend, -0.78)], closed=False) + lift
        result = [Paint(self._stem, (swept(path[::4], [0.02] * len(path[::4])),), z=0.1)]
        for k, part in enumerate(self._leaves):
            root = path[2 + 2 * k % (len(path) - 2)]
            side = -1 if k % 2 else 1
            swing = 0.2 * np.sin(pose.sway + k)
            lift_k = pose.spread_l if side > 0 else pose.spread_r
            tip = root + 0.28 * np.array([side * (0.9 + 0.2 * swing), -0.1 - 0.6 * lift_k + swing])
            vein = Stroke(np.stack([root, 0.2 * root + 0.8 * tip]))
            shape = leaf(root, tip, 0.15, -0.1 * side)
            result.append(Paint(part, (shape,), z=0.2, shade=0.2, strokes=(vein,)))
        result += self._head_paints(path[-1], pose) + self._pot_paints(lift)
        return result

    def _head_paints(self, center: Points, pose: Pose) -> list[Paint]:
        r, result = self._size, []
        turn = pose.head_roll + 0.1 * np.sin(pose.sway)
        squeeze = np.array([0.55 + 0.45 * np.cos(pose.head_yaw), 1.0])
        for row, (parts, reach) in enumerate(((self._under, 2.0), (self._petals, 1.75))):
            for k, part in enumerate(parts):
                a = turn + 2 * np.pi * (k + 0.5 * row) / len(parts)
                way = np.array([np.cos(a), np.sin(a)])
                shape = (
                    leaf(center, center + reach * r * way, 0.7 * r)
                    if self._sharp
                    else ellipse(center + 0.6 * reach * r * way, (0.42 * reach * r, 0.3 * r), a, 20)
                )
                placed = center + (shape - center) * squeeze
                result.append(Paint(part, (placed,), z=0.3 + 0.1 * row + 0.001 * k,
                                    weight=Weight.MEDIUM, shade=0.1))  # fmt: skip
        ball = Ball((center[0], center[1]), r, (pose.head_yaw, pose.head_pitch, turn), 1.0, 0.0)
        over, strokes = self._face.features(ball, pose)
        result.append(Paint(self._core, (ball.outline(),), z=0.6, shade=0.12, over=over,
                            strokes=strokes))  # fmt: skip
        return result

    def _pot_paints(self, lift: Points) -> list[Paint]:
        pot = points([(-0.15, -0.27), (0.15, -0.27), (0.11, 0.0), (-0.11, 0.0)]) + lift
        band = points([(-0.2, -0.16), (0.2, -0.16), (0.2, -0.09), (-0.2, -0.09)]) + lift
        stripe = Paint(self._pot[2], (band,), weight=Weight.LIGHT)
        rim = box(np.array([0.0, -0.28]) + lift, (0.18, 0.03), 0.4)
        return [
            Paint(self._pot[0], (pot,), z=0.7, inside=(stripe,), shade=0.15),
            Paint(self._pot[1], (rim,), z=0.75, shade=0.2),
        ]
