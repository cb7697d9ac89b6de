"""What the review queue is worth: how many answers empty it, and what they leave to be found.

python -m tests.benchmarks.reviewing ../shared/shots/dev

The simulated colorist of `tests.benchmarks.clicks` goes from drawing to drawing and answers the
most doubtful region of the queue until none is left: accepts a right one, gives a wrong one its
true color. What was said spreads after each answer. Then it goes over the shot again, finds by
eye what is still wrong, and clicks it.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from itertools import chain
from pathlib import Path

import numpy as np

from app.document.corrections import Correction
from app.document.regions import ColoredDrawing
from app.engine.correcting import Corrector
from app.engine.reviewing import Finding, Reviewer, ReviewRequest
from app.engine.task import CancelToken
from app.settings import Settings
from model.evaluation.truth import same_color
from tests.benchmarks.clicks import Job, colored, jobs, tell, with_spreading


@dataclass
class Counts:
    """Of one shot or of several.

    Attributes:
        doubts: regions in the queue at first.
        wrong: regions that are wrong at first.
        accepted: answers that a color is right.
        other: answers that took the second most probable color.
        given: answers that gave another color.
        left: regions that are wrong when the queue is empty.
        clicks: that it takes to bring these to the truth.
    """

    doubts: int = 0
    wrong: int = 0
    accepted: int = 0
    other: int = 0
    given: int = 0
    left: int = 0
    clicks: int = 0

    def __add__(self, more: Counts) -> Counts:
        return Counts(*map(sum, zip(astuple(self), astuple(more), strict=True)))

    def __str__(self) -> str:
        answers = self.accepted + self.other + self.given
        return (
            f"{self.doubts:4} doubtful, {self.wrong:4} wrong  {answers:4} answers "
            f"({self.accepted} accepted, {self.other} other, {self.given} given)  "
            f"left {self.left:4}, {self.clicks} clicks more"
        )


class Colorist:
    """Works on one shot.

    Attributes:
        now: its colorings as they are, by drawing number.
        told: what was said of them so far.
    """

    def __init__(self, colorings: dict[int, ColoredDrawing], todo: dict[int, Job]) -> None:
        self.now, self.told = dict(colorings), dict[int, tuple[Correction, ...]]()
        self._todo = todo
        self._corrector = Corrector()
        self._reviewer = Reviewer(self._corrector)

    def doubts(self, number: int) -> tuple[Finding, ...]:
        """What the queue holds of a drawing, with the threshold that the program starts with."""
        below = Settings().doubt_below / 100
        request = ReviewRequest(((None, self.now[number]),), self.told, below)
        (step,) = self._reviewer.review(request, CancelToken())
        assert step.result is not None
        return step.result.doubts

    def wrong(self) -> int:
        """How many regions are wrong."""
        return sum(len(self._todo[number].wrong(one)) for number, one in self.now.items())

    def answers(self, number: int) -> Iterator[str]:
        """Answer the queue of a drawing until it is empty: the name of each answer."""
        while doubts := self.doubts(number):
            finding = max(doubts, key=lambda one: one.doubt)
            color = self._truth(finding)
            said = Correction(*finding.point, color)
            tell(number, said, self.now, self._corrector, self.told)
            is_other = _are_same(color, finding.other)
            yield "accepted" if color == finding.color else "other" if is_other else "given"

    def _truth(self, finding: Finding) -> tuple[int, int, int, int]:
        todo = self._todo[finding.number]
        red, green, blue, alpha = todo.truth[finding.region].tolist()
        truth = red, green, blue, alpha
        is_seen = todo.areas[finding.region] > 0
        return truth if is_seen and not _are_same(truth, finding.color) else finding.color


def _are_same(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return bool(same_color(np.array(one, np.uint8), np.array(other, np.uint8)))


def report(folder: Path) -> Counts:
    """Print and give the counts of a shot."""
    colorings = colored(folder)
    todo = jobs(folder, colorings)
    colorist = Colorist(colorings, todo)
    doubts, wrong = sum(len(colorist.doubts(one)) for one in colorings), colorist.wrong()
    answers = Counter(chain.from_iterable(map(colorist.answers, sorted(colorings))))
    left = colorist.wrong()
    clicks = len(list(with_spreading(colorist.now, todo, colorist.told)))
    counts = Counts(
        doubts, wrong, answers["accepted"], answers["other"], answers["given"], left, clicks
    )
    print(f"{folder.name:24} {counts}", flush=True)
    return counts


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shots", type=Path, help="folder of shots with line/ and color/")
    folder = parser.parse_args().shots
    shots = sorted(path for path in folder.glob("*") if (path / "line").is_dir())
    if not shots:
        parser.error(f"{folder} holds no shot with line/ and color/; name another folder.")
    print(f"{'all':24} {sum((report(shot) for shot in shots), Counts())}")


if __name__ == "__main__":
    main()
