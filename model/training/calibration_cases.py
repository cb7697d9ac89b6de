"""Stretches of drawings whose colors are known, to learn from how far the vote may be trusted."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.colorizer import Colorizer, KeyDrawing
from model.painting.chain import HOPS, Links, certain
from model.painting.key_paint import packed
from model.painting.regions import Regions, region_majority
from model.painting.vote import Evidence
from model.region_sets import EncodedRegions
from model.shows import Show
from model.training.footage import FootageDrawing

# Regions of up to this many pixels are left out: hardly anybody sees them.
_SMALLEST = 10
_DRAWINGS = 7  # of a stretch, keys included


@dataclass(frozen=True, eq=False)
class JudgedDrawing:
    """One in-between.

    Attributes:
        evidence: about R regions.
        truth: (R,) int32, the palette row that each truly has; -1 where no key has its color.
        counts: (R,) bool, False for crumbs.
    """

    evidence: Evidence
    truth: NDArray[np.int32]
    counts: NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class Case:
    """One stretch.

    Attributes:
        members: its drawings in order; of a key, the (R, P) float32 logarithms of its colors.
        links: of each to those before it.
    """

    members: list[JudgedDrawing | NDArray[np.float32]]
    links: list[Links]

    def judged(self) -> list[JudgedDrawing]:
        """Its in-betweens."""
        return [member for member in self.members if isinstance(member, JudgedDrawing)]


def judge(
    colorizer: Colorizer, drawings: Sequence[FootageDrawing], keys: Sequence[int], gap: int
) -> Case:
    """Evidence about a stretch whose colors are known.

    Args:
        colorizer: gathers the evidence.
        drawings: all drawings of the stretch, in order.
        keys: positions of those that are keys: the first, and perhaps the last.
        gap: for gap closing, pixels.
    """
    images = [KeyDrawing(drawings[key].line, drawings[key].color) for key in keys]
    features = colorizer.encode_keys(images, gap)
    members: list[JudgedDrawing | NDArray[np.float32]] = []
    links: list[Links] = []
    last: deque[EncodedRegions] = deque(maxlen=HOPS)
    for index, drawing in enumerate(drawings):
        if index in keys:
            key = features.keys[keys.index(index)]
            members.append(certain(key.region_colors, len(features.palette)))
            parts = key.parts
        else:
            opinion = colorizer.gather(drawing.line, features, gap=gap, before=1)
            parts, regions = opinion.parts, opinion.regions
            truth = true_colors(drawing, regions, features.palette)
            members.append(JudgedDrawing(opinion.evidence, truth, regions.areas > _SMALLEST))
        links.append(colorizer.links(list(last), parts))
        last.appendleft(parts)
    return Case(members, links)


def true_colors(
    drawing: FootageDrawing, regions: Regions, palette: NDArray[np.uint8]
) -> NDArray[np.int32]:
    """(R,) int32: the palette row of each region's true color, -1 where the palette lacks it."""
    codes, known = packed(drawing.color), packed(palette)
    rows = np.zeros(codes.shape, np.int32)
    for row, code in enumerate(known):
        same = codes >> 24 == 0 if palette[row, 3] == 0 else codes == code
        rows[same] = row + 1
    return region_majority(regions, rows) - 1


def unseen_cases(colorizer: Colorizer, count: int) -> Iterator[Case]:
    """Judge stretches of shows from below the seeds that training draws from.

    Motion grows from case to case and starts again; every third case has one key only.
    """
    for seed in range(count):
        shot = Show(seed, (480, 640)).shot(0, 24, motion=(seed % 10) / 10)
        # On ones and twos, as between two keys of a shot, and far apart.
        step = (1, 2, 3)[seed % 3]
        drawn = [shot.draw(step * place) for place in range(_DRAWINGS)]
        drawings = [FootageDrawing(one.line, one.color, one.identity) for one in drawn]
        keys = [0] if seed % 3 == 0 else [0, _DRAWINGS - 1]
        yield judge(colorizer, drawings, keys, gap=(0, 4, 4, 8)[seed % 4])
