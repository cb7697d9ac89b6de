"""What a show learned: the folder `weights` inside the show, one folder for each fine-tuning.

`weights/ID/tuning.json` tells what was learned from and what came of it; the networks lie beside
it when they won. `weights/ID.run` is a run that goes on, or that was cut off.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path

from app.io.files.atomic import write_atomically

WEIGHTS = "weights"
PAPER_EPOCHS = 30
"""How often the paper learns from each drawing."""

_RECORD = "tuning.json"
_PLAN = "plan.json"
_RUN_SUFFIX = ".run"


@dataclass(frozen=True)
class TuningRecord:
    """One fine-tuning that is over.

    Attributes:
        id: name of its folder.
        when: local time at its start, ISO 8601.
        minutes: it took.
        data: what was learned from, in a few words.
        drawings: how many.
        adopted: names of the networks that won; none when the weights before were kept.
        regions_before, regions_after: share of regions right on the drawings kept apart, 0..1.
        psnr_before, psnr_after: dB on them.
        mended, broken: regions that became right, and that became wrong.
        start: id of the fine-tuning that it went on from; None for the bundled networks.
    """

    id: str
    when: str
    minutes: float
    data: str
    drawings: int
    adopted: tuple[str, ...]
    regions_before: float
    regions_after: float
    psnr_before: float
    psnr_after: float
    mended: int
    broken: int
    start: str | None = None

    @property
    def has_won(self) -> bool:
        """Whether there are networks to use."""
        return bool(self.adopted)


@dataclass(frozen=True)
class Length:
    """How long a fine-tuning may take.

    Attributes:
        minutes: of it; None for `epochs`.
        epochs: how often each drawing is learned from.
    """

    minutes: float | None
    epochs: int = PAPER_EPOCHS


@dataclass(frozen=True)
class TuningPlan:
    """What a run was asked to do, so that it can be taken up again.

    Attributes:
        id: name of its folder, without the suffix of a run.
        when: local time at its start, ISO 8601.
        minutes: it may take; None for `epochs`.
        epochs: how often each drawing is learned from.
        shots: names of the shots to learn from; empty for all of the show, and its footage.
        start: id of the fine-tuning to go on from; None for the bundled networks.
    """

    id: str
    when: str
    minutes: float | None
    epochs: int
    shots: tuple[str, ...] = ()
    start: str | None = None


class WeightsStore:
    """The weights of one show."""

    def __init__(self, show: Path) -> None:
        self._path = show / WEIGHTS

    def folder(self, id_: str) -> Path:
        """Where the networks of a fine-tuning are."""
        return self._path / id_

    def run_folder(self, id_: str) -> Path:
        """Where a run keeps what it needs to go on."""
        return self._path / f"{id_}{_RUN_SUFFIX}"

    def new_plan(
        self, length: Length, shots: Iterable[str] = (), start: str | None = None
    ) -> TuningPlan:
        """The plan of a run that begins now, with an id that no fine-tuning of this show has.

        Args:
            length: of it.
            shots: names of the shots to learn from; empty for all of the show, and its footage.
            start: id of the fine-tuning to go on from; None for the bundled networks.
        """
        now = datetime.now().astimezone()
        when = now.isoformat(timespec="seconds")
        id_ = self._new_id(now)
        return TuningPlan(id_, when, length.minutes, length.epochs, tuple(shots), start)

    def _new_id(self, now: datetime) -> str:
        base = now.strftime("%Y-%m-%d %H.%M")
        name, number = base, 1
        while self.folder(name).exists() or self.run_folder(name).exists():
            number += 1
            name = f"{base} ({number})"
        return name

    def records(self) -> list[TuningRecord]:
        """All that are over, the latest first; damaged ones are passed over."""
        found = []
        for path in self._folders():
            if path.suffix != _RUN_SUFFIX:
                record = _read_record(path / _RECORD)
                if record is not None and record.id == path.name:
                    found.append(record)
        return sorted(found, key=lambda one: (one.when, one.id), reverse=True)

    def interrupted(self) -> TuningPlan | None:
        """The latest run that was cut off, or None."""
        plans = [
            plan
            for path in self._folders()
            if path.suffix == _RUN_SUFFIX and (plan := _read_plan(path / _PLAN)) is not None
        ]
        return max(plans, key=lambda one: one.when, default=None)

    def begin(self, plan: TuningPlan) -> Path:
        """The folder of a new run, or of one that is taken up; OSError when it cannot be made."""
        folder = self.run_folder(plan.id)
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(folder / _PLAN, json.dumps(asdict(plan)).encode())
        return folder

    def finish(self, record: TuningRecord) -> None:
        """Write what came of a run, and forget what it needed to go on.

        Raises:
            OSError: the disk does not take it; the run can still be taken up.
        """
        self.folder(record.id).mkdir(parents=True, exist_ok=True)
        text = json.dumps(asdict(record), ensure_ascii=False, indent=1)
        write_atomically(self.folder(record.id) / _RECORD, text.encode())
        self.forget_run(record.id)

    def take_over(self, other: WeightsStore, id_: str) -> None:
        """Copy a fine-tuning from another show, such as the place this one was saved in before.

        Raises:
            OSError: it cannot be copied; nothing of it is here then.
        """
        if self.folder(id_).exists():
            return
        unfinished = self._path / f".{id_}.part"
        shutil.rmtree(unfinished, ignore_errors=True)
        try:
            shutil.copytree(other.folder(id_), unfinished)
            unfinished.rename(self.folder(id_))
        except OSError:
            shutil.rmtree(unfinished, ignore_errors=True)
            raise

    def forget_run(self, id_: str) -> None:
        """Throw a run away that was cut off."""
        shutil.rmtree(self.run_folder(id_), ignore_errors=True)

    def remove(self, id_: str) -> None:
        """Throw a fine-tuning away."""
        shutil.rmtree(self.folder(id_), ignore_errors=True)

    def _folders(self) -> list[Path]:
        try:
            return [path for path in self._path.iterdir() if path.is_dir()]
        except OSError:
            return []


def _read_record(path: Path) -> TuningRecord | None:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        return TuningRecord(
            **{one.name: values[one.name] for one in fields(TuningRecord)}
            | {"adopted": tuple(values["adopted"])}
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _read_plan(path: Path) -> TuningPlan | None:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        return TuningPlan(**values | {"shots": tuple(values["shots"])})
    except (OSError, ValueError, KeyError, TypeError):
        return None
