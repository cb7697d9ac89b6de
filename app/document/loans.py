"""Keys of other shots that a coloring was made with, so that one can tell when they change."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from app.document.gap_closing import GapStrokes


class Loan(NamedTuple):
    """A key of another shot, as it was.

    Attributes:
        line: its line art, by which its drawing is known.
        color: its color image.
        strokes: what parted its regions besides the lines.
    """

    line: Path
    color: Path
    strokes: GapStrokes = ()


Loans = frozenset[Loan]
