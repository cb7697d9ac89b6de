"""MP4 through PyAV: H.264 where it is built with it, else MPEG-4."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

_BT709 = 1  # the same number for matrix, primaries and transfer
_BT709_NAME = "ITU709"
_STUDIO_RANGE = 1
_H264_QUALITY = "16"  # hardly to be told from the original
_MPEG4_BITS_PER_PIXEL = 0.25


class Mp4Encoder:
    """Writes an MP4 that every player knows; an odd side gets one more row of white."""

    def __init__(self, path: Path, size: tuple[int, int], fps: int) -> None:
        """Begin the file; OSError when it cannot be written."""
        height, width = (side + side % 2 for side in size)
        self._padding = ((0, height - size[0]), (0, width - size[1]), (0, 0))
        self._clock = Fraction(1, fps)
        self._frames = 0
        self._container = av.open(str(path), "w", format="mp4")
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
        padded = np.pad(rgb, self._padding, constant_values=255)
        for _ in range(frames):
            picture = av.VideoFrame.from_ndarray(padded, format="rgb24")
            picture = picture.reformat(format="yuv420p", dst_colorspace=_BT709_NAME)
            picture.pts, picture.time_base = self._frames, self._clock
            self._frames += 1
            self._container.mux(self._stream.encode(picture))

    def close(self) -> None:
        """Write the frames that the encoder has kept back, and the index."""
        self._container.mux(self._stream.encode())
        self._container.close()

    def abandon(self) -> None:
        """Close the file as it is."""
        self._container.close()
