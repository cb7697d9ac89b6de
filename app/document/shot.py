"""A shot: its drawings, their timing, which are keys, and what was colored so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from app.document.corrections import Correction
from app.document.gap_closing import DEFAULT_GAP, WIDEST_GAP, GapClosing, GapStrokes, Point
from app.document.loans import Loan
from app.document.palette import Palette
from app.document.regions import ColoredDrawing
from app.document.timesheet import Timesheet


@dataclass(frozen=True)
class Drawing:
    """One line-art image.

    Attributes:
        number: the drawing number, from the trailing digits of the file name.
        path: the line-art file; it is only ever read.
    """

    number: int
    path: Path

    @property
    def name(self) -> str:
        """File name without extension: exported files carry it."""
        return self.path.stem


@dataclass(frozen=True)
class ShotChange:
    """What a listener is told: which drawing numbers changed, and in what respect.

    Attributes:
        keys: numbers whose key was marked, replaced or removed.
        colorings: numbers whose coloring was set, replaced or removed.
        corrections: numbers whose corrections changed.
        palette: True when the palette is another.
        timesheet: True when the shot has another timesheet.
        origins: numbers whose coloring became out of date by what happened on the disk.
        files: True when the drawings' files are other ones, or lie elsewhere.
        gap: True when the gap distance is another.
        gap_strokes: numbers whose gap-closing strokes changed.
        left_open: numbers where other passages are left as drawn.
    """

    keys: frozenset[int] = frozenset()
    colorings: frozenset[int] = frozenset()
    corrections: frozenset[int] = frozenset()
    palette: bool = False
    timesheet: bool = False
    origins: frozenset[int] = frozenset()
    files: bool = False
    gap: bool = False
    gap_strokes: frozenset[int] = frozenset()
    left_open: frozenset[int] = frozenset()


class Shot:
    """An ordered list of drawings with a timesheet, keys and colorings.

    Only `app.commands` calls the setters; everyone else reads and subscribes.

    Attributes:
        name: shown in the title bar.
        folder: the shot folder, read only to us.
        drawings: by ascending drawing number, numbers are unique.
    """

    def __init__(
        self,
        name: str,
        folder: Path,
        drawings: Iterable[Drawing],
        timesheet: Timesheet | None = None,
        gap: int = DEFAULT_GAP,
    ) -> None:
        """Make a shot without keys; without a timesheet every drawing has one frame."""
        self.check_gap(gap)
        self.name = name
        self._take_files(folder, drawings)
        self._timesheet = timesheet or Timesheet.of_drawings(self._indices)
        # Never changed, only replaced: what a caller holds stays as it was.
        self._keys: Mapping[int, Path] = MappingProxyType({})
        self._corrections: Mapping[int, tuple[Correction, ...]] = MappingProxyType({})
        self._colorings: dict[int, ColoredDrawing] = {}
        self._palette = Palette()
        self._gap = gap
        self._gap_strokes: Mapping[int, GapStrokes] = MappingProxyType({})
        self._left_open: Mapping[int, tuple[Point, ...]] = MappingProxyType({})
        self._sorted_colorings: Mapping[int, ColoredDrawing] | None = None
        self._listeners: list[Callable[[ShotChange], None]] = []

    @property
    def keys(self) -> Mapping[int, Path]:
        """Color image of each key, by drawing number."""
        return self._keys

    @property
    def colorings(self) -> Mapping[int, ColoredDrawing]:
        """Finished colorings by drawing number."""
        if self._sorted_colorings is None:
            self._sorted_colorings = MappingProxyType(dict(sorted(self._colorings.items())))
        return self._sorted_colorings

    @property
    def timesheet(self) -> Timesheet:
        """Which drawing each frame holds; it may name drawings that the shot does not have."""
        return self._timesheet

    def off_sheet(self) -> list[int]:
        """Ascending numbers of the drawings that the timesheet does not use."""
        return [number for number in self._indices if number not in self._timesheet.numbers]

    @property
    def corrections(self) -> Mapping[int, tuple[Correction, ...]]:
        """Corrections by drawing number, in the order they were made; none is empty.

        Drawings are in the order in which they were first corrected.
        """
        return self._corrections

    @property
    def palette(self) -> Palette:
        """What was said about the colors; colors nobody touched yet may have no entry in it."""
        return self._palette

    @property
    def gap(self) -> int:
        """Holes in the lines up to this many pixels are closed, 0 to 100."""
        return self._gap

    @property
    def gap_strokes(self) -> Mapping[int, GapStrokes]:
        """Gap-closing strokes by drawing number, in the order they were drawn; none is empty."""
        return self._gap_strokes

    @property
    def left_open(self) -> Mapping[int, tuple[Point, ...]]:
        """Narrow passages that are no leaks, by drawing number: a pixel in the middle of each."""
        return self._left_open

    def closing(self, number: int) -> GapClosing:
        """How the holes of a drawing are closed now."""
        return GapClosing(self._gap, self._gap_strokes.get(number, ()))

    def loan(self, number: int) -> Loan | None:
        """The key of a drawing as other shots borrow it; None where there is none."""
        if number not in self.keys:
            return None
        return Loan(self.drawing(number).path, self.keys[number], self.gap_strokes.get(number, ()))

    def has_former_regions(self, coloring: ColoredDrawing) -> bool:
        """True when a coloring was made before the gaps of its drawing were closed otherwise."""
        made_with = coloring.closing
        return made_with is not None and made_with != self.closing(coloring.number)

    def __contains__(self, number: object) -> bool:
        return number in self._indices

    def drawing(self, number: int) -> Drawing:
        """The drawing with this number; KeyError when the shot has none."""
        return self.drawings[self._indices[number]]

    def index(self, number: int) -> int:
        """Position of a drawing number in `drawings`; KeyError when the shot has none."""
        return self._indices[number]

    def coloring(self, number: int) -> ColoredDrawing | None:
        """The coloring of a drawing, or None while it has none."""
        return self._colorings.get(number)

    def subscribe(self, listener: Callable[[ShotChange], None]) -> None:
        """Call `listener` after every change, on the thread that made it."""
        self._listeners.append(listener)

    def unsubscribe(self, listener: Callable[[ShotChange], None]) -> None:
        """Stop calling `listener`."""
        self._listeners.remove(listener)

    def set_keys(self, keys: Mapping[int, Path | None]) -> None:
        """Mark (path) or unmark (None) keys; KeyError when the shot has no such drawing."""
        for number in keys:
            self.drawing(number)
        changed = {**self._keys, **keys}
        self._keys = MappingProxyType(
            {number: path for number, path in sorted(changed.items()) if path is not None}
        )
        self._tell(ShotChange(keys=frozenset(keys)))

    def set_colorings(self, colorings: Mapping[int, ColoredDrawing | None]) -> None:
        """Set or remove (None) colorings; KeyError when the shot has no such drawing."""
        for number in colorings:
            self.drawing(number)
        for number, coloring in colorings.items():
            if coloring is None:
                self._colorings.pop(number, None)
            else:
                self._colorings[number] = coloring
        self._sorted_colorings = None
        self._tell(ShotChange(colorings=frozenset(colorings)))

    def set_corrections(
        self, corrections: Mapping[int, tuple[Correction, ...]], order: Iterable[int] = ()
    ) -> None:
        """Set the corrections of drawings; KeyError when the shot has no such drawing.

        Args:
            corrections: of some drawings; of the others they stay.
            order: drawings in the order in which they were first corrected; those that are not
                named follow as they come.
        """
        for number in corrections:
            self.drawing(number)
        changed = {**self._corrections, **corrections}
        self._corrections = MappingProxyType(
            {number: changed[number] for number in (*order, *changed) if changed.get(number)}
        )
        self._tell(ShotChange(corrections=frozenset(corrections)))

    def set_palette(self, palette: Palette) -> None:
        """Name, group, order and swap colors."""
        self._palette = palette
        self._tell(ShotChange(palette=True))

    def set_gap(self, gap: int) -> None:
        """Close holes up to so many pixels; ValueError when it is not 0 to 100."""
        self.check_gap(gap)
        self._gap = gap
        self._tell(ShotChange(gap=True))

    def set_gap_strokes(self, strokes: Mapping[int, GapStrokes]) -> None:
        """Set the strokes of drawings; KeyError when the shot has no such drawing."""
        for number in strokes:
            self.drawing(number)
        changed = {**self._gap_strokes, **strokes}
        self._gap_strokes = MappingProxyType(
            {number: given for number, given in sorted(changed.items()) if given}
        )
        self._tell(ShotChange(gap_strokes=frozenset(strokes)))

    def set_left_open(self, points: Mapping[int, tuple[Point, ...]]) -> None:
        """Say which passages are no leaks; KeyError when the shot has no such drawing."""
        for number in points:
            self.drawing(number)
        changed = {**self._left_open, **points}
        self._left_open = MappingProxyType(
            {number: given for number, given in sorted(changed.items()) if given}
        )
        self._tell(ShotChange(left_open=frozenset(points)))

    @staticmethod
    def check_gap(gap: int) -> None:
        """ValueError when a gap distance is not 0 to 100."""
        if not 0 <= gap <= WIDEST_GAP:
            raise ValueError(f"a gap of {gap} px is not one of 0 to {WIDEST_GAP} px")

    def set_timesheet(self, timesheet: Timesheet) -> None:
        """Give the shot another timing."""
        self._timesheet = timesheet
        self._tell(ShotChange(timesheet=True))

    def set_files(
        self, folder: Path, drawings: Iterable[Drawing], keys: Mapping[int, Path]
    ) -> None:
        """The same shot with its files elsewhere, or with other drawings.

        A timesheet that is nothing but the drawings in order takes the other ones in; one with a
        timing of its own stays.

        Raises:
            ValueError: a drawing is left out that has colors, corrections or a key.
        """
        drawings = tuple(drawings)
        worked_on = self._colorings.keys() | self._corrections.keys() | keys.keys()
        worked_on |= self._gap_strokes.keys() | self._left_open.keys()
        if not worked_on <= {drawing.number for drawing in drawings}:
            raise ValueError("a drawing with work in it has no file any more")
        hold = self._timesheet.hold_of(list(self._indices))
        self._take_files(folder, drawings)
        if hold is not None:
            self._timesheet = Timesheet.of_drawings(self._indices, hold)
        self._keys = MappingProxyType(dict(sorted(keys.items())))
        self._tell(ShotChange(files=True))

    def _take_files(self, folder: Path, drawings: Iterable[Drawing]) -> None:
        ordered = tuple(sorted(drawings, key=lambda drawing: drawing.number))
        indices = {drawing.number: i for i, drawing in enumerate(ordered)}
        if len(indices) != len(ordered):
            raise ValueError("two drawings of a shot have the same number")
        self.folder, self.drawings, self._indices = folder, ordered, indices

    def _tell(self, change: ShotChange) -> None:
        for listener in tuple(self._listeners):
            listener(change)
