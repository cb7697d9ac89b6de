"""Who may appear in a show."""

from __future__ import annotations

from typing import Protocol

import numpy as np

from model.shows.figures.beasts import Beast
from model.shows.figures.birds import Bird
from model.shows.figures.character import Character
from model.shows.figures.mascots import Mascot
from model.shows.figures.plants import Plant
from model.shows.figures.robots import Robot
from model.shows.figures.skeleton import Pose
from model.shows.figures.vehicles import Vehicle
from model.shows.rendering.paint import Paint
from model.shows.rendering.palette import Paintbox


class Figure(Protocol):
    """Anything that can be posed: stands on (0, 0), is about 1 high."""

    def paints(self, pose: Pose) -> list[Paint]:
        """All its shapes in a pose."""


def random_figure(paintbox: Paintbox, rng: np.random.Generator) -> Figure:
    """A figure design; a little more than half are people."""
    kinds = (Character, Mascot, Robot, Beast, Bird, Vehicle, Plant)
    weights = (0.55, 0.14, 0.08, 0.09, 0.05, 0.05, 0.04)
    return kinds[int(rng.choice(len(kinds), p=weights))](paintbox, rng)
