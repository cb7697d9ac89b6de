"""Faces: eyes, brows, nose, mouth, cheeks, on a ball and moved by a pose."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from model.shows.figures.ball import Ball
from model.shows.figures.skeleton import Pose
from model.shows.rendering.paint import Paint, Stroke, Weight
from model.shows.rendering.palette import Paintbox, Scheme
from model.shows.rendering.shapes import Points, ellipse, smooth


@dataclass(frozen=True)
class Eye:
    """Parts of one eye."""

    side: int
    white: int
    iris: int
    pupil: int
    spark: int
    lash: int


class Face:
    """A face design; `features` draws it in a pose."""

    def __init__(self, box: Paintbox, scheme: Scheme, rng: np.random.Generator) -> None:
        u = rng.uniform
        self._kind = str(rng.choice(["anime", "round", "dot", "half"], p=[0.45, 0.25, 0.15, 0.15]))
        self._eye_at = (u(0.36, 0.5), u(0.02, 0.18))
        self._eye_size = (u(0.15, 0.24), u(0.18, 0.32))
        self._corner = u(-0.08, 0.1)
        self._iris_size = u(0.55, 0.85)
        self._brow = str(rng.choice(["stroke", "shape", "none"], p=[0.4, 0.45, 0.15]))
        self._nose = str(rng.choice(["stroke", "triangle", "bulb", "none"]))
        self._mouth_at = u(0.5, 0.66)
        self._mouth_width = u(0.14, 0.3)
        self._teeth = bool(rng.random() < 0.5)
        white = scheme.swatch("white", "light")
        lash = scheme.swatch("hair", "any")
        dark = scheme.swatch("ink", "dark")
        self._eyes = tuple(
            Eye(
                side,
                box.part(white),
                box.part(scheme.swatch("iris")),
                box.part(dark),
                box.part(white),
                box.part(lash),
            )
            for side in (-1, 1)
        )
        self._lid = bool(rng.random() < 0.6)
        self._brows = (box.part(lash), box.part(lash))
        self._nose_part = box.part(scheme.swatch("blush"))
        self._cheeks = (
            (box.part(scheme.swatch("blush")), box.part(scheme.swatch("blush")))
            if rng.random() < 0.4
            else None
        )
        self._mouth = box.part(scheme.swatch("mouth", "dark"))
        self._tongue = box.part(scheme.swatch("blush"))
        self._teeth_part = box.part(white)

    def features(self, ball: Ball, pose: Pose) -> tuple[tuple[Paint, ...], tuple[Stroke, ...]]:
        """Shapes and lines on the face, to be clipped to the head.

        Returns:
            shapes from back to front, then open lines.
        """
        paints: list[Paint] = []
        strokes: list[Stroke] = []
        if self._cheeks:
            for side, part in zip((-1, 1), self._cheeks, strict=True):
                if ball.depth(side * 0.75, 0.4) > 0.15:
                    cheek = ball.place(ellipse((side * 0.75, 0.4), (0.16, 0.1), samples=16))
                    paints.append(Paint(part, (cheek,), weight=Weight.TRACE))
        self._draw_nose(ball, paints, strokes)
        self._draw_mouth(ball, pose, paints, strokes)
        for eye in self._eyes:
            self._draw_eye(ball, pose, eye, paints, strokes)
        for side, part in zip((-1, 1), self._brows, strict=True):
            self._draw_brow(ball, pose, side, part, paints, strokes)
        return tuple(paints), tuple(strokes)

    def _draw_eye(
        self, ball: Ball, pose: Pose, eye: Eye, paints: list[Paint], strokes: list[Stroke]
    ) -> None:
        x, y = eye.side * self._eye_at[0], self._eye_at[1]
        if ball.depth(x, y) < 0.12:
            return
        w, h = self._eye_size
        opening = float(np.clip(pose.eyes, 0.0, 1.15))
        if opening < 0.15:
            lid = [(x - w, y + 0.02), (x, y + 0.3 * h), (x + w, y + 0.02)]
            strokes.append(Stroke(ball.place(smooth(lid, closed=False)), Weight.MEDIUM))
            return
        h *= opening
        gaze = np.array([pose.gaze_x * 0.3 * w, pose.gaze_y * 0.3 * h])
        center = np.array([x, y]) + gaze
        if self._kind == "dot":
            spark = ellipse(center - np.array([0.25 * w, 0.35 * h]), (0.2 * w, 0.2 * h), samples=12)
            white = Paint(eye.spark, (ball.place(spark),), weight=Weight.TRACE)
            dot = ball.place(ellipse((x, y), (0.55 * w, 0.75 * h)))
            paints.append(Paint(eye.pupil, (dot,), weight=Weight.TRACE, over=(white,)))
            return
        shape = self._eye_shape(x, y, w, h, eye.side)
        full = self._eye_size[1]
        iw, ih = self._iris_size * w * 0.85, self._iris_size * full * 0.95
        if self._kind == "round":
            iw = ih = min(iw, ih)
        inner = [
            Paint(
                eye.iris,
                (ball.place(ellipse(center, (iw, ih), samples=24)),),
                weight=Weight.LIGHT,
                shade=0.0,
                shadows=(ball.place(ellipse(center - (0, 0.7 * ih), (1.3 * iw, 0.6 * ih))),),
            ),
            Paint(
                eye.pupil,
                (ball.place(ellipse(center, (0.5 * iw, 0.55 * ih), samples=20)),),
                weight=Weight.TRACE,
            ),
            Paint(
                eye.spark,
                (
                    ball.place(
                        ellipse(center - np.array([0.4 * iw, 0.45 * ih]), (0.32 * iw, 0.3 * ih))
                    ),
                ),
                weight=Weight.TRACE,
            ),
        ]
        paints.append(
            Paint(eye.white, (ball.place(shape),), weight=Weight.LIGHT, over=tuple(inner))
        )
        if self._kind != "round" or self._lid:
            paints.append(self._lash_paint(ball, shape, eye, h))

    def _eye_shape(self, x: float, y: float, w: float, h: float, side: int) -> Points:
        if self._kind == "round":
            return ellipse((x, y), (w, h))
        lift = self._corner
        top = -0.55 if self._kind == "half" else -1.0
        control = [
            (x - w, y - lift * side * -1.0),
            (x - 0.45 * w, y + top * 0.92 * h),
            (x + 0.45 * w, y + top * 0.92 * h),
            (x + w, y - lift * side),
            (x + 0.5 * w, y + 0.9 * h),
            (x - 0.5 * w, y + 0.9 * h),
        ]
        return smooth(control, sharp=(0, 3))

    def _lash_paint(self, ball: Ball, shape: Points, eye: Eye, h: float) -> Paint:
        count = len(shape) // 2
        upper = shape[: count + 1] if self._kind != "round" else shape[count:]
        upper = upper[np.argsort(upper[:, 0])]
        thick = 0.3 * h * np.sin(np.linspace(0.25, 2.6, len(upper)))
        raised = np.stack([upper[:, 0], upper[:, 1] - np.maximum(thick, 0.02)], axis=1)
        return Paint(eye.lash, (ball.place(np.vstack([upper, raised[::-1]])),), weight=Weight.TRACE)

    def _draw_brow(
        self,
        ball: Ball,
        pose: Pose,
        side: int,
        part: int,
        paints: list[Paint],
        strokes: list[Stroke],
    ) -> None:
        x, y = side * self._eye_at[0], self._eye_at[1] - self._eye_size[1] - 0.16
        if self._brow == "none" or ball.depth(x, y) < 0.15:
            return
        w, slope = self._eye_size[0] * 1.05, 0.12 * pose.brows
        arch = [
            (x - w, y + side * slope - 0.0),
            (x, y - 0.07),
            (x + w, y - side * slope),
        ]
        curve = smooth(arch, closed=False)
        if self._brow == "stroke":
            strokes.append(Stroke(ball.place(curve), Weight.MEDIUM))
            return
        thick = 0.07 * np.sin(np.linspace(0.4, 3.0, len(curve)))[:, None] * (0.0, 1.0)
        shape = np.vstack([curve - thick, (curve + thick)[::-1]])
        paints.append(Paint(part, (ball.place(shape),), weight=Weight.LIGHT))

    def _draw_nose(self, ball: Ball, paints: list[Paint], strokes: list[Stroke]) -> None:
        if ball.depth(0.0, 0.35) < 0.1 or self._nose == "none":
            return
        if self._nose == "bulb":
            paints.append(
                Paint(
                    self._nose_part,
                    (ball.place(ellipse((0.0, 0.34), (0.12, 0.1), samples=16), 1.04),),
                    weight=Weight.LIGHT,
                )
            )
        elif self._nose == "triangle":
            shape = smooth([(0.0, 0.2), (0.1, 0.4), (-0.06, 0.4)], sharp=(0, 1, 2))
            paints.append(Paint(self._nose_part, (ball.place(shape, 1.04),), weight=Weight.TRACE))
        else:
            tip = smooth([(-0.02, 0.28), (0.07, 0.38), (-0.05, 0.4)], closed=False)
            strokes.append(Stroke(ball.place(tip, 1.04)))

    def _draw_mouth(
        self, ball: Ball, pose: Pose, paints: list[Paint], strokes: list[Stroke]
    ) -> None:
        y, w = self._mouth_at, self._mouth_width
        if ball.depth(0.0, y) < 0.1:
            return
        curl = 0.12 * pose.smile
        if pose.mouth < 0.12:
            line = smooth([(-w, y - curl), (0.0, y + curl), (w, y - curl)], closed=False)
            strokes.append(Stroke(ball.place(line), Weight.MEDIUM))
            return
        gape = 0.32 * min(pose.mouth, 1.2)
        w *= 1.1 - 0.35 * pose.mouth
        shape = smooth(
            [(-w, y - curl), (0.0, y - 0.2 * curl), (w, y - curl), (0.55 * w, y + gape),
             (-0.55 * w, y + gape)],
            sharp=(0, 2),
        )  # fmt: skip
        inner = [
            Paint(
                self._tongue,
                (ball.place(ellipse((0.0, y + gape), (0.6 * w, 0.5 * gape), samples=20)),),
                weight=Weight.TRACE,
            )
        ]
        if self._teeth:
            top = [(-w, y - 2 * curl), (w, y - 2 * curl), (0.8 * w, y + 0.22 * gape),
                   (-0.8 * w, y + 0.22 * gape)]  # fmt: skip
            inner.append(Paint(self._teeth_part, (ball.place(smooth(top)),), weight=Weight.TRACE))
        paints.append(
            Paint(self._mouth, (ball.place(shape),), weight=Weight.LIGHT, over=tuple(inner))
        )
