"""Legs of a figure: trousers, boots, knee pads and shoes."""

from __future__ import annotations

import numpy as np

from model.shows.figures.limbs import segment, shoe, shoe_places, sole
from model.shows.figures.ornaments import Ornament
from model.shows.figures.skeleton import Limb
from model.shows.rendering.paint import Paint, Weight
from model.shows.rendering.palette import Paintbox, Scheme
from model.shows.rendering.shapes import Points, ellipse


class Leg:
    """The design of one leg."""

    def __init__(self, box: Paintbox, scheme: Scheme, rng: np.random.Generator, skin: int) -> None:
        self._wear = str(rng.choice(["trousers", "shorts", "bare", "boots", "socks", "armor"]))
        self._skin = box.part(skin)
        self._cloth = scheme.part("bottom")
        self._pad, self._stud = (
            scheme.part("pad", "leather"),
            [scheme.part("trim") for _ in range(3)],
        )
        self._sock = scheme.part("trim2")
        self._shoe = scheme.part("shoe", "leather")
        self._boot = scheme.part("shoe", "leather")
        self._sole, self._toe = scheme.part("trim2"), scheme.part("trim")
        self._laces = [scheme.part("white", "light") for _ in range(int(rng.integers(0, 5)))]
        self._has_sole = bool(rng.random() < 0.7)
        self._has_toe = bool(rng.random() < 0.4)
        self._size = rng.uniform(0.9, 1.4)
        self._upper_ornament = Ornament(scheme, rng, "trim")
        self._lower_ornament = Ornament(scheme, rng, "trim2")

    def paints(self, leg: Limb, r: float, foot: float, z: float) -> list[Paint]:
        """The leg at depth `z`.

        Args:
            leg: posed joints.
            r: half width of the leg.
            foot: length of the foot.
            z: depth.
        """
        hip, knee, ankle = leg.joints[:, :2]
        result = self._clothed(hip, knee, ankle, r, z)
        down = ankle - knee
        down = down / max(float(np.linalg.norm(down)), 1e-6)
        return result + self._shoe_paints(leg, down, r, foot * self._size, z + 0.015)

    def _clothed(self, hip: Points, knee: Points, ankle: Points, r: float, z: float) -> list[Paint]:
        upper = segment(hip, knee, (1.2 * r, 1.15 * r, 0.9 * r))
        lower = segment(knee, ankle, (0.9 * r, 0.95 * r, 0.7 * r))
        on_upper, upper_lines = self._upper_ornament.on(hip, knee, 1.2 * r)
        on_lower, lower_lines = self._lower_ornament.on(knee, ankle, r)
        if self._wear == "trousers":
            return [Paint(self._cloth, (upper, lower), z=z, shade=0.25, inside=on_lower,
                          strokes=upper_lines)]  # fmt: skip
        result = [Paint(self._skin, (upper, lower), z=z, shade=0.25)]
        if self._wear in ("shorts", "armor"):
            short = segment(hip, hip + 0.75 * (knee - hip), (1.3 * r, 1.3 * r, 1.3 * r))
            result.append(Paint(self._cloth, (short,), z=z + 0.01, shade=0.25, inside=on_upper,
                                strokes=upper_lines))  # fmt: skip
        if self._wear == "socks":
            sock = segment(knee + 0.35 * (ankle - knee), ankle, (1.05 * r, 1.0 * r, 0.8 * r))
            result.append(Paint(self._sock, (sock,), z=z + 0.01, shade=0.25, inside=on_lower))
        if self._wear in ("boots", "armor"):
            boot = segment(knee + 0.3 * (ankle - knee), ankle, (1.15 * r, 1.1 * r, r))
            result.append(Paint(self._boot, (boot,), z=z + 0.012, shade=0.25, inside=on_lower,
                                strokes=lower_lines))  # fmt: skip
            result.append(self._knee_pad(knee, ankle - knee, r, z + 0.02))
        return result

    def _knee_pad(self, knee: Points, down: Points, r: float, z: float) -> Paint:
        side = np.array([-down[1], down[0]]) / max(float(np.linalg.norm(down)), 1e-6)
        studs = tuple(
            Paint(
                part,
                (ellipse(knee + 0.5 * r * (k - 1) * side, (0.16 * r, 0.28 * r), samples=12),),
                weight=Weight.LIGHT,
            )
            for k, part in enumerate(self._stud)
        )
        pad = ellipse(knee, (1.1 * r, 1.15 * r), samples=24)
        return Paint(self._pad, (pad,), z=z, shade=0.2, shine=0.4, inside=studs)

    def _shoe_paints(self, leg: Limb, down: Points, r: float, size: float, z: float) -> list[Paint]:
        ankle, toe = leg.joints[2, :2], leg.end[:2]
        at = shoe_places(ankle, toe, down, size)
        inside: list[Paint] = []
        if self._has_toe:
            cap = ellipse(at(0.9, 0.3), (0.32 * size, 0.3 * size), samples=20)
            inside.append(Paint(self._toe, (cap,), weight=Weight.LIGHT))
        if self._has_sole:
            strip = sole(ankle, toe, down, size)
            inside.append(Paint(self._sole, (strip,), weight=Weight.LIGHT))
        for k, part in enumerate(self._laces):
            t = 0.3 + 0.12 * k
            lace = np.array(
                [at(t, -0.2), at(t + 0.06, -0.2), at(t + 0.02, 0.18), at(t - 0.04, 0.18)]
            )
            inside.append(Paint(part, (lace,), weight=Weight.TRACE))
        outline = shoe(ankle, toe, down, size, 0.8 * r)
        return [Paint(self._shoe, (outline,), z=z, inside=tuple(inside), shade=0.2, shine=0.3)]
