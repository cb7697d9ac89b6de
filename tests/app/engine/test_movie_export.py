from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from app.document.timesheet import Timesheet
from app.engine.movie_export import MovieRequest, export_movie
from app.engine.task import CancelToken
from app.io.exports.sequence_export import ExportError
from app.io.pictures.images import read_rgba
from app.io.shots.shot_folder import open_shot_folder
from tests.app.engine.test_exporting import colored
from tests.app.shots import COAT, line_art, make_shot, save


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_shot(tmp_path / "cut", count=3)


def request(folder: Path, *numbers: int, **options: object) -> MovieRequest:
    drawings = open_shot_folder(folder).shot.drawings
    values: dict[str, object] = {
        "exposures": Timesheet((1, 1, None, 2, 3, 3)).exposures,
        "drawings": {drawing.number: drawing for drawing in drawings},
        "colorings": {number: colored(number) for number in numbers},
        "keys": {},
        "line_folder": folder,
        "folder": folder.parent / "out",
        "name": "cut.webp",
        "kind": "webp",
        "fps": 10,
        **options,
    }
    return MovieRequest(**values)  # type: ignore[arg-type]


def frames(path: Path) -> list[tuple[np.ndarray, int]]:
    with Image.open(path) as movie:
        found = []
        for at in range(movie.n_frames):
            movie.seek(at)
            found.append((np.array(movie.convert("RGB")), movie.info["duration"]))
    return found


def test_composites_lines_and_empty_frames_are_shown_in_time(folder: Path) -> None:
    steps = list(export_movie(request(folder, 1, 2), CancelToken()))
    path = folder.parent / "out" / "cut.webp"
    assert steps[-1].result is not None
    assert steps[-1].result.files == (path,)
    assert list(path.parent.iterdir()) == [path]
    (one, _), (empty, _), (two, _), (lines, _) = shown = frames(path)
    assert [duration for _, duration in shown] == [200, 100, 100, 200]
    ink = read_rgba(folder / "A0001.png")[..., 0] == 0
    assert (one[ink] == 0).all()
    assert (one[~ink] == COAT[:3]).all()
    assert (empty == 255).all()
    assert (lines == read_rgba(folder / "A0003.png")[..., :3]).all()
    assert not np.array_equal(one, two)


def test_a_drawing_that_cannot_be_read_is_named_once_and_its_frames_are_white(
    folder: Path,
) -> None:
    asked = request(folder, 1, 2, exposures=Timesheet((1, 2, 1, 2)).exposures)
    (folder / "A0002.png").write_bytes(b"")
    steps = list(export_movie(asked, CancelToken()))
    assert [step.failure.number for step in steps if step.failure] == [2]
    assert (frames(folder.parent / "out" / "cut.webp")[1][0] == 255).all()


def test_smaller_drawings_stand_in_the_middle(folder: Path) -> None:
    height, width = line_art(3).shape[:2]
    save(folder / "A0003.png", np.zeros((height + 4, width + 8, 4), np.uint8) + 255)
    list(export_movie(request(folder, 1, 2), CancelToken()))
    picture = frames(folder.parent / "out" / "cut.webp")[0][0]
    assert picture.shape == (height + 4, width + 8, 3)
    assert (picture[:2] == 255).all()
    assert tuple(picture[2, 4]) == COAT[:3] or (picture[2, 4] == 0).all()


def test_cancel_leaves_no_movie(folder: Path) -> None:
    cancel = CancelToken()
    for _ in export_movie(request(folder, 1, 2), cancel):
        cancel.cancel()
    assert list((folder.parent / "out").iterdir()) == []


def test_a_movie_that_is_there_can_be_kept(folder: Path) -> None:
    path = folder.parent / "out" / "cut.webp"
    path.parent.mkdir()
    path.write_bytes(b"old")
    (step,) = export_movie(request(folder, 1, keeps_existing=True), CancelToken())
    assert step.result is not None
    assert (step.result.files, step.result.kept) == ((), 1)
    assert path.read_bytes() == b"old"


def test_line_art_and_nothing_colored_are_refused(folder: Path) -> None:
    with pytest.raises(ExportError, match="holds the line art"):
        list(export_movie(replace(request(folder, 1), folder=folder), CancelToken()))
    with pytest.raises(ExportError, match="Nothing of this range is colored"):
        list(export_movie(request(folder), CancelToken()))
