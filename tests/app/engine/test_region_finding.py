from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from app.document.gap_closing import GapClosing, GapStroke
from app.document.shot import Drawing
from app.engine.region_finding import find_regions
from app.io.pictures.images import ImageError
from tests.app.shots import line_art, save


def test_a_gap_parts_regions_only_when_it_is_closed(tmp_path: Path) -> None:
    image = line_art()
    image[20:23, 8] = 255
    drawing = Drawing(1, save(tmp_path / "A0001.png", image))
    outside, between = (2, 2), (12, 12)
    leaking, closed = (find_regions(drawing, GapClosing(gap)).labels for gap in (0, 6))
    assert leaking.shape == image.shape[:2]
    assert leaking[outside] == leaking[between]
    assert closed[outside] != closed[between]


def test_light_and_soft_lines_part_regions_as_black_ones_do(tmp_path: Path) -> None:
    image = line_art()
    light = image.copy()
    light[..., :3] = np.where(image[..., :3] == 0, 170, 255)
    soft = cv2.GaussianBlur(light, (0, 0), 0.6)
    crisp, pencil = (
        find_regions(Drawing(1, save(tmp_path / f"{name}1.png", art)), GapClosing(4)).labels
        for name, art in (("A", image), ("B", soft))
    )
    assert len(np.unique(crisp)) == len(np.unique(pencil)) == 3
    assert np.mean(crisp == pencil) > 0.95


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    path = save(tmp_path / "A0001.png", line_art())
    before = find_regions(Drawing(1, path), GapClosing(0)).labels
    assert len(np.unique(before)) == 3
    save(path, np.full_like(line_art(), 255))
    path.touch()
    assert len(np.unique(find_regions(Drawing(1, path), GapClosing(0)).labels)) == 1


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ImageError, match=r"A0009\.png"):
        find_regions(Drawing(9, tmp_path / "A0009.png"), GapClosing(0))


def test_where_holes_were_closed_is_told_and_nothing_else(tmp_path: Path) -> None:
    image = line_art()
    image[20:23, 8] = 255
    drawing = Drawing(1, save(tmp_path / "A0001.png", image))
    assert not find_regions(drawing, GapClosing(0)).closed.any()
    rows, columns = np.nonzero(find_regions(drawing, GapClosing(6)).closed)
    assert set(rows) == {20, 21, 22}
    assert set(columns) <= {7, 8, 9}


def test_a_stroke_parts_regions_and_belongs_to_them_as_ink_does(tmp_path: Path) -> None:
    drawing = Drawing(1, save(tmp_path / "A0001.png", line_art()))
    across = GapStroke(((24, 16), (24, 31)))
    whole = find_regions(drawing, GapClosing(0)).labels
    parted = find_regions(drawing, GapClosing(0, (across,))).labels
    left, right = (20, 20), (20, 28)
    assert whole[left] == whole[right]
    assert parted[left] != parted[right]
    assert parted.max() == whole.max() + 1
    assert {parted[20, 23], parted[20, 25]} == {parted[left], parted[right]}


def test_a_stroke_that_leaves_the_drawing_is_cut_off(tmp_path: Path) -> None:
    drawing = Drawing(1, save(tmp_path / "A0001.png", line_art()))
    found = find_regions(drawing, GapClosing(0, (GapStroke(((-50, 4), (500, 4))),))).labels
    assert found[0, 0] != found[40, 0]
