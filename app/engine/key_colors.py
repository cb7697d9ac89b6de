"""The colors of a key before anything is colored, by the rules by which the networks see them."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from app.document.color_names import Color
from app.document.gap_closing import GapClosing
from app.document.palette import identity
from app.engine.key_reading import read_key
from app.io.pictures.images import ImageError, shown


def key_colors(line: Path, color: Path, closing: GapClosing) -> dict[Color, int]:
    """The paints of one key, the most used first, and how many regions have each.

    Lines, and the blends along them, are no paint.

    Args:
        line: the key's line art.
        color: its color image.
        closing: which holes in its lines count as closed.

    Raises:
        ImageError: a file cannot be read, or their sizes differ.
        WeightsError: the weights of the network that completes lines are missing or damaged.
    """
    # Heavy to import, and asked for on a thread long after the start.
    from model.painting.key_paint import gather_palette, paint_map
    from model.painting.regions import find_regions, region_majority

    gray, image = read_key(line, color, closing.strokes)
    if gray.shape != image.shape[:2]:
        raise ImageError(f"{shown(color)} has another size than its drawing; export it again.")
    regions = find_regions(gray, closing.gap)
    palette = gather_palette([image], [regions])
    rows = region_majority(regions, paint_map(image, regions, palette))
    counts = np.bincount(rows, minlength=len(palette))
    return {identity(color): int(count) for color, count in zip(palette, counts, strict=True)}
