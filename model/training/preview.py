"""Preview sheets: rows of pictures to look at while training."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

_GUTTER = 4
_GRAY = 128


def sheet(columns: Sequence[Tensor]) -> NDArray[np.uint8]:
    """Put pictures side by side.

    Args:
        columns: (B, 1, H, W) in [0, 1] for lines or (B, 3, H, W) in [-1, 1] for colors; one row
            of the sheet per member of the batch.

    Returns:
        (H', W', 3) uint8 RGB.
    """
    pictures = [_pictures(column) for column in columns]
    rows = [np.hstack([column[place] for column in pictures]) for place in range(len(pictures[0]))]
    return np.vstack(rows)


def _pictures(column: Tensor) -> NDArray[np.uint8]:
    values = column.detach().float().cpu()
    values = values.expand(-1, 3, -1, -1) * 2 - 1 if values.shape[1] == 1 else values
    pixels = ((values + 1) * 127.5).round().clamp(0, 255).permute(0, 2, 3, 1).numpy()
    edge = [(0, 0), (0, _GUTTER), (0, _GUTTER), (0, 0)]
    return np.pad(pixels.astype(np.uint8), edge, constant_values=_GRAY)
