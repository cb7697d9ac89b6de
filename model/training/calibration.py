"""How far the vote may trust each opinion: learned on shows that no network was trained on.

python -m model.training.calibration --help
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from model.colorizer import Colorizer
from model.painting.chain import agree
from model.painting.vote import ConfidenceFit, VoteWeights, log_odds, own_opinion, scores, weighed
from model.training.calibration_cases import Case, JudgedDrawing, unseen_cases


def fit_vote(cases: Sequence[Case]) -> VoteWeights:
    """The weights under which the vote's probabilities fit the truth best.

    Each region counts as much as any other. How much the neighbors are heard is not learned
    here: procedural shots alone would have it at 1.0; together with finished shots that no
    network was trained on (`HELD_BACK`), 0.5 was best, which is the default.
    """
    drawings = [drawing for case in cases for drawing in case.judged()]

    def surprise(logarithms: NDArray[np.float64]) -> float:
        weights = VoteWeights(*np.exp(logarithms).tolist())
        total, count = 0.0, 0
        for drawing in drawings:
            rows = np.flatnonzero(drawing.counts & (drawing.truth >= 0))
            score = scores(drawing.evidence, weights)[rows]
            peak = score.max(axis=1, keepdims=True)
            norm = peak[:, 0] + np.log(np.exp(score - peak).sum(axis=1))
            total += float((norm - score[np.arange(len(rows)), drawing.truth[rows]]).sum())
            count += len(rows)
        return total / max(count, 1)

    found = minimize(surprise, np.log([0.8, 0.1, 0.1]), method="Nelder-Mead")
    return VoteWeights(*(round(float(weight), 3) for weight in np.exp(found.x)))


def fit_confidence(cases: Sequence[Case], weights: VoteWeights) -> ConfidenceFit:
    """The logistic function that tells best how often a choice is right.

    A color that no key has cannot be chosen: such regions count as wrong.
    """
    chosen = decided(cases, weights)
    agreed, own = (log_odds(np.concatenate([one[k] for one in chosen])) for k in (0, 1))
    right = np.concatenate([one[2] for one in chosen])

    def surprise(values: NDArray[np.float64]) -> float:
        odds = values[0] + values[1] * agreed + values[2] * own
        drift = float(((values - start) ** 2).sum())  # decides where the data do not
        return float(np.logaddexp(0, np.where(right, -odds, odds)).mean()) + 1e-3 * drift

    start = np.array([0.0, 1.0, 0.0])
    found = minimize(surprise, start, method="Nelder-Mead")
    return ConfidenceFit(*(round(float(value), 3) for value in found.x))


Decided = tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.bool_]]
"""Of the regions that count: the probability of the chosen color in the end and by the drawing
alone, and whether it is right."""


def decided(cases: Sequence[Case], weights: VoteWeights) -> list[Decided]:
    """What every drawing of all cases ends up with."""
    return [one for case in cases for one in _decided(case, weights)]


def _decided(case: Case, weights: VoteWeights) -> Iterator[Decided]:
    opinions: list[NDArray[np.float32]] = []
    judged: list[tuple[int, JudgedDrawing, NDArray[np.float32]]] = []
    for index, member in enumerate(case.members):
        if isinstance(member, JudgedDrawing):
            own = own_opinion(member.evidence, weights)
            judged.append((index, member, own))
            opinions.append(weighed(own, weights))
        else:
            opinions.append(member)
    agreed = agree(opinions, case.links)
    for index, drawing, own in judged:
        rows = np.flatnonzero(drawing.counts)
        choice = agreed[index].argmax(axis=1)[rows]
        right = choice == drawing.truth[rows]
        yield agreed[index][rows, choice], own[rows, choice], right


def main() -> None:
    """The command: write what was learned as JSON, for `model.training.bundle --calibration`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, help="weights folder; the bundled one if left out")
    parser.add_argument("--shows", type=int, default=60, help="how many unseen shows to judge")
    parser.add_argument("--out", type=Path, required=True, help="JSON file to write")
    given = parser.parse_args()
    cases = list(unseen_cases(Colorizer(given.weights, "cpu"), given.shows))
    weights = fit_vote(cases)
    learned = {"vote": asdict(weights), "confidence": asdict(fit_confidence(cases, weights))}
    text = json.dumps(learned, indent=2)
    given.out.write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
