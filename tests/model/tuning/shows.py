"""Small shows to learn from."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import numpy as np

from model.tuning.sequences import FinishedDrawing, TuningSequence
from model.weights import Weights, load_weights
from tests.app.engine.small_weights import make_weights
from tests.model.figures import figure


def drawing(shift: int) -> FinishedDrawing:
    """A figure, `shift` pixels to the right."""
    color = np.ascontiguousarray(figure(shift, (146, 180)).color[::2, ::2])
    line = np.full(color.shape[:2], 255, np.uint8)
    line[1:][(color[1:] != color[:-1]).any(axis=2)] = 0
    line[:, 1:][(color[:, 1:] != color[:, :-1]).any(axis=2)] = 0
    return FinishedDrawing(line, color)


def walk(name: str, count: int, first: int = 0) -> TuningSequence:
    """A figure that walks to the right."""
    return TuningSequence(name, tuple(partial(drawing, first + 6 * step) for step in range(count)))


def small_weights(folder: Path) -> Weights:
    """Small untrained networks."""
    return load_weights(make_weights(folder / "small"))
