"""Is there room for an export?"""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

from app.document.regions import ColoredDrawing
from app.document.shot import Drawing
from app.io.exports.sequence_export import ExportError
from app.io.pictures.image_formats import ImageKind

_HEADER = 1024
# Measured on real shots: RLE and LZW against what zlib makes of a region map.
_BULK: dict[ImageKind, int] = {"png": 1, "tga": 3, "tiff": 2}


def estimated_bytes(
    drawing: Drawing, coloring: ColoredDrawing, has_lines: bool, kind: ImageKind = "png"
) -> int:
    """About how large a file is going to be, rather too much than too little.

    Args:
        drawing: its line art tells how much ink there is.
        coloring: its packed regions tell how intricate the paint is.
        has_lines: True for a composite.
        kind: the format.
    """
    packed = len(coloring.packed_soft or coloring.packed_labels)
    lines = _line_bytes(drawing, coloring) if has_lines else 0
    height, width = coloring.size
    return _HEADER + min(_BULK[kind] * (packed + lines), 5 * height * width)


def check_space(folder: Path, needed: int) -> None:
    """Find out before the work whether the disk has room for it.

    Raises:
        ExportError: it has not.
    """
    free = free_bytes(folder)
    if free is not None and needed > free:
        raise ExportError(
            f"The export needs about {in_words(needed)}, but only {in_words(free)} are free for "
            f"{folder}; make room or choose another folder."
        )


def free_bytes(folder: Path) -> int | None:
    """Free room where a folder is or will be made; None where the system does not tell."""
    place = folder.expanduser().absolute()
    for existing in (place, *place.parents):
        with contextlib.suppress(OSError):
            return shutil.disk_usage(existing).free
    return None


def in_words(count: int) -> str:
    """A number of bytes as people read it: `3 MB`."""
    for unit, size in (("GB", 10**9), ("MB", 10**6)):
        if count >= size:
            value = count / size
            return f"{value:.1f} {unit}" if value < 10 else f"{value:.0f} {unit}"
    return f"{max(1, round(count / 1000))} kB"


def _line_bytes(drawing: Drawing, coloring: ColoredDrawing) -> int:
    height, width = coloring.size
    try:
        return min(drawing.path.stat().st_size, height * width)
    except OSError:  # the export itself will say what is wrong with it
        return 0
