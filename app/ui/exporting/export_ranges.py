"""What of a shot can be exported: all of it, what is selected, or where the playhead stands."""

from __future__ import annotations

from dataclasses import dataclass

from app.document.naming import listed
from app.document.timesheet import Exposure
from app.language import tr
from app.ui.desk.session import Session

_LONGEST = 16


@dataclass(frozen=True)
class ExportRange:
    """A part of the open shot.

    Attributes:
        words: what it is called, with what it comprises.
        numbers: ascending drawing numbers.
        exposures: its stretch of the timesheet; drawings that the sheet does not use are not in it.
    """

    words: str
    numbers: tuple[int, ...]
    exposures: tuple[Exposure, ...]

    @property
    def frames(self) -> list[int]:
        """Frames of the timesheet, from 0."""
        return [frame for one in self.exposures for frame in one.frames]


def export_ranges(session: Session) -> dict[str, ExportRange]:
    """`all`, `selected` and `current` of the open shot; the latter two may be empty."""
    shot, playhead = session.shot, session.playhead
    assert shot is not None
    exposures = playhead.timeline.exposures
    every = tuple(drawing.number for drawing in shot.drawings)
    selected = tuple(playhead.selected_numbers)
    current = () if playhead.number is None else (playhead.number,)
    names = (
        tr("All {count} drawings", count=len(every)) if len(every) > 1 else tr("The drawing"),
        tr("Selected: {selected}", selected=_in_short(selected)),
        tr("Current: {name}", name=shot.drawing(current[0]).name)
        if current
        else tr("Current: empty frame"),
    )
    stretches = (
        exposures,
        tuple(exposures[position] for position in playhead.selected),
        (exposures[playhead.exposure],) if exposures else (),
    )
    return {
        kind: ExportRange(words, numbers, _playing(stretch, playhead.duration))
        for kind, words, numbers, stretch in zip(
            ("all", "selected", "current"),
            names,
            (every, selected, current),
            stretches,
            strict=True,
        )
    }


def _in_short(numbers: tuple[int, ...]) -> str:
    if not numbers:
        return tr("none")
    words = listed(list(numbers))
    return words if len(words) <= _LONGEST else tr("{count} drawings", count=len(numbers))


def _playing(exposures: tuple[Exposure, ...], duration: int) -> tuple[Exposure, ...]:
    """Exposures without what stands behind the end of the timesheet."""
    return tuple(
        Exposure(one.first, min(one.end, duration) - one.first, one.number)
        for one in exposures
        if one.first < duration
    )
