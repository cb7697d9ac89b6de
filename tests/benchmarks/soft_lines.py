"""What soft, thin and light lines, and keys that are composites or JPEGs, cost.

`python -m tests.benchmarks.soft_lines SHOT SHOT ...`: finished shots with hard black lines are
redrawn as other programs and pencils draw them, and the first eight drawings colored with the
first and last of these as keys.
Share of the regions of the shot as it is that come out right, mean over the drawings between.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from app.document.regions import ColoredDrawing
from app.engine.coloring import color_shot
from app.engine.coloring_request import ColoringRequest
from app.engine.task import CancelToken
from app.io.shots.shot_folder import open_shot_folder
from model.evaluation.footage import FinishedShot, read_shot
from model.evaluation.truth import TOLERANCE, Truth, opaque

Gray = NDArray[np.uint8]
# A JPEG has no exact colors; as many levels off a color is not another one.
_ABOUT = 12
# Drawings of a shot.
_MOST = 8


@dataclass(frozen=True)
class Way:
    """How a shot is redrawn.

    Attributes:
        line: of (H, W) uint8 line art in two values the same with other lines.
        keys: "layer", "composite" or "jpeg".
    """

    line: Callable[[Gray], Gray]
    keys: str = "layer"

    @property
    def tolerance(self) -> int:
        """Levels by which a right color may be off."""
        return _ABOUT if self.keys == "jpeg" else TOLERANCE


def blurred(line: Gray, sigma: float) -> Gray:
    """A line of one pixel is about as dark in the middle as .4 / sigma of black."""
    return cv2.GaussianBlur(line, (0, 0), sigma)


def lighter(line: Gray, ink: int, paper: int = 255) -> Gray:
    """Lines in a gray, on paper of another, softened a little."""
    share = blurred(line, 0.5) / np.float32(255)
    return np.rint(ink + (paper - ink) * share).astype(np.uint8)


def penciled(line: Gray) -> Gray:
    """A light pencil on grained paper, the same grain each time."""
    grain = cv2.GaussianBlur(np.random.default_rng(0).normal(0, 11, line.shape), (0, 0), 0.8)
    return (lighter(line, 150, 240) + grain).clip(0, 255).astype(np.uint8)


def halved(line: Gray) -> Gray:
    """At half its size, as programs make pictures smaller."""
    return cv2.resize(line, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)


WAYS = {
    "as they are": Way(np.copy),
    "soft": Way(lambda line: blurred(line, 0.6)),
    "softer": Way(lambda line: blurred(line, 0.8)),
    "gray": Way(lambda line: lighter(line, 110)),
    "pencil": Way(penciled),
    "half the size": Way(halved),
    "as they are, composite keys": Way(np.copy, "composite"),
    "soft, composite keys": Way(lambda line: blurred(line, 0.6), "composite"),
    "gray, composite keys": Way(lambda line: lighter(line, 110), "composite"),
    "pencil, composite keys": Way(penciled, "composite"),
    "as they are, JPEG keys": Way(np.copy, "jpeg"),
    "soft, JPEG keys": Way(lambda line: blurred(line, 0.6), "jpeg"),
}


def write_key(truth: Truth, line: Gray, way: Way, path: Path) -> Path:
    """The key of a drawing as a file."""
    color = truth.color
    if line.shape != color.shape[:2]:
        color = cv2.resize(color, line.shape[::-1], interpolation=cv2.INTER_NEAREST)
    if way.keys == "layer":
        Image.fromarray(color).save(path.with_suffix(".png"))
        return path.with_suffix(".png")
    seen = opaque(color)[..., :3] * (line[..., None] / np.float32(255))
    suffix = ".png" if way.keys == "composite" else ".jpg"
    Image.fromarray(np.rint(seen).astype(np.uint8)).save(path.with_suffix(suffix), quality=92)
    return path.with_suffix(suffix)


def colored(shot: FinishedShot, way: Way, folder: Path) -> dict[int, ColoredDrawing]:
    """The drawings between, by their place in the shot."""
    for at, line in enumerate(shot.lines):
        Image.fromarray(way.line(line)).save(folder / f"A{at:04d}.png")
    opened = open_shot_folder(folder).shot
    keys = {
        at: write_key(shot.truths[at], way.line(shot.lines[at]), way, folder.parent / f"{at}")
        for at in (0, len(shot.lines) - 1)
    }
    request = ColoringRequest(opened.drawings, keys, device="cpu")
    results = [step.result for step in color_shot(request, CancelToken()) if step.result]
    return {one.number: one for one in results if not one.is_key}


def regions_right(drawing: ColoredDrawing, truth: Truth, tolerance: int) -> float:
    """Share of the true regions that show their color on more than half of their pixels."""
    size = truth.color.shape[:2]
    layer = opaque(drawing.color_layer())
    if layer.shape[:2] != size:
        layer = cv2.resize(layer, size[::-1], interpolation=cv2.INTER_NEAREST)
    regions = truth.seen.regions
    shown = layer.reshape(-1, 4)[regions.pixels].astype(np.int16)
    right = np.abs(shown - regions.colors[regions.owner]).max(axis=1) <= tolerance
    share = np.bincount(regions.owner, right, len(regions.areas)) / regions.areas
    return float((share > 0.5).mean())


def measure(shot: FinishedShot, way: Way) -> float:
    """Mean over the drawings between."""
    with tempfile.TemporaryDirectory() as folder:
        (line := Path(folder) / "line").mkdir()
        results = colored(shot, way, line)
    found = [regions_right(one, shot.truths[at], way.tolerance) for at, one in results.items()]
    return float(np.mean(found))


def _start(shot: FinishedShot) -> FinishedShot:
    return FinishedShot(shot.name, shot.names[:_MOST], shot.truths[:_MOST], shot.lines[:_MOST])


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shots", nargs="+", type=Path)
    parser.add_argument("--only", nargs="+", choices=tuple(WAYS), metavar="LINES")
    given = parser.parse_args()
    shots = [_start(read_shot(folder, with_gaps=False)) for folder in given.shots]
    print(" | ".join(["lines", *(shot.name for shot in shots), "mean"]))
    for name in given.only or WAYS:
        shares = [measure(shot, WAYS[name]) for shot in shots]
        print(" | ".join([name, *(f"{one:.3f}" for one in (*shares, np.mean(shares)))]), flush=True)


if __name__ == "__main__":
    main()
