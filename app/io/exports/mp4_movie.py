"""MP4 through PyAV: H.264 where it is built with it, else MPEG-4."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from app.io.exports.sequence_export import ExportError

_BT709 = 1  # the same number for matrix, primaries and transfer
_BT709_NAME = "ITU709"
_STUDIO_RANGE = 1
_H264_QUALITY = "16"  # hardly to be told from the original
_MPEG4_BITS_PER_PIXEL = 0.25
_LARGEST_SIDE = 16384


class Mp4Encoder:
    """Writes an MP4 that every player knows; an odd side gets one more row like its last.

    All methods raise OSError when the disk refuses, and ExportError when the codec does.
    """

    def __init__(self, path: Path, size: tuple[int, int], fps: int) -> None:
        """Begin the file.

        Raises:
            ExportError: the pictures are too large for the format.
            OSError: the file cannot be written.
        """
        height, width = (side + side % 2 for side in size)
        if max(height, width) > _LARGEST_SIDE:
            raise ExportError(
                f"Drawings of {size[1]}×{size[0]} are too large for MP4, whose limit is "
                f"{_LARGEST_SIDE} pixels a side; export images instead."
            )
        # The library looks at the place only when the first frame comes.
        path.touch(exist_ok=False)
        self._padding = ((0, height - size[0]), (0, width - size[1]), (0, 0))
        self._clock = Fraction(1, fps)
        self._frames = 0
        # In milliseconds, as it would be else, most rates have no whole length.
        clock = {"movie_timescale": str(fps * 1000)}
        self._container = av.open(str(path), "w", format="mp4", options=clock)
        has_h264 = "libx264" in av.codecs_available
        self._stream = self._container.add_stream(
            "libx264" if has_h264 else "mpeg4",
            rate=fps,
            options={"crf": _H264_QUALITY} if has_h264 else None,
        )
        self._stream.width, self._stream.height = width, height
        self._stream.pix_fmt = "yuv420p"
        if not has_h264:
            self._stream.bit_rate = int(width * height * fps * _MPEG4_BITS_PER_PIXEL)
        # Said out loud: a player that must guess the matrix shows other colors.
        context = self._stream.codec_context
        context.colorspace = context.color_primaries = context.color_trc = _BT709
        context.color_range = _STUDIO_RANGE

    def add(self, rgb: NDArray[np.uint8], frames: int) -> None:
        """Append a picture as often as it is shown."""
        padded = np.pad(rgb, self._padding, mode="edge")
        for _ in range(frames):
            picture = av.VideoFrame.from_ndarray(padded, format="rgb24")
            picture = picture.reformat(format="yuv420p", dst_colorspace=_BT709_NAME)
            picture.pts, picture.time_base = self._frames, self._clock
            self._frames += 1
            self._encode(picture)

    def close(self) -> None:
        """Write the frames that the encoder has kept back, and the index."""
        self._encode(None)
        with _speaking():
            self._container.close()

    def abandon(self) -> None:
        """Close the file as it is."""
        with _speaking():
            self._container.close()

    def _encode(self, picture: av.VideoFrame | None) -> None:
        with _speaking():
            self._container.mux(self._stream.encode(picture))


@contextmanager
def _speaking() -> Iterator[None]:
    """The library's errors as ours; those of the system are errors of the system there, too."""
    try:
        yield
    except OSError:
        raise
    except av.FFmpegError as error:
        raise ExportError(
            f"MP4 cannot be encoded here ({error.strerror}); "
            "choose animated WebP, or export images."
        ) from error
