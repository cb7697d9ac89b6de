"""The drawings that are learned from, read again and again; what cannot be read is passed over."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from model.tuning.sequences import FinishedDrawing, Load, TuningSequence

_log = logging.getLogger(__name__)


class Shelf:
    """Sequences of drawings; reading from several threads is fine.

    Attributes:
        problems: a sentence for each drawing that could not be read.
    """

    def __init__(self, sequences: Sequence[TuningSequence]) -> None:
        self.problems: list[str] = []
        self._sequences: list[list[Load | None]] = [list(one.drawings) for one in sequences]

    def __len__(self) -> int:
        """How many drawings there are."""
        return sum(len(self.places(row)) for row in range(len(self._sequences)))

    @property
    def sizes(self) -> list[int]:
        """How many drawings each sequence has; the position is that of the sequence."""
        return [len(self.places(row)) for row in range(len(self._sequences))]

    def places(self, sequence: int) -> list[int]:
        """Ascending positions of the drawings of a sequence."""
        row = self._sequences[sequence]
        return [place for place, load in enumerate(row) if load is not None]

    def read(self, sequence: int, place: int) -> FinishedDrawing | None:
        """A drawing, or None when it cannot be read; then it is there no more."""
        load = self._sequences[sequence][place]
        try:
            return None if load is None else load()
        except (OSError, ValueError) as error:
            self._sequences[sequence][place] = None
            self.problems.append(str(error))
            _log.info("A drawing was left out: %s", error)
            return None
