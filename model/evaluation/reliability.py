"""Is confidence honest? `python -m model.evaluation.reliability --help`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from model.coloring import Coloring
from model.evaluation.choices import KEY_SETTINGS
from model.evaluation.footage import find_shots, key_positions, read_shot
from model.evaluation.methods import KeyedShot
from model.evaluation.networks import NetworksMethod
from model.evaluation.truth import SMALLEST_REGION, Truth, color_codes, same_color

_EDGES = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98)

Judged = tuple[NDArray[np.float32], NDArray[np.bool_]]
"""Confidence of some regions, and whether each has its right color."""


def judge_coloring(coloring: Coloring, truth: Truth) -> Judged:
    """Compare a coloring with the truth, region by region of the coloring.

    Args:
        coloring: of R regions.
        truth: of the same size.

    Returns:
        (N,) float32 and (N,) bool for the regions of more than 10 px of ink-free paper; a region
        is right when most of that is of its color within 2/255.
    """
    paper = ~truth.ink
    labels, codes = coloring.labels[paper], color_codes(truth.color)[paper]
    kinds, compact = np.unique(codes, return_inverse=True)
    count = len(coloring.region_colors)
    votes = np.bincount(
        labels.astype(np.int64) * len(kinds) + compact, minlength=count * len(kinds)
    )
    table = votes.reshape(count, len(kinds))
    colors = kinds[table.argmax(axis=1)].astype(np.uint32)[:, None].view(np.uint8)
    right = same_color(colors, coloring.palette[coloring.region_colors])
    counts = table.sum(axis=1) >= SMALLEST_REGION
    return coloring.confidence[counts], right[counts]


def judge_shots(
    folder: Path, settings: Sequence[str], method: NetworksMethod, gap: int
) -> Iterator[Judged]:
    """All in-betweens of all shots in a folder, with each setting of keys."""
    for path in find_shots(folder):
        shot = read_shot(path, with_gaps=False)
        for setting in settings:
            keys = key_positions(setting, len(shot.truths))
            colors = {key: shot.truths[key].color for key in keys}
            method.prepare(KeyedShot(shot.lines, colors, gap))
            for index, coloring in method.colorings.items():
                yield judge_coloring(coloring, shot.truths[index])


def table(judged: Sequence[Judged]) -> str:
    """A row for each span of confidence, and one for all from 0.9 on; Markdown."""
    confidence = np.concatenate([one for one, _ in judged])
    right = np.concatenate([one for _, one in judged])
    rows = ["| confidence | regions | share | mean confidence | right |", "|---|---|---|---|---|"]
    spans = [*zip(_EDGES, (*_EDGES[1:], 1.01), strict=True), (0.9, 1.01)]
    for low, high in spans:
        inside = (confidence >= low) & (confidence < high)
        if inside.any():
            name = f"{low} and more" if high > 1 else f"{low} to {high}"
            rows.append(
                f"| {name} | {inside.sum()} | {inside.mean():.3f} "
                f"| {confidence[inside].mean():.3f} | {right[inside].mean():.3f} |"
            )
    return "\n".join(rows)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shots", type=Path, required=True, help="folder of finished shots")
    parser.add_argument("--keys", nargs="+", choices=KEY_SETTINGS, default=["ends"])
    parser.add_argument("--gap", type=int, default=4, help="pixels")
    parser.add_argument("--weights", type=Path, help="weights folder; the bundled one if left out")
    given = parser.parse_args()
    method = NetworksMethod(given.weights, "auto")
    print(table(list(judge_shots(given.shots, given.keys, method, given.gap))))


if __name__ == "__main__":
    main()
