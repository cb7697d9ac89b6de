"""Our networks as one method among others."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from model.coloring import Coloring
from model.colorizer import Colorizer, KeyDrawing
from model.evaluation.methods import KeyedShot
from model.lending import keys_with_lent, telling
from model.sequence import ShotSequence

# As the application does: a drawing is colored from its nearest keys on both sides.
_KEYS_PER_SIDE = 2


class NetworksMethod:
    """The networks, fed as the application feeds them.

    Attributes:
        colorings: of every drawing that is no key, by its position, after `prepare`.
        lent: which of the keys of other shots were looked at, after `prepare`.
    """

    def __init__(self, weights: Path | None = None, device: str = "auto") -> None:
        """Load them; None stands for the bundled weights.

        Raises:
            WeightsError: the weights cannot be used, or there is no such device.
        """
        self._colorizer = Colorizer(weights, device)
        self.colorings: dict[int, Coloring] = {}
        self.lent: list[int] = []

    def prepare(self, shot: KeyedShot) -> None:
        """Color the whole shot, since its drawings decide together; see `Method.prepare`."""
        numbers = sorted(shot.keys)
        keys, self.lent = keys_with_lent(
            self._colorizer,
            [KeyDrawing(shot.lines[key], shot.keys[key]) for key in numbers],
            [KeyDrawing(*pair) for pair in shot.lent],
            telling(shot.lines)[0],
            shot.gap,
        )
        sequence = ShotSequence(self._colorizer, keys, shot.gap)
        self.colorings = {}
        waiting: list[tuple[int, Coloring]] = []
        for index, line in enumerate(shot.lines):
            if index in shot.keys:
                sequence.add_key(numbers.index(index))
                self._settle(sequence, waiting)
                continue
            before = [row for row, key in enumerate(numbers) if key < index][-_KEYS_PER_SIDE:]
            after = [row for row, key in enumerate(numbers) if key > index][:_KEYS_PER_SIDE]
            nearest = [*before, *after] or list(range(len(keys)))
            waiting.append((index, sequence.add(line, nearest, len(before))))
        self._settle(sequence, waiting)

    def color(self, index: int) -> NDArray[np.uint8]:
        """See `Method.color`."""
        return self.colorings[index].color_layer()

    def _settle(self, sequence: ShotSequence, waiting: list[tuple[int, Coloring]]) -> None:
        for (index, guess), choice in zip(waiting, sequence.settle(), strict=True):
            self.colorings[index] = guess.settled(choice)
        waiting.clear()
