"""How far the vote may trust each opinion: learned on shows that no network was trained on.

python -m model.training.calibration --help
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from model.colorizer import Colorizer, KeyDrawing
from model.painting.key_paint import packed
from model.painting.regions import region_majority
from model.painting.vote import Evidence, VoteWeights, scores
from model.shows import Show
from model.training.footage import FootageDrawing

# Regions of up to this many pixels are left out: hardly anybody sees them.
_SMALLEST = 10

Judged = tuple[Evidence, NDArray[np.int32]]
"""Evidence about R regions, and the palette row that each truly has."""


def judge(
    colorizer: Colorizer, target: FootageDrawing, keys: Sequence[FootageDrawing], gap: int
) -> Judged:
    """Evidence about a drawing whose colors are known; regions of a color no key has are left out.

    Args:
        colorizer: gathers the evidence.
        target: the drawing.
        keys: its keys, the first half of them from before it.
        gap: for gap closing, pixels.
    """
    features = colorizer.encode_keys([KeyDrawing(key.line, key.color) for key in keys], gap)
    opinion = colorizer.gather(target.line, features, gap=gap)
    regions, palette = opinion.regions, packed(features.palette[None])[0]
    hollow = features.palette[:, 3] == 0
    codes = packed(target.color)
    rows = np.zeros(codes.shape, np.int32)  # 0: a color that no key has
    for row, code in enumerate(palette):
        same = codes >> 24 == 0 if hollow[row] else codes == code
        rows[same] = row + 1
    truth = region_majority(regions, rows) - 1
    counting = (truth >= 0) & (regions.areas > _SMALLEST)
    evidence = opinion.evidence
    return (
        Evidence(evidence.match[counting], evidence.transport[counting], evidence.color[counting]),
        truth[counting],
    )


def fit_vote(judged: Iterable[Judged]) -> VoteWeights:
    """The weights under which the vote's probabilities fit the truth best.

    Their common size makes the confidence honest, their ratio makes the choice good: both come
    from the likelihood of the true colors, each region counting as much as any other.

    Args:
        judged: drawings, as many and as different as there are.
    """
    cases = list(judged)

    def surprise(logarithms: NDArray[np.float64]) -> float:
        weights = VoteWeights(*np.exp(logarithms).tolist())
        total, count = 0.0, 0
        for evidence, truth in cases:
            score = scores(evidence, weights)
            peak = score.max(axis=1, keepdims=True)
            norm = peak[:, 0] + np.log(np.exp(score - peak).sum(axis=1))
            total += float((norm - score[np.arange(len(truth)), truth]).sum())
            count += len(truth)
        return total / max(count, 1)

    found = minimize(surprise, np.log([0.8, 0.1, 0.1]), method="Nelder-Mead")
    return VoteWeights(*(round(float(weight), 3) for weight in np.exp(found.x)))


def unseen_cases(colorizer: Colorizer, count: int) -> Iterator[Judged]:
    """Judge drawings of shows from below the seeds that training draws from.

    Motion grows from case to case and starts again; every third case has one key only.
    """
    for seed in range(count):
        shot = Show(seed, (480, 640)).shot(0, 24, motion=(seed % 10) / 10)
        places = (12, 0) if seed % 3 == 0 else (12, 0, 23)
        target, *keys = (
            FootageDrawing(drawn.line, drawn.color, drawn.identity)
            for drawn in (shot.draw(place) for place in places)
        )
        yield judge(colorizer, target, keys, gap=seed % 5)


def main() -> None:
    """The command: print the three weights for `model.training.bundle --vote`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, help="weights folder; the bundled one if left out")
    parser.add_argument("--shows", type=int, default=60, help="how many unseen shows to judge")
    given = parser.parse_args()
    fitted = fit_vote(unseen_cases(Colorizer(given.weights, "cpu"), given.shows))
    print(fitted.match, fitted.transport, fitted.color)


if __name__ == "__main__":
    main()
