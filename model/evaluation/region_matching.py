"""Hungarian region matching with weights set by hand: the strongest classical baseline."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from model.evaluation.methods import KeyedShot, PaintedKeys
from model.painting.key_paint import split_by_paint
from model.painting.region_tokens import GEOMETRY, DrawingTokens, tokenize
from model.painting.regions import find_regions

# Of the numbers, size and place tell regions apart best, contact with the border least.
_GEOMETRY_WEIGHTS = np.array([2, 1, 1, 1, 1, 0.3, 0.3, 0.5, 0.5, 0.3, 0.3, 0.3, *[0.2] * 4])
_LOOKS_WEIGHT = 20.0
# Crops are compared at this side: more would ask for equal pixels, not for equal looks.
_LOOKS_SIDE = 8
# Neighbors of matching regions should match: rounds, share of each round, and how sharply a cost
# is taken for a belief.
_ROUNDS, _NEIGHBORS, _SHARPNESS = 4, 8.0, 2.5
# A region that the one-to-one assignment left with a partner so much worse than its best takes
# the best: where a region was split in two, both halves may have the same partner.
_SLACK = 1.0


@dataclass(frozen=True, eq=False)
class _Key:
    tokens: DrawingTokens
    looks: NDArray[np.float32]
    colors: NDArray[np.int32]


class RegionMatching:
    """Each region takes the color of its partner in the nearest key.

    The assignment costs least in total over all regions (Kuhn 1955, Munkres 1957), after the
    costs were relaxed by what neighboring regions match.
    """

    def prepare(self, shot: KeyedShot) -> None:
        """See `Method.prepare`."""
        self._shot = shot
        painted = PaintedKeys.of(shot)
        self._palette = painted.palette
        self._keys = {}
        for key, regions in painted.regions.items():
            finer, colors = split_by_paint(regions, painted.paint[key])
            tokens = tokenize(finer)
            self._keys[key] = _Key(tokens, _looks(tokens), colors)

    def color(self, index: int) -> NDArray[np.uint8]:
        """See `Method.color`."""
        line = self._shot.lines[index]
        regions = find_regions(line, self._shot.gap)
        key = self._keys[self._shot.nearest_key(index)]
        tokens = tokenize(regions)
        cost = _relaxed(_cost(tokens, _looks(tokens), key), tokens.adjacency, key.tokens.adjacency)
        colors = key.colors[_partners(cost)]
        return self._palette[colors[regions.labels]]


def _looks(tokens: DrawingTokens) -> NDArray[np.float32]:
    """(R, n) float32 in 0..1, the crops around each region, coarse."""
    flat = tokens.crops.reshape(-1, *tokens.crops.shape[2:])
    small = [
        cv2.resize(crop, (_LOOKS_SIDE, _LOOKS_SIDE), interpolation=cv2.INTER_AREA) for crop in flat
    ]
    return (np.stack(small) / np.float32(255)).reshape(len(tokens), -1).astype(np.float32)


def _cost(tokens: DrawingTokens, looks: NDArray[np.float32], key: _Key) -> NDArray[np.float32]:
    """(R, S) float32, how unlike the regions of drawing and key are."""
    assert tokens.geometry.shape[1] == GEOMETRY == len(_GEOMETRY_WEIGHTS)
    cost = np.empty((len(tokens), len(key.tokens)), np.float32)
    for region in range(len(tokens)):
        shape = np.abs(tokens.geometry[region] - key.tokens.geometry) @ _GEOMETRY_WEIGHTS
        view = np.abs(looks[region] - key.looks).mean(axis=1)
        cost[region] = shape + _LOOKS_WEIGHT * view
    return cost


def _relaxed(
    cost: NDArray[np.float32], around: NDArray[np.float32], key_around: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Costs lowered where the neighbors of two regions match as well."""
    result = cost
    for _ in range(_ROUNDS):
        belief = np.exp(-_SHARPNESS * (result - result.min(axis=1, keepdims=True)))
        belief /= belief.sum(axis=1, keepdims=True)
        result = cost - _NEIGHBORS * (around @ belief @ key_around.T)
    return result


def _partners(cost: NDArray[np.float32]) -> NDArray[np.int64]:
    """(R,) int64, the key region of each region."""
    best = cost.argmin(axis=1)
    rows, columns = linear_sum_assignment(cost)
    fine = cost[rows, columns] <= cost[rows, best[rows]] + _SLACK
    best[rows[fine]] = columns[fine]
    return best
