"""Which drawings of a shot a sample for the region matcher is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator


@dataclass(frozen=True)
class Pick:
    """A target and what it is compared with.

    Attributes:
        target: index of a drawing.
        others: indices of the drawings beside it; none only if drawings are lent.
        are_told: whether the matcher is told which regions of those have the same color, as it is
            of keys; of drawings just before, colors are decided later.
        lent: number of drawings of other shots beside or instead of the others.
    """

    target: int
    others: tuple[int, ...]
    are_told: bool = True
    lent: int = 0


Picker = Callable[[int, Generator], Pick]

_LENT_ALONE = 0.4  # how often keys of other shots are all that there is


def key_count(rng: Generator) -> int:
    """From how many keys a drawing is learned, 1 to 3."""
    return int(rng.choice([1, 2, 3], p=[0.4, 0.45, 0.15]))


def pick_keys(count: int, rng: Generator) -> Pick:
    """Keys for a drawing: often the ends of a stretch around it, else anywhere.

    Args:
        count: drawings of the shot, 2 or more.
        rng: of all chance.
    """
    target = int(rng.integers(count))
    keys = key_count(rng)
    others = [index for index in range(count) if index != target]
    if rng.random() < 0.4 or keys > 2:
        return Pick(target, tuple(rng.permutation(others)[:keys].tolist()))
    ends = _ends(target, count, rng)
    return Pick(target, tuple(rng.permutation(ends)[:keys].tolist()))


def pick_neighbor(count: int, rng: Generator) -> Pick:
    """A drawing and one of the two on either side of it, as links between neighbors need it."""
    target = int(rng.integers(count))
    steps = [step for step in (-2, -1, -1, 1, 1, 2) if 0 <= target + step < count]
    return Pick(target, (target + int(rng.choice(steps)),), are_told=False)


def pick_beside(count: int, rng: Generator) -> Pick:
    """A drawing with the ends of a stretch around it and one or two drawings on one side."""
    target = int(rng.integers(count))
    way = int(rng.choice([-1, 1]))
    if not 0 <= target + way < count:
        way = -way
    reach = int(rng.choice([1, 2], p=[0.2, 0.8]))
    near = [target + way * step for step in range(1, reach + 1)]
    near = [index for index in near if 0 <= index < count]
    ends = [end for end in _ends(target, count, rng) if end not in near]
    wanted = int(rng.choice([1, 2], p=[0.4, 0.6]))
    return Pick(target, (*rng.permutation(ends)[:wanted].tolist(), *near), are_told=False)


def with_lent(picker: Picker) -> Picker:
    """The same with one to three drawings of other shots, as keys are lent in use.

    Args:
        picker: picks the drawings of the shot itself.
    """

    def pick(count: int, rng: Generator) -> Pick:
        own = picker(count, rng)
        lent = int(rng.integers(1, 4))
        if own.are_told and rng.random() < _LENT_ALONE:
            return replace(own, others=(), lent=lent)
        return replace(own, lent=lent)

    return pick


def _ends(target: int, count: int, rng: Generator) -> list[int]:
    reach = int(rng.integers(1, count))
    ends = max(0, target - reach), min(count - 1, target + reach)
    return [end for end in np.unique(ends).tolist() if end != target]
