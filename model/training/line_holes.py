"""Pieces of whole line art, and holes cut into them, for the network that completes lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from model.lines.distance_field import INK_THRESHOLD
from model.training.footage import (
    drawing_names,
    read_drawing,
    training_shots,
    training_stills,
)
from model.training.matcher_sources import show_drawings

# Least and most ink in a piece: a line at least, and no black area.
_LEAST_INK, _MOST_INK = 30, 0.6  # pixels; share of the piece
_ENLARGED, _SHRUNK = 1.6, 0.6
_STILLS_A_SET = 120
# How much a missing pixel counts where its hole joins regions, and where it does not.
_PARTING, _BITE = 3.0, 0.5
# OpenCV draws at fractions of a pixel.
_SHIFT = 3
_ONE = 1 << _SHIFT

_AROUND = np.ones((3, 3), np.uint8)


@dataclass(frozen=True, eq=False)
class LineSource:
    """Pictures of one kind.

    Attributes:
        share: how often one of them is drawn; the shares of all kinds need not sum to 1.
        lines: (H, W) uint8 gray line art each, 0 = ink.
    """

    share: float
    lines: Sequence[NDArray[np.uint8]]


def line_sources(footage: Path | None, stills: Path | None, shows: int) -> list[LineSource]:
    """Line art to learn from.

    Args:
        footage: shot folders, or None.
        stills: sets of stills, or None.
        shows: how many procedural shows to draw.

    Raises:
        OSError: a picture cannot be read.
    """
    shots = training_shots(footage) if footage else []
    sets = training_stills(stills) if stills else []
    found = [
        LineSource(0.5, [_line(shot, name) for shot in shots for name in drawing_names(shot)]),
        LineSource(0.15, [_line(one, name) for one in sets for name in _some(one)]),
        LineSource(0.35, _show_lines(shows)),
    ]
    return [source for source in found if source.lines]


def whole_piece(sources: Sequence[LineSource], side: int, rng: Generator) -> NDArray[np.bool_]:
    """(side, side) bool: ink of a piece of line art, enlarged, shrunk, turned and mirrored."""
    shares = np.array([source.share for source in sources])
    while True:
        lines = sources[int(rng.choice(len(sources), p=shares / shares.sum()))].lines
        ink = _cut_out(lines[int(rng.integers(len(lines)))], side, rng)
        if _LEAST_INK < ink.sum() < _MOST_INK * ink.size:
            ink = ink[:, ::-1] if rng.random() < 0.5 else ink
            return np.ascontiguousarray(np.rot90(ink, int(rng.integers(4))))


def cut_holes(ink: NDArray[np.bool_], rng: Generator) -> NDArray[np.bool_]:
    """Ink with holes of 1 to 8 pixels: squares, disks, slits, or all of them.

    Only with different shapes does the network learn how lines go on and not what a hole that was
    cut looks like.
    """
    ys, xs = np.nonzero(ink)
    # Lines are two to three pixels wide on the whole.
    spacing = np.exp(rng.uniform(np.log(18), np.log(150)))
    count = rng.poisson(ys.size / 2.5 / spacing)
    kind, usual = int(rng.choice(4, p=[0.35, 0.25, 0.25, 0.15])), int(rng.integers(2, 9))
    erased = np.zeros(ink.shape, np.uint8)
    for index in rng.integers(0, ys.size, count):
        width = usual if rng.random() < 0.7 else int(rng.integers(1, 9))
        shape = kind if kind < 3 else int(rng.integers(3))
        _erase(erased, (int(xs[index]), int(ys[index])), shape, width, rng)
    return np.asarray(ink & (erased == 0))


def hole_weights(broken: NDArray[np.bool_], whole: NDArray[np.bool_]) -> NDArray[np.float32]:
    """How much each pixel counts: most in holes through which regions run together.

    A bite in a thick line loses no region.

    Args:
        broken: (H, W) bool, ink with holes.
        whole: (H, W) bool, ink without.

    Returns:
        (H, W) float32.
    """
    _, regions = cv2.connectedComponents((~whole).astype(np.uint8), connectivity=4)
    numbers = regions.astype(np.float32)
    highest = cv2.dilate(numbers, _AROUND)
    lowest = cv2.erode(np.where(whole, np.float32(np.inf), numbers), _AROUND)
    missing = whole & ~broken
    count, holes = cv2.connectedComponents(missing.astype(np.uint8), connectivity=8)
    highest_of, lowest_of = np.zeros(count), np.full(count, np.inf)
    np.maximum.at(highest_of, holes[missing], highest[missing])
    np.minimum.at(lowest_of, holes[missing], lowest[missing])
    weights = np.where(highest_of > lowest_of, _PARTING, _BITE).astype(np.float32)
    weights[0] = 1
    return weights[holes]


def _erase(
    erased: NDArray[np.uint8], place: tuple[int, int], shape: int, width: int, rng: Generator
) -> None:
    x, y = place
    if shape == 0:
        left, top = x - width // 2, y - width // 2
        cv2.rectangle(erased, (left, top), (left + width - 1, top + width - 1), 1, -1)
    elif shape == 1:
        aside = rng.integers(-_ONE // 2, _ONE // 2 + 1, 2)
        middle = (x * _ONE + int(aside[0]), y * _ONE + int(aside[1]))
        cv2.circle(erased, middle, int(width * 0.54 * _ONE), 1, -1, shift=_SHIFT)
    else:
        slit = ((x, y), (width, rng.uniform(width, 12)), rng.uniform(0, 180))
        corners = np.rint(cv2.boxPoints(slit) * _ONE).astype(np.int32)
        cv2.fillPoly(erased, [corners], 1, shift=_SHIFT)


def _cut_out(line: NDArray[np.uint8], side: int, rng: Generator) -> NDArray[np.bool_]:
    scale = 1.0
    if rng.random() < 0.6:
        scale = float(np.exp(rng.uniform(np.log(_SHRUNK), np.log(_ENLARGED))))
    reach = int(np.ceil(side * 1.05 / scale))
    top, left = (int(rng.integers(0, max(1, size - reach + 1))) for size in line.shape)
    piece = line[top : top + reach, left : left + reach]
    if scale != 1:
        way = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
        piece = cv2.resize(piece, None, fx=scale, fy=scale, interpolation=way)
    threshold = int(rng.integers(90, 170)) if rng.random() < 0.5 else INK_THRESHOLD
    ink = piece[:side, :side] < threshold
    return np.pad(ink, ((0, side - ink.shape[0]), (0, side - ink.shape[1])))


def _line(folder: Path, name: str) -> NDArray[np.uint8]:
    return read_drawing(folder, name).line


def _some(folder: Path) -> list[str]:
    names = drawing_names(folder)
    return names[:: max(1, len(names) // _STILLS_A_SET)]


def _show_lines(shows: int) -> list[NDArray[np.uint8]]:
    return [
        drawing.line
        for show in range(shows)
        for drawing in show_drawings(np.random.default_rng(show)).drawings[:2]
    ]
