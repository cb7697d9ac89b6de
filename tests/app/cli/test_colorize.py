from __future__ import annotations

import errno
import json
import os
import shutil
import signal
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from app.__main__ import main
from app.io.pictures.images import read_rgba
from tests.app.engine.fakes import FakeNetworks
from tests.app.engine.tuned_shows import SMALL, save_show
from tests.app.shots import COAT, SKIN, color_layer, line_art, make_shot, save

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def folder(tmp_path: Path, networks: FakeNetworks) -> Path:
    return make_shot(tmp_path / "カット 12 'b'", count=5, keys=(1, 5))


def keys(folder: Path, *numbers: int) -> list[str]:
    color = folder.parent / "color"
    return [part for n in numbers for part in ("--key", f"{n}={color}/A{n:04d}.png")]


def colorize(folder: Path, *options: object) -> int:
    return main(["colorize", str(folder), *map(str, options)])


def test_every_drawing_is_written_under_its_own_name_and_size(
    folder: Path, tmp_path: Path, capsys: Captured
) -> None:
    out = tmp_path / "out"
    assert colorize(folder, *keys(folder, 1, 5), "--out", out) == 0
    assert sorted(path.name for path in out.iterdir()) == [f"A000{n}.png" for n in range(1, 6)]
    for path in out.iterdir():
        pixels = read_rgba(path)
        assert pixels.shape == (48, 64, 4)
        assert set(map(tuple, pixels.reshape(-1, 4).tolist())) <= {(0, 0, 0, 0), COAT, SKIN}
    said = capsys.readouterr()
    assert said.out == f"5 of 5 drawings are colored in {out}\n"
    assert "[0/5] Studying the keys" in said.err
    assert "[2/5] Coloring A0003" in said.err


def test_offered_keys_are_used_and_said(folder: Path, capsys: Captured) -> None:
    assert colorize(folder.parent) == 0
    assert "note: the keys in the folder color are used, drawings 1, 5\n" in capsys.readouterr().err
    assert len(list(folder.parent.with_name("カット 12 'b'_color").iterdir())) == 5


def test_the_composite_keeps_the_lines(folder: Path, tmp_path: Path) -> None:
    assert colorize(folder, "--out", tmp_path / "out", "--layer", "both") == 0
    pixels = read_rgba(tmp_path / "out" / "composite" / "A0003.png")
    ink = line_art(4)[..., 0] == 0
    assert (pixels[ink] == (0, 0, 0, 255)).all()
    assert (tmp_path / "out" / "color" / "A0003.png").exists()


def test_colored_trace_lines_are_painted_over_if_asked(folder: Path, tmp_path: Path) -> None:
    line = line_art(4)
    line[0, :] = (255, 0, 0)
    save(folder / "A0003.png", line)
    for extra, red in (((), True), (("--paint-traces",), False)):
        out = tmp_path / f"out{len(extra)}"
        assert colorize(folder, "--out", out, "--layer", "composite", *extra) == 0
        pixels = read_rgba(out / "A0003.png")
        assert ((pixels[0] == (255, 0, 0, 255)).all(axis=1)).all() == red
        assert (pixels[line[..., 0] == 0] == (0, 0, 0, 255)).all()


def test_the_report_tells_regions_palette_and_cost(folder: Path, tmp_path: Path) -> None:
    report = tmp_path / "r.json"
    assert colorize(folder, "--out", tmp_path / "out", "--gap", 3, "--report", report) == 0
    told = json.loads(report.read_text())
    assert told["gap"] == 3
    assert set(told["palette"]) == {"#00000000", "#285aa0ff", "#fad2b4ff"}
    assert [drawing["number"] for drawing in told["drawings"]] == [1, 2, 3, 4, 5]
    assert [drawing["key"] for drawing in told["drawings"]] == [True, False, False, False, True]
    assert told["failures"] == []
    assert told["seconds"] >= sum(drawing["seconds"] for drawing in told["drawings"]) > 0
    assert told["peak_memory_mb"] > 10
    first = told["drawings"][0]
    assert first["files"] == [str(tmp_path / "out" / "A0001.png")]
    inside = first["regions"][-1]
    assert inside == {
        "id": 2,
        "color": "#fad2b4ff",
        "confidence": 1.0,
        "area": 14 * 14,
        "bbox": [17, 17, 14, 14],
    }
    assert sum(region["area"] for region in first["regions"]) == 48 * 64


