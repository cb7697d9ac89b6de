"""Measure the networks against classical methods on finished shots."""

from __future__ import annotations

import io
import json
import os
import platform
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from app.engine.coloring_request import DEFAULT_GAP
from app.engine.networks import Device
from app.engine.task import CancelToken, Step
from app.io.files.atomic import write_atomically
from model.evaluation.choices import GAP_WIDTH, KEY_SETTINGS, METHOD_NAMES, OURS

if TYPE_CHECKING:
    from model.evaluation.scores import ShotScore

__all__ = [
    "GAP_WIDTH",
    "KEY_SETTINGS",
    "METHOD_NAMES",
    "Benchmark",
    "MeasuringError",
    "gap_for",
]


class MeasuringError(Exception):
    """Nothing can be measured or written; the text is one sentence with the remedy."""


def gap_for(with_gaps: bool) -> int:
    """How wide a hole in a line is closed unless the user says otherwise, in pixels.

    A square cut out of a slanting line opens it by the square's diagonal.
    """
    return int(np.ceil(GAP_WIDTH * np.sqrt(2))) if with_gaps else DEFAULT_GAP


@dataclass
class Benchmark:
    """One benchmark: what is measured, then what was found so far.

    Attributes:
        shots: folder of finished shots, each with `line/` and `color/`.
        methods: names out of `METHOD_NAMES`.
        keys: settings out of `KEY_SETTINGS`.
        gap: every method closes holes in lines up to this many pixels.
        with_gaps: cut gaps of `GAP_WIDTH` pixels into the lines.
        sheets: folder for a contact sheet of each shot and setting; None for no sheets.
        weights: of the networks; None for the bundled ones.
        device: of the networks.
        scores: one for each method on each shot with each setting, as they are finished.
    """

    shots: Path
    methods: Sequence[str]
    keys: Sequence[str]
    gap: int = DEFAULT_GAP
    with_gaps: bool = False
    sheets: Path | None = None
    weights: Path | None = None
    device: Device = "auto"
    scores: list[ShotScore] = field(default_factory=list)

    def run(self, cancel: CancelToken) -> Iterator[Step[str]]:
        """Measure; a finished run or sheet is a result, which names it.

        Raises:
            MeasuringError: no shots, unreadable drawings, no networks, or no room for a sheet.
        """
        # scipy takes half a second at every start of the program, torch takes longer.
        from model.evaluation.benchmark import BenchmarkRequest, run_benchmark
        from model.evaluation.footage import BenchmarkError

        request = BenchmarkRequest(
            self.shots,
            self.methods,
            self.keys,
            self.gap,
            self.with_gaps,
            self.sheets is not None,
            self.weights,
            self.device,
        )
        try:
            for measured in run_benchmark(request):
                if cancel.is_cancelled:
                    return
                result = None
                if measured.score is not None:
                    self.scores.append(measured.score)
                    result = measured.what
                if measured.sheet is not None:
                    result = str(self._write_sheet(*measured.sheet))
                yield Step(measured.done, measured.total, measured.what, result)
        except BenchmarkError as error:
            raise MeasuringError(str(error)) from error

    def table(self) -> str:
        """The scores for a terminal."""
        from model.evaluation.table import as_table

        return as_table(self.scores)

    def write_report(self, path: Path) -> None:
        """Write settings, machine, weights and all scores as JSON.

        Raises:
            MeasuringError: the file cannot be written.
        """
        values = {
            "shots": str(self.shots),
            "methods": list(self.methods),
            "keys": list(self.keys),
            "gap": self.gap,
            "gaps_cut": GAP_WIDTH if self.with_gaps else 0,
            "device": self.device,
            "machine": {
                "system": platform.system(),
                "processor": platform.machine(),
                "cores": os.cpu_count(),
                "python": platform.python_version(),
            },
            "weights": self._weights_sha256(),
            "scores": [score.as_json() for score in self.scores],
        }
        _write(path, json.dumps(values, indent=1).encode())

    def _write_sheet(self, name: str, picture: NDArray[np.uint8]) -> Path:
        assert self.sheets is not None
        buffer = io.BytesIO()
        Image.fromarray(picture).save(buffer, "PNG")
        path = self.sheets / f"{name}.png"
        _write(path, buffer.getvalue())
        return path

    def _weights_sha256(self) -> dict[str, str]:
        """By network; empty where the networks did not take part."""
        if OURS not in self.methods:
            return {}
        from model.manifest import BUNDLED, MANIFEST

        manifest: dict[str, Any] = json.loads(
            ((self.weights or BUNDLED) / MANIFEST).read_text(encoding="utf-8")
        )
        return {name: entry["sha256"] for name, entry in manifest["networks"].items()}


def _write(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, data)
    except OSError as error:
        raise MeasuringError(
            f"{path} cannot be written ({error.strerror}); make room or choose another place."
        ) from error
