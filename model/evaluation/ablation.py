"""The ablation of the paper's Table 1, one command: `python -m model.evaluation.ablation`.

Every row trains its color transform network from scratch on the CPU with the same seed, data and
minutes: with each loss of paper equation 11 at the paper's weight and our matching loss, but for
what the row leaves out. What the network paints is measured as it is, without region votes, on
finished shots with their first and last drawing as keys.

Only `full` has a temporal constraint network: it is trained for the same minutes on top of the
color network of `no_temporal`. All other rows are measured without one and so compare with
`no_temporal`; in the paper they have one and compare with Full.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from model.evaluation.ablation_results import (
    as_markdown,
    read_json,
    read_results,
    write_json,
    write_results,
)
from model.evaluation.ablation_rows import (
    BASE,
    ROWS,
    Budget,
    color_training,
    temporal_training,
)
from model.evaluation.footage import BenchmarkError, FinishedShot, find_shots, read_shot
from model.evaluation.raw_networks import RawNetworks, mean_figures, measure
from model.networks.checkpoint import load_temporal
from model.training.ablated import load_color_network
from model.training.config import TrainingConfig, provenance
from model.training.state import STATE_FILE
from model.training.trainer import Trainer

_LOG = logging.getLogger(__name__)

_FINISHED = "finished.json"
_COLOR, _TEMPORAL = "color_transform.safetensors", "temporal.safetensors"
# Drawings measured of each shot at most.
_MEASURED = 6


@dataclass(frozen=True)
class AblationRequest:
    """What is to be done.

    Attributes:
        shots: folder of finished shots to measure on.
        budget: of each row.
        out: folder for networks and results.
        rows: names out of `ROWS`.
        side: longer side in pixels of the pictures that the networks color when measured.
    """

    shots: Path
    budget: Budget
    out: Path
    rows: Sequence[str] = tuple(ROWS)
    side: int = 256


def run_ablation(request: AblationRequest) -> Iterator[str]:
    """Train and measure row by row; `ablation.json` in `out` is written after each.

    Rows that are in it with the same settings are passed over, and a network whose training is
    finished is not trained again.

    Yields:
        The name of each row when it is done.

    Raises:
        BenchmarkError: there are no shots to measure, or one cannot be read.
        ValueError: the training data or the perceptual network can not be used.
    """
    request.out.mkdir(parents=True, exist_ok=True)
    shots = [read_shot(folder, with_gaps=False) for folder in find_shots(request.shots)]
    for name in request.rows:
        results = read_results(request.out)
        settings = _settings(name, request, shots)
        if results.get(name, {}).get("settings") != settings:
            _LOG.info("row %s", name)
            results[name] = {**_row(name, request, shots), "settings": settings}
            write_results(request.out, results)
        yield name


def _settings(name: str, request: AblationRequest, shots: Sequence[FinishedShot]) -> Any:
    """All that a row's figures rest on, as JSON gives it back."""
    settings = {
        "training": [provenance(config) for _, config in _trainings(name, request)],
        "shots": [shot.name for shot in shots],
        "drawings": _MEASURED,
        "side": request.side,
    }
    return json.loads(json.dumps(settings))


def _trainings(name: str, request: AblationRequest) -> list[tuple[Path, TrainingConfig]]:
    """Folder and config of a row's color network and, where it has one, its temporal network."""
    row, budget = ROWS[name], request.budget
    folder = request.out / (BASE if row.temporal else name)
    trainings = [(folder, color_training(row, budget))]
    if row.temporal:
        config = temporal_training(row, budget, folder / _COLOR)
        trainings.append((request.out / name, config))
    return trainings


def _row(name: str, request: AblationRequest, shots: Sequence[FinishedShot]) -> dict[str, Any]:
    trainings = _trainings(name, request)
    steps = [_train(config, folder) for folder, config in trainings]
    folders = [folder for folder, _ in trainings]
    networks = RawNetworks(
        load_color_network(folders[0] / _COLOR, ROWS[name].without),
        load_temporal(folders[1] / _TEMPORAL) if len(folders) > 1 else None,
        request.side,
    )
    figures = {shot.name: measure(networks, shot, _MEASURED) for shot in shots}
    found = {shot: each for shot, each in figures.items() if each is not None}
    if not found:
        raise BenchmarkError(
            f"No shot in {request.shots} has a drawing between its first and its last; "
            "give shots of three drawings or more."
        )
    return {
        **asdict(mean_figures(list(found.values()))),
        "steps": steps,
        "shots": {shot: asdict(each) for shot, each in found.items()},
    }


def _train(config: TrainingConfig, folder: Path) -> int:
    """Train unless the folder holds a finished training like it; the number of steps made."""
    wanted = json.loads(json.dumps(asdict(config)))
    finished = read_json(folder / _FINISHED)
    if finished and finished["config"] == wanted:
        return int(finished["steps"])
    (folder / _FINISHED).unlink(missing_ok=True)
    steps = 0
    for progress in Trainer(config, folder).run():
        steps = progress.step
    # Nobody takes a row up again, and its state is many times larger than its weights.
    (folder / STATE_FILE).unlink(missing_ok=True)
    write_json(folder / _FINISHED, {"steps": steps, "config": wanted})
    return steps


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; 0 done, 2 something given can not be used, 130 stopped."""
    given = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    budget = Budget(
        train=given.train,
        stills=given.stills,
        perceptual=given.perceptual,
        perceptual_input=given.perceptual_input,
        minutes=given.minutes,
        threads=given.threads,
        workers=given.workers,
        seed=given.seed,
    )
    rows = tuple(ROWS) if "all" in given.rows else tuple(given.rows)
    request = AblationRequest(given.shots, budget, given.out, rows, given.side)
    try:
        for name in run_ablation(request):
            _LOG.info("%s is done", name)
        print(as_markdown(read_results(given.out)))
    except (BenchmarkError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="model.evaluation.ablation", description="Train and measure the paper's Table 1."
    )
    add = parser.add_argument
    add("--shots", type=Path, required=True, help="folder of finished shots to measure on")
    add("--train", type=Path, required=True, help="folder of shots to learn from")
    add("--stills", type=Path, required=True, help="folder of sets of stills to learn from")
    add("--perceptual", type=Path, required=True, help="safetensors file of a VGG network")
    add("--perceptual-input", default="rgb255", choices=("torchvision", "rgb255", "bgr255"))
    add("--minutes", type=float, default=2.5, help="of training for each network")
    add("--out", type=Path, required=True, help="folder for networks and ablation.json")
    add("--rows", nargs="+", default=["all"], choices=("all", *ROWS), metavar="ROW")
    add("--side", type=int, default=256, help="longer side at which drawings are colored")
    add("--threads", type=int, default=1, help="of the training process; 0: torch's default")
    add("--workers", type=int, default=0, help="processes that make data; 0: the training one")
    add("--seed", type=int, default=1)
    return parser


if __name__ == "__main__":
    sys.exit(main())
