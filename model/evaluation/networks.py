"""Our networks as one method among others."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from model.colorizer import Colorizer, KeyDrawing
from model.evaluation.methods import KeyedShot

# As the application does: a drawing is colored from its nearest keys on both sides.
_KEYS_PER_SIDE = 2


class NetworksMethod:
    """The networks, fed as the application feeds them."""

    def __init__(self, weights: Path | None = None, device: str = "auto") -> None:
        """Load them; None stands for the bundled weights.

        Raises:
            WeightsError: the weights cannot be used, or there is no such device.
        """
        self._colorizer = Colorizer(weights, device)

    def prepare(self, shot: KeyedShot) -> None:
        """See `Method.prepare`."""
        self._shot, self._numbers = shot, sorted(shot.keys)
        self._keys = self._colorizer.encode_keys(
            [KeyDrawing(shot.lines[key], shot.keys[key]) for key in self._numbers], shot.gap
        )

    def color(self, index: int) -> NDArray[np.uint8]:
        """See `Method.color`."""
        before = [row for row, key in enumerate(self._numbers) if key < index][-_KEYS_PER_SIDE:]
        after = [row for row, key in enumerate(self._numbers) if key > index][:_KEYS_PER_SIDE]
        coloring = self._colorizer.color(
            self._shot.lines[index],
            self._keys.subset([*before, *after]),
            gap=self._shot.gap,
            before=len(before),
        )
        return coloring.color_layer()
