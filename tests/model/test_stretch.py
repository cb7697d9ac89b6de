from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from model.painting.beside import Beside
from model.painting.chain import Link, certain
from model.painting.vote import ConfidenceFit
from model.stretch import Counterpart, Member, Stretch

RED, BLUE, GREEN = 0, 1, 2


def straight(count: int = 2) -> Link:
    """Sure that every region is the one of the same number."""
    sure = np.eye(count, count + 1, dtype=np.float32)
    return Link.of(sure, sure)


def thinks(*colors: int, sure: float = 0.9) -> np.ndarray:
    """Probabilities of a drawing that takes its regions for these colors."""
    own = np.full((len(colors), 3), (1 - sure) / 2, np.float32)
    own[np.arange(len(colors)), colors] = sure
    return own


def member(own: np.ndarray, *links: Link) -> Member:
    return Member(0.5 * np.log(own), links, own, np.zeros(len(own), np.float32))


def stretch(*members: Member) -> Stretch:
    return Stretch(members, ConfidenceFit())


def colors(decisions: list) -> list[list[int]]:
    return [one.colors.tolist() for one in decisions]


def _regions(found: dict[int, Counterpart]) -> dict[int, int]:
    return {index: one.region for index, one in found.items()}


@pytest.fixture
def mistaken() -> Stretch:
    """Four drawings that all take region 0 for red; it is blue."""
    first = member(thinks(RED, GREEN))
    return stretch(first, *(member(thinks(RED, GREEN), straight()) for _ in range(3)))


def test_told_colors_win_and_reach_the_same_mistake_in_all_drawings(mistaken: Stretch) -> None:
    told = mistaken.decide({1: {0: BLUE}})
    assert colors(mistaken.untold) == [[RED, GREEN]] * 4
    assert colors(told) == [[BLUE, GREEN]] * 4
    assert told[1].confidence[0] == 1
    assert told[3].confidence[0] > 0.5


def test_a_drawing_that_saw_it_otherwise_keeps_its_own_mind() -> None:
    sides = member(thinks(RED, GREEN)), member(thinks(GREEN, GREEN), straight())
    for side in sides:
        side.opinion[:] *= 8
    found = stretch(*sides)
    assert colors(found.untold) == [[RED, GREEN], [GREEN, GREEN]]
    assert colors(found.decide({0: {0: BLUE}})) == [[BLUE, GREEN], [GREEN, GREEN]]


def test_an_accepted_color_makes_its_neighbors_surer() -> None:
    unsure = stretch(
        member(thinks(RED, GREEN, sure=0.5)), member(thinks(RED, GREEN, sure=0.5), straight())
    )
    accepted = unsure.decide({0: {0: RED}})
    assert accepted[0].confidence[0] == 1
    assert accepted[1].confidence[0] > unsure.untold[1].confidence[0]


def test_deciding_leaves_the_stretch_as_it_was(mistaken: Stretch) -> None:
    mistaken.decide({1: {0: BLUE}})
    assert colors(mistaken.decide({})) == colors(mistaken.untold)


def test_keys_keep_their_colors() -> None:
    key = Member(certain(np.array([RED, GREEN], np.int32), 3), ())
    found = stretch(key, member(thinks(RED, GREEN), straight()))
    assert colors(found.decide({1: {0: BLUE}}))[0] == [RED, GREEN]


def test_a_color_that_no_key_has_can_be_told(mistaken: Stretch) -> None:
    added = 3
    wider = stretch(*(one.widened(1) for one in mistaken.members))
    assert colors(wider.untold) == colors(mistaken.untold)
    assert colors(wider.decide({0: {0: added}})) == [[added, GREEN]] * 4


def test_a_region_is_followed_past_a_drawing_that_lacks_it() -> None:
    torn = Link.of(np.array([[0, 0, 1], [0, 1, 0]], np.float32), np.eye(2, 3, dtype=np.float32))
    found = stretch(
        member(thinks(RED, GREEN)),
        member(thinks(RED, GREEN), torn),
        member(thinks(RED, GREEN), torn, straight()),
    )
    assert _regions(found.counterparts(0, 0)) == {2: 0}
    assert _regions(found.counterparts(0, 1)) == {1: 1, 2: 1}
    assert colors(found.decide({0: {0: BLUE}}))[2] == [BLUE, GREEN]


def test_the_runner_up_is_the_second_most_probable() -> None:
    own = np.array([[0.5, 0.1, 0.4]], np.float32)
    (decision,) = stretch(member(own)).untold
    assert decision.runner_up.tolist() == [GREEN]
    assert 0.5 < decision.rivalry[0] < 1


def compared(sure: float) -> Stretch:
    """The regions of the second drawing are linked to nothing; it compares well with the first."""
    nothing = np.array([[0, 0, 1], [0, 0, 1]], np.float32)
    belief = np.array([[0.8, 0], [0, 0.8]], np.float32)
    beside = Beside.of(np.array([[0.2, 0, 0], [0.2, 0, 0]], np.float32), [belief, None])
    second = member(thinks(RED, RED, sure=sure), Link.of(nothing, nothing))
    return stretch(member(thinks(BLUE, GREEN)), replace(second, beside=beside))


@pytest.fixture
def lone() -> Stretch:
    """The second drawing is too sure of its colors to follow what nobody has looked at."""
    return compared(sure=0.9)


def test_a_drawing_sees_the_one_before_it_as_it_was_decided() -> None:
    assert colors(compared(sure=0.6).untold) == [[BLUE, GREEN], [BLUE, GREEN]]
    assert colors(compared(sure=0.9).untold) == [[BLUE, GREEN], [RED, RED]]


def test_what_only_the_program_decided_makes_nothing_surer() -> None:
    followed = compared(sure=0.6)
    assert (followed.untold[1].confidence < 0.4).all()
    assert followed.untold[1].runner_up.tolist() == [RED, RED]
    assert (followed.untold[1].rivalry == 1).all()
    assert (followed.decide({0: {0: BLUE}})[1].confidence > 0.6).all()


@pytest.mark.parametrize("told", [{0: BLUE}, {1: GREEN}])
def test_what_was_looked_at_is_one_more_reference_with_all_its_regions(
    lone: Stretch, told: dict[int, int]
) -> None:
    assert colors(lone.untold) == [[BLUE, GREEN], [RED, RED]]
    assert colors(lone.decide({0: told})) == [[BLUE, GREEN], [BLUE, GREEN]]
    assert colors(lone.decide({0: {}})) == colors(lone.untold)


def test_what_is_looked_at_later_is_no_reference_for_what_was_before(lone: Stretch) -> None:
    one, other = {0: {0: BLUE}}, {1: {0: RED}}
    assert colors(lone.decide(one | other))[1] == [RED, GREEN]
    assert colors(lone.decide(other | one))[1] == [RED, RED]


def test_a_mistake_told_later_leaves_the_evidence_of_what_was_looked_at_before() -> None:
    sides = member(thinks(RED, GREEN)), member(thinks(RED, GREEN), straight())
    for side in sides:
        side.opinion[:] *= 8
    found = stretch(*sides)
    before, later = {0: {1: GREEN}}, {1: {0: BLUE}}
    assert colors(found.decide(later | before)) == [[BLUE, GREEN], [BLUE, GREEN]]
    assert colors(found.decide(before | later)) == [[RED, GREEN], [BLUE, GREEN]]
