"""Keys that the other shots of a show lend to one of them."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from app.document.gap_closing import GapStrokes
from app.document.loans import Loan
from app.document.shot import Drawing, Shot
from app.document.show import ShotState
from app.engine.key_reading import read_key
from app.engine.keys import Key
from app.io.pictures.images import ImageError

# So many are read; a look at their colors tells which of them are studied.
_MOST = 12

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class LentKey:
    """A key of another shot.

    Attributes:
        shot: name of that shot.
        drawing: of that shot.
        color: its color image.
        strokes: what parts its regions besides the lines.
    """

    shot: str
    drawing: Drawing
    color: Path
    strokes: GapStrokes = ()

    @property
    def loan(self) -> Loan:
        """What is remembered of it with the colorings that it was looked at for."""
        return Loan(self.drawing.path, self.color, self.strokes)


Lender = Shot | ShotState


def can_borrow(borrower: Lender | None, shots: Sequence[Lender]) -> bool:
    """Whether another shot of the show has a key."""
    return any(shot.keys for shot in shots if shot is not borrower)


def lent_to(borrower: Lender | None, shots: Sequence[Lender]) -> tuple[LentKey, ...]:
    """First and last key of the other shots of a show, the nearest shots in the list first.

    Args:
        borrower: the shot they are for; None for one that is not in the show.
        shots: all shots of the show.
    """
    place = next((row for row, shot in enumerate(shots) if shot is borrower), len(shots))
    others = sorted(
        (row for row in range(len(shots)) if row != place), key=lambda row: (abs(row - place), row)
    )
    return tuple(islice((key for row in others for key in _lent_by(shots[row])), _MOST))


def read_lent(keys: Sequence[LentKey]) -> list[tuple[LentKey, Key]]:
    """Decode lent keys; those that cannot be used are passed over, it is not their shot's turn."""
    read: list[tuple[LentKey, Key]] = []
    for lent in keys:
        try:
            line, color = read_key(lent.drawing.path, lent.color, lent.strokes)
        except ImageError as error:
            _log.info("A key of %s is not lent: %s", lent.shot, error)
            continue
        if line.shape == color.shape[:2]:
            read.append((lent, Key(lent.drawing.number, line, color)))
    return read


def _lent_by(shot: Lender) -> list[LentKey]:
    if not shot.keys:
        return []
    drawings = {drawing.number: drawing for drawing in shot.drawings}
    numbers = sorted(number for number in shot.keys if number in drawings)
    return [
        LentKey(shot.name, drawings[n], shot.keys[n], shot.gap_strokes.get(n, ()))
        for n in sorted({*numbers[:1], *numbers[-1:]})
    ]
