"""Which finished shots are of one show, so that each may lend its drawings to the others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from model.painting.near_colors import near_rows
from model.training.footage import drawing_names, read_drawing

_PAPER = 255
# Two shots with so many paints, and so much of both in paints of the other, show the same.
_PAINTS, _SHARED = 6, 0.85

_Paints = tuple[NDArray[np.uint8], NDArray[np.int64]]


class SameShow:
    """Shots that have their paints in common, told by their first and last drawings."""

    def __init__(self, shots: Sequence[Path]) -> None:
        paints = {shot: _paints(shot) for shot in shots}
        self._others = {
            shot: [one for one in shots if one != shot and _is_same(paints[shot], paints[one])]
            for shot in shots
        }

    def of(self, shot: Path) -> list[Path]:
        """The other shots of a shot's show."""
        return self._others[shot]


def _paints(shot: Path) -> _Paints:
    """(P, 4) RGBA and how many pixels each has."""
    names = drawing_names(shot)
    drawings = [read_drawing(shot, name) for name in (names[0], names[-1])]
    paint = [one.color[(one.line == _PAPER) & (one.color[..., 3] > 0)] for one in drawings]
    colors, counts = np.unique(np.concatenate(paint), axis=0, return_counts=True)
    return colors, counts


def _is_same(one: _Paints, other: _Paints) -> bool:
    if min(len(one[0]), len(other[0])) < _PAINTS:
        return False
    return min(_shared(one, other), _shared(other, one)) >= _SHARED


def _shared(one: _Paints, other: _Paints) -> float:
    """Share of the paint of one shot that the other has, too."""
    is_shared = near_rows(one[0], other[0]) < len(other[0])
    return float(one[1][is_shared].sum() / one[1].sum())
