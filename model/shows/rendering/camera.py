"""From the stage to pixels: where a figure stands, the camera's pan, zoom and turn, a soft warp.

Stage coordinates: the frame is 1 high, its middle is (0, 0), y downward.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from model.shows.rendering.canvas import Placement
from model.shows.rendering.shapes import Points, rotation


@dataclass(frozen=True)
class Camera:
    """One drawing's view.

    Attributes:
        size: (height, width) in pixels.
        pan: stage point in the middle of the frame.
        zoom: 1 shows the whole stage.
        turn: radians.
        mirrored: whether left and right are swapped.
        bend: amplitude of a smooth warp, in frame heights.
        phase: of that warp.
    """

    size: tuple[int, int]
    pan: tuple[float, float] = (0.0, 0.0)
    zoom: float = 1.0
    turn: float = 0.0
    mirrored: bool = False
    bend: float = 0.0
    phase: float = 0.0

    def pixels(self, stage: Points) -> Points:
        """Stage points as pixel positions."""
        p = (stage - self.pan) * self.zoom
        if self.bend:
            wave = np.sin(4.0 * p[:, ::-1] + (self.phase, 1.7 * self.phase + 1.0))
            p = p + self.bend * wave
        if self.turn:
            p = p @ rotation(self.turn).T
        if self.mirrored:
            p = p * (-1.0, 1.0)
        height, width = self.size
        return p * height + (0.5 * width, 0.5 * height)

    def placement(
        self,
        at: tuple[float, float] = (0.0, 0.0),
        scale: float = 1.0,
        spin: float = 0.0,
        squash: float = 1.0,
        pivot: float = -0.45,
    ) -> Placement:
        """Where a figure drawn around (0, 0) goes.

        Args:
            at: stage position of the figure's origin.
            scale: its size.
            spin: radians about (0, pivot) of the figure.
            squash: stretch of its height; the width shrinks to keep the area.
            pivot: height of the turning point above the ground, negative is up.
        """
        stretch = np.array([1.0 / np.sqrt(squash), squash])
        turn = rotation(spin).T
        center = np.array([0.0, pivot])

        def place(points: Points) -> Points:
            p = points * stretch
            if spin:
                p = (p - center) @ turn + center
            return self.pixels(p * scale + at)

        return place
