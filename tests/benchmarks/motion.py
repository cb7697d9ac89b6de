"""Region accuracy by how far things move, on procedural shows that training never draws.

python -m tests.benchmarks.motion [--weights DIR]

For each amount of motion (0 hardly moves, 1 drawings share almost no pixel positions) a few
shots are colored from their first and last drawing, by Hungarian region matching with hand-set
weights and by the networks.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from model.colorizer import DEFAULT_GAP
from model.evaluation.methods import KeyedShot, Method
from model.evaluation.metrics import wrong_regions
from model.evaluation.networks import NetworksMethod
from model.evaluation.region_matching import RegionMatching
from model.evaluation.truth import Truth
from model.shows import Show

MOTIONS = (0.1, 0.3, 0.5, 0.7, 0.9)
SHOTS = 4  # for each amount
STEP, DRAWINGS = 2, 7
FIRST_SEED = 1000  # shows of other seeds calibrate the vote


def accuracy(method: Method, truths: Sequence[Truth]) -> float:
    """Mean over the drawings between the first and the last."""
    last = len(truths) - 1
    lines = [truth.line for truth in truths]
    keys = {0: truths[0].color, last: truths[last].color}
    method.prepare(KeyedShot(lines, keys, DEFAULT_GAP))
    shares = [
        1 - wrong_regions(method.color(index), truths[index]).mean() for index in range(1, last)
    ]
    return float(np.mean(shares))


def main(weights: Path | None) -> None:
    """Print a line for each amount of motion."""
    networks = NetworksMethod(weights)
    print("motion  segmatch  networks")
    for row, motion in enumerate(MOTIONS):
        found: list[tuple[float, float]] = []
        for seed in range(SHOTS):
            shot = Show(FIRST_SEED + SHOTS * row + seed, (480, 640)).shot(0, 24, motion=motion)
            drawn = [shot.draw(STEP * place) for place in range(DRAWINGS)]
            truths = [Truth(one.line, one.color) for one in drawn]
            found.append((accuracy(RegionMatching(), truths), accuracy(networks, truths)))
        classical, ours = np.mean(found, axis=0)
        print(f"{motion:6}  {classical:8.3f}  {ours:8.3f}", flush=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path)
    main(parser.parse_args().weights)
