"""The vote: every region chooses one exact palette color by all the evidence there is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# No evidence is so bad that it may forbid a color.
_FLOOR = 1e-3


@dataclass(frozen=True)
class Evidence:
    """Three opinions about R regions and P palette colors.

    Attributes:
        match: (R, P) float32, probability that the region matcher puts on key regions of each
            color; rows sum to 1 less the probability that no key shows the region.
        transport: (R, P) float32, the keys' palette labels carried by Sim's matching matrix and
            averaged inside the region; rows sum to 1.
        color: (R, P) float32, how near the networks' mean color in the region is to each palette
            color; rows sum to 1.
    """

    match: NDArray[np.float32]
    transport: NDArray[np.float32]
    color: NDArray[np.float32]


@dataclass(frozen=True)
class VoteWeights:
    """How much each opinion counts, in a product of powers; learned on procedural shows."""

    match: float = 1.0
    transport: float = 0.25
    color: float = 0.1


def vote(evidence: Evidence, weights: VoteWeights) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """Choose.

    Args:
        evidence: of R regions about P >= 1 colors.
        weights: how much each opinion counts.

    Returns:
        (R,) int32 palette rows, and (R,) float32 the probability of each choice.
    """
    score = scores(evidence, weights)
    probability = np.exp(score - score.max(axis=1, keepdims=True))
    probability /= probability.sum(axis=1, keepdims=True)
    return (
        probability.argmax(axis=1).astype(np.int32),
        probability.max(axis=1).astype(np.float32),
    )


def scores(evidence: Evidence, weights: VoteWeights) -> NDArray[np.float32]:
    """(R, P) float32: the unnormalized logarithm of each color's probability."""
    return (
        weights.match * _log(evidence.match)
        + weights.transport * _log(evidence.transport)
        + weights.color * _log(evidence.color)
    )


def nearness(colors: NDArray[np.float32], palette: NDArray[np.uint8]) -> NDArray[np.float32]:
    """How near colors are to those of a palette.

    Args:
        colors: (R, 3) float32 RGB, 0..255, over white.
        palette: (P, 4) uint8 RGBA.

    Returns:
        (R, P) float32, rows sum to 1.
    """
    # One standard deviation of the networks' error in a region's mean color, in 8-bit steps.
    spread = 24.0
    alpha = palette[:, 3:].astype(np.float32) / 255
    on_white = palette[:, :3] * alpha + 255 * (1 - alpha)
    away = ((colors[:, None] - on_white[None]) ** 2).sum(axis=2) / (2 * spread**2)
    near = np.exp(away.min(axis=1, keepdims=True) - away)
    return (near / near.sum(axis=1, keepdims=True)).astype(np.float32)


def _log(probability: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.log(probability * (1 - _FLOOR) + _FLOOR)
