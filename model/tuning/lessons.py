"""Lessons for the region matcher, made of the finished drawings of a show while it learns."""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from model.lines.broken import cut_gaps
from model.painting.region_evidence import pair_evidence
from model.training.footage import FootageDrawing
from model.training.full_size_warps import WarpRange, flipped, random_warp
from model.training.matcher_samples import MatcherSample
from model.tuning.sequences import FinishedDrawing
from model.tuning.shelf import Shelf
from model.tuning.studied import Studied, as_sample, study

_log = logging.getLogger(__name__)

# Lessons that are kept and learned from again and again, and the memory they may fill.
_MOST_LESSONS, _LESSON_BYTES = 240, 400 << 20
# So many are made as fast as possible; after that, a new one when the others were used that often.
_FIRST_LESSONS, _USES = 48, 4
# Memory for studied drawings that are kept to make further lessons of.
_STUDIED_BYTES = 300 << 20
_WARPED = 0.4  # how often drawings are moved and bent
_FLIPPED = 0.5  # how often they are mirrored
_BROKEN = 0.25  # how often holes are cut into their lines
_ENDS = 0.4  # how often the ends of a sequence are the keys
# A drawing that is learned from by itself must be moved a lot, or there is nothing to learn.
_ALONE = WarpRange(turn=25, scale=1.35, shift=0.12, bend=0.04)


@dataclass(frozen=True, eq=False)
class _Lesson:
    target: Studied
    keys: tuple[Studied, ...]
    evidence: tuple[NDArray[np.uint8], ...]

    @property
    def nbytes(self) -> int:
        parts = (self.target, *self.keys)
        return sum(one.nbytes for one in parts) + sum(one.nbytes for one in self.evidence)


@dataclass(frozen=True)
class _Look:
    """How a drawing is varied; the same look of a drawing is studied once."""

    sequence: int
    place: int
    flip: bool
    hole: int  # width of holes in the lines; 0: whole lines
    gap: int


class Lessons:
    """Makes lessons on a thread of its own and hands out those that are there."""

    def __init__(self, shelf: Shelf, gap: int, seed: int) -> None:
        self._shelf = shelf
        self._gap = gap
        self._random = np.random.default_rng([seed, 1])
        self._lessons: deque[_Lesson] = deque()
        self._studied: dict[_Look, Studied] = {}
        self._turn = threading.Condition()
        self._made = self._drawn = self._bytes = 0
        self._stopped = False
        self._thread = threading.Thread(target=self._make, name="lessons", daemon=True)

    def __enter__(self) -> Lessons:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with self._turn:
            self._stopped = True
            self._turn.notify_all()
        self._thread.join()

    def draw(self, random: Generator) -> MatcherSample | None:
        """A lesson at random; waits for the first one; None when there is nothing to learn from."""
        with self._turn:
            self._turn.wait_for(lambda: self._lessons or self._stopped)
            if not self._lessons:
                return None
            lesson = self._lessons[int(random.integers(len(self._lessons)))]
            self._drawn += 1
            self._turn.notify_all()
        return as_sample(lesson.target, lesson.keys, lesson.evidence, random)

    def _make(self) -> None:
        cv2.setNumThreads(1)
        while self._is_wanted() and len(self._shelf):
            try:
                lesson = self._lesson()
            except Exception:  # a lesson less; a thread that ends would stop all learning
                _log.warning("A lesson could not be made", exc_info=True)
                lesson = None
            if lesson is None:
                continue
            with self._turn:
                self._keep(lesson)
                self._made += 1
                self._turn.notify_all()
        with self._turn:
            self._stopped = True
            self._turn.notify_all()

    def _keep(self, lesson: _Lesson) -> None:
        """The newest lessons, as many as there is room for."""
        self._lessons.append(lesson)
        self._bytes += lesson.nbytes
        while len(self._lessons) > _MOST_LESSONS or (
            self._bytes > _LESSON_BYTES and len(self._lessons) > 1
        ):
            self._bytes -= self._lessons.popleft().nbytes

    def _is_wanted(self) -> bool:
        """Wait until another lesson is needed: making one takes time from learning."""
        with self._turn:
            self._turn.wait_for(
                lambda: (
                    self._stopped
                    or self._made < _FIRST_LESSONS
                    or self._drawn >= _USES * self._made
                )
            )
            return not self._stopped

    def _lesson(self) -> _Lesson | None:
        random = self._random
        sizes = np.array(self._shelf.sizes, float)
        sequence = int(random.choice(len(sizes), p=sizes / sizes.sum()))
        target, keys = _pick(self._shelf.places(sequence), random)
        flip = bool(random.random() < _FLIPPED)
        hole = int(random.integers(3, 6)) if random.random() < _BROKEN else 0
        gap = hole + 3 if hole else int(random.choice([self._gap, self._gap, 0, self._gap + 3]))
        looks = [_Look(sequence, place, flip, hole, gap) for place in (target, *keys)]
        alone = target in keys
        drawings = [
            self._warped(look, alone) if alone or random.random() < _WARPED else self._plain(look)
            for look in looks
        ]
        known = [one for one in drawings if one is not None]
        if len(known) < len(drawings):
            return None
        evidence = tuple(
            np.rint(pair_evidence(known[0].target.tokens, key.key.tokens) * 255).astype(np.uint8)
            for key in known[1:]
        )
        here, *there = (one.described() for one in known)
        return _Lesson(here, tuple(there), evidence)

    def _plain(self, look: _Look) -> Studied | None:
        if look not in self._studied:
            drawing = self._read(look)
            if drawing is None:
                return None
            studied = study(drawing, look.gap)
            room = _STUDIED_BYTES - studied.nbytes
            while self._studied and sum(one.nbytes for one in self._studied.values()) > room:
                del self._studied[next(iter(self._studied))]
            self._studied[look] = studied
        return self._studied[look]

    def _warped(self, look: _Look, alone: bool) -> Studied | None:
        drawing = self._read(look)
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

    def _read(self, look: _Look) -> FinishedDrawing | None:
        drawing = self._shelf.read(look.sequence, look.place)
        if drawing is None:
            return None
        if look.flip:
            drawing = _mirrored(drawing)
        if look.hole:
            line = cut_gaps(drawing.line, self._random, look.hole)
            drawing = FinishedDrawing(line, drawing.color, drawing.known)
        return drawing


def _pick(places: Sequence[int], random: Generator) -> tuple[int, list[int]]:
    """A target and its keys: the ends, or any others, one to three of them."""
    target = int(random.choice(places))
    others = [place for place in places if place != target]
    if not others:
        return target, [target]
    wanted = int(random.choice([1, 2, 3], p=[0.4, 0.45, 0.15]))
    if random.random() < _ENDS:
        ends = [place for place in (places[0], places[-1]) if place != target]
        return target, random.permutation(ends)[:wanted].tolist()
    return target, random.permutation(others)[:wanted].tolist()


def _mirrored(drawing: FinishedDrawing) -> FinishedDrawing:
    mirrored = flipped(FootageDrawing(drawing.line, drawing.color))
    known = drawing.known
    return FinishedDrawing(
        mirrored.line,
        mirrored.color,
        None if known is None else np.ascontiguousarray(known[:, ::-1]),
    )
