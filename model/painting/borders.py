"""Where regions of a drawing meet, and across what."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Borders:
    """Every two regions that meet; there are N such pairs.

    Attributes:
        one: (N,) int64, the lower region of each pair.
        other: (N,) int64, the higher one.
        length: (N,) int64, pixels of the border between them.
        bare: (N,) int64, how many of these have no ink on either side.
    """

    one: NDArray[np.int64]
    other: NDArray[np.int64]
    length: NDArray[np.int64]
    bare: NDArray[np.int64]

    @classmethod
    def of(cls, labels: NDArray[np.int32], ink: NDArray[np.bool_]) -> Borders:
        """Walk along all borders.

        Args:
            labels: (H, W) int32, region 0..R-1 of every pixel, of ink as well.
            ink: (H, W) bool.
        """
        count = int(labels.max()) + 1
        pairs, bare = [], []
        for here, there in ((np.s_[:, :-1], np.s_[:, 1:]), (np.s_[:-1], np.s_[1:])):
            border = labels[here] != labels[there]
            one, other = labels[here][border], labels[there][border]
            pairs.append(np.minimum(one, other).astype(np.int64) * count + np.maximum(one, other))
            bare.append(~(ink[here] | ink[there])[border])
        found, which, length = np.unique(
            np.concatenate(pairs), return_inverse=True, return_counts=True
        )
        is_bare = np.bincount(which, np.concatenate(bare), len(found)).astype(np.int64)
        return cls(found // count, found % count, length, is_bare)
