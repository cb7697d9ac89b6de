"""How holes in the lines of a drawing are closed for its regions; the line art stays as it is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

Point = tuple[int, int]
"""A pixel (x, y) of a drawing."""

DEFAULT_GAP = 4
WIDEST_GAP = 100

# Pixels. A thinner stroke is easily set down one pixel short of the line that it should meet.
STROKE_WIDTH = 3


@dataclass(frozen=True)
class GapStroke:
    """A line drawn by hand that parts regions as ink does, and is seen nowhere else.

    Attributes:
        points: two or more pixels, joined by straight lines; they may lie beyond the drawing.
    """

    points: tuple[Point, ...]

    def __post_init__(self) -> None:
        if len(self.points) < 2:
            raise ValueError("a stroke goes from one point to another")

    def distance(self, x: float, y: float) -> float:
        """How far a point of the drawing is from the stroke, in pixels."""
        corners = np.array(self.points, np.float64) + 0.5
        starts, ways = corners[:-1], np.diff(corners, axis=0)
        lengths = np.maximum((ways**2).sum(axis=1), 1e-9)
        away = np.array([x, y]) - starts
        along = np.clip((away * ways).sum(axis=1) / lengths, 0, 1)
        return float(np.linalg.norm(away - along[:, None] * ways, axis=1).min())


GapStrokes = tuple[GapStroke, ...]


@dataclass(frozen=True)
class GapClosing:
    """All that is done about the holes of one drawing; with the lines it determines the regions.

    Attributes:
        gap: holes up to this many pixels are closed, 0 to 100.
        strokes: lines drawn by hand where that does not suffice.
    """

    gap: int
    strokes: GapStrokes = ()
