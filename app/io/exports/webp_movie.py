"""Animated WebP, lossless, written picture by picture.

Pillow writes an animation only in one go, with all pictures in memory and no way to stop. It
encodes the single pictures here; the container around them is a few small chunks.
"""

from __future__ import annotations

import io
import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from app.io.exports.sequence_export import ExportError

_LARGEST_SIDE = 16383
_LARGEST_FILE = 2**32 - 2
_LONGEST_MS = 2**24 - 1
_IS_ANIMATED = 0b10
_REPLACES = 0b10  # the picture takes the place of the one before, nothing is blended


class WebPEncoder:
    """Writes an animated WebP that plays in a loop."""

    def __init__(self, path: Path, size: tuple[int, int], fps: int) -> None:
        """Begin the file.

        Raises:
            ExportError: the pictures are too large for the format.
            OSError: the file cannot be written.
        """
        height, width = size
        if max(size) > _LARGEST_SIDE:
            raise ExportError(
                f"Drawings of {width}×{height} are too large for WebP, whose limit is "
                f"{_LARGEST_SIDE} pixels a side; export images instead."
            )
        self._fps = fps
        self._frames = 0
        self._extent = _uint24(width - 1) + _uint24(height - 1)
        self._file = path.open("xb")
        self._file.write(b"RIFF\0\0\0\0WEBP")
        self._file.write(_chunk(b"VP8X", bytes((_IS_ANIMATED, 0, 0, 0)) + self._extent))
        white, endlessly = b"\xff\xff\xff\xff", b"\0\0"
        self._file.write(_chunk(b"ANIM", white + endlessly))

    def add(self, rgb: NDArray[np.uint8], frames: int) -> None:
        """Append a picture; a hold is one picture that stays."""
        end = self._frames + frames
        # From the clock of the whole movie: rounded one by one, 24 a second would drift.
        left = self._milliseconds(end) - self._milliseconds(self._frames)
        self._frames = end
        picture = _picture_chunk(rgb)
        while left > 0:
            shown = min(left, _LONGEST_MS)
            left -= shown
            head = _uint24(0) + _uint24(0) + self._extent + _uint24(shown) + bytes((_REPLACES,))
            self._file.write(_chunk(b"ANMF", head + picture))

    def close(self) -> None:
        """Write the length of the file into its head."""
        length = self._file.tell() - 8
        if length > _LARGEST_FILE:
            raise ExportError("The movie is larger than 4 GB, which WebP cannot be; shorten it.")
        self._file.seek(4)
        self._file.write(struct.pack("<I", length))
        self._file.close()

    def abandon(self) -> None:
        """Close the file as it is."""
        self._file.close()

    def _milliseconds(self, frame: int) -> int:
        return round(frame * 1000 / self._fps)


def _picture_chunk(rgb: NDArray[np.uint8]) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(rgb).save(buffer, "WEBP", lossless=True, method=1)
    data = buffer.getvalue()
    at = 12
    while data[at : at + 4] != b"VP8L":
        (length,) = struct.unpack_from("<I", data, at + 4)
        at += 8 + length + length % 2
    (length,) = struct.unpack_from("<I", data, at + 4)
    return _chunk(b"VP8L", data[at + 8 : at + 8 + length])


def _chunk(name: bytes, data: bytes) -> bytes:
    return name + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)


def _uint24(value: int) -> bytes:
    return value.to_bytes(3, "little")
