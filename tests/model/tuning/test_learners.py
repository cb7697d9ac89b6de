from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
import torch
from torch.nn.utils import parameters_to_vector

from model.networks.region_matcher import RegionMatcher, RegionMatcherConfig
from model.tuning.learners import MatcherLearner
from model.tuning.lesson_making import LessonMaker
from model.tuning.lessons import Lessons
from model.tuning.shelf import Shelf
from tests.model.tuning.shows import walk

CPU = torch.device("cpu")


@pytest.fixture
def lessons(monkeypatch: pytest.MonkeyPatch) -> Iterator[Lessons]:
    monkeypatch.setattr("model.tuning.lesson_making._REHEARSED", 0.0)
    monkeypatch.setattr("model.tuning.lessons._FIRST_LESSONS", 1)
    monkeypatch.setattr("model.tuning.lessons._USES", 1000)
    shelf = Shelf([walk("walk", 3)])
    with Lessons(shelf, LessonMaker(shelf, 0, 1)) as lessons:
        yield lessons


def _network() -> RegionMatcher:
    torch.manual_seed(0)
    return RegionMatcher(RegionMatcherConfig(width=16, heads=2, rounds=1, pair_width=4))


def _distance(one: RegionMatcher, other: RegionMatcher) -> float:
    first, second = (parameters_to_vector(each.parameters()) for each in (one, other))
    return (first - second).norm().item()


def test_lessons_are_learned(lessons: Lessons) -> None:
    network = _network()
    learner = MatcherLearner(network, lessons, CPU)
    random = np.random.default_rng(0)

    losses = [learner.step(random, 1.0) for _ in range(30)]

    assert None not in losses
    assert np.mean(losses[-5:]) < np.mean(losses[:5])  # type: ignore[arg-type]
    assert _distance(learner.averaged, network) > 0


def test_one_core_learns_what_several_learn(
    lessons: Lessons, monkeypatch: pytest.MonkeyPatch
) -> None:
    learned = []
    for cores in ("1", "2"):
        monkeypatch.setenv("OMP_NUM_THREADS", cores)
        learner = MatcherLearner(_network(), lessons, CPU)
        random = np.random.default_rng(0)
        for _ in range(3):
            learner.step(random, 1.0)
        learned.append(learner.averaged)

    assert _distance(*learned) < 1e-4
