"""What surrounds a figure for a moment: ground shadow, stars, bubbles, puffs, hearts, speed."""

from __future__ import annotations

import numpy as np

from model.shows.rendering.paint import Paint, Weight
from model.shows.rendering.palette import Paintbox
from model.shows.rendering.shapes import Points, ellipse, leaf, smooth, star


class Effects:
    """Small things that appear, drift and vanish around a figure of height 1 on (0, 0)."""

    def __init__(self, box: Paintbox, rng: np.random.Generator) -> None:
        self._shadow = box.part(box.swatch("earth")) if rng.random() < 0.25 else None
        count = int(rng.integers(3, 9)) if rng.random() < 0.3 else 0
        swatch = box.swatch() if count else 0
        self._bits = [box.part(swatch) for _ in range(count)]
        self._kind = str(rng.choice(["star", "bubble", "heart", "leaf", "drop"]))
        self._starts = rng.uniform(-1, 1, (count, 2)) * (0.5, 0.5) - (0.0, 0.55)
        self._drift = rng.uniform(-0.3, 0.3, (count, 2))
        self._phases = rng.uniform(0, 1, count)
        self._size = rng.uniform(0.02, 0.05)
        self._rate = rng.uniform(0.03, 0.1)

    def paints(self, time: float, jump: float) -> list[Paint]:
        """The shapes at a time in drawings, for a figure that is `jump` above the ground."""
        result = []
        if self._shadow is not None:
            width = 0.3 / (1.0 + max(jump, 0.0))
            shape = ellipse((0.0, 0.0), (width, 0.25 * width), samples=40)
            result.append(Paint(self._shadow, (shape,), z=-9.0, weight=Weight.LIGHT))
        for k, part in enumerate(self._bits):
            age = (self._rate * time + self._phases[k]) % 1.4
            if age < 1.0:
                at = self._starts[k] + age * self._drift[k]
                size = (
                    self._size
                    * float(np.sin(np.pi * min(max(age, 0.08), 0.92)))
                    * (1 + 0.3 * (k % 3))
                )
                shape = self._bit(at, size, 3.0 * age + k)
                result.append(Paint(part, (shape,), z=8.0 if k % 2 else -8.0,
                                    weight=Weight.MEDIUM, shine=0.3))  # fmt: skip
        return result

    def _bit(self, at: Points, size: float, turn: float) -> Points:
        if self._kind == "star":
            return star(at, 1.4 * size, 0.6 * size, 5, 0.4 * turn)
        if self._kind == "heart":
            shape = [(0, 1.2), (-1.1, 0.0), (-0.6, -0.9), (0, -0.4), (0.6, -0.9), (1.1, 0.0)]
            return at + size * smooth(shape, sharp=(0, 3))
        if self._kind == "leaf":
            way = size * 1.6 * np.array([np.cos(turn), np.sin(turn)])
            return leaf(at - way, at + way, 1.4 * size)
        if self._kind == "drop":
            shape = [(0, -1.5), (0.7, 0.2), (0.0, 0.9), (-0.7, 0.2)]
            return at + size * smooth(shape, sharp=(0,))
        return ellipse(at, (size, size), samples=24)
