"""Taking the lines off a composite again: which paint lies under their soft borders."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from app.document.compositing import ink_layer

# A color that so many pixels off the lines have is paint, or as good as paint.
_LEAST_PIXELS = 6
_MOST_PAINTS = 500
# Under more ink than this rounding leaves too little of a paint to know it by.
_MOST_INK = 0.7
# Under less than this a paint comes out as it was, also when it is nowhere bare.
_HARDLY_INK = 0.15
# Levels that rounding twice, or cutting off, puts a blend off.
_ROUNDING = 2.0
_AT_ONCE = 8192
# With less paper that no line touches, what lies over the rest is the grain of paper.
_LEAST_PAPER = 0.05

Found = tuple[NDArray[np.intp], NDArray[np.uint8]]
"""(N,) rows, -1 for none, of the (P, 4) uint8 RGBA paints that come with them."""
_NOTHING: Found = (np.zeros(0, np.intp), np.zeros((0, 4), np.uint8))


def without_lines(color: NDArray[np.uint8], line_art: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """A key's color image with the soft borders of its lines taken off.

    Where lines are anti-aliased, or light all over, the pixels of a composite are part ink, part
    paint, and a narrow region may have no others. The line art tells how much of each is ink.
    The inverse of `composite`, as far as there is one.

    Args:
        color: (H, W, 4) uint8 RGBA, straight alpha: a composite or a color layer.
        line_art: (H, W, 4) uint8 RGBA of the same size.

    Returns:
        (H, W, 4) uint8 RGBA; `color` itself where it is no composite with these lines, as a color
        layer is none, and where the lines have no soft borders.
    """
    codes, layer = _packed(color), _packed(ink_layer(line_art))
    alphas = layer >> 24
    soft = (alphas > 0) & (alphas <= 255 * _MOST_INK)
    if not soft.any():
        return color
    # What is seen, and the ink over it: far fewer pairs than pixels.
    pairs, where, often = np.unique(
        codes[soft].astype(np.uint64) << 32 | layer[soft], return_inverse=True, return_counts=True
    )
    seen = (pairs >> 32).astype(np.uint32)
    blends = Blends(_unpacked(seen), _unpacked(pairs.astype(np.uint32)), often)
    if np.count_nonzero(alphas == 0) >= _LEAST_PAPER * alphas.size:
        rows, paints = blends.paints_among(_paints(codes[alphas == 0]))
    else:
        rows, paints = blends.paints_under_grain()
    if not len(paints):
        return color
    codes = codes.copy()
    codes[soft] = np.where(rows >= 0, _packed(paints)[rows], seen)[where]
    return _unpacked(codes)


@dataclass(frozen=True, eq=False)
class Blends:
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
        return (_premultiplied(self.seen) - share * opaque) / (1 - share)

    @cached_property
    def hardly(self) -> NDArray[np.bool_]:
        """(N,) where so little ink lies over opaque paint that it comes out as it was."""
        return (self.inks[:, 3] <= 255 * _HARDLY_INK) & (self.bare[:, 3] > 254)

    def paints_among(self, paints: NDArray[np.uint8]) -> Found:
        """What the blends were painted with, where most paints are bare somewhere."""
        if not len(paints):
            return _NOTHING
        rows = self._rows(paints)
        # What is a paint as it stands has no ink over it.
        as_it_is = np.isin(_packed(self.seen), _packed(paints))
        if self.often[rows >= 0].sum() <= self.often[as_it_is].sum():
            return _NOTHING
        hidden = (rows < 0) & self.hardly
        if hidden.any():
            lightest = np.argsort(self.inks[hidden, 3], kind="stable")
            paints = np.concatenate([paints, _apart(_rounded(self.bare[hidden][lightest]))])
            rows = self._rows(paints)
        return rows, paints

    def paints_under_grain(self) -> Found:
        """The same where the grain or the tint of scanned paper lies over everything."""
        hardly = self.hardly
        under = _packed(_rounded(self.bare[hardly]))
        found, place = np.unique(under, return_inverse=True)
        # Grain makes many colors of one paint, or it was never over them and taking it off does.
        if len(found) >= len(np.unique(_packed(self.seen[hardly]))):
            return _NOTHING
        counts = np.bincount(place, self.often[hardly], len(found))
        often = np.argsort(-counts, kind="stable")
        paints = _apart(_unpacked(found[often[counts[often] >= _LEAST_PIXELS]]))
        return (self._rows(paints), paints) if len(paints) else _NOTHING

    def _rows(self, paints: NDArray[np.uint8]) -> NDArray[np.intp]:
        """(N,) the paint of each; -1 where none is near enough in every channel."""
        within = _ROUNDING / (1 - self.inks[:, 3] / 255)
        known, rows = _premultiplied(paints), []
        for start in range(0, len(within), _AT_ONCE):
            part = slice(start, start + _AT_ONCE)
            away = np.abs(self.bare[part, None] - known).max(axis=2)
            nearest = away.argmin(axis=1)
            near = away[np.arange(len(nearest)), nearest] <= within[part]
            rows.append(np.where(near, nearest, -1))
        return np.concatenate(rows)


def _packed(colors: NDArray[np.uint8]) -> NDArray[np.uint32]:
    return np.ascontiguousarray(colors).view("<u4")[..., 0]


def _unpacked(codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    return np.ascontiguousarray(codes)[..., None].view(np.uint8)


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
    return _unpacked(found[often])


def _rounded(bare: NDArray[np.float32]) -> NDArray[np.uint8]:
    return np.rint(bare).clip(0, 255).astype(np.uint8)


def _apart(colors: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """(P, 4) uint8 RGBA: those of N that rounding cannot have made of one before them."""
    _, first = np.unique(_packed(colors), return_index=True)
    left = colors[np.sort(first)]
    kept: list[NDArray[np.uint8]] = []
    while len(left) and len(kept) < _MOST_PAINTS:
        kept.append(left[0])
        left = left[np.abs(left.astype(np.int16) - left[0]).max(axis=1) > _ROUNDING]
    return np.array(kept, np.uint8).reshape(-1, 4)


def _premultiplied(colors: NDArray[np.uint8]) -> NDArray[np.float32]:
    result = colors.astype(np.float32)
    result[:, :3] *= result[:, 3:] / np.float32(255)
    return result
