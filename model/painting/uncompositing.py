"""Taking the lines off a composite again: which paint lies under their soft borders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from model.painting.blends import premultiplied
from model.painting.key_paint import packed, unpacked
from model.painting.regions import spread_under_ink

# A color that so many pixels off the lines have is paint, or as good as paint.
_LEAST_PIXELS = 6
_MOST_PAINTS = 500
# Under more ink than this rounding leaves too little of a paint to know it by.
_MOST_INK = 0.7
# With as much no paint shines through.
_FULL_INK = 0.95
# Under less than this a paint comes out as it was, also when it is nowhere bare.
_HARDLY_INK = 0.15
# Levels that rounding twice, or cutting off, puts a blend off.
_ROUNDING = 2.0
_AT_ONCE = 8192
# With less paper that no line touches, what lies over the rest is the grain of paper.
_LEAST_PAPER = 0.05

# (N,) rows, -1 for none, of the (P, 4) uint8 RGBA paints that come with them.
_Found = tuple[NDArray[np.intp], NDArray[np.uint8]]
_NOTHING: _Found = (np.zeros(0, np.intp), np.zeros((0, 4), np.uint8))


def without_lines(color: NDArray[np.uint8], inks: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """A key's color image with the soft borders of its lines taken off.

    Where lines are anti-aliased, or light all over, the pixels of a composite are part ink, part
    paint, and a narrow region may have no others. The line art tells how much of each is ink; of
    what color it is, the line art or, where lines were colored in the key alone, the key.

    Args:
        color: (H, W, 4) uint8 RGBA, straight alpha: a composite or a color layer.
        inks: (H, W, 4) uint8 RGBA: the line art as ink on nothing.

    Returns:
        (H, W, 4) uint8 RGBA; `color` itself where it is no composite with these lines, as a color
        layer is none, and where the lines have no soft borders.
    """
    codes, layer = packed(color), packed(inks)
    alphas = inks[..., 3]
    soft = (alphas > 0) & (alphas <= 255 * _MOST_INK)
    if not soft.any():
        return color
    has_paper = np.count_nonzero(alphas == 0) >= _LEAST_PAPER * alphas.size
    paints = _paints(codes[alphas == 0]) if has_paper else None
    bare, count = max(
        (_bare(codes[soft], over[soft], paints) for over in (layer, *_own_inks(codes, alphas))),
        key=lambda one: one[1],
    )
    if not count:
        return color
    codes = codes.copy()
    codes[soft] = bare
    return unpacked(codes)


def _own_inks(codes: NDArray[np.uint32], alphas: NDArray[np.uint8]) -> Iterator[NDArray[np.uint32]]:
    """(H, W) packed: the same ink in the color of the nearest full ink of the key, if any."""
    full = np.flatnonzero(alphas >= 255 * _FULL_INK)
    if not len(full):
        return
    numbers = np.zeros(alphas.size, np.int32)
    numbers[full] = np.arange(1, len(full) + 1)
    nearest = spread_under_ink(numbers.reshape(alphas.shape)) - 1
    shares = alphas.astype(np.uint32) << np.uint32(24)
    yield codes.ravel()[full][nearest] & np.uint32(0xFFFFFF) | shares


def _bare(
    seen: NDArray[np.uint32], inks: NDArray[np.uint32], paints: NDArray[np.uint8] | None
) -> tuple[NDArray[np.uint32], int]:
    """(N,) packed colors of N pixels with the ink taken off, and from how many it came off.

    Args:
        seen: (N,) packed, what the picture shows.
        inks: (N,) packed, what lies over it.
        paints: (P, 4) uint8 RGBA that are bare somewhere; None where grain lies over everything.
    """
    # What is seen, and the ink over it: far fewer pairs than pixels.
    pairs, where, often = np.unique(
        seen.astype(np.uint64) << 32 | inks, return_inverse=True, return_counts=True
    )
    shown = (pairs >> 32).astype(np.uint32)
    blends = _Blends(unpacked(shown), unpacked(pairs.astype(np.uint32)), often)
    rows, known = blends.paints_under_grain() if paints is None else blends.paints_among(paints)
    if not len(known):
        return seen, 0
    came_off = rows >= 0
    bare = np.where(came_off, packed(known)[rows], shown)
    return bare[where], int(often[came_off].sum())


@dataclass(frozen=True, eq=False)
class _Blends:
    """N pairs of what a picture shows and of the ink that the line art has there.

    Attributes:
        seen: (N, 4) uint8 RGBA.
        inks: (N, 4) uint8 RGBA, partly transparent.
        often: (N,) int64, pixels of each.
    """

    seen: NDArray[np.uint8]
    inks: NDArray[np.uint8]
    often: NDArray[np.int64]

    @cached_property
    def bare(self) -> NDArray[np.float32]:
        """(N, 4) premultiplied RGBA of what lies under the ink."""
        share = self.inks[:, 3:].astype(np.float32) / 255
        opaque = np.concatenate([self.inks[:, :3], np.full_like(self.inks[:, 3:], 255)], axis=1)
        return (premultiplied(self.seen) - share * opaque) / (1 - share)

    @cached_property
    def hardly(self) -> NDArray[np.bool_]:
        """(N,) where so little ink lies over opaque paint that it comes out as it was."""
        return (self.inks[:, 3] <= 255 * _HARDLY_INK) & (self.bare[:, 3] > 254)

    def paints_among(self, paints: NDArray[np.uint8]) -> _Found:
        """What the blends were painted with, where most paints are bare somewhere."""
        if not len(paints):
            return _NOTHING
        rows = self._rows(paints)
        # What is a paint as it stands has no ink over it.
        as_it_is = np.isin(packed(self.seen), packed(paints))
        if self.often[rows >= 0].sum() <= self.often[as_it_is].sum():
            return _NOTHING
        hidden = (rows < 0) & self.hardly
        if hidden.any():
            lightest = np.argsort(self.inks[hidden, 3], kind="stable")
            paints = np.concatenate([paints, _apart(_rounded(self.bare[hidden][lightest]))])
            rows = self._rows(paints)
        return rows, paints

    def paints_under_grain(self) -> _Found:
        """The same where the grain or the tint of scanned paper lies over everything."""
        hardly = self.hardly
        under = packed(_rounded(self.bare[hardly]))
        found, place = np.unique(under, return_inverse=True)
        # Grain makes many colors of one paint, or it was never over them and taking it off does.
        if len(found) >= len(np.unique(packed(self.seen[hardly]))):
            return _NOTHING
        counts = np.bincount(place, self.often[hardly], len(found))
        often = np.argsort(-counts, kind="stable")
        paints = _apart(unpacked(found[often[counts[often] >= _LEAST_PIXELS]]))
        return (self._rows(paints), paints) if len(paints) else _NOTHING

    def _rows(self, paints: NDArray[np.uint8]) -> NDArray[np.intp]:
        """(N,) the paint of each; -1 where none is near enough in every channel."""
        within = _ROUNDING / (1 - self.inks[:, 3] / 255)
        known, rows = premultiplied(paints), []
        for start in range(0, len(within), _AT_ONCE):
            part = slice(start, start + _AT_ONCE)
            away = np.abs(self.bare[part, None] - known).max(axis=2)
            nearest = away.argmin(axis=1)
            near = away[np.arange(len(nearest)), nearest] <= within[part]
            rows.append(np.where(near, nearest, -1))
        return np.concatenate(rows)


def _paints(codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """(P, 4) uint8 RGBA: the most frequent colors of N pixels that no line touches."""
    if not len(codes):
        return np.zeros((0, 4), np.uint8)
    # Paint is flat: there are far fewer runs of one color to sort than pixels.
    starts = np.flatnonzero(np.diff(codes, prepend=~codes[:1]))
    found, run = np.unique(codes[starts], return_inverse=True)
    counts = np.bincount(run, np.diff(starts, append=len(codes)), len(found))
    often = np.argsort(-counts, kind="stable")[:_MOST_PAINTS]
    often = often[counts[often] >= _LEAST_PIXELS]
    return unpacked(found[often])


def _rounded(bare: NDArray[np.float32]) -> NDArray[np.uint8]:
    return np.rint(bare).clip(0, 255).astype(np.uint8)


def _apart(colors: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """(P, 4) uint8 RGBA: those of N that rounding cannot have made of one before them."""
    _, first = np.unique(packed(colors), return_index=True)
    left = colors[np.sort(first)]
    kept: list[NDArray[np.uint8]] = []
    while len(left) and len(kept) < _MOST_PAINTS:
        kept.append(left[0])
        left = left[np.abs(left.astype(np.int16) - left[0]).max(axis=1) > _ROUNDING]
    return np.array(kept, np.uint8).reshape(-1, 4)
