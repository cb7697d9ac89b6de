"""What larger pictures for the dense networks bring, and what they cost.

python -m tests.benchmarks.input_size SHOT_FOLDER [SHOT_FOLDER ...]

Each folder holds line/ and color/ of a finished shot; its first and last drawing are the keys.
For every size: the share of regions over 10 px that the transported labels alone, the region
matcher alone and all opinions of a drawing together get right, and seconds a drawing.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from model.colorizer import DEFAULT_GAP, Colorizer
from model.painting.vote import own_opinion
from model.training.calibration_cases import JudgedDrawing, judge
from model.training.footage import drawing_names, read_drawing
from model.weights import load_weights

SIDES = (256, 384, 512)


def shares(drawings: Sequence[JudgedDrawing]) -> list[float]:
    """Share right by transport, by matching, and by both with the networks' color."""
    weights = load_weights().vote
    counts: list[list[float]] = []
    for one in drawings:
        rows = one.counts & (one.truth >= 0)
        opinions = (
            one.evidence.transport,
            one.evidence.match,
            own_opinion(one.evidence, weights),
        )
        truth = one.truth[rows]
        counts.append([float((each[rows].argmax(axis=1) == truth).mean()) for each in opinions])
    return np.mean(counts, axis=0).tolist()


def main(folders: Sequence[Path]) -> None:
    """Print a line for each size."""
    print("side  transport  matcher  together  s/drawing")
    for side in SIDES:
        colorizer = Colorizer(device="auto", side=side)
        judged: list[JudgedDrawing] = []
        began = time.perf_counter()
        for folder in folders:
            drawings = [read_drawing(folder, name) for name in drawing_names(folder)]
            case = judge(colorizer, drawings, [0, len(drawings) - 1], DEFAULT_GAP)
            judged += case.judged()
        seconds = (time.perf_counter() - began) / len(judged)
        print(side, *(f"{share:.3f}" for share in shares(judged)), f"{seconds:.2f}", flush=True)


if __name__ == "__main__":
    main([Path(folder) for folder in sys.argv[1:]])
