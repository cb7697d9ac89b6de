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
from model.lent_shelf import LentShelf
from model.matching import LOOKS, DrawingMatcher
from model.painting.near_colors import near_rows
from model.painting.regions import find_regions
from model.region_sets import EncodedRegions

_T = TypeVar("_T")

_PAPER, _STEP = 255, 3
_STUDIED = 6  # candidates; studying and comparing one takes about half a second
MOST = 4  # lent keys: each takes as much time as a key of the shot
# A key that shows less of a drawing, as a share of its regions, is of something else. Among
# twelve shots of nine characters, keys of the same one had .88 and more by regions and colors,
# .46 and more by regions alone (.32 where half of the colors differ), others .63 and .52 at most,
# but for two characters cut from one pattern (.74, .72) and a drawing of few regions (.66).
_SHOWS_COLORS, _SHOWS_REGIONS = 0.75, 0.48


def keys_with_lent(
    colorizer: Colorizer,
    own: Sequence[KeyDrawing],
    others: Sequence[KeyDrawing],
    line: NDArray[np.uint8] | None,
    gap: int,
    shelf: LentShelf | None = None,
) -> tuple[KeyFeatures, list[int]]:
    """Study the keys of a shot, and keys of other shots beside them or in their place.

    Args:
        colorizer: studies them.
        own: keys of the shot in chronological order; there may be none.
        others: keys of other shots, which may show other things, the most likely ones first:
            six are studied at most, those in other colors left out at once.
        line: (H, W) uint8 gray line art of a drawing that stands for the shot; None if there is
            none to look at.
        gap: holes in lines up to this many pixels are closed.
        shelf: what is studied of the others is kept there for the shots that come next.

    Returns:
        The keys, and which of the others are among them. Where the shot has no keys, these are
        its keys, in no order of time: every drawing is to be colored from all of them.

    Raises:
        ValueError: there is no key, or none of the others shows what the lines show.
    """
    lend = partial((shelf or LentShelf()).lent, colorizer, gap=gap)
    if not own:
        lent = colorizer.workers.together([partial(lend, key) for key in others[:_STUDIED]])
        chosen = _choose(colorizer, line, lent, None, gap)
        return colorizer.encode_keys([others[row] for row in chosen], gap), chosen
    keys = colorizer.encode_keys(own, gap)
    able = [row for row, one in enumerate(others) if _has_paint(one, keys.palette)][:_STUDIED]
    lent = colorizer.workers.together([partial(lend, others[row]) for row in able])
    rows = _choose(colorizer, line, lent, keys.palette, gap)
    chosen_keys = Lent.of([lent[row] for row in rows], keys.palette)
    return replace(keys, lent=chosen_keys), [able[row] for row in rows]


def _has_paint(key: KeyDrawing, palette: NDArray[np.uint8]) -> bool:
    """Whether most of the paint of a key may be that of a shot; a look at some of its pixels."""
    seen, lines = key.color[::_STEP, ::_STEP], key.line[::_STEP, ::_STEP]
    paint = seen[(seen[..., 3] > 0) & (lines == _PAPER)]
    colors, counts = np.unique(paint, axis=0, return_counts=True)
    is_known = near_rows(colors, palette) < len(palette)
    return 2 * int(counts[is_known].sum()) >= len(paint)


def telling(drawings: Sequence[_T]) -> list[_T]:
    """The drawings of a shot, those first that best stand for all: from the middle outward."""
    middle = (len(drawings) - 1) // 2
    places = sorted(range(len(drawings)), key=lambda place: abs(place - middle))
    return [drawings[place] for place in places]


def _choose(
    colorizer: Colorizer,
    line: NDArray[np.uint8] | None,
    candidates: Sequence[LentKey],
    palette: NDArray[np.uint8] | None,
    gap: int,
) -> list[int]:
    """The keys that show most of a drawing together, the most telling first.

    Args:
        colorizer: whose region matcher is asked.
        line: (H, W) uint8 gray line art of the drawing.
        candidates: keys of other shots.
        palette: (P, 4) uint8 RGBA of the shot, outside of which nothing counts; None while the
            shot has no keys of its own.
        gap: holes in lines up to this many pixels are closed.

    Returns:
        Positions among the candidates; none where they show other things, or nothing is to be seen.
    """
    if line is None or not candidates:
        return []
    encode = colorizer.matcher.encode
    drawing = colorizer.workers.begin(lambda: encode(find_regions(line, gap))).result()
    ask = _recognized if palette is None else partial(_in_palette, palette=palette)
    works = [partial(ask, colorizer.matcher, drawing, key) for key in candidates]
    shown = colorizer.workers.together(works)
    enough = _SHOWS_REGIONS if palette is None else _SHOWS_COLORS
    able = [row for row, one in enumerate(shown) if one.mean() >= enough]
    chosen: list[int] = []
    known = np.zeros(len(drawing.tokens), np.float32)
    while able and len(chosen) < MOST:
        best = max(able, key=lambda row: float(np.maximum(known, shown[row]).sum()))
        able.remove(best)
        chosen.append(best)
        known = np.maximum(known, shown[best])
    return chosen


def _in_palette(
    matcher: DrawingMatcher, drawing: EncodedRegions, key: LentKey, palette: NDArray[np.uint8]
) -> NDArray[np.float32]:
    """(R,) float32, belief that a key shows a region in a color of the shot."""
    lent = Lent.of([key], palette)
    believed = matcher.colors(drawing, lent.parts, lent.colors, len(palette), LOOKS[:1])
    return believed.sum(axis=1)


def _recognized(
    matcher: DrawingMatcher, drawing: EncodedRegions, key: LentKey
) -> NDArray[np.float32]:
    """(R,) float32, belief that a region is one certain region of a key.

    The belief that a key shows a region at all is high for keys of anything: each region looks
    like something. Both directions seldom agree on what, unless it is the same.
    """
    return matcher.link(key.parts, drawing).same.max(axis=1).toarray().ravel()
