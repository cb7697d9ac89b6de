"""What a run keeps on the disk, so that it can be cut off at any moment and taken up again."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from torch import nn

from model.networks.checkpoint import (
    load_color_transform,
    load_region_matcher,
    load_temporal,
    save_network,
)
from model.training.state import STATE_FILE
from model.tuning.held_out import Measure
from model.tuning.learners import Learner
from model.tuning.plan import Part

_PROGRESS = "progress.json"
_BEST = "best"
_LOADERS: Mapping[Part, Callable[[Path], nn.Module]] = {
    Part.MATCHER: load_region_matcher,
    Part.COLOR: load_color_transform,
    Part.TEMPORAL: load_temporal,
}


@dataclass(frozen=True)
class Point:
    """One measure on the drawings kept apart.

    Attributes:
        seconds: into the run.
        part: the name of the network that was learning; None for the measure before.
        regions: share of regions right, 0..1.
        psnr: dB.
        soft_psnr: dB of the blended color alone.
    """

    seconds: float
    part: str | None
    regions: float
    psnr: float
    soft_psnr: float

    @classmethod
    def of(cls, seconds: float, part: Part | None, measure: Measure) -> Point:
        """The figures of a measure."""
        name = None if part is None else part.value
        return cls(seconds, name, measure.regions, measure.psnr, measure.soft_psnr)


class RunFolder:
    """The folder of one run; damaged files in it are passed over, as if they were not there.

    Attributes:
        points: all measures of the run, the one before it first.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.points: list[Point] = []

    def spent(self) -> tuple[float, int]:
        """Seconds and lessons of an interrupted run; nothing where there was none."""
        try:
            values = json.loads((self._path / _PROGRESS).read_text(encoding="utf-8"))
            self.points = [Point(**point) for point in values["points"]]
            return float(values["seconds"]), int(values["lessons"])
        except (OSError, ValueError, KeyError, TypeError):
            self.points = []
            return 0.0, 0

    def best(self, part: Part) -> nn.Module | None:
        """The best network of a part that an interrupted run found, or None."""
        try:
            return _LOADERS[part](self._best_file(part))
        except ValueError:
            return None

    def drop_best(self, part: Part) -> None:
        """Forget it: it did not win."""
        self._best_file(part).unlink(missing_ok=True)

    def take_up(self, part: Part, learner: Learner) -> None:
        """Let a learner go on where it was cut off, if it was."""
        folder = self._path / part.value
        if (folder / STATE_FILE).exists():
            try:
                learner.load(folder)
            except ValueError:
                (folder / STATE_FILE).unlink()

    def keep_best(self, part: Part, network: nn.Module) -> None:
        """Write a network that is better than all before; OSError when the disk is full."""
        target = self._best_file(part)
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_suffix(".part")
        save_network(network, unfinished, {})  # type: ignore[arg-type]
        unfinished.replace(target)

    def save(self, part: Part, learner: Learner, seconds: float, lessons: int) -> None:
        """Write how far the run is; OSError when the disk is full."""
        folder = self._path / part.value
        folder.mkdir(parents=True, exist_ok=True)
        learner.save(folder)
        values = {
            "seconds": seconds,
            "lessons": lessons,
            "points": [asdict(point) for point in self.points],
        }
        unfinished = self._path / f"{_PROGRESS}.part"
        unfinished.write_text(json.dumps(values), encoding="utf-8")
        unfinished.replace(self._path / _PROGRESS)

    def _best_file(self, part: Part) -> Path:
        return self._path / _BEST / f"{part.value}.safetensors"
