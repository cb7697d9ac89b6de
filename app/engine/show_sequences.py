"""What a show has to learn from: its keys, the drawings that were accepted, and its footage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from app.document.corrections import Correction, corrected_regions
from app.document.gap_closing import GapStrokes
from app.document.regions import ColoredDrawing
from app.document.show import ShotState
from app.engine.key_reading import read_key
from app.engine.line_reading import read_lines
from app.io.pictures.images import ImageError, read_rgba, shown

if TYPE_CHECKING:
    from model.tuning.sequences import FinishedDrawing, TuningSequence

# Colors that nobody looked at but that are hardly ever wrong.
_SURE = 0.95


@dataclass(frozen=True)
class Stock:
    """How much there is to learn from.

    Attributes:
        keys: drawings with a color image.
        corrected: drawings that a person corrected or accepted.
        footage: drawings of finished footage.
        sequences: into which all of them are cut.
    """

    keys: int
    corrected: int
    footage: int
    sequences: int

    @property
    def drawings(self) -> int:
        """All together."""
        return self.keys + self.corrected + self.footage


def stock_of(shots: Iterable[ShotState], footage: Iterable[Path] = ()) -> Stock:
    """Count what there is, without reading it."""
    shots, films = list(shots), list(footage)
    lengths = [len(_finished(shot)) for shot in shots]
    counts = [len(_names(film)) for film in films]
    return Stock(
        keys=sum(len(shot.keys) for shot in shots),
        corrected=sum(lengths) - sum(len(shot.keys) for shot in shots),
        footage=sum(counts),
        sequences=sum(max(1, length // 8) for length in (*lengths, *counts) if length),
    )


def sequences_of(shots: Iterable[ShotState], footage: Iterable[Path] = ()) -> list[TuningSequence]:
    """All sequences of a show; the drawings are read when they are wanted.

    Args:
        shots: of the show.
        footage: folders with `line/` and `color/` inside.
    """
    from model.tuning.sequences import in_sequences

    found: list[TuningSequence] = []
    for shot in shots:
        loads = [partial(_spoken, _read, shot, number) for number in _finished(shot)]
        found += in_sequences(shot.name, loads) if loads else ()
    for folder in footage:
        loads = [partial(_spoken, _read_film, folder, name) for name in _names(folder)]
        found += in_sequences(folder.name, loads) if loads else ()
    return found


def _finished(shot: ShotState) -> list[int]:
    """Ascending numbers of the drawings whose colors are known, all of them or some."""
    corrected = {number for number in shot.corrections if number in shot.colorings}
    return sorted(corrected | set(shot.keys))


def _spoken(read: Callable[..., FinishedDrawing], *given: object) -> FinishedDrawing:
    """What cannot be read is a `ValueError` to those who learn; they know nothing of files."""
    try:
        return read(*given)
    except ImageError as error:
        raise ValueError(str(error)) from error


def _read(shot: ShotState, number: int) -> FinishedDrawing:
    from model.tuning.sequences import FinishedDrawing

    drawing = next(one for one in shot.drawings if one.number == number)
    strokes: GapStrokes = shot.gap_strokes.get(number, ())
    if number in shot.keys:
        line, color = read_key(drawing.path, shot.keys[number], strokes)
        if color.shape[:2] != line.shape:
            raise ValueError(
                f"{shown(shot.keys[number])} has another size than its drawing; it was left out."
            )
        return FinishedDrawing(line, color)
    line = read_lines(drawing.path, strokes)
    coloring = shot.colorings[number].coloring
    if coloring.size != line.shape:
        raise ValueError(f"{shown(drawing.path)} has another size than when it was colored.")
    return FinishedDrawing(
        line, coloring.color_layer(), _known(coloring, shot.corrections.get(number, ()))
    )


def _known(coloring: ColoredDrawing, corrections: Iterable[Correction]) -> np.ndarray:
    """(H, W) bool: what a person told, and what is nearly certain."""
    labels = coloring.labels()
    told = list(corrected_regions(corrections, labels))
    known = coloring.confidence >= _SURE
    known[told] = True
    return known[labels]


def _names(folder: Path) -> list[str]:
    try:
        return sorted(path.name for path in (folder / "line").glob("*.png"))
    except OSError:
        return []


def _read_film(folder: Path, name: str) -> FinishedDrawing:
    from model.tuning.sequences import FinishedDrawing

    line = read_lines(folder / "line" / name)
    color = read_rgba(folder / "color" / name)
    if color.shape[:2] != line.shape:
        raise ValueError(f"{shown(folder / 'color' / name)} has another size than its lines.")
    return FinishedDrawing(line, color)


def shots_named(shots: Iterable[ShotState], names: Iterable[str]) -> Iterator[ShotState]:
    """The shots of these names; all of them for no name."""
    wanted = set(names)
    return (shot for shot in shots if not wanted or shot.name in wanted)
