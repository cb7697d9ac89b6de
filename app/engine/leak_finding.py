"""Where a region spills: its narrow passages, and which gap distance would close them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import dist

from app.document.gap_closing import WIDEST_GAP, GapClosing, Point
from app.document.shot import Drawing
from app.engine.line_reading import read_lines
from app.engine.region_finding import find_regions

# Wider passages than this are drawn on purpose, unless the gap distance is as wide already.
_WIDEST_LEAK = 24
_BEYOND_THE_GAP = 12
# Pixels. With other gaps closed, the middle of a passage is found a little beside.
_SAME_PLACE = 3


@dataclass(frozen=True)
class Leak:
    """A passage through which a region may have spilled.

    Attributes:
        point: the pixel in its middle.
        width: in pixels.
        gap: the gap distance that closes it.
    """

    point: Point
    width: int
    gap: int

    def is_at(self, point: Point) -> bool:
        """True when a pixel is in the middle of it, or as good as."""
        return dist(self.point, point) <= self.width / 2 + _SAME_PLACE


@dataclass(frozen=True)
class Leaks:
    """What was found in one region.

    Attributes:
        number: of the drawing.
        closing: how gaps were closed there.
        searched_to: passages that a gap distance up to this many pixels closes were looked for.
        found: the leaks, the likeliest first.
        left: passages that somebody said are no leaks.
        together: gap distance that closes all of them, or the most, and how many it closes.
    """

    number: int
    closing: GapClosing
    searched_to: int
    found: tuple[Leak, ...]
    left: tuple[Leak, ...] = ()
    together: tuple[int, int] = (0, 0)


def find_leaks(
    drawing: Drawing, closing: GapClosing, point: Point, left_open: Sequence[Point] = ()
) -> Leaks:
    """Find the passages of the region under a point.

    Args:
        drawing: its line art is read.
        closing: how its gaps are closed.
        point: a pixel of the drawing.
        left_open: a pixel in the middle of each passage that is no leak.

    Raises:
        ImageError: the file cannot be read.
    """
    from model.lines.distance_field import ink_mask
    from model.painting.passages import closed_together, find_passages

    labels = find_regions(drawing, closing).labels
    ink = ink_mask(read_lines(drawing.path, closing.strokes))
    widest = min(WIDEST_GAP, max(_WIDEST_LEAK, closing.gap + _BEYOND_THE_GAP))
    inside = labels == labels[point[1], point[0]]
    passages = find_passages(ink, inside, closing.gap, widest)
    leaks = [Leak((one.x, one.y), one.width, one.gap) for one in passages]
    is_left = [any(leak.is_at(pixel) for pixel in left_open) for leak in leaks]
    found = tuple(leak for leak, left in zip(leaks, is_left, strict=True) if not left)
    left = tuple(leak for leak, left in zip(leaks, is_left, strict=True) if left)
    gap = max((one.gap for one in found), default=0)
    closes = len(found)
    if len(found) > 1:
        open_ones = [one for one, left in zip(passages, is_left, strict=True) if not left]
        closes = closed_together(ink, inside, open_ones, gap)
    return Leaks(drawing.number, closing, widest, found, left, (gap, closes))


def in_words(leaks: Leaks) -> list[str]:
    """Sentences about what was found, and what can be done about it."""
    words = [_found_in_words(leaks)]
    if leaks.found:
        words.append("X leaves the framed one as drawn.")
    if len(leaks.left) == 1:
        words.append("1 passage stays as drawn; click it and press X to take that back.")
    elif leaks.left:
        words.append(
            f"{len(leaks.left)} passages stay as drawn; click one and press X to take that back."
        )
    return words


def _found_in_words(leaks: Leaks) -> str:
    found = leaks.found
    if not found and leaks.left:
        return "No leak is left in this region."
    if not found:
        return (
            "This region does not leak: it has no passage that a gap of up to "
            f"{leaks.searched_to} px would close."
        )
    if len(found) == 1:
        one = found[0]
        return (
            f"1 leak, {one.width} px wide; a gap of {one.gap} px would close it, "
            "or a stroke across it (G)."
        )
    gap, closes = leaks.together
    narrowest = min(one.width for one in found)
    if not closes:
        # Each alone would be closed, but not where others are closed as well.
        return f"{len(found)} leaks, the narrowest {narrowest} px wide; strokes (G) close each one."
    which = "all" if closes == len(found) else f"{closes}"
    return (
        f"{len(found)} leaks, the narrowest {narrowest} px wide; a gap of {gap} px would close "
        f"{which} of them, strokes (G) each one."
    )
