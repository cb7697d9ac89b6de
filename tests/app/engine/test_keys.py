from __future__ import annotations

from pathlib import Path

import pytest

from app.engine.keys import key_problem, match_keys, nearest_keys
from app.io.shots.shot_folder import open_shot_folder
from tests.app.shots import color_layer, make_shot, save


def test_files_find_their_drawings_by_number(tmp_path: Path) -> None:
    shot = open_shot_folder(make_shot(tmp_path / "cut")).shot
    files = [save(tmp_path / f"final_{n}.png", color_layer()) for n in (4, 2)]
    matches = match_keys(shot, files)
    assert list(matches.keys.items()) == [(2, files[1]), (4, files[0])]
    assert matches.problems == ()


def test_files_that_are_no_keys_are_named(tmp_path: Path) -> None:
    folder = make_shot(tmp_path / "cut")
    shot = open_shot_folder(folder).shot
    good = save(tmp_path / "a" / "1.png", color_layer())
    matches = match_keys(
        shot,
        [
            good,
            save(tmp_path / "b" / "1.png", color_layer()),
            save(tmp_path / "poster.png", color_layer()),
            save(tmp_path / "A0042.png", color_layer()),
            save(tmp_path / "A0002.png", color_layer(size=(10, 10))),
            folder / "A0003.png",
            tmp_path / "A0004.png",
        ],
    )
    assert matches.keys == {1: good}
    twice, unnumbered, unknown, other_size, line, missing = matches.problems
    assert "b/1.png and a/1.png are both for drawing 1" in twice
    assert "poster.png has no drawing number" in unnumbered
    assert "A0042.png is to be the key of drawing 42" in unknown
    assert "A0002.png is 10×10" in other_size
    assert "line/A0003.png is the line art itself" in line
    assert "A0004.png does not exist" in missing


def test_a_file_may_be_the_key_of_any_drawing_it_fits(tmp_path: Path) -> None:
    shot = open_shot_folder(make_shot(tmp_path / "cut")).shot
    poster = save(tmp_path / "poster.png", color_layer())
    assert key_problem(shot, 3, poster) is None
    assert "does not have" in str(key_problem(shot, 6, poster))


@pytest.mark.parametrize(
    ("number", "per_side", "expected"),
    [(6, 1, (1, 2)), (6, 2, (0, 1, 2, 3)), (1, 2, (0, 1)), (20, 2, (2, 3)), (5, 1, (1, 2))],
)
def test_nearest_keys(number: int, per_side: int, expected: tuple[int, ...]) -> None:
    assert nearest_keys((3, 5, 9, 12), number, per_side) == expected
