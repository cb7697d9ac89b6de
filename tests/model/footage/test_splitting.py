"""Shots are split and judged as the paper does it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
import pytest

from model.footage.cuts import CutFinder
from model.footage.histograms import color_histogram, difference
from model.footage.judging import StillnessJudge, fault_of, shows_another_drawing
from tests.footage import Frame, figure, other_figure


def cuts_in(frames: Sequence[Frame]) -> list[int]:
    """Places of the frames with which a shot begins, but the first."""
    finder = CutFinder()
    histograms = [color_histogram(frame) for frame in frames]
    decided: list[bool] = []
    for before, now in itertools.pairwise(histograms):
        begins = finder.add(difference(now, before))
        if begins is not None:
            decided.append(begins)
    decided += finder.finish()
    assert len(decided) == len(frames) - 1
    return [place for place, begins in enumerate(decided, 1) if begins]


def test_a_histogram_does_not_depend_on_the_size() -> None:
    small = figure(0)
    large = small.repeat(3, axis=0).repeat(3, axis=1)
    assert color_histogram(small).shape == (768,)
    assert color_histogram(small).sum() == pytest.approx(3 * 256 * 256)
    assert np.allclose(color_histogram(small), color_histogram(large), rtol=1e-5)
    # Red and blue count apart from each other.
    assert difference(color_histogram(small), color_histogram(small[..., ::-1].copy())) > 200


@pytest.mark.parametrize("place", [1, 3, 12, 23])
def test_a_cut_is_found_wherever_it_is(place: int) -> None:
    frames = [figure(step) for step in range(place)]
    frames += [other_figure(step) for step in range(24 - place)]
    assert cuts_in(frames) == [place]


def test_two_cuts_close_together_are_two() -> None:
    frames = [figure(s) for s in range(12)]
    frames += [other_figure(s) for s in range(4)] + [figure(s) for s in range(12)]
    assert cuts_in(frames) == [12, 16]


def test_a_figure_that_turns_is_no_cut_although_its_colors_change_much() -> None:
    frames = []
    for step in range(24):
        frame = figure(0)
        frame[:, : 30 + 20 * abs(step % 12 - 6)] = (200, 30, 30)
        frames.append(frame)
    changes = [
        difference(color_histogram(a), color_histogram(b)) for a, b in itertools.pairwise(frames)
    ]
    assert min(changes) > 200
    assert cuts_in(frames) == []


def test_dark_and_faded_frames_are_told() -> None:
    frame = figure(3)
    assert fault_of(frame) is None
    assert fault_of((frame // 6).astype(np.uint8)) == "dark"
    assert fault_of((235 + frame // 13).astype(np.uint8)) == "faded"
    gray = frame.mean(axis=2, keepdims=True).astype(np.uint8).repeat(3, axis=2)
    assert fault_of(gray) == "faded"
    small_on_white = np.full((400, 600, 3), 255, np.uint8)
    small_on_white[:30, :40] = figure(0)[35:65, 30:70]
    assert fault_of(small_on_white) is None


def noisy(frame: Frame, seed: int) -> Frame:
    noise = np.random.default_rng(seed).normal(0, 4, frame.shape)
    return (frame + noise).clip(0, 255).astype(np.uint8)


def test_noise_is_no_new_drawing_but_a_small_change_is() -> None:
    frame = figure(2)
    assert not shows_another_drawing(noisy(frame, 1), noisy(frame, 2))
    blink = frame.copy()
    blink[46:50, 40:46] = 0
    assert shows_another_drawing(noisy(blink, 1), noisy(frame, 2))


def is_still(frames: Sequence[Frame]) -> bool:
    judge = StillnessJudge()
    for frame in frames:
        judge.add(frame, color_histogram(frame))
    return judge.is_still


def test_a_shot_is_still_until_two_of_its_frames_differ() -> None:
    assert is_still([noisy(figure(0), 1)] * 5)
    # Each step alone is below the threshold; the first and the last are far apart.
    steps = [figure(0) for _ in range(12)]
    for step, frame in enumerate(steps):
        frame[:2, : 4 * step] = (10, 200, 10)
    for before, now in itertools.pairwise(steps):
        assert difference(color_histogram(before), color_histogram(now)) < 10
    assert not is_still(steps)


def test_a_figure_that_wanders_is_not_still_although_the_colors_stay_the_same() -> None:
    steps = [figure(step) for step in range(4)]
    assert difference(color_histogram(steps[0]), color_histogram(steps[3])) < 10
    assert not is_still(steps)
    blink = figure(0)
    blink[46:48, 40:42] = (200, 150, 120)
    assert is_still([figure(0), blink])
