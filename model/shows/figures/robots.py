"""Robots: the same skeleton in boxes, plates, bolts and screens."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from model.shows.figures.limbs import segment
from model.shows.figures.skeleton import Body, Joints, Limb, Pose, solve
from model.shows.figures.torso import Torso, torso_of
from model.shows.rendering.paint import Paint, Stroke, Weight, at_depth
from model.shows.rendering.palette import Paintbox, Scheme
from model.shows.rendering.shapes import Points, box, ellipse, points, swept
from model.shows.wear.props import random_prop


class Robot:
    """A robot design. Feet stand on (0, 0); height is 1."""

    def __init__(self, paintbox: Paintbox, rng: np.random.Generator) -> None:
        u = rng.uniform
        scheme = Scheme(paintbox, rng, share=0.4)
        plates, joints = ("any", "metal") if rng.random() < 0.6 else ("metal", "any")
        self._head = [scheme.part(r, k) for r, k in (("shell", plates), ("screen", "dark"))]
        self._neck, self._pelvis = (scheme.part("joint", joints) for _ in range(2))
        self._feet = {side: scheme.part("shell", plates) for side in (1, -1)}
        self._antenna = [scheme.part("joint", joints), scheme.part("light_a")]
        self._eyes = [scheme.part("light_a") for _ in range(2)]
        self._pupils = [scheme.part("white", "light") for _ in range(2)]
        self._mouth = [scheme.part("light_b") for _ in range(int(rng.integers(3, 7)))]
        self._ears = [scheme.part("joint", joints) for _ in range(2)]
        self._trunk = [scheme.part("shell", plates), scheme.part("panel")]
        self._buttons = [scheme.part(f"light_{'abc'[k % 3]}") for k in range(6)]
        self._gauge = [scheme.part("white", "light"), scheme.part("light_b")]
        self._bolts = [scheme.part("joint", joints) for _ in range(4)]
        self._vents = [scheme.part("screen", "dark") for _ in range(int(rng.integers(0, 5)))]
        self._limbs = {
            s: [scheme.part(("shell", "joint")[k % 2], (plates, joints)[k % 2]) for k in range(16)]
            for s in (1, -1)
        }
        self._claws = {s: [scheme.part("joint", joints) for _ in range(3)] for s in (1, -1)}
        self._round, self._visor = u(0.0, 1.0), bool(rng.random() < 0.4)
        self._hose = bool(rng.random() < 0.4)
        self._prop = random_prop(paintbox, scheme, rng) if rng.random() < 0.3 else None
        head = u(0.2, 0.42)
        rest = 1.0 - head
        self._aspect = u(0.9, 1.35)
        self._body = Body(
            head=head, neck=0.05 * rest, torso=0.42 * rest, shoulders=rest * u(0.2, 0.3),
            hips=rest * u(0.1, 0.16), upper_arm=0.23 * rest, forearm=0.24 * rest,
            thigh=0.26 * rest, shin=0.26 * rest, limb=rest * u(0.04, 0.075),
            foot=rest * u(0.15, 0.22), hand=rest * u(0.06, 0.1),
        )  # fmt: skip

    def paints(self, pose: Pose) -> list[Paint]:
        """All shapes of the robot in a pose."""
        joints = solve(self._body, pose)
        torso = torso_of(self._body, joints, pose.yaw, 0.1)
        result = self._head_paints(joints, pose) + self._trunk_paints(joints, torso)
        for arm in joints.arms:
            result += self._arm_paints(arm, pose)
        for leg in joints.legs:
            result += self._leg_paints(leg)
        return result

    def _head_paints(self, joints: Joints, pose: Pose) -> list[Paint]:
        yaw, pitch, roll = joints.head_turn
        h = 0.5 * self._body.head
        w = h * self._aspect
        up = np.array([np.sin(roll), -np.cos(roll)])
        center = joints.neck[:2] + up * h
        wide = w * (0.8 + 0.2 * abs(np.cos(yaw)))

        def at(shape: object) -> Points:
            p = points(np.asarray(shape, dtype=np.float64))
            turn = np.array([[np.cos(roll), np.sin(roll)], [-np.sin(roll), np.cos(roll)]])
            x = np.sin(np.clip(p[:, 0], -1.4, 1.4) + yaw) * wide
            y = (p[:, 1] + 0.25 * np.sin(pitch)) * h
            return center + np.stack([x, y], axis=1) @ turn

        neck = segment(joints.chest[:2], center, (0.4 * w, 0.3 * w, 0.3 * w))
        result = [Paint(self._neck, (neck,), z=-0.1, weight=Weight.MEDIUM, shade=0.3)]
        for part, lon in zip(self._ears, (-1.5, 1.5), strict=True):
            depth = float(np.cos(lon + yaw))
            ear_at = center + np.array([np.sin(lon + yaw) * wide, 0.0])
            size = (h * (0.12 + 0.14 * max(depth, 0.0)), 0.28 * h)
            z = 2.5 if depth > 0.1 else 1.9
            result.append(Paint(part, (box(ear_at, size, 0.5, roll),), z=z, shade=0.25))
        stalk = swept([center + 0.9 * h * up, center + 1.3 * h * up,
                       center + h * (1.6 * up + np.array([0.15 * np.sin(pose.sway), 0.0]))],
                      [0.05 * h] * 3)  # fmt: skip
        result.append(Paint(self._antenna[0], (stalk,), z=1.8, weight=Weight.MEDIUM))
        bulb = ellipse(stalk[len(stalk) // 2 - 3], (0.14 * h, 0.14 * h), samples=16)
        result.append(Paint(self._antenna[1], (bulb,), z=1.85, shine=0.3))
        over = self._screen_paints(at, pose) if np.cos(yaw) > 0.15 else []
        shell = box(center, (wide, h), 0.2 + 0.7 * self._round, roll)
        result.append(Paint(self._head[0], (shell,), z=2.0, shade=0.12, shine=0.25,
                            over=tuple(over)))  # fmt: skip
        return result

    def _screen_paints(self, at: Callable[[object], Points], pose: Pose) -> list[Paint]:
        t = np.linspace(-0.85, 0.85, 8)
        low = 0.05 if self._visor else 0.65
        frame = np.vstack(
            [np.stack([t, np.full(8, -0.55)], 1), np.stack([t[::-1], np.full(8, low)], 1)]
        )
        inner: list[Paint] = []
        tall = 0.2 * float(np.clip(pose.eyes, 0.1, 1.2))
        for k, side in enumerate((-1, 1)):
            eye = at(ellipse((0.42 * side, -0.22), (0.2, tall), samples=20))
            dot = at(
                ellipse((0.42 * side + 0.06 * pose.gaze_x, -0.22), (0.08, 0.4 * tall), samples=12)
            )
            pupil = Paint(self._pupils[k], (dot,), weight=Weight.TRACE)
            inner.append(Paint(self._eyes[k], (eye,), weight=Weight.LIGHT, over=(pupil,)))
        mouth: list[Paint] = []
        for k, part in enumerate(self._mouth):
            x = 0.22 * (k - 0.5 * (len(self._mouth) - 1))
            half = 0.06 + 0.1 * pose.mouth * (1 if k % 2 else 0.6)
            bar = at([(x - 0.08, 0.38 - half), (x + 0.08, 0.38 - half), (x + 0.08, 0.38 + half),
                      (x - 0.08, 0.38 + half)])  # fmt: skip
            mouth.append(Paint(part, (bar,), weight=Weight.LIGHT))
        screen = Paint(self._head[1], (at(frame),), weight=Weight.MEDIUM, over=tuple(inner))
        return [screen, *mouth]

    def _trunk_paints(self, joints: Joints, torso: Torso) -> list[Paint]:
        unit = float(np.linalg.norm(torso.along))
        w = torso.width([0.1, 0.9])
        corners = [torso.hips - 0.05 * torso.along + s * w[0] * torso.across for s in (-1, 1)]
        corners += [torso.hips + torso.along + s * w[1] * torso.across for s in (1, -1)]
        inside: list[Paint] = []
        if torso.faces(0.0):
            panel = torso.at([(-0.8, 0.15), (0.8, 0.15), (0.8, 0.85), (-0.8, 0.85)])
            inside.append(Paint(self._trunk[1], (panel,), weight=Weight.LIGHT))
            for k, part in enumerate(self._buttons):
                at = torso.at([(-0.5 + 0.5 * (k % 3), 0.32 + 0.2 * (k // 3))])[0]
                dot = ellipse(at, (0.05 * unit, 0.05 * unit), samples=14)
                inside.append(Paint(part, (dot,), weight=Weight.LIGHT))
            dial_at = torso.at([(0.35, 0.7)])[0]
            needle = Paint(self._gauge[1], (ellipse(dial_at, (0.04 * unit, 0.09 * unit), 0.6),),
                           weight=Weight.LIGHT)  # fmt: skip
            dial = ellipse(dial_at, (0.11 * unit, 0.11 * unit), samples=20)
            inside.append(Paint(self._gauge[0], (dial,), weight=Weight.LIGHT, over=(needle,)))
            for k, part in enumerate(self._vents):
                y = 0.82 - 0.06 * k
                slot = torso.at([(-0.65, y), (-0.1, y), (-0.1, y - 0.03), (-0.65, y - 0.03)])
                inside.append(Paint(part, (slot,), weight=Weight.LIGHT))
        for part, (lon, t) in zip(self._bolts, ((-1, 0.05), (1, 0.05), (-1, 0.95), (1, 0.95)),
                                  strict=True):  # fmt: skip
            if torso.faces(lon):
                bolt = ellipse(torso.at([(lon, t)])[0], (0.035 * unit, 0.035 * unit), samples=12)
                inside.append(Paint(part, (bolt,), weight=Weight.LIGHT))
        pelvis = ellipse(torso.hips, (0.8 * w[0], 0.14 * unit))
        return [
            Paint(self._pelvis, (pelvis,), z=-0.02, shade=0.3),
            Paint(self._trunk[0], (points(corners),), inside=tuple(inside), shade=0.14),
        ]

    def _arm_paints(self, arm: Limb, pose: Pose) -> list[Paint]:
        parts, r = self._limbs[arm.side], self._body.limb
        shoulder, elbow, wrist = arm.joints[:, :2]
        z = 1.0 if arm.depth > 0.0 else -1.0
        way = wrist - elbow
        way = way / max(float(np.linalg.norm(way)), 1e-6)
        result = self._bone(parts[:4], shoulder, elbow, r, z)
        result += self._bone(parts[4:8], elbow, wrist, 1.15 * r, z + 0.05)
        size = self._body.hand
        spread = pose.fingers_l if arm.side > 0 else pose.fingers_r
        for k, part in enumerate(self._claws[arm.side]):
            angle = (k - 1) * (0.3 + 0.5 * spread)
            c, s = np.cos(angle), np.sin(angle)
            tip = wrist + size * 1.4 * np.array([c * way[0] - s * way[1], s * way[0] + c * way[1]])
            claw = segment(wrist, tip, (0.3 * size, 0.34 * size, 0.12 * size))
            result.append(Paint(part, (claw,), z=z + 0.04, weight=Weight.MEDIUM, shade=0.25))
        if self._prop is not None and arm.side > 0:
            result += at_depth(self._prop(wrist + way * size, way, 0.6, pose.sway), z + 0.03)
        return result

    def _bone(self, parts: list[int], a: Points, b: Points, r: float, z: float) -> list[Paint]:
        """A limb segment: hose or plates, and the joint at its start."""
        result: list[Paint] = []
        if self._hose:
            rings = tuple(
                Stroke(np.stack([p - n, p + n]))
                for t in np.linspace(0.2, 0.9, 5)
                for p, n in [(a + t * (b - a), 2 * r * _normal(b - a))]
            )
            result.append(Paint(parts[0], (segment(a, b, (0.7 * r,) * 3),), z=z, strokes=rings))
        else:
            stem = segment(a, b, (0.5 * r,) * 3)
            result.append(Paint(parts[1], (stem,), z=z, weight=Weight.MEDIUM))
            angle = float(np.arctan2(*(b - a)[::-1]))
            half = (0.36 * float(np.linalg.norm(b - a)), 1.15 * r)
            shell = box(a + 0.52 * (b - a), half, 0.2 + 0.6 * self._round, angle)
            result.append(Paint(parts[0], (shell,), z=z + 0.01, shade=0.25))
        knob = ellipse(a, (0.95 * r, 0.95 * r), samples=20)
        pin = Paint(parts[2], (ellipse(a, (0.4 * r, 0.4 * r), samples=12),), weight=Weight.LIGHT)
        result.append(Paint(parts[3], (knob,), z=z + 0.02, inside=(pin,), shade=0.2))
        return result

    def _leg_paints(self, leg: Limb) -> list[Paint]:
        parts, r = self._limbs[leg.side], self._body.limb * 1.1
        hip, knee, ankle = leg.joints[:, :2]
        z = -0.4 + 0.5 * float(np.clip(leg.depth, -0.3, 0.3))
        result = self._bone(parts[8:12], hip, knee, r, z)
        result += self._bone(parts[12:16], knee, ankle, 1.1 * r, z + 0.01)
        toe = leg.end[:2] * self._body.foot
        base = ankle + np.array([0.0, 0.5 * r])
        near = points([(-1.5 * r, r), (-1.3 * r, -r), (1.3 * r, -r)])
        far = toe + points([(0.6 * r, 0.3 * r), (0.6 * r, r)])
        foot = base + np.vstack([near, far])
        result.append(Paint(self._feet[leg.side], (foot,), z=z + 0.02, shade=0.2))
        return result


def _normal(way: Points) -> Points:
    return np.array([-way[1], way[0]]) / max(float(np.linalg.norm(way)), 1e-6)
