"""Filling holes in lines the way somebody would draw on."""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from model.manifest import BUNDLED, load_listed, read_manifest
from model.networks.checkpoint import load_line_completion
from model.networks.line_completion import MULTIPLE, LineCompletion

# The network looks at squares of this many pixels around loose ends, and what it says of their
# margin, where it cannot see far enough, does not count.
_SIDE, _MARGIN = 80, 16
# A square serves all ends this near to its middle.
_SERVED = 14
# Where there are so many ends that squares would cover more than the picture, it is looked at in
# bands of so many rows.
_BAND = 240
# Pixels that are looked at together.
_AT_ONCE = 200_000
# Logit from which on a pixel counts as ink: an opening that was drawn is lost when it is closed,
# while a hole that stays open may still be bridged.
_SURE = 1.5
# A piece with so much of its outline along ink fills a bite in a thick line.
_BITE = 0.5

_INNER = slice(_MARGIN, -_MARGIN)
_SQUARE = np.ones((3, 3), np.uint8)


def completed(ink: NDArray[np.bool_], missing: NDArray[np.float32], gap: int) -> NDArray[np.bool_]:
    """Lines with ink where they have holes.

    Args:
        ink: (H, W) bool, where the lines are.
        missing: (H, W) float32 of `missing_ink`.
        gap: widest hole that is filled, in pixels.

    Returns:
        (H, W) bool; `ink` itself where nothing was filled.
    """
    filled = (missing > _SURE) & ~ink
    if not filled.any():
        return ink
    count, pieces = cv2.connectedComponents(filled.astype(np.uint8), connectivity=8)
    distance = cv2.distanceTransform((~ink).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_5)
    farthest = np.zeros(count, np.float32)
    np.maximum.at(farthest, pieces[filled], distance[filled])
    # The middle pixel of a hole of g pixels is (g + 1) / 2 from the ink on either side.
    wanted = (farthest <= (gap + 1) / 2 + 0.5) & _closing(ink, pieces, count)
    wanted[0] = False
    if not wanted.any():
        return ink
    return np.asarray(ink | wanted[pieces])


def _closing(ink: NDArray[np.bool_], pieces: NDArray[np.int32], count: int) -> NDArray[np.bool_]:
    """(count,) whether a piece leads from ink to ink, or fills a bite.

    Others only lengthen a line into a hole that is too wide to be filled, which then would look
    narrower than it is.
    """
    near = ink & (cv2.dilate((pieces > 0).astype(np.uint8), _SQUARE) > 0)
    touched, contacts = cv2.connectedComponents(near.astype(np.uint8), connectivity=8)
    rows, columns = np.nonzero(pieces)
    numbers = pieces[rows, columns].astype(np.int64)
    outside, contacts = np.pad(pieces, 1) == 0, np.pad(contacts, 1)
    edges, inked = np.zeros(count), np.zeros(count)
    pairs = []
    for dy, dx in ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (1, -1), (-1, 1), (-1, -1)):
        beside = rows + 1 + dy, columns + 1 + dx
        contact = contacts[beside]
        pairs.append((numbers * touched + contact)[contact > 0])
        if dy * dx == 0:
            edges += np.bincount(numbers, outside[beside], count)
            inked += np.bincount(numbers, contact > 0, count)
    ends = np.bincount(np.unique(np.concatenate(pairs)) // touched, minlength=count)
    return (ends > 1) | (inked >= _BITE * edges)


def missing_ink(ink: NDArray[np.bool_], ends: NDArray[np.int64]) -> NDArray[np.float32]:
    """How sure the network is that ink is missing.

    Args:
        ink: (H, W) bool, where the lines are.
        ends: (N, 2) int64, (y, x) of loose ends; far from all of them nothing may be looked at.

    Returns:
        (H, W) float32 logits, minus infinity where nothing was looked at.

    Raises:
        WeightsError: the network's weights are missing or damaged.
    """
    height, width = ink.shape
    corners, sides = _middles(ends) - _SIDE // 2, (_SIDE, _SIDE)
    bands, band = _bands(height, width)
    if len(corners) * _SIDE * _SIDE > len(bands) * band[0] * band[1]:
        corners, sides = bands, band
    padded = np.pad(ink, ((_SIDE, _SIDE + _BAND), (_SIDE, _SIDE + MULTIPLE)))
    said = np.full(padded.shape, -np.inf, np.float32)
    together = max(1, _AT_ONCE // (sides[0] * sides[1]))
    for first in range(0, len(corners), together):
        some = [
            np.s_[top + _SIDE : top + _SIDE + sides[0], left + _SIDE : left + _SIDE + sides[1]]
            for top, left in corners[first : first + together]
        ]
        answers = _network_logits(np.stack([padded[window] for window in some]))
        for window, answer in zip(some, answers, strict=True):
            inner = said[window][_INNER, _INNER]
            np.maximum(inner, answer[_INNER, _INNER], out=inner)
    return said[_SIDE : _SIDE + height, _SIDE : _SIDE + width]


def _middles(ends: NDArray[np.int64]) -> NDArray[np.int64]:
    """(M, 2) some of the ends, such that each end is near one of them."""
    chosen = []
    waiting = ends
    while len(waiting):
        chosen.append(waiting[0])
        waiting = waiting[np.abs(waiting - waiting[0]).max(axis=1) > _SERVED]
    return np.array(chosen, np.int64).reshape(-1, 2)


def _bands(height: int, width: int) -> tuple[NDArray[np.int64], tuple[int, int]]:
    """Corners and sides of bands that cover the whole picture with their inner part."""
    inner = min(_BAND, _rounded(height))
    tops = np.arange(0, height, inner) - _MARGIN
    corners = np.stack([tops, np.full(len(tops), -_MARGIN)], axis=1)
    return corners, (inner + 2 * _MARGIN, _rounded(width) + 2 * _MARGIN)


def _rounded(pixels: int) -> int:
    return -(-pixels // MULTIPLE) * MULTIPLE


@torch.inference_mode()
def _network_logits(squares: NDArray[np.bool_]) -> NDArray[np.float32]:
    """(N, h, w) of (N, h, w) ink."""
    ink = torch.from_numpy(squares.astype(np.float32))[:, None]
    answer: NDArray[np.float32] = _network()(ink)[:, 0].numpy()
    return answer


@lru_cache(maxsize=1)
def _network() -> LineCompletion:
    # What a region is must not depend on which show is open: this network is never fine-tuned.
    manifest = read_manifest(BUNDLED)
    return load_listed(BUNDLED, manifest, "line_completion", load_line_completion)
