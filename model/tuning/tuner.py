"""The fine-tuning of the networks on a show: learn, measure, keep the best, adopt what wins."""

from __future__ import annotations

import copy
import time
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from model.colorizer import Colorizer, chosen_device
from model.measured_pairs import MeasuredPairs
from model.tuning.best import Best
from model.tuning.dense_learners import ShownDrawings, color_learner, temporal_learner
from model.tuning.held_out import Comparison, HeldOut, Measure
from model.tuning.learners import Learner, MatcherLearner
from model.tuning.lesson_making import LessonMaker
from model.tuning.lessons import Lessons
from model.tuning.plan import Part, Plan
from model.tuning.run_folder import Point, RunFolder
from model.tuning.sequences import TuningSequence, divide
from model.tuning.shelf import Shelf
from model.weights import Weights
from model.workers import leave_a_core

# Measuring may take this share of the time, and comes this often at most.
_MEASURING = 0.12
_RARELY = 15.0  # seconds
_SAVED_EVERY = 30.0  # seconds
# The least factor of the learning rate.
_CALMEST = 0.02
# After so many measures in a row that are no better, a part has learned what it can.
_PATIENCE = 8


class NothingToLearnError(ValueError):
    """There are no drawings to learn from, or none to measure on; one sentence."""


@dataclass(frozen=True, eq=False)
class Progress:
    """How far a run is.

    Attributes:
        share: of the run, 0..1.
        seconds: spent so far, over all its sittings.
        part: what is learning now; None while drawings are studied or measured.
        loss: of the last step, or None.
        point: a measure just made, or None.
        shown: (H, W, 3) uint8 of that measure, or None.
    """

    share: float
    seconds: float
    part: Part | None = None
    loss: float | None = None
    point: Point | None = None
    shown: NDArray[np.uint8] | None = None


@dataclass(frozen=True, eq=False)
class Outcome:
    """What a run came to.

    Attributes:
        weights: the networks to go on with; those it began with where nothing won.
        adopted: the parts that won.
        before: measured with the networks it began with.
        after: measured with those to go on with; where nothing won, with the best that was tried.
        problems: a sentence for each drawing that could not be read.
    """

    weights: Weights
    adopted: tuple[Part, ...]
    before: Measure
    after: Measure
    problems: tuple[str, ...]

    @property
    def gain(self) -> Comparison:
        """What changed."""
        return Comparison.of(self.before, self.after)


