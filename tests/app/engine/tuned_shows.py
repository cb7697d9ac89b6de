"""A saved show of small drawings that small untrained networks can learn from."""

from __future__ import annotations

from pathlib import Path

from app.document.show import Show, ShowState
from app.engine.tuning_request import TuningRequest
from app.io.shots.shot_folder import open_shot_folder
from app.io.shows.show_file import ShowWriter
from app.io.shows.weights_store import TuningPlan, WeightsStore
from tests.app.engine.small_weights import make_weights
from tests.app.shots import make_shot

SMALL = "small"  # id of the weights that the show begins with


def save_show(folder: Path, finished: int = 9) -> tuple[Path, ShowState]:
    """A show with one shot, `finished` of whose nine drawings are keys."""
    numbers = tuple(range(1, finished + 1))
    opened = open_shot_folder(make_shot(folder / "cut", count=9, keys=numbers))
    opened.shot.set_keys(opened.offered_keys)
    show = Show(None, [opened.shot])
    show.set_weights(SMALL)
    path = folder / "boxes.shiage"
    ShowWriter(path).write(show.state())
    (path / "weights").mkdir()
    make_weights(WeightsStore(path).folder(SMALL))
    return path, show.state()


def tuning(path: Path, state: ShowState, **options: object) -> TuningRequest:
    """A request to learn from all of it, twice."""
    plan = TuningPlan("run 1", "2026-11-24T12:00:00", None, 2, start=SMALL)
    return TuningRequest(path, plan, state.shots, device="cpu", **options)  # type: ignore[arg-type]
