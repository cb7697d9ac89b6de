"""What the user wants colored."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from app.document.corrections import Correction
from app.document.gap_closing import DEFAULT_GAP, GapClosing, GapStrokes
from app.document.shot import Drawing
from app.engine.lent_keys import LentKey
from app.engine.networks import Device

Mode = Literal["flat", "soft"]


@dataclass(frozen=True)
class ColoringRequest:
    """What is to be colored, and how.

    Attributes:
        drawings: all drawings of the shot, by ascending number.
        keys: color image of each key, by drawing number.
        only: numbers to color; None for all. Keys are read in any case.
        gap: holes in lines up to this many pixels are closed.
        mode: `flat` for exact palette colors; `soft` asks for the blended image as well.
        device: `auto` takes a graphics card if there is one.
        weights: folder with the networks' weights; None for the bundled ones.
        keys_per_side: how many keys before and after a drawing it is colored from.
        guesses: also give each drawing's first guess as a result, at once; its final coloring
            replaces it when the stretch up to the next key is done.
        corrections: colors that a person gave, by drawing number; they win, and drawings that
            are decided together with theirs learn from them.
        gap_strokes: lines that part regions as ink does, by drawing number.
        lent: keys of other shots of the show; those that show the same are looked at beside the
            shot's own, or stand in for them where it has none.
    """

    drawings: tuple[Drawing, ...]
    keys: Mapping[int, Path]
    only: Set[int] | None = None
    gap: int = DEFAULT_GAP
    mode: Mode = "flat"
    device: Device = "auto"
    weights: Path | None = None
    keys_per_side: int = 2
    guesses: bool = False
    corrections: Mapping[int, tuple[Correction, ...]] = field(default_factory=dict)
    gap_strokes: Mapping[int, GapStrokes] = field(default_factory=dict)
    lent: tuple[LentKey, ...] = ()

    def closing(self, number: int) -> GapClosing:
        """How the holes of a drawing are to be closed."""
        return GapClosing(self.gap, self.gap_strokes.get(number, ()))
