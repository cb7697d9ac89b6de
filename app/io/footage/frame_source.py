"""Frames of finished footage, one at a time: what videos and folders of pictures have in common."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class FootageError(Exception):
    """Footage cannot be read or kept; the text is one sentence with the remedy."""


class FrameSource(Protocol):
    """Frames in order; they are read while they are asked for, so that few are in memory.

    Attributes:
        count: how many frames there should be; 0 when nobody can tell beforehand.
        problems: one sentence for each thing that could not be read so far.
    """

    count: int
    problems: list[str]

    def frames(self) -> Iterator[NDArray[np.uint8]]:
        """The frames, (H, W, 3) uint8 RGB.

        Raises:
            FootageError: not one frame can be read.
        """
        ...
