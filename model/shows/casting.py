"""Who may appear in a show."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from model.shows.animals import Beast, Bird
from model.shows.character import Character
from model.shows.machines import Plant, Vehicle
from model.shows.mascots import Mascot
from model.shows.paint import Paint
from model.shows.palette import Paintbox
from model.shows.robots import Robot
from model.shows.skeleton import Pose


class Figure(Protocol):
    """Anything that can be posed: stands on (0, 0), is about 1 high."""

    def paints(self, pose: Pose) -> list[Paint]:
        """All its shapes in a pose."""


def random_figure(paintbox: Paintbox, rng: np.random.Generator) -> Figure:
    """A figure design; a little more than half are people."""
    kinds = (Character, Mascot, Robot, Beast, Bird, Vehicle, Plant)
    weights = (0.55, 0.14, 0.08, 0.09, 0.05, 0.05, 0.04)
    return kinds[int(rng.choice(len(kinds), p=weights))](paintbox, rng)
