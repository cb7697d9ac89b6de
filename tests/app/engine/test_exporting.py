from __future__ import annotations

import errno
import os
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.document.regions import ColoredDrawing
from app.document.timesheet import Timesheet
from app.engine.export_names import drawing_sheet, frame_sheet, named_as_drawings, named_as_frames
from app.engine.export_request import ExportRequest
from app.engine.exporting import export_shot
from app.engine.task import CancelToken
from app.io.exports.sequence_export import ExportError
from app.io.exports.unfinished import NOTE_NAME
from app.io.pictures.image_formats import SUFFIXES, ImageKind
from app.io.pictures.images import read_rgba
from app.io.shots.shot_folder import open_shot_folder
from tests.app.shots import COAT, SIZE, color_layer, line_art, make_shot, save


def colored(number: int) -> ColoredDrawing:
    palette = np.array([COAT], np.uint8)
    soft = np.full((*SIZE, 4), 9, np.uint8)
    return ColoredDrawing.pack(
        number,
        np.zeros(SIZE, np.int32),
        palette,
        np.zeros(1, np.int32),
        np.ones(1, np.float32),
        soft=soft,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_shot(tmp_path / "cut", count=3)


def request(folder: Path, numbers: tuple[int, ...] = (1, 2, 3), **options: object) -> ExportRequest:
    values: dict[str, object] = {
        "images": named_as_drawings(open_shot_folder(folder).shot.drawings),
        "colorings": {number: colored(number) for number in numbers},
        "keys": {},
        "line_folder": folder,
        "folder": folder.parent / "out",
        **options,
    }
    return ExportRequest(**values)  # type: ignore[arg-type]


def run(asked: ExportRequest) -> tuple[list[Path], dict[int, str]]:
    steps = list(export_shot(asked, CancelToken()))
    files = [path for step in steps if step.result for path in step.result.files]
    return files, {step.failure.number: step.failure.message for step in steps if step.failure}


def test_the_color_layer_is_exported_exactly(folder: Path) -> None:
    files, failures = run(request(folder))
    assert [path.name for path in files] == ["A0001.png", "A0002.png", "A0003.png"]
    assert failures == {}
    assert (read_rgba(files[1]) == np.array(COAT)).all()


@pytest.mark.parametrize(("paints", "expected"), [(True, COAT), (False, (255, 0, 0, 255))])
def test_paint_covers_colored_trace_lines_when_that_is_wanted(
    folder: Path, paints: bool, expected: tuple[int, ...]
) -> None:
    line = line_art()
    line[3, :] = (255, 0, 0)
    save(folder / "A0001.png", line)
    files, _ = run(request(folder, layer="composite", paints_traces=paints))
    assert tuple(read_rgba(files[0])[3, 5]) == expected
    assert tuple(read_rgba(files[0])[8, 12]) == (0, 0, 0, 255)


def test_swapped_colors_are_exported_as_they_are_painted(folder: Path) -> None:
    swaps = frozenset({(COAT, (1, 2, 3, 255))})
    files, _ = run(request(folder, layer="both", swaps=swaps))
    color, composite = read_rgba(files[2]), read_rgba(files[3])
    assert (color == (1, 2, 3, 255)).all()
    ink = line_art(2)[..., 0] == 0
    assert (composite[~ink] == (1, 2, 3, 255)).all()
    assert (composite[ink] == (0, 0, 0, 255)).all()


def test_the_composite_has_the_lines_of_its_drawing(folder: Path) -> None:
    files, _ = run(request(folder, layer="composite"))
    ink = line_art(2)[..., 0] == 0
    pixels = read_rgba(files[1])
    assert (pixels[ink] == (0, 0, 0, 255)).all()
    assert (pixels[~ink] == np.array(COAT)).all()


def test_both_layers_go_to_subfolders(folder: Path) -> None:
    files, _ = run(request(folder, layer="both"))
    out = folder.parent / "out"
    assert files[:2] == [out / "color" / "A0001.png", out / "composite" / "A0001.png"]
    assert sorted(path.name for path in out.iterdir()) == ["color", "composite"]


def test_the_soft_image_is_exported_when_asked_for(folder: Path) -> None:
    files, _ = run(request(folder, soft=True))
    assert (read_rgba(files[0]) == 9).all()


def test_uncolored_and_unreadable_drawings_are_named(folder: Path) -> None:
    asked = request(folder, (1, 3), layer="both")
    (folder / "A0003.png").write_bytes(b"")
    files, failures = run(asked)
    assert {path.name for path in files} == {"A0001.png"}
    assert "A0002.png is not colored yet" in failures[2]
    assert "line/A0003.png is empty" in failures[3]


def test_line_art_of_another_size_than_was_colored(folder: Path) -> None:
    asked = request(folder, layer="composite")
    save(folder / "A0002.png", line_art(size=(40, 60)))
    assert "has changed its size" in run(asked)[1][2]


def test_a_key_in_the_way_is_kept_and_the_rest_is_written(folder: Path) -> None:
    key = save(folder.parent / "out" / "A0001.png", color_layer())
    before = key.read_bytes()
    files, failures = run(request(folder, keys={1: key}))
    assert key.read_bytes() == before
    assert list(failures) == [1]
    assert len(files) == 2


def test_nothing_colored_makes_no_folder(folder: Path) -> None:
    with pytest.raises(ExportError, match="Nothing is colored yet"):
        run(request(folder, ()))
    assert not (folder.parent / "out").exists()


def test_the_line_folder_is_refused(folder: Path) -> None:
    with pytest.raises(ExportError, match="holds the line art"):
        run(replace(request(folder), folder=folder))


def test_a_disk_that_fills_up_keeps_what_was_written(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = []
    sync = os.fsync

    def fill_up(file: int) -> None:
        if len(written) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        sync(file)

    monkeypatch.setattr(os, "fsync", fill_up)
    with pytest.raises(ExportError, match="The disk is full"):
        for step in export_shot(request(folder), CancelToken()):
            written += step.result.files if step.result else ()
    assert names_in(folder.parent / "out") == ["A0001.png", "A0002.png", NOTE_NAME]


def test_cancel_stops_between_drawings_and_says_that_the_folder_is_unfinished(
    folder: Path,
) -> None:
    cancel = CancelToken()
    for _ in export_shot(request(folder), cancel):
        cancel.cancel()
    assert names_in(folder.parent / "out") == ["A0001.png", NOTE_NAME]
    run(request(folder))
    assert names_in(folder.parent / "out") == ["A0001.png", "A0002.png", "A0003.png"]


def test_a_note_in_the_folder_names_what_is_missing(folder: Path) -> None:
    run(request(folder, (1, 3)))
    note = (folder.parent / "out" / NOTE_NAME).read_text("utf-8")
    assert "A0002.png is not colored yet" in note
    assert "A0001" not in note


def test_files_that_are_there_can_be_kept(folder: Path) -> None:
    old = save(folder.parent / "out" / "A0002.png", color_layer())
    before = old.read_bytes()
    steps = list(export_shot(request(folder, keeps_existing=True), CancelToken()))
    assert [(len(step.result.files), step.result.kept) for step in steps if step.result] == [
        (1, 0),
        (0, 1),
        (1, 0),
    ]
    assert old.read_bytes() == before


@pytest.mark.parametrize("kind", ["png", "tga", "tiff"])
def test_every_kind_of_file_holds_the_exact_values(folder: Path, kind: ImageKind) -> None:
    drawings = open_shot_folder(folder).shot.drawings
    images = named_as_drawings(drawings, kind)
    files, _ = run(request(folder, images=images, kind=kind))
    assert [path.name for path in files] == [f"A000{n}{SUFFIXES[kind]}" for n in (1, 2, 3)]
    assert all((read_rgba(path) == np.array(COAT)).all() for path in files)


def test_frames_of_the_timesheet_repeat_holds_and_come_with_a_sheet_that_fits_them(
    folder: Path,
) -> None:
    drawings = open_shot_folder(folder).shot.drawings
    sheet = Timesheet((1, 1, None, 3, 1))
    images = named_as_frames(drawings, sheet, range(5), "cut")
    copy = frame_sheet(drawings, sheet, range(5), "cut")
    files, failures = run(request(folder, images=images, sheet=copy))
    assert failures == {}
    assert sorted(path.name for path in files) == [
        "cut.xdts",
        "cut_0001.png",
        "cut_0002.png",
        "cut_0004.png",
        "cut_0005.png",
    ]
    again = open_shot_folder(folder.parent / "out").shot
    assert again.timesheet == Timesheet((1, 1, None, 4, 1))
    assert [drawing.number for drawing in again.drawings] == [1, 2, 4, 5]


def test_a_timesheet_beside_the_line_art_is_never_replaced(folder: Path) -> None:
    own = folder.parent / "cut.xdts"
    own.write_text("the animator's own")
    drawings = open_shot_folder(folder).shot.drawings
    copy = drawing_sheet(drawings, Timesheet((1, 2, 3)), "cut")
    asked = request(folder, layer="both", sheet=copy)
    files, _ = run(replace(asked, folder=folder.parent))
    assert len(files) == 6
    assert own.read_text() == "the animator's own"


def test_too_little_room_is_said_before_anything_is_made(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = request(folder)
    usage = shutil.disk_usage(folder)._replace(free=asked.estimated_bytes() - 1)
    monkeypatch.setattr(shutil, "disk_usage", lambda place: usage)
    with pytest.raises(ExportError, match=r"needs about 3 kB, but only 3 kB are free"):
        run(asked)
    assert not (folder.parent / "out").exists()


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())
