"""What colorings followed from, so that one can tell when they are out of date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from weakref import WeakKeyDictionary

from app.document.regions import ColoredDrawing

KeySignature = frozenset[tuple[int, Path]]
"""Which keys there were: two colorings with the same signature followed from the same keys."""


def key_signature(keys: Mapping[int, Path]) -> KeySignature:
    """The signature of a set of keys."""
    return frozenset(keys.items())


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

    def rename_keys(self, before: KeySignature, after: KeySignature) -> None:
        """The same keys lie elsewhere now: what followed from them still does."""
        for coloring, origin in list(self._origins.items()):
            if origin.keys == before:
                self._origins[coloring] = replace(origin, keys=after)
