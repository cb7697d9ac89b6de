"""How long a fine-tuning takes, and what it spends its time on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import accumulate

# A shorter run has no time for the paper's networks on a processor.
_SHORT_MINUTES = 5.0


class Part(Enum):
    """The networks, by the names of their files, in the order in which they learn."""

    MATCHER = "region_matcher"
    COLOR = "color_transform"
    TEMPORAL = "temporal"


# A region's color follows from the region matcher first of all.
_ON_A_PROCESSOR = {Part.MATCHER: 0.75, Part.COLOR: 0.15, Part.TEMPORAL: 0.1}
_ON_A_CARD = {Part.MATCHER: 0.4, Part.COLOR: 0.4, Part.TEMPORAL: 0.2}


@dataclass(frozen=True)
class Plan:
    """What is to be done.

    Attributes:
        minutes: all the time it may take; None: as many `epochs` as wanted.
        epochs: how often each drawing is learned from, in the mean; looked at without `minutes`.
        gap: holes in lines up to this many pixels are closed.
        device: of torch.
        parts: that learn.
        seed: of all chance.
    """

    minutes: float | None = 15.0
    epochs: int = 30  # the paper's
    gap: int = 4
    device: str = "cpu"
    parts: tuple[Part, ...] = tuple(Part)
    seed: int = 1

    @property
    def is_short(self) -> bool:
        """Whether there is hardly time to measure."""
        return self.minutes is not None and self.minutes < _SHORT_MINUTES

    @property
    def most_measured(self) -> int:
        """Drawings that are measured, at most."""
        return 10 if self.is_short else 24

    def ends(self) -> dict[Part, float]:
        """The share of the run at which each part's turn is over, in order."""
        weights = _ON_A_CARD if self.device.startswith("cuda") else _ON_A_PROCESSOR
        parts = [part for part in Part if part in self.parts]
        if self.is_short and Part.MATCHER in parts:
            parts = [Part.MATCHER]
        shares = list(accumulate(weights[part] for part in parts))
        return {part: share / shares[-1] for part, share in zip(parts, shares, strict=True)}

    def share(self, seconds: float, lessons: int, drawings: int) -> float:
        """How much of the run is over, 0..1.

        Args:
            seconds: spent so far.
            lessons: learned so far, of all parts.
            drawings: that are learned from.
        """
        if self.minutes is not None:
            return min(1.0, seconds / (60 * self.minutes))
        wanted = self.epochs * max(1, drawings) * len(self.ends())
        return min(1.0, lessons / wanted)
