"""A timesheet: which drawing each frame of a shot holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby


@dataclass(frozen=True)
class Exposure:
    """One drawing, held for some frames.

    Attributes:
        first: the frame it begins with, from 0.
        length: how many frames it stays, 1 or more.
        number: drawing number; None where the sheet is empty.
    """

    first: int
    length: int
    number: int | None

    @property
    def end(self) -> int:
        """The frame after its last."""
        return self.first + self.length

    @property
    def frames(self) -> range:
        """The frames that it takes."""
        return range(self.first, self.end)


@dataclass(frozen=True)
class Timesheet:
    """Frames in order, each with the number of its drawing.

    A drawing may come several times, or not at all; a number need not be one of the shot's.

    Attributes:
        frames: drawing number of each frame; None where the sheet is empty.
    """

    frames: tuple[int | None, ...]

    @classmethod
    def of_drawings(cls, numbers: Iterable[int], hold: int = 1) -> Timesheet:
        """Every drawing once, in the given order, each for `hold` frames (2 is “on twos”)."""
        return cls(tuple(numbers)).held(hold)

    @classmethod
    def of_changes(cls, changes: Iterable[tuple[int, int | None]], duration: int) -> Timesheet:
        """A sheet from what its track says at some frames; each entry holds until the next.

        Args:
            changes: (frame, drawing number or None for empty) in any order; of two entries at
                one frame the later wins. What begins before frame 0 is still held at 0.
            duration: frames of the whole sheet; entries from there on count for nothing.
        """
        frames: list[int | None] = []
        held: int | None = None
        for first, number in sorted(dict(changes).items(), key=lambda change: change[0]):
            if first >= duration:
                break
            frames += [held] * (first - len(frames))
            held = number
        frames += [held] * (duration - len(frames))
        return cls(tuple(frames))

    def __len__(self) -> int:
        return len(self.frames)

    def held(self, frames: int) -> Timesheet:
        """Every frame drawn out to this many: a sheet on ones becomes one on twos, or threes."""
        return Timesheet(tuple(number for number in self.frames for _ in range(frames)))

    @cached_property
    def exposures(self) -> tuple[Exposure, ...]:
        """Runs of frames with one drawing, in order, without gaps."""
        found: list[Exposure] = []
        first = 0
        for number, run in groupby(self.frames):
            length = sum(1 for _ in run)
            found.append(Exposure(first, length, number))
            first += length
        return tuple(found)

    def exposure_at(self, frame: int) -> int:
        """Position in `exposures` of the one that holds a frame, 0 <= frame < len."""
        return self._exposure_of_frame[frame]

    def first_frame(self, number: int) -> int | None:
        """Where a drawing comes first; None when the sheet does not use it."""
        return self._first_frames.get(number)

    @property
    def numbers(self) -> Set[int]:
        """All drawing numbers that the sheet uses."""
        return self._first_frames.keys()

    def hold_of(self, numbers: Sequence[int]) -> int | None:
        """How long each drawing is held when the sheet is nothing but these drawings in order.

        None for a sheet with a timing of its own.
        """
        hold, rest = divmod(len(self.frames), len(numbers)) if numbers else (0, 1)
        if rest or not hold or self != Timesheet.of_drawings(numbers, hold):
            return None
        return hold

    def followed_by(self, numbers: Iterable[int]) -> Timesheet:
        """The sheet with one more frame for each of these drawings."""
        return Timesheet((*self.frames, *numbers))

    @cached_property
    def _exposure_of_frame(self) -> tuple[int, ...]:
        return tuple(
            position for position, one in enumerate(self.exposures) for _ in range(one.length)
        )

    @cached_property
    def _first_frames(self) -> dict[int, int]:
        first: dict[int, int] = {}
        for exposure in self.exposures:
            if exposure.number is not None:
                first.setdefault(exposure.number, exposure.first)
        return first
