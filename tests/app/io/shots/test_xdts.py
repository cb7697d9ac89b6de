from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.document.timesheet import Timesheet
from app.io.shots.xdts import XdtsError, fitting_track, read_xdts, write_xdts

FIRST_LINE = "exchangeDigitalTimeSheet Save Data"


def entry(frame: int, value: str) -> dict[str, Any]:
    return {"frame": frame, "data": [{"id": 0, "values": [value]}]}


def table(tracks: dict[int, list[dict[str, Any]]], names: list[str], duration: int = 8) -> Any:
    return {
        "name": "cut",
        "duration": duration,
        "operatorName": "somebody",
        "timeTableHeaders": [{"fieldId": 3, "names": ["S1"]}, {"fieldId": 0, "names": names}],
        "fields": [
            {"fieldId": 3, "tracks": [{"trackNo": 0, "frames": [entry(0, "Hello 1")]}]},
            {"fieldId": 0, "tracks": [{"trackNo": n, "frames": f} for n, f in tracks.items()]},
        ],
    }


def save(path: Path, *tables: Any, head: str = FIRST_LINE + "\n", encoding: str = "utf-8") -> Path:
    text = head + json.dumps({"version": 5, "timeTables": tables}, indent=1)
    path.write_bytes(text.replace("\n", "\r\n").encode(encoding))
    return path


def test_numbers_empty_cells_and_symbols_are_understood(tmp_path: Path) -> None:
    frames = [
        entry(0, "1"),
        entry(1, "SYMBOL_TICK_1"),
        entry(2, "SYMBOL_NULL_CELL"),
        entry(4, "A0007"),
        entry(5, "SYMBOL_HYPHEN"),
        entry(6, "SYMBOL_TICK_2"),
        entry(8, "SYMBOL_NULL_CELL"),
    ]
    (track,) = read_xdts(save(tmp_path / "c.xdts", table({0: frames}, ["A"]), encoding="utf-8-sig"))
    assert track.name == "A"
    assert track.sheet.frames == (1, 1, None, None, 7, 7, 7, 7)


def test_tracks_go_by_their_number_not_by_their_names(tmp_path: Path) -> None:
    tracks = {2: [entry(0, "3")], 0: [entry(0, "1")], 7: [entry(0, "9")], 1: []}
    path = save(tmp_path / "c.xdts", table(tracks, ["A", "A", "B"], 1))
    found = [(track.name, track.sheet.frames) for track in read_xdts(path)]
    assert found == [("A", (1,)), ("B", (3,)), ("", (9,))]


def test_tables_without_drawings_are_passed_over(tmp_path: Path) -> None:
    path = save(tmp_path / "c.xdts", table({}, []), table({0: [entry(-2, "4")]}, ["A"], 2))
    assert read_xdts(path)[0].sheet.frames == (4, 4)


def test_a_table_that_does_not_say_its_length_ends_with_its_last_entry(tmp_path: Path) -> None:
    frames = [entry(0, "1"), entry(2, "2"), entry(4, "SYMBOL_NULL_CELL")]
    path = save(tmp_path / "c.xdts", table({0: frames}, ["A"], 0))
    assert read_xdts(path)[0].sheet.frames == (1, 1, 2, 2)


@pytest.mark.parametrize(
    ("series", "name"), [("A", "A"), ("b_", "B"), ("cut12_B.", "B"), ("x", None), ("", None)]
)
def test_the_column_named_like_the_drawings_is_found(
    tmp_path: Path, series: str, name: str | None
) -> None:
    tracks = {0: [entry(0, "1")], 1: [entry(0, "2")]}
    found = fitting_track(read_xdts(save(tmp_path / "c.xdts", table(tracks, ["A", "B"]))), series)
    assert (found and found.name) == name


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "does not begin like a timesheet"),
        (b"\xff\xfe\x00", "not UTF-8"),
        (f"{FIRST_LINE}\n{{".encode(), "damaged or cut off"),
        (f"{FIRST_LINE}\n[]".encode(), "not laid out as XDTS"),
        (f"{FIRST_LINE}\n{{}}".encode(), "not laid out as XDTS"),
        (f'{FIRST_LINE}\n{{"timeTables": [3]}}'.encode(), "not laid out as XDTS"),
        (f'{FIRST_LINE}\n{{"timeTables": []}}'.encode(), "no column of drawings"),
    ],
)
def test_what_is_no_timesheet_is_named_and_explained(
    tmp_path: Path, content: bytes, says: str
) -> None:
    path = tmp_path / "cut.xdts"
    path.write_bytes(content)
    with pytest.raises(XdtsError, match=rf"cut\.xdts.*{says}"):
        read_xdts(path)


def test_a_missing_or_endless_timesheet_is_refused(tmp_path: Path) -> None:
    with pytest.raises(XdtsError, match="cannot be read"):
        read_xdts(tmp_path / "none.xdts")
    path = save(tmp_path / "c.xdts", table({0: [entry(0, "1")]}, ["A"], 10**12))
    with pytest.raises(XdtsError, match="more than 100000"):
        read_xdts(path)


@pytest.mark.parametrize("frames", [(1, 1, None, 2), (None, 3, 3, None)])
def test_what_is_written_is_read_back(tmp_path: Path, frames: tuple[int | None, ...]) -> None:
    path = tmp_path / "動画.xdts"
    write_xdts(path, Timesheet(frames), "Ａ", "cut 12")
    (track,) = read_xdts(path)
    assert (track.name, track.sheet.frames) == ("Ａ", frames)
    first, _, text = path.read_text(encoding="utf-8").partition("\n")
    assert first == FIRST_LINE
    written = json.loads(text)["timeTables"][0]
    last = written["fields"][0]["tracks"][0]["frames"][-1]
    assert last["data"][0]["values"] == ["SYMBOL_NULL_CELL"]
    assert last["frame"] <= written["duration"] == len(frames)
