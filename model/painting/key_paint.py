"""The exact paint of a key: its palette, and which palette color every pixel has.

Pixels under the lines are never evidence. A composite has blends of line and paint around its
lines; those must not become palette entries, or an in-between would be painted with them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray
from skimage.measure import label

from model.painting.blends import explained, least_blended
from model.painting.regions import Regions, region_majority, spread_under_ink

# A color that fills a 3x3 square somewhere is paint; a blend along a line never does.
_CORE = np.ones((3, 3), np.uint8)


def gather_palette(
    colors: Sequence[NDArray[np.uint8]], regions: Sequence[Regions]
) -> NDArray[np.uint8]:
    """The exact colors that the keys use, the most used first.

    Args:
        colors: (H, W, 4) uint8 RGBA images of the keys.
        regions: the regions of the line art of each.

    Returns:
        (P, 4) uint8 RGBA, P >= 1, no color twice; fully transparent pixels are one color.
    """
    counts: Counter[int] = Counter()
    narrow = []
    for color, found in zip(colors, regions, strict=True):
        sure, unclear = _paint_codes(packed(color), found)
        counts.update(sure)
        narrow.append(unclear)
    known = unpacked(np.array([code for code, _ in counts.most_common()], np.uint32))
    for color, found, unclear in zip(colors, regions, narrow, strict=True):
        strange = unclear[explained(color, found, unclear, known) < 0]
        counts.update(packed(least_blended(color, found, strange)).tolist())
    ordered = sorted(counts, key=lambda code: (-counts[code], code))
    merged: dict[bool | int, int] = {}
    for code in ordered:
        merged.setdefault(True if code >> 24 == 0 else code, code)
    return unpacked(np.array(list(merged.values()), np.uint32))


def paint_map(
    color: NDArray[np.uint8], regions: Regions, palette: NDArray[np.uint8]
) -> NDArray[np.int32]:
    """Palette row of every pixel of a key, continued under the lines and under blends.

    Args:
        color: (H, W, 4) uint8 RGBA.
        regions: the regions of the key's line art.
        palette: (P, 4) uint8 from `gather_palette` over keys that include this one.

    Returns:
        (H, W) int32, rows of `palette`.
    """
    rows, exact = _exact_rows(packed(color), palette)
    paper = ~regions.ink
    trusted = exact & paper
    if not trusted.any():
        return np.zeros(rows.shape, np.int32)
    if trusted.sum() < paper.sum():
        rows = _without_blends(color, regions, palette, rows, trusted)
    return spread_under_ink(np.where(paper, rows + 1, 0).astype(np.int32)) - 1


def _exact_rows(
    codes: NDArray[np.uint32], palette: NDArray[np.uint8]
) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    """(H, W) palette rows, and where the palette has just that color."""
    known = packed(palette)
    order = np.argsort(known)
    place = np.minimum(np.searchsorted(known[order], codes), len(known) - 1)
    rows = order[place].astype(np.int32)
    exact = known[rows] == codes
    clear = np.flatnonzero(palette[:, 3] == 0)
    if clear.size:
        hollow = codes >> 24 == 0
        rows[hollow], exact[hollow] = clear[0], True
    return rows, exact


def _without_blends(
    color: NDArray[np.uint8],
    regions: Regions,
    palette: NDArray[np.uint8],
    rows: NDArray[np.int32],
    trusted: NDArray[np.bool_],
) -> NDArray[np.int32]:
    """(H, W) palette rows with the blends of each region in its own paint.

    A blend has the paint of the nearest pixel that is sure, unless that one lies across a line,
    where there is another paint.
    """
    kinds = len(palette)
    majority = region_majority(regions, np.where(trusted, rows + 1, 0).astype(np.int32)) - 1
    unclear = np.flatnonzero(majority < 0)
    majority[unclear] = explained(color, regions, unclear, palette)
    is_told = np.zeros(regions.count, bool)
    is_told[unclear] = majority[unclear] >= 0
    owned = regions.labels * np.int32(kinds) + rows + 1
    owner, row = np.divmod(spread_under_ink(np.where(trusted, owned, 0)) - 1, kinds)
    own = majority[regions.labels]
    is_its_own = is_told[regions.labels] | ((owner != regions.labels) & (own >= 0))
    return np.where(is_its_own, own, row).astype(np.int32)


def split_by_paint(regions: Regions, paint: NDArray[np.int32]) -> tuple[Regions, NDArray[np.int32]]:
    """Regions of a key cut also where its paint changes without a line.

    Args:
        regions: the regions that the lines enclose.
        paint: (H, W) int32 palette rows from `paint_map`.

    Returns:
        Finer regions, and (R,) int32 the palette row of each.
    """
    labels, count = label(
        np.where(regions.ink, 0, paint + 1), background=0, connectivity=1, return_num=True
    )
    areas = np.bincount(labels.ravel(), minlength=count + 1)
    # A paint-colored crumb beside a line is anti-aliasing, unless it is a whole enclosed region.
    whole = np.zeros(count + 1, bool)
    inside = labels > 0
    whole[labels[inside]] = areas[labels[inside]] == regions.areas[regions.labels[inside]]
    keep = whole | (areas >= 12)
    keep[0] = False
    if not keep.any():
        return regions, region_majority(regions, paint)
    numbers = np.zeros(count + 1, np.int32)
    numbers[keep] = np.arange(1, int(keep.sum()) + 1)
    labels = numbers[labels]
    ink = labels == 0
    finer = Regions(spread_under_ink(labels) - 1, ink, int(keep.sum()))
    return finer, region_majority(finer, paint)


def packed(color: NDArray[np.uint8]) -> NDArray[np.uint32]:
    """RGBA bytes as one integer a pixel, alpha in the highest byte."""
    return np.ascontiguousarray(color).view("<u4")[..., 0].astype(np.uint32, copy=False)


def unpacked(codes: NDArray[np.uint32]) -> NDArray[np.uint8]:
    """The same RGBA bytes as `packed` made integers of, in one more dimension."""
    return np.ascontiguousarray(codes, "<u4")[..., None].view(np.uint8)


def _paint_codes(
    codes: NDArray[np.uint32], regions: Regions
) -> tuple[dict[int, int], NDArray[np.intp]]:
    """Colors that are paint, with their pixel counts, and the regions that have none for sure.

    A color is paint where it is flat somewhere, or all over most of a region.
    """
    paper = ~regions.ink
    found, counts = np.unique(codes[paper], return_counts=True)
    count_of = dict(zip(found.tolist(), counts.tolist(), strict=True))
    signed = codes.view(np.int32).astype(np.float64)
    flat = cv2.erode(signed, _CORE) == cv2.dilate(signed, _CORE)
    paint = set(np.unique(codes[flat & paper]).tolist())
    order, starts = regions.by_region()
    has_core = np.zeros(regions.count, bool)
    has_core[regions.labels[flat & paper]] = True
    flat_codes = codes.ravel()[order]
    unclear = []
    for region in np.flatnonzero(~has_core):
        inside = flat_codes[starts[region] : starts[region + 1]]
        values, times = np.unique(inside, return_counts=True)
        if 2 * times.max(initial=0) > len(inside):
            paint.add(int(values[times.argmax()]))
        elif len(inside):
            unclear.append(region)
    return {code: count_of[code] for code in paint}, np.array(unclear, np.intp)
