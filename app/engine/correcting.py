"""Let the drawings around a corrected one decide anew, from what was kept of their votes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from app.document.color_names import Color
from app.document.corrections import Correction, corrected_regions
from app.document.regions import ColoredDrawing, extended
from app.document.votes import StretchVotes

if TYPE_CHECKING:
    from model.stretch import Decision, Stretch

Corrections = Mapping[int, tuple[Correction, ...]]
ByRegion = Mapping[int, Correction]


# Corrected drawings whose regions are known without unpacking them again.
_REMEMBERED = 1000


class Corrector:
    """Applies corrections; keeps what it read last, since corrections come in a row."""

    def __init__(self) -> None:
        self._votes: StretchVotes | None = None
        self._widened: dict[int, Stretch] = {}
        self._regions: dict[tuple[bytes, tuple[Correction, ...]], ByRegion] = {}

    def stretch(self, votes: StretchVotes, more: int = 0) -> Stretch:
        """The stretch of votes, with `more` colors that no key has at the end of its palette."""
        from model.stretch import Stretch
        from model.stretch_file import from_bytes

        if votes is not self._votes:
            self._votes, self._widened = votes, {0: from_bytes(votes.packed)}
        if more not in self._widened:
            plain = self._widened[0]
            self._widened[more] = Stretch([one.widened(more) for one in plain.members], plain.fit)
        return self._widened[more]

    def regions(self, drawing: ColoredDrawing, corrections: Corrections) -> ByRegion:
        """The correction of each corrected region of a drawing."""
        given = corrections.get(drawing.number, ())
        if not given:
            return {}
        key = (drawing.packed_labels, given)
        if key not in self._regions:
            self._regions[key] = corrected_regions(given, drawing.labels())
            if len(self._regions) > _REMEMBERED:
                del self._regions[next(iter(self._regions))]
        return self._regions[key]

    def decide(
        self, colorings: Iterable[ColoredDrawing], corrections: Corrections
    ) -> dict[int, ColoredDrawing]:
        """How drawings look with the corrections.

        Args:
            colorings: drawings; those without a vote change by their own corrections only.
            corrections: all corrections of the shot, by drawing number.

        Returns:
            The drawings that look different now, by number.
        """
        changed: dict[int, ColoredDrawing] = {}
        for votes, drawings in _by_stretch(colorings).items():
            told = self._told(drawings, corrections)
            decided = drawings if votes is None else self._decided(votes, drawings, told)
            for before, after in zip(drawings, decided, strict=True):
                final = after.with_corrections(told[before.number])
                if not _same(before, final):
                    changed[before.number] = final
        return changed

    def _told(
        self, drawings: Iterable[ColoredDrawing], corrections: Corrections
    ) -> dict[int, ByRegion]:
        """Corrected regions by drawing number, in the order in which drawings were corrected."""
        found = {drawing.number: drawing for drawing in drawings}
        order = dict.fromkeys((*corrections, *found))
        return {one: self.regions(found[one], corrections) for one in order if one in found}

    def _decided(
        self,
        votes: StretchVotes,
        drawings: Sequence[ColoredDrawing],
        told: Mapping[int, ByRegion],
    ) -> list[ColoredDrawing]:
        """Each drawing as the stretch decides on it when it is told what may reach it."""
        count = self.stretch(votes).members[0].opinion.shape[1]
        base = drawings[0].palette[:count]
        palette, rows = extended(
            base, [one.color for regions in told.values() for one in regions.values()]
        )
        stretch = self.stretch(votes, len(palette) - count)
        places = {one.number: one.vote.place for one in drawings if one.vote is not None}
        decisions: dict[object, list[Decision]] = {}
        results = []
        for drawing in drawings:
            heard = _heard(drawing.number, places, told, rows)
            key = tuple((place, *sorted(regions)) for place, regions in heard.items())
            if key not in decisions:
                decisions[key] = stretch.decide(heard)
            assert drawing.vote is not None
            decision = decisions[key][drawing.vote.place]
            results.append(drawing.decided(palette, decision.colors, decision.confidence))
        return results


def _heard(
    number: int,
    places: Mapping[int, int],
    told: Mapping[int, ByRegion],
    rows: Mapping[Color, int],
) -> dict[int, dict[int, int]]:
    """What reaches a drawing: palette row by region, by place in the stretch."""
    heard: dict[int, dict[int, int]] = {}
    for other, regions in told.items():
        for region, one in regions.items():
            if one.reaches(number):
                heard.setdefault(places[other], {})[region] = rows[one.color]
    return heard


def _by_stretch(
    drawings: Iterable[ColoredDrawing],
) -> dict[StretchVotes | None, list[ColoredDrawing]]:
    found: dict[StretchVotes | None, list[ColoredDrawing]] = {}
    for drawing in drawings:
        votes = None if drawing.vote is None else drawing.vote.stretch
        found.setdefault(votes, []).append(drawing)
    return found


def _same(one: ColoredDrawing, other: ColoredDrawing) -> bool:
    return np.array_equal(
        one.palette[one.region_colors], other.palette[other.region_colors]
    ) and np.array_equal(one.confidence, other.confidence)
