from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from app.document.gap_closing import GapClosing, GapStroke
from app.document.shot import Drawing
from app.engine.leak_finding import find_leaks, in_words
from tests.app.shots import line_art, save


def leaking(tmp_path: Path) -> Drawing:
    """Two boxes in each other, with a hole of 5 px in the outer one's left side."""
    image = np.repeat(np.repeat(line_art(), 2, axis=0), 2, axis=1)
    image[40:45, 16:18] = 255
    return Drawing(1, save(tmp_path / "A0001.png", image))


def test_the_hole_in_a_line_is_found_from_either_side(tmp_path: Path) -> None:
    drawing = leaking(tmp_path)
    for point in ((5, 5), (24, 24)):
        found = find_leaks(drawing, GapClosing(0), point)
        assert [(one.width, one.point[1] in range(40, 45)) for one in found.found] == [(5, True)]
        assert in_words(found)[0].startswith("1 leak, 5 px wide; a gap of ")


def test_a_stroke_or_a_gap_distance_mends_the_leak(tmp_path: Path) -> None:
    drawing = leaking(tmp_path)
    across = GapStroke(((16, 38), (16, 48)))
    for closing in (GapClosing(0, (across,)), GapClosing(8)):
        found = find_leaks(drawing, closing, (5, 5))
        assert found.found == ()
        assert in_words(found)[0].startswith("This region does not leak")


def test_several_leaks_are_told_with_the_gap_that_closes_them(tmp_path: Path) -> None:
    image = np.repeat(np.repeat(line_art(), 2, axis=0), 2, axis=1)
    image[40:45, 16:18] = 255
    image[40:43, 76:100] = 255
    drawing = Drawing(1, save(tmp_path / "A0001.png", image))
    leaks = find_leaks(drawing, GapClosing(0), (5, 5))
    assert [one.width for one in leaks.found] == [3, 5]
    gap, closes = leaks.together
    assert closes == 2
    assert in_words(leaks) == [
        f"2 leaks, the narrowest 3 px wide; a gap of {gap} px would close all of them, "
        "strokes (G) each one.",
        "X leaves the framed one as drawn.",
    ]
    assert find_leaks(drawing, GapClosing(gap), (5, 5)).found == ()
    none_together = replace(leaks, together=(gap, 0))
    assert in_words(none_together)[0] == (
        "2 leaks, the narrowest 3 px wide; strokes (G) close each one."
    )


def test_what_is_left_as_drawn_is_no_leak_with_any_gap(tmp_path: Path) -> None:
    image = np.repeat(np.repeat(line_art(), 2, axis=0), 2, axis=1)
    image[40:45, 16:18] = 255
    image[40:43, 76:100] = 255
    drawing = Drawing(1, save(tmp_path / "A0001.png", image))
    narrow, wide = find_leaks(drawing, GapClosing(0), (5, 5)).found
    leaks = find_leaks(drawing, GapClosing(0), (5, 5), [narrow.point])
    assert (leaks.found, leaks.left) == ((wide,), (narrow,))
    assert leaks.together == (wide.gap, 1)
    assert in_words(leaks)[-1].startswith("1 passage stays as drawn")
    other = find_leaks(drawing, GapClosing(1), (5, 5), [narrow.point])
    assert [one.width for one in other.left] == [narrow.width]
    both = find_leaks(drawing, GapClosing(0), (5, 5), [narrow.point, wide.point])
    assert in_words(both) == [
        "No leak is left in this region.",
        "2 passages stay as drawn; click one and press X to take that back.",
    ]
