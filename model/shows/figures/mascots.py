"""Figures that are one body with a face and rubber limbs: emoji, food, ghosts, monsters."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from model.shows.figures.ball import Ball
from model.shows.figures.faces import Face
from model.shows.figures.limbs import fingers, fist, noodle, shoe, sole
from model.shows.figures.skeleton import Body, Limb, Pose, solve
from model.shows.rendering.paint import Paint, Weight, at_depth
from model.shows.rendering.palette import Paintbox, Scheme
from model.shows.rendering.shapes import Points, box, ellipse, smooth, star
from model.shows.wear.headwear import random_headwear
from model.shows.wear.props import random_prop

_KINDS = ("ball", "block", "drop", "ghost", "star", "stack", "egg", "can", "octopus", "spiky")


class Mascot:
    """A body with a face. Feet stand on (0, 0); height is about 1."""

    def __init__(self, paintbox: Paintbox, rng: np.random.Generator) -> None:
        u = rng.uniform
        scheme = Scheme(paintbox, rng)
        self._kind = str(rng.choice(_KINDS))
        self._width, self._height = u(0.24, 0.4), u(0.26, 0.38)
        self._legs = u(0.12, 0.3) if rng.random() < 0.75 else 0.0
        self._arms = bool(rng.random() < 0.7)
        self._body_part = scheme.part("top")
        self._layers = [scheme.part(f"layer{k % 3}") for k in range(int(rng.integers(2, 6)))]
        self._pattern = str(rng.choice(["none", "spots", "stripes", "waves", "belly"]))
        self._marks = [scheme.part(f"mark{k % 2}") for k in range(12)]
        self._places = rng.uniform(-0.85, 0.85, (12, 2))
        self._face = Face(paintbox, scheme, rng)
        self._face_size = u(0.5, 0.85)
        self._headwear = random_headwear(paintbox, scheme, rng) if rng.random() < 0.5 else None
        self._limb_parts = {s: [scheme.part("limb") for _ in range(2)] for s in (1, -1)}
        self._hands = {s: [scheme.part("glove", "light") for _ in range(6)] for s in (1, -1)}
        self._shoes = {s: [scheme.part(r) for r in ("shoe", "trim", "trim2")] for s in (1, -1)}
        self._spikes = [scheme.part("mark0") for _ in range(11)]
        self._feelers = [scheme.part("top") for _ in range(4)] if rng.random() < 0.3 else []
        self._prop = random_prop(paintbox, scheme, rng) if rng.random() < 0.35 else None
        self._open_hand = bool(rng.random() < 0.6)
        self._limb = u(0.018, 0.04)
        reach = u(0.14, 0.22)
        self._body = Body(
            head=0.3, neck=0.01, torso=self._height, shoulders=0.85 * self._width,
            hips=0.45 * self._width, upper_arm=reach, forearm=reach,
            thigh=0.5 * self._legs + 0.01, shin=0.5 * self._legs + 0.01,
            limb=self._limb, foot=u(0.1, 0.16), hand=u(0.05, 0.08),
        )  # fmt: skip

    def paints(self, pose: Pose) -> list[Paint]:
        """All shapes of the figure in a pose."""
        joints = solve(self._body, pose)
        yaw, pitch, roll = joints.head_turn
        center = joints.hips[:2] + 0.75 * (joints.neck[:2] - joints.hips[:2])
        r = self._width
        ball = Ball((center[0], center[1]), r, (0.7 * yaw, 0.5 * pitch, 0.4 * roll), 1.0, 0.0)
        result = self._body_paints(ball, pose)
        if self._legs:
            for leg in joints.legs:
                result += self._leg_paints(leg)
        if self._arms:
            for arm in joints.arms:
                result += self._arm_paints(arm, pose)
        if self._headwear is not None:
            for paint in self._headwear.paints(ball, pose.sway, pose.drift):
                result.append(replace(paint, z=0.5 + 0.1 * paint.z if paint.z > 0 else -2.0))
        return result

    def _body_paints(self, ball: Ball, pose: Pose) -> list[Paint]:
        outline = self._outline(ball, pose)
        face_ball = Ball(ball.center, ball.radius * self._face_size, ball.turn, 1.0, 0.0)
        over, strokes = self._face.features(face_ball, pose)
        result: list[Paint] = []
        if self._kind == "spiky":
            result += self._spike_paints(ball)
        if self._feelers:
            result += self._feeler_paints(ball, pose)
        if self._kind == "stack":
            result += self._stack_paints(ball, pose, over)
        else:
            result.append(
                Paint(
                    self._body_part, (outline,), inside=tuple(self._pattern_paints(ball)),
                    shade=0.12, shine=0.25, over=over, strokes=strokes,
                )
            )  # fmt: skip
        return result

    def _outline(self, ball: Ball, pose: Pose) -> Points:
        tall = self._height / self._width
        if self._kind == "block":
            shape = box((0, 0), (1.0, tall), 0.5)
        elif self._kind == "drop":
            shape = smooth(
                [(0, -1.6), (0.75, -0.2), (0.8, 0.7), (0, 1.1), (-0.8, 0.7), (-0.75, -0.2)],
                sharp=(0,),
            )
        elif self._kind in ("ghost", "octopus"):
            n = 7 if self._kind == "ghost" else 9
            x = np.linspace(1.0, -1.0, n) * (1.0 if self._kind == "ghost" else 1.25)
            deep = 0.15 if self._kind == "ghost" else 0.35
            y = tall + deep * np.cos(np.arange(n) * np.pi) + 0.08 * np.sin(pose.sway + np.arange(n))
            shape = smooth(
                np.vstack([[(-0.9, -0.2), (0.0, -1.1), (0.9, -0.2)], np.stack([x, y], 1)])
            )
        elif self._kind == "star":
            shape = smooth(1.45 * star((0, 0), 1.0, 0.62)[::3], samples=6)
        elif self._kind == "can":
            shape = smooth([(-0.85, -tall), (0.85, -tall), (0.95, -0.8 * tall), (0.95, 0.8 * tall),
                            (0.8, tall), (-0.8, tall), (-0.95, 0.8 * tall), (-0.95, -0.8 * tall)],
                           sharp=(0, 1, 4, 5))  # fmt: skip
        elif self._kind == "egg":
            shape = smooth(
                [(0, -1.25), (0.8, -0.2), (0.85, 0.6), (0, 1.1), (-0.85, 0.6), (-0.8, -0.2)]
            )
        else:
            shape = ellipse((0, 0), (1.0, min(tall, 1.1)), samples=48)
        return ball.bent(shape)

    def _pattern_paints(self, ball: Ball) -> list[Paint]:
        def mark(part: int, shape: Points) -> Paint:
            return Paint(part, (shape,), weight=Weight.LIGHT)

        if self._pattern == "spots":
            return [
                mark(part, ball.place(ellipse(place * 1.3, (0.17, 0.15), samples=16)))
                for part, place in zip(self._marks, self._places, strict=True)
                if ball.depth(place[0] * 1.3, place[1] * 1.3) > 0.1 and abs(place[1]) > 0.45
            ]
        if self._pattern == "stripes":
            rows = np.linspace(-1.2, 1.3, 6)
            return [
                mark(
                    part, ball.bent([(-1.5, y), (1.5, y + 0.05), (1.5, y + 0.2), (-1.5, y + 0.15)])
                )
                for part, y in zip(self._marks, rows, strict=False)
            ]
        if self._pattern == "waves":
            x = np.linspace(-1.5, 1.5, 9)
            wave = 0.1 * np.cos(np.arange(9) * np.pi)
            upper = np.stack([x, 0.7 + wave], axis=1)
            low = np.stack([x[::-1], np.full(9, 2.5)], axis=1)
            middle = np.stack([x, 0.45 + wave], axis=1)
            return [
                mark(self._marks[1], ball.bent(np.vstack([smooth(middle, closed=False), low]))),
                mark(self._marks[0], ball.bent(np.vstack([smooth(upper, closed=False), low]))),
            ]
        if self._pattern == "belly":
            return [mark(self._marks[0], ball.place(ellipse((0.0, 0.75), (0.75, 0.6))))]
        return []

    def _stack_paints(self, ball: Ball, pose: Pose, over: tuple[Paint, ...]) -> list[Paint]:
        """Layers that come apart a little when the figure jumps: food."""
        count = len(self._layers)
        spread = 1.0 + 0.8 * min(max(0.0, pose.jump), 0.4)
        result = []
        for k, part in enumerate(self._layers):
            y = (0.95 - 1.1 * k / count) * spread
            n = 9
            x = np.linspace(1.05, -1.05, n)
            wave = (0.07 if k % 2 else 0.0) * np.cos(np.arange(n) * np.pi + pose.sway)
            lower = np.stack([x, y + 0.18 + wave], axis=1)
            control = np.vstack([[(-1.05, y - 0.08), (1.05, y - 0.08)], lower])
            result.append(
                Paint(
                    part,
                    (ball.bent(smooth(control)),),
                    z=0.01 * k,
                    weight=Weight.MEDIUM,
                    shade=0.15,
                )
            )
        lift = -0.15 * (spread - 1.0)
        bun = smooth(
            [
                (-1.1, 0.1 + lift),
                (-0.9, -0.6 + lift),
                (0.0, -1.05 + lift),
                (0.9, -0.6 + lift),
                (1.1, 0.1 + lift),
                (0.0, 0.25 + lift),
            ],
            sharp=(0, 4),
        )
        seeds = tuple(
            Paint(part, (ball.bent(ellipse((0.7 * p[0], -0.75 + 0.12 * p[1] + lift), (0.06, 0.04),
                                           samples=10)),), weight=Weight.LIGHT)
            for part, p in zip(self._marks[:6], self._places, strict=False)
        )  # fmt: skip
        result.append(
            Paint(self._body_part, (ball.bent(bun),), z=0.1, shade=0.12, inside=seeds, over=over)
        )
        return result

    def _spike_paints(self, ball: Ball) -> list[Paint]:
        angles = np.linspace(0.0, 2 * np.pi, len(self._spikes), endpoint=False)
        result = []
        for part, a in zip(self._spikes, angles, strict=True):
            way, side = np.array([np.cos(a), np.sin(a)]), np.array([-np.sin(a), np.cos(a)])
            shape = ball.bent([0.85 * way + 0.16 * side, 1.28 * way, 0.85 * way - 0.16 * side])
            result.append(Paint(part, (shape,), z=-0.2, weight=Weight.MEDIUM))
        return result

    def _feeler_paints(self, ball: Ball, pose: Pose) -> list[Paint]:
        result = []
        for k, side in enumerate((-1, 1)):
            swing = side * 0.5 + 0.15 * np.sin(pose.sway + k) + 0.4 * pose.drift
            path = ball.bent([(0.3 * side, -0.9), (0.35 * side + 0.2 * swing, -1.3),
                              (0.4 * side + 0.6 * swing, -1.5)])  # fmt: skip
            stalk = noodle(path, 0.35 * self._limb)
            knob = ellipse(path[-1], (0.07, 0.07) * np.array(ball.radius / 0.5), samples=16)
            result.append(Paint(self._feelers[k], (stalk,), z=-0.15, weight=Weight.MEDIUM))
            result.append(Paint(self._feelers[2 + k], (knob,), z=-0.1, weight=Weight.MEDIUM))
        return result

    def _arm_paints(self, arm: Limb, pose: Pose) -> list[Paint]:
        z = 0.8 if arm.depth > 0.0 or arm.joints[2, 1] < arm.joints[0, 1] else -0.8
        wrist, way = arm.joints[2, :2], arm.joints[2, :2] - arm.joints[1, :2]
        tube_shape = noodle(arm.joints[:, :2], self._limb)
        parts = self._hands[arm.side]
        result = [Paint(self._limb_parts[arm.side][0], (tube_shape,), z=z, shade=0.2)]
        if self._open_hand:
            shapes = fingers(wrist, way, self._body.hand, pose.fingers_l, arm.side)
            for part, shape in zip(parts[1:], shapes[1:], strict=True):
                result.append(Paint(part, (shape,), z=z + 0.01, weight=Weight.MEDIUM))
            result.append(Paint(parts[0], (shapes[0],), z=z + 0.02, weight=Weight.MEDIUM))
        else:
            hand = fist(wrist, way, self._body.hand)
            result.append(Paint(parts[0], (hand,), z=z + 0.02, shade=0.2))
        if self._prop is not None and arm.side > 0:
            along = way / max(float(np.linalg.norm(way)), 1e-6)
            result += at_depth(self._prop(wrist, along, 0.6, pose.sway), z + 0.015)
        return result

    def _leg_paints(self, leg: Limb) -> list[Paint]:
        parts = self._shoes[leg.side]
        z = -0.5 + 0.2 * float(np.clip(leg.depth, -0.3, 0.3))
        ankle, down = leg.joints[2, :2], np.array([0.0, 1.0])
        toe = leg.end[:2] + np.array([0.3 * leg.side, 0.0])
        size = self._body.foot
        strip = Paint(parts[1], (sole(ankle, toe, down, size),), weight=Weight.LIGHT)
        outline = shoe(ankle, toe, down, size, 1.2 * self._limb)
        tube_shape = noodle(leg.joints[:, :2], 1.1 * self._limb)
        return [
            Paint(self._limb_parts[leg.side][1], (tube_shape,), z=z, shade=0.2),
            Paint(parts[0], (outline,), z=z + 0.01, inside=(strip,), shade=0.2),
        ]
