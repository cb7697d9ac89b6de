"""Frames of a video file, through PyAV."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.io.footage.frame_source import FootageError

VIDEO_SUFFIXES = (".mp4", ".mov", ".mkv", ".avi", ".webm", ".m4v", ".mpg", ".mpeg", ".ts", ".mxf")
"""What the file dialog offers; any other file that can be decoded is read as well."""

# A file that says nothing about its colors has those of standard definition up to this height.
_STANDARD_DEFINITION = 576
_UNSPECIFIED = 2
# The length that a file claims may be off by this many frames without anything missing.
_TOLERANCE = 2


class VideoFrames:
    """See `FrameSource`."""

    def __init__(self, path: Path) -> None:
        """Look at the file.

        Raises:
            FootageError: PyAV is missing, or the file is missing or no video.
        """
        self._path = path
        self.problems: list[str] = []
        with self._opened() as container:
            self.count = _claimed_frames(self._stream(container))

    def frames(self) -> Iterator[NDArray[np.uint8]]:
        """Decode the frames; see `FrameSource.frames`."""
        read = 0
        broken = self._library().error.FFmpegError
        with self._opened() as container:
            stream = self._stream(container)
            stream.thread_type = "AUTO"
            decoder = container.decode(stream)
            while True:
                try:
                    frame = next(decoder, None)
                    rgb = None if frame is None else _rgb(frame)
                except broken as error:
                    self._stop(read, error)
                    return
                if rgb is None:
                    break
                read += 1
                yield rgb
        if read == 0:
            raise FootageError(f"{self._path.name} holds no frames; export the video again.")
        if read + _TOLERANCE < self.count:
            self.problems.append(
                f"{self._path.name} is cut off: it ends after frame {read} of {self.count}; "
                "what comes before was used."
            )

    def _stop(self, read: int, error: Exception) -> None:
        if read == 0:
            raise self._undecodable() from error
        self.problems.append(
            f"{self._path.name} is damaged after frame {read}; what comes before was used."
        )

    def _library(self) -> Any:
        try:
            import av  # only here, for it need not be installed
        except ImportError as error:
            raise FootageError(
                f"{self._path.name} needs the Python package av; install it, or export the video "
                "as a folder of images."
            ) from error
        return av

    def _opened(self) -> Any:
        av = self._library()
        try:
            return av.open(str(self._path))
        except FileNotFoundError as error:
            raise FootageError(f"{self._path.name} does not exist; check the path.") from error
        except PermissionError as error:
            raise FootageError(
                f"{self._path.name} may not be read by you; change its permissions."
            ) from error
        except av.error.FFmpegError as error:
            raise self._undecodable() from error

    def _stream(self, container: Any) -> Any:
        if not container.streams.video:
            raise FootageError(f"{self._path.name} has no picture in it; choose a video.")
        return container.streams.video[0]

    def _undecodable(self) -> FootageError:
        return FootageError(
            f"{self._path.name} cannot be decoded; export it as H.264 MP4, or as a folder of "
            "images."
        )


def _claimed_frames(stream: Any) -> int:
    if stream.frames:
        return int(stream.frames)
    if stream.average_rate is None:
        return 0
    if stream.duration is not None:
        return int(stream.duration * stream.time_base * stream.average_rate)
    duration = stream.container.duration  # in microseconds
    return 0 if duration is None else int(duration * stream.average_rate / 1_000_000)


def _rgb(frame: Any) -> NDArray[np.uint8]:
    """With the matrix the file names; a player that knows none goes by the height, and so do we."""
    is_told = frame.colorspace != _UNSPECIFIED
    by_height = "ITU601" if frame.height <= _STANDARD_DEFINITION else "ITU709"
    source = None if is_told else by_height
    return np.asarray(frame.reformat(format="rgb24", src_colorspace=source).to_ndarray())
