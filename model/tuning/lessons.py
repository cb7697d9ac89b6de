"""Lessons for the region matcher, made on a thread of their own while it learns."""

from __future__ import annotations

import logging
import threading
from collections import deque

import cv2
from numpy.random import Generator

from model.training.matcher_samples import MatcherSample
from model.tuning.lesson_making import Lesson, LessonMaker
from model.tuning.shelf import Shelf

_log = logging.getLogger(__name__)

# Lessons that are kept and learned from again and again, and the memory they may fill.
_MOST_LESSONS, _LESSON_BYTES = 240, 400 << 20
# So many are made as fast as possible; after that, a new one when the others were used that often.
_FIRST_LESSONS, _USES = 48, 4


class Lessons:
    """Makes lessons and hands out those that are there."""

    def __init__(self, shelf: Shelf, maker: LessonMaker) -> None:
        self._shelf = shelf
        self._maker = maker
        self._lessons: deque[Lesson] = deque()
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
        return lesson.sample(random)

    def _make(self) -> None:
        cv2.setNumThreads(1)
        while self._is_wanted() and len(self._shelf):
            try:
                lesson = self._maker.make()
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

    def _keep(self, lesson: Lesson) -> None:
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
