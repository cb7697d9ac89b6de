"""What a show offers to learn from, and what of it is kept apart to measure on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# Drawings of a sequence, the first and the last being its references (paper section 4.1).
LENGTH = 8
# A sequence has something between its references.
SHORTEST = 3
# Of so many sequences or more, whole ones are kept apart; of fewer, single drawings.
_ENOUGH = 4


@dataclass(frozen=True, eq=False)
class FinishedDrawing:
    """A drawing whose colors are known.

    Attributes:
        line: (H, W) uint8 gray line art, 0 = ink, 255 = paper.
        color: (H, W, 4) uint8 RGBA, a color layer or a composite.
        known: (H, W) bool, where the colors can be relied on; None for everywhere.
    """

    line: NDArray[np.uint8]
    color: NDArray[np.uint8]
    known: NDArray[np.bool_] | None = None


Load = Callable[[], FinishedDrawing]
"""Reads a drawing when it is wanted; OSError or ValueError, with a sentence, when it cannot."""


@dataclass(frozen=True, eq=False)
class TuningSequence:
    """Finished drawings of one shot in chronological order.

    Attributes:
        name: for messages.
        drawings: how to read each.
    """

    name: str
    drawings: tuple[Load, ...]

    def __len__(self) -> int:
        return len(self.drawings)


@dataclass(frozen=True, eq=False)
class MeasuredSequence:
    """Drawings that are colored from some of them to see how well that goes.

    Attributes:
        sequence: the drawings, in chronological order.
        keys: positions of those whose colors are given; the others are measured.
    """

    sequence: TuningSequence
    keys: tuple[int, ...]

    @property
    def measured(self) -> tuple[int, ...]:
        """Positions of the drawings that are measured."""
        return tuple(place for place in range(len(self.sequence)) if place not in self.keys)


@dataclass(frozen=True, eq=False)
class Division:
    """What is learned from and what is measured on; no drawing is in both.

    Attributes:
        learned: sequences to learn from.
        kept_apart: sequences to measure on.
    """

    learned: tuple[TuningSequence, ...]
    kept_apart: tuple[MeasuredSequence, ...]


def in_sequences(name: str, drawings: Sequence[Load]) -> Iterator[TuningSequence]:
    """Cut a row of drawings into sequences of eight; a short rest stays with the last one."""
    whole = max(1, len(drawings) // LENGTH)
    for index in range(whole):
        last = len(drawings) if index == whole - 1 else (index + 1) * LENGTH
        part = tuple(drawings[index * LENGTH : last])
        yield TuningSequence(name if whole == 1 else f"{name} ({index + 1})", part)


def divide(sequences: Sequence[TuningSequence], most: int = 24) -> Division:
    """Keep about a quarter apart: whole sequences, or drawings of those there are.

    Where there is nothing but keys, they are learned from each by itself, and one is colored from
    the other to measure. The choice depends on nothing but the arguments: a run that is taken up
    again measures on the same drawings.

    Args:
        sequences: all there are.
        most: drawings that are measured, at most.
    """
    able = [one for one in sequences if len(one) >= SHORTEST]
    if len(able) >= _ENOUGH:
        wanted = max(1, min(len(able) // _ENOUGH, most // (LENGTH - 2)))
        step = len(able) / wanted
        chosen = [able[int((index + 0.5) * step)] for index in range(wanted)]
        learned = tuple(one for one in sequences if one not in chosen)
        return Division(learned, tuple(_from_its_ends(one) for one in chosen))
    if able:
        return _with_drawings_apart(sequences, able, most)
    pairs = [one for one in sequences if len(one) > 1]
    apart = tuple(MeasuredSequence(one, (0,)) for one in pairs[:most])
    alone = (TuningSequence(one.name, (load,)) for one in sequences for load in one.drawings)
    return Division(tuple(alone), apart)


def _from_its_ends(sequence: TuningSequence) -> MeasuredSequence:
    return MeasuredSequence(sequence, (0, len(sequence) - 1))


def _with_drawings_apart(
    sequences: Sequence[TuningSequence], able: Sequence[TuningSequence], most: int
) -> Division:
    learned = [one for one in sequences if one not in able]
    apart = []
    for one in able:
        every = max(1 if len(one) <= SHORTEST + 1 else 3, -(-len(one) * len(able) // most))
        measured = set(range(1, len(one) - 1, every))
        left = [load for place, load in enumerate(one.drawings) if place not in measured]
        learned.append(TuningSequence(one.name, tuple(left)))
        ends = (0, len(one) - 1)
        seen = [one.drawings[place] for place in sorted({*ends, *measured})]
        apart.append(_from_its_ends(TuningSequence(one.name, tuple(seen))))
    return Division(tuple(learned), tuple(apart))
