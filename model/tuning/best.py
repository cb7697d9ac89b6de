"""The best networks that a run has found so far, and whether they are worth having."""

from __future__ import annotations

from dataclasses import dataclass

from model.tuning.held_out import Comparison, Measure
from model.tuning.plan import Part
from model.weights import Weights

# A gain of the blended color, in dB, that is worth other networks for it.
_SOFT_GAIN = 0.1


@dataclass(frozen=True, eq=False)
class _Found:
    weights: Weights
    measure: Measure


class Best:
    """Takes what a part of the networks learns; each part is taken over, or not, by itself.

    Attributes:
        before: the measure of what the run began with.
        adopted: the parts that were taken over so far, in order.
        outcome: the measure of what was taken over; while nothing was, of the best that was tried.
    """

    def __init__(self, weights: Weights, before: Measure) -> None:
        self.before = self.outcome = before
        self.adopted: tuple[Part, ...] = ()
        self._sure = self._tried = _Found(weights, before)

    @property
    def weights(self) -> Weights:
        """The best networks so far."""
        return self._tried.weights

    @property
    def measure(self) -> Measure:
        """Of these networks."""
        return self._tried.measure

    def offer(self, part: Part, weights: Weights, measure: Measure) -> bool:
        """Take networks that differ in this part if they are better."""
        if not _is_better(part, self.measure, measure):
            return False
        self._tried = _Found(weights, measure)
        return True

    def close(self, part: Part) -> bool:
        """This part learns no more: take it over if it wins beyond chance, else forget it."""
        wins = _wins(part, self._sure.measure, self._tried.measure)
        if wins or (not self.adopted and self._tried is not self._sure):
            self.outcome = self._tried.measure
        if wins:
            self._sure = self._tried
            self.adopted = (*self.adopted, part)
        self._tried = self._sure
        return wins


def _is_better(part: Part, before: Measure, after: Measure) -> bool:
    change = Comparison.of(before, after)
    if part is Part.MATCHER:
        return (change.mended - change.broken, change.psnr) > (0, 0)
    return change.mended >= change.broken and after.soft_psnr > before.soft_psnr


def _wins(part: Part, before: Measure, after: Measure) -> bool:
    change = Comparison.of(before, after)
    if part is Part.MATCHER:
        return change.is_gain
    has_soft_gain = after.soft_psnr >= before.soft_psnr + _SOFT_GAIN
    return change.is_gain or (change.mended >= change.broken and has_soft_gain)
