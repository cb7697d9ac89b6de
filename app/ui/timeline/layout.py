"""Where everything is on the strip: exposures as cards, holds as their tails, and frames."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from app.document.timesheet import Exposure, Timesheet

HELD_FRAME = 24
"""Width of each further frame of an exposure, in pixels."""

_LONGEST_TAIL = 10 * HELD_FRAME
_EMPTY_WIDTH = 44
_OFF_SHEET_GAP = 28


@dataclass(frozen=True)
class Span:
    """A piece of the strip.

    Attributes:
        left: in pixels from the beginning of the strip.
        width: in pixels.
    """

    left: int
    width: int

    @property
    def right(self) -> int:
        """The pixel after its last."""
        return self.left + self.width


class StripLayout:
    """Places of the exposures of a timeline, each found in O(log n).

    The first frame of an exposure is as wide as its card; each further frame adds a bit of tail.
    The tail of a very long hold is compressed, so that the next drawing stays within reach.

    Attributes:
        exposures: the cards, in order.
        duration: frames that play; exposures from there on are off the sheet.
        width: of the whole strip.
    """

    def __init__(self, timeline: Timesheet, duration: int, card_width: int) -> None:
        self.exposures = timeline.exposures
        self.duration = duration
        self._timeline = timeline
        self._card_width = card_width
        widths = [self._head_width(one) + _tail_width(one) for one in self.exposures]
        *self._lefts, total = accumulate(widths, initial=0)
        self._first_off_sheet = (
            timeline.exposure_at(duration) if 0 < duration < len(timeline) else len(widths)
        )
        self.width = total + self._shift(len(widths) - 1)

    def _shift(self, position: int) -> int:
        return _OFF_SHEET_GAP if position >= self._first_off_sheet else 0

    def _head_width(self, exposure: Exposure) -> int:
        return _EMPTY_WIDTH if exposure.number is None else self._card_width

    def head(self, position: int) -> Span:
        """The card of an exposure: its first frame."""
        left = self._lefts[position] + self._shift(position)
        return Span(left, self._head_width(self.exposures[position]))

    def card(self, position: int) -> Span:
        """The card of an exposure with its tail."""
        head = self.head(position)
        return Span(head.left, head.width + _tail_width(self.exposures[position]))

    def frame(self, frame: int) -> Span:
        """The place of one frame."""
        position = self._timeline.exposure_at(frame)
        exposure, head = self.exposures[position], self.head(position)
        held = frame - exposure.first
        if held == 0:
            return head
        tail, steps = _tail_width(exposure), exposure.length - 1
        left = tail * (held - 1) // steps
        return Span(head.right + left, tail * held // steps - left)

    def is_off_sheet(self, position: int) -> bool:
        """True for a drawing that the timesheet does not use."""
        return position >= self._first_off_sheet

    @property
    def sheet_end(self) -> int | None:
        """Where the sheet ends, when drawings stand behind it."""
        if self._first_off_sheet >= len(self.exposures):
            return None
        return self._lefts[self._first_off_sheet]

    def exposure_at(self, x: int) -> int:
        """Position of the exposure at a place of the strip; beyond the ends, the nearest."""
        position = max(0, bisect_right(self._lefts, x) - 1)
        if self._shift(position):
            shifted = bisect_right(self._lefts, x - _OFF_SHEET_GAP) - 1
            position = max(shifted, self._first_off_sheet - 1, 0)
        return position

    def contains(self, x: int) -> bool:
        """True when an exposure is at this place."""
        if not self.exposures:
            return False
        card = self.card(self.exposure_at(x))
        return card.left <= x < card.right

    def frame_at(self, x: int) -> int:
        """The frame at a place of the strip; beyond the ends, the nearest."""
        position = self.exposure_at(x)
        exposure, head = self.exposures[position], self.head(position)
        tail = _tail_width(exposure)
        if x < head.right or not tail:
            return exposure.first
        held = 1 + (x - head.right) * (exposure.length - 1) // tail
        return min(exposure.first + held, exposure.end - 1)

    def within(self, left: int, right: int) -> range:
        """Positions of the exposures that can be seen between two places."""
        if not self.exposures:
            return range(0)
        return range(self.exposure_at(left), self.exposure_at(right) + 1)


def _tail_width(exposure: Exposure) -> int:
    return min((exposure.length - 1) * HELD_FRAME, _LONGEST_TAIL)
