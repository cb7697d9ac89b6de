"""Which keys of other shots are worth looking at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from model.colorizer import Colorizer
from model.key_features import KeyDrawing, KeyFeatures
from model.lent_keys import Lent, LentKey
from model.matching import DrawingMatcher
from model.painting.near_colors import near_rows
from model.painting.regions import find_regions
from model.region_sets import EncodedRegions

_T = TypeVar("_T")

_PAPER, _STEP = 255, 3
_STUDIED = 6  # candidates; studying and comparing one takes about half a second
MOST = 4  # lent keys: each takes as much time as a key of the shot
# A key that shows less of a drawing, as a share of its regions, is of something else. Among ten
# shots of seven characters, keys of the same one had .88 and more by regions and colors, .58 and
# more by regions alone (.33 and .50 where half of the colors differ), others .65 and .45 at most.
_SHOWS_COLORS, _SHOWS_REGIONS = 0.75, 0.48


def keys_with_lent(
    colorizer: Colorizer,
    own: Sequence[KeyDrawing],
    others: Sequence[KeyDrawing],
    lines: Sequence[NDArray[np.uint8]],
    gap: int,
) -> tuple[KeyFeatures, list[int]]:
    """Study the keys of a shot, and keys of other shots beside them or in their place.

    Args:
        colorizer: studies them.
        own: keys of the shot in chronological order; there may be none.
        others: keys of other shots, which may show other things, the most likely ones first:
            six are studied at most, those in other colors left out at once.
        lines: (H, W) uint8 gray line art of some drawings of the shot.
        gap: holes in lines up to this many pixels are closed.

    Returns:
        The keys, and which of the others are among them. Where the shot has no keys, these are
        its keys, in no order of time: every drawing is to be colored from all of them.

    Raises:
        ValueError: there is no key, or none of the others shows what the lines show.
    """
    if not own:
        lent = _studied(colorizer, others, range(len(others))[:_STUDIED], gap)
        chosen = _choose(colorizer, lines, list(lent.values()), None, gap)
        return colorizer.encode_keys([others[row] for row in chosen], gap), chosen
    keys = colorizer.encode_keys(own, gap)
    able = [row for row, one in enumerate(others) if _has_paint(one, keys.palette)]
    lent = _studied(colorizer, others, able[:_STUDIED], gap)
    rows = _choose(colorizer, lines, list(lent.values()), keys.palette, gap)
    chosen = [list(lent)[row] for row in rows]
    return replace(keys, lent=Lent.of([lent[row] for row in chosen], keys.palette)), chosen


def _studied(
    colorizer: Colorizer, others: Sequence[KeyDrawing], rows: Sequence[int], gap: int
) -> dict[int, LentKey]:
    works = [partial(colorizer.lend, others[row], gap) for row in rows]
    return dict(zip(rows, colorizer.workers.together(works), strict=True))


def _has_paint(key: KeyDrawing, palette: NDArray[np.uint8]) -> bool:
    """Whether most of the paint of a key may be that of a shot; a look at some of its pixels."""
    seen, lines = key.color[::_STEP, ::_STEP], key.line[::_STEP, ::_STEP]
    paint = seen[(seen[..., 3] > 0) & (lines == _PAPER)]
    colors, counts = np.unique(paint, axis=0, return_counts=True)
    is_known = near_rows(colors, palette) < len(palette)
    return 2 * int(counts[is_known].sum()) >= len(paint)


def samples(drawings: Sequence[_T]) -> list[_T]:
    """A few drawings that stand for a shot: at a quarter, the half, and three quarters of it."""
    last = len(drawings) - 1
    return [drawings[place] for place in sorted({last // 4, last // 2, last - last // 4})]


def _choose(
    colorizer: Colorizer,
    lines: Sequence[NDArray[np.uint8]],
    candidates: Sequence[LentKey],
    palette: NDArray[np.uint8] | None,
    gap: int,
) -> list[int]:
    """The keys that show most of a shot's drawings together, the most telling first.

    Args:
        colorizer: whose region matcher is asked.
        lines: (H, W) uint8 gray line art of some drawings of the shot.
        candidates: keys of other shots.
        palette: (P, 4) uint8 RGBA of the shot, outside of which nothing counts; None while the
            shot has no keys of its own.
        gap: holes in lines up to this many pixels are closed.

    Returns:
        Positions among the candidates; none where they show other things, or nothing is to be seen.
    """
    if not candidates or not lines:
        return []
    shown = _shown(colorizer, lines, candidates, palette, gap)
    enough = _SHOWS_REGIONS if palette is None else _SHOWS_COLORS
    able = [row for row, one in enumerate(shown) if one.mean() >= enough]
    chosen: list[int] = []
    known = np.zeros(shown.shape[1], np.float32)
    while able and len(chosen) < MOST:
        best = max(able, key=lambda row: float(np.maximum(known, shown[row]).sum()))
        able.remove(best)
        chosen.append(best)
        known = np.maximum(known, shown[best])
    return chosen


def _shown(
    colorizer: Colorizer,
    lines: Sequence[NDArray[np.uint8]],
    candidates: Sequence[LentKey],
    palette: NDArray[np.uint8] | None,
    gap: int,
) -> NDArray[np.float32]:
    """(candidates, all regions of the drawings) float32, belief that a key shows a region."""
    regions = colorizer.workers.together(partial(find_regions, line, gap) for line in lines)
    parts = colorizer.workers.together(partial(colorizer.matcher.encode, one) for one in regions)
    asked = [
        partial(_recognized, colorizer.matcher, one, key)
        if palette is None
        else partial(_in_palette, colorizer.matcher, one, key, palette)
        for key in candidates
        for one in parts
    ]
    told = colorizer.workers.together(asked)
    rows = [told[at : at + len(parts)] for at in range(0, len(told), len(parts))]
    return np.array([np.concatenate(row) for row in rows], np.float32)


def _in_palette(
    matcher: DrawingMatcher, drawing: EncodedRegions, key: LentKey, palette: NDArray[np.uint8]
) -> NDArray[np.float32]:
    """(R,) float32, belief that a key shows a region in a color of the shot."""
    lent = Lent.of([key], palette)
    return matcher.colors(drawing, lent.parts, lent.colors, len(palette)).sum(axis=1)


def _recognized(
    matcher: DrawingMatcher, drawing: EncodedRegions, key: LentKey
) -> NDArray[np.float32]:
    """(R,) float32, belief that a region is one certain region of a key.

    The belief that a key shows a region at all is high for keys of anything: each region looks
    like something. Both directions seldom agree on what, unless it is the same.
    """
    return matcher.link(key.parts, drawing).same.max(axis=1).toarray().ravel()