def test_failed_drawings_are_named_and_the_rest_is_made(
    folder: Path, tmp_path: Path, capsys: Captured
) -> None:
    (folder / "A0002.png").write_bytes(b"")
    report = tmp_path / "r.json"
    assert colorize(folder, "--out", tmp_path / "out", "--report", report) == 1
    said = capsys.readouterr()
    assert said.out.endswith("not colored: A0002.png\n")
    assert "line/A0002.png is empty (0 bytes)" in said.err
    assert len(list((tmp_path / "out").iterdir())) == 4
    assert [failure["number"] for failure in json.loads(report.read_text())["failures"]] == [2]


def test_one_damaged_key_of_several_is_named_and_the_other_used(
    folder: Path, tmp_path: Path, capsys: Captured
) -> None:
    (folder.parent / "color" / "A0005.png").write_bytes(b"torn")
    assert colorize(folder, *keys(folder, 1, 5), "--out", tmp_path / "out") == 1
    assert "color/A0005.png is not an image" in capsys.readouterr().err
    assert len(list((tmp_path / "out").iterdir())) == 4


def bad_arguments(folder: Path, tmp_path: Path) -> dict[str, list[object]]:
    other_size = save(tmp_path / "small.png", color_layer(size=(24, 32)))
    torn = tmp_path / "torn.png"
    torn.write_bytes(b"torn")
    save(tmp_path / "plain" / "cover.png", line_art())
    good = keys(folder, 1)
    return {
        "no-such-folder": [tmp_path / "nowhere", *good],
        "not-a-folder": [other_size, *good],
        "no-numbers": [tmp_path / "plain", *good],
        "missing-key": [folder, "--key", f"1={tmp_path / 'gone.png'}"],
        "torn-key": [folder, "--key", f"1={torn}"],
        "key-size": [folder, "--key", f"1={other_size}"],
        "key-number": [folder, "--key", f"77={folder.parent / 'color' / 'A0001.png'}"],
        "key-is-line": [folder, "--key", f"1={folder / 'A0001.png'}"],
        "key-twice": [folder, *good, *good],
        "into-lines": [folder, *good, "--out", folder],
        "out-is-file": [folder, *good, "--out", other_size],
        "report-place": [folder, *good, "--report", tmp_path / "nowhere" / "r.json"],
    }


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("no-such-folder", "nowhere does not exist"),
        ("not-a-folder", "small.png is not a folder"),
        ("no-numbers", "have no drawing numbers"),
        ("missing-key", "gone.png: there is no such file"),
        ("torn-key", "torn.png is not an image"),
        ("key-size", "small.png is 32×24, but its drawing A0001.png is 64×48"),
        ("key-number", "drawing 77, which this shot does not have"),
        ("key-is-line", "line/A0001.png is the line art itself"),
        ("key-twice", "names drawing 1 twice"),
        ("into-lines", "holds the line art"),
        ("out-is-file", "is not a folder"),
        ("report-place", "nowhere/r.json: name a file in a folder that exists"),
    ],
)
def test_bad_input_exits_2_with_one_sentence(
    folder: Path, tmp_path: Path, capsys: Captured, kind: str, says: str
) -> None:
    assert colorize(*bad_arguments(folder, tmp_path)[kind]) == 2  # type: ignore[arg-type]
    said = capsys.readouterr()
    (sentence,) = (line for line in said.err.splitlines() if line.startswith("shiage: "))
    assert says in sentence
    assert sentence.endswith(".")
    assert said.out == ""
    assert not folder.with_name("line_color").exists()


