"""How the gaps of a shot are closed, in `show.json`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from app.document.gap_closing import GapClosing, GapStroke, GapStrokes, Point

Json = dict[str, Any]


def encode_strokes(strokes: Mapping[int, GapStrokes]) -> list[Json]:
    """Gap-closing strokes as JSON, by drawing number, each drawing's in order."""
    return [{"number": n, "points": one.points} for n, given in strokes.items() for one in given]


def decode_strokes(values: Iterable[Json]) -> dict[int, GapStrokes]:
    """The strokes; KeyError, TypeError or ValueError when they make no sense."""
    strokes: dict[int, GapStrokes] = {}
    for value in values:
        number = int(value["number"])
        strokes[number] = (*strokes.get(number, ()), _stroke(value["points"]))
    return strokes


def encode_closing(closing: GapClosing | None) -> Json | None:
    """What a coloring's regions were found with, as JSON."""
    if closing is None:
        return None
    return {"gap": closing.gap, "strokes": encode_points(closing.strokes)}


def decode_closing(value: Json | None) -> GapClosing | None:
    """What `encode_closing` wrote; errors as of `decode_strokes`."""
    if value is None:
        return None
    return GapClosing(int(value["gap"]), decode_points(value["strokes"]))


def encode_points(strokes: GapStrokes) -> list[Any]:
    """The strokes of one drawing as JSON."""
    return [one.points for one in strokes]


def decode_points(value: Iterable[Any]) -> GapStrokes:
    """What `encode_points` wrote; errors as of `decode_strokes`."""
    return tuple(_stroke(points) for points in value)


def decode_pixels(values: Iterable[tuple[int, int]]) -> tuple[Point, ...]:
    """Pixels of a drawing; errors as of `decode_strokes`."""
    return tuple((int(x), int(y)) for x, y in values)


def _stroke(points: Iterable[tuple[int, int]]) -> GapStroke:
    return GapStroke(decode_pixels(points))
