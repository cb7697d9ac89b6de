"""Shows and shots: the public face of the generator."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from model.shows.backgrounds import random_background
from model.shows.camera import Camera
from model.shows.canvas import Canvas
from model.shows.casting import random_figure
from model.shows.drawing import ShowDrawing
from model.shows.motion import Action, random_action
from model.shows.palette import Paintbox
from model.shows.style import random_style


class Show:
    """One style, cast, background and palette; everything follows from the seed.

    Args:
        seed: which show.
        size: (height, width) of its drawings in pixels.
    """

    def __init__(self, seed: int, size: tuple[int, int] = (512, 512)) -> None:
        rng = np.random.default_rng([seed, 1])
        self.seed = seed
        self.size = size
        self.style = random_style(rng, size[0])
        paintbox = Paintbox(rng)
        self._background = random_background(paintbox, rng)
        self._first_figure = len(paintbox)
        count = int(rng.choice([1, 2, 3], p=[0.75, 0.18, 0.07]))
        self._cast = [random_figure(paintbox, rng) for _ in range(count)]
        self._colors = paintbox.colors()

    @property
    def palette(self) -> np.ndarray:
        """(P, 4) uint8 RGBA, the colors that its drawings may use."""
        return np.unique(self._colors[1:], axis=0)

    def shot(self, seed: int, count: int, motion: float = 0.5) -> Shot:
        """A shot of this show.

        Args:
            seed: which shot.
            count: number of drawings, >= 1.
            motion: 0 hardly moves .. 1 drawings share almost no pixel positions.

        Raises:
            ValueError: for a count below 1 or a motion outside 0..1.
        """
        if count < 1:
            raise ValueError(f"A shot needs at least one drawing, not {count}.")
        if not 0.0 <= motion <= 1.0:
            raise ValueError(f"motion must lie in 0..1, not {motion}.")
        return Shot(self, seed, count, motion)

    def render(self, camera: Camera, stage: list[_Staged]) -> ShowDrawing:
        """One drawing: the background, then the figures in their order."""
        canvas = Canvas(self.size, self.style)
        canvas.paint_all(self._background.paints, camera.pixels)
        for each in stage:
            pose = each.action(each.time)
            place = camera.placement(each.at, each.scale, pose.spin, pose.squash)
            canvas.paint_all(self._cast[each.figure].paints(pose), place)
        canvas.finish(self._first_figure)
        packed = np.take(self._colors.view(np.uint32)[:, 0], canvas.identity)
        color = packed.view(np.uint8).reshape(*self.size, 4)
        return ShowDrawing(canvas.line, color, canvas.identity)

    @property
    def cast_size(self) -> int:
        """Number of figures."""
        return len(self._cast)


@dataclass(frozen=True)
class _Staged:
    """A figure in one drawing."""

    figure: int
    action: Action
    time: float
    at: tuple[float, float]
    scale: float


class Shot:
    """Drawings of one continuous action, rendered when asked for."""

    def __init__(self, show: Show, seed: int, count: int, motion: float) -> None:
        rng = np.random.default_rng([show.seed, seed, 2])
        self._show = show
        self._count = count
        self._actors = [
            _Actor(rng, k, show.cast_size, show.size[1] / show.size[0], motion)
            for k in range(show.cast_size)
        ]
        self._view = _View(rng, show.size, motion)

    def __len__(self) -> int:
        return self._count

    def draw(self, index: int) -> ShowDrawing:
        """Render one drawing.

        Raises:
            IndexError: outside 0..len - 1.
        """
        if not 0 <= index < self._count:
            raise IndexError(f"Drawing {index} of a shot of {self._count}.")
        staged = [actor.at(float(index)) for actor in self._actors]
        return self._show.render(self._view.at(float(index)), staged)


class _Actor:
    """One figure's action and path over a shot."""

    def __init__(
        self, rng: np.random.Generator, figure: int, cast: int, aspect: float, motion: float
    ) -> None:
        self._figure = figure
        self._action = random_action(rng, motion)
        self._scale = float(rng.uniform(0.7, 0.95) * (1.0 if cast == 1 else 0.8))
        slot = (figure + 0.5) / cast - 0.5
        self._at = np.array([aspect * slot * 0.8 + rng.uniform(-0.08, 0.08), 0.45])
        self._travel = rng.uniform(-1, 1, 2) * (0.25, 0.06) * motion
        self._rate = rng.uniform(0.05, 0.5) * (0.2 + motion)
        self._phase = rng.uniform(0, 6.28)

    def at(self, time: float) -> _Staged:
        """Where the figure is at a time in drawings."""
        x, y = self._at + self._travel * np.sin(self._rate * time + self._phase)
        return _Staged(self._figure, self._action, time, (float(x), float(y)), self._scale)


class _View:
    """The camera over a shot."""

    def __init__(self, rng: np.random.Generator, size: tuple[int, int], motion: float) -> None:
        self._size = size
        self._mirrored = bool(rng.random() < 0.5)
        self._zoom = float(rng.choice([1.0, rng.uniform(1.0, 1.2), rng.uniform(1.3, 2.2)],
                                      p=[0.6, 0.25, 0.15]))  # fmt: skip
        self._focus = np.array([0.0, -0.2 * (self._zoom - 1.0)])
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