def test_without_any_key_the_remedies_are_told(
    tmp_path: Path, networks: FakeNetworks, capsys: Captured
) -> None:
    assert colorize(make_shot(tmp_path)) == 2
    assert "give --key N=FILE" in capsys.readouterr().err


@pytest.mark.parametrize(
    "options",
    [["--key", "A0001.png"], ["--key", "one=a.png"], ["--gap", "-1"], ["--mode", "vivid"], ["-x"]],
)
def test_bad_usage_exits_2(folder: Path, capsys: Captured, options: list[str]) -> None:
    assert colorize(folder, *options) == 2
    assert "error: " in capsys.readouterr().err


def test_interrupting_keeps_what_is_finished(
    folder: Path, tmp_path: Path, networks: FakeNetworks, capsys: Captured
) -> None:
    def trip(device: str, line: NDArray[np.uint8]) -> None:
        if np.array_equal(line, line_art(4)[..., 0]):
            signal.raise_signal(signal.SIGINT)

    networks.trip = trip
    report = tmp_path / "r.json"
    assert colorize(folder, "--out", tmp_path / "out", "--report", report) == 130
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "A0001.png",
        "A0002.png",
        "A0003.png",
    ]
    assert capsys.readouterr().out.startswith("Interrupted; 3 of 5 drawings")
    assert len(json.loads(report.read_text())["drawings"]) == 3


@pytest.mark.parametrize(("room", "status"), [(2, 1), (0, 2)])
def test_a_disk_that_fills_up_keeps_what_is_finished(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: Captured,
    room: int,
    status: int,
) -> None:
    sync, synced = os.fsync, list[int]()

    def fill_up(file: int) -> None:
        if len(synced) == room:
            raise OSError(errno.ENOSPC, "No space left on device")
        sync(file)
        synced.append(file)

    monkeypatch.setattr(os, "fsync", fill_up)
    assert colorize(folder, "--out", tmp_path / "out") == status
    assert "The disk is full" in capsys.readouterr().err
    assert len(list((tmp_path / "out").iterdir())) == room


def test_a_terminal_gets_a_bar_of_one_line(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "40")
    assert colorize(folder, "--out", tmp_path / "out") == 0
    drawn = capsys.readouterr().err.split("\r\x1b[K")
    assert any("] 3/5  Col" in line for line in drawn)
    assert all(len(line) < 40 for line in drawn if line.startswith("["))
    assert drawn[-1] == ""


def test_a_show_lends_what_it_has_learned(tmp_path: Path, capsys: Captured) -> None:
    show, _ = save_show(tmp_path)
    folder = make_shot(tmp_path / "next", count=3, keys=(1,))
    assert colorize(folder, *keys(folder, 1), "--show", show, "--device", "cpu") == 0

    shutil.rmtree(show / "weights")

    assert colorize(folder, *keys(folder, 1), "--show", show, "--device", "cpu") == 2
    assert str(show / "weights" / SMALL) in capsys.readouterr().err


def test_a_shot_without_keys_borrows_those_of_a_show(
    tmp_path: Path, networks: FakeNetworks, capsys: Captured
) -> None:
    show, _ = save_show(tmp_path)
    folder = make_shot(tmp_path / "next", count=3)
    out = tmp_path / "out"
    assert colorize(folder, "--show", show, "--device", "cpu", "--out", out) == 0
    assert "keys of the show's shots are used" in capsys.readouterr().err
    assert len(list(out.glob("*.png"))) == 3


def test_what_is_no_show_lends_nothing(folder: Path, tmp_path: Path, capsys: Captured) -> None:
    assert colorize(folder, "--show", tmp_path / "nowhere.shiage") == 2
    assert "nowhere.shiage is no show" in capsys.readouterr().err
