"""The regions of a drawing before it is colored."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from app.document.gap_closing import GapClosing
from app.document.shot import Drawing
from app.engine.line_reading import read_lines
from app.io.files.file_marks import FileMark, mark_of

# The view draws the regions, reads them off and marks where holes were closed: three requests
# for one drawing, or for two that are compared. A 1080p drawing takes 10 MB.
_REMEMBERED = 4

# Requests come from several threads; what two of them want at once is found only once.
_lock = Lock()


@dataclass(frozen=True, eq=False)
class FoundRegions:
    """What a paint bucket would fill.

    Attributes:
        labels: (H, W) int32, region 0..R-1 of every pixel, read-only; line pixels belong to the
            region under them.
        closed: (H, W) bool, read-only, where holes were closed: thin lines across bare paper.
    """

    labels: NDArray[np.int32]
    closed: NDArray[np.bool_]


def find_regions(drawing: Drawing, closing: GapClosing) -> FoundRegions:
    """Find the regions in the line art alone.

    Args:
        drawing: its line art is read.
        closing: which holes in the lines count as closed.

    Raises:
        ImageError: the file cannot be read.
        WeightsError: the weights of the network that completes lines are missing or damaged.
    """
    with _lock:
        return _found(drawing.path, mark_of(drawing.path), closing)


@lru_cache(maxsize=_REMEMBERED)
def _found(path: Path, mark: FileMark | None, closing: GapClosing) -> FoundRegions:
    from model.lines.distance_field import ink_mask
    from model.painting.closing import close_lines
    from model.painting.regions import closed_holes, regions_between

    ink = ink_mask(read_lines(path, closing.strokes))
    lines = close_lines(ink, closing.gap)
    regions = regions_between(lines, closing.gap)
    closed = closed_holes(ink, lines, regions)
    for array in (regions.labels, closed):
        array.setflags(write=False)
    return FoundRegions(regions.labels, closed)
