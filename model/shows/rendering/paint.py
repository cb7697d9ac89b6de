"""What a drawing is made of before it is rendered: painted shapes with lines on and in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import IntEnum

from model.shows.rendering.shapes import Points


class Weight(IntEnum):
    """How strong a line is; a style says how many pixels each has."""

    NONE = 0
    TRACE = 1
    LIGHT = 2
    MEDIUM = 3
    HEAVY = 4


@dataclass(frozen=True, eq=False)
class Stroke:
    """An open line.

    Attributes:
        curve: (N, 2) points.
        weight: its strength.
    """

    curve: Points
    weight: Weight = Weight.LIGHT


@dataclass(frozen=True, eq=False)
class Paint:
    """A filled shape, what lies in it, and its outline.

    Attributes:
        part: index from `Paintbox.part`; decides identity and color.
        outline: closed polygons; several are painted as their union, with no line where
            they overlap.
        z: larger is nearer to the viewer; equal values keep their order.
        weight: strength of the outline.
        inside: shapes on this one, clipped to it and shaded with it (stripes, pockets).
        shade: size of the shadow on the side away from the light, in parts of the shape's
            smaller extent; 0 for none.
        shadows: polygons that are in shadow as well, clipped to the shape.
        gleams: polygons that are highlighted, clipped to the shape.
        shine: size of a highlight toward the light, in parts of the shape; 0 for none.
        over: shapes on this one, clipped to it but not shaded (eyes on a face).
        strokes: open lines, clipped to the shape.
    """

    part: int
    outline: tuple[Points, ...]
    z: float = 0.0
    weight: Weight = Weight.HEAVY
    inside: tuple[Paint, ...] = ()
    shade: float = 0.0
    shadows: tuple[Points, ...] = ()
    gleams: tuple[Points, ...] = ()
    shine: float = 0.0
    over: tuple[Paint, ...] = ()
    strokes: tuple[Stroke, ...] = ()

    @property
    def plain(self) -> bool:
        """Whether nothing is clipped to the shape."""
        return not (
            self.inside
            or self.shade
            or self.shadows
            or self.gleams
            or self.shine
            or self.over
            or self.strokes
        )


def at_depth(paints: Iterable[Paint], z: float) -> list[Paint]:
    """The same shapes in the same order, all at depth `z`."""
    return [replace(paint, z=z) for paint in paints]
