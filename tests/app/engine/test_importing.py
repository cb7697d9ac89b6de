"""Importing footage: what is kept, what is left out and why, and that nothing is half-written."""

from __future__ import annotations

import errno
from pathlib import Path

import cv2
import numpy as np
import pytest

from app.engine.imported_shot import ImportedShot
from app.engine.importing import import_footage
from app.engine.task import CancelToken
from app.io.footage.frame_source import FootageError
from app.io.shows.footage_store import (
    find_footage,
    read_unused,
    remove_sequence,
    write_unused,
)
from model.training.footage import drawing_names, read_drawing
from tests.footage import (
    BUTTON,
    COAT,
    FACE,
    PAPER,
    Frame,
    figure,
    make_frames,
    make_video,
    on_twos,
    other_figure,
)


@pytest.fixture
def show(tmp_path: Path) -> Path:
    return tmp_path / "ep.shiage"


def moving(count: int = 8) -> list[Frame]:
    return on_twos([figure(step) for step in range(count // 2)])


def other(count: int = 8) -> list[Frame]:
    return [other_figure(step) for step in range(count)]


def imported(source: Path, show: Path) -> list[ImportedShot]:
    steps = list(import_footage(source, show, CancelToken()))
    assert not [step.failure for step in steps if step.failure]
    return [step.result for step in steps if step.result is not None]


def leftovers(show: Path) -> list[Path]:
    return [path for path in show.rglob("*") if path.name.endswith(".part") or path.name == "raw"]


def test_a_video_becomes_one_sequence_for_each_shot(tmp_path: Path, show: Path) -> None:
    pytest.importorskip("av")
    video = make_video(tmp_path / "ep 12.mp4", moving(12) + other(10))
    first, second = imported(video, show)
    assert (first.first, first.last, first.drawings, first.reason) == (1, 12, 6, None)
    assert (second.first, second.last, second.drawings, second.reason) == (13, 22, 10, None)
    assert [one.id for one in find_footage(show).sequences] == [first.id, second.id]
    folder = show / "footage" / "ep 12" / first.name
    assert drawing_names(folder) == [f"{number:04}.png" for number in range(1, 7)]
    colors: set[tuple[int, ...]] = set()
    for step, name in enumerate(drawing_names(folder)):
        drawing = read_drawing(folder, name)
        assert set(np.unique(drawing.line)) == {0, 255}
        black = (figure(step) == 0).all(axis=2)
        assert (drawing.line[black] == 0).mean() > 0.9
        colors |= {tuple(color) for color in drawing.color.reshape(-1, 4)}
    # One exact color for each paint, in all drawings, out of compressed video.
    assert len(colors) == 4
    for paint in (PAPER, COAT, FACE, BUTTON):
        assert min(np.abs(np.subtract(color[:3], paint)).max() for color in colors) <= 4
    assert len(first.thumbnails) == 3
    assert all(one.line is not None and one.color.shape[2] == 3 for one in first.thumbnails)
    assert not leftovers(show)


def test_what_cannot_be_learned_from_is_left_out_with_its_reason(
    tmp_path: Path, show: Path
) -> None:
    still = [other_figure(0)] * 12
    dark = [(figure(s) // 6).astype(np.uint8) for s in range(10)]
    faded = [(235 + figure(s) // 13).astype(np.uint8) for s in range(10)]
    frames = make_frames(tmp_path / "cut", still + moving(10) + dark + other(5) + faded)
    reasons = [(one.first, one.last, one.reason) for one in imported(frames, show)]
    assert reasons == [
        (1, 12, "Hardly anything moves"),
        (13, 22, None),
        (23, 32, "Too dark"),
        (33, 37, "Only 5 frames long"),
        (38, 47, "Too faded"),
    ]
    turning = [figure(0)] * 5 + [figure(1)] * 5
    (few,) = imported(make_frames(tmp_path / "few", turning), show)
    assert few.reason == "Only 2 different drawings"
    assert few.thumbnails[0].line is None
    assert [one.source for one in find_footage(show).sequences] == ["cut"]
    assert not leftovers(show)


def test_large_frames_are_made_smaller(tmp_path: Path, show: Path) -> None:
    large = [cv2.resize(frame, (1000, 750)) for frame in other(8)]
    (shot,) = imported(make_frames(tmp_path / "large", large), show)
    drawing = read_drawing(show / "footage" / shot.source / shot.name, "0001.png")
    assert drawing.line.shape == (720, 960)


def test_importing_again_replaces_and_another_source_of_the_name_stays_apart(
    tmp_path: Path, show: Path
) -> None:
    folder = make_frames(tmp_path / "a" / "cut", moving(10) + other(10))
    imported(folder, show)
    make_frames(folder, other(20))
    (again,) = imported(folder, show)
    assert [one.id for one in find_footage(show).sequences] == [again.id]
    (apart,) = imported(make_frames(tmp_path / "b" / "cut", other(8)), show)
    assert apart.source == "cut-2"
    assert [one.id for one in find_footage(show).sequences] == [again.id, apart.id]


def test_a_cancel_keeps_the_shots_that_are_whole(tmp_path: Path, show: Path) -> None:
    folder = make_frames(tmp_path / "cut", moving(12) + other(20))
    cancel = CancelToken()
    results = []
    for step in import_footage(folder, show, cancel):
        if step.result is not None:
            results.append(step.result)
            cancel.cancel()
    assert [one.id for one in find_footage(show).sequences] == [one.id for one in results]
    assert len(results) == 1
    assert not leftovers(show)


def test_a_video_that_is_cut_off_gives_what_it_has(tmp_path: Path, show: Path) -> None:
    folder = make_frames(tmp_path / "cut", other(10))
    (folder / "A0011.png").write_bytes(b"\x89PNG cut off")
    steps = list(import_footage(folder, show, CancelToken()))
    assert [step.result.reason for step in steps if step.result] == [None]
    (failure,) = [step.failure for step in steps if step.failure]
    assert failure.message.startswith("cut/A0011.png ")


def test_a_full_disk_is_one_sentence_and_leaves_whole_shots_only(
    tmp_path: Path, show: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_frames(tmp_path / "cut", moving(12) + other(12))
    write = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if path.parent.name == "color" and any((show / "footage" / "cut").glob("0*")):
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(FootageError, match="The disk is full: not all footage came into ep"):
        list(import_footage(folder, show, CancelToken()))
    (kept,) = find_footage(show).sequences
    assert kept.shot.endswith("000012")
    assert not leftovers(show)


def test_nothing_to_import_is_told(tmp_path: Path, show: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(FootageError, match="holds no numbered images"):
        list(import_footage(tmp_path / "empty", show, CancelToken()))
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "A0001.png").write_bytes(b"nothing")
    with pytest.raises(FootageError, match="Not one image in"):
        list(import_footage(broken, show, CancelToken()))
    assert not show.exists()


def test_damaged_and_deleted_sequences_are_skipped_with_a_sentence(
    tmp_path: Path, show: Path
) -> None:
    shots = imported(make_frames(tmp_path / "cut", moving(10) + other(10)), show)
    good, bad = shots
    (show / "footage" / bad.id / "line" / "0002.png").write_bytes(b"")
    found = find_footage(show)
    assert [one.id for one in found.sequences] == [good.id]
    (problem,) = found.problems
    assert problem.startswith(f"The footage {bad.id} is damaged and was skipped")
    (show / "footage" / bad.id / "line" / "0002.png").unlink()
    assert "drawings are missing" in find_footage(show).problems[0]


def test_ticks_are_kept_and_sequences_removed(tmp_path: Path, show: Path) -> None:
    first, second = imported(make_frames(tmp_path / "cut", moving(10) + other(10)), show)
    write_unused(show, [second.id])
    assert [one.id for one in find_footage(show).used] == [first.id]
    assert len(find_footage(show).sequences) == 2
    (show / "footage" / "unused.json").write_text("{damaged", encoding="utf-8")
    assert read_unused(show) == frozenset()
    remove_sequence(show, second.id)
    remove_sequence(show, second.id)
    assert [one.id for one in find_footage(show).sequences] == [first.id]
    remove_sequence(show, first.id)
    assert not (show / "footage" / "cut").exists()
    remove_sequence(show, "../..")
    assert (tmp_path / "cut").is_dir()
    assert find_footage(tmp_path / "nowhere").sequences == ()
