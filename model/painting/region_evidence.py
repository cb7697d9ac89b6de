"""Where the regions of a drawing land in a key: measured, not learned.

Four ways to carry a point from one drawing to the other (same place, same place relative to the
figure, and each of them followed by optical flow between the distance fields), in both
directions. The region matcher weighs them.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from model.painting.region_tokens import FIELD, DrawingTokens

EVIDENCE = 8


def pair_evidence(target: DrawingTokens, key: DrawingTokens) -> NDArray[np.float32]:
    """Share of one region's pixels that land in another, for all pairs of two drawings.

    Args:
        target: R regions.
        key: S regions.

    Returns:
        (R, S, 8) float32 in [0, 1]: four ways of carrying points from target to key, then the
        same four from key to target.
    """
    there, back = _ways(target, key), _ways(key, target)
    return np.concatenate([there, back.transpose(1, 0, 2)], axis=2)


def _ways(source: DrawingTokens, goal: DrawingTokens) -> NDArray[np.float32]:
    points = source.samples.reshape(-1, 2)
    shares = []
    for index in range(len(source.frames)):
        entered = source.frames[index].enter(points)
        flow = _flow(source.fields[index], goal.fields[index])
        moved = entered + _sample(flow, entered)
        for place in (entered, moved):
            shares.append(_landing(source, goal, goal.frames[index].leave(place)))
    return np.stack(shares, axis=2)


def _flow(source: NDArray[np.uint8], goal: NDArray[np.uint8]) -> NDArray[np.float32]:
    method = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    # The preset stops at half the size, where small regions are lost.
    method.setFinestScale(0)
    return method.calc(source, goal, None)


def _sample(flow: NDArray[np.float32], points: NDArray[np.float32]) -> NDArray[np.float32]:
    cells = np.clip(np.rint(points), 0, FIELD - 1).astype(np.int64)
    return flow[cells[:, 1], cells[:, 0]]


def _landing(
    source: DrawingTokens, goal: DrawingTokens, points: NDArray[np.float32]
) -> NDArray[np.float32]:
    """(R, S) share of each source region's samples that land in each goal region."""
    height, width = goal.labels.shape
    x = np.clip(points[:, 0], 0, width - 1).astype(np.int64)
    y = np.clip(points[:, 1], 0, height - 1).astype(np.int64)
    landed = goal.labels[y, x].reshape(len(source), -1)
    rows = np.arange(len(source))[:, None]
    counts = np.bincount(
        (rows * len(goal) + landed).ravel(), minlength=len(source) * len(goal)
    ).reshape(len(source), len(goal))
    return (counts / landed.shape[1]).astype(np.float32)
