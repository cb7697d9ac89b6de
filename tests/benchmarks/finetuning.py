"""What fine-tuning brings on shots that are not learned from.

`python -m tests.benchmarks.finetuning real --minutes 2 SHOT SHOT SHOT ...`: finished shots of one
character; each in turn is measured after the others were learned from, from its own keys alone and
with the first and last drawings of the others as lent keys beside them. `--measure NAME ...`
measures some of them only. `procedural --minutes 2
--sequences 1 2 4`: a procedural show in a style that nothing was trained on.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image

from model.evaluation.benchmark import BenchmarkRequest, run_benchmark
from model.evaluation.footage import read_shot
from model.evaluation.networks import NetworksMethod
from model.evaluation.scores import ShotScore
from model.shows import Show
from model.training.footage import drawing_names, read_drawing
from model.tuning.adopt import write_tuned
from model.tuning.plan import Plan
from model.tuning.sequences import FinishedDrawing, TuningSequence, in_sequences
from model.tuning.tuner import Tuner
from model.weights import load_weights
from tests.benchmarks.lent_keys import Images, lent_by
from tests.benchmarks.lent_keys import measure as measure_shot

KEYS = ("ends", "first")
Figures = dict[str, tuple[float, float]]
# A seed that no training draws, and lines heavier than any that were trained on.
SEED, SIZE, HEAVIER = 77, (400, 400), 2.5
MEASURED_SHOTS, LENGTH = 6, 8


def read(folder: Path, name: str) -> FinishedDrawing:
    """A drawing of a shot folder."""
    drawing = read_drawing(folder, name)
    return FinishedDrawing(drawing.line, drawing.color)


def sequences_in(shots: Sequence[Path]) -> list[TuningSequence]:
    """The sequences of finished shots."""
    return [
        sequence
        for shot in shots
        for sequence in in_sequences(
            shot.name, [partial(read, shot, name) for name in drawing_names(shot)]
        )
    ]


def tuned(sequences: Sequence[TuningSequence], minutes: float, folder: Path) -> Path | None:
    """Learn; the weights folder, or None when nothing won."""
    tuner = Tuner(load_weights(), sequences, Plan(minutes), folder / "run")
    steps = sum(progress.loss is not None for progress in tuner.steps())
    outcome = tuner.outcome()
    before, after, gain = outcome.before, outcome.after, outcome.gain
    parts = ", ".join(part.value for part in outcome.adopted) or "nothing"
    print(
        f"  {minutes:g} min, {steps} steps: kept apart {before.regions:.4f} → "
        f"{after.regions:.4f}, {before.psnr:.2f} → {after.psnr:.2f} dB, "
        f"{gain.mended} mended, {gain.broken} broken; adopted {parts}",
        flush=True,
    )
    if not outcome.adopted:
        return None
    write_tuned(folder / "weights", None, outcome, {})
    return folder / "weights"


def measure(shots: Path, weights: Path | None) -> Figures:
    """Share of regions right and PSNR, mean over shots, for each setting of keys."""
    request = BenchmarkRequest(shots, ("shiage",), KEYS, gap=4, weights=weights, device="cpu")
    scores: list[ShotScore] = [one.score for one in run_benchmark(request) if one.score]
    return {
        setting: (
            float(np.mean([s.mean("region_accuracy") for s in scores if s.keys == setting])),
            float(np.mean([s.mean("psnr") for s in scores if s.keys == setting])),
        )
        for setting in KEYS
    }


def told(name: str, figures: Figures) -> None:
    """Print one row."""
    cells = " | ".join(f"{regions:.4f} / {psnr:.2f}" for regions, psnr in figures.values())
    print(f"{name} | {cells}", flush=True)


def measure_lending(shot: Path, lent: Sequence[Images], weights: Path | None) -> Figures:
    """The same of one shot, without and with keys of other shots."""
    method, finished = NetworksMethod(weights, "cpu"), read_shot(shot, with_gaps=False)
    return {
        f"{setting}{beside}": measure_shot(method, finished, setting, offered)
        for beside, offered in (("", ()), (", lent", lent))
        for setting in KEYS
    }


def compare(
    name: str,
    sequences: Sequence[TuningSequence],
    measured: Callable[[Path | None], Figures],
    minutes: Sequence[float],
) -> None:
    """Measure before, and after each length of fine-tuning."""
    before = measured(None)
    told(f"{name}, before", before)
    for length in minutes:
        with tempfile.TemporaryDirectory() as folder:
            weights = tuned(sequences, length, Path(folder))
            after = before if weights is None else measured(weights)
        told(f"{name}, after {length:g} min", after)


def real(shots: Sequence[Path], minutes: Sequence[float], names: Sequence[str]) -> None:
    """Each shot in turn is measured after the others were learned from."""
    for shot in shots:
        if names and shot.name not in names:
            continue
        others = [other for other in shots if other != shot]
        lent = lent_by([read_shot(other, with_gaps=False) for other in others])
        compare(shot.name, sequences_in(others), partial(measure_lending, shot, lent), minutes)


def procedural(counts: Sequence[int], minutes: Sequence[float]) -> None:
    """A show in an unseen style, by the number of sequences that are learned from."""
    show = Show(SEED, SIZE)
    widths = tuple(HEAVIER * width for width in show.style.widths)
    show.style = replace(show.style, widths=widths)  # type: ignore[arg-type]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for index in range(MEASURED_SHOTS):
            _draw(show, index, root / "measured" / f"shot{index}")
        learned = [root / "learned" / f"shot{index:02d}" for index in range(max(counts))]
        for index, path in enumerate(learned):
            _draw(show, 1000 + index, path)
        for count in counts:
            name = f"{count} sequences"
            compare(
                name, sequences_in(learned[:count]), partial(measure, root / "measured"), minutes
            )


def _draw(show: Show, seed: int, folder: Path) -> None:
    shot = show.shot(seed, 2 * LENGTH, motion=0.5)
    for kind in ("line", "color"):
        (folder / kind).mkdir(parents=True)
    for index in range(LENGTH):
        drawing = shot.draw(2 * index)
        Image.fromarray(drawing.line).save(folder / "line" / f"{index + 1:04d}.png")
        Image.fromarray(drawing.color).save(folder / "color" / f"{index + 1:04d}.png")


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kind", choices=("real", "procedural"))
    parser.add_argument("shots", nargs="*", type=Path)
    parser.add_argument("--measure", nargs="+", default=[], metavar="NAME")
    parser.add_argument("--minutes", nargs="+", type=float, default=[2.0, 15.0])
    parser.add_argument("--sequences", nargs="+", type=int, default=[1, 2, 4, 8, 16, 32])
    given = parser.parse_args()
    print("regions right / PSNR dB | first and last key | first key (| the same with lent keys)")
    if given.kind == "real":
        real(given.shots, given.minutes, given.measure)
    else:
        procedural(given.sequences, given.minutes)


if __name__ == "__main__":
    main()
