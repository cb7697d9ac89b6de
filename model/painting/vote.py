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
    """How much each opinion counts, in a product of powers; learned, see `calibration`.

    Attributes:
        match: of the region matcher.
        transport: of the labels that Sim carried.
        color: of the networks' mean color.
        own: of all three together, beside what the neighboring drawings say.
    """

    match: float = 1.0
    transport: float = 0.25
    color: float = 0.1
    own: float = 0.5


@dataclass(frozen=True)
class ConfidenceFit:
    """From probabilities to an honest confidence: a logistic function of two log-odds.

    Attributes:
        bias: when both are even.
        agreed: weight of the log-odds of the color after all drawings were heard.
        own: weight of the log-odds that the drawing itself gives to that color.
    """

    bias: float = 0.0
    agreed: float = 1.0
    own: float = 0.0

    def __call__(
        self, agreed: NDArray[np.float32], own: NDArray[np.float32]
    ) -> NDArray[np.float32]:
        """(R,) float32 in [0, 1] from two (R,) probabilities of the color that was chosen."""
        odds = self.bias + self.agreed * log_odds(agreed) + self.own * log_odds(own)
        return (1 / (1 + np.exp(-odds))).astype(np.float32)


def own_opinion(evidence: Evidence, weights: VoteWeights) -> NDArray[np.float32]:
    """(R, P) float32 probabilities: what a drawing knows by itself about P >= 1 colors."""
    return normalized(scores(evidence, weights))


def weighed(own: NDArray[np.float32], weights: VoteWeights) -> NDArray[np.float32]:
    """(R, P) float32 logarithms: a drawing's own probabilities beside what its neighbors say."""
    return np.log(own + np.float32(1e-6)) * np.float32(weights.own)


def choose(
    decisive: NDArray[np.float32],
    agreed: NDArray[np.float32],
    own: NDArray[np.float32],
    fit: ConfidenceFit,
) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    """Give every region the most probable color.

    Args:
        decisive: (R, P) float32 probabilities that decide.
        agreed: (R, P) float32 probabilities after all drawings were heard, of which confidence is
            made.
        own: (R, P) float32 probabilities of the drawing itself.
        fit: what they are worth.

    Returns:
        (R,) int32 palette rows, and (R,) float32 the confidence in each choice.
    """
    colors = decisive.argmax(axis=1).astype(np.int32)
    rows = np.arange(len(colors))
    return colors, fit(agreed[rows, colors], own[rows, colors])


def scores(evidence: Evidence, weights: VoteWeights) -> NDArray[np.float32]:
    """(R, P) float32: the unnormalized logarithm of each color's probability."""
    return (
        weights.match * _log(evidence.match)
        + weights.transport * _log(evidence.transport)
        + weights.color * _log(evidence.color)
    )


def normalized(logarithms: NDArray[np.float32]) -> NDArray[np.float32]:
    """(R, P) float32 probabilities from unnormalized logarithms."""
    weights = np.exp(logarithms - logarithms.max(axis=1, keepdims=True))
    return (weights / weights.sum(axis=1, keepdims=True)).astype(np.float32)


def log_odds(probability: NDArray[np.float32]) -> NDArray[np.float32]:
    """Of probabilities, none of them quite 0 or 1."""
    kept = np.clip(probability, _FLOOR, 1 - _FLOOR)
    return np.log(kept / (1 - kept))


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
