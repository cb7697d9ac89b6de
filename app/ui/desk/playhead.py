"""Where on the timeline the window is, and which stretch of it is selected."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from app.document.shot import Shot
from app.document.timesheet import Timesheet


class Playhead(QObject):
    """A frame of the open shot's timeline, and a selection of whole exposures.

    The timeline is the timesheet with the drawings that it does not use behind its last frame:
    they do not play, but they can be looked at and colored.

    Signals:
        moved(int): another frame is current.
        sheet_changed(): the timeline has other exposures.
        selection_changed(): other exposures are selected.
    """

    moved = Signal(int)
    sheet_changed = Signal()
    selection_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shot: Shot | None = None
        self._timeline = Timesheet(())
        self._frame = 0
        self._goes_back = False
        self._anchor: int | None = None
        self._far_end = 0

    def open(self, shot: Shot | None, number: int | None = None) -> None:
        """Stand on a drawing of a shot.

        Args:
            shot: the shot; None when none is open.
            number: the drawing; None, or one that the shot lacks, for the first that is shown.
        """
        self._shot = shot
        self._timeline = Timesheet(()) if shot is None else _timeline(shot)
        shown = (f for f, n in enumerate(self._timeline.frames) if self.number_of(n) is not None)
        known = self.number_of(number)
        frame = None if known is None else self._timeline.first_frame(known)
        self._frame = next(shown, 0) if frame is None else frame
        self._anchor = None
        self.sheet_changed.emit()
        self.selection_changed.emit()

    def take_sheet(self) -> None:
        """The shot has another timesheet: stay on the same drawing, select nothing."""
        assert self._shot is not None
        number = self.number
        self._timeline = _timeline(self._shot)
        frame = None if number is None else self._timeline.first_frame(number)
        self._frame = min(self._frame, len(self._timeline) - 1) if frame is None else frame
        self.clear_selection()
        self.sheet_changed.emit()
        self.moved.emit(self._frame)

    # Where it is

    @property
    def timeline(self) -> Timesheet:
        """The timesheet, followed by the drawings that it does not use."""
        return self._timeline

    @property
    def duration(self) -> int:
        """How many frames play."""
        return 0 if self._shot is None else len(self._shot.timesheet)

    @property
    def frame(self) -> int:
        """The current frame of `timeline`."""
        return self._frame

    @property
    def exposure(self) -> int:
        """Position of the current exposure in `timeline.exposures`."""
        return self._timeline.exposure_at(self._frame)

    @property
    def number(self) -> int | None:
        """The drawing of the current frame; None where there is none to show."""
        return self.number_of(self.named)

    @property
    def named(self) -> int | None:
        """The drawing that the sheet names here, be it in the shot or not; None where empty."""
        return self._timeline.frames[self._frame] if self._timeline else None

    def number_of(self, number: int | None) -> int | None:
        """A number of the sheet when the shot has such a drawing."""
        return number if self._shot is not None and number in self._shot else None

    def coming(self, count: int) -> list[int]:
        """Numbers of the next drawings in the direction of the last move, nearest first."""
        exposures, here = self._timeline.exposures, self.exposure
        if self._goes_back:
            coming = exposures[max(0, here - count) : here][::-1]
        else:
            coming = exposures[here + 1 : here + 1 + count]
        numbers = (self.number_of(one.number) for one in coming)
        return [number for number in numbers if number is not None]

    # Moving it

    def move_to(self, frame: int) -> None:
        """Go to a frame; beyond the ends, to the first or last."""
        frame = max(0, min(frame, len(self._timeline) - 1))
        if frame != self._frame:
            self._goes_back = frame < self._frame
            self._frame = frame
            self.moved.emit(frame)

    def move_to_drawing(self, number: int) -> None:
        """Go to the first frame of a drawing; stay when the current frame holds it."""
        frame = self._timeline.first_frame(number)
        if frame is not None and number != self.number:
            self.move_to(frame)

    @Slot()
    def to_first(self) -> None:
        """Go to the first frame."""
        self.move_to(0)

    @Slot()
    def to_last(self) -> None:
        """Go to the last drawing that plays; from there, to the last that does not."""
        if not self._timeline:
            return
        exposures = self._timeline.exposures
        last_playing = exposures[self._timeline.exposure_at(self.duration - 1)].first
        self.move_to(last_playing if self._frame < last_playing else exposures[-1].first)

    @Slot()
    def to_previous_frame(self) -> None:
        """Go one frame back."""
        self.move_to(self._frame - 1)

    @Slot()
    def to_next_frame(self) -> None:
        """Go one frame on."""
        self.move_to(self._frame + 1)

    @Slot()
    def to_previous_drawing(self) -> None:
        """Go to the exposure before that shows a drawing."""
        self._step(-1)

    @Slot()
    def to_next_drawing(self) -> None:
        """Go to the next exposure that shows a drawing."""
        self._step(1)

    def _step(self, by: int) -> None:
        if not self._timeline:
            return
        exposures = self._timeline.exposures
        position = self.exposure + by
        while 0 <= position < len(exposures):
            if self.number_of(exposures[position].number) is not None:
                self.move_to(exposures[position].first)
                return
            position += by

    # Selecting

    @property
    def selected(self) -> range:
        """Positions of the selected exposures; empty when nothing is selected."""
        if self._anchor is None:
            return range(0)
        first, last = sorted((self._anchor, self._far_end))
        return range(first, last + 1)

    @property
    def selected_numbers(self) -> list[int]:
        """Ascending numbers of the selected drawings."""
        exposures = self._timeline.exposures
        numbers = {self.number_of(exposures[position].number) for position in self.selected}
        return sorted(number for number in numbers if number is not None)

    @property
    def playing_frames(self) -> range:
        """What plays: the selected drawings when there are several, else the whole sheet."""
        if len(self.selected) > 1:
            exposures = self._timeline.exposures
            last = min(exposures[self.selected[-1]].end, self.duration)
            frames = range(exposures[self.selected[0]].first, last)
            if len(frames) > 1:
                return frames
        return range(self.duration)

    def select(self, anchor: int, far_end: int) -> None:
        """Select exposures from one position to another, and go to the latter."""
        last = len(self._timeline.exposures) - 1
        ends = (max(0, min(anchor, last)), max(0, min(far_end, last)))
        if ends != (self._anchor, self._far_end):
            self._anchor, self._far_end = ends
            self.selection_changed.emit()
        if self.exposure != ends[1]:
            self.move_to(self._timeline.exposures[ends[1]].first)

    def select_up_to(self, far_end: int) -> None:
        """Move the far end of the selection, which begins here when there is none."""
        self.select(self.exposure if self._anchor is None else self._anchor, far_end)

    @Slot()
    def select_previous(self) -> None:
        """Extend the selection by one exposure to the left, or shorten it on the right."""
        self._extend(-1)

    @Slot()
    def select_next(self) -> None:
        """Extend the selection by one exposure to the right, or shorten it on the left."""
        self._extend(1)

    @Slot()
    def select_all(self) -> None:
        """Select the whole timeline; the current frame stays."""
        if self._timeline:
            self._anchor, self._far_end = 0, len(self._timeline.exposures) - 1
            self.selection_changed.emit()

    @Slot()
    def clear_selection(self) -> None:
        """Select nothing."""
        if self._anchor is not None:
            self._anchor = None
            self.selection_changed.emit()

    def _extend(self, by: int) -> None:
        if self._timeline:
            far_end = self.exposure if self._anchor is None else self._far_end
            self.select_up_to(far_end + by)


def _timeline(shot: Shot) -> Timesheet:
    return shot.timesheet.followed_by(shot.off_sheet())
