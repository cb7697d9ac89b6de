"""The corrections of a shot in `show.json`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from app.document.corrections import Correction

Json = dict[str, Any]


def encode_corrections(corrections: Mapping[int, tuple[Correction, ...]]) -> list[Json]:
    """Corrections as JSON, by drawing number, each drawing's in the order they were made."""
    return [
        {"number": n, "x": one.x, "y": one.y, "color": one.color, "reach": one.reach}
        for n, given in corrections.items()
        for one in given
    ]


def decode_corrections(values: Iterable[Json]) -> dict[int, tuple[Correction, ...]]:
    """The corrections; KeyError, TypeError or ValueError when they make no sense."""
    corrections: dict[int, tuple[Correction, ...]] = {}
    for value in values:
        red, green, blue, alpha = (int(part) for part in value["color"])
        reach = None
        if value["reach"] is not None:
            first, last = value["reach"]
            reach = (int(first), int(last))
        one = Correction(int(value["x"]), int(value["y"]), (red, green, blue, alpha), reach)
        number = int(value["number"])
        corrections[number] = (*corrections.get(number, ()), one)
    return corrections
