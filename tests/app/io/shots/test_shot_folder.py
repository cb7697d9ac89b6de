from __future__ import annotations

from pathlib import Path

import pytest

from app.io.shots.shot_folder import ShotFolderError, open_shot_folder
from tests.app.shots import color_layer, line_art, make_shot, save


def numbers(folder: Path) -> list[int]:
    return [drawing.number for drawing in open_shot_folder(folder).shot.drawings]


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("A0007.tga", 7),
        ("A_0012.png", 12),
        ("name.0003.tif", 3),
        ("001.png", 1),
        ("動画 '2'-4.PNG", 4),
    ],
)
def test_the_trailing_digits_are_the_drawing_number(tmp_path: Path, name: str, number: int) -> None:
    save(tmp_path / name, line_art())
    opened = open_shot_folder(tmp_path)
    assert [(d.number, d.path) for d in opened.shot.drawings] == [(number, tmp_path / name)]
    assert opened.problems == ()


def test_numbers_order_drawings_not_names(tmp_path: Path) -> None:
    for number in (10, 9, 11):
        save(tmp_path / f"A{number}.png", line_art())
    assert numbers(tmp_path) == [9, 10, 11]


def test_the_largest_series_is_opened_and_the_others_reported(tmp_path: Path) -> None:
    for name in ("A1", "B1", "B2", "b3"):
        save(tmp_path / f"{name}.png", line_art())
    opened = open_shot_folder(tmp_path)
    assert [drawing.name for drawing in opened.shot.drawings] == ["B1", "B2", "b3"]
    (problem,) = opened.problems
    assert "1 drawings of the series “A”" in problem


def test_gaps_duplicates_sizes_and_unnumbered_are_reported(tmp_path: Path) -> None:
    for number in (1, 2, 6, 8):
        save(tmp_path / f"A{number:04d}.png", line_art())
    save(tmp_path / "A0002.tga", line_art())
    save(tmp_path / "A0008.png", line_art(size=(20, 30)))
    save(tmp_path / "notes.png", line_art())
    (tmp_path / "A0006.png").write_bytes(b"")
    opened = open_shot_folder(tmp_path)
    assert [drawing.path.name for drawing in opened.shot.drawings] == [
        "A0001.png",
        "A0002.png",
        "A0006.png",
        "A0008.png",
    ]
    assert list(opened.problems) == [
        "Without a drawing number at the end of the name, left out: notes.png.",
        "A0002.png, A0002.tga are all drawing 2; A0002.png is used.",
        "Drawing numbers 3–5, 7 are missing.",
        f"{tmp_path.name}/A0006.png is empty (0 bytes); export it again.",
        "Most drawings are 64×48, but these have another size: A0008.png.",
    ]


def test_files_of_the_system_are_ignored(tmp_path: Path) -> None:
    save(tmp_path / "A0001.png", line_art())
    (tmp_path / "._A0001.png").write_bytes(b"resource fork")
    (tmp_path / "A0002.txt").write_text("a note")
    opened = open_shot_folder(tmp_path)
    assert numbers(tmp_path) == [1]
    assert opened.problems == ()


def test_a_far_jump_is_not_listed_number_by_number(tmp_path: Path) -> None:
    for number in (1, 20240101):
        save(tmp_path / f"A{number}.png", line_art())
    assert open_shot_folder(tmp_path).problems == ("The drawing numbers jump from 1 to 20240101.",)


@pytest.mark.parametrize("name", ["line", "Lines", "LINEART"])
def test_a_line_subfolder_is_opened_under_its_parents_name(tmp_path: Path, name: str) -> None:
    cut = tmp_path / "cut 012"
    save(cut / name / "A0001.png", line_art())
    save(cut / "cover.png", line_art())
    for given in (cut, cut / name):
        opened = open_shot_folder(given)
        assert opened.shot.name == "cut 012"
        assert opened.shot.folder == cut / name


@pytest.mark.parametrize("place", ["line/Key", "line/colour", "REFERENCES", "colors"])
def test_keys_are_offered_from_subfolders_and_siblings(tmp_path: Path, place: str) -> None:
    folder = make_shot(tmp_path / "cut")
    key = save(tmp_path / "cut" / place / "finished_3.png", color_layer())
    opened = open_shot_folder(folder)
    assert opened.offered_keys == {3: key}
    assert opened.shot.keys == {}
    assert opened.problems == ()


def test_a_key_folder_goes_before_a_color_folder(tmp_path: Path) -> None:
    folder = make_shot(tmp_path, keys=(1, 2))
    key = save(tmp_path / "keys" / "A0001.png", color_layer())
    assert open_shot_folder(folder).offered_keys == {1: key, 2: tmp_path / "color" / "A0002.png"}


def test_the_series_named_like_the_drawings_is_offered(tmp_path: Path) -> None:
    folder = make_shot(tmp_path, keys=(1,))
    for number in (1, 2):
        save(tmp_path / "color" / f"B{number}.png", color_layer())
    assert open_shot_folder(folder).offered_keys[1] == tmp_path / "color" / "A0001.png"


def test_keys_that_do_not_fit_are_named_and_not_offered(tmp_path: Path) -> None:
    folder = make_shot(tmp_path, keys=(1,))
    save(tmp_path / "color" / "A0002.png", color_layer(size=(20, 20)))
    save(tmp_path / "color" / "A0099.png", color_layer())
    (tmp_path / "color" / "A0003.png").write_text("no image")
    opened = open_shot_folder(folder)
    assert list(opened.offered_keys) == [1]
    unknown, other_size, unreadable = opened.problems
    assert "color images for 99" in unknown
    assert "color/A0002.png is 20×20, but its drawing A0002.png is 64×48" in other_size
    assert "color/A0003.png is not an image" in unreadable


def test_what_is_no_shot_folder_is_said_in_one_sentence(tmp_path: Path) -> None:
    plain = save(tmp_path / "plain" / "cover.png", line_art())
    (tmp_path / "empty").mkdir()
    for folder, says in {
        tmp_path / "missing": "does not exist",
        plain: "is not a folder",
        tmp_path / "empty": "holds no images",
        tmp_path / "plain": "have no drawing numbers",
    }.items():
        with pytest.raises(ShotFolderError) as caught:
            open_shot_folder(folder)
        assert says in str(caught.value)
        assert str(folder) in str(caught.value)
