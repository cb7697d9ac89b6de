from __future__ import annotations

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.document.corrections import Correction
from app.document.gap_closing import GapClosing, GapStroke
from app.document.loans import Loan
from app.document.origins import Origin, key_signature
from app.document.palette import Palette, identity
from app.document.regions import ColoredDrawing
from app.document.show import Show
from app.document.timesheet import Timesheet
from app.document.votes import StretchVotes, Vote
from app.io.pictures.images import read_rgba
from app.io.shots.shot_folder import open_shot_folder
from app.io.shows import show_schema
from app.io.shows.show_file import ReadShow, ShowChangedError, ShowFileError, ShowWriter, read_show
from tests.app.shots import make_shot

SIZE = (48, 64)
ACROSS, BESIDE = GapStroke(((1, 2), (-3, 400), (5, 6))), GapStroke(((9, 9), (8, 8)))


def random_coloring(number: int, seed: int = 0, soft: bool = False) -> ColoredDrawing:
    chance = np.random.default_rng(100 * seed + number)
    return ColoredDrawing.pack(
        number,
        labels=chance.integers(0, 5, SIZE, dtype=np.int32),
        palette=chance.integers(0, 256, (3, 4), dtype=np.uint8),
        region_colors=chance.integers(0, 3, 5, dtype=np.int32),
        confidence=chance.random(5, dtype=np.float32),
        is_key=number == 1,
        soft=chance.integers(0, 256, (*SIZE, 4), dtype=np.uint8) if soft else None,
        is_guess=number == 3,
    )


@pytest.fixture
def show(tmp_path: Path) -> Show:
    """Two shots of the same name beside a key folder; the first has keys and colorings."""
    shots = [
        open_shot_folder(make_shot(tmp_path / "work" / place / "cut", keys=(1, 5))).shot
        for place in ("a", "b")
    ]
    show = Show(None, shots)
    first = shots[0]
    first.set_keys({n: first.folder.parent / "color" / f"A{n:04}.png" for n in (1, 5)})
    first.set_gap_strokes({2: (ACROSS, BESIDE), 4: (BESIDE,), 5: (ACROSS,)})
    signature = key_signature(first.keys, first.gap_strokes)
    for number in (1, 2, 3):
        one = random_coloring(number, soft=number == 2)
        show.origins.note(one, Origin(signature, is_outdated=number == 2))
        first.set_colorings({number: one})
    skin, blue = (250, 210, 180, 255), (0, 0, 255, 255)
    palette = Palette().added(skin, "skin", "hero").added((0, 0, 0, 0))
    first.set_palette(palette.with_color_swapped(skin, blue))
    first.set_corrections(
        {
            2: (Correction(3, 4, (1, 2, 3, 255)), Correction(5, 6, (0, 0, 0, 0), (1, 3))),
            3: (Correction(7, 8, (9, 9, 9, 255)),),
        }
    )
    first.set_timesheet(Timesheet((None, 1, 1, 3, 12, 1)))
    first.set_gap(17)
    first.set_left_open({3: ((4, 5), (60, 7))})
    return show


def test_keys_that_were_borrowed_are_known_again(show: Show, tmp_path: Path) -> None:
    first, lender = show.shots
    lent = [
        Loan(drawing.path, first.keys[1], strokes)
        for drawing, strokes in zip(lender.drawings, [(), (ACROSS, BESIDE)], strict=False)
    ]
    for number, loans in ((1, []), (2, lent), (3, lent[:1])):
        one = replace(random_coloring(number), loans=frozenset(loans))
        first.set_colorings({number: one})
    save(show, tmp_path / "s.shiage")
    (read, _) = read_show(tmp_path / "s.shiage").state.shots
    loans = {number: one.coloring.loans for number, one in read.colorings.items()}
    assert loans == {1: frozenset(), 2: frozenset(lent), 3: frozenset(lent[:1])}


