"""The best networks that a run has found so far, and whether they are worth having."""

from __future__ import annotations

from dataclasses import dataclass

from model.tuning.held_out import Comparison, Measure
from model.tuning.plan import Part
from model.weights import Weights

# A gain of the blended color, in dB, that is worth other networks for it.
_SOFT_GAIN = 0.1


@dataclass(frozen=True)
class Verdict:
    """Whether what was learned wins.

    Attributes:
        adopted: the parts that are taken over; none when nothing wins.
        mended: regions of the drawings kept apart that are right now and were not.
        broken: regions that are wrong now and were right.
        regions_before, regions_after: share of regions right, 0..1.
        psnr_before, psnr_after: dB.
        soft_before, soft_after: dB of the blended color alone.
    """

    adopted: tuple[Part, ...]
    mended: int
    broken: int
    regions_before: float
    regions_after: float
    psnr_before: float
    psnr_after: float
    soft_before: float
    soft_after: float


class Best:
    """Takes offers and keeps the best.

    Attributes:
        before: the measure of what the run began with.
        weights: the best networks so far.
        measure: theirs.
    """

    def __init__(self, weights: Weights, before: Measure) -> None:
        self.before = before
        self.weights, self.measure = weights, before
        self._parts: set[Part] = set()

    def offer(self, weights: Weights, measure: Measure, *parts: Part) -> bool:
        """Take networks that differ in these parts (unknown: any) if they are better."""
        if not self._is_better(measure, parts or tuple(Part)):
            return False
        self.weights, self.measure = weights, measure
        self._parts |= set(parts or Part)
        return True

    def verdict(self) -> Verdict:
        """What is adopted in the end."""
        gain = Comparison.of(self.before, self.measure)
        wins = gain.is_gain or (
            gain.mended >= gain.broken
            and self.measure.soft_psnr >= self.before.soft_psnr + _SOFT_GAIN
        )
        return Verdict(
            tuple(part for part in Part if part in self._parts) if wins else (),
            gain.mended,
            gain.broken,
            self.before.regions,
            self.measure.regions,
            self.before.psnr,
            self.measure.psnr,
            self.before.soft_psnr,
            self.measure.soft_psnr,
        )

    def _is_better(self, measure: Measure, parts: tuple[Part, ...]) -> bool:
        change = Comparison.of(self.measure, measure)
        if Part.MATCHER in parts:
            return change.mended > change.broken or (
                change.mended == change.broken and change.psnr > 0
            )
        return change.mended >= change.broken and measure.soft_psnr > self.measure.soft_psnr
