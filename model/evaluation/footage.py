"""Finished shots to measure on, and which of their drawings are keys."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from model.evaluation.choices import GAP_WIDTH
from model.evaluation.truth import Truth
from model.lines.broken import cut_gaps
from model.training.footage import drawing_names, list_shots, read_drawing


class BenchmarkError(Exception):
    """Nothing can be measured; the text is one sentence with the remedy."""


@dataclass(frozen=True, eq=False)
class FinishedShot:
    """A shot whose every drawing is finished.

    Attributes:
        name: of its folder.
        names: file name of each drawing without extension.
        truths: each drawing as it should be.
        lines: (H, W) uint8 gray line art of each as methods see it, perhaps with gaps.
    """

    name: str
    names: list[str]
    truths: list[Truth]
    lines: list[NDArray[np.uint8]]


def find_shots(folder: Path) -> list[Path]:
    """The shot folders (with `line/` and `color/` inside) in `folder`, or `folder` itself.

    Raises:
        BenchmarkError: there is none.
    """
    if not folder.is_dir():
        raise BenchmarkError(
            f"The shots folder {folder} does not exist; give one with --shots, with folders in it "
            "that have line/ and color/."
        )
    found = [folder] if (folder / "line").is_dir() else list_shots(folder)
    if not found:
        raise BenchmarkError(
            f"{folder} has no finished shots in it; each needs a folder with line/ and color/."
        )
    return found


def read_shot(folder: Path, with_gaps: bool) -> FinishedShot:
    """Read a shot whole.

    Args:
        folder: with `line/NAME.png` and `color/NAME.png` for each drawing.
        with_gaps: cut 5 px gaps into the lines that methods see, the same ones every time.

    Raises:
        BenchmarkError: a drawing cannot be read, sizes differ, or there are fewer than two.
    """
    names = drawing_names(folder)
    if len(names) < 2:
        raise BenchmarkError(
            f"{folder / 'line'} has fewer than two drawings in PNG; a key and one more are needed."
        )
    truths = [_read(folder, name) for name in names]
    lines = [truth.line for truth in truths]
    for name, truth in zip(names, truths, strict=True):
        if truth.line.shape != lines[0].shape or truth.color.shape[:2] != lines[0].shape:
            raise BenchmarkError(
                f"{name} of {folder} differs in size from {names[0]} or from its own color; "
                "all images of a shot must have one size to be measured."
            )
    if with_gaps:
        rng = np.random.default_rng(zlib.crc32(folder.name.encode()))
        lines = [cut_gaps(line, rng, GAP_WIDTH) for line in lines]
    return FinishedShot(folder.name, [Path(name).stem for name in names], truths, lines)


def key_positions(setting: str, count: int) -> list[int]:
    """Which drawings are keys.

    Args:
        setting: `ends` (first and last), `first`, or a number K of evenly spaced keys: the middle
            drawing for K = 1, else the ends and what lies evenly between them.
        count: drawings of the shot.

    Returns:
        Ascending positions; fewer than K where the shot is too short.
    """
    if setting == "first":
        return [0]
    if setting == "1":
        return [count // 2]
    keys = 2 if setting == "ends" else int(setting)
    return np.unique(np.rint(np.linspace(0, count - 1, keys)).astype(int)).tolist()


def measured_positions(keys: list[int], count: int, most: int) -> list[int]:
    """At most `most` evenly spaced drawings of `count` that are no keys, ascending."""
    others = [index for index in range(count) if index not in keys]
    picks = np.rint(np.linspace(0, len(others) - 1, min(most, len(others)))).astype(int)
    return [others[pick] for pick in picks]


def _read(folder: Path, name: str) -> Truth:
    try:
        drawing = read_drawing(folder, name)
    except OSError as error:
        raise BenchmarkError(
            f"{name} of {folder} cannot be read in line/ or color/ ({error}); "
            "both need a sound PNG of this name."
        ) from error
    return Truth(drawing.line, drawing.color)
