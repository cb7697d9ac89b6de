"""One color painted as another in all shots that have it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.document.color_names import Color
from app.document.palette import Palette, PaletteEntry
from app.document.palette_usage import UsageTally
from app.document.shot import Shot


@dataclass(frozen=True)
class ShotPaints:
    """The colors of a shot.

    Attributes:
        palette: with an entry of every color that its keys and colorings have.
        tally: where they are used.
    """

    palette: Palette
    tally: UsageTally


@dataclass(frozen=True)
class SwapReach:
    """How far a color goes.

    Attributes:
        entries: what counts as the color, by shot; no shot without any.
        drawings: how many drawings of each of these shots have it.
        differing: how many other shots have it, but had it painted otherwise before.
    """

    entries: Mapping[Shot, tuple[PaletteEntry, ...]]
    drawings: Mapping[Shot, int]
    differing: int


def reach_of(paints: Mapping[Shot, ShotPaints], entry: PaletteEntry) -> SwapReach:
    """Where shots have the color that an entry stands for.

    Where a shot paints it in the same way, or has not touched it, it is the entry of the same
    source. Where it does not have the source, or paints it otherwise on purpose (a girl at
    night), only what looks the same does count.
    """
    entries = {shot: found for shot, one in paints.items() if (found := _same(one.palette, entry))}
    drawings = {
        shot: len(paints[shot].tally.drawings(one.source for one in found))
        for shot, found in entries.items()
    }
    differing = sum(
        entry.source in one.palette and shot not in entries for shot, one in paints.items()
    )
    return SwapReach(entries, drawings, differing)


def swapped(
    paints: Mapping[Shot, ShotPaints], reach: SwapReach, painted: Color
) -> dict[Shot, Palette]:
    """The palettes that a swap changes, with the color painted as another in each."""
    palettes = {}
    for shot, entries in reach.entries.items():
        palette = paints[shot].palette
        for entry in entries:
            palette = palette.with_color_swapped(entry.source, painted)
        if palette != paints[shot].palette:
            palettes[shot] = palette
    return palettes


def _same(palette: Palette, entry: PaletteEntry) -> tuple[PaletteEntry, ...]:
    own = palette.get(entry.source)
    if own is not None and own.painted in (entry.painted, entry.source):
        return (own,)
    return tuple(other for other in palette if other.painted == entry.painted)
