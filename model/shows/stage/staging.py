"""Who does what where in a shot, and how the camera looks at it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from model.shows.rendering.camera import Camera
from model.shows.stage.motion import Action, random_action


@dataclass(frozen=True)
class Staged:
    """A figure in one drawing.

    Attributes:
        figure: index in the cast.
        action: its pose over time.
        time: in drawings.
        at: where its feet are, stage coordinates.
        scale: its height on the stage.
    """

    figure: int
    action: Action
    time: float
    at: tuple[float, float]
    scale: float


class Actor:
    """One figure's action and path over a shot: staying about, crossing, or coming closer."""

    def __init__(
        self,
        rng: np.random.Generator,
        figure: int,
        cast: int,
        aspect: float,
        count: int,
        motion: float,
    ) -> None:
        self._figure = figure
        self._action = random_action(rng, motion)
        self._scale = float(rng.uniform(0.7, 0.95) * (1.0 if cast == 1 else 0.8))
        slot = (figure + 0.5) / cast - 0.5
        self._at = np.array([aspect * slot * 0.8 + rng.uniform(-0.08, 0.08), 0.45])
        self._swing = rng.uniform(-1, 1, 2) * (0.25, 0.06) * motion
        self._rate = rng.uniform(0.05, 0.5) * (0.2 + motion)
        self._phase = rng.uniform(0, 6.28)
        self._span = max(count - 1, 1)
        crosses = rng.random() < 0.25 * motion
        self._path = rng.choice([-1.0, 1.0]) * 0.9 * aspect if crosses else 0.0
        self._growth = rng.uniform(-0.6, 0.6) * motion if rng.random() < 0.3 else 0.0

    @property
    def face(self) -> tuple[float, float]:
        """About where the head is, for close-ups."""
        return float(self._at[0]), float(self._at[1] - 0.65 * self._scale)

    def at(self, time: float) -> Staged:
        """Where the figure is at a time in drawings."""
        along = time / self._span - 0.5
        x, y = self._at + self._swing * np.sin(self._rate * time + self._phase)
        return Staged(
            self._figure,
            self._action,
            time,
            (float(x + self._path * along), float(y)),
            self._scale * float(np.exp(self._growth * along)),
        )


class View:
    """The camera over a shot: long shot or close-up, pan, zoom, turn."""

    def __init__(
        self,
        rng: np.random.Generator,
        size: tuple[int, int],
        motion: float,
        face: tuple[float, float],
    ) -> None:
        self._size = size
        self._mirrored = bool(rng.random() < 0.5)
        zooms = [1.0, rng.uniform(1.0, 1.2), rng.uniform(1.3, 2.4)]
        self._zoom = float(rng.choice(zooms, p=[0.6, 0.22, 0.18]))
        self._focus = np.array(face) * min(1.0, 1.2 * (self._zoom - 1.0))
        moving = rng.random() < 0.3 + 0.5 * motion
        self._reach = motion * (1.0 if moving else 0.0)
        self._rates = rng.uniform(0.05, 0.4, 4) * (0.3 + motion)
        self._phases = rng.uniform(0, 6.28, 4)
        self._bend = float(rng.uniform(0.0, 0.03)) if rng.random() < 0.5 else 0.0

    def at(self, time: float) -> Camera:
        """The view at a time in drawings."""
        wave = np.sin(self._rates * time + self._phases)
        pan = self._focus + self._reach * wave[:2] * (0.15, 0.08)
        return Camera(
            self._size,
            (float(pan[0]), float(pan[1])),
            self._zoom * float(np.exp(0.25 * self._reach * wave[2])),
            0.25 * self._reach * float(wave[3]),
            self._mirrored,
            self._bend,
            float(self._rates[0] * time * 2.0),
        )
