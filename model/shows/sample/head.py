"""Face and hair of the girl in the sample shot."""

from __future__ import annotations

import numpy as np

from model.shows.figures.ball import Ball
from model.shows.figures.skeleton import Joints, Pose
from model.shows.rendering.paint import Paint, Stroke, Weight
from model.shows.rendering.shapes import Points, ellipse, leaf, points, smooth, star
from model.shows.sample.named import NamedParts


class Head:
    """Big eyes, a fringe of five locks, a bob."""

    def __init__(self, part: NamedParts) -> None:
        self._part = part

    def paints(self, joints: Joints, pose: Pose) -> list[Paint]:
        """All shapes of the head in a pose."""
        ball = self.ball(joints)
        return self._head_paints(ball, pose) + self._hair_paints(ball, pose)

    def ball(self, joints: Joints) -> Ball:
        """The head of the posed girl."""
        yaw, pitch, roll = joints.head_turn
        up = np.array([np.sin(roll), -np.cos(roll)])
        center = joints.neck[:2] + up * 0.172 + np.array([0.02 * np.sin(yaw), 0.0])
        return Ball((center[0], center[1]), 0.195, (yaw, pitch, roll), 0.98, 0.24)

    def _head_paints(self, ball: Ball, pose: Pose) -> list[Paint]:
        over: list[Paint] = []
        strokes: list[Stroke] = []
        for name, side in (("l", 1), ("r", -1)):
            cheek = ball.place(ellipse((side * 0.66, 0.52), (0.15, 0.08), samples=20))
            over.append(Paint(self._part(f"cheek_{name}", "blush"), (cheek,), weight=Weight.TRACE))
            self._draw_eye(ball, pose, name, side, over, strokes)
        nose = smooth([(-0.03, 0.43), (0.02, 0.46), (0.05, 0.44)], closed=False)
        strokes.append(Stroke(ball.place(nose)))
        self._draw_mouth(ball, pose, over, strokes)
        ear_at = ball.place([(-1.45, 0.22)], 1.0)[0]
        ear = ellipse(ear_at, (0.028, 0.04), ball.turn[2] - 0.2, 24)
        fringe = ball.cap(_FRINGE + np.array([0.0, 0.2]), _CORNERS, 1.0)
        return [
            Paint(self._part("ear", "skin"), (ear,), z=2.05, weight=Weight.MEDIUM, shade=0.3),
            Paint(self._part("face", "skin"), (ball.outline(samples=64),), z=2.0, shadows=(fringe,),
                  over=tuple(over), strokes=tuple(strokes)),
        ]  # fmt: skip

    def _draw_eye(
        self,
        ball: Ball,
        pose: Pose,
        name: str,
        side: int,
        over: list[Paint],
        strokes: list[Stroke],
    ) -> None:
        x, y, w = 0.41 * side, 0.2, 0.19
        opening = float(np.clip(pose.eyes, 0.0, 1.0))
        brow = [(x - w, -0.25 + 0.03 * side), (x, -0.33), (x + w, -0.25 - 0.03 * side)]
        lift = np.array([0.0, -0.08 * pose.brows])
        brow_curve = smooth(points(brow) + lift, closed=False)
        strokes.append(Stroke(ball.place(brow_curve), Weight.MEDIUM))
        if opening < 0.2:
            lid = [(x - w, y + 0.08), (x, y + 0.16 - 0.3 * pose.smile), (x + w, y + 0.08)]
            strokes.append(Stroke(ball.place(smooth(lid, closed=False)), Weight.HEAVY))
            return
        h = 0.29 * opening
        white = smooth(
            [
                (x - w, y - 0.1 * h),
                (x - 0.5 * w, y - 0.92 * h),
                (x + 0.5 * w, y - 0.92 * h),
                (x + w, y - 0.1 * h),
                (x + 0.6 * w, y + 0.85 * h),
                (x - 0.6 * w, y + 0.85 * h),
            ]
        )
        cx, cy = x + 0.05 * pose.gaze_x, y + 0.04 * pose.gaze_y
        lid_shadow = ellipse((cx, cy - 0.3), (0.24, 0.19))
        glow = ellipse((cx, cy + 0.17), (0.09, 0.07), samples=20)
        iris = Paint(
            self._part(f"iris_{name}", "iris"), (ball.place(ellipse((cx, cy), (0.145, 0.25))),),
            weight=Weight.LIGHT, shadows=(ball.place(lid_shadow),), gleams=(ball.place(glow),),
        )  # fmt: skip
        pupil = ball.place(ellipse((cx, cy + 0.01), (0.07, 0.13), samples=24))
        spark = ball.place(ellipse((cx - 0.065, cy - 0.1), (0.055, 0.075), samples=20))
        glint = ball.place(ellipse((cx + 0.07, cy + 0.12), (0.03, 0.035), samples=14))
        inner = (
            iris,
            Paint(self._part(f"pupil_{name}", "pupil"), (pupil,), weight=Weight.TRACE),
            Paint(self._part(f"spark_{name}", "white"), (spark,), weight=Weight.TRACE),
            Paint(self._part(f"glint_{name}", "white"), (glint,), weight=Weight.TRACE),
        )
        shade = ball.place(ellipse((x, y - 0.3 - 0.6 * (h - 0.29)), (0.4, 0.12)))
        over.append(
            Paint(
                self._part(f"eye_{name}", "white"),
                (ball.place(white),),
                shadows=(shade,),
                weight=Weight.LIGHT,
                over=inner,
            )
        )
        lash = ball.place(_lash(white, side))
        over.append(Paint(self._part(f"lash_{name}", "pupil"), (lash,), weight=Weight.TRACE))

    def _draw_mouth(self, ball: Ball, pose: Pose, over: list[Paint], strokes: list[Stroke]) -> None:
        y = 0.72
        if pose.mouth < 0.1:
            line = smooth([(-0.13, y - 0.02), (0.0, y + 0.04), (0.13, y - 0.02)], closed=False)
            strokes.append(Stroke(ball.place(line), Weight.MEDIUM))
            return
        gape, w = 0.24 * pose.mouth, 0.17
        shape = smooth([(-w, y - 0.06), (0.0, y - 0.035), (w, y - 0.06), (0.5 * w, y + gape),
                        (-0.5 * w, y + gape)], sharp=(0, 2))  # fmt: skip
        tongue = ball.place(ellipse((0.0, y + gape), (0.1, 0.5 * gape), samples=24))
        child = Paint(self._part("tongue", "tongue"), (tongue,), weight=Weight.TRACE)
        over.append(Paint(self._part("mouth", "mouth"), (ball.place(shape),), weight=Weight.MEDIUM,
                          over=(child,)))  # fmt: skip

    def _hair_paints(self, ball: Ball, pose: Pose) -> list[Paint]:
        r, sway = ball.radius, 0.06 * np.sin(pose.sway) + 0.35 * pose.drift
        yaw = np.sin(ball.turn[0])
        lower = [(1.2, 0.75), (1.32, 1.02), (0.95, 0.9), (0.62, 1.12), (0.3, 0.92), (-0.05, 1.13),
                 (-0.4, 0.92), (-0.72, 1.12), (-1.0, 0.9), (-1.35, 1.0), (-1.2, 0.72)]  # fmt: skip
        control = np.array(
            [(-1.16, 0.1), (-0.98, -0.6), (0.0, -1.05), (0.98, -0.6), (1.16, 0.1), *lower]
        )
        control[:, 0] += -0.22 * yaw + sway * np.clip(control[:, 1] + 0.2, 0.0, 2.0)
        back = ball.bent(smooth(control, sharp=(6, 8, 10, 12, 14)))
        folds = tuple(
            Stroke(ball.bent([(x - 0.22 * yaw, 0.5), (x + 0.04 - 0.22 * yaw + 0.6 * sway, 0.82)]))
            for x in (-0.9, -0.55, 0.55, 0.9)
        )
        cap = ball.cap(_FRINGE, _CORNERS, 1.09)
        top = ball.place([(-0.1, -1.35)], 1.09)[0]
        lines = tuple(
            Stroke(
                smooth(
                    [
                        ball.place([notch], 1.09)[0],
                        ball.place([(0.8 * notch[0], notch[1] - 0.35)], 1.09)[0],
                        0.45 * top + 0.55 * ball.place([(0.6 * notch[0], notch[1] - 0.4)], 1.09)[0],
                    ],
                    closed=False,
                )
            )
            for notch in _FRINGE[3:-3:2]
        )
        lon = np.linspace(-0.95, 0.75, 15)
        tooth = np.where(np.arange(15) % 2 == 0, 0.0, 0.1)
        band = np.vstack([np.stack([lon, -0.98 - 0.6 * tooth], 1),
                          np.stack([lon, -0.78 + tooth], 1)[::-1]])  # fmt: skip
        result = [
            Paint(self._part("hair_back", "hair"), (back,), z=-2.0, shade=0.06, strokes=folds),
            Paint(self._part("hair_cap", "hair"), (cap,), z=2.3, shade=0.07, strokes=lines,
                  gleams=(ball.place(band, 1.09),)),
        ]  # fmt: skip
        for name, lon_at, bend in (("lock_l", 1.12, -0.12), ("lock_r", -1.12, 0.12)):
            root = ball.place([(lon_at, -0.6)], 1.0)[0]
            tip = root + r * np.array([sway + 0.1 * np.sign(lon_at), 1.5])
            strand = leaf(root, tip, 0.3 * r, bend)
            result.append(Paint(self._part(name, "hair"), (strand,), z=2.28, shade=0.12))
        root = ball.place([(0.1, -1.5)], 1.05)[0]
        curl = [
            root,
            root + r * np.array([-0.08 + sway, -0.3]),
            root + r * np.array([0.3 + sway, -0.52]),
            root + r * np.array([0.1 + sway, -0.26]),
            root + r * np.array([0.16, 0.02]),
        ]
        result.append(Paint(self._part("curl", "hair"), (smooth(curl, sharp=(0, 2, 4)),), z=2.25))
        pin = star(ball.place([(-0.86, -0.5)], 1.12)[0], 0.05, 0.024, angle=ball.turn[2] + 0.2)
        result.append(
            Paint(self._part("pin", "gold"), (pin,), z=2.4, weight=Weight.MEDIUM, shade=0.2)
        )
        return result


def _lash(white: Points, side: int) -> Points:
    """The thick upper lid of an eye, with a flick at its outer corner."""
    lid = white[: len(white) // 2 + 1]
    thick = np.stack([np.zeros(len(lid)), 0.06 * np.sin(np.linspace(0.15, 3.0, len(lid)))], 1)
    flick = lid[[-1 if side > 0 else 0]] + np.array([0.06 * side, -0.07])
    upper = (lid - thick)[::-1]
    return np.vstack([lid, flick, upper] if side > 0 else [flick, lid, upper])


_FRINGE = np.array([
    (-np.pi, 0.55), (-2.0, 0.6), (-1.45, 0.5), (-1.2, 0.15), (-1.0, -0.3), (-0.78, 0.08),
    (-0.55, -0.34), (-0.28, 0.05), (-0.02, -0.36), (0.28, 0.0), (0.5, -0.34), (0.8, 0.1),
    (1.0, -0.28), (1.2, 0.15), (1.45, 0.5), (2.0, 0.6), (np.pi - 0.01, 0.55),
])  # fmt: skip
_CORNERS = tuple(range(3, 14))
