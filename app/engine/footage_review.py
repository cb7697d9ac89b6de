"""Look through the footage that a show has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from app.engine.footage_thumbnails import Thumbnail, drawing_thumbnail, places_shown
from app.engine.imported_shot import ImportedShot
from app.engine.task import CancelToken, Failure, Step
from app.io.pictures.images import ImageError, line_gray, read_rgba
from app.io.shows.footage_store import COLOR, LINE, FootageSequence, find_footage

_FRAMES = re.compile(r"(\d+)-(\d+)")


def review_footage(show: Path, cancel: CancelToken) -> Iterator[Step[ImportedShot]]:
    """Each sequence that can be learned from is a result, each damaged one a failure."""
    found = find_footage(show)
    total = len(found.sequences)
    for problem in found.problems:
        yield Step(0, total, "", failure=Failure(0, problem))
    for done, sequence in enumerate(found.sequences, 1):
        if cancel.is_cancelled:
            return
        what = f"Opening {sequence.id}"
        try:
            yield Step(done, total, what, result=_shot(sequence))
        except ImageError as error:
            yield Step(done, total, what, failure=Failure(0, str(error)))


def _shot(sequence: FootageSequence) -> ImportedShot:
    frames = _FRAMES.fullmatch(sequence.shot)
    first, last = map(int, frames.groups()) if frames else (0, 0)
    names = sorted(path.name for path in (sequence.folder / LINE).glob("*.png"))
    thumbnails = tuple(_thumbnail(sequence.folder, names[p]) for p in places_shown(len(names)))
    return ImportedShot(
        sequence.shot,
        sequence.source,
        first,
        last,
        sequence.drawings,
        thumbnails=thumbnails,
    )


def _thumbnail(folder: Path, name: str) -> Thumbnail:
    line = line_gray(read_rgba(folder / LINE / name))
    return drawing_thumbnail(line, read_rgba(folder / COLOR / name))
