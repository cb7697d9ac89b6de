"""The colors of the open shot: its whole palette, where each is used, and which is chosen."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal

from app.document.color_names import Color
from app.document.palette import Palette, Swaps
from app.document.palette_usage import Usage, UsageTally, colors_of, used_colors
from app.document.regions import ColoredDrawing
from app.document.shot import Shot, ShotChange
from app.document.show_swap import ShotPaints

KeyFile = tuple[int, Path]
"""A key by its drawing number and its color image."""


class ShotColors(QObject):
    """Follows one shot after another, as it is told to.

    Colors that keys and colorings use, but that nobody has named or moved yet, are gathered
    behind the entries of the shot's own palette. They never enter the shot by themselves, so
    that undo has nothing to do with them.

    Signals:
        changed(): entries, their order or their usage are others.
        repainted(frozenset): these drawings are painted in other colors now.
        current_changed(object): another source color is chosen, or None.
    """

    changed = Signal()
    repainted = Signal(object)
    current_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shot: Shot | None = None
        self._palette = self._settled = Palette()
        self._made_from: tuple[Palette, list[Color]] = (Palette(), [])
        self._preview: tuple[Color, Color] | None = None
        self._current: Color | None = None
        self._tally = UsageTally()
        self._of_key: dict[KeyFile, Mapping[Color, int]] = {}
        self._of_coloring: WeakKeyDictionary[ColoredDrawing, Mapping[Color, int]]
        self._of_coloring = WeakKeyDictionary()

    @property
    def palette(self) -> Palette:
        """All colors of the shot, as they are shown: with a swap that is only tried."""
        return self._palette

    @property
    def settled(self) -> Palette:
        """All colors of the shot without a swap that is only tried: what edits begin with."""
        return self._settled

    @property
    def paints(self) -> ShotPaints:
        """The settled palette and where its colors are used, until something changes."""
        return ShotPaints(self._settled, self._tally)

    @property
    def current(self) -> Color | None:
        """The source color that is chosen; None when none is."""
        return self._current

    def open(self, shot: Shot | None) -> None:
        """Follow another shot; None for none."""
        self._shot = shot
        self._tally = UsageTally()
        self._of_key.clear()
        self._preview = None
        if shot is not None:
            for number in shot.colorings:
                self._count(number)
        self._gather()
        self.choose(None)
        self.changed.emit()

    def choose(self, color: Color | None) -> None:
        """Choose a color to paint with; None for none. One that the palette lacks is none."""
        color = color if color in self._palette else None
        if color != self._current:
            self._current = color
            self.current_changed.emit(color)

    def usage(self, color: Color) -> Usage:
        """How much of the shot has a source color."""
        return self._tally.usage(color)

    def drawings_with(self, color: Color) -> frozenset[int]:
        """Numbers of the drawings that have a source color."""
        return self._tally.drawings([color])

    def swaps(self, number: int) -> Swaps:
        """What a drawing has that is painted in another color."""
        swaps = self._palette.swaps
        if not swaps or self._shot is None:
            return swaps
        used = self._tally.of_drawing(number)
        if not used and number in self._shot.keys:
            return swaps  # its colors are still being read: any of them may be in it
        return frozenset(swap for swap in swaps if swap[0] in used)

    def try_swap(self, source: Color, painted: Color) -> None:
        """Show a color painted as another without changing the shot."""
        self._set_preview((source, painted))

    def end_try(self) -> None:
        """Show the shot as it is again."""
        self._set_preview(None)

    @property
    def is_reading(self) -> bool:
        """Whether there are keys whose colors are not known yet."""
        return self._shot is not None and not all(map(self.has_read, self._shot.keys.items()))

    def has_read(self, key: KeyFile) -> bool:
        """True when the colors of a key are known."""
        return key in self._of_key

    def note_key(self, key: KeyFile, colors: Mapping[Color, int]) -> None:
        """Take the colors of a key, the most used first, with their numbers of regions."""
        self._of_key[key] = colors
        if self._shot is not None and self._shot.keys.get(key[0]) == key[1]:
            self._count(key[0])
            self._refresh()

    def take(self, change: ShotChange) -> None:
        """Follow a change of the shot; whoever owns this says so before others hear of it."""
        for number in change.keys | change.colorings:
            self._count(number)
        self._refresh()

    def _set_preview(self, preview: tuple[Color, Color] | None) -> None:
        if preview != self._preview:
            self._preview = preview
            self._refresh()

    def _refresh(self) -> None:
        before = self._palette.swaps
        self._gather()
        if self._current is not None and self._current not in self._palette:
            self.choose(None)
        self.changed.emit()
        different = {source for source, _ in before ^ self._palette.swaps}
        if different and (numbers := self._tally.drawings(different)):
            self.repainted.emit(numbers)

    def _gather(self) -> None:
        made_from: tuple[Palette, list[Color]] = (Palette(), [])
        if self._shot is not None:
            of_keys = [self._of_key.get(key, {}) for key in self._shot.keys.items()]
            made_from = (self._shot.palette, used_colors(of_keys, self._tally))
        if made_from != self._made_from:
            self._made_from = made_from
            self._settled = made_from[0].gathered(made_from[1])
        palette = self._settled
        if self._preview is not None and self._preview[0] in palette:
            palette = palette.with_color_swapped(*self._preview)
        if palette != self._palette:
            self._palette = palette

    def _count(self, number: int) -> None:
        assert self._shot is not None
        coloring = self._shot.coloring(number)
        if coloring is not None:
            if coloring not in self._of_coloring:
                self._of_coloring[coloring] = colors_of(coloring)
            self._tally.set(number, self._of_coloring[coloring])
            return
        path = self._shot.keys.get(number)
        self._tally.set(number, {} if path is None else self._of_key.get((number, path), {}))