class Tuner:
    """One run. After `steps` is exhausted or closed, `outcome` tells what it came to."""

    def __init__(
        self,
        weights: Weights,
        sequences: Sequence[TuningSequence],
        plan: Plan,
        folder: Path,
        is_paused: Callable[[], bool] = lambda: False,
    ) -> None:
        """Prepare; nothing is read or written yet.

        Args:
            weights: to begin with; they are not changed.
            sequences: what to learn from.
            plan: how.
            folder: of this run alone; what an interrupted run left there is taken up again.
            is_paused: asked before each step, and before each sequence that is studied.
        """
        self._weights = copy.deepcopy(weights)
        self._plan = plan
        self._device = chosen_device(plan.device)
        self._division = divide(sequences, plan.most_measured)
        self._folder = RunFolder(folder)
        self._is_paused = is_paused
        self._shelf = Shelf(self._division.learned)
        self._drawings = len(self._shelf)
        self._random = np.random.default_rng(plan.seed)
        self._seconds, self._lessons_learned = 0.0, 0
        self._measuring = 0.0  # seconds that the last measure took
        self._measured = MeasuredPairs()
        self._held_out: HeldOut | None = None
        self._best: Best | None = None

    def steps(self) -> Generator[Progress, None, None]:
        """Run; closing the iterator ends the run with everything saved.

        Raises:
            NothingToLearnError: there are too few finished drawings.
            OSError: the disk does not take what has to be kept; what was kept is still there.
        """
        if not self._drawings or not self._division.kept_apart:
            raise NothingToLearnError(
                "There are too few finished drawings to learn from: it takes a shot with at least "
                "three of them, keys or drawings that were accepted; or import finished footage."
            )
        # Lessons are made beside the networks whose steps take several cores at once, and somebody
        # may work in a window.
        leave_a_core()
        # Tails of a softmax are full of denormal numbers, which slow a processor down.
        torch.set_flush_denormal(True)
        self._seconds, self._lessons_learned = self._folder.spent()
        yield Progress(0.0, self._seconds)
        # Lessons are made already while the drawings kept apart are studied.
        with Lessons(self._shelf, self._lesson_maker()) as lessons:
            yield from self._prepare()
            assert self._best is not None
            yield from self._told_so_far(self._best.before)
            yield from self._learn_in_turn(Part.MATCHER, lessons)
        for part in (Part.COLOR, Part.TEMPORAL):
            yield from self._learn_in_turn(part, None)

    @property
    def has_measured(self) -> bool:
        """Whether there is an outcome already."""
        return self._best is not None

    @property
    def truth(self) -> NDArray[np.uint8]:
        """(H, W, 3) uint8, what the shown drawing should look like; after the first measure."""
        assert self._held_out is not None
        return self._held_out.shown_truth

    def outcome(self) -> Outcome:
        """What the run came to, however it ended; ValueError before anything was measured."""
        best = self._best
        if best is None:
            raise ValueError("Nothing was measured yet.")
        problems = tuple(self._shelf.problems)
        return Outcome(best.weights, best.adopted, best.before, best.outcome, problems)

    def _prepare(self) -> Iterator[Progress]:
        """Study what is measured on; a sequence that cannot be read is not measured."""
        with self._on_the_clock():
            colorizer = self._colorizer(self._weights)
        self._held_out = HeldOut()
        for sequence in self._division.kept_apart:
            yield from self._rest()
            with self._on_the_clock():
                self._shelf.problems += self._held_out.add(sequence, self._plan.gap, colorizer)
            yield self._told()
        if not self._held_out.drawings:
            raise NothingToLearnError(" ".join(self._shelf.problems))
        with self._on_the_clock():
            self._best = Best(self._weights, self._measured_by(colorizer))
        for part, end in self._plan.ends().items():
            with self._on_the_clock():
                self._take_up(part)
            if self._share() >= end and not self._best.close(part):
                self._folder.drop_best(part)

    def _rest(self) -> Iterator[Progress]:
        """Wait for as long as the run is paused."""
        while self._is_paused():
            time.sleep(0.05)
            yield self._told()

    @contextmanager
    def _on_the_clock(self) -> Iterator[None]:
        """Count what is done as time of the run; a pause is none."""
        began = time.monotonic()
        try:
            yield
        finally:
            self._seconds += time.monotonic() - began

    def _told_so_far(self, before: Measure) -> Iterator[Progress]:
        """The measures of a run that is taken up, or the first one."""
        points = self._folder.points
        if not points:
            points.append(Point.of(self._seconds, None, before))
        yield self._told(points[0], before)
        yield from map(self._told, points[1:])

    def _take_up(self, part: Part) -> None:
        """Go on from the best that an interrupted run found of a part."""
        assert self._best is not None
        network = self._folder.best(part)
        if network is not None:
            candidate = self._best.weights.with_network(part.value, network)
            self._best.offer(part, candidate, self._measured_with(candidate, part))

    def _learn_in_turn(self, part: Part, lessons: Lessons | None) -> Iterator[Progress]:
        """Let a part learn until its share of the run is over; it goes on from what has won."""
        assert self._best is not None
        end = self._plan.ends().get(part, 0.0)
        if self._share() >= end:
            return
        learner = self._learner(part, lessons)
        self._folder.take_up(part, learner)
        try:
            yield from self._learn(part, learner, end)
        finally:
            self._save(part, learner)
            has_won = self._best.close(part)
        if not has_won:
            self._folder.drop_best(part)

    def _learn(self, part: Part, learner: Learner, end: float) -> Iterator[Progress]:
        begin = self._share()
        saved = measured = self._seconds
        worse, is_news = 0, False
        while (share := self._share()) < end and worse < _PATIENCE:
            yield from self._rest()
            with self._on_the_clock():
                loss = learner.step(self._random, max(_CALMEST, (end - share) / (end - begin)))
            if loss is None:
                break
            self._lessons_learned += learner.batch
            is_news = True
            yield Progress(self._share(), self._seconds, part, loss)
            if self._seconds - measured > max(_RARELY, self._measuring / _MEASURING):
                progress, is_better = self._measure(part, learner)
                yield progress
                worse = 0 if is_better else worse + 1
                measured, is_news = self._seconds, False
            if self._seconds - saved > _SAVED_EVERY:
                self._save(part, learner)
                saved = self._seconds
        if is_news:
            yield self._measure(part, learner)[0]

    def _measure(self, part: Part, learner: Learner) -> tuple[Progress, bool]:
        assert self._best is not None
        with self._on_the_clock():
            network = copy.deepcopy(learner.averaged).cpu()
            candidate = self._best.weights.with_network(part.value, network)
            measure = self._measured_with(candidate, part)
            is_better = self._best.offer(part, candidate, measure)
            if is_better:
                self._folder.keep_best(part, network)
        point = Point.of(self._seconds, part, measure)
        self._folder.points.append(point)
        return self._told(point, measure), is_better

    def _measured_with(self, weights: Weights, part: Part) -> Measure:
        """Measure networks that differ from those before in a part."""
        return self._measured_by(self._colorizer(weights), dense_too=part is not Part.MATCHER)

    def _measured_by(self, colorizer: Colorizer, *, dense_too: bool = False) -> Measure:
        """Measure, and remember how long that takes."""
        assert self._held_out is not None
        began = time.monotonic()
        measure = self._held_out.measure(colorizer, dense_too=dense_too)
        self._measuring = time.monotonic() - began
        return measure

    def _lesson_maker(self) -> LessonMaker:
        plan = self._plan
        # In a short run little is forgotten, and procedural drawings take long to make.
        return LessonMaker(self._shelf, plan.gap, plan.seed, rehearses=not plan.is_short)

    def _learner(self, part: Part, lessons: Lessons | None) -> Learner:
        assert self._best is not None
        weights, device = self._best.weights, self._device
        if lessons is not None:
            return MatcherLearner(weights.region_matcher, lessons, device)
        drawings = ShownDrawings(self._shelf)
        if part is Part.COLOR:
            return color_learner(weights.color_transform, drawings, device)
        return temporal_learner(weights.temporal, weights.color_transform, drawings, device)

    def _save(self, part: Part, learner: Learner) -> None:
        self._folder.save(part, learner, self._seconds, self._lessons_learned)

    def _colorizer(self, weights: Weights) -> Colorizer:
        # A copy: a colorizer moves its networks to its device and into another layout.
        networks = copy.deepcopy(weights)
        return Colorizer(networks, self._plan.device, measured=self._measured)

    def _share(self) -> float:
        return self._plan.share(self._seconds, self._lessons_learned, self._drawings)

    def _told(self, point: Point | None = None, measure: Measure | None = None) -> Progress:
        shown = None if measure is None else measure.shown
        return Progress(self._share(), self._seconds, None, None, point, shown)
