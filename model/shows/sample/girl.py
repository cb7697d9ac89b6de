"""The girl of the sample shot: coat, scarf, boots."""

from __future__ import annotations

import numpy as np

from model.shows.figures.clothing import skirt
from model.shows.figures.limbs import fingers, fist, segment, shoe, sole
from model.shows.figures.skeleton import Body, Joints, Limb, Pose, solve
from model.shows.figures.torso import Torso, torso_of
from model.shows.rendering.paint import Paint, Stroke, Weight
from model.shows.rendering.shapes import Points, box, ellipse, points, smooth, swept, tube
from model.shows.sample.head import Head
from model.shows.sample.named import NamedParts

_BODY = Body(
    head=0.4, neck=0.01, torso=0.2, shoulders=0.075, hips=0.05, upper_arm=0.12, forearm=0.115,
    thigh=0.175, shin=0.165, limb=0.036, foot=0.11, hand=0.046,
)  # fmt: skip


class Girl:
    """A girl with a scarf. Feet stand on (0, 0); height is about 1."""

    def __init__(self, part: NamedParts) -> None:
        self._part = part
        self._head = Head(part)

    def paints(self, pose: Pose) -> list[Paint]:
        """All shapes of the girl in a pose."""
        joints = solve(_BODY, pose)
        torso = torso_of(_BODY, joints, pose.yaw, 0.1)
        result = self._head.paints(joints, pose)
        result += self._coat_paints(joints, torso, pose) + self._scarf_paints(torso, pose)
        for arm in joints.arms:
            result += self._arm_paints(arm, pose)
        for leg in joints.legs:
            result += self._leg_paints(leg)
        return result

    def palm(self, pose: Pose) -> Points:
        """Where the figure's left hand is, (2,) in figure coordinates."""
        arm = solve(_BODY, pose).arms[0]
        return arm.joints[2, :2] + 0.9 * _BODY.hand * arm.end[:2]

    def _coat_paints(self, joints: Joints, torso: Torso, pose: Pose) -> list[Paint]:
        knees = np.stack([0.5 * (leg.joints[0, :2] + leg.joints[1, :2]) for leg in joints.legs])
        sway = 0.02 * np.sin(pose.sway) + 0.12 * pose.drift
        unit = float(np.linalg.norm(torso.along))
        hem, above = (skirt(torso, knees, length, 0.5, sway) for length in (0.52, 0.4))
        under = skirt(torso, knees, 0.74, 0.62, 1.2 * sway)
        trim = Paint(self._part("hem", "cream"), (hem,), z=0.01, shade=0.1, inside=(
            Paint(self._part("coat_skirt", "coat"), (above,), weight=Weight.LIGHT),))  # fmt: skip
        front = Stroke(torso.at([(0.02, t) for t in np.linspace(-0.4, 1.0, 9)]))
        buttons = tuple(
            Paint(self._part(f"button_{k}", "gold"),
                  (ellipse(torso.at([(0.16, 0.66 - 0.3 * k)])[0], (0.011, 0.011), samples=18),),
                  weight=Weight.LIGHT)
            for k in range(3)
        )  # fmt: skip
        result = [
            Paint(self._part("skirt", "skirt"), (under,), z=0.0, shade=0.1),
            trim,
            Paint(self._part("coat", "coat"), (torso.outline(-0.02),), z=0.05, shade=0.14,
                  over=buttons, strokes=(front,)),
        ]  # fmt: skip
        for name, side in (("l", 1), ("r", -1)):
            at = torso.at([(side * 0.8, -0.3)])[0]
            flap = box(at, (0.17 * unit, 0.05 * unit), 0.6, 0.15 * side)
            result.append(Paint(self._part(f"pocket_{name}", "coat"), (flap,), z=0.06,
                                weight=Weight.LIGHT))  # fmt: skip
        return result

    def _scarf_paints(self, torso: Torso, pose: Pose) -> list[Paint]:
        root = torso.hips + 0.92 * torso.along
        result: list[Paint] = []
        for k, (length, start) in enumerate(((0.32, -0.06), (0.26, -0.08))):
            t = np.linspace(0.0, 1.0, 7)
            pull = pose.drift - 0.15 - 0.1 * k
            way = np.array([pull, 0.85 - 0.55 * min(abs(pull), 1.0)])
            way /= np.linalg.norm(way)
            side = np.array([-way[1], way[0]])
            wave = 0.13 * np.sin(pose.sway - 3.4 * t + 0.9 * k) * t
            path = root + (start, 0.0) + length * (t[:, None] * way + wave[:, None] * side)
            width = 0.026 + 0.012 * t
            outline = swept(path, width, round_start=False, round_end=False)
            bands = tuple(
                Paint(self._part(f"band_{k}_{j}", "stripe"),
                      (swept(path[j : j + 2], [0.06, 0.06], round_start=False, round_end=False),),
                      weight=Weight.LIGHT)
                for j in (3, 5)
            )  # fmt: skip
            result.append(Paint(self._part(f"tail_{k}", "scarf"), (outline,), z=0.3 - 0.05 * k,
                                inside=bands, shade=0.12))  # fmt: skip
        wrap = root + smooth(
            [
                (-0.105, -0.03),
                (0.0, 0.0),
                (0.105, -0.032),
                (0.118, 0.012),
                (0.06, 0.05),
                (-0.05, 0.052),
                (-0.118, 0.016),
            ],
            sharp=(0, 2),
        )
        fold = smooth(points([(-0.11, 0.0), (-0.03, 0.028), (0.055, 0.02)]) + root, closed=False)
        result.append(Paint(self._part("wrap", "scarf"), (wrap,), z=2.1, shade=0.25,
                            strokes=(Stroke(fold),)))  # fmt: skip
        return result

    def _arm_paints(self, arm: Limb, pose: Pose) -> list[Paint]:
        name, r = ("l", "r")[arm.side < 0], 0.03
        shoulder, elbow, wrist = arm.joints[:, :2]
        z = 1.0 if arm.depth > 0.0 else -0.5
        upper = segment(shoulder, elbow, (1.25 * r, 1.15 * r, 1.05 * r))
        lower = segment(elbow, elbow + 0.8 * (wrist - elbow), (1.05 * r, 1.1 * r, 1.1 * r))
        cuff = _ring(wrist + 0.3 * (elbow - wrist), wrist + 0.05 * (wrist - elbow), 1.45 * r)
        spread = pose.fingers_l if arm.side > 0 else pose.fingers_r
        result = [
            Paint(self._part(f"sleeve_{name}", "coat"), (upper, lower), z=z, shade=0.16),
            Paint(self._part(f"cuff_{name}", "cream"), (cuff,), z=z + 0.02, shade=0.25),
        ]
        along = arm.end[:2]
        if spread < 0.2:
            hand = fist(wrist + 0.4 * _BODY.hand * along, along, 1.15 * _BODY.hand)
            result.append(
                Paint(self._part(f"hand_{name}", "skin"), (hand,), z=z - 0.01, shade=0.15)
            )
            return result
        shapes = fingers(
            wrist + 0.3 * _BODY.hand * along, along, 1.1 * _BODY.hand, spread, -arm.side
        )
        hand_paint = Paint(self._part(f"hand_{name}", "skin"), tuple(shapes), z=z - 0.01,
                           weight=Weight.MEDIUM, shade=0.06)  # fmt: skip
        return [hand_paint, *result]

    def _leg_paints(self, leg: Limb) -> list[Paint]:
        name, r = ("l", "r")[leg.side < 0], 0.038
        hip, knee, ankle = leg.joints[:, :2]
        z = -0.2 + 0.3 * float(np.clip(leg.depth, -0.3, 0.3))
        down = (ankle - knee) / max(float(np.linalg.norm(ankle - knee)), 1e-6)
        flesh = (segment(hip, knee, (1.2 * r, 1.1 * r, r)), segment(knee, ankle, (r, r, 0.8 * r)))
        shaft = segment(knee + 0.66 * (ankle - knee), ankle, (1.15 * r, 1.1 * r, 1.1 * r))
        fold = _ring(knee + 0.4 * (ankle - knee), knee + 0.62 * (ankle - knee), 1.35 * r)
        toe = leg.end[:2]
        foot = shoe(ankle, toe, down, _BODY.foot, 1.05 * r)
        strip = sole(ankle, toe, down, _BODY.foot)
        bottom = Paint(self._part(f"sole_{name}", "sole"), (strip,), weight=Weight.LIGHT)
        return [
            Paint(self._part(f"leg_{name}", "tights"), flesh, z=z, shade=0.2),
            Paint(self._part(f"boot_{name}", "boot"), (shaft, foot), z=z + 0.01, inside=(bottom,),
                  shade=0.1),
            Paint(self._part(f"fold_{name}", "cream"), (fold,), z=z + 0.02, shade=0.25),
        ]  # fmt: skip


def _ring(start: Points, end: Points, radius: float) -> Points:
    """A soft cuff around a limb."""
    return tube([start, 0.5 * (start + end), end], [0.9 * radius, radius, 0.9 * radius],
                round_start=False, round_end=False)  # fmt: skip
