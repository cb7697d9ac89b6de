"""A two-legged skeleton in three dimensions, posed by joint angles and projected.

Axes of the stage: x to the right, y downward, z toward the viewer; a figure with yaw 0 faces the
viewer. Angles are radians, lengths are parts of the figure's height.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]


@dataclass(frozen=True)
class Body:
    """Proportions of a figure, in parts of its height."""

    head: float = 0.16
    neck: float = 0.03
    torso: float = 0.26
    shoulders: float = 0.11
    hips: float = 0.06
    upper_arm: float = 0.15
    forearm: float = 0.14
    thigh: float = 0.2
    shin: float = 0.19
    limb: float = 0.04
    foot: float = 0.1
    hand: float = 0.05


@dataclass(frozen=True)
class Pose:
    """Joint angles and the rest of what a figure does in one drawing.

    Pairs end in _l and _r (the figure's left is at +x when it faces the viewer). Swing is
    forward, spread is away from the body, elbows and knees bend the natural way.
    """

    jump: float = 0.0
    spin: float = 0.0
    squash: float = 1.0
    yaw: float = 0.0
    lean: float = 0.0
    tilt: float = 0.0
    head_yaw: float = 0.0
    head_pitch: float = 0.0
    head_roll: float = 0.0
    arm_l: float = 0.1
    arm_r: float = 0.1
    spread_l: float = 0.25
    spread_r: float = 0.25
    elbow_l: float = 0.3
    elbow_r: float = 0.3
    wrist_l: float = 0.0
    wrist_r: float = 0.0
    leg_l: float = 0.0
    leg_r: float = 0.0
    stance_l: float = 0.08
    stance_r: float = 0.08
    knee_l: float = 0.05
    knee_r: float = 0.05
    toe_l: float = 0.0
    toe_r: float = 0.0
    eyes: float = 1.0
    gaze_x: float = 0.0
    gaze_y: float = 0.0
    mouth: float = 0.0
    smile: float = 0.5
    brows: float = 0.0
    fingers_l: float = 0.3
    fingers_r: float = 0.3
    sway: float = 0.0
    drift: float = 0.0

    def vector(self) -> Vector:
        """All values in the order of the fields."""
        return np.array([getattr(self, each.name) for each in fields(self)], dtype=np.float64)

    @classmethod
    def from_vector(cls, values: Vector) -> Pose:
        """The inverse of `vector`."""
        return cls(*(float(value) for value in values))


def blend(a: Pose, b: Pose, t: float) -> Pose:
    """The pose a share `t` of the way from `a` to `b`; values beyond 0..1 overshoot."""
    return Pose.from_vector((1.0 - t) * a.vector() + t * b.vector())


@dataclass(frozen=True)
class Limb:
    """Three joints of an arm or leg (shoulder, elbow, wrist), and which way its end points.

    Attributes:
        joints: (3, 3) stage coordinates.
        end: (3,) unit direction of the hand or foot.
        side: +1 for the figure's left, -1 for its right.
    """

    joints: NDArray[np.float64]
    end: Vector
    side: int

    @property
    def depth(self) -> float:
        """Mean z of the limb."""
        return float(self.joints[:, 2].mean())


@dataclass(frozen=True)
class Joints:
    """Where everything is: stage coordinates with the feet on y = 0 unless the figure jumps."""

    hips: Vector
    chest: Vector
    neck: Vector
    frame: NDArray[np.float64]
    arms: tuple[Limb, Limb]
    legs: tuple[Limb, Limb]
    head_turn: tuple[float, float, float]


def solve(body: Body, pose: Pose) -> Joints:
    """Joint positions of a posed body."""
    ground = turn_y(pose.yaw)
    frame = ground @ _turn_x(pose.lean) @ _turn_z(pose.tilt)
    up = frame @ np.array([0.0, -1.0, 0.0])
    hips = np.zeros(3)
    chest = hips + up * body.torso * 0.9
    neck = hips + up * (body.torso + body.neck)
    legs = tuple(_leg(body, pose, hips, ground, side) for side in (1, -1))
    lowest = max(float(leg.joints[2, 1]) for leg in legs)
    lift = np.array([0.0, -lowest - pose.jump, 0.0])
    arms = tuple(_arm(body, pose, chest, frame, side) for side in (1, -1))
    return Joints(
        hips=hips + lift,
        chest=chest + lift,
        neck=neck + lift,
        frame=frame,
        arms=tuple(_moved(arm, lift) for arm in arms),  # type: ignore[arg-type]
        legs=tuple(_moved(leg, lift) for leg in legs),  # type: ignore[arg-type]
        head_turn=(
            pose.yaw + pose.head_yaw,
            pose.head_pitch - 0.6 * pose.lean * float(np.cos(pose.yaw)),
            pose.head_roll + 0.6 * float(np.arctan2(up[0], -up[1])),
        ),
    )


def turn_y(angle: float) -> NDArray[np.float64]:
    """Rotation about the vertical axis: positive turns the face from the viewer toward +x."""
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]])


def _turn_x(angle: float) -> NDArray[np.float64]:
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[1.0, 0.0, 0.0], [0.0, c, s], [0.0, -s, c]])


def _turn_z(angle: float) -> NDArray[np.float64]:
    c, s = np.cos(angle), np.sin(angle)
    return np.array([[c, -s, 0.0], [s, c, 0.0], [0.0, 0.0, 1.0]])


def _direction(swing: float, spread: float, side: int) -> Vector:
    return np.array(
        [
            side * np.sin(spread),
            np.cos(swing) * np.cos(spread),
            np.sin(swing) * np.cos(spread),
        ]
    )


def _arm(body: Body, pose: Pose, chest: Vector, frame: NDArray, side: int) -> Limb:
    suffix = "_l" if side > 0 else "_r"
    swing, spread = getattr(pose, "arm" + suffix), getattr(pose, "spread" + suffix)
    elbow, wrist = getattr(pose, "elbow" + suffix), getattr(pose, "wrist" + suffix)
    shoulder = chest + frame @ np.array([side * body.shoulders, 0.0, 0.0])
    bend = shoulder + frame @ _direction(swing, spread, side) * body.upper_arm
    lower = frame @ _direction(swing + elbow, spread * (1.0 - 0.35 * min(elbow, 2.0)), side)
    end = frame @ _direction(swing + elbow + wrist, spread * 0.6, side)
    return Limb(np.stack([shoulder, bend, bend + lower * body.forearm]), end, side)


def _leg(body: Body, pose: Pose, hips: Vector, ground: NDArray, side: int) -> Limb:
    suffix = "_l" if side > 0 else "_r"
    swing, stance = getattr(pose, "leg" + suffix), getattr(pose, "stance" + suffix)
    knee, toe = getattr(pose, "knee" + suffix), getattr(pose, "toe" + suffix)
    hip = hips + ground @ np.array([side * body.hips, 0.0, 0.0])
    bend = hip + ground @ _direction(swing, stance, side) * body.thigh
    lower = ground @ _direction(swing - knee, stance * 0.7, side)
    ankle = bend + lower * body.shin
    foot = swing - knee + 0.5 * np.pi + toe
    end = ground @ np.array([side * 0.25, np.cos(foot), np.sin(foot)])
    return Limb(np.stack([hip, bend, ankle]), end / np.linalg.norm(end), side)


def _moved(limb: Limb, by: Vector) -> Limb:
    return Limb(limb.joints + by, limb.end, limb.side)
