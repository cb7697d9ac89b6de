"""The color layers inside a show as PNG files, for people and for other tools.

They are made from the colorings and never read back. `index.json` tells from which coloring each
was made and is written after them: one that a crash left behind is simply written again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from app.document.palette import Swaps
from app.document.regions import ColoredDrawing
from app.io.files.atomic import remove_if_empty, write_atomically
from app.io.pictures.image_formats import image_bytes

FOLDER = "colors"
_INDEX = "index.json"
# Of a long first save that is cut off, no more than this many are written twice.
_INDEX_EVERY = 50


def write_pictures(
    base: Path, pictures: Mapping[str, tuple[str, ColoredDrawing, Swaps]]
) -> Iterator[tuple[int, int]]:
    """Write what changed and remove what is not wanted any more; may be stopped at any yield.

    Args:
        base: the show's folder.
        pictures: by path inside `colors`, what it is made from: a name that changes with the
            content, the coloring, and the swaps that it is painted with.

    Yields:
        How many of how many are written.

    Raises:
        OSError: the disk is full, read-only or gone.
    """
    folder = base / FOLDER
    index = _read_index(folder)
    wanted = [n for n, (content, *_) in pictures.items() if index.get(n) != content]
    unwanted = [name for name in index if name not in pictures]
    if not wanted and not unwanted:
        return
    folder.mkdir(exist_ok=True)
    try:
        for done, name in enumerate(wanted, 1):
            content, coloring, swaps = pictures[name]
            (folder / name).parent.mkdir(exist_ok=True)
            write_atomically(folder / name, image_bytes(coloring.color_layer(swaps), "png"))
            index[name] = content
            if done % _INDEX_EVERY == 0:
                _write_index(folder, index)
            yield done, len(wanted)
        for name in unwanted:
            (folder / name).unlink(missing_ok=True)
            remove_if_empty((folder / name).parent)
            del index[name]
    finally:
        _write_index(folder, index)


def _read_index(folder: Path) -> dict[str, str]:
    try:
        values = json.loads((folder / _INDEX).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}


def _write_index(folder: Path, index: Mapping[str, str]) -> None:
    write_atomically(folder / _INDEX, json.dumps(index, indent=0).encode())
