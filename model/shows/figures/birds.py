"""Birds that walk and flap."""

from __future__ import annotations

import numpy as np

from model.shows.figures.ball import Ball
from model.shows.figures.faces import Face
from model.shows.figures.limbs import segment
from model.shows.figures.skeleton import Pose
from model.shows.rendering.paint import Paint, Weight
from model.shows.rendering.palette import Paintbox, Scheme
from model.shows.rendering.shapes import Points, ellipse, lock, smooth


class Bird:
    """A round bird. Feet stand on (0, 0); height is about 1."""

    def __init__(self, paintbox: Paintbox, rng: np.random.Generator) -> None:
        u = rng.uniform
        scheme = Scheme(paintbox, rng)
        self._round, self._head_size, self._leg = u(0.22, 0.34), u(0.15, 0.24), u(0.08, 0.3)
        self._trunk, self._head = scheme.part("feather"), scheme.part("feather")
        self._belly, self._beak = scheme.part("belly"), [scheme.part("beak") for _ in range(2)]
        self._wings = {s: [scheme.part("wing") for _ in range(6)] for s in (1, -1)}
        self._wing_base = {s: scheme.part("feather") for s in (1, -1)}
        self._tail = [scheme.part("wing") for _ in range(int(rng.integers(3, 6)))]
        self._crest = [scheme.part("crest") for _ in range(int(rng.integers(0, 5)))]
        self._legs = {s: [scheme.part("beak") for _ in range(4)] for s in (1, -1)}
        self._ruff = [scheme.part("crest") for _ in range(9)] if rng.random() < 0.4 else []
        self._face = Face(paintbox, scheme, rng)
        self._beak_length, self._neck = u(0.3, 0.9), u(0.0, 0.25)

    def paints(self, pose: Pose) -> list[Paint]:
        """All shapes of the bird in a pose; arms flap the wings."""
        yaw = pose.yaw
        r = self._round
        hop = pose.jump + (0.1 * abs(np.sin(pose.arm_l)) if pose.arm_l > 1 else 0.0)
        center = np.array([0.1 * np.sin(pose.tilt), -self._leg - r - hop])
        head_at = center + np.array(
            [0.55 * r * np.sin(yaw) + 0.3 * pose.tilt * r, -0.85 * r - self._neck]
        )
        ball = Ball((head_at[0], head_at[1]), self._head_size,
                    (yaw + pose.head_yaw, pose.head_pitch, pose.head_roll), 1.0, 0.1)  # fmt: skip
        trunk = ellipse(center, (0.95 * r, 1.05 * r), 0.3 * np.sin(yaw) + 0.3 * pose.tilt, 48)
        neck = segment(center - np.array([0.0, 0.5 * r]), head_at,
                       (0.7 * r, 0.6 * self._head_size, 0.7 * self._head_size))  # fmt: skip
        spot = ellipse(center + r * np.array([0.4 * np.sin(yaw), 0.35]), (0.7 * r, 0.75 * r))
        belly = Paint(self._belly, (spot,), weight=Weight.LIGHT)
        result = [Paint(self._trunk, (trunk, neck), inside=(belly,), shade=0.15)]
        result += self._tail_paints(center, yaw, pose) + self._head_paints(ball, pose)
        for side in (1, -1):
            result += self._wing_paints(side, center, pose) + self._leg_paints(side, center, pose)
        for k, part in enumerate(self._ruff):
            x = -0.8 + 0.2 * k
            root = head_at + np.array([x * self._head_size, 0.75 * self._head_size])
            shape = lock(root, root + np.array((0.0, 0.35 * r)), 0.3 * r)
            result.append(Paint(part, (shape,), z=1.0 + 0.001 * k, weight=Weight.MEDIUM))
        return result

    def _head_paints(self, ball: Ball, pose: Pose) -> list[Paint]:
        over, strokes = self._face.features(ball, pose)
        strokes = strokes[:0]
        result = [
            Paint(self._head, (ball.outline(),), z=2.0, over=over, strokes=strokes, shade=0.12)
        ]
        r = ball.radius
        if ball.depth(0.0, 0.3) > -0.2:
            left, right = ball.place([(-0.4, 0.3), (0.4, 0.3)])
            tip = ball.place([(0.0, 0.35)], 1.0 + self._beak_length)[0] + (0.0, 0.1 * r)
            gape = np.array([0.0, 0.3 * r * max(pose.mouth, 0.0)])
            upper = smooth(
                [left, 0.5 * (left + right) - (0.0, 0.25 * r), right, tip], sharp=(0, 2, 3)
            )
            lower = smooth([left, right, tip + gape], sharp=(0, 1, 2))
            result.append(Paint(self._beak[1], (lower,), z=2.1, weight=Weight.MEDIUM))
            result.append(Paint(self._beak[0], (upper,), z=2.2, weight=Weight.MEDIUM, shade=0.2))
        for k, part in enumerate(self._crest):
            root = ball.place([(0.0, -1.3 - 0.15 * k)])[0]
            lean = 0.3 * (k - 1) - 0.5 * np.sin(ball.turn[0]) + 0.5 * pose.drift
            tip = root + r * np.array([lean + 0.1 * np.sin(pose.sway + k), -0.7])
            result.append(Paint(part, (lock(root, tip, 0.35 * r, 0.1),), z=1.9, shade=0.1))
        return result

    def _wing_paints(self, side: int, center: Points, pose: Pose) -> list[Paint]:
        swing = pose.arm_l if side > 0 else pose.arm_r
        spread = pose.spread_l if side > 0 else pose.spread_r
        yaw, r = pose.yaw, self._round
        root = center + r * np.array([side * 0.75 * np.cos(yaw) - 0.2 * np.sin(yaw), -0.35])
        near = side * np.sin(yaw) < 0.2
        lift = float(np.clip(0.35 * abs(swing) + 0.9 * spread, 0.0, 2.4))
        parts = self._wings[side]
        result = []
        for k, part in enumerate(parts):
            angle = 0.5 * np.pi - side * (lift * (0.45 + 0.11 * k) + 0.1)
            length = r * (1.0 + 0.12 * k) * (0.9 if k < 5 else 0.75)
            tip = root + length * np.array([np.cos(angle), np.sin(angle)])
            feather = segment(root, tip, (0.1 * r, 0.16 * r, 0.1 * r))
            result.append(Paint(part, (feather,), z=(0.6 if near else -0.6) + 0.01 * k,
                                weight=Weight.MEDIUM, shade=0.15))  # fmt: skip
        shoulder = ellipse(root, (0.3 * r, 0.34 * r))
        z = 0.7 if near else -0.5
        result.append(Paint(self._wing_base[side], (shoulder,), z=z, shade=0.15))
        return result

    def _tail_paints(self, center: Points, yaw: float, pose: Pose) -> list[Paint]:
        r = self._round
        root = center + r * np.array([-0.8 * np.sin(yaw), 0.3])
        z = -1.0 if np.cos(yaw) > -0.2 else 1.0
        result = []
        for k, part in enumerate(self._tail):
            fan = 0.35 * (k - 0.5 * (len(self._tail) - 1)) + 0.1 * np.sin(pose.sway)
            angle = -0.5 * np.pi - 1.1 * np.sin(yaw) + fan
            tip = root + 1.3 * r * np.array([np.cos(angle), 0.8 * np.sin(angle)])
            result.append(Paint(part, (segment(root, tip, (0.08 * r, 0.14 * r, 0.16 * r)),),
                                z=z + 0.01 * k, weight=Weight.MEDIUM, shade=0.15))  # fmt: skip
        return result

    def _leg_paints(self, side: int, center: Points, pose: Pose) -> list[Paint]:
        swing = pose.leg_l if side > 0 else pose.leg_r
        yaw, r = pose.yaw, self._round
        root = center + r * np.array([0.4 * side * np.cos(yaw), 0.85])
        foot = root + (self._leg + 0.1 * r) * np.array([np.sin(swing) * np.sin(yaw), np.cos(swing)])
        parts = self._legs[side]
        result = [Paint(parts[0], (segment(root, foot, (0.06 * r,) * 3),), z=-0.3)]
        for k, part in enumerate(parts[1:]):
            way = np.array([np.sin(yaw) * 0.8 + 0.45 * (k - 1), 0.25])
            toe = segment(foot, foot + 0.35 * r * way, (0.06 * r, 0.07 * r, 0.04 * r))
            result.append(Paint(part, (toe,), z=-0.25, weight=Weight.MEDIUM))
        return result
