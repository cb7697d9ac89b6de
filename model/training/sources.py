"""Where training drawings come from: real shots, stills and procedural shows.

A source gives several drawings of one character that share region identities.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from PIL import Image

from model.networks.inputs import shrink_line
from model.shows.drawing import ShowDrawing
from model.shows.show import Show
from model.training.footage import SHIPPABLE_STILLS, training_shots, training_stills

# Longer side to which real drawings are brought when they are loaded.
_LOADED_SIDE = 384

# Paper left around the figure of a real drawing on transparent paper, as a share of its size.
_MARGIN = 0.08

# Side of procedural drawings, and the first seed used for training: shows below it stay unseen
# and can be measured on.
_SHOW_SIDE = 288
FIRST_TRAINING_SHOW = 1_000_000
_LAST_TRAINING_SHOW = 2_000_000_000

# Drawings of one run, runs kept for use again, and how often a new one is drawn instead.
_RUN = 5
_KEPT_RUNS = 96
_RENEWED = 0.25


class Source(Protocol):
    """Gives drawings of one character."""

    # Whether all drawings of a pick are the same picture, so that only warps make them differ.
    still: bool

    def pick(self, random: Generator, count: int, largest_gap: int) -> list[ShowDrawing]:
        """Drawings that share identities.

        Args:
            random: what to choose by.
            count: how many.
            largest_gap: frames between neighbors in the list, at most; the list is in
                chronological order.
        """


@dataclass(frozen=True)
class _Files:
    line: Path
    color: Path


class RealShots:
    """Shots of a folder whose subfolders hold `line/` and `color/` images of the same names.

    A region's identity is its color.
    """

    still = False

    def __init__(self, shots: Sequence[Sequence[_Files]]) -> None:
        self._shots = shots
        self._loaded: dict[_Files, ShowDrawing] = {}

    @classmethod
    def of_folder(cls, folder: Path) -> RealShots:
        """All shots of a folder but those that are held back for measuring.

        Raises:
            ValueError: the folder holds no shot.
        """
        shots = [_pairs(shot) for shot in training_shots(folder)]
        shots = [shot for shot in shots if len(shot) > 1]
        if not shots:
            raise ValueError(f"{folder} holds no shot with line and color images; check the path.")
        return cls(shots)

    def pick(self, random: Generator, count: int, largest_gap: int) -> list[ShowDrawing]:
        """See `Source.pick`; a shot that is too short is run through again."""
        shot = self._shots[int(random.integers(len(self._shots)))]
        steps = random.integers(1, largest_gap + 1, size=count)
        places = (random.integers(len(shot)) + np.cumsum(steps)) % len(shot)
        return [self._load(shot[place]) for place in places]

    def _load(self, files: _Files) -> ShowDrawing:
        if files not in self._loaded:
            self._loaded[files] = _read(files, by_component=False)
        return self._loaded[files]


class WarpedStills:
    """Single pictures, to be animated by the warps of the augmentation.

    A region's identity is its own: every connected patch of one color.
    """

    still = True

    def __init__(self, stills: Sequence[_Files]) -> None:
        self._stills = stills
        self._loaded: dict[_Files, ShowDrawing] = {}

    @classmethod
    def of_folder(cls, folder: Path) -> WarpedStills:
        """All stills of a folder of sets whose licence allows weights that ship.

        Raises:
            ValueError: the folder holds no such still.
        """
        stills = [pair for group in training_stills(folder) for pair in _pairs(group)]
        if not stills:
            raise ValueError(f"{folder} holds no {SHIPPABLE_STILLS[0]}* stills; check the path.")
        return cls(stills)

    def pick(self, random: Generator, count: int, largest_gap: int) -> list[ShowDrawing]:
        """See `Source.pick`: the same drawing `count` times."""
        files = self._stills[int(random.integers(len(self._stills)))]
        if files not in self._loaded:
            self._loaded[files] = _read(files, by_component=True)
        return [self._loaded[files]] * count


class ProceduralShows:
    """Shows nobody has seen before; region identities are exact.

    A drawn run of drawings is used a few times, with other warps, colors and targets: drawing
    costs several times more than augmenting.
    """

    still = False

    def __init__(self) -> None:
        self._runs: list[list[ShowDrawing]] = []

    def pick(self, random: Generator, count: int, largest_gap: int) -> list[ShowDrawing]:
        """See `Source.pick`."""
        fits = [run for run in self._runs if len(run) >= count]
        if len(fits) < _KEPT_RUNS // 8 or random.random() < _RENEWED:
            run = _draw_run(random, max(count, _RUN), largest_gap)
            if len(self._runs) < _KEPT_RUNS:
                self._runs.append(run)
            else:
                self._runs[int(random.integers(_KEPT_RUNS))] = run
        else:
            run = fits[int(random.integers(len(fits)))]
        first = int(random.integers(len(run) - count + 1))
        return run[first : first + count]


def _draw_run(random: Generator, count: int, largest_gap: int) -> list[ShowDrawing]:
    seed = int(random.integers(FIRST_TRAINING_SHOW, _LAST_TRAINING_SHOW))
    places = np.cumsum(random.integers(1, largest_gap + 1, size=count))
    shot = Show(seed, (_SHOW_SIDE, _SHOW_SIDE)).shot(0, int(places[-1]) + 1, random.uniform(0.2, 1))
    return [shot.draw(int(place)) for place in places]


def _pairs(folder: Path) -> list[_Files]:
    lines = sorted((folder / "line").glob("*.png"))
    colors = (folder / "color" / line.name for line in lines)
    return [
        _Files(line, color) for line, color in zip(lines, colors, strict=True) if color.exists()
    ]


def _read(files: _Files, *, by_component: bool) -> ShowDrawing:
    with Image.open(files.line) as image:
        line = np.array(image.convert("L"))
    with Image.open(files.color) as image:
        color = np.array(image.convert("RGBA"))
    drawing = loaded_drawing(line, color)
    return replace(drawing, identity=_components(drawing.identity)) if by_component else drawing


def loaded_drawing(line: NDArray[np.uint8], color: NDArray[np.uint8]) -> ShowDrawing:
    """The figure of a real drawing at the size at which it is learned from.

    Args:
        line: (H, W) uint8 gray line art.
        color: (H, W, 4) uint8 RGBA color layer.

    Returns:
        The drawing; a region's identity is its color.
    """
    part = _figure(line, color)
    line, color = line[part], color[part]
    factor = min(1.0, _LOADED_SIDE / max(line.shape))
    height, width = (max(1, round(side * factor)) for side in line.shape)
    line = shrink_line(line, height, width)
    small = cv2.resize(color, (width, height), interpolation=cv2.INTER_NEAREST).astype(np.uint8)
    return ShowDrawing(line, small, packed_colors(small))


def _figure(line: NDArray[np.uint8], color: NDArray[np.uint8]) -> tuple[slice, slice]:
    """The part of the picture that is not empty paper, and a margin."""
    rows, columns = np.nonzero((line < 128) | (color[..., 3] > 0))
    if not len(rows):
        return slice(None), slice(None)
    margin = int(_MARGIN * max(np.ptp(rows), np.ptp(columns)))
    return (
        slice(max(0, int(rows.min()) - margin), int(rows.max()) + margin + 1),
        slice(max(0, int(columns.min()) - margin), int(columns.max()) + margin + 1),
    )


def packed_colors(color: NDArray[np.uint8]) -> NDArray[np.int32]:
    """(H, W, 4) RGBA to (H, W) int32, one number per color; all transparent pixels are one."""
    solid = np.where(color[..., 3:] > 127, color, 0).astype(np.int64)
    packed = (solid[..., 0] << 16) | (solid[..., 1] << 8) | solid[..., 2]
    return np.where(color[..., 3] > 127, packed + 1, 0).astype(np.int32)


def _components(values: NDArray[np.int32]) -> NDArray[np.int32]:
    result = np.zeros(values.shape, np.int32)
    found = 0
    for value in np.unique(values):
        count, labels = cv2.connectedComponents((values == value).astype(np.uint8))
        result[labels > 0] = labels[labels > 0] + found
        found += count - 1
    return result
