"""Pair evidence of drawings that are compared several times, measured once."""

from __future__ import annotations

from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from model.painting.region_evidence import pair_evidence
from model.painting.region_tokens import SAMPLES, DrawingTokens

_Kept = WeakKeyDictionary[DrawingTokens, NDArray[np.uint8]]


class MeasuredPairs:
    """Kept as long as both drawings are; it has nothing to do with what a network has learned."""

    def __init__(self) -> None:
        self._kept: WeakKeyDictionary[DrawingTokens, _Kept] = WeakKeyDictionary()

    def __call__(self, target: DrawingTokens, other: DrawingTokens) -> NDArray[np.float32]:
        """See `pair_evidence`."""
        return self.counts(target, other).astype(np.float32) / np.float32(SAMPLES)

    def counts(self, target: DrawingTokens, other: DrawingTokens) -> NDArray[np.uint8]:
        """The same as it is kept, in samples instead of shares."""
        kept = self._of(target).get(other)
        if kept is None and (turned := self._of(other).get(target)) is not None:
            kept = _turned(turned)
        if kept is None:
            kept = self._of(target)[other] = _measured(target, other)
        return kept

    def _of(self, target: DrawingTokens) -> _Kept:
        return self._kept.setdefault(target, WeakKeyDictionary())


def _measured(target: DrawingTokens, other: DrawingTokens) -> NDArray[np.uint8]:
    """Shares as counts of samples: a quarter of the memory, and nothing is lost."""
    counts = np.rint(pair_evidence(target, other) * SAMPLES).astype(np.uint8)
    # Each way by itself in memory, as the network wants it.
    return np.moveaxis(np.ascontiguousarray(np.moveaxis(counts, 2, 0)), 0, 2)


def _turned(evidence: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The same seen from the other drawing."""
    half = evidence.shape[2] // 2
    return np.roll(evidence, half, axis=2).transpose(1, 0, 2)
