"""Keys of other shots: they have no place in time, but they show the same characters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.painting.near_colors import near_rows
from model.region_sets import EncodedRegions


@dataclass(frozen=True, eq=False)
class LentKey:
    """A key of another shot, as the region matcher sees it.

    Attributes:
        parts: S regions, enclosed by lines or by changes of paint.
        colors: (S, 4) uint8 RGBA, the paint of each.
    """

    parts: EncodedRegions
    colors: NDArray[np.uint8]

    @property
    def nbytes(self) -> int:
        """Memory of what is large in it."""
        return self.parts.nbytes + self.colors.nbytes


@dataclass(frozen=True, eq=False)
class Lent:
    """Lent keys beside the keys of a shot.

    Attributes:
        parts: of each.
        colors: of each (S,) int32, the row of the shot's palette that a region's paint stands
            for; P where the shot's P colors have nothing like it.
    """

    parts: tuple[EncodedRegions, ...] = ()
    colors: tuple[NDArray[np.int32], ...] = ()

    @classmethod
    def of(cls, keys: Sequence[LentKey], palette: NDArray[np.uint8]) -> Lent:
        """Say what colors of lent keys are in a shot's (P, 4) uint8 RGBA palette."""
        return cls(
            tuple(key.parts for key in keys),
            tuple(near_rows(key.colors, palette) for key in keys),
        )
