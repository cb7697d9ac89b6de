from __future__ import annotations

import errno
import importlib.util
import sys
from fractions import Fraction
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from app.io.exports.movie import MovieFile, missing_package
from app.io.exports.sequence_export import ExportError

SIZE = (9, 13)


def picture(seed: int) -> NDArray[np.uint8]:
    return np.random.default_rng(seed).integers(0, 256, (*SIZE, 3), dtype=np.uint8)


def write(path: Path, holds: list[int], fps: int = 24) -> Path:
    with MovieFile(path, "webp", SIZE, fps) as movie:
        for seed, frames in enumerate(holds):
            movie.add(picture(seed), frames)
        movie.finish()
    return path


def test_webp_has_the_exact_pictures_in_time(tmp_path: Path) -> None:
    path = write(tmp_path / "cut.webp", [2, 1, 1, 3, 17])
    with Image.open(path) as movie:
        assert movie.n_frames == 5
        assert movie.size == (13, 9)
        durations = []
        for seed in range(5):
            movie.seek(seed)
            assert np.array_equal(np.array(movie.convert("RGB")), picture(seed))
            durations.append(movie.info["duration"])
    # 24 frames are one second, to the millisecond: nothing drifts.
    assert durations == [83, 42, 42, 125, 708]


def test_one_picture_is_a_movie_too(tmp_path: Path) -> None:
    with Image.open(write(tmp_path / "cut.webp", [12])) as movie:
        assert np.array_equal(np.array(movie.convert("RGB")), picture(0))


def test_an_abandoned_movie_leaves_what_was_there(tmp_path: Path) -> None:
    path = write(tmp_path / "cut.webp", [1, 1])
    before = path.read_bytes()
    with MovieFile(path, "webp", SIZE, 24) as movie:
        movie.add(picture(5), 1)
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == before


def test_a_full_disk_is_said_in_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(ExportError, match=r"The disk is full: .*cut\.webp"):
        write(tmp_path / "cut.webp", [1])
    assert list(tmp_path.iterdir()) == []


def test_pictures_too_large_for_webp(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="20000×9 are too large for WebP"):
        MovieFile(tmp_path / "cut.webp", "webp", (9, 20000), 24)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be written"):
        MovieFile(tmp_path / "gone" / "cut.webp", "webp", SIZE, 24)


def test_mp4_says_which_package_it_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    monkeypatch.delitem(sys.modules, "app.io.exports.mp4_movie", raising=False)
    with pytest.raises(ExportError, match=r"cut\.mp4 needs the Python package av"):
        MovieFile(tmp_path / "cut.mp4", "mp4", SIZE, 24)


def test_only_mp4_needs_a_package(monkeypatch: pytest.MonkeyPatch) -> None:
    assert missing_package("webp") is None
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert missing_package("mp4") == "av"
    monkeypatch.setattr(importlib.util, "find_spec", ModuleType)
    assert missing_package("mp4") is None


@pytest.mark.parametrize("codec", ["libx264", "mpeg4"])
@pytest.mark.parametrize(
    ("size", "played"),
    [((9, 13), (10, 14)), ((48, 64), (48, 64)), ((1, 1), (2, 2)), ((33, 64), (34, 64))],
)
def test_mp4_plays_every_frame_in_its_colors(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    codec: str,
    size: tuple[int, int],
    played: tuple[int, int],
) -> None:
    av = pytest.importorskip("av")
    monkeypatch.setattr(av, "codecs_available", {codec})
    path = tmp_path / "cut.mp4"
    red = np.full((*size, 3), (200, 30, 40), np.uint8)
    with MovieFile(path, "mp4", size, 12) as movie:
        movie.add(red, 3)
        movie.add(255 - red, 2)
        movie.finish()
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        assert stream.average_rate == 12
        assert stream.codec_context.pix_fmt == "yuv420p"
        frames = list(container.decode(video=0))
        assert stream.duration * stream.time_base == Fraction(5, 12)
    assert [frame.time for frame in frames] == pytest.approx([n / 12 for n in range(5)])
    shown = [frame.to_ndarray(format="rgb24").astype(int) for frame in frames]
    assert {picture.shape for picture in shown} == {(*played, 3)}
    for at, picture in enumerate(shown):
        wanted = red[0, 0] if at < 3 else 255 - red[0, 0]
        assert np.abs(picture[0, 0] - wanted.astype(int)).max() <= 8
    assert [file.name for file in tmp_path.iterdir()] == ["cut.mp4"]


def test_mp4_refuses_what_cannot_be(tmp_path: Path) -> None:
    pytest.importorskip("av")
    with pytest.raises(ExportError, match="20000×9 are too large for MP4"):
        MovieFile(tmp_path / "cut.mp4", "mp4", (9, 20000), 24)
    with pytest.raises(ExportError, match=r"cut\.mp4 cannot be written"):
        MovieFile(tmp_path / "gone" / "cut.mp4", "mp4", SIZE, 24)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("frames", [0, 1, 30])
def test_an_abandoned_mp4_leaves_what_was_there(tmp_path: Path, frames: int) -> None:
    pytest.importorskip("av")
    path = tmp_path / "cut.mp4"
    path.write_bytes(b"old")
    with MovieFile(path, "mp4", SIZE, 24) as movie:
        for seed in range(frames):
            movie.add(picture(seed), 1)
    assert list(tmp_path.iterdir()) == [path]
    assert path.read_bytes() == b"old"


def test_a_codec_that_fails_is_said_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("av")
    monkeypatch.setattr("app.io.exports.mp4_movie._LARGEST_SIDE", 100_000)
    with (
        MovieFile(tmp_path / "cut.mp4", "mp4", (2, 20000), 24) as movie,
        pytest.raises(ExportError, match="MP4 cannot be encoded here"),
    ):
        movie.add(np.zeros((2, 20000, 3), np.uint8), 1)
    assert list(tmp_path.iterdir()) == []
