"""Bridges over holes in lines: from a loose end of a line to where the line would go on.

A hole leaves two loose ends that point at each other, or one that points at the side of another
line. A basin of the distance field does not know that; it takes the hole in the outline of an
eye, which is as wide as the eye itself, for an opening that somebody drew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from skimage.morphology import skeletonize

# A bridge may bend away from the direction of its line by this much (cosine).
_AHEAD = 0.3
# Ink that can be reached along the lines in less than this many times the straight way is the
# same stroke, not the other side of a hole.
_DETOUR = 2.2
# Ends are looked back at over this many pixels to see where they point.
_LOOK_BACK = 7
# A loose end on the far side that points back makes a bridge so much shorter in the choice.
_MEETING_BONUS = 0.55
# Two ends that point at each other may be so much farther apart than an end and a line.
_MEETING_REACH = 1.4
# Across wider holes, in pixels, an end no longer tells where its line goes on; the basins of the
# distance field close those alone.
_WIDEST = 16
# Pixels of windows around ends that are looked at together: hatching has thousands of ends.
_AT_ONCE = 2_000_000

Bridge = tuple[tuple[int, int], tuple[int, int]]

_CROSS = np.array([[0, 1, 0], [1, 1, 1], [0, 1, 0]], np.uint8)
_SQUARE = np.ones((3, 3), np.uint8)


@dataclass(frozen=True, eq=False)
class _Ends:
    """N loose ends: where they are, where they point, and how thick their lines are.

    Attributes:
        places: (N, 2) int64, (y, x).
        ways: (N, 2) float32 unit vectors (y, x); zero for a dot, which points nowhere.
        widths: (N,) float32, half the thickness of the line.
    """

    places: NDArray[np.int64]
    ways: NDArray[np.float32]
    widths: NDArray[np.float32]

    def some(self, rows: slice) -> _Ends:
        """Those of these rows."""
        return _Ends(self.places[rows], self.ways[rows], self.widths[rows])


def find_bridges(ink: NDArray[np.bool_], gap: int) -> list[Bridge]:
    """Bridges over the holes of lines.

    Args:
        ink: (H, W) bool, where the lines are.
        gap: widest hole, in pixels, that is bridged; 0 bridges none, more than 16 counts as 16.

    Returns:
        (y, x) of the loose end that each starts from, and of where it leads.
    """
    if gap <= 0 or not ink.any():
        return []
    thickness = cv2.distanceTransform(ink.astype(np.uint8), cv2.DIST_L2, 3)
    ends = _loose_ends(skeletonize(ink), thickness)
    if not len(ends.places):
        return []
    return list(_bridges(ink, ends, min(gap, _WIDEST) + 2))


def with_bridges(ink: NDArray[np.bool_], bridges: Sequence[Bridge]) -> NDArray[np.bool_]:
    """(H, W) bool, lines and their bridges, which are one pixel wide."""
    if not bridges:
        return ink
    bridged = ink.astype(np.uint8)
    for start, stop in bridges:
        cv2.line(bridged, start[::-1], stop[::-1], 1, 1, cv2.LINE_8)
    return bridged.astype(bool)


def _loose_ends(skeleton: NDArray[np.bool_], thickness: NDArray[np.float32]) -> _Ends:
    thin = skeleton.astype(np.uint8)
    around = cv2.filter2D(thin, cv2.CV_8U, _SQUARE, borderType=cv2.BORDER_CONSTANT) - thin
    places = np.argwhere(skeleton & (around <= 1))
    # A line that leaves the picture has no end there.
    inside = ((places > 0) & (places < np.array(skeleton.shape) - 1)).all(axis=1)
    places = places[inside]
    side = 2 * _LOOK_BACK + 1
    windows = _windows(skeleton, places, _LOOK_BACK)
    steps = _steps_from_center(windows, _LOOK_BACK)
    grid = np.indices((side, side)).reshape(2, -1).T - _LOOK_BACK
    far = (steps >= _LOOK_BACK // 2) & (steps <= _LOOK_BACK)
    weights = far.reshape(len(places), side * side).astype(np.float32)
    back = weights @ grid.astype(np.float32)
    length = np.linalg.norm(back, axis=1, keepdims=True)
    ways = np.where(length > 0, -back / np.maximum(length, 1e-6), 0).astype(np.float32)
    return _Ends(places, ways, thickness[places[:, 0], places[:, 1]])


def _bridges(ink: NDArray[np.bool_], ends: _Ends, reach: int) -> Iterator[Bridge]:
    """(y, x) of both ends of each bridge."""
    radius = int(np.ceil(_MEETING_REACH * reach + min(float(ends.widths.max()), 6.0)))
    number = np.zeros(ink.shape, np.int32)
    number[ends.places[:, 0], ends.places[:, 1]] = np.arange(1, len(ends.places) + 1)
    together = max(1, _AT_ONCE // (2 * radius + 1) ** 2)
    for first in range(0, len(ends.places), together):
        some = ends.some(slice(first, first + together))
        meeting = _meeting(_windows(number, some.places, radius), ends)
        yield from _best(_windows(ink, some.places, radius), some, meeting, reach)


def _best(
    windows: NDArray[np.bool_], ends: _Ends, meeting: NDArray[np.bool_], reach: int
) -> Iterator[Bridge]:
    """The best bridge of each end within its (2r+1, 2r+1) window of ink, if there is any."""
    side = windows.shape[1]
    radius = side // 2
    steps = _steps_from_center(windows, int(_DETOUR * radius) + 2)
    grid = np.moveaxis(np.indices((side, side)), 0, -1) - radius
    away = np.linalg.norm(grid, axis=-1).astype(np.float32)
    ahead = np.einsum("yxc,nc->nyx", grid.astype(np.float32), ends.ways) / np.maximum(away, 1)
    pointless = (ends.ways == 0).all(axis=1)
    ahead[pointless] = 1
    limit = np.where(meeting, _MEETING_REACH * reach, reach) + ends.widths[:, None, None]
    possible = windows & (away <= limit) & (ahead >= _AHEAD)
    possible &= (steps < 0) | (steps > _DETOUR * away + 2)
    cost = away * (2 - ahead) * np.where(meeting, np.float32(_MEETING_BONUS), np.float32(1))
    cost[~possible] = np.inf
    flat = cost.reshape(len(cost), -1)
    best = flat.argmin(axis=1)
    for end in np.flatnonzero(np.isfinite(flat[np.arange(len(flat)), best])):
        goal = ends.places[end] + grid.reshape(-1, 2)[best[end]]
        place = ends.places[end]
        yield (int(place[0]), int(place[1])), (int(goal[0]), int(goal[1]))


def _meeting(near: NDArray[np.int32], ends: _Ends) -> NDArray[np.bool_]:
    """Where around an end other ends point towards it.

    Args:
        near: (N, 2r+1, 2r+1) int32 around each end: 0, or 1 + the number of the end there.
        ends: all ends.
    """
    radius = near.shape[1] // 2
    which, y, x = np.nonzero(near)
    other = near[which, y, x] - 1
    toward = -(np.stack([y, x], axis=1) - radius).astype(np.float32)
    facing = (ends.ways[other] * toward).sum(axis=1) > 0.3 * np.linalg.norm(toward, axis=1)
    result = np.zeros(near.shape, bool)
    result[which, y, x] = facing | (ends.ways[other] == 0).all(axis=1)
    return result


def _windows(image: NDArray, places: NDArray[np.int64], radius: int) -> NDArray:
    """(N, 2r+1, 2r+1) copies of the image around each place; empty beyond its border."""
    padded = np.pad(image, radius)
    views = np.lib.stride_tricks.sliding_window_view(padded, (2 * radius + 1,) * 2)
    return views[places[:, 0], places[:, 1]]


def _steps_from_center(windows: NDArray[np.bool_], most: int) -> NDArray[np.int16]:
    """(N, s, s) int16: how many pixels of ink away from the middle, -1 where not reached."""
    if not len(windows):
        return np.zeros(windows.shape, np.int16)
    side = windows.shape[1]
    # One tall picture of all windows, a blank row and column between them, lets one call of
    # OpenCV take a step in all of them.
    tall = np.zeros((len(windows), side + 1, side), np.uint8)
    tall[:, :side] = windows
    allowed = tall.reshape(-1, side)
    reached = np.zeros_like(tall)
    reached[:, side // 2, side // 2] = 1
    reached = reached.reshape(-1, side)
    steps = np.where(reached > 0, 0, -1).astype(np.int16)
    for step in range(1, most + 1):
        # Square and cross in turn: eight-connected steps that measure diagonals fairly.
        grown = cv2.dilate(reached, _SQUARE if step % 2 else _CROSS) & allowed
        fresh = grown > reached
        if not fresh.any() and step % 2:
            break
        steps[fresh] = step
        reached = grown
    return steps.reshape(len(windows), side + 1, side)[:, :side]
