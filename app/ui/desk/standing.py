"""How far the drawings of a show's shots are, and which of them want work."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from app.document.gap_closing import GapStrokes
from app.document.loans import Loans
from app.document.origins import KeySignature, key_signature
from app.document.regions import ColoredDrawing
from app.document.shot import Shot
from app.document.show import Show
from app.ui.desk.doubt import DOUBT_BELOW, doubtful_regions, visible_regions
from app.ui.desk.states import DrawingState


class _Signed(NamedTuple):
    """A signature with what it was made from."""

    keys: Mapping[int, Path]
    strokes: Mapping[int, GapStrokes]
    signature: KeySignature


class Standing:
    """Judges drawings, and remembers what is costly to find out.

    Attributes:
        doubt_below: regions with less confidence than this, 0 to 1, are doubtful.
    """

    def __init__(self, show: Show, doubt_below: float = DOUBT_BELOW) -> None:
        self._show = show
        self.doubt_below = doubt_below
        self._doubts: WeakKeyDictionary[ColoredDrawing, int] = WeakKeyDictionary()
        self._visible: WeakKeyDictionary[ColoredDrawing, NDArray[np.bool_]] = WeakKeyDictionary()
        self._failures: WeakKeyDictionary[Shot, dict[int, str]] = WeakKeyDictionary()
        self._signatures: WeakKeyDictionary[Shot, _Signed] = WeakKeyDictionary()
        self._lent_otherwise: dict[Loans, bool] = {}

    def set_doubt_below(self, share: float) -> None:
        """Be content with less, or doubt more."""
        self.doubt_below = share
        self._doubts.clear()

    def failures(self, shot: Shot) -> dict[int, str]:
        """Why drawings of a shot could not be colored, by drawing number."""
        return self._failures.setdefault(shot, {})

    def state(self, shot: Shot, number: int) -> DrawingState:
        """What the timeline says about a drawing."""
        coloring = shot.coloring(number)
        if number in self.failures(shot):
            return DrawingState.FAILED
        if coloring is None:
            return DrawingState.LINE
        if self.is_stale(shot, coloring):
            return DrawingState.STALE
        if coloring.is_guess:
            return DrawingState.GUESSED
        if self.doubts(coloring):
            return DrawingState.DOUBTFUL
        return DrawingState.CORRECTED if number in shot.corrections else DrawingState.COLORED

    def doubts(self, coloring: ColoredDrawing) -> int:
        """How many doubtful regions a coloring has."""
        if coloring not in self._doubts:
            self._doubts[coloring] = doubtful_regions(coloring, self.doubt_below, self._visible_in)
        return self._doubts[coloring]

    def _visible_in(self, coloring: ColoredDrawing) -> NDArray[np.bool_]:
        if coloring not in self._visible:
            self._visible[coloring] = visible_regions(coloring)
        return self._visible[coloring]

    def doubtful_drawings(self, shot: Shot) -> int:
        """How many drawings of a shot have doubtful regions."""
        settled = [one for one in shot.colorings.values() if not one.is_guess]
        return sum(bool(self.doubts(coloring)) for coloring in settled)

    def is_stale(self, shot: Shot, coloring: ColoredDrawing) -> bool:
        """True when keys, lent ones too, files or gaps changed since the coloring was made."""
        origin = self._show.origins[coloring]
        has_other_keys = not coloring.is_key and origin.keys != self._signature(shot)
        return (
            origin.is_outdated
            or has_other_keys
            or shot.has_former_regions(coloring)
            or self._is_lent_otherwise(coloring.loans)
        )

    def forget_lent(self) -> None:
        """Shots came or went, or have other keys: ask anew what they lend."""
        self._lent_otherwise.clear()

    def is_pending(self, shot: Shot, number: int) -> bool:
        """True when Colorize has yet to do a drawing: no coloring, a stale one, a mere guess."""
        coloring = shot.coloring(number)
        return coloring is None or coloring.is_guess or self.is_stale(shot, coloring)

    def _is_lent_otherwise(self, loans: Loans) -> bool:
        if loans not in self._lent_otherwise:
            self._lent_otherwise[loans] = self._show.has_other_keys_than(loans)
        return self._lent_otherwise[loans]

    def _signature(self, shot: Shot) -> KeySignature:
        # The keys and strokes of a shot are never changed, only replaced.
        signed = self._signatures.get(shot)
        if signed is None or signed.keys is not shot.keys or signed.strokes is not shot.gap_strokes:
            signature = key_signature(shot.keys, shot.gap_strokes)
            signed = _Signed(shot.keys, shot.gap_strokes, signature)
            self._signatures[shot] = signed
        return signed.signature
