"""A key as everything that learns colors from it sees it: its lines, and its paint."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.document.compositing import ink_layer
from app.document.gap_closing import DEFAULT_GAP, GapStrokes
from app.engine.line_reading import lines_in
from app.io.pictures.images import has_exact_colors, line_gray, read_rgba


def read_key(
    line: Path, color: Path, strokes: GapStrokes = ()
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Read a key.

    Args:
        line: its line art.
        color: its color image, a composite or a color layer.
        strokes: what parts its regions besides the lines.

    Returns:
        (H, W) uint8 lines as `read_lines` gives them, and (h, w, 4) uint8 RGBA. Where both are
        of the same size, the soft borders of lines are taken off, and what a JPEG has made of
        one paint is one paint again.

    Raises:
        ImageError: a file cannot be read.
    """
    drawn, painted = read_rgba(line), read_rgba(color)
    lines = lines_in(drawn, strokes)
    if drawn.shape != painted.shape:
        return lines, painted
    # Heavy to import, and the window starts without them.
    from model.footage.lossy_keys import with_exact_paints
    from model.painting.regions import find_regions
    from model.painting.uncompositing import without_lines

    if not has_exact_colors(color):
        return lines, with_exact_paints(painted, find_regions(lines, DEFAULT_GAP))
    gray = line_gray(drawn)
    # Hard lines have no soft borders to take off, and many keys are read for one shot.
    if not ((gray > 0) & (gray < 255)).any():
        return lines, painted
    return lines, without_lines(painted, ink_layer(drawn))
