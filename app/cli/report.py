"""What `--report` writes: what was decided for every region, and what it cost."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.document.regions import ColoredDrawing
from app.engine.task import Failure
from app.io.files.atomic import write_atomically


@dataclass
class Report:
    """Collects results while they are made.

    Attributes:
        job: what was asked for, in values that JSON can hold.
    """

    job: dict[str, Any]
    _drawings: list[dict[str, Any]] = field(default_factory=list)
    _failures: list[dict[str, Any]] = field(default_factory=list)
    _palette: list[str] = field(default_factory=list)

    def add(self, drawing: ColoredDrawing, files: Sequence[Path], seconds: float) -> None:
        """Take one finished drawing, the files written for it and the time it took."""
        self._palette = [hex_color(color) for color in drawing.palette]
        self._drawings.append(
            {
                "number": drawing.number,
                "key": drawing.is_key,
                "files": [str(path) for path in files],
                "seconds": round(seconds, 3),
                "regions": _regions(drawing),
            }
        )

    def add_failure(self, failure: Failure) -> None:
        """Take one drawing that failed."""
        self._failures.append({"number": failure.number, "message": failure.message})

    def write(self, path: Path, seconds: float) -> None:
        """Write the report; OSError when the disk does not take it."""
        values = {
            **self.job,
            "palette": self._palette,
            "drawings": self._drawings,
            "failures": self._failures,
            "seconds": round(seconds, 3),
            "peak_memory_mb": peak_memory_mb(),
        }
        write_atomically(path, json.dumps(values, indent=1).encode())


def hex_color(color: NDArray[np.uint8]) -> str:
    """`#rrggbbaa` of one (4,) uint8 RGBA color."""
    return "#" + color.tobytes().hex()


def peak_memory_mb() -> float | None:
    """The most memory this process has held so far; None where the system does not tell."""
    if sys.platform == "win32":
        return None
    import resource  # does not exist on Windows

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / (1024 * 1024 if sys.platform == "darwin" else 1024), 1)


def _regions(drawing: ColoredDrawing) -> list[dict[str, Any]]:
    from scipy import ndimage  # half a second at every start, for what only a report needs

    labels = drawing.labels()
    count = len(drawing.region_colors)
    areas = np.bincount(labels.ravel(), minlength=count)
    boxes = ndimage.find_objects(labels + 1, max_label=count)
    return [
        {
            "id": region,
            "color": hex_color(drawing.palette[drawing.region_colors[region]]),
            "confidence": round(float(drawing.confidence[region]), 4),
            "area": int(areas[region]),
            "bbox": _box(boxes[region]),
        }
        for region in range(count)
    ]


def _box(slices: tuple[slice, slice] | None) -> list[int] | None:
    """[x, y, width, height] in pixels; None for a region without pixels."""
    if slices is None:
        return None
    rows, columns = slices
    return [columns.start, rows.start, columns.stop - columns.start, rows.stop - rows.start]
