"""Contact sheets: numbers say how much is wrong, a picture says what."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from model.evaluation.footage import FinishedShot
from model.evaluation.metrics import wrong_regions
from model.evaluation.truth import Truth, over_white

_CELL = 220  # longer side of a picture on the sheet
_MARGIN, _HEADING = 6, 22
_WRONG, _RIGHT = np.array([220, 30, 30], np.uint8), np.array([225, 225, 225], np.uint8)


class Sheet:
    """One shot with one setting of keys: a row for each measured drawing."""

    def __init__(self, shot: FinishedShot, measured: Sequence[int]) -> None:
        """Start with the lines and the truth of the drawings at these positions."""
        self._shot = shot
        self._rows = list(measured)
        self._lines = [_small(np.dstack([shot.lines[index]] * 3)) for index in self._rows]
        self._truths = [_small(shot.truths[index].composite) for index in self._rows]
        self._methods: dict[str, list[tuple[NDArray[np.uint8], NDArray[np.uint8]]]] = {}

    def add(self, method: str, index: int, color: NDArray[np.uint8]) -> None:
        """Take the (H, W, 4) uint8 color layer of the next row from a method."""
        truth = self._shot.truths[index]
        pictures = _small(over_white(color, truth.line)), _small(marked(color, truth))
        self._methods.setdefault(method, []).append(pictures)

    def draw(self, methods: Sequence[str]) -> NDArray[np.uint8]:
        """The sheet with these methods: line, truth, and of each what it made and got wrong.

        Returns:
            (H, W, 3) uint8.
        """
        columns = [("line", self._lines), ("truth", self._truths)]
        for method in methods:
            columns.append((method, [made for made, _ in self._methods[method]]))
            columns.append((f"{method}: wrong", [wrong for _, wrong in self._methods[method]]))
        height, width = self._lines[0].shape[:2]
        rows = len(self._rows)
        sheet = np.full(
            (
                _HEADING + rows * (height + _HEADING + _MARGIN),
                _MARGIN + len(columns) * (width + _MARGIN),
                3,
            ),
            255,
            np.uint8,
        )
        for column, (heading, pictures) in enumerate(columns):
            left = _MARGIN + column * (width + _MARGIN)
            _write(sheet, heading, left, 0)
            for row, picture in enumerate(pictures):
                top = _HEADING + row * (height + _HEADING + _MARGIN)
                if column == 0:
                    _write(sheet, self._shot.names[self._rows[row]], left, top)
                top += _HEADING
                sheet[top : top + height, left : left + width] = picture
        return sheet


def marked(color: NDArray[np.uint8], truth: Truth) -> NDArray[np.uint8]:
    """Where a coloring is wrong.

    Args:
        color: (H, W, 4) uint8 RGBA color layer.
        truth: of the same size.

    Returns:
        (H, W, 3) uint8: wrong regions red, right ones pale gray, lines black, crumbs white.
    """
    regions = truth.regions
    wrong = wrong_regions(color, truth)
    image = np.full((*truth.line.shape, 3), 255, np.uint8)
    image.reshape(-1, 3)[regions.pixels] = np.where(wrong[regions.owner, None], _WRONG, _RIGHT)
    image[truth.ink] = 0
    return image


def _small(image: NDArray[np.uint8]) -> NDArray[np.uint8]:
    scale = min(1.0, _CELL / max(image.shape[:2]))
    size = max(1, round(image.shape[1] * scale)), max(1, round(image.shape[0] * scale))
    return cv2.resize(image, size, interpolation=cv2.INTER_AREA)


def _write(sheet: NDArray[np.uint8], text: str, left: int, top: int) -> None:
    # The built-in letters know no others; a name in another script shows question marks.
    known = text.encode("ascii", "replace").decode()
    cv2.putText(
        sheet,
        known,
        (left, top + _HEADING - 7),
        cv2.FONT_HERSHEY_SIMPLEX,
        0.42,
        (60, 60, 60),
        1,
        cv2.LINE_AA,
    )
