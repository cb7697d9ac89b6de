"""Hair: a cap with a fringe of locks, and what hangs behind or beside the head."""

from __future__ import annotations

import numpy as np

from model.shows.figures.ball import Ball
from model.shows.rendering.paint import Paint, Stroke, Weight
from model.shows.rendering.palette import Paintbox, Scheme
from model.shows.rendering.shapes import Points, ellipse, lock, smooth

BACKS = ("none", "bob", "long", "tail", "twins", "bun", "spikes", "locks")


class Hair:
    """A hairdo; `paints` draws it on a turned head."""

    def __init__(
        self, box: Paintbox, scheme: Scheme, rng: np.random.Generator, covered: bool = False
    ) -> None:
        u = rng.uniform
        swatch = scheme.swatch("hair")
        self._rng_phase = u(0, 6.28)
        self.back = str(rng.choice(BACKS))
        self._edge, self._sharp, self._notches = _fringe(rng)
        self._cap = box.part(swatch)
        self._locks = [box.part(swatch) for _ in self._notches] if rng.random() < 0.4 else []
        self._lift = u(1.05, 1.14)
        self._gleam = bool(rng.random() < 0.6)
        self._gleam_teeth = int(rng.integers(5, 10))
        self._crown = _crown(rng) if rng.random() < 0.5 and not covered else None
        self._strands = [box.part(swatch) for _ in range(9)]
        self._back_part = box.part(scheme.swatch("hair2") if rng.random() < 0.15 else swatch)
        self._tie = [box.part(scheme.swatch("accent")) for _ in range(2)]
        self._length = u(0.5, 1.9)
        self._side = bool(rng.random() < 0.4) or self.back == "locks"
        self._tail_height = u(-0.9, -0.1)
        self._count = int(rng.integers(4, 9))

    def paints(self, ball: Ball, sway: float, drift: float) -> list[Paint]:
        """Hair behind (z < 0) and in front of (z > 0) the head.

        Args:
            ball: the head.
            sway: phase of the swaying, radians.
            drift: how far the wind or the motion carries loose hair, in head radii.
        """
        result = self._behind(ball, sway, drift)
        cap = ball.cap(self._edge, self._sharp, self._lift)
        outlines = (cap,) if self._crown is None else (cap, self._crown_outline(ball))
        notches = [ball.place([tuple(notch)], self._lift)[0] for notch in self._notches]
        top = ball.place([(0.0, -1.25)], self._lift)[0]
        inside: list[Paint] = []
        strokes: list[Stroke] = []
        for k, notch in enumerate(self._notches):
            if ball.depth(notch[0], notch[1]) < 0.05:
                continue
            if self._locks and k + 1 < len(notches):
                wedge = np.vstack([top, notches[k], 2.2 * notches[k] - 1.2 * top,
                                   2.2 * notches[k + 1] - 1.2 * top, notches[k + 1]])  # fmt: skip
                inside.append(Paint(self._locks[k], (wedge,), weight=Weight.LIGHT))
            elif not self._locks:
                curve = smooth([notches[k], 0.6 * notches[k] + 0.4 * top + 0.02 * ball.radius,
                                0.3 * notches[k] + 0.7 * top], closed=False)  # fmt: skip
                strokes.append(Stroke(curve))
        result.append(
            Paint(
                self._cap,
                outlines,
                z=1.0,
                inside=tuple(inside),
                shade=0.12,
                shine=0.0 if self._gleam else 0.35,
                gleams=(self._gleam_band(ball),) if self._gleam else (),
                strokes=tuple(strokes),
            )
        )
        result += self._beside(ball, sway, drift)
        return result

    def shadow(self, ball: Ball) -> Points:
        """The shadow that the fringe throws on the face."""
        return ball.cap(self._edge + np.array([0.0, 0.14]), self._sharp, 1.0)

    def _crown_outline(self, ball: Ball) -> Points:
        assert self._crown is not None
        angle, radius = self._crown
        t = angle + 0.25 * np.sin(ball.turn[0]) * np.cos(angle)
        p = np.stack([np.cos(t), np.sin(t)], axis=1) * radius[:, None] * self._lift
        return ball.bent(smooth(p, sharp=tuple(range(1, len(p) - 1, 2))))

    def _gleam_band(self, ball: Ball) -> Points:
        n = self._gleam_teeth
        lon = np.linspace(-1.0, 0.5, 2 * n + 1)
        tooth = np.where(np.arange(2 * n + 1) % 2 == 0, 0.0, 0.09)
        upper = np.stack([lon, -0.95 - tooth], axis=1)
        lower = np.stack([lon[::-1], -0.72 + tooth], axis=1)
        return ball.place(np.vstack([upper, lower]), self._lift)

    def _behind(self, ball: Ball, sway: float, drift: float) -> list[Paint]:
        r, swing = ball.radius, 0.12 * np.sin(sway) + drift
        yaw = ball.turn[0]
        if self.back in ("bob", "long"):
            reach = 0.7 if self.back == "bob" else 1.0 + self._length
            n = self._count
            x = np.linspace(1.12, -1.12, n) - 0.25 * np.sin(yaw) + swing * reach
            teeth = np.where(np.arange(n) % 2 == 0, 0.0, 0.12)
            lower = np.stack([x, reach + teeth], axis=1)
            side = 1.14
            control = [(-side, 0.2), (-side * 0.9, -0.6), (0.0, -1.05), (side * 0.9, -0.6),
                       (side, 0.2), *lower]  # fmt: skip
            shape = ball.center + r * smooth(control, sharp=tuple(range(5, 5 + n)))
            return [Paint(self._back_part, (shape,), z=-2.0, shade=0.1)]
        if self.back == "bun":
            at = ball.place([(np.pi, self._tail_height - 0.4)], 1.25)[0]
            return [Paint(self._back_part, (ellipse(at, (0.5 * r, 0.46 * r)),), z=-2.0, shade=0.2)]
        if self.back in ("tail", "spikes", "twins"):
            roots = (-1.9, 1.9) if self.back == "twins" else (np.pi,)
            result: list[Paint] = []
            for k, lon in enumerate(roots):
                result += self._tail(ball, lon, swing, k)
            return result
        return []

    def _tail(self, ball: Ball, lon: float, swing: float, which: int) -> list[Paint]:
        r = ball.radius
        z = -2.0 if ball.depth(lon) < 0.25 else 1.5
        root = ball.place([(lon, self._tail_height)], 1.08)[0]
        away = (root - ball.center) / max(float(np.linalg.norm(root - ball.center)), 1e-6)
        if self.back == "spikes":
            angles = np.linspace(-1.1, 1.1, 5)
            base = np.arctan2(away[1], away[0])
            tips = [
                root + r * 1.1 * np.array([np.cos(base + a + 0.3 * swing), np.sin(base + a)])
                for a in angles
            ]
            spikes = [
                Paint(self._strands[k], (lock(root, tip, 0.5 * r),), z=z, shade=0.12)
                for k, tip in enumerate(tips)
            ]
            return [*spikes, self._tie_paint(root, r, which, z)]
        length = 0.8 + 0.8 * self._length
        end = root + r * (away * 0.5 + np.array([swing * length, length]))
        middle = 0.5 * (root + end) + r * 0.45 * away
        side = np.array([end[1] - root[1], root[0] - end[0]])
        side /= max(float(np.linalg.norm(side)), 1e-6)
        w = 0.34 * r
        shape = smooth(
            [
                root + 0.3 * w * side,
                middle + w * side,
                end,
                middle - w * side,
                root - 0.3 * w * side,
            ],
            sharp=(2,),
        )
        paint = Paint(self._strands[which], (shape,), z=z, shade=0.14)
        return [paint, self._tie_paint(root, r, which, z)]

    def _tie_paint(self, root: Points, r: float, which: int, z: float) -> Paint:
        return Paint(self._tie[which], (ellipse(root, (0.17 * r, 0.15 * r), samples=16),), z=z)

    def _beside(self, ball: Ball, sway: float, drift: float) -> list[Paint]:
        if not self._side:
            return []
        r, result = ball.radius, []
        for k, lon in enumerate((-1.25, 1.25, -1.6, 1.6)):
            if ball.depth(lon) < 0.1:
                continue
            root = ball.place([(lon, -0.2)], self._lift)[0]
            swing = 0.1 * np.sin(sway + k) + 0.6 * drift
            tip = root + r * np.array([swing, 0.7 + 0.25 * self._length])
            strand = lock(root, tip, 0.3 * r, 0.1 * np.sign(lon))
            result.append(Paint(self._strands[5 + k], (strand,), z=1.2, shade=0.15))
        return result


