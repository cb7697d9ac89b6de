"""What everything held in a hand has in common."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from model.shows.rendering.paint import Paint
from model.shows.rendering.shapes import Points, points

# (grip, unit direction away from the hand, size in figure heights, phase) -> shapes at z 0 or 1
# in the order of painting.
Prop = Callable[[Points, Points, float, float], list[Paint]]


class Frame:
    """Local axes of a held thing: u along its direction, v to the side."""

    def __init__(self, grip: Points, along: Points, size: float) -> None:
        self._grip, self._size = grip, size
        self._axes = np.array([along, (-along[1], along[0])])

    def __call__(self, shape: object) -> Points:
        """Local (u, v) points, in parts of the size, as drawing points."""
        return self._grip + points(np.asarray(shape, dtype=np.float64)) @ (self._axes * self._size)


def turned_way(along: Points, angle: float) -> Points:
    """The direction turned by `angle` radians, x toward y."""
    c, s = np.cos(angle), np.sin(angle)
    return np.array([c * along[0] - s * along[1], s * along[0] + c * along[1]])
