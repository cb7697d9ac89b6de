"""How the view is divided between the drawing and the one it is compared with."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Compare(enum.Enum):
    """Ways to see two drawings at once."""

    NONE = "none"
    WIPE = "wipe"
    SIDE_BY_SIDE = "side by side"


@dataclass(frozen=True)
class Pane:
    """An upright strip of the view, in device pixels.

    Attributes:
        left, right: where it begins and ends.
        origin: where the view's transform has its x = 0.
        shows_other: True for the drawing compared with, False for the current one.
    """

    left: int
    right: int
    origin: int = 0
    shows_other: bool = False


def lay_panes(compare: Compare, width: int, divider: float, other_first: bool) -> tuple[Pane, ...]:
    """Divide a view.

    Args:
        compare: the way to compare.
        width: of the view.
        divider: place of the wipe's divider, 0 (left) to 1.
        other_first: the other drawing is on the left.
    """
    if compare is Compare.NONE:
        return (Pane(0, width),)
    if compare is Compare.WIPE:
        cut = round(width * min(max(divider, 0.0), 1.0))
        return (
            Pane(0, cut, shows_other=other_first),
            Pane(cut, width, shows_other=not other_first),
        )
    half = pane_width(compare, width)
    return (
        Pane(0, half, 0, other_first),
        Pane(width - half, width, width - half, not other_first),
    )


def pane_width(compare: Compare, width: int) -> int:
    """Room for one drawing; pictures side by side keep a hairline between them."""
    return (width - 2) // 2 if compare is Compare.SIDE_BY_SIDE else width
