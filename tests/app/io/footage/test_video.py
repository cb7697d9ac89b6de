"""Frames of videos: colors as they were, and a sentence for whatever is wrong with a file."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from app.io.footage.frame_source import FootageError
from app.io.footage.video import VideoFrames
from tests.footage import BUTTON, COAT, FACE, Frame, figure, make_video

av = pytest.importorskip("av")


def as_mkv(path: Path) -> Path:
    """The same pictures in a file that can be cut off anywhere."""
    target = path.with_suffix(".mkv")
    with av.open(str(path)) as source, av.open(str(target), "w") as copy:
        stream = copy.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(video=0):
            if packet.dts is not None:
                packet.stream = stream
                copy.mux(packet)
    return target


def frames() -> list[Frame]:
    return [figure(step) for step in range(12)]


def test_frames_come_in_order_with_their_colors(tmp_path: Path) -> None:
    source = VideoFrames(make_video(tmp_path / "a.mp4", frames()))
    assert source.count == 12
    read = list(source.frames())
    assert len(read) == 12
    assert not source.problems
    for step, frame in enumerate(read):
        assert frame.dtype == np.uint8
        for (x, y), paint in {(30, 110): COAT, (40, 40): FACE, (54, 100): BUTTON}.items():
            assert np.abs(frame[y, x + 4 * step].astype(int) - paint).max() <= 4


@pytest.mark.parametrize("height", [144, 720])
def test_a_video_that_does_not_name_its_matrix_is_read_as_players_do(
    tmp_path: Path, height: int
) -> None:
    picture = np.empty((height, 96, 3), np.uint8)
    picture[:] = BUTTON
    path = tmp_path / "untold.mkv"
    with av.open(str(path), "w") as movie:
        stream = movie.add_stream("mpeg4", rate=24)
        stream.width, stream.height, stream.pix_fmt = 96, height, "yuv420p"
        stream.bit_rate = 4_000_000
        frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
        matrix = "ITU601" if height < 600 else "ITU709"
        movie.mux(stream.encode(frame.reformat(format="yuv420p", dst_colorspace=matrix)))
        movie.mux(stream.encode())
    (read,) = VideoFrames(path).frames()
    assert np.abs(read[height // 2, 48].astype(int) - BUTTON).max() <= 4


def test_what_comes_before_a_cut_is_used(tmp_path: Path) -> None:
    path = as_mkv(make_video(tmp_path / "b.mp4", frames()))
    data = path.read_bytes()
    path.write_bytes(data[: len(data) * 3 // 4])
    source = VideoFrames(path)
    read = len(list(source.frames()))
    assert 0 < read < 12
    (problem,) = source.problems
    assert problem == (
        f"b.mkv is cut off: it ends after frame {read} of 12; what comes before was used."
    )


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"no video" * 100, r"c\.mp4 cannot be decoded; export it as H\.264 MP4"),
        (b"", r"c\.mp4 cannot be decoded"),
        (None, r"c\.mp4 does not exist; check the path\."),
    ],
)
def test_a_file_that_is_no_video_is_told(tmp_path: Path, content: bytes | None, words: str) -> None:
    path = tmp_path / "c.mp4"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(FootageError, match=words):
        VideoFrames(path)


def test_sound_alone_is_no_footage(tmp_path: Path) -> None:
    path = tmp_path / "d.wav"
    with av.open(str(path), "w") as sound:
        stream = sound.add_stream("pcm_s16le", rate=8000, layout="mono")
        frame = av.AudioFrame.from_ndarray(
            np.zeros((1, 800), np.int16), format="s16", layout="mono"
        )
        frame.sample_rate = 8000
        sound.mux(stream.encode(frame))
        sound.mux(stream.encode())
    with pytest.raises(FootageError, match=r"d\.wav has no picture in it"):
        VideoFrames(path)


def test_without_the_package_the_remedy_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "av", None)
    with pytest.raises(FootageError, match="needs the Python package av; install it, or export"):
        VideoFrames(tmp_path / "e.mp4")
