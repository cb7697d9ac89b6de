"""Corrections: colors that a person gave to regions. They always win and are never overwritten."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Color = tuple[int, int, int, int]
"""RGBA, 0..255 each, as the keys have it."""


@dataclass(frozen=True)
class Correction:
    """The region under a point has this color.

    A point, because regions are found anew when the gap setting changes.

    Attributes:
        x, y: pixel of the drawing.
        color: RGBA.
    """

    x: int
    y: int
    color: Color


def corrected_regions(
    corrections: Iterable[Correction], labels: NDArray[np.int32]
) -> dict[int, Color]:
    """Which regions are corrected; the later of two corrections of one region holds.

    Args:
        corrections: in the order they were made; points beyond the drawing are passed over.
        labels: (H, W) int32 region of every pixel.
    """
    return {
        int(labels[one.y, one.x]): one.color for one in corrections if _inside(one, labels)
    }


def merged(
    former: Iterable[Correction], new: Iterable[Correction], labels: NDArray[np.int32]
) -> tuple[Correction, ...]:
    """Former and new corrections, with one for each region; arguments as above."""
    by_region = {int(labels[one.y, one.x]): one for one in (*former, *new) if _inside(one, labels)}
    return tuple(by_region.values())


def _inside(one: Correction, labels: NDArray[np.int32]) -> bool:
    return 0 <= one.y < labels.shape[0] and 0 <= one.x < labels.shape[1]
