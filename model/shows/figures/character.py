"""A two-legged figure: proportions, face, hair and clothes, drawn in any pose."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

import numpy as np

from model.shows.figures import clothing
from model.shows.figures.arms import Arm
from model.shows.figures.ball import Ball
from model.shows.figures.faces import Face
from model.shows.figures.hair import Hair
from model.shows.figures.legs import Leg
from model.shows.figures.limbs import segment
from model.shows.figures.skeleton import Body, Joints, Limb, Pose, solve
from model.shows.figures.torso import Torso, torso_of
from model.shows.rendering.paint import Paint, Weight
from model.shows.rendering.palette import Paintbox, Scheme
from model.shows.rendering.shapes import ellipse
from model.shows.wear.headwear import random_headwear
from model.shows.wear.props import random_bag, random_prop

_Design = TypeVar("_Design")


class Character:
    """A figure design. Feet stand on (0, 0); height is 1."""

    def __init__(self, box: Paintbox, rng: np.random.Generator) -> None:
        u = rng.uniform
        scheme = Scheme(box, rng)
        self.body = random_body(rng)
        self._fullness = u(0.0, 0.9) if rng.random() < 0.4 else u(0.0, 0.25)
        skin = scheme.swatch("skin", "skin" if rng.random() < 0.85 else "any")
        self._skin = {name: box.part(skin) for name in ("head", "neck", "ear_l", "ear_r")}
        self._face = Face(box, scheme, rng)
        self._headwear = random_headwear(box, scheme, rng)
        self._hair = Hair(box, scheme, rng, self._headwear.covers)
        self._top = clothing.Top(box, scheme, rng)
        self._jaw, self._taper = u(0.95, 1.2), u(0.05, 0.35)
        self._arms = _pair(lambda r: Arm(box, scheme, r, skin, self._top.swatch), rng)
        self._legs = _pair(lambda r: Leg(box, scheme, r, skin), rng)
        self._skirt = box.part(scheme.swatch("bottom")) if rng.random() < 0.3 else None
        self._skirt_trim = box.part(scheme.swatch("trim"))
        self._skirt_size = (u(0.4, 1.0), u(0.2, 0.9))
        self._pelvis = box.part(scheme.swatch("bottom"))
        self._scarf = [scheme.part("scarf") for _ in range(3)] if rng.random() < 0.25 else []
        self._cape = scheme.part("cape") if rng.random() < 0.18 else None
        self._cape_length = u(0.8, 1.8)
        self._props = {
            side: random_prop(box, scheme, rng) for side in (1, -1) if rng.random() < 0.3
        }
        self._prop_size = u(0.4, 0.7)
        self._bag = random_bag(box, scheme, rng) if rng.random() < 0.25 else None

    def paints(self, pose: Pose) -> list[Paint]:
        """All shapes of the figure in a pose."""
        joints = solve(self.body, pose)
        torso = torso_of(self.body, joints, pose.yaw, self._fullness)
        result = self._head_paints(joints, pose)
        result += self._trunk_paints(joints, torso, pose)
        for arm in joints.arms:
            result += self._arm_paints(arm, pose, torso)
        for leg in joints.legs:
            z = -0.4 + 0.5 * float(np.clip(leg.depth, -0.3, 0.3))
            result += self._legs[leg.side].paints(leg, 1.1 * self.body.limb, self.body.foot, z)
        return result

    def head_ball(self, joints: Joints) -> Ball:
        """The head of the posed figure."""
        yaw, pitch, roll = joints.head_turn
        r = 0.5 * self.body.head
        up = np.array([np.sin(roll), -np.cos(roll)])
        center = joints.neck[:2] + up * r * (self._jaw * 0.9)
        center = center + np.array([0.12 * r * np.sin(yaw), 0.0])
        pitch = float(np.clip(pitch, -0.6, 0.6))
        return Ball((center[0], center[1]), r, (yaw, pitch, roll), self._jaw, self._taper)

    def _head_paints(self, joints: Joints, pose: Pose) -> list[Paint]:
        ball = self.head_ball(joints)
        over, strokes = self._face.features(ball, pose)
        result = [
            Paint(
                self._skin["head"],
                (ball.outline(),),
                z=2.0,
                shade=0.1,
                shadows=(self._hair.shadow(ball),),
                over=over,
                strokes=strokes,
            )
        ]
        for name, lon in (("ear_l", 1.5), ("ear_r", -1.5)):
            depth = ball.depth(lon, 0.1)
            if depth > -0.75:
                at = ball.place([(lon, 0.15)], 1.04)[0]
                ear = ellipse(at, (0.14 * ball.radius, 0.22 * ball.radius), ball.turn[2], 20)
                paint = Paint(self._skin[name], (ear,), z=2.5 if depth > 0.1 else 1.9, shade=0.3)
                result.append(replace(paint, weight=Weight.MEDIUM))
        loose = self._hair.paints(ball, pose.sway, pose.drift)
        loose += self._headwear.paints(ball, pose.sway, pose.drift)
        for paint in loose:
            result.append(replace(paint, z=2.2 + 0.1 * paint.z if paint.z > 0 else paint.z))
        return result

    def _trunk_paints(self, joints: Joints, torso: Torso, pose: Pose) -> list[Paint]:
        limb = self.body.limb
        neck_to = joints.neck[:2] + 0.35 * self.body.head * torso.along / np.linalg.norm(
            torso.along
        )
        neck = segment(joints.chest[:2], neck_to, (limb, 0.9 * limb, 0.8 * limb))
        shadow = ellipse(joints.neck[:2] - (0.0, 0.25 * self.body.head), (2 * limb, 1.2 * limb))
        result = [
            Paint(self._skin["neck"], (neck,), z=-0.02, weight=Weight.MEDIUM, shadows=(shadow,)),
            Paint(self._pelvis, (torso.outline(-0.2, 0.4),), z=-0.01, shade=0.2),
            *self._top.paints(torso),
        ]
        knees = np.stack([leg.joints[1, :2] for leg in joints.legs])
        unit = float(np.linalg.norm(torso.along))
        if self._skirt is not None:
            length, flare = self._skirt_size
            sway = 0.04 * np.sin(pose.sway) + 0.2 * pose.drift
            hem = clothing.skirt(torso, knees, length, flare, sway)
            low = clothing.skirt(torso, knees, length * 0.85, flare, sway)
            inner = Paint(self._skirt, (low,), weight=Weight.LIGHT)
            result.append(Paint(self._skirt_trim, (hem,), z=-0.005, inside=(inner,), shade=0.12))
        if self._bag is not None:
            result += self._bag(torso, pose.drift)
        if self._cape is not None:
            back = np.cos(pose.yaw) < -0.2
            shape = clothing.cape(torso, self._cape_length, pose.drift, pose.sway)
            result.append(Paint(self._cape, (shape,), z=1.8 if back else -3.0, shade=0.15))
        if self._scarf:
            root = torso.hips + 1.0 * torso.along
            for k in range(2):
                tail = clothing.hanging(
                    root, (0.9 - 0.2 * k) * unit, 0.22 * unit, pose.drift - 0.4 * np.sin(pose.yaw),
                    pose.sway + 0.8 * k,
                )  # fmt: skip
                z = 0.3 if np.cos(pose.yaw) > 0.3 else -1.5
                result.append(Paint(self._scarf[1 + k], (tail,), z=z, shade=0.2))
            wrap = torso.band(0.88, 1.14)
            result.append(Paint(self._scarf[0], (wrap,), z=0.35, shade=0.2))
        return result

    def _arm_paints(self, arm: Limb, pose: Pose, torso: Torso) -> list[Paint]:
        in_front = arm.depth > 0.01
        z = 1.0 if in_front else -1.0
        if in_front and arm.joints[2, 1] < torso.neck[1] + 0.05 * self.body.head:
            z = 3.0
        spread = pose.fingers_l if arm.side > 0 else pose.fingers_r
        design = self._arms[arm.side]
        result = design.paints(arm, 0.85 * self.body.limb, self.body.hand, spread, z)
        if arm.side in self._props:
            result += self._held(arm, pose, z)
        return result

    def _held(self, arm: Limb, pose: Pose, z: float) -> list[Paint]:
        """What the hand holds: across the forearm, pointing up or forward."""
        fore = arm.joints[2, :2] - arm.joints[1, :2]
        fore = fore / max(float(np.linalg.norm(fore)), 1e-6)
        across = np.array([-fore[1], fore[0]])
        if across @ np.array([0.3 * np.sign(np.sin(pose.yaw)), -1.0]) < 0:
            across = -across
        grip = arm.joints[2, :2] + 0.5 * self.body.hand * fore
        things = self._props[arm.side](grip, across, self._prop_size, pose.sway)
        return [replace(thing, z=z - 0.007 + 0.1 * thing.z) for thing in things]


def _pair(
    make: Callable[[np.random.Generator], _Design], rng: np.random.Generator
) -> dict[int, _Design]:
    """One design for each side; mostly alike, as a character's two arms are."""
    seed = int(rng.integers(2**31))
    other = seed + 1 if rng.random() < 0.2 else seed
    return {1: make(np.random.default_rng(seed)), -1: make(np.random.default_rng(other))}


def random_body(rng: np.random.Generator) -> Body:
    """Proportions from a big-headed chibi to a tall adult."""
    u = rng.uniform
    head = float(rng.choice([u(0.36, 0.5), u(0.24, 0.34), u(0.15, 0.22)], p=[0.45, 0.3, 0.25]))
    rest = 1.0 - 0.92 * head
    torso = rest * u(0.36, 0.48)
    leg = rest - torso
    build = rest * u(0.8, 1.25)
    limb = build * u(0.045, 0.085)
    return Body(
        head=head,
        neck=0.02 * rest,
        torso=torso,
        shoulders=build * u(0.12, 0.18),
        hips=build * u(0.06, 0.09),
        upper_arm=rest * u(0.19, 0.24),
        forearm=rest * u(0.17, 0.22),
        thigh=leg * 0.47,
        shin=leg * 0.43,
        limb=limb,
        foot=rest * u(0.14, 0.2),
        hand=limb * u(1.1, 1.7),
    )
