"""What colorings followed from, so that one can tell when they are out of date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from weakref import WeakKeyDictionary

from app.document.gap_closing import GapStrokes
from app.document.regions import ColoredDrawing

KeySignature = frozenset[tuple[int, Path, GapStrokes]]
"""Which keys there were, and the strokes that part their regions.

Two colorings with the same signature followed from the same keys.
"""


def key_signature(
    keys: Mapping[int, Path], strokes: Mapping[int, GapStrokes] = MappingProxyType({})
) -> KeySignature:
    """The signature of a set of keys.

    Args:
        keys: color image by drawing number.
        strokes: gap-closing strokes by drawing number, also of drawings that are no keys.
    """
    return frozenset((number, path, strokes.get(number, ())) for number, path in keys.items())


@dataclass(frozen=True)
class Origin:
    """Where a coloring came from.

    Attributes:
        keys: the keys it followed from; None when that is not known.
        is_outdated: True when one of the files it followed from is another one now.
    """

    keys: KeySignature | None = None
    is_outdated: bool = False


UNKNOWN = Origin()


class Origins:
    """The origin of every coloring that is still held somewhere, also by the undo stack."""

    def __init__(self) -> None:
        self._origins: WeakKeyDictionary[ColoredDrawing, Origin] = WeakKeyDictionary()

    def __getitem__(self, coloring: ColoredDrawing) -> Origin:
        return self._origins.get(coloring, UNKNOWN)

    def note(self, coloring: ColoredDrawing, origin: Origin) -> None:
        """Remember where a coloring came from."""
        self._origins[coloring] = origin

    def note_outdated(self, coloring: ColoredDrawing) -> None:
        """Its files changed since it was made."""
        self._origins[coloring] = replace(self[coloring], is_outdated=True)

    def move_keys(self, before: Mapping[int, Path], after: Mapping[int, Path]) -> None:
        """The same keys lie elsewhere now: what followed from them still does."""
        places = frozenset(before.items())
        for coloring, origin in list(self._origins.items()):
            if origin.keys is not None and {key[:2] for key in origin.keys} == places:
                moved = frozenset((n, after[n], strokes) for n, _, strokes in origin.keys)
                self._origins[coloring] = replace(origin, keys=moved)
