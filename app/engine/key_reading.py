"""A key as everything that learns colors from it sees it: its lines, and its paint."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.document.gap_closing import GapStrokes
from app.document.uncompositing import without_lines
from app.engine.line_reading import lines_in
from app.io.pictures.images import read_rgba


def read_key(
    line: Path, color: Path, strokes: GapStrokes = ()
) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Read a key.

    Args:
        line: its line art.
        color: its color image, a composite or a color layer.
        strokes: what parts its regions besides the lines.

    Returns:
        (H, W) uint8 lines as `read_lines` gives them, and (h, w, 4) uint8 RGBA, with the soft
        borders of lines taken off where both are of the same size.

    Raises:
        ImageError: a file cannot be read.
    """
    drawn, painted = read_rgba(line), read_rgba(color)
    if drawn.shape == painted.shape:
        painted = without_lines(painted, drawn)
    return lines_in(drawn, strokes), painted
