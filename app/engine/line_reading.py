"""Line art as regions are found in it: ink and paper, with the gap-closing strokes as ink."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from app.document.gap_closing import STROKE_WIDTH, GapStrokes
from app.io.pictures.images import line_gray, read_rgba


def read_lines(path: Path, strokes: GapStrokes = ()) -> NDArray[np.uint8]:
    """Read line art for finding regions.

    Everything that finds regions, or compares drawings by their regions, reads lines here, so
    that a stroke counts alike everywhere: for in-betweens, for keys, for held drawings and for
    what is shown. Soft and light lines become ink here. Composites and exports read the file
    itself and know nothing of either.

    Args:
        path: the line-art file.
        strokes: what parts its regions besides the lines.

    Returns:
        (H, W) uint8, 0 = ink, 255 = paper, nothing between.

    Raises:
        ImageError: the file cannot be read.
    """
    return lines_in(read_rgba(path), strokes)


def lines_in(drawn: NDArray[np.uint8], strokes: GapStrokes = ()) -> NDArray[np.uint8]:
    """The same of line art that is read already.

    Args:
        drawn: (H, W, 4) uint8 RGBA.
        strokes: what parts its regions besides the lines.

    Returns:
        (H, W) uint8, 0 = ink, 255 = paper, nothing between.
    """
    # Heavy to import, and the window starts without it.
    from model.lines.binarization import binarized

    line = binarized(line_gray(drawn))
    corners = [np.array(stroke.points, np.int32) for stroke in strokes]
    if corners:
        cv2.polylines(line, corners, False, 0, STROKE_WIDTH, cv2.LINE_8)
    return line
