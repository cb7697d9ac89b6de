"""How a show is drawn: line widths, line kind, light, and how much is shaded."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from model.shows.rendering.paint import Weight


@dataclass(frozen=True)
class Style:
    """The drawing style of a show.

    Attributes:
        widths: line width in pixels for each `Weight`.
        smooth_edges: anti-aliased lines; otherwise aliased.
        pressure: how much a line's width varies along it, 0..1.
        borders: no drawn outlines; a 1 px line wherever two identities meet.
        silhouette: extra pixels around the figures' outer contour; 0 for none.
        light: unit vector from which light comes, y downward.
        shading: scales every shadow; 0 for flat shows.
        wobble: how unevenly the border of a shadow runs, 0..1.
        gleam: whether highlights are drawn.
        rim: distance of a thin highlight along the lit side from the outline, in parts of the
            shape's smaller extent; 0 for none.
        inked: whether dark details (pupils, slots) are filled with ink in the line art.
        trace_ink: gray of the 1 px borders of shadow and highlight, 0 = black.
    """

    widths: tuple[float, float, float, float, float]
    smooth_edges: bool
    pressure: float
    borders: bool
    silhouette: int
    light: tuple[float, float]
    shading: float
    wobble: float
    gleam: bool
    rim: float
    inked: bool
    trace_ink: int

    def width(self, weight: Weight) -> float:
        """Width in pixels of a line of this strength."""
        return self.widths[weight]


def random_style(rng: np.random.Generator, height: int) -> Style:
    """Sample a style for drawings of the given height in pixels."""
    kind = rng.choice(["thin", "even", "bold", "borders"], p=[0.3, 0.25, 0.27, 0.18])
    scale = float(np.clip(height / 512.0, 0.5, 2.0))
    heavy = {"thin": rng.uniform(1.0, 2.0), "even": rng.uniform(2.0, 3.5)}.get(
        kind, rng.uniform(3.5, 5.5)
    )
    light = max(1.0, heavy * (0.4 if kind == "bold" else rng.uniform(0.6, 1.0)))
    angle = rng.uniform(-2.6, -0.5)
    return Style(
        widths=(
            0.0,
            1.0,
            max(1.0, light * scale),
            max(1.0, 0.5 * (light + heavy) * scale),
            max(1.0, heavy * scale),
        ),
        smooth_edges=bool(rng.random() < 0.5) and kind != "borders",
        pressure=float(rng.uniform(0.2, 0.7)) if rng.random() < 0.35 else 0.0,
        borders=kind == "borders",
        silhouette=int(rng.integers(2, 4)) if kind == "thin" and rng.random() < 0.25 else 0,
        light=(float(np.cos(angle)), float(np.sin(angle))),
        shading=float(rng.uniform(0.6, 1.3)) if rng.random() < 0.75 else 0.0,
        wobble=float(rng.uniform(0.1, 0.6)) if rng.random() < 0.5 else 0.0,
        gleam=bool(rng.random() < 0.6),
        rim=float(rng.uniform(0.06, 0.12)) if rng.random() < 0.25 else 0.0,
        inked=bool(rng.random() < 0.35),
        trace_ink=int(rng.choice([0, 0, 0, 80])),
    )
