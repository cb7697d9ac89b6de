"""What the view shows of a drawing, made on the loader's thread."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from app.document.compositing import composite, ink_layer
from app.document.gap_closing import GapClosing
from app.document.palette import Swaps, repainted
from app.document.regions import ColoredDrawing
from app.document.shot import Drawing
from app.document.trace_lines import without_traces
from app.engine.region_finding import find_regions
from app.io.pictures.images import read_rgba
from app.ui.desk.doubt import doubt_map
from app.ui.desk.images import scaled_to_fit, to_image
from app.ui.desk.region_colors import region_map

# Line art where color was asked for and there is none yet: a hint of the drawing, not a result.
_FAINT = 0.25
# A thumbnail is made from this many times as many rows and columns at least.
_FINER = 2
_OPAQUE_WHITE = 0xFFFFFFFF
_LEAST_ALPHA = 0x01000000
_NOTHING_CLOSED = GapClosing(0)


class PictureMode(enum.Enum):
    """What to show of a drawing."""

    LINE = "line"
    COLOR = "color"
    COMPOSITE = "composite"
    SOFT = "soft"
    REGIONS = "regions"
    DOUBT = "doubt"

    @property
    def has_lines(self) -> bool:
        """True when the line art is part of the picture."""
        return self is not PictureMode.COLOR

    @property
    def has_paint(self) -> bool:
        """True when the paint of the color layer is part of the picture."""
        return self in (PictureMode.COLOR, PictureMode.COMPOSITE, PictureMode.SOFT)


@dataclass(frozen=True)
class PictureSource:
    """Everything a picture is made from; equal sources give equal pictures.

    Attributes:
        drawing: the line art.
        key: the animator's color image, when the drawing is a key.
        coloring: its coloring, when it has one.
        closing: how holes are closed where its regions have to be found first.
        swaps: colors of it that are painted as others.
        paints_traces: paint covers colored trace lines.
    """

    drawing: Drawing
    key: Path | None
    coloring: ColoredDrawing | None
    closing: GapClosing = _NOTHING_CLOSED
    swaps: Swaps = frozenset()
    paints_traces: bool = False

    def is_bare(self, mode: PictureMode) -> bool:
        """True when a mode shows nothing but lines."""
        if mode in (PictureMode.LINE, PictureMode.REGIONS) or self.coloring is not None:
            return mode is PictureMode.LINE
        return mode is PictureMode.DOUBT or self.key is None

    def labels(self) -> NDArray[np.int32]:
        """(H, W) int32 regions of its coloring, else of its lines; slow, ImageError as `render`."""
        if self.coloring is not None:
            return self.coloring.labels()
        return find_regions(self.drawing, self.closing).labels


def render(source: PictureSource, mode: PictureMode) -> QImage:
    """The picture at full size; ImageError when a file cannot be read."""
    return to_image(_pixels(source, mode))


def render_thumbnail(source: PictureSource, size: QSize) -> QImage:
    """The most finished state of a drawing, fitting into `size` device pixels."""
    if source.coloring is not None:
        return scaled_to_fit(to_image(_small_composite(source, source.coloring, size)), size)
    mode = PictureMode.LINE if source.key is None else PictureMode.COMPOSITE
    return scaled_to_fit(render(source, mode), size)


def render_key_thumbnail(path: Path, size: QSize) -> QImage:
    """A key's own color image, fitting into `size` device pixels."""
    return scaled_to_fit(to_image(read_rgba(path)), size)


def _pixels(source: PictureSource, mode: PictureMode) -> NDArray[np.uint8]:
    if mode is PictureMode.COLOR:
        color = _color(source, mode)
        return _faint_lines(source) if color is None else color
    line = read_rgba(source.drawing.path)
    color = _color(source, mode)
    if color is None:
        return line
    # A key of another size is still shown as it is: that is the file to look at and to mend.
    if color.shape != line.shape:
        return color
    return _composite(line, color, source.paints_traces and mode.has_paint)


def _small_composite(
    source: PictureSource, coloring: ColoredDrawing, size: QSize
) -> NDArray[np.uint8]:
    """The composite, no larger than is needed to be scaled well: a strip has many of them."""
    line = read_rgba(source.drawing.path)
    step = min(line.shape[0] // size.height(), line.shape[1] // size.width()) // _FINER
    color = coloring.color_layer(source.swaps, max(1, step))
    if line.shape[:2] != coloring.size:
        return color
    if step > 1:
        height, width = color.shape[:2]
        line = cv2.resize(line, (width, height), interpolation=cv2.INTER_AREA)
    return _composite(line, color, source.paints_traces)


def _composite(
    line: NDArray[np.uint8], color: NDArray[np.uint8], paints_traces: bool
) -> NDArray[np.uint8]:
    """`composite`, worked out only where there is a line: a tenth of the pixels, or less."""
    # Pixels as 32-bit values: masks and gathers are several times faster than on bytes.
    inks, result = line.view("<u4").ravel(), color.copy()
    paints = result.view("<u4").ravel()
    drawn = np.flatnonzero((inks != _OPAQUE_WHITE) & (inks >= _LEAST_ALPHA))
    over, under = (values[drawn][None, :, None].view(np.uint8) for values in (inks, paints))
    if paints_traces:
        over = without_traces(over)
    paints[drawn] = composite(over, under).view("<u4").ravel()
    return result


def _color(source: PictureSource, mode: PictureMode) -> NDArray[np.uint8] | None:
    """What lies under the lines; None when that is not known yet."""
    coloring = source.coloring
    if mode is PictureMode.LINE:
        return None
    if mode is PictureMode.REGIONS:
        return region_map(source.labels())
    if mode is PictureMode.DOUBT:
        return None if coloring is None else doubt_map(coloring)
    if coloring is not None:
        if mode is PictureMode.SOFT:
            return coloring.painted(source.swaps).soft()
        return coloring.color_layer(source.swaps)
    return None if source.key is None else repainted(read_rgba(source.key), source.swaps)


def _faint_lines(source: PictureSource) -> NDArray[np.uint8]:
    lines = ink_layer(read_rgba(source.drawing.path))
    lines[..., 3] = (lines[..., 3] * _FAINT).astype(np.uint8)
    return lines
