"""One import of footage at work: frames into shots, shots judged, the good ones written."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.engine.footage_thumbnails import Thumbnail, drawing_thumbnail, places_shown, shrunk
from app.engine.imported_shot import ImportedShot
from app.engine.task import CancelToken, Failure, Step
from app.io.footage.color_frames import FolderFrames
from app.io.footage.footage_writer import SequenceWriter, SourceFolder, footage_sentence
from app.io.footage.frame_source import FootageError, FrameSource
from app.io.footage.video import VideoFrames
from model.footage.cuts import CutFinder
from model.footage.flattening import AreaColors, drawn, flatten
from model.footage.histograms import color_histogram, difference
from model.footage.judging import (
    SHORTEST,
    Fault,
    StillnessJudge,
    fault_of,
    shows_another_drawing,
)
from model.footage.palettes import shared_palette

_LONGEST_SIDE = 960
# The first and the last are references, and there must be something between them to learn.
_FEWEST_DRAWINGS = 3


def open_frames(source: Path) -> FrameSource:
    """The frames of a video or of a folder; FootageError when it is neither."""
    return FolderFrames(source) if source.is_dir() else VideoFrames(source)


@dataclass(frozen=True, eq=False)
class _Frame:
    number: int
    rgb: NDArray[np.uint8]
    histogram: NDArray[np.float32]


class FootageImport:
    """See `app.engine.importing.import_footage`."""

    def __init__(self, source: Path, show: Path, cancel: CancelToken) -> None:
        """Look at the source; FootageError when it cannot be read."""
        self._frames = open_frames(source)
        self._show = show
        self._what = f"Importing {source.name}"
        self._folder = SourceFolder(show, source)
        self._cancel = cancel
        self._done = 0
        self._shot: _Shot | None = None
        self._kept: set[str] = set()

    def steps(self) -> Iterator[Step[ImportedShot]]:
        """The whole import."""
        try:
            yield from self._all_frames()
            if not self._cancel.is_cancelled:
                yield from self._end_shot()
            if not self._cancel.is_cancelled:
                self._folder.keep_only(self._kept)
        except OSError as error:
            raise FootageError(footage_sentence(self._show, error)) from error
        finally:
            if self._shot is not None:
                self._shot.drop()
        for problem in self._frames.problems:
            yield self._step(failure=Failure(self._done, problem))

    def _all_frames(self) -> Iterator[Step[ImportedShot]]:
        cuts = CutFinder()
        waiting: deque[_Frame] = deque()
        before: NDArray[np.float32] | None = None
        for number, picture in enumerate(self._frames.frames(), 1):
            if self._cancel.is_cancelled:
                return
            histogram = color_histogram(picture)
            waiting.append(_Frame(number, shrunk(picture, _LONGEST_SIDE), histogram))
            begins = cuts.add(0.0 if before is None else difference(histogram, before))
            before = histogram
            self._done = number
            if begins is not None:
                yield from self._take(waiting.popleft(), begins)
            yield self._step()
        for begins in cuts.finish():
            if self._cancel.is_cancelled:
                return
            yield from self._take(waiting.popleft(), begins)

    def _take(self, frame: _Frame, begins: bool) -> Iterator[Step[ImportedShot]]:
        if self._shot is not None and (begins or self._shot.shape != frame.rgb.shape):
            yield from self._end_shot()
            if self._cancel.is_cancelled:
                return
        if self._shot is None:
            self._shot = _Shot(self._folder, frame)
        self._shot.add(frame)

    def _end_shot(self) -> Iterator[Step[ImportedShot]]:
        shot = self._shot
        if shot is not None:
            ended = shot.finish(self._cancel)
            if ended is None:
                return
            self._shot = None
            if ended.reason is None:
                self._kept.add(ended.name)
            yield self._step(result=ended)

    def _step(
        self, result: ImportedShot | None = None, failure: Failure | None = None
    ) -> Step[ImportedShot]:
        total = max(self._frames.count, self._done) if self._frames.count else 0
        return Step(self._done, total, self._what, result, failure)


@dataclass(eq=False)
class _Shot:
    """The shot whose frames are coming; what it needs to remember of them is small."""

    folder: SourceFolder
    begun: _Frame
    last: int = 0
    stillness: StillnessJudge = field(default_factory=StillnessJudge)
    faults: Counter[Fault] = field(default_factory=Counter)
    areas: list[AreaColors] = field(default_factory=list)
    writer: SequenceWriter | None = None
    drawing: NDArray[np.uint8] | None = None

    @property
    def shape(self) -> tuple[int, ...]:
        return self.begun.rgb.shape

    @property
    def frames(self) -> int:
        return self.last - self.begun.number + 1

    def add(self, frame: _Frame) -> None:
        self.last = frame.number
        self.stillness.add(frame.rgb, frame.histogram)
        fault = fault_of(frame.rgb)
        if fault is not None:
            self.faults[fault] += 1
        elif self.drawing is None or shows_another_drawing(frame.rgb, self.drawing):
            self.drawing = frame.rgb
            self._put_by(frame.rgb)

    def finish(self, cancel: CancelToken) -> ImportedShot | None:
        """Judge it, and write it if it is good; None when a cancel came before it was whole."""
        name = f"{self.begun.number:06}-{self.last:06}"
        about = ImportedShot(name, self.folder.name, self.begun.number, self.last)
        reason = self._reason()
        if reason is not None or self.writer is None:
            self.drop()
            return replace(about, reason=reason, thumbnails=(Thumbnail.of_frame(self.begun.rgb),))
        thumbnails = tuple(self._write(self.writer, cancel))
        if cancel.is_cancelled:
            return None
        self.writer.finish(name)
        return replace(about, drawings=len(self.areas), thumbnails=thumbnails)

    def drop(self) -> None:
        if self.writer is not None:
            self.writer.drop()

    def _put_by(self, rgb: NDArray[np.uint8]) -> None:
        flat = flatten(rgb)
        self.areas.append(flat.areas)
        if self.writer is None:
            self.writer = self.folder.begin()
        self.writer.put_by(len(self.areas), flat.strokes, flat.labels)

    def _reason(self) -> str | None:
        if self.frames < SHORTEST:
            return f"Only {self.frames} frames long"
        if self.frames - self.faults.total() < SHORTEST:
            worst, _ = self.faults.most_common(1)[0]
            return "Too dark" if worst == "dark" else "Too faded"
        if self.stillness.is_still:
            return "Hardly anything moves"
        if len(self.areas) < _FEWEST_DRAWINGS:
            return f"Only {len(self.areas)} different drawings"
        return None

    def _write(self, writer: SequenceWriter, cancel: CancelToken) -> Iterator[Thumbnail]:
        shown = places_shown(len(self.areas))
        for place, colors in enumerate(shared_palette(self.areas)):
            if cancel.is_cancelled:
                return
            line, color = drawn(*writer.fetch(place + 1), colors)
            writer.write(place + 1, line, color)
            if place in shown:
                yield drawing_thumbnail(line, color)
