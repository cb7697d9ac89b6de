"""One colored drawing as bytes: everything of it, exactly, without pickle."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.document.regions import ColoredDrawing
from app.io.pictures.images import shown

SUFFIX = ".npz"


class ColoringFileError(Exception):
    """A coloring cannot be read back; the text is one sentence."""


def encode_coloring(coloring: ColoredDrawing) -> bytes:
    """The bytes that `read_coloring` reads; equal colorings give equal bytes."""
    buffer = io.BytesIO()
    arrays = {
        "size": np.array(coloring.size, np.int32),
        "flags": np.array([coloring.is_key, coloring.is_guess], np.bool_),
        "palette": coloring.palette,
        "region_colors": coloring.region_colors,
        "confidence": coloring.confidence,
        "labels": _bytes(coloring.packed_labels),
    }
    if coloring.packed_soft is not None:
        arrays["soft"] = _bytes(coloring.packed_soft)
    # Not np.savez: it writes the time of day into the file.
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, array in arrays.items():
            with archive.open(zipfile.ZipInfo(f"{name}.npy"), "w") as entry:
                np.lib.format.write_array(entry, array, allow_pickle=False)
    return buffer.getvalue()


def content_name(stem: str, data: bytes) -> str:
    """A file name that only this content has."""
    return f"{stem}-{hashlib.sha256(data).hexdigest()[:20]}{SUFFIX}"


def read_coloring(path: Path, number: int) -> ColoredDrawing:
    """Read the coloring of drawing `number`; ColoringFileError when the file is not whole."""
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as arrays:
            height, width = (int(side) for side in arrays["size"])
            is_key, is_guess = (bool(flag) for flag in arrays["flags"])
            coloring = ColoredDrawing(
                number=number,
                size=(height, width),
                palette=arrays["palette"],
                region_colors=arrays["region_colors"],
                confidence=arrays["confidence"],
                is_key=is_key,
                packed_labels=arrays["labels"].tobytes(),
                packed_soft=arrays["soft"].tobytes() if "soft" in arrays else None,
                is_guess=is_guess,
            )
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise ColoringFileError(
            f"The colors of drawing {number} in {shown(path)} cannot be read; "
            "colorize this drawing again."
        ) from error
    return coloring


def _bytes(data: bytes) -> NDArray[np.uint8]:
    return np.frombuffer(data, np.uint8)
