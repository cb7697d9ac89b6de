"""Writing a movie file, whole or not at all."""

from __future__ import annotations

import contextlib
import importlib.util
import os
import uuid
from pathlib import Path
from types import TracebackType
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from app.io.exports.sequence_export import ExportError, disk_sentence
from app.io.exports.webp_movie import WebPEncoder

MovieKind = Literal["webp", "mp4"]

_PACKAGES: dict[MovieKind, str] = {"mp4": "av"}


class Encoder(Protocol):
    """Writes one movie format into a file."""

    def add(self, rgb: NDArray[np.uint8], frames: int) -> None:
        """Append a picture, (H, W, 3) uint8 RGB, that stays for some frames."""
        ...

    def close(self) -> None:
        """Write what is still to be written."""
        ...

    def abandon(self) -> None:
        """Let go of the file."""
        ...


def missing_package(kind: MovieKind) -> str | None:
    """The package that must be installed for a format; None when there is nothing to install."""
    package = _PACKAGES.get(kind)
    return None if package is None or importlib.util.find_spec(package) else package


class MovieFile:
    """A movie that takes its name when it is finished; as a context it leaves nothing else."""

    def __init__(self, path: Path, kind: MovieKind, size: tuple[int, int], fps: int) -> None:
        """Begin a movie.

        Args:
            path: the file, replaced when it is there.
            kind: the format.
            size: (height, width) of every picture.
            fps: frames per second.

        Raises:
            ExportError: the folder cannot be written to, or the format does not take the size.
        """
        self._path = path
        self._part = path.with_name(f".{uuid.uuid4().hex}.part")
        try:
            self._encoder = _new_encoder(self._part, kind, size, fps)
        except ImportError as error:
            raise ExportError(
                f"{path.name} needs the Python package {_PACKAGES.get(kind, kind)}; "
                "install it or choose another format."
            ) from error
        except OSError as error:
            self._part.unlink(missing_ok=True)
            raise ExportError(disk_sentence(path, error)) from error
        except BaseException:
            self._part.unlink(missing_ok=True)
            raise

    def add(self, rgb: NDArray[np.uint8], frames: int) -> None:
        """Append a picture that stays for some frames.

        Args:
            rgb: (H, W, 3) uint8 RGB of the movie's size.
            frames: how many, 1 or more.

        Raises:
            ExportError: the disk is full or gone, or the picture cannot be encoded.
        """
        try:
            self._encoder.add(rgb, frames)
        except OSError as error:
            raise ExportError(disk_sentence(self._path, error)) from error

    def finish(self) -> None:
        """Put the whole movie in its place; ExportError when the disk refuses it."""
        try:
            self._encoder.close()
            with self._part.open("rb+") as file:
                os.fsync(file.fileno())
            self._part.replace(self._path)
        except OSError as error:
            raise ExportError(disk_sentence(self._path, error)) from error

    def __enter__(self) -> MovieFile:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        with contextlib.suppress(OSError, ExportError):
            self._encoder.abandon()
        self._part.unlink(missing_ok=True)


def _new_encoder(path: Path, kind: MovieKind, size: tuple[int, int], fps: int) -> Encoder:
    if kind == "webp":
        return WebPEncoder(path, size, fps)
    # Only here, for its package need not be installed.
    from app.io.exports.mp4_movie import Mp4Encoder

    return Mp4Encoder(path, size, fps)
