"""Writing imported footage, each sequence whole or not at all."""

from __future__ import annotations

import json
import shutil
import uuid
from collections.abc import Collection
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from app.io.files.atomic import sync_folder, write_atomically
from app.io.files.disk_errors import is_forbidden, is_full
from app.io.files.file_names import fit_name
from app.io.shows.footage_store import COLOR, FOOTAGE, LINE

_ABOUT = "about.json"
_STROKE_BIT = 1 << 15
_FAST = [cv2.IMWRITE_PNG_COMPRESSION, 1]


class SourceFolder:
    """The place of everything that comes from one video or folder.

    Attributes:
        name: as the source; with a number behind it when another source has the same name.
        path: the folder, made by the first sequence.
    """

    def __init__(self, show: Path, source: Path) -> None:
        """Find the place, and clear away what an import left there that was killed."""
        self._source = source.expanduser().absolute()
        plain = self._source.stem if self._source.is_file() else self._source.name
        base = fit_name(plain, "footage")
        self.name, number = base, 1
        while _source_of(show / FOOTAGE / self.name) not in (None, str(self._source)):
            number += 1
            self.name = f"{base}-{number}"
        self.path = show / FOOTAGE / self.name
        for part in self.path.glob(".*.part"):
            shutil.rmtree(part, ignore_errors=True)

    def begin(self) -> SequenceWriter:
        """Begin a sequence; OSError when the disk refuses it."""
        self.path.mkdir(parents=True, exist_ok=True)
        if not (self.path / _ABOUT).exists():
            about = {"source": str(self._source)}
            text = json.dumps(about, ensure_ascii=False)
            write_atomically(self.path / _ABOUT, text.encode())
        return SequenceWriter(self.path)

    def keep_only(self, shots: Collection[str]) -> None:
        """Remove what an earlier import made and this one did not make again.

        The place itself goes when nothing is left in it.
        """
        if not self.path.is_dir():
            return
        for folder in [path for path in self.path.iterdir() if path.is_dir()]:
            if folder.name not in shots:
                shutil.rmtree(folder, ignore_errors=True)
        if not shots:
            shutil.rmtree(self.path, ignore_errors=True)


class SequenceWriter:
    """A sequence in the making, hidden until it is finished. All methods raise OSError."""

    def __init__(self, source: Path) -> None:
        self._source = source
        self._part = source / f".{uuid.uuid4().hex}.part"
        self._raw = self._part / "raw"
        for folder in (LINE, COLOR, self._raw.name):
            (self._part / folder).mkdir(parents=True)

    def put_by(self, number: int, strokes: NDArray[np.bool_], labels: NDArray[np.int32]) -> None:
        """Keep a drawing that has no colors yet.

        Args:
            number: which drawing, from 1.
            strokes: (H, W) bool.
            labels: (H, W) int32, below 32,768.
        """
        packed = labels.astype(np.uint16) | np.where(strokes, _STROKE_BIT, 0).astype(np.uint16)
        _write_png(self._raw / f"{number:04}.png", packed, _FAST)

    def fetch(self, number: int) -> tuple[NDArray[np.bool_], NDArray[np.int32]]:
        """What was put by under a number."""
        data = np.frombuffer((self._raw / f"{number:04}.png").read_bytes(), np.uint8)
        packed = np.asarray(cv2.imdecode(data, cv2.IMREAD_UNCHANGED), np.uint16)
        return packed >= _STROKE_BIT, (packed % _STROKE_BIT).astype(np.int32)

    def write(self, number: int, line: NDArray[np.uint8], color: NDArray[np.uint8]) -> None:
        """Write a finished drawing.

        Args:
            number: which drawing, from 1.
            line: (H, W) uint8 line art.
            color: (H, W, 4) uint8 RGBA color layer.
        """
        name = f"{number:04}.png"
        _write_png(self._part / LINE / name, line)
        _write_png(self._part / COLOR / name, cv2.cvtColor(color, cv2.COLOR_RGBA2BGRA))

    def finish(self, shot: str) -> None:
        """Give the whole sequence its name; one that has it already is replaced."""
        shutil.rmtree(self._raw)
        place = self._source / shot
        if place.exists():
            gone = self._source / f".{uuid.uuid4().hex}.part"
            place.rename(gone)
            shutil.rmtree(gone, ignore_errors=True)
        self._part.rename(place)
        sync_folder(self._source)

    def drop(self) -> None:
        """Leave nothing behind; does nothing once the sequence is finished."""
        shutil.rmtree(self._part, ignore_errors=True)


def footage_sentence(path: Path, error: OSError) -> str:
    """Why footage could not be kept, and what to do."""
    if is_full(error):
        return (
            f"The disk is full: not all footage came into {path.name}; make room and import again."
        )
    if is_forbidden(error):
        return f"{path} may not be written to; save the show in a folder that is yours."
    return f"{path} cannot be written ({error.strerror}); save the show in another place."


def _source_of(folder: Path) -> str | None:
    """Where the footage in a folder comes from; None when there is none."""
    try:
        about = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
        return str(about["source"])
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _write_png(path: Path, pixels: NDArray[np.generic], how: list[int] | None = None) -> None:
    _, data = cv2.imencode(".png", pixels, how or [])
    path.write_bytes(data.tobytes())