def save(show: Show, path: Path) -> ShowWriter:
    writer = ShowWriter(path)
    writer.write(show.state())
    list(writer.write_pictures(show.state()))
    return writer


def files(path: Path) -> dict[str, int]:
    return {
        file.relative_to(path).as_posix(): file.stat().st_mtime_ns
        for file in path.rglob("*")
        if file.is_file()
    }


def assert_same(read: ReadShow, show: Show) -> None:
    assert len(read.state.shots) == len(show.shots)
    for found, shot in zip(read.state.shots, show.state().shots, strict=True):
        assert (found.name, found.folder, found.drawings) == (
            shot.name,
            shot.folder,
            shot.drawings,
        )
        assert found.timesheet == shot.timesheet
        assert found.keys == shot.keys
        assert found.corrections == shot.corrections
        assert found.palette == shot.palette
        assert found.colorings.keys() == shot.colorings.keys()
        for number, (coloring, origin) in shot.colorings.items():
            again = found.colorings[number]
            assert again.origin == origin
            assert_same_coloring(again.coloring, coloring)


def assert_same_coloring(one: ColoredDrawing, other: ColoredDrawing) -> None:
    assert (one.number, one.size, one.is_key, one.is_guess) == (
        other.number,
        other.size,
        other.is_key,
        other.is_guess,
    )
    for first, second in (
        (one.palette, other.palette),
        (one.region_colors, other.region_colors),
        (one.confidence, other.confidence),
        (one.labels(), other.labels()),
        (one.soft(), other.soft()),
    ):
        assert first.dtype == second.dtype
        assert np.array_equal(first, second)
    assert (one.packed_soft is None) == (other.packed_soft is None)
    assert (one.vote is None) == (other.vote is None)
    if one.vote is not None and other.vote is not None:
        assert one.vote.place == other.vote.place
        assert one.vote.stretch.packed == other.vote.stretch.packed


def test_a_reopened_show_is_exactly_what_was_saved(show: Show, tmp_path: Path) -> None:
    save(show, tmp_path / "ep 3 動画.shiage")
    read = read_show(tmp_path / "ep 3 動画.shiage")
    assert_same(read, show)
    assert not read.problems
    assert not any(shot.is_missing or shot.changed for shot in read.shots)
    again = read.state.show(read.path)
    assert again.name == "ep 3 動画"
    assert again.state() == read.state


def test_gaps_and_what_colorings_were_made_with_are_kept(show: Show, tmp_path: Path) -> None:
    shot = show.shots[0]
    made_with = {2: GapClosing(17, (ACROSS, BESIDE)), 3: GapClosing(4)}
    for number, closing in made_with.items():
        one = shot.coloring(number)
        assert one is not None
        shot.set_colorings({number: one.numbered(number, closing)})
    save(show, tmp_path / "hero.shiage")
    again = read_show(tmp_path / "hero.shiage").state.show(None).shots[0]
    assert (again.gap, dict(again.gap_strokes)) == (17, dict(shot.gap_strokes))
    assert dict(again.left_open) == {3: ((4, 5), (60, 7))}
    assert {n: one.closing for n, one in again.colorings.items()} == {1: None, **made_with}
    outdated = {n for n, one in again.colorings.items() if again.has_former_regions(one)}
    assert outdated == {3}


def test_a_show_from_before_gaps_were_kept_closes_them_as_ever(show: Show, tmp_path: Path) -> None:
    save(show, tmp_path / "hero.shiage")
    path = tmp_path / "hero.shiage" / "show.json"
    values = json.loads(path.read_text())
    for shot in values["shots"]:
        del shot["gap"], shot["gap_strokes"], shot["left_open"]
        for coloring in shot["colorings"]:
            del coloring["closing"]
    path.write_text(json.dumps(values))
    again = read_show(tmp_path / "hero.shiage").state.show(None).shots[0]
    assert (again.gap, dict(again.gap_strokes), dict(again.left_open)) == (4, {}, {})
    assert not any(again.has_former_regions(one) for one in again.colorings.values())


