"""What keys of other shots bring.

`python -m tests.benchmarks.lent_keys SHOT SHOT SHOT ...`: finished shots of one show. Each in turn
has no key, its first drawing, or its first and last as keys, and may look at the first and last
drawings of the others as well. Regions right and PSNR, without them and with them.

The shots that there are to measure were painted one by one, and the same paint differs by a few
levels from shot to shot. Without keys of its own nothing tells a shot's own shades: there the
lent keys are repainted in the nearest color of the shot, where one is near.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from model.evaluation.footage import FinishedShot, key_positions, measured_positions, read_shot
from model.evaluation.methods import KeyedShot
from model.evaluation.metrics import palette_codes
from model.evaluation.networks import NetworksMethod
from model.evaluation.scores import score_drawing
from model.painting.near_colors import colors_of, in_shades_of

Images = tuple[NDArray[np.uint8], NDArray[np.uint8]]
_GAP, _MOST = 4, 16
_SETTINGS = {"none": "no key", "first": "first key", "ends": "first + last"}


def lent_by(shots: Sequence[FinishedShot]) -> list[Images]:
    """First and last drawing of each shot."""
    return [(shot.lines[at], shot.truths[at].color) for shot in shots for at in (0, -1)]


def measure(
    method: NetworksMethod, shot: FinishedShot, setting: str, lent: Sequence[Images]
) -> tuple[float, float]:
    """Share of regions right and PSNR, means over drawings."""
    count = len(shot.truths)
    keys = [] if setting == "none" else key_positions(setting, count)
    colors = {key: shot.truths[key].color for key in keys}
    method.prepare(KeyedShot(shot.lines, colors, _GAP, lent))
    palette = palette_codes(list(colors.values()) or [color for _, color in lent])
    scores = [
        score_drawing(shot.names[at], method.color(at), shot.truths[at], palette, 0)
        for at in measured_positions(keys, count, _MOST)
    ]
    regions, psnr = ([getattr(one, name) for one in scores] for name in ("region_accuracy", "psnr"))
    return float(np.mean(regions)), float(np.mean(psnr))


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shots", nargs="+", type=Path)
    parser.add_argument("--keys", nargs="+", choices=tuple(_SETTINGS), default=tuple(_SETTINGS))
    parser.add_argument("--measure", nargs="+", metavar="NAME", help="only these shots")
    parser.add_argument("--weights", type=Path, metavar="DIR", help="default: those that we ship")
    given = parser.parse_args()
    shots = [read_shot(folder, with_gaps=False) for folder in given.shots]
    method = NetworksMethod(given.weights, "cpu")
    for shot in shots:
        if given.measure and shot.name not in given.measure:
            continue
        lent = lent_by([one for one in shots if one is not shot])
        for setting in given.keys:
            alone = None if setting == "none" else measure(method, shot, setting, ())
            offered = lent
            if setting == "none":
                shades = colors_of(*(one.color for one in shot.truths))
                offered = [(line, in_shades_of(color, shades)) for line, color in lent]
            cells = ["–" if alone is None else f"{alone[0]:.4f} / {alone[1]:.2f}"]
            try:
                regions, psnr = measure(method, shot, setting, offered)
                cells.append(f"{regions:.4f} / {psnr:.2f}")
                cells.append(f"{len(method.lent)} of {len(lent)} lent")
            except ValueError:  # no key, and none of the others shows the same
                cells.append("nothing was recognized")
            print(f"{shot.name} | {_SETTINGS[setting]} | {' | '.join(cells)}", flush=True)


if __name__ == "__main__":
    main()
