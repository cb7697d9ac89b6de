"""What is known of one pixel."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtGui import QImage

from app.document.color_names import hex_name
from app.language import tr
from app.ui.desk.doubt import DOUBT_BELOW
from app.ui.desk.rendering import PictureMode
from app.ui.view.region_maps import RegionMap

RGBA = tuple[int, int, int, int]


class Paint(NamedTuple):
    """What the palette makes of a color of the keys.

    Attributes:
        color: what it is painted as.
        name: for people; "" when it has none.
    """

    color: RGBA
    name: str = ""


PaintOf = Callable[[RGBA], Paint]
"""Gives the paint of a color of the keys."""

# False colors: what the pixel looks like says nothing about the drawing.
_FALSE_COLORS = (PictureMode.REGIONS, PictureMode.DOUBT)
_SURE, _FAIRLY_SURE = 0.9, 0.7


@dataclass(frozen=True)
class PixelFacts:
    """One pixel of a drawing, ready to be read.

    Attributes:
        x, y: where it is.
        color: its paint where the drawing is colored, else what is shown; None when unknown.
        name: of the paint in the palette, or "".
        region: its region's number, or None.
        area: pixels of the region.
        confidence: of the region's color, 0 to 1; None where no vote was held.
        is_key: the color is the animator's own.
        doubt_below: with less confidence it is called doubtful, 0 to 1.
    """

    x: int
    y: int
    color: RGBA | None = None
    name: str = ""
    region: int | None = None
    area: int = 0
    confidence: float | None = None
    is_key: bool = False
    doubt_below: float = DOUBT_BELOW

    def parts(self) -> tuple[str, str, str, str, str]:
        """Place, paint, channels, region and confidence in words; "" for what is unknown."""
        return (
            f"{self.x}, {self.y}",
            self._paint(),
            self._channels(),
            ""
            if self.region is None
            else tr("Region {region} · {area:,} px", region=self.region, area=self.area),
            self._sureness(),
        )

    def _paint(self) -> str:
        if self.color is None:
            return ""
        if self.color[3] == 0:
            return self.name or tr("Transparent")
        return self.name or hex_name((*self.color[:3], 255))

    def _channels(self) -> str:
        if self.color is None:
            return ""
        red, green, blue, alpha = self.color
        return f"{red} {green} {blue}" + (f" · α {alpha}" if alpha < 255 else "")

    def _sureness(self) -> str:
        if self.is_key:
            return tr("Key")
        if self.confidence is None:
            return ""
        percent = round(self.confidence * 100)
        return f"{percent} % · {_in_words(percent / 100, self.doubt_below)}"


def _in_words(confidence: float, doubt_below: float) -> str:
    if confidence < doubt_below:
        return tr("doubtful")
    if confidence >= _SURE:
        return tr("sure")
    if confidence >= _FAIRLY_SURE:
        return tr("fairly sure")
    return tr("unsure")


def read_pixel(
    pixel: tuple[int, int],
    shown: QImage,
    mode: PictureMode,
    regions: RegionMap | None,
    paint_of: PaintOf,
    doubt_below: float = DOUBT_BELOW,
) -> PixelFacts:
    """Look a pixel up.

    Args:
        pixel: (x, y), inside `shown`.
        shown: the picture on show.
        mode: what it shows.
        regions: the drawing's regions, or None while they are not known.
        paint_of: asked for what a color of the keys is painted as.
        doubt_below: a region with less confidence is called doubtful, 0 to 1.
    """
    x, y = pixel
    seen = None if mode in _FALSE_COLORS else _color_at(shown, x, y)
    if regions is None or not (y < regions.labels.shape[0] and x < regions.labels.shape[1]):
        return PixelFacts(x, y, seen)
    region = int(regions.labels[y, x])
    area, coloring = int(regions.areas[region]), regions.source.coloring
    if coloring is None:
        return PixelFacts(x, y, seen, region=region, area=area)
    paint = paint_of(tuple(coloring.palette[coloring.region_colors[region]].tolist()))
    if mode is PictureMode.SOFT and coloring.packed_soft is not None and seen is not None:
        paint = Paint(seen)
    confidence = None if coloring.is_key else float(coloring.confidence[region])
    return PixelFacts(x, y, *paint, region, area, confidence, coloring.is_key, doubt_below)


def _color_at(image: QImage, x: int, y: int) -> RGBA:
    color = image.pixelColor(x, y)
    return color.red(), color.green(), color.blue(), color.alpha()