def test_drawings_of_a_stretch_share_what_they_decided_by_again(show: Show, tmp_path: Path) -> None:
    votes = StretchVotes(b"beliefs" * 100)
    shot = show.shots[0]
    for place, number in enumerate((2, 3)):
        shot.set_colorings({number: replace(random_coloring(number), vote=Vote(votes, place))})
    path = tmp_path / "s.shiage"
    writer = save(show, path)
    read = read_show(path)
    assert_same(read, show)
    both = [read.state.shots[0].colorings[number].coloring.vote for number in (2, 3)]
    assert both[0] is not None and both[1] is not None
    assert both[0].stretch is both[1].stretch
    (file,) = path.rglob("*.votes")
    file.write_bytes(b"damaged")
    damaged = read_show(path).state.shots[0].colorings
    assert sorted(damaged) == [1, 2, 3]
    assert damaged[2].coloring.vote is None
    shot.set_colorings({2: None, 3: None})
    shot.set_corrections({2: (), 3: ()})
    writer.write(show.state())
    assert not list(path.rglob("*.votes"))


def test_color_layers_lie_there_for_other_tools(show: Show, tmp_path: Path) -> None:
    path = tmp_path / "s.shiage"
    save(show, path)
    coloring = show.shots[0].coloring(2)
    assert coloring is not None
    assert np.array_equal(read_rgba(path / "colors/cut/A0002.png"), coloring.color_layer())


def test_a_swapped_color_reaches_the_pictures(show: Show, tmp_path: Path) -> None:
    path = tmp_path / "s.shiage"
    writer = save(show, path)
    shot = show.shots[0]
    coloring = shot.coloring(2)
    assert coloring is not None
    source = identity(coloring.palette[coloring.region_colors[0]].tolist())
    shot.set_palette(Palette().added(source).with_color_swapped(source, (1, 2, 3, 255)))
    writer.write(show.state())
    list(writer.write_pictures(show.state()))
    picture = read_rgba(path / "colors/cut/A0002.png")
    assert np.array_equal(picture, coloring.painted(shot.palette.swaps).color_layer())
    assert (picture == (1, 2, 3, 255)).all(axis=-1).any()


def test_only_what_changed_is_written_again(show: Show, tmp_path: Path) -> None:
    path = tmp_path / "s.shiage"
    writer = save(show, path)
    before = files(path)
    shot = show.shots[0]
    shot.set_colorings({2: random_coloring(2, seed=1), 3: None})
    writer.write(show.state())
    list(writer.write_pictures(show.state()))
    after = files(path)
    same = {name for name in before.keys() & after.keys() if before[name] == after[name]}
    assert same == {".lock", "colors/cut/A0001.png"} | {
        name for name in before if name.startswith("regions/cut/A0001-")
    }
    assert len([name for name in after if name.startswith("regions/cut/A0002-")]) == 1
    assert not [name for name in after if "A0003" in name]
    assert_same(read_show(path), show)


def test_what_others_put_into_the_folder_stays(show: Show, tmp_path: Path) -> None:
    path = tmp_path / "s.shiage"
    writer = save(show, path)
    (path / "colors/cut/notes.png").write_bytes(b"mine")
    (path / "readme.txt").write_text("mine")
    show.set_shots(show.shots[1:])
    writer.write(show.state())
    list(writer.write_pictures(show.state()))
    assert sorted(files(path)) == [
        ".lock",
        "colors/cut/notes.png",
        "colors/index.json",
        "readme.txt",
        "show.json",
    ]


def test_a_show_moves_with_its_line_art(show: Show, tmp_path: Path) -> None:
    save(show, tmp_path / "work" / "s.shiage")
    (tmp_path / "work").rename(tmp_path / "elsewhere")
    read = read_show(tmp_path / "elsewhere" / "s.shiage")
    first = read.shots[0]
    assert not first.is_missing
    assert first.state.folder == tmp_path / "elsewhere" / "a" / "cut" / "line"
    assert all(path.is_file() for path in first.state.keys.values())
    # The keys are the same ones elsewhere: no coloring became stale by the move.
    signature = key_signature(first.state.keys, first.state.gap_strokes)
    assert first.state.colorings[1].origin.keys == signature
    assert not first.changed


