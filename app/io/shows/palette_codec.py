"""The palette of a shot in `show.json`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from app.document.color_names import Color
from app.document.palette import Palette, PaletteEntry

Json = dict[str, Any]


def encode_palette(palette: Palette) -> list[Json]:
    """The entries in order."""
    return [
        {"source": e.source, "painted": e.painted, "name": e.name, "group": e.group}
        for e in palette
    ]


def decode_palette(values: Iterable[Json]) -> Palette:
    """The palette; KeyError, TypeError or ValueError when it makes no sense."""
    return Palette(
        tuple(
            PaletteEntry(
                _color(value["source"]),
                _color(value["painted"]),
                str(value["name"]),
                str(value["group"]),
            )
            for value in values
        )
    )


def _color(value: Iterable[int]) -> Color:
    red, green, blue, alpha = (int(part) for part in value)
    return red, green, blue, alpha
