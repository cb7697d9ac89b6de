"""One lesson for the region matcher: a finished drawing and the keys to color it from.

What is learned from a few drawings of two or three shots becomes too much their own: after
fifteen minutes other shots of the same show came out worse than after two. So some keys are taken
from another shot of the show, or such keys lie beside the shot's own, as lent keys do in use; and
some lessons are of procedural shows, as the bundled weights learned from them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from model.lines.broken import cut_gaps
from model.painting.region_evidence import pair_evidence
from model.training.footage import FootageDrawing
from model.training.full_size_warps import WarpRange, random_warp
from model.training.matcher_picks import key_count
from model.training.matcher_samples import MatcherSample
from model.training.matcher_sources import show_drawings
from model.tuning.sequences import FinishedDrawing
from model.tuning.shelf import Shelf
from model.tuning.studied import Studied, as_sample, in_shades_of, study

# Memory for studied drawings that are kept to make further lessons of.
_STUDIED_BYTES = 300 << 20
_REHEARSED = 0.3  # how often a lesson is of a procedural show
_ACROSS = 0.4  # how often the keys are of another sequence than the target
_BESIDE = 0.5  # how often one or two such keys lie beside those of the same sequence
_WARPED = 0.4  # how often drawings are moved and bent
_BROKEN = 0.25  # how often holes are cut into their lines
_ENDS = 0.4  # how often the ends of a sequence are the keys
# Keys of another sequence must show at least this share of a target's regions: a show may have
# sequences with nothing in common.
_COMMON = 0.6
# A drawing that is learned from by itself must be moved a lot, or there is nothing to learn.
_ALONE = WarpRange(turn=25, scale=1.35, shift=0.12, bend=0.04)


@dataclass(frozen=True, eq=False)
class Lesson:
    """A drawing, its keys, and what was measured between them."""

    target: Studied
    keys: tuple[Studied, ...]
    evidence: tuple[NDArray[np.uint8], ...]

    @classmethod
    def of(cls, target: Studied, keys: Sequence[Studied]) -> Lesson:
        """Compare a drawing with its keys."""
        evidence = tuple(
            np.rint(pair_evidence(target.target.tokens, key.key.tokens) * 255).astype(np.uint8)
            for key in keys
        )
        return cls(target.described(), tuple(key.described() for key in keys), evidence)

    @property
    def nbytes(self) -> int:
        """Memory of what is large in it."""
        parts = (self.target, *self.keys)
        return sum(one.nbytes for one in parts) + sum(one.nbytes for one in self.evidence)

    def sample(self, random: Generator) -> MatcherSample:
        """What one training step sees of it."""
        return as_sample(self.target, self.keys, self.evidence, random)


@dataclass(frozen=True)
class _Place:
    """A drawing on the shelf."""

    sequence: int
    number: int


@dataclass(frozen=True)
class _Look:
    """How drawings of a lesson are varied."""

    hole: int  # width of holes in the lines; 0: whole lines
    gap: int


class LessonMaker:
    """Makes one lesson after the other from the drawings of a shelf."""

    def __init__(self, shelf: Shelf, gap: int, seed: int, rehearses: bool = True) -> None:
        """Begin with nothing studied.

        Args:
            shelf: the drawings.
            gap: holes in lines up to this many pixels are closed in most lessons.
            seed: of all chance.
            rehearses: whether procedural shows are among the lessons.
        """
        self._shelf = shelf
        self._gap = gap
        self._rehearsed = _REHEARSED if rehearses else 0.0
        self._random = np.random.default_rng([seed, 1])
        # The same look of a drawing is studied once.
        self._studied: dict[tuple[_Place, _Look], Studied] = {}
        # Sequences whose drawings cannot be colored from each other.
        self._strangers: set[tuple[int, int]] = set()

    def make(self) -> Lesson | None:
        """A lesson; None when a drawing of it cannot be read, or the keys have nothing of it."""
        if self._random.random() < self._rehearsed:
            return self._rehearsal()
        sizes = np.array(self._shelf.sizes, float)
        sequence = _choice(sizes, self._random)
        other = self._other(sequence, sizes, _ACROSS)
        if other is not None:
            return self._across(sequence, other)
        target, keys = _pick(self._shelf.places(sequence), self._random)
        own = [_Place(sequence, number) for number in (target, *keys)]
        return self._lesson(*own, *self._beside(sequence, sizes))

    def _rehearsal(self) -> Lesson:
        """What the bundled weights know, so that it is not forgotten."""
        drawings = show_drawings(self._random).drawings
        finished = [FinishedDrawing(one.line, one.color) for one in drawings]
        target, *keys = (study(drawing, self._gap) for drawing in finished)
        return Lesson.of(target, keys)

    def _other(self, sequence: int, sizes: NDArray[np.float64], often: float) -> int | None:
        """Another sequence with the same colors, or None: that often, or none was found."""
        others = np.where(np.arange(len(sizes)) == sequence, 0, sizes)
        if not others.any() or self._random.random() >= often:
            return None
        other = _choice(others, self._random)
        return None if (sequence, other) in self._strangers else other

    def _beside(self, sequence: int, sizes: NDArray[np.float64]) -> list[_Place]:
        """Drawings of another sequence as lent keys."""
        other = self._other(sequence, sizes, _BESIDE)
        if other is None:
            return []
        count = int(self._random.integers(1, 3))
        chosen = self._random.permutation(self._shelf.places(other))[:count]
        return [_Place(other, int(number)) for number in chosen]

    def _across(self, sequence: int, other: int) -> Lesson | None:
        """A drawing of one sequence with keys of another."""
        target = int(self._random.choice(self._shelf.places(sequence)))
        keys = self._random.permutation(self._shelf.places(other))[: key_count(self._random)]
        lesson = self._lesson(
            _Place(sequence, target), *(_Place(other, int(number)) for number in keys)
        )
        if lesson is None or _is_shown(lesson):
            return lesson
        self._strangers.add((sequence, other))
        return None

    def _lesson(self, target: _Place, *keys: _Place) -> Lesson | None:
        look = self._look()
        alone = target in keys
        known: list[Studied] = []
        for place in (target, *keys):
            is_warped = alone or self._random.random() < _WARPED
            one = self._warped(place, look, alone) if is_warped else self._plain(place, look)
            if one is None:
                return None
            is_lent = place.sequence != target.sequence
            known.append(in_shades_of(one, known[0]) if is_lent else one)
        return Lesson.of(known[0], known[1:])

    def _look(self) -> _Look:
        random = self._random
        hole = int(random.integers(3, 6)) if random.random() < _BROKEN else 0
        gap = hole + 3 if hole else int(random.choice([self._gap, self._gap, 0, self._gap + 3]))
        return _Look(hole, gap)

    def _plain(self, place: _Place, look: _Look) -> Studied | None:
        if (place, look) not in self._studied:
            drawing = self._read(place, look)
            if drawing is None:
                return None
            studied = study(drawing, look.gap)
            room = _STUDIED_BYTES - studied.nbytes
            while self._studied and sum(one.nbytes for one in self._studied.values()) > room:
                del self._studied[next(iter(self._studied))]
            self._studied[place, look] = studied
        return self._studied[place, look]

    def _warped(self, place: _Place, look: _Look, alone: bool) -> Studied | None:
        drawing = self._read(place, look)
        if drawing is None:
            return None
        # What is known travels with the colors, as the identity of the parts.
        known = drawing.known
        identity = None if known is None else known.astype(np.int32)
        limits = _ALONE if alone else WarpRange()
        moved = random_warp(
            FootageDrawing(drawing.line, drawing.color, identity), self._random, limits
        )
        mask = None if moved.identity is None else moved.identity > 0
        return study(FinishedDrawing(moved.line, moved.color, mask), look.gap)

    def _read(self, place: _Place, look: _Look) -> FinishedDrawing | None:
        drawing = self._shelf.read(place.sequence, place.number)
        if drawing is None:
            return None
        if look.hole:
            line = cut_gaps(drawing.line, self._random, look.hole)
            drawing = FinishedDrawing(line, drawing.color, drawing.known)
        return drawing


def _choice(sizes: NDArray[np.float64], random: Generator) -> int:
    """A sequence, the likelier the more drawings it has."""
    return int(random.choice(len(sizes), p=sizes / sizes.sum()))


def _pick(places: Sequence[int], random: Generator) -> tuple[int, list[int]]:
    """A target and its keys: the ends, or any others, one to three of them."""
    target = int(random.choice(places))
    others = [place for place in places if place != target]
    if not others:
        return target, [target]
    wanted = key_count(random)
    if random.random() < _ENDS:
        ends = [place for place in (places[0], places[-1]) if place != target]
        return target, random.permutation(ends)[:wanted].tolist()
    return target, random.permutation(others)[:wanted].tolist()


def _is_shown(lesson: Lesson) -> bool:
    """Whether the keys have the colors of most regions whose color is known."""
    asked = lesson.target.target.colors[lesson.target.weight > 0]
    shown = np.concatenate([key.key.colors for key in lesson.keys])
    return not asked.size or bool(np.isin(asked, shown).mean() >= _COMMON)
