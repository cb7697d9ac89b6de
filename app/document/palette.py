"""The palette of a shot: its colors by name and group, and what each is painted as."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from app.document.color_names import CLEAR, Color, plain_name

Swaps = frozenset[tuple[Color, Color]]
"""Pairs of a source color and the other color that it is painted as."""


@dataclass(frozen=True)
class PaletteEntry:
    """One color of a palette.

    Attributes:
        source: the color as the keys have it; it identifies the entry and never changes.
        painted: the color that is shown and exported in its place.
        name: for people.
        group: the heading it stands under; "" for none.
    """

    source: Color
    painted: Color
    name: str
    group: str = ""

    @property
    def is_swapped(self) -> bool:
        """True when it is painted in another color than the keys have."""
        return self.painted != self.source


def identity(color: Iterable[int]) -> Color:
    """The source color that identifies an entry: all fully transparent colors are one."""
    red, green, blue, alpha = map(int, color)
    return (red, green, blue, alpha) if alpha else CLEAR


@dataclass(frozen=True)
class Palette:
    """An ordered set of entries, no source twice; entries of a group stand together.

    Every method gives another palette. Those that name a source raise KeyError when there is no
    entry of it.

    Attributes:
        entries: in the order of the panel.
    """

    entries: tuple[PaletteEntry, ...] = ()

    def __post_init__(self) -> None:
        if len(self._by_source) != len(self.entries):
            raise ValueError("a palette has two entries of one source color")

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[PaletteEntry]:
        return iter(self.entries)

    def __contains__(self, source: object) -> bool:
        return source in self._by_source

    def __getitem__(self, source: Color) -> PaletteEntry:
        return self._by_source[source]

    def get(self, source: Color) -> PaletteEntry | None:
        """The entry of a source color, or None."""
        return self._by_source.get(source)

    def painted_as(self, color: Color) -> PaletteEntry | None:
        """The first entry that is painted in this color, or None."""
        return self._by_painted.get(identity(color))

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups in order; "" comes first where entries stand under no heading."""
        return tuple(dict.fromkeys(entry.group for entry in self.entries))

    @cached_property
    def swaps(self) -> Swaps:
        """What is painted in another color than the keys have."""
        return frozenset((entry.source, entry.painted) for entry in self if entry.is_swapped)

    def painted(self, colors: NDArray[np.uint8]) -> NDArray[np.uint8]:
        """Source colors as they are painted; colors without an entry stay.

        Args:
            colors: (P, 4) uint8 RGBA.

        Returns:
            (P, 4) uint8 RGBA.
        """
        return repainted(colors, self.swaps)

    # Other palettes

    def with_color_swapped(self, source: Color, painted: Color) -> Palette:
        """One color painted as another; as itself to take a swap back."""
        return self._changed({source: replace(self[source], painted=painted)})

    def renamed(self, source: Color, name: str) -> Palette:
        """One entry under another name; ValueError when the name is empty."""
        if not name.strip():
            raise ValueError("a color needs a name")
        return self._changed({source: replace(self[source], name=name.strip())})

    def grouped(self, sources: Iterable[Color], group: str) -> Palette:
        """Entries put at the end of a group, or ("") of those without one."""
        return self.moved(sources, None, group)

    def moved(self, sources: Iterable[Color], before: Color | None, group: str) -> Palette:
        """Entries moved into a group, in palette order.

        Args:
            sources: what moves.
            before: the entry of the group that they go in front of; None for the group's end.
            group: where to.
        """
        moving = set(sources)
        goes = [replace(entry, group=group) for entry in self if entry.source in moving]
        if len(goes) != len(moving):
            raise KeyError(next(iter(moving - self._by_source.keys())))
        stays = [entry for entry in self if entry.source not in moving]
        place = next((i for i, entry in enumerate(stays) if entry.source == before), None)
        if place is None:
            ends = [i for i, entry in enumerate(stays) if entry.group == group]
            place = ends[-1] + 1 if ends else len(stays)
        return Palette.gathered_by_group([*stays[:place], *goes, *stays[place:]])

    def group_renamed(self, group: str, name: str) -> Palette:
        """A heading in other words; a name that is taken joins the two groups."""
        entries = [replace(e, group=name.strip()) if e.group == group else e for e in self]
        return Palette.gathered_by_group(entries)

    def group_moved(self, group: str, by: int) -> Palette:
        """A heading some places further down (or up: negative), as far as there are others."""
        order = [name for name in self.groups if name]
        place = order.index(group)
        order.insert(max(0, min(place + by, len(order) - 1)), order.pop(place))
        members = {name: [e for e in self if e.group == name] for name in ["", *order]}
        return Palette(tuple(entry for name in members for entry in members[name]))

    def added(self, color: Color, name: str = "", group: str = "") -> Palette:
        """A color that no key has, at the end of a group; ValueError when it is there already."""
        source = identity(color)
        if source in self:
            raise ValueError(f"{self[source].name} is this color already")
        entry = PaletteEntry(source, source, name.strip() or self._free_name(source), group)
        return Palette.gathered_by_group([*self.entries, entry])

    def removed(self, sources: Iterable[Color]) -> Palette:
        """Without some entries."""
        going = {self[source].source for source in sources}
        return Palette(tuple(entry for entry in self if entry.source not in going))

    def gathered(self, sources: Iterable[Color]) -> Palette:
        """With an entry of every source color; new ones have plain names, in the given order."""
        missing = [s for s in dict.fromkeys(map(identity, sources)) if s not in self]
        if not missing:
            return self
        taken = {entry.name for entry in self}
        entries = []
        for source in missing:
            name = _unused_name(plain_name(source), taken)
            taken.add(name)
            entries.append(PaletteEntry(source, source, name))
        return Palette.gathered_by_group([*self.entries, *entries])

    def merged(self, others: Sequence[PaletteEntry]) -> Palette:
        """With the names, groups and order of a palette from elsewhere.

        An entry of ours that is painted in, or has as its source, a color of theirs takes name,
        group and swap over; what we do not have is added; what they do not have follows.
        """
        taken: dict[Color, PaletteEntry] = {}
        for other in others:
            own = self.get(other.source) or self.painted_as(other.source)
            if own is None:
                taken.setdefault(other.source, other)
            else:
                painted = other.painted if other.is_swapped else own.painted
                merged = replace(own, painted=painted, name=other.name, group=other.group)
                taken.setdefault(own.source, merged)
        rest = [entry for entry in self if entry.source not in taken]
        return Palette.gathered_by_group([*taken.values(), *rest])

    @classmethod
    def gathered_by_group(cls, entries: Iterable[PaletteEntry]) -> Palette:
        """Entries with those of each group together, and those of no group first."""
        members: dict[str, list[PaletteEntry]] = {"": []}
        for entry in entries:
            members.setdefault(entry.group, []).append(entry)
        return cls(tuple(entry for group in members.values() for entry in group))

    def _changed(self, changes: Mapping[Color, PaletteEntry]) -> Palette:
        return Palette(tuple(changes.get(entry.source, entry) for entry in self))

    def _free_name(self, color: Color) -> str:
        return _unused_name(plain_name(color), {entry.name for entry in self})

    @cached_property
    def _by_source(self) -> dict[Color, PaletteEntry]:
        return {entry.source: entry for entry in self.entries}

    @cached_property
    def _by_painted(self) -> dict[Color, PaletteEntry]:
        return {entry.painted: entry for entry in reversed(self.entries)}


def repainted(colors: NDArray[np.uint8], swaps: Swaps) -> NDArray[np.uint8]:
    """Colors with some of them swapped.

    Args:
        colors: (..., 4) uint8 RGBA.
        swaps: what is painted as what.

    Returns:
        The same shape; `colors` itself when nothing is swapped.
    """
    if not swaps:
        return colors
    codes = np.ascontiguousarray(colors).view(np.uint32)[..., 0]
    codes = np.where(colors[..., 3] == 0, np.uint32(0), codes)
    pairs = np.array([source + painted for source, painted in swaps], np.uint8).view(np.uint32)
    pairs = pairs[np.argsort(pairs[:, 0])]
    place = np.minimum(np.searchsorted(pairs[:, 0], codes), len(pairs) - 1)
    hit = pairs[place, 0] == codes
    result = np.array(colors, copy=True)
    result[hit] = np.ascontiguousarray(pairs[place, 1][hit])[:, None].view(np.uint8)
    return result


def _unused_name(name: str, taken: set[str]) -> str:
    if name not in taken:
        return name
    return next(found for n in range(2, len(taken) + 3) if (found := f"{name} {n}") not in taken)
