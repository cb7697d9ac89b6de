"""Where a region spills: its narrow passages, and which gap distance would close them."""

from __future__ import annotations

from dataclasses import dataclass

from app.document.gap_closing import WIDEST_GAP, GapClosing, Point
from app.document.shot import Drawing
from app.engine.line_reading import read_lines
from app.engine.region_finding import find_regions

# Wider passages than this are drawn on purpose, unless the gap distance is as wide already.
_WIDEST_LEAK = 24
_BEYOND_THE_GAP = 12


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


@dataclass(frozen=True)
class Leaks:
    """What was found in one region.

    Attributes:
        number: of the drawing.
        closing: how gaps were closed there.
        searched_to: passages that a gap distance up to this many pixels closes were looked for.
        found: the leaks, narrowest first.
        together: gap distance that closes all of them, or the most, and how many it closes.
    """

    number: int
    closing: GapClosing
    searched_to: int
    found: tuple[Leak, ...]
    together: tuple[int, int] = (0, 0)


def find_leaks(drawing: Drawing, closing: GapClosing, point: Point) -> Leaks:
    """Find the passages of the region under a point.

    Args:
        drawing: its line art is read.
        closing: how its gaps are closed.
        point: a pixel of the drawing.

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
    found = tuple(Leak((one.x, one.y), one.width, one.gap) for one in passages)
    gap = max((one.gap for one in found), default=0)
    closes = closed_together(ink, inside, passages, gap) if len(found) > 1 else len(found)
    return Leaks(drawing.number, closing, widest, found, (gap, closes))


def in_words(leaks: Leaks) -> str:
    """What was found, and what can be done about it."""
    found = leaks.found
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
    which = "all" if closes == len(found) else f"{closes}"
    narrowest = min(one.width for one in found)
    return (
        f"{len(found)} leaks, the narrowest {narrowest} px wide; a gap of {gap} px would close "
        f"{which} of them, strokes (G) each one."
    )
