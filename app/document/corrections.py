"""Corrections: colors that a person gave to regions. They always win and are never overwritten."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.document.color_names import Color


@dataclass(frozen=True)
class Correction:
    """The region under a point has this color.

    A point, because regions are found anew when the gap setting changes.

    Attributes:
        x, y: pixel of the drawing.
        color: RGBA.
        reach: first and last number of the drawings that may learn from it; None for all that
            were decided together with this one.
    """

    x: int
    y: int
    color: Color
    reach: tuple[int, int] | None = None

    def reaches(self, number: int) -> bool:
        """Whether a drawing may learn from it."""
        return self.reach is None or self.reach[0] <= number <= self.reach[1]


def corrected_regions(
    corrections: Iterable[Correction], labels: NDArray[np.int32]
) -> dict[int, Correction]:
    """The correction of each corrected region; the later of two of one region holds.

    Args:
        corrections: in the order they were made; points beyond the drawing are passed over.
        labels: (H, W) int32 region of every pixel.
    """
    height, width = labels.shape
    return {
        int(labels[one.y, one.x]): one
        for one in corrections
        if 0 <= one.x < width and 0 <= one.y < height
    }


def merged(
    former: Iterable[Correction], new: Iterable[Correction], labels: NDArray[np.int32]
) -> tuple[Correction, ...]:
    """Former and new corrections, with one for each region; arguments as above."""
    return tuple(corrected_regions((*former, *new), labels).values())
