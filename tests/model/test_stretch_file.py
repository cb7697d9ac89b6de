from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest

from model.painting.beside import Beside
from model.painting.chain import Link
from model.painting.vote import ConfidenceFit
from model.stretch import Member, Stretch
from model.stretch_file import from_bytes, to_bytes


def _link(chance: np.random.Generator) -> Link:
    return Link.of(*(chance.dirichlet(np.ones(4), 3).astype(np.float32) for _ in range(2)))


def _member(chance: np.random.Generator, *links: Link | None) -> Member:
    own = chance.dirichlet(np.ones(5), 3).astype(np.float32)
    beliefs = chance.dirichlet(np.ones(12), 3).astype(np.float32)
    beside = Beside.of(beliefs[:, :5], [beliefs[:, 5:8], None])
    return Member(np.log(own), links, own, chance.random(3).astype(np.float32), beside)


def _stretch(*links: tuple[Link | None, ...]) -> Stretch:
    chance = np.random.default_rng(3)
    key = Member(_member(chance).opinion, ())
    return Stretch([key, *(_member(chance, *each) for each in links)], ConfidenceFit(0.1, 0.5, 0.4))


def test_a_stretch_read_back_decides_the_same() -> None:
    chance = np.random.default_rng(7)
    before = _stretch((_link(chance),), (_link(chance), _link(chance)))
    after = from_bytes(to_bytes(before))
    assert after.fit == before.fit
    assert [one.is_key for one in after.members] == [True, False, False]
    assert before.decide({1: {0: 4}})[2].colors.tolist() != before.untold[2].colors.tolist()
    for told in ({}, {1: {0: 4}}):
        for one, other in zip(before.decide(told), after.decide(told), strict=True):
            assert np.array_equal(one.colors, other.colors)
            assert np.array_equal(one.confidence, other.confidence)


def test_a_missing_link_does_not_take_the_next_one_along() -> None:
    chance = np.random.default_rng(7)
    before = _stretch((_link(chance),), (None, _link(chance)))
    after = from_bytes(to_bytes(before))
    first, second = after.members[2].links
    assert first is None
    assert second is not None
    assert np.array_equal(before.untold[2].colors, after.untold[2].colors)
    assert np.array_equal(before.untold[2].confidence, after.untold[2].confidence)


def test_what_kept_no_comparison_with_drawings_beside_is_still_read() -> None:
    chance = np.random.default_rng(7)
    plain = replace(_member(chance, _link(chance)), beside=None)
    after = from_bytes(to_bytes(Stretch([plain], ConfidenceFit())))
    assert after.members[0].beside is None


def test_what_was_decided_before_drawings_saw_each_other_decided_stays_so() -> None:
    chance = np.random.default_rng(7)
    before = _stretch((_link(chance),), (_link(chance), _link(chance)))
    with np.load(io.BytesIO(to_bytes(before))) as file:
        arrays = dict(file) | {"version": np.array(1)}
    old = io.BytesIO()
    np.savez(old, **arrays)
    after = from_bytes(old.getvalue())
    plain = Stretch([replace(one, beside=None) for one in before.members], before.fit)
    assert after.untold[2].colors.tolist() == plain.untold[2].colors.tolist()
    assert after.untold[2].colors.tolist() != before.untold[2].colors.tolist()


@pytest.mark.parametrize("packed", [b"", b"no archive", to_bytes(_stretch())[:-20]])
def test_damaged_bytes_are_refused(packed: bytes) -> None:
    with pytest.raises(ValueError, match="no stretch"):
        from_bytes(packed)
