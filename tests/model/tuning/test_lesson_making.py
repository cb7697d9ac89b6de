"""What lessons are made of."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest

from model.tuning import lesson_making
from model.tuning.lesson_making import LessonMaker
from model.tuning.sequences import FinishedDrawing, TuningSequence
from model.tuning.shelf import Shelf
from tests.model.tuning.shows import drawing


class Reading:
    """Sequences of a figure that walks, and which of their drawings were read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def sequence(self, name: str, off: int = 0) -> TuningSequence:
        """Its colors are `off` levels off."""
        loads = (partial(self._load, name, 6 * step, off) for step in range(4))
        return TuningSequence(name, tuple(loads))

    def _load(self, name: str, shift: int, off: int) -> FinishedDrawing:
        self.read.append(name)
        one = drawing(shift)
        color = one.color.copy()
        color[..., 0] ^= off
        return FinishedDrawing(one.line, color)


@pytest.fixture
def reading() -> Reading:
    return Reading()


@pytest.fixture(autouse=True)
def nothing_but_keys_of_other_sequences(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lesson_making, "_REHEARSED", 0.0)
    monkeypatch.setattr(lesson_making, "_ACROSS", 1.0)
    monkeypatch.setattr(lesson_making, "_WARPED", 1.0)


def test_a_drawing_is_colored_from_keys_of_another_sequence(reading: Reading) -> None:
    maker = LessonMaker(Shelf([reading.sequence("walk"), reading.sequence("run")]), 4, 1)

    lesson = maker.make()

    assert lesson is not None
    target, *keys = reading.read
    assert keys == ["run" if target == "walk" else "walk"] * len(lesson.keys)


def test_sequences_with_nothing_in_common_are_learned_from_by_themselves(
    reading: Reading,
) -> None:
    other = reading.sequence("another show", off=85)
    maker = LessonMaker(Shelf([reading.sequence("walk"), other]), 4, 1)

    lessons = [maker.make() for _ in range(8)]

    # Each way is tried once.
    assert sum(lesson is None for lesson in lessons) <= 2
    shared = [
        np.isin(lesson.target.target.colors, lesson.keys[0].key.colors)
        for lesson in lessons
        if lesson is not None
    ]
    assert shared
    assert all(one.all() for one in shared)


def test_the_only_sequence_gives_its_own_keys(reading: Reading) -> None:
    maker = LessonMaker(Shelf([reading.sequence("walk")]), 4, 1)

    assert maker.make() is not None
    assert set(reading.read) == {"walk"}


def test_procedural_shows_are_rehearsed(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lesson_making, "_REHEARSED", 1.0)

    lesson = LessonMaker(Shelf([reading.sequence("walk")]), 4, 1).make()

    assert lesson is not None
    assert lesson.keys
    assert not reading.read


def test_a_drawing_that_cannot_be_read_costs_a_lesson(reading: Reading) -> None:
    def unreadable() -> FinishedDrawing:
        raise OSError("walk.0002.png is damaged.")

    walk = TuningSequence("walk", (unreadable, unreadable))
    shelf = Shelf([walk])

    assert LessonMaker(shelf, 4, 1).make() is None
    assert shelf.problems == ["walk.0002.png is damaged."]


def test_keys_of_other_sequences_lie_beside_own_ones(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lesson_making, "_ACROSS", 0.0)
    monkeypatch.setattr(lesson_making, "_BESIDE", 1.0)
    maker = LessonMaker(Shelf([reading.sequence("walk"), reading.sequence("run")]), 4, 1)
    lent = set()
    for _ in range(6):
        reading.read.clear()
        lesson = maker.make()
        assert lesson is not None
        target, *keys = reading.read
        assert len(keys) == len(lesson.keys)
        assert keys[0] == target
        lent.add(sum(name != target for name in keys))
        assert keys == sorted(keys, key=lambda name, own=target: name != own)  # own keys first
    assert lent == {1, 2}


def test_a_paint_that_is_a_little_off_in_another_sequence_is_the_same(reading: Reading) -> None:
    maker = LessonMaker(Shelf([reading.sequence("walk"), reading.sequence("run", off=3)]), 4, 1)
    for _ in range(4):
        lesson = maker.make()
        assert lesson is not None
        shown = {color for key in lesson.keys for color in key.key.colors.tolist()}
        assert set(lesson.target.target.colors.tolist()) == shown
