"""Arms of a figure: sleeves, guards and hands."""

from __future__ import annotations

import numpy as np

from model.shows.figures.limbs import fingers, fist, knuckles, segment
from model.shows.figures.ornaments import Ornament
from model.shows.figures.skeleton import Limb
from model.shows.rendering.paint import Paint, Weight
from model.shows.rendering.palette import Paintbox, Scheme
from model.shows.rendering.shapes import Points, ellipse


class Arm:
    """The design of one arm."""

    def __init__(
        self, box: Paintbox, scheme: Scheme, rng: np.random.Generator, skin: int, sleeve: int
    ) -> None:
        self._wear = str(rng.choice(["none", "short", "long", "guard", "armor"]))
        self._hand_kind = str(rng.choice(["fist", "fingers", "mitten", "glove"]))
        hand = scheme.swatch("glove") if self._hand_kind == "glove" else skin
        self._skin = box.part(skin)
        self._sleeve = box.part(sleeve)
        self._cuff = scheme.part("trim")
        self._guard = scheme.part("guard", "leather")
        self._knob, self._pad = scheme.part("accent"), scheme.part("pad", "metal")
        self._pad_rim = scheme.part("trim")
        self._hand = box.part(hand)
        self._fingers = [box.part(hand) for _ in range(5)]
        self._back = scheme.part("trim2")
        self._upper_ornament = Ornament(scheme, rng, "trim")
        self._lower_ornament = Ornament(scheme, rng, "trim2")

    def paints(self, arm: Limb, r: float, hand: float, spread: float, z: float) -> list[Paint]:
        """The arm at depth `z`.

        Args:
            arm: posed joints.
            r: half width of the arm.
            hand: length of the palm.
            spread: 0 closed hand .. 1 fanned fingers.
            z: depth.
        """
        shoulder, elbow, wrist = arm.joints[:, :2]
        result = self._clothed(shoulder, elbow, wrist, r, z)
        return result + self._hand_paints(arm, hand, spread, z - 0.005)

    def _clothed(
        self, shoulder: Points, elbow: Points, wrist: Points, r: float, z: float
    ) -> list[Paint]:
        upper = segment(shoulder, elbow, (1.05 * r, r, 0.85 * r))
        lower = segment(elbow, wrist, (0.85 * r, 0.9 * r, 0.65 * r))
        on_upper, upper_lines = self._upper_ornament.on(shoulder, elbow, r)
        on_lower, lower_lines = self._lower_ornament.on(elbow, wrist, r)
        if self._wear == "long":
            shapes = (segment(shoulder, elbow, (1.15 * r, 1.1 * r, r)),
                      segment(elbow, wrist, (r, 1.02 * r, 0.9 * r)))  # fmt: skip
            cuff = segment(wrist + 0.15 * (elbow - wrist), wrist, (0.95 * r, r, r))
            return [
                Paint(self._sleeve, shapes, z=z, shade=0.25, inside=on_upper, strokes=lower_lines),
                Paint(self._cuff, (cuff,), z=z + 0.02, weight=Weight.MEDIUM, shade=0.3),
            ]
        result = [Paint(self._skin, (upper, lower), z=z, shade=0.3)]
        if self._wear == "short":
            half = shoulder + 0.6 * (elbow - shoulder)
            sleeve = segment(shoulder, half, (1.25 * r, 1.3 * r, 1.35 * r))
            result.append(Paint(self._sleeve, (sleeve,), z=z + 0.01, shade=0.25, inside=on_upper,
                                strokes=upper_lines))  # fmt: skip
        if self._wear in ("guard", "armor"):
            guard = segment(elbow + 0.1 * (wrist - elbow), wrist, (1.05 * r, 1.25 * r, 1.1 * r))
            result.append(Paint(self._guard, (guard,), z=z + 0.01, shade=0.25, inside=on_lower,
                                strokes=lower_lines))  # fmt: skip
        if self._wear == "armor":
            knob = ellipse(elbow, (1.1 * r, 1.1 * r), samples=20)
            rim = ellipse(shoulder, (1.1 * r, 0.95 * r))
            inner = Paint(self._pad_rim, (rim,), weight=Weight.LIGHT)
            pad = ellipse(shoulder, (1.7 * r, 1.5 * r))
            result.append(Paint(self._knob, (knob,), z=z + 0.02, shade=0.3, shine=0.35))
            result.append(Paint(self._pad, (pad,), z=z + 0.03, shade=0.2, inside=(inner,)))
        return result

    def _hand_paints(self, arm: Limb, size: float, spread: float, z: float) -> list[Paint]:
        wrist, along = arm.joints[2, :2], arm.end[:2]
        if float(np.linalg.norm(along)) < 0.2:
            along = arm.joints[2, :2] - arm.joints[1, :2]
        if self._hand_kind == "mitten":
            thumb = fingers(wrist, along, size, 0.8, arm.side)[1]
            return [Paint(self._hand, (fist(wrist, along, 1.1 * size), thumb), z=z, shade=0.2)]
        if self._hand_kind == "fist" and spread <= 0.25:
            return [Paint(self._hand, (fist(wrist, along, 1.1 * size),), z=z, shade=0.2)]
        open_hand = spread > 0.25
        shapes = (fingers if open_hand else knuckles)(wrist, along, size, spread, arm.side)
        below = -0.001 if open_hand else 0.001
        result = [
            Paint(part, (shape,), z=z + below, weight=Weight.MEDIUM)
            for part, shape in zip(self._fingers, shapes[1:], strict=True)
        ]
        inside: tuple[Paint, ...] = ()
        if self._hand_kind == "glove":
            unit = along / max(float(np.linalg.norm(along)), 1e-6)
            plate = ellipse(wrist + 0.35 * size * unit, (0.4 * size, 0.36 * size), samples=20)
            inside = (Paint(self._back, (plate,), weight=Weight.LIGHT),)
        result.append(Paint(self._hand, (shapes[0],), z=z, weight=Weight.MEDIUM, shade=0.2,
                            inside=inside))  # fmt: skip
        return result
