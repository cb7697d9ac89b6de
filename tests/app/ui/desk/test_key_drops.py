from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from app.document.shot import Shot
from app.io.shots.shot_folder import open_shot_folder
from app.ui.desk.key_drops import by_number, on_drawing, on_view
from tests.app.ui.helpers import color_image, make_keys, make_shot_folder, save


@pytest.fixture
def shot(tmp_path: Path) -> Shot:
    return open_shot_folder(make_shot_folder(tmp_path / "line")).shot


def test_a_drawing_of_the_timeline_wins_over_the_name(shot: Shot, tmp_path: Path) -> None:
    (path,) = make_keys(tmp_path / "k", [2])
    dropped = on_drawing(shot, 4, path)
    assert dropped.keys == {4: path}
    assert "Its name says 2" in dropped.sentence


def test_on_the_view_the_name_wins(shot: Shot, tmp_path: Path) -> None:
    (path,) = make_keys(tmp_path / "k", [2])
    assert on_view(shot, 4, path).keys == {2: path}


def test_on_the_view_an_unnumbered_image_is_for_the_drawing_on_show(
    shot: Shot, tmp_path: Path
) -> None:
    path = save(tmp_path / "hero.png", color_image(4))
    dropped = on_view(shot, 4, path)
    assert dropped.keys == {4: path}
    assert dropped.sentence == "hero.png is now the key of drawing 4."


def test_several_go_by_number_and_the_misfits_are_named(shot: Shot, tmp_path: Path) -> None:
    good = make_keys(tmp_path / "k", [1, 5])
    lost = save(tmp_path / "k" / "A0099.png", color_image(1))
    small = save(tmp_path / "k" / "A0003.png", np.zeros((4, 4, 4), np.uint8))
    dropped = by_number(shot, [*good, lost, small])
    assert dropped.keys == {1: good[0], 5: good[1]}
    assert dropped.sentence == "Drawings 1, 5 are now keys."
    assert len(dropped.problems) == 2
    assert any("A0099.png" in problem for problem in dropped.problems)
    assert any("4×4" in problem for problem in dropped.problems)


def test_a_broken_image_is_refused_in_one_sentence(shot: Shot, tmp_path: Path) -> None:
    path = tmp_path / "A0002.png"
    path.write_bytes(b"")
    dropped = on_view(shot, 1, path)
    assert not dropped.keys and not dropped.sentence
    (problem,) = dropped.problems
    assert "A0002.png" in problem
