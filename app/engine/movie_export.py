"""Export a preview movie: composites over white, in the timing of the sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.document.compositing import over_white
from app.document.palette import Swaps
from app.document.regions import ColoredDrawing
from app.document.shot import Drawing
from app.document.timesheet import Exposure
from app.engine.export_space import check_space, estimated_bytes
from app.engine.exporting import Exported, with_lines
from app.engine.task import CancelToken, Failure, Step
from app.io.exports.movie import MovieFile, MovieKind
from app.io.exports.sequence_export import ExportError, SequenceFolder
from app.io.pictures.images import ImageError, read_rgba, read_size


@dataclass(frozen=True)
class MovieRequest:
    """What the movie shows, and where it goes.

    Attributes:
        exposures: what comes one after the other; what is no drawing of the shot is white.
        drawings: the drawings of the shot by number; one without a coloring shows its lines.
        colorings: what was colored, by drawing number.
        keys: color images of the animator, by drawing number; they are never overwritten.
        line_folder: the shot folder; nothing is written there.
        folder: made when missing.
        name: file name.
        kind: the format.
        fps: frames per second.
        swaps: colors that are painted as others.
        keeps_existing: leave the movie alone when it is there already.
        paints_traces: let paint cover colored trace lines.
    """

    exposures: tuple[Exposure, ...]
    drawings: Mapping[int, Drawing]
    colorings: Mapping[int, ColoredDrawing]
    keys: Mapping[int, Path]
    line_folder: Path
    folder: Path
    name: str
    kind: MovieKind
    fps: int
    swaps: Swaps = frozenset()
    keeps_existing: bool = False
    paints_traces: bool = False

    def folders(self) -> dict[str, Path]:
        """Where it goes."""
        return {"movie": self.folder.expanduser()}

    def files(self) -> Iterator[tuple[Path, list[str]]]:
        """Everything that is to be written: names in each folder."""
        yield self.folder.expanduser(), [self.name]

    def estimated_bytes(self) -> int:
        """About how much room the movie takes."""
        return sum(
            estimated_bytes(self.drawings[number], self.colorings[number], has_lines=True)
            for one in self.exposures
            if (number := one.number) is not None and number in self.colorings
        )


def export_movie(request: MovieRequest, cancel: CancelToken) -> Iterator[Step[Exported]]:
    """Write the movie; its file is the result of the last step.

    A drawing that cannot be read is a failure, and its frames are white. When it is cancelled,
    what was there before is there still, and nothing else.

    Raises:
        ExportError: nothing is colored, there is no room, or the folder cannot be written to.
    """
    if not any(one.number in request.colorings for one in request.exposures):
        raise ExportError("Nothing of this range is colored yet; color it, then export it.")
    check_space(request.folder, request.estimated_bytes())
    folder = SequenceFolder(request.folder, request.line_folder, tuple(request.keys.values()))
    path = folder.target(request.name)
    if request.keeps_existing and path.exists():
        yield Step(1, 1, f"{path.name} is there already", result=Exported((), kept=1))
        return
    size = _size(request)
    total = len(request.exposures)
    failed: set[int] = set()
    with MovieFile(path, request.kind, size, request.fps) as movie:
        for done, one in enumerate(request.exposures, 1):
            if cancel.is_cancelled:
                return
            picture, failure = _picture(request, one.number)
            movie.add(_centered(picture, size), one.length)
            if failure is not None and failure.number in failed:
                failure = None
            if failure is not None:
                failed.add(failure.number)
            yield Step(done, total, f"Frame {one.first + 1}", failure=failure)
        movie.finish()
    yield Step(total, total, f"Exported {path.name}", result=Exported((path,)))


def _size(request: MovieRequest) -> tuple[int, int]:
    """(height, width) that every drawing fits into."""
    heights, widths = [1], [1]
    for number in request.drawings.keys() & {one.number for one in request.exposures}:
        try:
            coloring = request.colorings.get(number)
            path = request.drawings[number].path
            height, width = read_size(path) if coloring is None else coloring.size
        except ImageError:  # said when its turn comes
            continue
        heights.append(height)
        widths.append(width)
    return max(heights), max(widths)


def _picture(
    request: MovieRequest, number: int | None
) -> tuple[NDArray[np.uint8] | None, Failure | None]:
    """(H, W, 4) RGBA of a drawing; None for an empty frame and for what cannot be read."""
    if number is None or number not in request.drawings:
        return None, None
    drawing, coloring = request.drawings[number], request.colorings.get(number)
    try:
        if coloring is None:
            return read_rgba(drawing.path), None
        color = coloring.color_layer(request.swaps)
        return with_lines(drawing, color, request.paints_traces), None
    except ImageError as error:
        return None, Failure(number, str(error))


def _centered(picture: NDArray[np.uint8] | None, size: tuple[int, int]) -> NDArray[np.uint8]:
    """(H, W, 3) uint8 RGB: a picture over white, in the middle of the frame."""
    frame = np.full((*size, 3), 255, np.uint8)
    if picture is not None:
        height, width = picture.shape[:2]
        top, left = (size[0] - height) // 2, (size[1] - width) // 2
        frame[top : top + height, left : left + width] = over_white(picture)
    return frame
