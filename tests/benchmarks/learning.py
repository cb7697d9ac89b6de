"""What “learn from my corrections” saves: clicks on the rest of a shot.

`python -m tests.benchmarks.learning ../shared/shots/dev [--every-other]`

The simulated colorist of `tests.benchmarks.clicks` corrects the first half of a shot, or every
other drawing, and accepts these drawings. Then it goes on, or first lets the networks learn for a
minute from the keys and those drawings and has the rest colored again. Clicks on the rest are
counted, with spreading.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from app.document.corrections import Correction
from app.document.regions import ColoredDrawing
from app.document.show import ShotState, Show
from app.engine.coloring import color_shot
from app.engine.coloring_request import ColoringRequest
from app.engine.finetuning import fine_tune
from app.engine.task import CancelToken
from app.engine.tuning_request import TuningRequest
from app.io.shows.weights_store import TuningPlan, TuningRecord, WeightsStore
from tests.benchmarks.clicks import Job, colored, jobs, keyed, with_spreading

MINUTES = 1.0


def all_told(todo: Job) -> tuple[Correction, ...]:
    """Corrections that say the true color of every region of a drawing."""
    told = []
    for region in np.flatnonzero(todo.areas):
        x, y = todo.points[region].tolist()
        red, green, blue, alpha = todo.truth[region].tolist()
        told.append(Correction(x, y, (red, green, blue, alpha)))
    return tuple(told)


def partly_done(
    folder: Path, colorings: dict[int, ColoredDrawing], todo: dict[int, Job], done: Iterable[int]
) -> ShotState:
    """The shot with some drawings corrected and accepted."""
    opened = keyed(folder)
    opened.set_colorings(colorings)
    opened.set_corrections({number: all_told(todo[number]) for number in done})
    return Show(None, [opened]).state().shots[0]


def recolored(shot: ShotState, weights: Path | None) -> dict[int, ColoredDrawing]:
    """The shot's in-betweens with other weights; what was told is heard."""
    request = ColoringRequest(
        shot.drawings,
        shot.keys,
        only=frozenset(drawing.number for drawing in shot.drawings),
        device="cpu",
        weights=weights,
        corrections=shot.corrections,
    )
    steps = color_shot(request, CancelToken())
    results = [step.result for step in steps if step.result is not None]
    return {one.number: one for one in results if not one.is_key}


def learned(shot: ShotState, show: Path) -> tuple[Path | None, float]:
    """Weights that were learned from a shot, if they won, and the seconds it took."""
    plan = TuningPlan("learned", "2026-11-24T12:00:00", MINUTES, 1, (shot.name,))
    began = time.perf_counter()
    *_, last = fine_tune(TuningRequest(show, plan, (shot,), device="cpu"), CancelToken())
    assert isinstance(last.result, TuningRecord)
    weights = WeightsStore(show).folder(plan.id) if last.result.has_won else None
    return weights, time.perf_counter() - began


def clicks_left(shot: ShotState, todo: dict[int, Job], weights: Path | None) -> int:
    """Clicks on a shot that is partly done, colored again with what was told of it."""
    return sum(1 for _ in with_spreading(recolored(shot, weights), todo, shot.corrections))


def report(folder: Path, *, every_other: bool) -> tuple[int, int]:
    """Print and give the clicks on the rest, going on and after learning."""
    colorings = colored(folder)
    todo = jobs(folder, colorings)
    numbers = sorted(colorings)
    done = numbers[::2] if every_other else numbers[: len(numbers) // 2]
    rest = frozenset(numbers) - set(done)
    truly = {
        number: replace(colorings[number], confidence=np.ones_like(colorings[number].confidence))
        for number in done
    }
    shot = partly_done(folder, colorings | truly, todo, done)
    if every_other:
        going_on = clicks_left(shot, todo, None)
    else:
        going_on = sum(number in rest for number, _ in with_spreading(colorings, todo))
    with TemporaryDirectory(suffix=".shiage") as place:
        weights, seconds = learned(shot, Path(place))
        after = going_on if weights is None else clicks_left(shot, todo, weights)
    how = f"{after} after learning for {seconds:.0f} s" if weights else "nothing was gained"
    print(f"{folder.name:24} {len(rest):3} drawings: {going_on:4} clicks, {how}", flush=True)
    return going_on, after


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("shots", type=Path, nargs="+", help="shots, or folders of shots")
    parser.add_argument("--every-other", action="store_true", help="not the first half")
    given = parser.parse_args()
    shots = [
        shot
        for path in given.shots
        for shot in ([path] if (path / "line").is_dir() else sorted(path.glob("*")))
        if (shot / "line").is_dir()
    ]
    counts = [report(shot, every_other=given.every_other) for shot in shots]
    total = np.array(counts).sum(axis=0)
    print(f"all: {total[0]} clicks, {total[1]} after learning")


if __name__ == "__main__":
    main()
