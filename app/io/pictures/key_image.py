"""Does a color image fit the drawing it is to be the key of?"""

from __future__ import annotations

from pathlib import Path

from app.document.shot import Drawing
from app.io.pictures.images import read_size, shown

_SAME_ASPECT = 0.01


class UnfitKeyError(Exception):
    """A readable image cannot be the key of this drawing; the text is one sentence."""


def check_key(drawing: Drawing, path: Path) -> None:
    """Compare the headers of a key's color image and of its line art.

    Raises:
        UnfitKeyError: it is the line art itself, or the sizes differ. We do not resize:
            resampling would invent paints.
        ImageError: one of the two headers cannot be read.
    """
    height, width = read_size(path)
    line_height, line_width = read_size(drawing.path)
    if path.samefile(drawing.path):
        raise UnfitKeyError(f"{shown(path)} is the line art itself; choose its color image.")
    if (height, width) == (line_height, line_width):
        return
    ratio = (width * line_height) / (height * line_width)
    remedy = (
        "resize it without smoothing (nearest neighbor) or export it again"
        if abs(ratio - 1.0) <= _SAME_ASPECT
        else "export it uncropped, or take the color image that belongs to this drawing"
    )
    raise UnfitKeyError(
        f"{shown(path)} is {width}×{height}, but its drawing {drawing.path.name} is "
        f"{line_width}×{line_height}; {remedy}."
    )
