"""What the networks know of a drawing, and the colored drawing that comes of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from model.painting.beside import Beside
from model.painting.chain import Link
from model.painting.regions import Regions
from model.painting.soft import Shade
from model.painting.vote import Evidence
from model.region_sets import EncodedRegions
from model.stretch import Stretch


@dataclass(frozen=True, eq=False)
class Coloring:
    """A colored drawing.

    Attributes:
        labels: (H, W) int32, region 0..R-1 of every pixel; line pixels belong to a region below.
        palette: (P, 4) uint8 RGBA.
        region_colors: (R,) int32, palette row of each region.
        confidence: (R,) float32 in [0, 1], the probability that the color is right.
        soft: (H, W, 4) uint8 RGBA, the networks' own blended color, or None.
    """

    labels: NDArray[np.int32]
    palette: NDArray[np.uint8]
    region_colors: NDArray[np.int32]
    confidence: NDArray[np.float32]
    soft: NDArray[np.uint8] | None = None

    def color_layer(self) -> NDArray[np.uint8]:
        """(H, W, 4) uint8 RGBA, flat palette colors, no lines in it."""
        return self.palette[self.region_colors[self.labels]]

    def settled(self, choice: Choice) -> Coloring:
        """The same regions in other colors."""
        return replace(
            self,
            region_colors=choice.region_colors,
            confidence=choice.confidence,
            soft=choice.soft,
        )


@dataclass(frozen=True, eq=False)
class Choice:
    """The colors of a drawing whose regions are known already.

    Attributes:
        region_colors: (R,) int32, palette row of each region.
        confidence: (R,) float32 in [0, 1], the probability that the color is right.
        soft: (H, W, 4) uint8 RGBA, the networks' own blended color, or None.
        stretch: the drawings that decided together, able to decide once more.
        place: position of this drawing among them.
    """

    region_colors: NDArray[np.int32]
    confidence: NDArray[np.float32]
    soft: NDArray[np.uint8] | None
    stretch: Stretch
    place: int


@dataclass(frozen=True, eq=False)
class Earlier:
    """A drawing of a shot that the next ones are compared with.

    Attributes:
        parts: its regions as the region matcher sees them.
        is_key: whether it is among the keys as well.
        colors: (R,) int32, palette rows as they are given, or guessed so far.
    """

    parts: EncodedRegions
    is_key: bool
    colors: NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Opinion:
    """What is known of a drawing before anything is decided.

    Attributes:
        regions: R regions of the drawing.
        parts: the same as the region matcher sees them.
        evidence: about each of them.
        shade: the networks' own color within them.
        links: which of them are which of the drawings before, the nearest first.
        beside: the drawing beside its keys and the drawings before, or None if there are none.
    """

    regions: Regions
    parts: EncodedRegions
    evidence: Evidence
    shade: Shade
    links: tuple[Link, ...]
    beside: Beside | None