def _fringe(rng: np.random.Generator) -> tuple[Points, tuple[int, ...], Points]:
    """Edge of the hair around the head, its corners, and the notches between front locks."""
    count = int(rng.integers(3, 8))
    u = rng.uniform
    height, drop, side = u(-0.8, -0.5), u(0.12, 0.4), u(-0.1, 0.4)
    lon = np.linspace(-1.15, 1.15, count)
    tips = np.stack([lon + u(-0.1, 0.1, count), height + drop * u(0.4, 1.0, count)], axis=1)
    between = 0.5 * (lon[1:] + lon[:-1])
    notches = np.stack([between + u(-0.06, 0.06, count - 1), np.full(count - 1, height)], axis=1)
    front = np.empty((2 * count - 1, 2))
    front[0::2], front[1::2] = tips, notches
    nape = u(0.4, 0.8)
    edge = np.vstack([[(-np.pi, nape), (-2.0, nape), (-1.5, side)], front,
                      [(1.5, side), (2.0, nape), (np.pi - 0.01, nape)]])  # fmt: skip
    sharp = tuple(range(2, len(edge) - 2))
    return edge, sharp if rng.random() < 0.7 else (), notches


def _crown(rng: np.random.Generator) -> tuple[Points, Points]:
    """Angles and radii of tufts that stand out of the upper contour."""
    tips = int(rng.integers(3, 9))
    low = rng.uniform(1.0, 1.1)
    angle = np.linspace(-np.pi * 0.98, -np.pi * 0.02, 2 * tips + 1)
    radius = np.where(np.arange(2 * tips + 1) % 2 == 1, low + rng.uniform(0.1, 0.55), low)
    radius[1::2] *= rng.uniform(0.9, 1.1, tips)
    angle[1::2] += rng.uniform(-0.12, 0.12)
    closing = np.array([-np.pi * 0.32, -np.pi * 0.68])
    return np.concatenate([angle, closing]), np.concatenate([radius, [0.85, 0.85]])
