from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

import numpy as np
import pytest

from model.shows.figures.casting import random_figure
from model.shows.figures.character import random_body
from model.shows.figures.skeleton import Pose, blend, solve
from model.shows.rendering.paint import Paint
from model.shows.rendering.palette import Paintbox
from model.shows.stage.backgrounds import random_background
from model.shows.stage.motion import random_pose


def _every(paints: Iterable[Paint]) -> Iterator[Paint]:
    for paint in paints:
        yield paint
        yield from _every((*paint.inside, *paint.over))


@pytest.mark.parametrize("seed", range(40))
def test_every_part_is_painted_once_in_any_pose(seed: int) -> None:
    rng = np.random.default_rng(seed)
    paintbox = Paintbox(rng)
    figure = random_figure(paintbox, rng)
    for reach in (0.0, 1.0):
        painted = list(_every(figure.paints(random_pose(rng, reach))))
        assert max(Counter(paint.part for paint in painted).values()) == 1
        assert all(0 < paint.part < len(paintbox) for paint in painted)
        assert all(np.isfinite(shape).all() for paint in painted for shape in paint.outline)


def test_casts_are_mixed() -> None:
    rng = np.random.default_rng(0)
    kinds = Counter(type(random_figure(Paintbox(rng), rng)).__name__ for _ in range(120))
    assert len(kinds) >= 6
    assert kinds["Character"] > 40


@pytest.mark.parametrize("seed", range(12))
def test_background_shapes_are_parts_of_their_own(seed: int) -> None:
    rng = np.random.default_rng(seed)
    parts = [paint.part for paint in _every(random_background(Paintbox(rng), rng))]
    assert len(set(parts)) == len(parts)


def test_poses_blend_and_overshoot() -> None:
    a, b = Pose(yaw=0.0, jump=1.0), Pose(yaw=1.0, jump=0.0)
    assert blend(a, b, 0.25).yaw == pytest.approx(0.25)
    assert blend(a, b, 1.1).jump == pytest.approx(-0.1)


def test_feet_stand_on_the_ground_unless_the_figure_jumps() -> None:
    rng = np.random.default_rng(3)
    body = random_body(rng)
    for _ in range(10):
        pose = random_pose(rng, 1.0)
        lowest = max(leg.joints[2, 1] for leg in solve(body, pose).legs)
        assert lowest == pytest.approx(-pose.jump)
