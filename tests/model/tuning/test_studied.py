"""What the region matcher is told of a finished drawing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from model.painting.key_paint import packed
from model.painting.region_evidence import pair_evidence
from model.tuning.studied import as_sample, study
from tests.model.figures import EYE, PAPER, SHIRT, SKIN
from tests.model.tuning.shows import drawing


def code(color: tuple[int, ...]) -> int:
    return int(packed(np.array([[color]], np.uint8))[0, 0] & 0xFEFFFFFF) if color[3] else 0


def test_every_region_has_the_number_of_its_color() -> None:
    studied = study(drawing(0), gap=4)

    numbers = sorted(np.uint32(n) for n in studied.target.colors.view(np.uint32))
    assert numbers == sorted(code(color) for color in (PAPER, SKIN, SHIRT, EYE, EYE))


def test_the_same_color_has_the_same_number_in_another_drawing() -> None:
    one, other = study(drawing(0), 4), study(drawing(30), 4)

    assert set(one.target.colors.tolist()) == set(other.key.colors.tolist())


def test_regions_of_unknown_color_do_not_count_and_are_never_the_answer() -> None:
    whole = drawing(0)
    eyes = (whole.color == EYE).all(axis=2)

    studied = study(replace(whole, known=~eyes), 4)

    assert (studied.weight == 0).sum() == 2
    assert (studied.key.colors == -1).sum() == 2


def test_a_sample_has_all_regions_of_target_and_keys() -> None:
    target, keys = study(drawing(0), 4), [study(drawing(12), 4), study(drawing(24), 4)]
    evidence = [
        np.rint(pair_evidence(target.target.tokens, key.key.tokens) * 255).astype(np.uint8)
        for key in keys
    ]

    sample = as_sample(target, keys, evidence, np.random.default_rng(0))

    assert sample.evidence.shape == (5, 10, 8)
    assert sample.evidence.max() <= 1
    assert sample.keys.drawing.tolist() == [0] * 5 + [1] * 5


def test_of_many_regions_those_around_one_place_are_looked_at() -> None:
    one = study(drawing(0), 4)
    evidence = np.zeros((5, 5, 8), np.uint8)

    sample = as_sample(one, [one], [evidence], np.random.default_rng(0), most=3)

    assert sample.evidence.shape == (3, 3, 8)
    assert sorted(sample.target_color.tolist()) == sorted(sample.key_color.tolist())
    sums = sample.target.adjacency.sum(axis=1)
    assert (np.isclose(sums, 1) | (sums == 0)).all()
