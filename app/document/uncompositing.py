"""Taking the lines off a composite again: which paint lies under their soft borders."""

from __future__ import annotations

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
    paints = _paints(codes[alphas == 0])
    if not len(paints):
        return color
    inks, blends = _unpacked(layer[soft]), _unpacked(codes[soft])
    bare = _bared(blends, inks)
    within = (_ROUNDING / (1 - inks[:, 3] / 255)).astype(np.float32)
    rows = _rows(bare, paints, within)
    # What is a paint as it stands has no ink over it.
    as_it_is = np.isin(codes[soft], _packed(paints))
    if np.count_nonzero(rows >= 0) <= np.count_nonzero(as_it_is):
        return color
    hardly = (rows < 0) & (inks[:, 3] <= 255 * _HARDLY_INK) & (bare[:, 3] > 254)
    if hardly.any():
        lightest = np.argsort(inks[hardly, 3], kind="stable")
        paints = np.concatenate([paints, _apart(bare[hardly][lightest])])
        rows = _rows(bare, paints, within)
    codes = codes.copy()
    codes[soft] = np.where(rows >= 0, _packed(paints)[rows], codes[soft])
    return _unpacked(codes)


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


def _bared(blends: NDArray[np.uint8], inks: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(N, 4) premultiplied RGBA of what lies under ink of partial alpha."""
    share = inks[:, 3:].astype(np.float32) / 255
    opaque = np.concatenate([inks[:, :3], np.full((len(inks), 1), 255, np.uint8)], axis=1)
    return (_premultiplied(blends) - share * opaque) / (1 - share)


def _apart(bare: NDArray[np.float32]) -> NDArray[np.uint8]:
    """(P, 4) uint8 opaque RGBA: of N colors those that rounding cannot have made of another."""
    codes = np.ascontiguousarray(np.rint(bare).clip(0, 255).astype(np.uint8))
    _, first = np.unique(_packed(codes), return_index=True)
    left = codes[np.sort(first)]
    kept: list[NDArray[np.uint8]] = []
    while len(left) and len(kept) < _MOST_PAINTS:
        kept.append(left[0])
        left = left[np.abs(left.astype(np.int16) - left[0]).max(axis=1) > _ROUNDING]
    return np.array(kept, np.uint8).reshape(-1, 4)


def _rows(
    bare: NDArray[np.float32], paints: NDArray[np.uint8], within: NDArray[np.float32]
) -> NDArray[np.intp]:
    """(N,) the paint of each pixel; -1 where none is near enough in every channel."""
    known, rows = _premultiplied(paints), []
    for start in range(0, len(bare), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        away = np.abs(bare[part, None] - known).max(axis=2)
        nearest = away.argmin(axis=1)
        near = away[np.arange(len(nearest)), nearest] <= within[part]
        rows.append(np.where(near, nearest, -1))
    return np.concatenate(rows)


def _premultiplied(colors: NDArray[np.uint8]) -> NDArray[np.float32]:
    result = colors.astype(np.float32)
    result[:, :3] *= result[:, 3:] / np.float32(255)
    return result
