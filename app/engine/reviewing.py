"""What a colorist should look at: doubtful regions with the reason, and colors that pop."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import cv2
import numpy as np
from numpy.typing import NDArray

from app.document.color_names import Color
from app.document.regions import ColoredDrawing
from app.engine.correcting import Corrections, Corrector
from app.engine.task import CancelToken, Step

if TYPE_CHECKING:
    from model.painting.chain import Link
    from model.stretch import Stretch

# Smaller regions are specks of a few pixels between lines; they would make every drawing doubtful.
SMALLEST_REGION_SHARE = 0.0002

# Beliefs from which something is said of a region.
_UNSEEN = 0.5
_NEW = 0.5
_PART = 0.2
_SAME = 0.5

# Two colors are nearly as probable when one has this share of the other's probability.
_RIVAL = 0.5


class Reason(enum.Enum):
    """Why a region should be looked at."""

    UNSEEN = "no key shows it"
    NEW = "it is new in this drawing"
    LEAK = "two colors run together here"
    TIE = "two colors are nearly as probable"
    UNSURE = "no match is sure"
    POP = "its color changes from the drawing before"


@dataclass(frozen=True)
class Finding:
    """One region to look at.

    Attributes:
        number: drawing number.
        region: of that drawing.
        point: (x, y), a pixel well inside it.
        box: (left, top, right, bottom), pixels, right and bottom excluded.
        doubt: 0 to 1; those of a drawing are looked at in descending order.
        reason: why.
        color: RGBA that it has.
        other: RGBA that it may have instead, or has in the drawing before.
    """

    number: int
    region: int
    point: tuple[int, int]
    box: tuple[int, int, int, int]
    doubt: float
    reason: Reason
    color: Color
    other: Color


@dataclass(frozen=True, eq=False)
class ReviewRequest:
    """What is to be looked through.

    Attributes:
        drawings: each with the one before it in the shot, None where that has no coloring.
        corrections: all corrections of the shot.
        doubt_below: regions with less confidence are doubtful, 0 to 1.
    """

    drawings: tuple[tuple[ColoredDrawing | None, ColoredDrawing], ...]
    corrections: Corrections
    doubt_below: float


@dataclass(frozen=True)
class Review:
    """What there is to look at in one drawing.

    Attributes:
        number: of the drawing.
        doubts: regions that may have the wrong color.
        pops: regions whose color changes from the drawing before.
    """

    number: int
    doubts: tuple[Finding, ...]
    pops: tuple[Finding, ...]


class Reviewer:
    """Finds what to look at; remembers the shapes of drawings it has seen."""

    def __init__(self, corrector: Corrector) -> None:
        self._corrector = corrector
        self._areas: WeakKeyDictionary[ColoredDrawing, NDArray[np.int64]] = WeakKeyDictionary()

    def review(self, request: ReviewRequest, cancel: CancelToken) -> Iterator[Step[Review]]:
        """One review after the other, in the order asked for."""
        total = len(request.drawings)
        for done, (before, drawing) in enumerate(request.drawings, start=1):
            if cancel.is_cancelled:
                return
            doubts = self._doubts(drawing, request)
            pops = self._pops(before, drawing, request)
            review = Review(drawing.number, tuple(doubts), tuple(pops))
            yield Step(done, total, f"Looking through drawing {drawing.number}", review)

    def _doubts(self, drawing: ColoredDrawing, request: ReviewRequest) -> list[Finding]:
        if drawing.is_key or drawing.is_guess:
            return []
        told = self._corrector.regions(drawing, request.corrections)
        unsure = np.flatnonzero(drawing.confidence < request.doubt_below).tolist()
        reasons = {
            region: self._reason(drawing, region)
            for region in self._visible(drawing, [one for one in unsure if one not in told])
        }
        return _findings(drawing, reasons)

    def _pops(
        self, before: ColoredDrawing | None, drawing: ColoredDrawing, request: ReviewRequest
    ) -> list[Finding]:
        link = None if before is None else self._link_between(before, drawing)
        if link is None or before is None:
            return []
        colors, former = (one.palette[one.region_colors] for one in (drawing, before))
        told, told_before = (
            self._corrector.regions(one, request.corrections) for one in (drawing, before)
        )
        popping = {
            region: _rgba(former[other])
            for region, other in _same_regions(link).items()
            if (colors[region] != former[other]).any()
            and not (region in told and other in told_before)
        }
        visible = self._visible(drawing, list(popping))
        return _findings(drawing, {region: (Reason.POP, popping[region]) for region in visible})

    def _link_between(self, before: ColoredDrawing, drawing: ColoredDrawing) -> Link | None:
        one, other = before.vote, drawing.vote
        if one is None or other is None or one.stretch is not other.stretch:
            return None
        if one.place != other.place - 1:
            return None
        return _link(self._corrector.stretch(other.stretch), other.place)

    def _visible(self, drawing: ColoredDrawing, regions: Sequence[int]) -> list[int]:
        if not regions:
            return []
        areas = self._areas.get(drawing)
        if areas is None:
            areas = np.bincount(drawing.labels().ravel(), minlength=len(drawing.confidence))
            self._areas[drawing] = areas
        smallest = areas.sum() * SMALLEST_REGION_SHARE
        return [region for region in regions if areas[region] >= smallest]

    def _reason(self, drawing: ColoredDrawing, region: int) -> tuple[Reason, Color]:
        """Why a region is doubtful, and the color it may have instead."""
        color = drawing.color_of(region)
        if drawing.vote is None:
            return Reason.UNSURE, color
        stretch, place = self._corrector.stretch(drawing.vote.stretch), drawing.vote.place
        decision = stretch.untold[place]
        rows = decision.runner_up[region], decision.colors[region]
        others = [_rgba(drawing.palette[row]) for row in rows]
        other = next((one for one in others if one != color), color)
        return _why(stretch, place, region), other


def _findings(
    drawing: ColoredDrawing, reasons: Mapping[int, tuple[Reason, Color]]
) -> list[Finding]:
    return [
        Finding(
            drawing.number,
            region,
            point,
            box,
            1 - float(drawing.confidence[region]),
            reason,
            drawing.color_of(region),
            other,
        )
        for (region, (reason, other)), (point, box) in zip(
            reasons.items(), _places(drawing, list(reasons)), strict=True
        )
    ]


def _why(stretch: Stretch, place: int, region: int) -> Reason:
    member, link = stretch.members[place], _link(stretch, place)
    if link is not None:
        row = link.same[[region]].toarray()[0]
        parts = np.flatnonzero(row >= _PART)
        if len(set(stretch.untold[place - 1].colors[parts].tolist())) > 1:
            return Reason.LEAK
        if row.sum() < 1 - _NEW and link.new[region] > _NEW / 2:
            return Reason.NEW
    if member.unseen is not None and member.unseen[region] > _UNSEEN:
        return Reason.UNSEEN
    if stretch.untold[place].rivalry[region] > _RIVAL:
        return Reason.TIE
    return Reason.UNSURE


def _link(stretch: Stretch, place: int) -> Link | None:
    """To the drawing just before, or None."""
    links = stretch.members[place].links
    return links[0] if place and links else None


def _same_regions(link: Link) -> dict[int, int]:
    """Regions of a drawing with the region of the drawing before that they surely are."""
    same = link.same.tocoo()
    return {
        int(row): int(column)
        for row, column, belief in zip(*same.coords, same.data, strict=True)
        if belief >= _SAME
    }


def _places(
    drawing: ColoredDrawing, regions: Sequence[int]
) -> list[tuple[tuple[int, int], tuple[int, int, int, int]]]:
    """A point well inside each region, and its box."""
    if not regions:
        return []
    labels = drawing.labels()
    found = []
    for region in regions:
        mask = (labels == region).astype(np.uint8)
        left, top, width, height = cv2.boundingRect(mask)
        inside = np.pad(mask[top : top + height, left : left + width], 1)
        depth = cv2.distanceTransform(inside, cv2.DIST_L1, 3)
        y, x = np.unravel_index(int(depth.argmax()), depth.shape)
        point = left + int(x) - 1, top + int(y) - 1
        found.append((point, (left, top, left + width, top + height)))
    return found


def _rgba(color: NDArray[np.uint8]) -> Color:
    red, green, blue, alpha = color.tolist()
    return red, green, blue, alpha
