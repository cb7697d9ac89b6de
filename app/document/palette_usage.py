"""Where the colors of a shot are used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from app.document.color_names import Color
from app.document.palette import identity
from app.document.regions import ColoredDrawing


@dataclass(frozen=True)
class Usage:
    """How much of a shot has a color.

    Attributes:
        drawings: how many drawings.
        regions: how many regions in them.
    """

    drawings: int = 0
    regions: int = 0


def colors_of(coloring: ColoredDrawing) -> dict[Color, int]:
    """How many regions of a drawing have each source color."""
    counts = np.bincount(coloring.region_colors, minlength=len(coloring.palette))
    result: dict[Color, int] = {}
    for row in np.flatnonzero(counts):
        color = identity(coloring.palette[row])
        result[color] = result.get(color, 0) + int(counts[row])
    return result


class UsageTally:
    """Counts per color over the drawings of a shot, kept up to date drawing by drawing."""

    def __init__(self) -> None:
        self._of_drawing: dict[int, Mapping[Color, int]] = {}
        self._drawings: dict[Color, int] = {}
        self._regions: dict[Color, int] = {}

    def set(self, number: int, colors: Mapping[Color, int]) -> None:
        """Note how many regions of a drawing have each color; an empty mapping takes it out."""
        for color, regions in self._of_drawing.pop(number, {}).items():
            self._count(color, -1, -regions)
        if colors:
            self._of_drawing[number] = colors
        for color, regions in colors.items():
            self._count(color, 1, regions)

    def usage(self, color: Color) -> Usage:
        """How much of the shot has a color."""
        return Usage(self._drawings.get(color, 0), self._regions.get(color, 0))

    def colors(self) -> list[Color]:
        """All colors that drawings have, in an order that does not change with their use."""
        return sorted(self._drawings)

    def drawings(self, colors: Iterable[Color]) -> frozenset[int]:
        """Numbers of the drawings that have at least one of some colors."""
        wanted = set(colors)
        return frozenset(n for n, used in self._of_drawing.items() if wanted & used.keys())

    def of_drawing(self, number: int) -> Mapping[Color, int]:
        """How many regions of a drawing have each color; empty while nothing is known."""
        return self._of_drawing.get(number, {})

    def _count(self, color: Color, drawings: int, regions: int) -> None:
        left = self._drawings.get(color, 0) + drawings
        if left:
            self._drawings[color] = left
            self._regions[color] = self._regions.get(color, 0) + regions
        else:
            del self._drawings[color], self._regions[color]


def used_colors(of_keys: Iterable[Mapping[Color, int]], tally: UsageTally) -> list[Color]:
    """All colors of a shot: those of its keys in their order, then what other drawings have."""
    first = dict.fromkeys(color for colors in of_keys for color in colors)
    return [*first, *(color for color in tally.colors() if color not in first)]
