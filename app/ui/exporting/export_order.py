"""From what was chosen in the dialog to what the engine is asked to do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from app.document.shot import Shot
from app.engine.export_names import (
    drawing_sheet,
    file_name,
    frame_sheet,
    named_as_drawings,
    named_as_frames,
    numbered_folder,
)
from app.engine.export_request import ExportRequest, Layer, existing_files
from app.engine.movie_export import MovieRequest
from app.io.exports.movie import MovieKind
from app.io.pictures.image_formats import ImageKind
from app.ui.desk.session import Session
from app.ui.exporting.export_ranges import ExportRange

Request = ExportRequest | MovieRequest


@dataclass(frozen=True)
class ExportChoice:
    """What was chosen.

    Attributes:
        layer: `color`, `composite` or `both`; None for a movie.
        kind: image format.
        movie_kind: movie format.
        by_frames: files are called as the frames of the timesheet, not as the drawings.
        has_sheet: whether a timesheet goes with the images.
        paints_traces: paint covers colored trace lines.
        existing: `ask`, `replace`, `keep` or `new`.
        folder: where to.
    """

    layer: Layer | None
    kind: ImageKind
    movie_kind: MovieKind
    by_frames: bool
    has_sheet: bool
    paints_traces: bool
    existing: str
    folder: Path


@dataclass(frozen=True)
class Order:
    """A request, and what will happen to files that are there.

    Attributes:
        request: what the engine is asked to do.
        existing: files of it that are there already.
        colored: how many drawings of the range are colored.
        uncolored: how many are not.
        outdated: how many were colored with other keys or line art than there are now.
    """

    request: Request
    existing: tuple[Path, ...]
    colored: int
    uncolored: int
    outdated: int

    @property
    def hits_line_art(self) -> bool:
        """True when a folder of it is the one that the line art is in."""
        line_folder = self.request.line_folder
        return line_folder.exists() and any(
            folder.exists() and folder.samefile(line_folder)
            for folder in self.request.folders().values()
        )

    def into_new_folder(self) -> Order:
        """The same into a folder that is not there yet."""
        folder = numbered_folder(self.request.folder)
        return replace(self, request=replace(self.request, folder=folder), existing=())

    def keeping(self) -> Order:
        """The same, but files that are there stay."""
        return replace(self, request=replace(self.request, keeps_existing=True))


def order(session: Session, chosen: ExportRange, choice: ExportChoice, fps: int) -> Order:
    """What is to be done for a choice."""
    shot = session.shot
    assert shot is not None
    request: Request
    if choice.layer is None:
        request = _movie(shot, chosen, choice, fps)
    else:
        request = _images(shot, chosen, choice, choice.layer)
    numbers = set(chosen.numbers)
    if choice.layer is None or choice.by_frames:
        numbers &= {one.number for one in chosen.exposures if one.number is not None}
    colored = numbers & shot.colorings.keys()
    made = Order(
        request,
        existing=tuple(existing_files(request.files())),
        colored=len(colored),
        uncolored=len(numbers - colored),
        outdated=sum(map(session.is_stale, colored)),
    )
    if made.existing and choice.existing == "new":
        return made.into_new_folder()
    return made.keeping() if choice.existing == "keep" else made


def _images(shot: Shot, chosen: ExportRange, choice: ExportChoice, layer: Layer) -> ExportRequest:
    drawings = [shot.drawing(number) for number in chosen.numbers if number in shot.colorings]
    sheet, frames = shot.timesheet, chosen.frames
    if choice.by_frames:
        images = named_as_frames(drawings, sheet, frames, shot.name, choice.kind)
        copy = frame_sheet(drawings, sheet, frames, shot.name)
    else:
        images = named_as_drawings(drawings, choice.kind)
        copy = drawing_sheet(drawings, sheet, shot.name)
    return ExportRequest(
        images=images,
        colorings=shot.colorings,
        keys=shot.keys,
        line_folder=shot.folder,
        folder=choice.folder,
        layer=layer,
        kind=choice.kind,
        swaps=shot.palette.swaps,
        sheet=copy if choice.has_sheet and images else None,
        paints_traces=choice.paints_traces,
    )


def _movie(shot: Shot, chosen: ExportRange, choice: ExportChoice, fps: int) -> MovieRequest:
    return MovieRequest(
        exposures=chosen.exposures,
        drawings={drawing.number: drawing for drawing in shot.drawings},
        colorings=shot.colorings,
        keys=shot.keys,
        line_folder=shot.folder,
        folder=choice.folder,
        name=f"{file_name(shot.name)}.{choice.movie_kind}",
        kind=choice.movie_kind,
        fps=fps,
        swaps=shot.palette.swaps,
        paints_traces=choice.paints_traces,
    )
