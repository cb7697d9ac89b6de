"""How well networks color what they did not learn from: sequences that were kept apart."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from model.colorizer import Colorizer
from model.tuning.measured_row import Asked, MeasuredRow
from model.tuning.sequences import FinishedDrawing, MeasuredSequence

# Standard deviations of a fair coin by which more must be mended than broken. Two, because the
# best of several measures is compared: with one, nine mended and five broken were taken over,
# and other shots of that show came out worse.
_DEVIATIONS = 2.0
_PSNR_SLACK = 0.05  # dB that may be lost


@dataclass(frozen=True, eq=False)
class Measure:
    """What came out right.

    Attributes:
        right: (N,) bool for every true region over 10 px, always in the same order.
        psnr: dB at full size on the composite, mean over drawings.
        soft_psnr: dB of the paper's networks alone at their own size, mean over drawings.
        shown: (H, W, 3) uint8, one of the drawings as it is painted, lines on top.
    """

    right: NDArray[np.bool_]
    psnr: float
    soft_psnr: float
    shown: NDArray[np.uint8]

    @property
    def regions(self) -> float:
        """Share of regions right, 0..1."""
        return float(self.right.mean()) if self.right.size else 1.0


@dataclass(frozen=True)
class Comparison:
    """Two measures of the same drawings.

    Attributes:
        mended: regions that became right.
        broken: regions that were right and are so no more.
        psnr: gain in dB.
    """

    mended: int
    broken: int
    psnr: float

    @classmethod
    def of(cls, before: Measure, after: Measure) -> Comparison:
        """What changed."""
        return cls(
            int((after.right & ~before.right).sum()),
            int((before.right & ~after.right).sum()),
            after.psnr - before.psnr,
        )

    @property
    def is_gain(self) -> bool:
        """Whether more was mended than broken, and by more than chance gives and takes."""
        by_chance = _DEVIATIONS * np.sqrt(self.mended + self.broken)
        return self.mended - self.broken > by_chance and self.psnr > -_PSNR_SLACK


class HeldOut:
    """Sequences that are colored as the program would: from their keys, and from the first alone.

    Everything but the networks' answers is measured once.
    """

    def __init__(self) -> None:
        self._rows: list[MeasuredRow] = []

    def add(self, sequence: MeasuredSequence, gap: int, base: Colorizer) -> list[str]:
        """Read and study a sequence; what cannot be read of it is passed over.

        Args:
            sequence: to measure on.
            gap: holes in lines up to this many pixels are closed.
            base: the networks to begin with.

        Returns:
            A sentence for each drawing that cannot be read.
        """
        drawings, keys, problems = _read(sequence)
        if keys and len(drawings) > len(keys):
            row = MeasuredRow.studied(drawings, keys, gap, base)
            self._rows.append(row)
            if len(keys) > 1:
                # What helps with all keys need not help with one.
                self._rows.append(row.from_first_key(base))
        return problems

    @property
    def drawings(self) -> int:
        """How many drawings are measured, those that are colored twice counted twice."""
        return sum(len(row.measured) for row in self._rows)

    @property
    def shown_truth(self) -> NDArray[np.uint8]:
        """(H, W, 3) uint8: the drawing of `Measure.shown` as it should be."""
        row = self._rows[0]
        return row.truths[row.shown].composite

    def measure(self, colorizer: Colorizer, *, dense_too: bool = False) -> Measure:
        """Color everything.

        Args:
            colorizer: the networks.
            dense_too: the networks of the paper are others than in the last call, too.
        """
        if dense_too:
            for row in self._rows:
                row.see_again(colorizer)
        # Neighbors are neighbors with all keys and with one: what is asked of them is the same.
        asked = Asked(colorizer)
        begun = [row.begin(asked) for row in self._rows]
        answers = [row.answer(one, colorizer) for row, one in zip(self._rows, begun, strict=True)]
        scores = [score for answer in answers for score in answer.scores]
        return Measure(
            np.concatenate([score.right for score in scores]),
            float(np.mean([score.psnr for score in scores])),
            float(np.mean([score.soft_psnr for score in scores])),
            answers[0].shown,
        )


def _read(one: MeasuredSequence) -> tuple[list[FinishedDrawing], list[int], list[str]]:
    """The drawings that can be read, the positions of the keys among them, and what is wrong."""
    drawings: list[FinishedDrawing] = []
    keys: list[int] = []
    problems: list[str] = []
    for place, load in enumerate(one.sequence.drawings):
        try:
            drawings.append(load())
        except (OSError, ValueError) as error:
            problems.append(str(error))
            continue
        if place in one.keys:
            keys.append(len(drawings) - 1)
    return drawings, keys, problems
