from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from app.document.gap_closing import GapStroke
from app.document.shot import Shot
from app.engine.coloring import color_shot
from app.engine.coloring_request import ColoringRequest
from app.engine.errors import ColoringError
from app.engine.lent_keys import LentKey, lent_to, read_lent
from app.engine.task import CancelToken
from app.io.shots.shot_folder import open_shot_folder
from tests.app.engine.fakes import FakeNetworks
from tests.app.engine.small_weights import make_weights
from tests.app.shots import color_layer, line_art, make_shot

STROKE = GapStroke(((3, 3), (9, 9)))


def shot(folder: Path, keys: tuple[int, ...], count: int = 5) -> Shot:
    opened = open_shot_folder(make_shot(folder, count, keys))
    opened.shot.set_keys({n: folder / "color" / f"A{n:04d}.png" for n in keys})
    return opened.shot


def names(lent: tuple[LentKey, ...]) -> list[tuple[str, int]]:
    return [(one.shot, one.drawing.number) for one in lent]


def test_other_shots_lend_their_first_and_last_key_the_nearest_shots_first(tmp_path: Path) -> None:
    keys: dict[str, tuple[int, ...]] = {"a": (1,), "b": (1, 3, 5), "c": (2, 4), "d": (), "e": (5,)}
    shots = [shot(tmp_path / name, own) for name, own in keys.items()]
    shots[1].set_gap_strokes({5: (STROKE,)})
    lent = lent_to(shots[2], shots)
    assert names(lent) == [("b", 1), ("b", 5), ("a", 1), ("e", 5)]
    assert [one.strokes for one in lent] == [(), (STROKE,), (), ()]


def test_a_shot_outside_the_show_borrows_from_all_of_it(tmp_path: Path) -> None:
    shots = [shot(tmp_path / name, (1,)) for name in "ab"]
    assert names(lent_to(None, shots)) == [("b", 1), ("a", 1)]
    assert lent_to(shots[0], shots[:1]) == ()


def test_no_more_are_lent_than_are_worth_studying(tmp_path: Path) -> None:
    shots = [shot(tmp_path / str(index), (1, 5)) for index in range(9)]
    assert len(lent_to(shots[4], shots)) == 12


def test_keys_that_cannot_be_used_are_not_lent(tmp_path: Path) -> None:
    lender = shot(tmp_path / "a", (1, 3, 5))
    lent = [*lent_to(None, [lender])]
    (tmp_path / "a" / "color" / "A0001.png").write_bytes(b"no image")
    assert [one.drawing.number for one, _ in read_lent(lent)] == [5]
    (tmp_path / "a" / "color" / "A0005.png").unlink()
    assert read_lent(lent) == []


def request(borrower: Shot, lender: Shot, **options: object) -> ColoringRequest:
    lent = lent_to(borrower, [borrower, lender])
    return ColoringRequest(borrower.drawings, borrower.keys, lent=lent, **options)  # type: ignore[arg-type]


def test_a_shot_without_keys_is_colored_from_those_of_another(
    tmp_path: Path, networks: FakeNetworks
) -> None:
    asked = request(shot(tmp_path / "a", ()), shot(tmp_path / "cut 7", (1, 5)))
    steps = list(color_shot(asked, CancelToken()))
    assert [step.failure for step in steps if step.failure] == []
    results = {step.result.number: step.result for step in steps if step.result}
    assert list(results) == [1, 2, 3, 4, 5]
    assert not any(one.is_key for one in results.values())
    looked_at = asked.lent[1].loan
    assert all(one.loans == {looked_at} for one in results.values())
    assert "With keys of cut 7" in [step.what for step in steps]
    assert ("lent", 0, 2, True, 4) in networks.log
    assert ("color", (0,), 0, 4) in networks.log  # from the one that shows the same


def test_beside_own_keys_the_nearest_own_ones_count_as_before(
    tmp_path: Path, networks: FakeNetworks
) -> None:
    asked = request(shot(tmp_path / "a", (1, 5)), shot(tmp_path / "b", (1,)))
    results = [step.result for step in color_shot(asked, CancelToken()) if step.result]
    assert [one.number for one in results if one.is_key] == [1, 5]
    assert [one.number for one in results if one.loans] == [2, 3, 4]
    assert ("lent", 2, 1, True, 4) in networks.log
    assert ("color", (0, 1), 1, 4) in networks.log


def test_with_own_keys_a_lender_that_is_gone_stops_nothing(
    tmp_path: Path, networks: FakeNetworks
) -> None:
    asked = request(shot(tmp_path / "a", (1, 5)), shot(tmp_path / "b", (1,)))
    (tmp_path / "b" / "line" / "A0001.png").unlink()
    steps = list(color_shot(asked, CancelToken()))
    assert sum(step.result is not None for step in steps) == 5
    assert not any(step.what.startswith("With keys") for step in steps)


def test_the_networks_give_a_shot_the_paint_of_another(tmp_path: Path) -> None:
    asked = request(shot(tmp_path / "a", (), 3), shot(tmp_path / "b", (1, 3), 3), device="cpu")
    results = [step.result for step in color_shot(asked, CancelToken()) if step.result]
    assert [one.number for one in results] == [1, 2, 3]
    for one in results:
        paper = line_art(2 * (one.number - 1))[..., 0] == 255
        truth = color_layer(2 * (one.number - 1))
        assert np.array_equal(one.color_layer()[paper], truth[paper])


def test_a_shot_without_keys_whose_lenders_are_gone_says_what_to_do(tmp_path: Path) -> None:
    weights = make_weights(tmp_path / "weights")
    asked = request(
        shot(tmp_path / "a", ()), shot(tmp_path / "b", (1,)), device="cpu", weights=weights
    )
    (tmp_path / "b" / "color" / "A0001.png").unlink()
    with pytest.raises(ColoringError, match="No key of the other shots shows"):
        list(color_shot(asked, CancelToken()))


def test_without_any_key_anywhere_the_remedy_is_told(
    tmp_path: Path, networks: FakeNetworks
) -> None:
    asked = request(shot(tmp_path / "a", ()), shot(tmp_path / "b", ()))
    with pytest.raises(ColoringError, match="No drawing has a key"):
        list(color_shot(asked, CancelToken()))
