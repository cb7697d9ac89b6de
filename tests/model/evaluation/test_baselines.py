from __future__ import annotations

import numpy as np
import pytest

from model.evaluation.baselines import CopiedKey, Flow
from model.evaluation.methods import KeyedShot, Method
from model.evaluation.metrics import wrong_regions
from model.evaluation.region_matching import RegionMatching
from model.evaluation.truth import Truth
from tests.model.evaluation.shots import COAT, GOLD, SILVER, drawing, keyed


def wrong(method: Method, shot: KeyedShot, index: int, shift: int) -> list[tuple[int, ...]]:
    """True colors of the regions that the method gets wrong."""
    method.prepare(shot)
    truth = Truth(*drawing(shift))
    colors = truth.regions.colors[wrong_regions(method.color(index), truth)]
    return sorted(map(tuple, colors.tolist()))


ALL = [
    CopiedKey(by_region=False),
    CopiedKey(by_region=True),
    Flow(chained=False),
    Flow(chained=True),
    RegionMatching(),
]


@pytest.mark.parametrize("method", ALL)
def test_a_drawing_like_the_key_comes_out_exactly(method: Method) -> None:
    method.prepare(keyed([0, 0], [0]))
    color = method.color(1)
    line, true = drawing(0)
    assert color.dtype == np.uint8
    assert (color[line > 0] == true[line > 0]).all()


def test_a_copy_by_pixel_keeps_the_keys_outlines_and_by_region_the_drawings_own() -> None:
    shot = keyed([0, 4], [0])
    line, true = drawing(4)
    by_pixel, by_region = CopiedKey(by_region=False), CopiedKey(by_region=True)
    by_pixel.prepare(shot)
    by_region.prepare(shot)
    assert (by_pixel.color(1) != by_region.color(1)).any()
    assert (by_region.color(1)[line > 0] == true[line > 0]).all()


def test_a_copy_fails_where_the_figure_has_left_its_place() -> None:
    assert GOLD in wrong(CopiedKey(by_region=True), keyed([0, 14], [0]), 1, 14)


@pytest.mark.parametrize("chained", [False, True])
def test_flow_follows_a_small_move(chained: bool) -> None:
    assert wrong(Flow(chained), keyed([0, 7], [0]), 1, 7) == []


def test_chained_flow_follows_a_long_way_in_small_steps() -> None:
    walk = list(range(0, 41, 5))
    last = len(walk) - 1
    assert wrong(Flow(chained=True), keyed(walk, [0]), last, walk[last]) == []
    assert wrong(Flow(chained=True), keyed(walk, [last]), 0, walk[0]) == []


def test_region_matching_follows_a_jump() -> None:
    assert wrong(RegionMatching(), keyed([0, 44], [0]), 1, 44) == []


def test_the_nearest_key_is_asked_and_the_earlier_one_of_two() -> None:
    shot = keyed([0, 0, 0, 0, 0], [0, 4])
    assert [shot.nearest_key(index) for index in range(5)] == [0, 0, 0, 4, 4]
    other = shot.keys[4].copy()
    other[(other == COAT).all(axis=-1)] = SILVER
    method = RegionMatching()
    method.prepare(KeyedShot(shot.lines, {0: shot.keys[0], 4: other}, 0))
    assert method.color(1)[30, 40].tolist() == list(COAT)
    assert method.color(3)[30, 40].tolist() == list(SILVER)


def test_a_gap_in_a_line_is_closed_before_regions_vote() -> None:
    shot = keyed([0, 0], [0])
    line = shot.lines[1].copy()
    line[19:22, 26:28] = 255  # the gold button opens into the coat
    for gap, is_gold in ((3, True), (0, False)):
        method = Flow(chained=False)
        method.prepare(KeyedShot([shot.lines[0], line], shot.keys, gap))
        assert (method.color(1)[20, 22].tolist() == list(GOLD)) == is_gold
