from __future__ import annotations

import pytest

from app.ui.view.geometry import ViewGeometry
from app.ui.view.panes import Compare, Pane, lay_panes


@pytest.mark.parametrize(
    ("compare", "other_first", "expected"),
    [
        (Compare.NONE, True, [Pane(0, 101)]),
        (Compare.WIPE, True, [Pane(0, 25, 0, True), Pane(25, 101, 0, False)]),
        (Compare.WIPE, False, [Pane(0, 25, 0, False), Pane(25, 101, 0, True)]),
        (Compare.SIDE_BY_SIDE, True, [Pane(0, 49, 0, True), Pane(52, 101, 52, False)]),
    ],
)
def test_panes(compare: Compare, other_first: bool, expected: list[Pane]) -> None:
    assert list(lay_panes(compare, 101, 0.25, other_first)) == expected


@pytest.fixture
def geometry() -> ViewGeometry:
    geometry = ViewGeometry()
    geometry.view, geometry.image = (802, 500), (100, 80)
    return geometry


def test_side_by_side_both_pictures_are_whole_and_show_the_same_place(
    geometry: ViewGeometry,
) -> None:
    geometry.compare = Compare.SIDE_BY_SIDE
    geometry.fit()
    assert geometry.transform.zoom == pytest.approx((400 - 48) / 100)
    left, right = geometry.panes()
    assert (left.origin, right.origin) == (0, 402)
    assert geometry.to_image((100, 200)) == geometry.to_image((100 + 402, 200))


def test_zooming_in_the_right_pane_keeps_what_is_under_the_mouse(geometry: ViewGeometry) -> None:
    geometry.compare = Compare.SIDE_BY_SIDE
    geometry.fit()
    before = geometry.to_image((600, 200))
    geometry.zoom_by(2.0, (600, 200))
    assert geometry.to_image((600, 200)) == pytest.approx(before)


def test_a_view_that_was_zoomed_by_hand_is_not_fitted_again(geometry: ViewGeometry) -> None:
    geometry.fit()
    geometry.zoom_to(3.0)
    geometry.view = (300, 200)
    geometry.refit()
    assert geometry.transform.zoom == 3.0
    geometry.fit()
    assert geometry.transform.zoom < 3.0


def test_without_a_picture_nothing_moves(geometry: ViewGeometry) -> None:
    geometry.image = (0, 0)
    before = geometry.transform
    geometry.fit()
    geometry.zoom_to(3.0)
    geometry.pan(5, 5)
    assert geometry.transform == before
