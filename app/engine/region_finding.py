"""The regions of a drawing before it is colored."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.document.shot import Drawing
from app.io.images import line_gray, read_rgba

# The view draws the regions and then reads them off: two requests for one drawing, or for two
# that are compared. A 1080p label map takes 8 MB.
_REMEMBERED = 4


def find_labels(drawing: Drawing, gap: int) -> NDArray[np.int32]:
    """What a paint bucket would fill, found in the line art alone.

    Args:
        drawing: its line art is read.
        gap: widest hole in a line, in pixels, that counts as closed.

    Returns:
        (H, W) int32, region 0..R-1 of every pixel, read-only; line pixels belong to the region
        under them.

    Raises:
        ImageError: the file cannot be read.
    """
    changed = drawing.path.stat().st_mtime_ns if drawing.path.exists() else 0
    return _found(drawing.path, changed, gap)


@lru_cache(maxsize=_REMEMBERED)
def _found(path: Path, changed: int, gap: int) -> NDArray[np.int32]:
    from model.painting.regions import find_regions

    labels = find_regions(line_gray(read_rgba(path)), gap).labels
    labels.setflags(write=False)
    return labels
