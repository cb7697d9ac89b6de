"""Correct regions and see what becomes of the drawings around: an honest account."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from app.document.corrections import Correction
from app.document.regions import ColoredDrawing
from app.engine.correcting import Corrections, Corrector
from app.engine.task import CancelToken, Step


class Left(enum.Enum):
    """Why a drawing did not take a correction over, in words."""

    LOST = "the region cannot be found there"
    SURER = "it is surer of another color there"
    CORRECTED = "you gave it another color there"
    BEFORE = "you corrected that drawing before this one"


@dataclass(frozen=True, eq=False)
class Spread:
    """What a correction did.

    Attributes:
        drawings: those that look different now.
        changed: regions whose color changed in other drawings than the corrected ones.
        changed_in: numbers of these drawings.
        left: drawings in reach in which the corrected region has another color, and why.
    """

    drawings: tuple[ColoredDrawing, ...]
    changed: int = 0
    changed_in: tuple[int, ...] = ()
    left: Mapping[int, Left] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class SpreadRequest:
    """Corrections that were just made.

    Attributes:
        colorings: all in-betweens of the shot as they are, those just corrected included.
        corrections: all corrections of the shot, the new ones included.
        new: the new ones, by drawing number.
    """

    colorings: tuple[ColoredDrawing, ...]
    corrections: Corrections
    new: Corrections


def spread(
    corrector: Corrector, request: SpreadRequest, cancel: CancelToken
) -> Iterator[Step[Spread]]:
    """Let everything decide anew that was decided together with the corrected drawings."""
    numbers = set(request.new)
    concerned = {
        None if one.vote is None else one.vote.stretch
        for one in request.colorings
        if one.number in numbers
    }
    near = [
        one
        for one in request.colorings
        if one.number in numbers or (one.vote is not None and one.vote.stretch in concerned)
    ]
    changed = corrector.decide(near, request.corrections)
    yield Step(1, 1, "Corrected", _account(corrector, request, near, changed))


def _account(
    corrector: Corrector,
    request: SpreadRequest,
    near: Iterable[ColoredDrawing],
    changed: Mapping[int, ColoredDrawing],
) -> Spread:
    counts = {
        one.number: _recolored(one, changed[one.number])
        for one in near
        if one.number in changed and one.number not in request.new
    }
    changed_in = tuple(sorted(number for number, count in counts.items() if count))
    left: dict[int, Left] = {}
    for drawing in near:
        regions = corrector.regions(drawing, {drawing.number: request.new.get(drawing.number, ())})
        for region, correction in regions.items():
            left |= _left(corrector, request, (drawing, region, correction), near, changed)
    return Spread(
        tuple(changed.values()),
        sum(counts.values()),
        changed_in,
        dict(sorted(left.items())),
    )


def _left(
    corrector: Corrector,
    request: SpreadRequest,
    told: tuple[ColoredDrawing, int, Correction],
    near: Iterable[ColoredDrawing],
    changed: Mapping[int, ColoredDrawing],
) -> dict[int, Left]:
    drawing, region, correction = told
    if drawing.vote is None:
        return {}
    found = corrector.stretch(drawing.vote.stretch).counterparts(drawing.vote.place, region)
    left = {}
    for other in near:
        if other.number in request.new or other.vote is None:
            continue
        if other.vote.stretch is not drawing.vote.stretch:
            continue
        if not correction.reaches(other.number) or other.vote.place == drawing.vote.place:
            continue
        counterpart = found.get(other.vote.place)
        if counterpart is None:
            left[other.number] = Left.LOST
        elif changed.get(other.number, other).color_of(counterpart.region) != correction.color:
            left[other.number] = _why(corrector, request, drawing, other, counterpart.region)
    return left


def _why(
    corrector: Corrector,
    request: SpreadRequest,
    drawing: ColoredDrawing,
    other: ColoredDrawing,
    region: int,
) -> Left:
    if region in corrector.regions(other, request.corrections):
        return Left.CORRECTED
    order = list(request.corrections)
    if other.number in order[: order.index(drawing.number)]:
        return Left.BEFORE
    return Left.SURER


def _recolored(before: ColoredDrawing, after: ColoredDrawing) -> int:
    one, other = (drawing.palette[drawing.region_colors] for drawing in (before, after))
    return int((one != other).any(axis=1).sum())
