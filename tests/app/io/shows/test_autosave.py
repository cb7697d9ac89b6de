from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.document.show import Show, ShowState
from app.io.shots.shot_folder import open_shot_folder
from app.io.shows.autosave import AutosaveSlot, discard, find_lost
from app.io.shows.show_file import ShowFileError, ShowWriter, read_show
from tests.app.io.shows.test_show_file import assert_same, random_coloring
from tests.app.shots import make_shot

KILLS = 10


@pytest.fixture
def show(tmp_path: Path) -> Show:
    shot = open_shot_folder(make_shot(tmp_path / "cut")).shot
    shot.set_colorings({2: random_coloring(2)})
    return Show(None, [shot])


def test_work_in_a_slot_is_lost_work_only_when_its_program_is_gone(
    show: Show, tmp_path: Path
) -> None:
    slot = AutosaveSlot(tmp_path / "slots")
    slot.write(show.state(), "cut", None)
    assert find_lost(tmp_path / "slots") == []
    slot.leave()
    (lost,) = find_lost(tmp_path / "slots")
    assert (lost.name, lost.path) == ("cut", None)
    assert_same(read_show(lost.show), show)


def test_lost_work_goes_to_one_program_alone(show: Show, tmp_path: Path) -> None:
    slot = AutosaveSlot(tmp_path)
    slot.write(show.state(), "cut", tmp_path / "s.shiage")
    slot.leave()
    (lost,) = find_lost(tmp_path)
    claimed = AutosaveSlot.claim(lost)
    assert claimed is not None
    assert AutosaveSlot.claim(lost) is None
    assert find_lost(tmp_path) == []
    discard(lost)
    claimed.write(show.state(), "cut", None)
    claimed.leave()
    assert [work.path for work in find_lost(tmp_path)] == [None]


def test_cleared_and_discarded_work_is_gone(show: Show, tmp_path: Path) -> None:
    for _ in range(2):
        slot = AutosaveSlot(tmp_path)
        slot.write(show.state(), "cut", None)
        slot.clear()
        assert list(tmp_path.iterdir()) == [tmp_path / "cut"]
        slot.write(show.state(), "cut", None)
        slot.leave()
        (lost,) = find_lost(tmp_path)
        discard(lost)
        assert find_lost(tmp_path) == []


def test_a_slot_without_work_is_swept_when_it_is_old(tmp_path: Path) -> None:
    for name, age in (("new", 0), ("old", 3600)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "about.json").write_text("{")
        os.utime(tmp_path / name, (time.time() - age,) * 2)
    assert find_lost(tmp_path) == []
    assert [folder.name for folder in tmp_path.iterdir()] == ["new"]


def test_a_program_killed_at_any_moment_leaves_whole_files(tmp_path: Path) -> None:
    """Neither the show nor the autosave is ever half-written or older than what was told."""
    line = make_shot(tmp_path / "cut")
    path, slots = tmp_path / "s.shiage", tmp_path / "slots"
    chance = random.Random(4)
    for kill in range(KILLS):
        told = work_and_be_killed([line, path, slots], kill, chance.uniform(0.0, 0.25))
        if "save" in told:
            assert count_in(read_show(path).state) >= told["save"]
        works = find_lost(slots)
        if "autosave" in told:
            (work,) = works
            assert count_in(read_show(work.show).state) >= told["autosave"]
        for work in works:
            discard(work)
    assert not list(slots.glob("*/about.json"))
    show = read_show(path).state.show(path)
    ShowWriter(path).write(show.state())
    assert_same(read_show(path), show)


def work_and_be_killed(places: list[Path], seed: int, seconds: float) -> dict[str, int]:
    """Run the program until it did something, and some time longer; what it told last."""
    command = [
        sys.executable,
        "-m",
        "tests.app.io.shows.work_forever",
        *map(str, places),
        str(seed),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        first = program.stdout.readline()
        with pytest.raises(subprocess.TimeoutExpired):
            program.wait(seconds)
        program.kill()
        lines = [first, *program.stdout.read().splitlines()]
    told: dict[str, int] = {}
    for what, count in (line.split() for line in lines if line.strip()):
        told[what] = int(count)
    return told


def count_in(state: ShowState) -> int:
    """How far the program had come; every coloring of that moment is there and whole."""
    (shot,) = state.shots
    for coloring, _ in shot.colorings.values():
        coloring.color_layer()
    assert len(shot.colorings) >= 3
    return int(shot.keys[1].stem)


def test_a_disk_that_is_full_keeps_what_was_there(
    show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = ShowWriter(tmp_path / "s.shiage")
    writer.write(show.state())
    show.shots[0].set_colorings({3: random_coloring(3)})

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ShowFileError, match="disk is full"):
        writer.write(show.state())
    assert list(read_show(tmp_path / "s.shiage").state.shots[0].colorings) == [2]
