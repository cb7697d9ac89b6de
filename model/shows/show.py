"""Shows and shots: the public face of the generator."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from model.shows.drawing import ShowDrawing
from model.shows.figures.casting import random_figure
from model.shows.rendering.camera import Camera
from model.shows.rendering.canvas import Canvas, identity_of
from model.shows.rendering.palette import Paintbox
from model.shows.rendering.style import random_style
from model.shows.stage.backgrounds import random_background
from model.shows.stage.effects import Effects
from model.shows.stage.staging import Actor, Staged, View


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
        self._effects = [Effects(paintbox, rng) for _ in range(count)]
        self._inked = paintbox.dark_parts() if self.style.inked else frozenset()
        self._colors = paintbox.colors()

    @property
    def first_figure_identity(self) -> int:
        """Lower identities are paper and background."""
        return identity_of(self._first_figure)

    @property
    def palette(self) -> NDArray[np.uint8]:
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

    def render(self, camera: Camera, stage: list[Staged]) -> ShowDrawing:
        """One drawing: the background, then the figures in their order."""
        canvas = Canvas(self.size, self.style, self._inked)
        canvas.paint_all(self._background, camera.pixels)
        for each in stage:
            pose = each.action(each.time)
            place = camera.placement(each.at, each.scale, pose.spin, pose.squash)
            paints = self._cast[each.figure].paints(pose)
            paints += self._effects[each.figure].paints(each.time, pose.jump)
            canvas.paint_all(paints, place)
        canvas.finish(self._first_figure)
        packed = np.take(self._colors.view(np.uint32)[:, 0], canvas.identity)
        color = packed.view(np.uint8).reshape(*self.size, 4)
        return ShowDrawing(canvas.line, color, canvas.identity)

    @property
    def cast_size(self) -> int:
        """Number of figures."""
        return len(self._cast)


class Shot:
    """Drawings of one continuous action, rendered when asked for."""

    def __init__(self, show: Show, seed: int, count: int, motion: float) -> None:
        rng = np.random.default_rng([show.seed, seed, 2])
        self._show = show
        self._count = count
        self._actors = [
            Actor(rng, k, show.cast_size, show.size[1] / show.size[0], count, motion)
            for k in range(show.cast_size)
        ]
        self._view = View(rng, show.size, motion, self._actors[0].face)

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
