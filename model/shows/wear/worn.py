"""What everything worn on a head has in common."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from model.shows.figures.ball import Ball
from model.shows.rendering.paint import Paint
from model.shows.rendering.shapes import Points

# (head, phase of swaying, drift) -> shapes; their z is below 0 behind the head, 0..1 on the face,
# 1..2 over the hair.
Worn = Callable[[Ball, float, float], list[Paint]]


def ring(latitude: float, wave: float = 0.0, teeth: int = 4) -> Points:
    """An edge around the head at a latitude, for `Ball.cap` and `Ball.band`."""
    lon = np.linspace(-np.pi, np.pi, 2 * teeth, endpoint=False)
    return np.stack([lon, latitude + wave * np.cos(np.arange(2 * teeth) * np.pi)], axis=1)
