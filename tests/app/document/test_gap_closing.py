from __future__ import annotations

import pytest

from app.document.gap_closing import GapStroke


def test_distance_is_to_the_nearest_piece_of_a_stroke() -> None:
    stroke = GapStroke(((0, 0), (10, 0), (10, 10)))
    assert stroke.distance(5.5, 0.5) == pytest.approx(0)
    assert stroke.distance(5.5, 3.5) == pytest.approx(3)
    assert stroke.distance(14.5, 5.5) == pytest.approx(4)
    assert stroke.distance(13.5, 14.5) == pytest.approx(5)


def test_a_stroke_needs_two_points() -> None:
    with pytest.raises(ValueError, match="one point to another"):
        GapStroke(((3, 3),))