def test_a_show_alone_finds_its_line_art_by_the_absolute_path(show: Show, tmp_path: Path) -> None:
    save(show, tmp_path / "work" / "s.shiage")
    moved = tmp_path / "some" / "where" / "s.shiage"
    moved.parent.mkdir(parents=True)
    (tmp_path / "work" / "s.shiage").rename(moved)
    assert_same(read_show(moved), show)


def test_missing_line_art_loses_nothing(show: Show, tmp_path: Path) -> None:
    save(show, tmp_path / "s.shiage")
    shutil.rmtree(tmp_path / "work")
    read = read_show(tmp_path / "s.shiage")
    assert all(shot.is_missing for shot in read.shots)
    assert_same(read, show)


def test_files_that_changed_since_are_named(show: Show, tmp_path: Path) -> None:
    save(show, tmp_path / "s.shiage")
    shot = show.shots[0]
    os.utime(shot.drawing(2).path, ns=(1, 1))
    with shot.keys[5].open("ab") as file:
        file.write(b"\0")
    assert read_show(tmp_path / "s.shiage").shots[0].changed == {2, 5}


def test_an_unreadable_coloring_is_named_and_not_thrown_away(show: Show, tmp_path: Path) -> None:
    path = tmp_path / "s.shiage"
    save(show, path)
    (broken,) = (path / "regions/cut").glob("A0002-*")
    broken.write_bytes(broken.read_bytes()[:100])
    read = read_show(path)
    (problem,) = read.problems
    assert "drawing 2" in problem and "colorize this drawing again" in problem
    assert sorted(read.state.shots[0].colorings) == [1, 3]
    ShowWriter(path, read.saved, read.unread).write(read.state)
    assert broken.exists()


def test_two_programs_do_not_overwrite_each_other_unasked(show: Show, tmp_path: Path) -> None:
    path = tmp_path / "s.shiage"
    mine = save(show, path)
    theirs = ShowWriter(path, read_show(path).saved)
    theirs.write(show.state())
    with pytest.raises(ShowChangedError, match="another program"):
        mine.write(show.state())
    mine.write(show.state(), replaces=True)
    mine.write(show.state())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "damaged"),
        ("[]", "damaged"),
        ('{"schema": "1"}', "damaged"),
        ('{"schema": 1}', "damaged"),
        ('{"schema": 1, "saved": "x", "shots": [{}]}', "damaged"),
        ('{"schema": 99}', "newer version of Shiage"),
    ],
)
def test_what_cannot_be_opened_is_one_sentence(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "s.shiage").mkdir()
    (tmp_path / "s.shiage/show.json").write_text(text)
    with pytest.raises(ShowFileError, match=words):
        read_show(tmp_path / "s.shiage")


def test_a_folder_without_show_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ShowFileError, match="is no show"):
        read_show(tmp_path)


def test_older_schemas_are_brought_up_to_date_step_by_step(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(show_schema, "SCHEMA", 3)
    steps = {1: lambda v: {**v, "two": True}, 2: lambda v: {**v, "three": v["two"]}}
    monkeypatch.setattr(show_schema, "MIGRATIONS", steps)
    assert show_schema.parse(json.dumps({"schema": 1}), tmp_path) == {
        "schema": 3,
        "two": True,
        "three": True,
    }


def test_a_file_in_the_way_is_one_sentence(show: Show, tmp_path: Path) -> None:
    (tmp_path / "s.shiage").write_text("")
    with pytest.raises(ShowFileError, match="is a file, not a show"):
        ShowWriter(tmp_path / "s.shiage").write(show.state())
