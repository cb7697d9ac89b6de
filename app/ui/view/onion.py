"""Onion skin: which neighbors are seen through, in which color and how strongly."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from app.document.shot import Drawing, Shot

MOST_NEIGHBORS = 5
BEFORE_TINT, AFTER_TINT = "#e0561f", "#1f7fe0"


class OnionPlace(enum.Enum):
    """Where the onion skin lies, by the names in the settings."""

    BEHIND_PAINT = "paint"
    BEHIND_LINES = "lines"
    IN_FRONT = "front"


@dataclass(frozen=True)
class OnionLayer:
    """One neighbor as it is seen.

    Attributes:
        drawing: its lines are shown.
        tint: their color as #rrggbb.
        opacity: 0 to 1.
    """

    drawing: Drawing
    tint: str
    opacity: float


@dataclass(frozen=True)
class OnionSkin:
    """How the onion skin looks.

    Attributes:
        before, after: how many neighbors on either side, 0 to 5.
        before_tint, after_tint: their colors as #rrggbb.
        strength: opacity of the nearest neighbors in percent, 10 to 100.
        place: where it lies in respect of the current drawing.
    """

    before: int = 1
    after: int = 1
    before_tint: str = BEFORE_TINT
    after_tint: str = AFTER_TINT
    strength: int = 70
    place: OnionPlace = OnionPlace.BEHIND_LINES

    def layers(self, shot: Shot, number: int) -> tuple[OnionLayer, ...]:
        """The neighbors of a drawing, the lowest first: far ones under near ones."""
        index = shot.index(number)
        before = shot.drawings[max(0, index - self.before) : index][::-1]
        after = shot.drawings[index + 1 : index + 1 + self.after]
        found = [
            (step, OnionLayer(drawing, tint, self._opacity(step, count)))
            for drawings, count, tint in (
                (before, self.before, self.before_tint),
                (after, self.after, self.after_tint),
            )
            for step, drawing in enumerate(drawings, 1)
        ]
        return tuple(layer for _, layer in sorted(found, key=lambda one: -one[0]))

    def _opacity(self, step: int, count: int) -> float:
        return self.strength / 100 * (count + 1 - step) / count
