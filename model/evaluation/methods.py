"""What every way of coloring has in common, so that one ruler measures them all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from model.painting.key_paint import gather_palette, paint_map
from model.painting.regions import Regions, find_regions


@dataclass(frozen=True, eq=False)
class KeyedShot:
    """A shot as a method gets it: all lines, but only the keys' color.

    Attributes:
        lines: (H, W) uint8 gray line art of each drawing, in order, all of one size.
        keys: (H, W, 4) uint8 RGBA color layers by position in `lines`; at least one.
        gap: holes in lines up to this many pixels are to be treated as closed.
        lent: (H, W) uint8 lines and (H, W, 4) uint8 color of keys of other shots; classical
            methods do not look at them.
    """

    lines: Sequence[NDArray[np.uint8]]
    keys: Mapping[int, NDArray[np.uint8]]
    gap: int
    lent: Sequence[tuple[NDArray[np.uint8], NDArray[np.uint8]]] = ()

    def nearest_key(self, index: int) -> int:
        """The key nearest in time, the earlier one of two."""
        return min(sorted(self.keys), key=lambda key: abs(key - index))


class Method(Protocol):
    """A way of coloring a shot from its keys."""

    def prepare(self, shot: KeyedShot) -> None:
        """Do all work that belongs to the shot and not to one drawing."""

    def color(self, index: int) -> NDArray[np.uint8]:
        """(H, W, 4) uint8 RGBA color layer of the drawing at a position of the shot."""


@dataclass(frozen=True, eq=False)
class PaintedKeys:
    """The keys of a shot as exact paint.

    Attributes:
        palette: (P, 4) uint8 RGBA.
        regions: enclosed by the lines, of each key by its position in the shot.
        paint: (H, W) int32 palette rows, likewise.
    """

    palette: NDArray[np.uint8]
    regions: Mapping[int, Regions]
    paint: Mapping[int, NDArray[np.int32]]

    @classmethod
    def of(cls, shot: KeyedShot) -> PaintedKeys:
        """Read the paint of a shot's keys."""
        regions = {key: find_regions(shot.lines[key], shot.gap) for key in sorted(shot.keys)}
        palette = gather_palette([shot.keys[key] for key in regions], list(regions.values()))
        paint = {key: paint_map(shot.keys[key], regions[key], palette) for key in regions}
        return cls(palette, regions, paint)
