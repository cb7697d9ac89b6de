"""Which timesheet a shot folder opens with, and what is said about it."""

from __future__ import annotations

from pathlib import Path

from app.document.timesheet import Timesheet
from app.io.shots.shot_folder import open_shot_folder
from app.io.shots.xdts import write_xdts
from tests.app.shots import line_art, make_shot, save


def sheet(path: Path, *frames: int | None, name: str = "A") -> Path:
    write_xdts(path, Timesheet(frames), name, "cut")
    return path


def test_without_a_timesheet_every_drawing_has_one_frame(tmp_path: Path) -> None:
    opened = open_shot_folder(make_shot(tmp_path, 3))
    assert opened.shot.timesheet.frames == (1, 2, 3)
    assert opened.timesheet is None


def test_a_timesheet_in_the_folder_or_around_its_line_folder_counts(tmp_path: Path) -> None:
    line = make_shot(tmp_path / "cut", 2)
    around = sheet(tmp_path / "cut" / "anything.XDTS", 2, 2, 1, name="other")
    opened = open_shot_folder(line)
    assert (opened.shot.timesheet.frames, opened.timesheet) == ((2, 2, 1), around)
    inside = sheet(line / "z.xdts", 1, 2, 1)
    opened = open_shot_folder(line)
    assert (opened.shot.timesheet.frames, opened.timesheet) == ((1, 2, 1), inside)
    assert opened.problems == ()


def test_a_timesheet_beside_the_folder_has_to_be_meant_for_it(tmp_path: Path) -> None:
    for name in ("x1", "x2"):
        save(tmp_path / "c12" / f"{name}.png", line_art())
    beside = sheet(tmp_path / "another.xdts", 2, 1, name="B")
    assert open_shot_folder(tmp_path / "c12").timesheet is None
    alike = sheet(tmp_path / "C12.xdts", 2, 1, name="B")
    assert open_shot_folder(tmp_path / "c12").timesheet == alike
    alike.unlink()
    sheet(beside, 1, 1, 2, name="X")
    assert open_shot_folder(tmp_path / "c12").shot.timesheet.frames == (1, 1, 2)


def test_what_sheet_and_folder_do_not_share_is_told(tmp_path: Path) -> None:
    line = make_shot(tmp_path / "cut", 4)
    sheet(line / "cut.xdts", 1, 8, 9, 2)
    opened = open_shot_folder(line)
    assert opened.shot.timesheet.frames == (1, 8, 9, 2)
    assert opened.shot.off_sheet() == [3, 4]
    missing, unused = opened.problems
    assert "uses 8–9, not found" in missing
    assert "does not use 3–4" in unused


def test_a_sheet_of_other_drawings_or_a_damaged_one_leaves_one_frame_each(tmp_path: Path) -> None:
    line = make_shot(tmp_path / "cut", 2)
    path = sheet(line / "cut.xdts", 5, 6)
    opened = open_shot_folder(line)
    assert opened.shot.timesheet.frames == (1, 2)
    assert "uses none of these drawings" in opened.problems[0]
    path.write_text("nothing")
    opened = open_shot_folder(line)
    assert opened.shot.timesheet.frames == (1, 2)
    assert "does not begin like a timesheet" in opened.problems[0]
