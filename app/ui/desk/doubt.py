"""Doubt in a coloring: how much there is, and in which colors it is shown."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from app.document.regions import ColoredDrawing
from app.engine.reviewing import SMALLEST_REGION_SHARE

DOUBT_BELOW = 0.5
"""A region with less confidence than this is doubtful, unless the user chose otherwise."""

# Sure to doubtful. Lightness falls all the way, so that the order does not hang on hue and black
# lines stay readable on the bright, sure side.
_RAMP = np.array(
    [[255, 255, 255], [254, 227, 145], [254, 170, 41], [225, 100, 14], [150, 45, 4]], np.float32
)


def visible_regions(coloring: ColoredDrawing) -> NDArray[np.bool_]:
    """(R,) bool: which regions are large enough to be looked at."""
    labels = coloring.labels()
    areas = np.bincount(labels.ravel(), minlength=len(coloring.confidence))
    return areas >= labels.size * SMALLEST_REGION_SHARE


def doubtful_regions(
    coloring: ColoredDrawing,
    doubt_below: float = DOUBT_BELOW,
    visible: Callable[[ColoredDrawing], NDArray[np.bool_]] = visible_regions,
) -> int:
    """How many regions of a visible size have less confidence than this.

    Args:
        coloring: of a drawing.
        doubt_below: 0 to 1.
        visible: asked which regions are large enough; only when there is something to doubt.
    """
    below = coloring.confidence < doubt_below
    if coloring.is_key or not below.any():
        return 0
    return int(np.count_nonzero(below & visible(coloring)))


def ramp(confidence: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Colors of the doubt map.

    Args:
        confidence: any shape, in [0, 1].

    Returns:
        The same shape and a last axis of 4: uint8 RGBA, white where sure, dark orange in doubt.
    """
    place = (1.0 - np.clip(confidence, 0.0, 1.0)) * (len(_RAMP) - 1)
    stops = np.arange(len(_RAMP))
    rgb = np.stack([np.interp(place, stops, _RAMP[:, c]) for c in range(3)], axis=-1)
    alpha = np.full((*rgb.shape[:-1], 1), 255.0)
    return np.rint(np.concatenate([rgb, alpha], axis=-1)).astype(np.uint8)


def doubt_map(coloring: ColoredDrawing) -> NDArray[np.uint8]:
    """(H, W, 4) uint8 RGBA, each region in the color of its doubt."""
    return ramp(coloring.confidence)[coloring.labels()]
