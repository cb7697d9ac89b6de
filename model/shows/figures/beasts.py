"""Four-legged animals, in three dimensions so that they turn."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from model.shows.figures.ball import Ball
from model.shows.figures.faces import Face
from model.shows.figures.limbs import segment
from model.shows.figures.skeleton import Pose, turn_y
from model.shows.rendering.paint import Paint, Weight
from model.shows.rendering.palette import Paintbox, Scheme
from model.shows.rendering.shapes import Points, ellipse, lock, points, smooth, swept


class Beast:
    """A four-legged animal. Feet stand on (0, 0); height is about 1."""

    def __init__(self, paintbox: Paintbox, rng: np.random.Generator) -> None:
        u = rng.uniform
        scheme = Scheme(paintbox, rng)

        def fur(count: int) -> list[int]:
            return [scheme.part("fur") for _ in range(count)]

        self._length, self._leg = u(0.3, 0.55), u(0.2, 0.38)
        self._thick, self._limb = u(0.12, 0.2), u(0.03, 0.06)
        self._head_size, self._neck = u(0.13, 0.24), u(0.05, 0.28)
        self._trunk, self._neck_part, self._head = fur(3)
        self._belly = scheme.part("belly")
        self._legs = [fur(2) for _ in range(4)]
        self._paws = [scheme.part("paw") for _ in range(4)]
        self._toes = [[scheme.part("paw") for _ in range(3)] for _ in range(4)]
        self._tail = [scheme.part("fur") for _ in range(2)]
        self._tail_tip = scheme.part("belly")
        self._tail_size = (u(0.2, 0.55), u(0.02, 0.09))
        self._ears = [(fur(1)[0], scheme.part("blush")) for _ in range(2)]
        self._ear_shape = (u(0.5, 1.4), u(0.3, 0.55), u(0.3, 1.1))
        self._muzzle, self._nose = scheme.part("belly"), scheme.part("ink", "dark")
        self._muzzle_size = u(0.3, 0.55)
        self._face = Face(paintbox, scheme, rng)
        self._spots = [scheme.part("spot") for _ in range(9)] if rng.random() < 0.6 else []
        self._striped = bool(rng.random() < 0.4)
        self._places = rng.uniform(-1, 1, (9, 2))
        self._mane = [scheme.part("mane") for _ in range(7)] if rng.random() < 0.3 else []
        self._collar = [scheme.part("collar"), scheme.part("gold")] if rng.random() < 0.4 else []
        self._saddle = [scheme.part("saddle"), scheme.part("gold")] if rng.random() < 0.2 else []
        self._mark = scheme.part("belly") if rng.random() < 0.5 else None

    def paints(self, pose: Pose) -> list[Paint]:
        """All shapes of the animal in a pose; arms move the forelegs."""
        turn = turn_y(0.6 + 0.75 * pose.yaw)
        rear = turn @ np.array([0.0, 0.0, -0.5 * self._length])
        front = turn @ np.array([0.0, -0.15 * np.sin(pose.lean), 0.5 * self._length])
        lift = np.array([0.0, -self._leg - 0.6 * self._thick - pose.jump, 0.0])
        rear, front = rear + lift, front + lift
        head_at = front + turn @ np.array([0.0, -self._neck - 0.5 * self._thick, 0.6 * self._neck])
        ball = Ball(
            (head_at[0], head_at[1]), self._head_size,
            (0.6 + 0.75 * pose.yaw + pose.head_yaw, pose.head_pitch, pose.head_roll), 1.0, 0.3,
        )  # fmt: skip
        result = self._trunk_paints(rear, front, pose)
        neck_z = 0.2 if front[2] > rear[2] else -0.2
        neck = segment(front[:2], head_at[:2], (0.85 * self._thick, 0.6 * self._thick,
                                                0.6 * self._head_size))  # fmt: skip
        result.append(Paint(self._neck_part, (neck,), z=neck_z, shade=0.15))
        result += self._collar_paints(front, head_at, neck_z)
        result += self._head_paints(ball, pose, 2.0 if head_at[2] > -0.15 else -1.8)
        swings = ((pose.arm_l, pose.elbow_l), (pose.arm_r, pose.elbow_r),
                  (pose.leg_l, -pose.knee_l), (pose.leg_r, -pose.knee_r))  # fmt: skip
        for k, (swing, bend) in enumerate(swings):
            root = (front if k < 2 else rear) + turn @ np.array(
                [(1 - 2 * (k % 2)) * 0.55 * self._thick, 0.2 * self._thick, 0.0]
            )
            result += self._leg_paints(k, root, 0.7 * swing, 0.5 * bend, turn)
        result += self._tail_paints(rear, turn, pose)
        return result

    def _trunk_paints(self, rear: Points, front: Points, pose: Pose) -> list[Paint]:
        way = front[:2] - rear[:2]
        span = float(np.linalg.norm(way))
        angle = float(np.arctan2(way[1], way[0])) if span > 0.05 else 0.0
        center = 0.5 * (rear[:2] + front[:2])
        half = 0.5 * span + self._thick
        c, s = np.cos(angle), np.sin(angle)

        def at(shape: object) -> Points:
            p = np.asarray(shape, dtype=np.float64) * (half, self._thick)
            return center + p @ np.array([[c, s], [-s, c]])

        flip = 1.0 if c > 0 else -1.0
        breath = 0.04 * np.sin(pose.sway)
        body = smooth([(-1, 0), (-0.75, -0.85), (0, -0.85 - breath), (0.7, -1.0), (1.0, -0.1),
                       (0.7, 0.95), (0, 0.85 + breath), (-0.7, 0.9)])  # fmt: skip
        inside = [Paint(self._belly, (at(ellipse((0.1, 0.95 * flip), (0.9, 0.5))),),
                        weight=Weight.LIGHT)]  # fmt: skip
        for k, part in enumerate(self._spots):
            x, y = self._places[k]
            if self._striped:
                x = -0.8 + 0.2 * k
                tip = (x + 0.04, 0.25 * y * flip)
                shape = points([(x, -1.2 * flip), (x + 0.12, -1.2 * flip), tip])
            else:
                size = 0.1 + 0.07 * abs(x)
                shape = ellipse((0.85 * x, -0.4 * flip + 0.4 * y), (size, 1.6 * size), samples=16)
            inside.append(Paint(part, (at(shape),), weight=Weight.LIGHT))
        if self._saddle:
            cloth = [
                (-0.35, -1.3 * flip),
                (0.3, -1.3 * flip),
                (0.35, 0.1 * flip),
                (-0.4, 0.1 * flip),
            ]
            hem = [
                (-0.5, -0.05 * flip),
                (0.5, -0.05 * flip),
                (0.5, 0.15 * flip),
                (-0.5, 0.15 * flip),
            ]
            trim = Paint(self._saddle[1], (at(hem),), weight=Weight.LIGHT)
            inside.append(
                Paint(self._saddle[0], (at(cloth),), weight=Weight.MEDIUM, inside=(trim,))
            )
        return [Paint(self._trunk, (at(body),), inside=tuple(inside), shade=0.15)]

    def _collar_paints(self, front: Points, head_at: Points, z: float) -> list[Paint]:
        if not self._collar:
            return []
        at = front[:2] + 0.45 * (head_at[:2] - front[:2])
        way = head_at[:2] - front[:2]
        side = np.array([-way[1], way[0]]) / max(float(np.linalg.norm(way)), 1e-6)
        strap = swept([at - 0.7 * self._thick * side, at + np.array((0.0, 0.02)),
                       at + 0.7 * self._thick * side], [0.22 * self._thick] * 3)  # fmt: skip
        tag = ellipse(at + np.array([0.0, 0.4 * self._thick]), (0.2 * self._thick,) * 2, samples=16)
        return [
            Paint(self._collar[0], (strap,), z=z + 0.01, weight=Weight.MEDIUM),
            Paint(self._collar[1], (tag,), z=z + 0.02, weight=Weight.MEDIUM, shine=0.3),
        ]

    def _head_paints(self, ball: Ball, pose: Pose, z: float) -> list[Paint]:
        r, result = ball.radius, []
        height, width, out = self._ear_shape
        for k, side in enumerate((-1, 1)):
            root = ball.place([(side * out, -0.85)], 0.95)[0]
            tip = root + r * height * np.array(
                [side * 0.35 * out + 0.4 * pose.drift, -1.0 + 0.5 * out]
            )
            inner = lock(root, root + 0.8 * (tip - root), width * r, 0.08 * side)
            child = Paint(self._ears[k][1], (inner,), weight=Weight.LIGHT)
            outer = lock(root, tip, 1.7 * width * r, 0.08 * side)
            depth = z - 0.05 if ball.depth(side * out) < 0.6 else z + 0.05
            result.append(Paint(self._ears[k][0], (outer,), z=depth, inside=(child,), shade=0.15))
        for k, part in enumerate(self._mane):
            a = np.pi * (0.95 + 1.1 * k / 6)
            tip = ball.center + r * 1.75 * np.array([np.cos(a), np.sin(a)])
            tuft = lock(ball.center, tip, 1.1 * r, 0.1 * np.sin(pose.sway + k))
            result.append(Paint(part, (tuft,), z=z - 0.1 - 0.001 * k, shade=0.1))
        over, strokes = self._face.features(ball, pose)
        inside = []
        if self._mark is not None and ball.depth(0.0) > 0.0:
            blaze = smooth(
                [(-0.1, -1.4), (0.1, -1.4), (0.25, 0.0), (0.9, 0.9), (-0.9, 0.9), (-0.25, 0)]
            )
            inside.append(Paint(self._mark, (ball.place(blaze),), weight=Weight.LIGHT))
        result.append(Paint(self._head, (ball.outline(),), z=z, shade=0.12, inside=tuple(inside),
                            over=over, strokes=strokes))  # fmt: skip
        if ball.depth(0.0, 0.4) > 0.05:
            m = self._muzzle_size
            at = ball.place([(0.0, 0.42)], 1.0 + 0.5 * m)[0]
            snout = ellipse(at + np.array([0.0, 0.1 * r]), (m * r, 0.75 * m * r))
            nose = ellipse(
                at - np.array([0.0, 0.25 * m * r]), (0.4 * m * r, 0.28 * m * r), samples=18
            )
            tip = Paint(self._nose, (nose,), weight=Weight.LIGHT, shine=0.35)
            result.append(Paint(self._muzzle, (snout,), z=z + 0.1, shade=0.2, over=(tip,)))
        return result

    def _leg_paints(
        self, which: int, root: Points, swing: float, bend: float, turn: NDArray[np.float64]
    ) -> list[Paint]:
        half = 0.5 * self._leg + 0.25 * self._thick
        knee = root + turn @ np.array([0.0, np.cos(swing), np.sin(swing)]) * half
        low = swing + bend
        foot = knee + turn @ np.array([0.0, np.cos(low), np.sin(low)]) * half
        z = 0.5 if root[2] > 0.02 else -0.5
        r = self._limb
        upper = segment(root[:2], knee[:2], (1.8 * r, 1.5 * r, r))
        lower = segment(knee[:2], foot[:2], (r, r, 0.9 * r))
        toe = (turn @ np.array([0.0, 0.0, 0.6 * r]))[:2]
        paw = ellipse(foot[:2] + toe, (1.6 * r, 1.0 * r))
        toes = tuple(
            Paint(part, (ellipse(foot[:2] + 2.2 * toe + (0.7 * r * (k - 1), 0.4 * r),
                                 (0.36 * r, 0.5 * r), samples=12),), weight=Weight.LIGHT)
            for k, part in enumerate(self._toes[which])
        )  # fmt: skip
        return [
            Paint(self._legs[which][0], (upper, lower), z=z, shade=0.25),
            Paint(self._paws[which], (paw,), z=z + 0.01, inside=toes, shade=0.2),
        ]

    def _tail_paints(self, rear: Points, turn: NDArray[np.float64], pose: Pose) -> list[Paint]:
        length, width = self._tail_size
        wag = 0.5 * np.sin(2.0 * pose.sway) + pose.drift
        root = rear[:2] + (turn @ np.array([0.0, -0.4 * self._thick, -0.8 * self._thick]))[:2]
        back = (turn @ np.array([0.4 * wag, 0.0, -1.0]))[:2]
        mid = root + length * (0.5 * back + np.array([0.1 * wag, -0.3]))
        tip = root + length * (0.75 * back + np.array([0.3 * wag, -0.9]))
        shape = swept([root, mid, tip], [0.6 * width, width, 0.5 * width])
        end = ellipse(tip, (1.6 * width, 1.6 * width))
        child = Paint(self._tail_tip, (end,), weight=Weight.LIGHT)
        z = -0.9 if rear[2] < 0.1 else 0.9
        return [Paint(self._tail[0], (shape,), z=z, inside=(child,), shade=0.2)]
