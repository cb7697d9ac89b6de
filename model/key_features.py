"""Everything that is known of a shot's keys, computed once and held by the caller."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from model.lent_keys import Lent
from model.networks.color_transform import References
from model.painting.canvas import Canvas
from model.painting.regions import Regions
from model.region_sets import EncodedRegions


@dataclass(frozen=True, eq=False)
class KeyDrawing:
    """One colored key as it is handed over.

    Attributes:
        line: (H, W) uint8 gray line art, 0 = ink, 255 = paper.
        color: (H, W, 4) uint8 RGBA of the same size, a composite or a bare color layer.
    """

    line: NDArray[np.uint8]
    color: NDArray[np.uint8]


def check_size(key: KeyDrawing) -> None:
    """ValueError when a key's color image is of another size than its line art."""
    if key.line.shape != key.color.shape[:2]:
        raise ValueError("A key's color image must have the size of its line art.")


@dataclass(frozen=True, eq=False)
class StudiedKey:
    """One key, with what each part of the work needs of it.

    Attributes:
        regions: enclosed by lines or by changes of paint.
        region_colors: (R,) int32, the palette row of each region.
        paint: (H, W) int32, the palette row of every pixel.
        parts: the regions as the region matcher sees them.
        canvas_line: (1, h, w) float32 in [0, 1], for the dense networks.
        canvas_distance: (1, h, w) float32 in [0, 1].
        canvas_color: (3, h, w) float32 in [-1, 1].
    """

    regions: Regions
    region_colors: NDArray[np.int32]
    paint: NDArray[np.int32]
    parts: EncodedRegions
    canvas_line: NDArray[np.float32]
    canvas_distance: NDArray[np.float32]
    canvas_color: NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class KeyFeatures:
    """The keys of a shot in chronological order.

    Attributes:
        palette: (P, 4) uint8 RGBA, the exact colors that all keys of the shot use.
        keys: one for each key of this selection.
        references: the same keys as the color transform network encodes them.
        labels: (1, K, P, h, w), share of each palette color in each cell of the matching grid.
        canvas: the size at which the dense networks see drawings of this shot.
        lent: keys of other shots, which the region matcher looks at beside any selection.
    """

    palette: NDArray[np.uint8]
    keys: tuple[StudiedKey, ...]
    references: References
    labels: Tensor
    canvas: Canvas
    lent: Lent = field(default_factory=Lent)

    def __len__(self) -> int:
        return len(self.keys)

    @property
    def parts(self) -> list[EncodedRegions]:
        """Everything that the region matcher compares a drawing with: keys, then lent ones."""
        return [*(key.parts for key in self.keys), *self.lent.parts]

    @property
    def region_colors(self) -> list[NDArray[np.int32]]:
        """(S,) int32 of each of `parts`; a lent key may have regions of none of the P colors: P."""
        return [*(key.region_colors for key in self.keys), *self.lent.colors]

    def subset(self, indices: Sequence[int]) -> KeyFeatures:
        """The keys at these positions, in this order; the palette stays that of the shot."""
        rows = list(indices)
        return replace(
            self,
            keys=tuple(self.keys[row] for row in rows),
            references=self.references.subset(rows),
            labels=self.labels[:, rows],
        )
