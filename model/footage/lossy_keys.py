"""Keys whose files have no exact colors: what each region of them was painted with.

Compression scatters one paint over dozens of values and smears the ink into what lies beside it.
Here the line art tells where regions are, so it is not left to color to tell them apart, unless
two paints lie in one region without a line.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from model.footage.flattening import flat_spots, measured, numbered
from model.footage.palettes import shared_palette
from model.painting.regions import Regions, spread_under_ink

# A part of a region has a paint of its own where flat paint is so large and so deep, in pixels.
_LARGE, _DEEP = 40, 3.0


def with_exact_paints(color: NDArray[np.uint8], regions: Regions) -> NDArray[np.uint8]:
    """A key's color image in flat paint.

    Args:
        color: (H, W, 4) uint8 RGBA; its alpha counts as present or not.
        regions: of the key's line art.

    Returns:
        (H, W, 4) uint8 RGBA of few colors, continued under the lines; each is the median of what
        the deepest pixels of its regions show.
    """
    rgb = np.ascontiguousarray(color[..., :3])
    parts = _parts(rgb, regions)
    paints = shared_palette([measured(rgb, parts)])[0]
    result = np.full_like(color, 255)
    result[..., :3] = paints[spread_under_ink(parts) - 1]
    result[color[..., 3] < 128] = 0
    return result


def _parts(rgb: NDArray[np.uint8], regions: Regions) -> NDArray[np.int32]:
    """(H, W) int32: 1..A, a number for each region or each paint in it; 0 on ink and between."""
    whole = np.where(regions.ink, 0, regions.labels + 1).astype(np.int32)
    spots = flat_spots(rgb, whole)
    sizes = np.bincount(spots.ravel())
    depth = cv2.distanceTransform((spots > 0).astype(np.uint8), cv2.DIST_L2, 3)
    depths = np.zeros(len(sizes), np.float32)
    np.maximum.at(depths, spots.ravel(), depth.ravel())
    paints = (sizes >= _LARGE) & (depths >= _DEEP)
    paints[0] = False
    owner = np.zeros(len(sizes), np.int32)
    owner[spots] = whole
    several = np.bincount(owner[paints], minlength=regions.count + 1) > 1
    return numbered(
        np.where(several[whole], np.where(paints[spots], spots + regions.count, 0), whole)
    )
