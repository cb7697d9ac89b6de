"""All methods on all shots with all settings of keys, measured with one ruler."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from model.evaluation.baselines import CopiedKey, Flow
from model.evaluation.choices import OURS
from model.evaluation.footage import (
    BenchmarkError,
    FinishedShot,
    find_shots,
    key_positions,
    measured_positions,
    read_shot,
)
from model.evaluation.memory import peak_mib, reset_peak
from model.evaluation.methods import KeyedShot, Method
from model.evaluation.metrics import flicker, palette_codes
from model.evaluation.region_matching import RegionMatching
from model.evaluation.scores import DrawingScore, ShotScore, score_drawing
from model.evaluation.sheets import Sheet
from model.evaluation.truth import over_white

_BASELINES: Mapping[str, Callable[[], Method]] = {
    "copy": lambda: CopiedKey(by_region=False),
    "copy_regions": lambda: CopiedKey(by_region=True),
    "flow": lambda: Flow(chained=False),
    "flow_chain": lambda: Flow(chained=True),
    "segmatch": RegionMatching,
}


@dataclass(frozen=True)
class BenchmarkRequest:
    """What is to be measured.

    Attributes:
        shots: folder of finished shots.
        methods: names out of `METHOD_NAMES`.
        keys: settings out of `KEY_SETTINGS`.
        gap: holes in lines up to this many pixels are closed, by every method.
        with_gaps: cut 5 px gaps into the lines.
        sheets: also draw a contact sheet for each shot and setting.
        weights: of our networks; None for the bundled ones.
        device: of our networks.
        drawings_per_shot: at most so many are measured.
    """

    shots: Path
    methods: Sequence[str]
    keys: Sequence[str]
    gap: int
    with_gaps: bool = False
    sheets: bool = False
    weights: Path | None = None
    device: str = "auto"
    drawings_per_shot: int = 16


@dataclass(frozen=True, eq=False)
class Measured:
    """How far the benchmark is.

    Attributes:
        done: finished runs of one method on one shot with one setting.
        total: runs in all.
        what: is being done now, or was just done.
        score: of the run just finished, or None.
        sheet: name and (H, W, 3) uint8 picture of a contact sheet just finished, or None.
    """

    done: int
    total: int
    what: str
    score: ShotScore | None = None
    sheet: tuple[str, NDArray[np.uint8]] | None = None


def run_benchmark(request: BenchmarkRequest) -> Iterator[Measured]:
    """Measure, one run after the other; drawings that are keys are never measured.

    Raises:
        BenchmarkError: there are no shots, one cannot be read, or our networks cannot be loaded.
    """
    folders = find_shots(request.shots)
    methods = {name: _make(name, request) for name in request.methods}
    done, total = 0, len(folders) * len(request.keys) * len(methods)
    for folder in folders:
        shot = read_shot(folder, request.with_gaps)
        for setting in request.keys:
            run = _Run.of(shot, setting, request)
            if run is None:
                done += len(methods)
                yield Measured(done, total, f"{shot.name} is too short for {setting} keys")
                continue
            scores = []
            for name, method in methods.items():
                yield Measured(done, total, f"{shot.name}, {setting}, {name}")
                scores.append(run.measure(name, method))
                done += 1
                yield Measured(done, total, f"{shot.name}, {setting}, {name}", scores[-1])
            if run.sheet is not None:
                picture = run.sheet.draw(shown_methods(scores))
                yield Measured(
                    done, total, "contact sheet", sheet=(f"{shot.name}.{setting}", picture)
                )


def shown_methods(scores: Sequence[ShotScore]) -> list[str]:
    """Ours, if it ran, and the baseline that got most regions right."""
    baselines = [score for score in scores if score.method != OURS]
    shown = [score.method for score in scores if score.method == OURS]
    if baselines:
        shown.append(max(baselines, key=lambda score: score.mean("region_accuracy")).method)
    return shown


def _make(name: str, request: BenchmarkRequest) -> Method:
    if name != OURS:
        return _BASELINES[name]()
    # Importing torch takes seconds, which baselines alone need not spend.
    from model.evaluation.networks import NetworksMethod
    from model.manifest import WeightsError

    try:
        return NetworksMethod(request.weights, request.device)
    except WeightsError as error:
        raise BenchmarkError(str(error)) from error


@dataclass(frozen=True, eq=False)
class _Run:
    """One shot with one setting of keys, ready for one method after the other."""

    shot: FinishedShot
    setting: str
    keyed: KeyedShot
    measured: list[int]
    sheet: Sheet | None

    @classmethod
    def of(cls, shot: FinishedShot, setting: str, request: BenchmarkRequest) -> _Run | None:
        """None where the shot has too few drawings for the setting."""
        count = len(shot.truths)
        keys = key_positions(setting, count)
        measured = measured_positions(keys, count, request.drawings_per_shot)
        if not measured or (setting.isdecimal() and len(keys) < int(setting)):
            return None
        keyed = KeyedShot(shot.lines, {key: shot.truths[key].color for key in keys}, request.gap)
        sheet = Sheet(shot, measured) if request.sheets else None
        return cls(shot, setting, keyed, measured, sheet)

    def measure(self, name: str, method: Method) -> ShotScore:
        """Color every measured drawing and score it."""
        palette = palette_codes(list(self.keyed.keys.values()))
        reset_peak()
        began = time.perf_counter()
        method.prepare(self.keyed)
        prepared = time.perf_counter() - began
        # A method may do all its work beforehand: each drawing bears its share of that.
        share = prepared / max(1, len(self.shot.names) - len(self.keyed.keys))
        drawings: list[DrawingScore] = []
        changes: list[float] = []
        last: tuple[int, NDArray[np.uint8]] | None = None
        for index in self.measured:
            truth = self.shot.truths[index]
            began = time.perf_counter()
            color = method.color(index)
            seconds = share + time.perf_counter() - began
            drawings.append(score_drawing(self.shot.names[index], color, truth, palette, seconds))
            image = over_white(color, truth.line)
            if last is not None:
                before = self.shot.truths[last[0]].composite
                change = flicker((last[1], image), (before, truth.composite))
                changes += [] if change is None else [change]
            last = index, image
            if self.sheet is not None:
                self.sheet.add(name, index, color)
        return ShotScore(
            shot=self.shot.name,
            keys=self.setting,
            key_drawings=tuple(self.shot.names[key] for key in sorted(self.keyed.keys)),
            method=name,
            drawings=tuple(drawings),
            flicker=float(np.mean(changes)) if changes else None,
            prepare_seconds=prepared,
            peak_mib=peak_mib(),
        )
