from __future__ import annotations

import errno
import importlib.util
import sys
from fractions import Fraction
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image

from app.io.movie import MovieFile, missing_package
from app.io.sequence_export import ExportError

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
    monkeypatch.delitem(sys.modules, "app.io.mp4_movie", raising=False)
    with pytest.raises(ExportError, match=r"cut\.mp4 needs the Python package av"):
        MovieFile(tmp_path / "cut.mp4", "mp4", SIZE, 24)


def test_only_mp4_needs_a_package(monkeypatch: pytest.MonkeyPatch) -> None:
    assert missing_package("webp") is None
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert missing_package("mp4") == "av"
    monkeypatch.setattr(importlib.util, "find_spec", ModuleType)
    assert missing_package("mp4") is None


class FakeStream:
    def __init__(self, **made_with: object) -> None:
        self.made_with = made_with
        self.width = self.height = 0
        self.codec_context = SimpleNamespace()
        self.times: list[Fraction] = []

    def encode(self, picture: FakePicture | None = None) -> list[bytes]:
        if picture is None:
            return [b"end"]
        assert picture.pixels.shape == (self.height, self.width, 3)
        self.times.append(picture.pts * picture.time_base)
        return [b"frame "]


class FakePicture:
    pts = 0
    time_base = Fraction(0)

    def __init__(self, pixels: NDArray[np.uint8]) -> None:
        self.pixels = pixels

    @classmethod
    def from_ndarray(cls, pixels: NDArray[np.uint8], format: str) -> FakePicture:
        assert format == "rgb24"
        return cls(pixels)

    def reformat(self, format: str, dst_colorspace: str) -> FakePicture:
        assert (format, dst_colorspace) == ("yuv420p", "ITU709")
        return self


class FakeContainer:
    def __init__(self, path: str, mode: str, format: str) -> None:
        assert (mode, format) == ("w", "mp4")
        self._path = Path(path)
        self.stream = FakeStream()

    def add_stream(self, codec: str, **options: object) -> FakeStream:
        self.stream = FakeStream(codec=codec, **options)
        return self.stream

    def mux(self, packets: list[bytes]) -> None:
        with self._path.open("ab") as file:
            file.writelines(packets)

    def close(self) -> None:
        pass


@pytest.mark.parametrize("codec", ["libx264", "mpeg4"])
def test_mp4_gives_the_encoder_every_frame_in_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, codec: str
) -> None:
    containers: list[FakeContainer] = []

    def new_container(*args: Any, **options: Any) -> FakeContainer:
        containers.append(FakeContainer(*args, **options))
        return containers[-1]

    fake = ModuleType("av")
    vars(fake).update(open=new_container, codecs_available={codec}, VideoFrame=FakePicture)
    monkeypatch.setitem(sys.modules, "av", fake)
    monkeypatch.delitem(sys.modules, "app.io.mp4_movie", raising=False)
    with MovieFile(tmp_path / "cut.mp4", "mp4", SIZE, 12) as movie:
        movie.add(picture(0), 2)
        movie.add(picture(1), 1)
        movie.finish()
    sys.modules.pop("app.io.mp4_movie")
    stream = containers[0].stream
    assert stream.made_with["codec"] == codec
    assert (stream.width, stream.height) == (14, 10)
    assert stream.times == [Fraction(0), Fraction(1, 12), Fraction(2, 12)]
    assert (tmp_path / "cut.mp4").read_bytes() == b"frame frame frame end"
    assert [path.name for path in tmp_path.iterdir()] == ["cut.mp4"]


def test_mp4_plays_every_frame(tmp_path: Path) -> None:
    av = pytest.importorskip("av")
    path = tmp_path / "cut.mp4"
    red = np.full((*SIZE, 3), (200, 30, 40), np.uint8)
    with MovieFile(path, "mp4", SIZE, 24) as movie:
        movie.add(red, 3)
        movie.add(255 - red, 2)
        movie.finish()
    with av.open(str(path)) as container:
        frames = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
    assert len(frames) == 5
    assert frames[0].shape == (10, 14, 3)
    assert np.abs(frames[0][4, 4].astype(int) - red[0, 0]).max() < 12
