"""Parts that are asked for by name, each with a swatch of given colors."""

from __future__ import annotations

from collections.abc import Mapping

from model.shows.rendering.palette import Paintbox

Rgb = tuple[int, int, int]


class NamedParts:
    """Parts of one design; `swatches` maps a paint's name to its base, shadow and highlight."""

    def __init__(self, box: Paintbox, swatches: Mapping[str, tuple[Rgb, ...]]) -> None:
        self._box = box
        self._swatches = {name: box.fixed(*tones) for name, tones in swatches.items()}
        self._parts: dict[str, int] = {}

    def __call__(self, name: str, swatch: str) -> int:
        """The part of this name, made when first asked for."""
        if name not in self._parts:
            self._parts[name] = self._box.part(self._swatches[swatch])
        return self._parts[name]
