"""One finished drawing of a show."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class ShowDrawing:
    """Line art, color layer and the region identity of every pixel.

    Attributes:
        line: (H, W) uint8, 0 = ink .. 255 = paper; anti-aliased or not as the show's style says.
        color: (H, W, 4) uint8 RGBA, flat color layer without lines, alpha 0 = paper.
        identity: (H, W) int32 >= 1, one number for each part of a shape and tone, the same in
            all drawings of a show; a line pixel has the identity of the paint under it.
    """

    line: NDArray[np.uint8]
    color: NDArray[np.uint8]
    identity: NDArray[np.int32]
