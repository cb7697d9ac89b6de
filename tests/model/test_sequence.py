from __future__ import annotations

import numpy as np
import pytest

from model.coloring import Coloring
from model.colorizer import Colorizer
from model.key_features import KeyFeatures
from model.sequence import ShotSequence
from tests.model.figures import figure

SHIFTS = (8, 16, 24)


@pytest.fixture(scope="module")
def colorizer() -> Colorizer:
    return Colorizer(device="cpu")


@pytest.fixture(scope="module")
def keys(colorizer: Colorizer) -> KeyFeatures:
    images = [figure(0), figure(32)]
    return colorizer.encode_keys(images, gap=0)


def _colored(sequence: ShotSequence) -> list[Coloring]:
    """First guesses and then, as the second half, what was settled."""
    sequence.add_key(0)
    guesses = [sequence.add(figure(shift).line, (0, 1), 1) for shift in SHIFTS]
    sequence.add_key(1)
    settled = zip(guesses, sequence.settle(), strict=True)
    return [*guesses, *(guess.settled(choice) for guess, choice in settled)]


@pytest.mark.parametrize("soft", [False, True])
def test_every_drawing_is_guessed_at_once_and_settled_in_order(
    colorizer: Colorizer, keys: KeyFeatures, soft: bool
) -> None:
    colorings = _colored(ShotSequence(colorizer, keys, gap=0, soft=soft))
    assert len(colorings) == 2 * len(SHIFTS)
    for guess, settled, shift in zip(colorings[:3], colorings[3:], SHIFTS, strict=True):
        assert np.array_equal(guess.labels, settled.labels)
        truth = figure(shift)
        paper = truth.line == 255
        assert (settled.color_layer() == truth.color).all(axis=2)[paper].mean() > 0.99
        assert (settled.soft is not None) == soft


def test_works_side_by_side_give_the_same_colors(
    colorizer: Colorizer, keys: KeyFeatures, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OMP_NUM_THREADS", "3")
    many = Colorizer(device="cpu")
    there = _colored(ShotSequence(many, many.encode_keys([figure(0), figure(32)], gap=0)))
    here = _colored(ShotSequence(colorizer, keys, gap=0))
    for one, other in zip(here, there, strict=True):
        assert np.array_equal(one.region_colors, other.region_colors)
        assert np.abs(one.confidence - other.confidence).max() < 1e-3


def test_neighbors_raise_the_probability_of_what_they_agree_on(
    colorizer: Colorizer, keys: KeyFeatures
) -> None:
    colorings = _colored(ShotSequence(colorizer, keys, gap=0))
    for guess, settled in zip(colorings[:3], colorings[3:], strict=True):
        assert settled.confidence.mean() > guess.confidence.mean() - 0.05


def test_a_first_guess_follows_the_drawings_before_unless_it_is_surer(
    colorizer: Colorizer,
) -> None:
    own = np.array([[0.6, 0.4], [0.999, 0.001]], np.float32)
    said = np.log(np.array([[0.1, 0.9], [0.1, 0.9]], np.float32))
    alone, confidence = colorizer.first_guess(own)
    swayed, doubt = colorizer.first_guess(own, said)
    assert alone.tolist() == [0, 0]
    assert swayed.tolist() == [1, 0]
    assert doubt[0] < confidence[0]
    assert doubt[1] == confidence[1]


def test_settling_starts_anew_after_a_key_and_without_one(
    colorizer: Colorizer, keys: KeyFeatures
) -> None:
    sequence = ShotSequence(colorizer, keys, gap=0)
    assert list(sequence.settle()) == []
    sequence.add(figure(8).line, (0,), 1)
    assert len(list(sequence.settle())) == 1
    assert list(sequence.settle()) == []
    sequence.add_key(0)
    sequence.add_key(1)
    assert list(sequence.settle()) == []
    sequence.add(figure(40).line, (1,), 1)
    assert len(list(sequence.settle())) == 1


def test_a_drawing_of_another_size_joins_its_neighbors(
    colorizer: Colorizer, keys: KeyFeatures
) -> None:
    sequence = ShotSequence(colorizer, keys, gap=0)
    sequence.add_key(0)
    lines = [figure(8).line, figure(16, size=(170, 260)).line]
    guesses = [sequence.add(line, (0, 1), 1) for line in lines]
    assert [guess.labels.shape for guess in guesses] == [(150, 200), (170, 260)]
    counts = [len(choice.region_colors) for choice in sequence.settle()]
    assert counts == [len(guess.region_colors) for guess in guesses]


def test_a_drawing_that_cannot_be_painted_is_no_part_of_the_stretch(
    colorizer: Colorizer, keys: KeyFeatures, monkeypatch: pytest.MonkeyPatch
) -> None:
    sequence = ShotSequence(colorizer, keys, gap=0)
    sequence.add_key(0)
    sequence.add(figure(8).line, (0, 1), 1)

    def stumble(*_: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patched:
        patched.setattr(colorizer, "first_guess", stumble)
        with pytest.raises(MemoryError):
            sequence.add(figure(16).line, (0, 1), 1)
    sequence.add(figure(24).line, (0, 1), 1)
    assert len(list(sequence.settle())) == 2


def test_drawings_are_compared_with_those_before_them(
    colorizer: Colorizer, keys: KeyFeatures
) -> None:
    sequence = ShotSequence(colorizer, keys, gap=0)
    sequence.add_key(0)
    for shift in SHIFTS:
        sequence.add(figure(shift).line, (0, 1), 1)
    sequence.add_key(1)
    _, first, second, third, _ = next(iter(sequence.settle())).stretch.members
    assert first.beside is None, "there is nothing but a key before it"
    assert second.beside is not None
    assert [near is None for near in second.beside.near] == [False, True]
    assert third.beside is not None
    one, two = third.beside.near
    assert one is not None
    assert two is not None
    # The figure only moves: its regions are those of a drawing before, or of a key.
    shares = third.beside.keys.sum(axis=1) + one.sum(axis=1) + two.sum(axis=1)
    assert shares.mean() > 0.8
