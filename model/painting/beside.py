"""What a drawing takes over from those just before it, whose colors were decided already."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from model.painting.chain import WEAKEST, three_digits
from model.painting.vote import normalized

# No reference is so sure that it may forbid a color.
_FLOOR = np.float32(1e-3)
# Keeps the logarithm of a color that was ruled out finite.
_TINY = np.float32(1e-6)
# How much a comparison counts, chosen by the regions right on held-back shots.
_WEIGHT = 0.6

Known = NDArray[np.int32]
"""(Q,) palette rows of a drawing's regions."""


@dataclass(frozen=True, eq=False)
class Beside:
    """Which region each region of a drawing is, among its keys' and those of drawings before it.

    All are references of one comparison, so that their regions compete. It is made when the
    drawing is colored; what it says of colors follows later, from what these drawings turn out
    to have.

    Attributes:
        keys: (R, P) float32, belief that it is a region of that color in a key.
        near: by distance, (R, Q) sparse float32, belief that it is that region of the drawing
            so far before; None where there is none, or where that is a key.
    """

    keys: NDArray[np.float32]
    near: tuple[csr_array | None, ...]

    @classmethod
    def of(
        cls, keys: NDArray[np.float32], near: Sequence[NDArray[np.float32] | None]
    ) -> Beside | None:
        """The same from dense beliefs; None if there is no drawing near."""
        if all(one is None for one in near):
            return None
        return cls(_strong(keys), tuple(None if one is None else _sparse(one) for one in near))

    def kept(self) -> Beside:
        """The same with three digits a number: as it comes back from a file."""
        near = [None if one is None else one.copy() for one in self.near]
        for one in near:
            if one is not None:
                one.data = three_digits(one.data)
        return Beside(three_digits(self.keys), tuple(near))

    def widened(self, more: int) -> Beside:
        """The same about a palette with `more` colors at its end that no key has."""
        none = np.zeros((len(self.keys), more), np.float32)
        return replace(self, keys=np.concatenate([self.keys, none], axis=1))

    def says(self, known: Sequence[Known | None]) -> NDArray[np.float32] | None:
        """What speaks for the colors when those of some drawings near are known.

        Args:
            known: by distance; None for a drawing that cannot be relied on.

        Returns:
            (R, P) float32 logarithms of probabilities, or None if nothing near is known.
        """
        total, nowhere = self.keys.copy(), 1 - self.keys.sum(axis=1)
        kinds = np.eye(total.shape[1], dtype=np.float32)
        heard = False
        for same, colors in zip(self.near, known, strict=False):
            if same is not None:
                nowhere -= same.sum(axis=1)
                if colors is not None:
                    total += same @ kinds[colors]
                    heard = True
        if not heard:
            return None
        # Belief in drawings that cannot be relied on falls to the others.
        shown = total.sum(axis=1) + np.maximum(nowhere, 0) + _FLOOR
        return np.log(total / shown[:, None] * (1 - _FLOOR) + _FLOOR)


def swayed(
    belief: NDArray[np.float32], said: NDArray[np.float32] | None, weight: float = _WEIGHT
) -> NDArray[np.float32]:
    """What is believed together with what the drawings just before say.

    Args:
        belief: (R, P) float32 probabilities.
        said: by `Beside.says`.
        weight: how much that counts.

    Returns:
        (R, P) float32 probabilities, rows sum to 1; `belief` itself if nothing was said.
    """
    if said is None:
        return belief
    return normalized(np.log(belief + _TINY) + np.float32(weight) * said)


def _sparse(belief: NDArray[np.float32]) -> csr_array:
    return csr_array(_strong(belief))


def _strong(belief: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.where(belief < WEAKEST, np.float32(0), belief)
