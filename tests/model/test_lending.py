from __future__ import annotations

import cv2
import pytest

from model.colorizer import Colorizer, KeyDrawing
from model.lending import keys_with_lent, telling
from model.shows import Show
from tests.model.figures import EYE, PAPER, SHIRT, SKIN, figure


@pytest.fixture(scope="module")
def colorizer() -> Colorizer:
    return Colorizer(device="cpu")


def repainted(key: KeyDrawing, old: tuple[int, ...], new: tuple[int, ...]) -> KeyDrawing:
    color = key.color.copy()
    color[(color == old).all(axis=2)] = new
    return KeyDrawing(key.line, color)


def of_show(seed: int, shot: int) -> KeyDrawing:
    """A drawing of one of a procedural show's shots."""
    drawing = Show(seed, (200, 200)).shot(shot, 2, motion=0.2).draw(0)
    return KeyDrawing(drawing.line, drawing.color)


@pytest.fixture(scope="module")
def here() -> KeyDrawing:
    return of_show(3, 0)


@pytest.fixture(scope="module")
def next_shot() -> KeyDrawing:
    """The same characters in another shot."""
    return of_show(3, 1)


@pytest.fixture(scope="module")
def other_show() -> KeyDrawing:
    return of_show(5, 0)


def without_eyes() -> KeyDrawing:
    key = figure(0)
    line, color = key.line.copy(), key.color.copy()
    for x in (45, 75):
        cv2.ellipse(line, (x, 60), (8, 10), 0, 0, 360, 255, cv2.FILLED)
        cv2.ellipse(color, (x, 60), (8, 10), 0, 0, 360, SKIN, cv2.FILLED)
    return KeyDrawing(line, color)


def test_without_own_keys_those_of_other_shots_give_the_colors(colorizer: Colorizer) -> None:
    truth = figure(20)
    keys, chosen = keys_with_lent(colorizer, [], [figure(0)], truth.line, gap=0)
    assert chosen == [0]
    layer = colorizer.color(truth.line, keys).color_layer()
    paper = truth.line == 255
    assert (layer == truth.color).all(axis=2)[paper].mean() > 0.99


def test_what_shows_the_same_is_told_from_what_does_not(
    colorizer: Colorizer, here: KeyDrawing, next_shot: KeyDrawing, other_show: KeyDrawing
) -> None:
    lent = [other_show, next_shot]
    assert keys_with_lent(colorizer, [here], lent, here.line, gap=0)[1] == [1]
    assert keys_with_lent(colorizer, [], lent, here.line, gap=0)[1] == [1]


def test_where_nothing_shows_the_same_nothing_is_lent(
    colorizer: Colorizer, here: KeyDrawing, other_show: KeyDrawing
) -> None:
    keys, chosen = keys_with_lent(colorizer, [here], [other_show], here.line, gap=0)
    assert chosen == []
    assert len(keys.parts) == 1
    with pytest.raises(ValueError, match="no key"):
        keys_with_lent(colorizer, [], [other_show], here.line, gap=0)


def test_beside_own_keys_they_speak_for_the_palette_of_the_shot_alone(
    colorizer: Colorizer,
) -> None:
    lent = repainted(repainted(figure(0), SKIN, (236, 204, 166, 255)), SHIRT, (90, 250, 90, 255))
    keys, chosen = keys_with_lent(colorizer, [figure(0)], [lent], figure(20).line, gap=0)
    assert chosen == [0]
    assert set(map(tuple, keys.palette.tolist())) == {PAPER, SKIN, SHIRT, EYE}
    skin, shirt = (keys.palette.tolist().index(list(one)) for one in (SKIN, SHIRT))
    assert skin in keys.lent.colors[0]  # a little off is the same paint
    assert shirt not in keys.lent.colors[0]
    assert len(keys.palette) in keys.lent.colors[0]  # a paint that this shot does not have
    colors = colorizer.color(figure(20).line, keys).color_layer().reshape(-1, 4)
    assert set(map(tuple, colors.tolist())) <= {PAPER, SKIN, SHIRT, EYE}


def test_they_know_what_no_own_key_shows(colorizer: Colorizer) -> None:
    """Own keys have the color of the eyes, but no eyes."""
    own = without_eyes()
    own.color[140:, :10] = EYE
    line = figure(0).line
    eye = (60, 45)

    def seen(others: list[KeyDrawing]) -> float:
        keys, _ = keys_with_lent(colorizer, [own], others, line, gap=0)
        opinion = colorizer.gather(line, keys, gap=0, before=1)
        region = opinion.regions.labels[eye]
        row = keys.palette.tolist().index(list(EYE))
        return float(opinion.evidence.match[region, row])

    assert seen([figure(4)]) > max(0.5, 2 * seen([]))


def test_without_a_drawing_to_look_at_own_keys_are_enough(colorizer: Colorizer) -> None:
    keys, chosen = keys_with_lent(colorizer, [figure(0)], [figure(4)], None, gap=0)
    assert (len(keys), chosen) == (1, [])


def test_keys_in_other_colors_take_no_turn(colorizer: Colorizer, other_show: KeyDrawing) -> None:
    others = [other_show] * 8 + [figure(0)]
    _, chosen = keys_with_lent(colorizer, [figure(0)], others, figure(20).line, gap=0)
    assert chosen == [8]


def test_not_more_are_taken_than_there_is_time_for(colorizer: Colorizer) -> None:
    others = [figure(4 * index) for index in range(6)]
    _, chosen = keys_with_lent(colorizer, [figure(0)], others, figure(20).line, gap=0)
    assert len(chosen) == len(set(chosen)) == 4


@pytest.mark.parametrize(
    ("count", "places"), [(0, []), (1, [0]), (2, [0, 1]), (5, [2, 1, 3, 0, 4])]
)
def test_what_stands_for_a_shot_is_its_middle(count: int, places: list[int]) -> None:
    assert telling(list(range(count))) == places
