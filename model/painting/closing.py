"""Closing holes in lines before regions are looked for."""

from __future__ import annotations

from functools import cached_property
from types import ModuleType

import numpy as np
from numpy.typing import NDArray

from model.painting.bridges import Bridge, find_bridges, with_bridges
from model.quiet_loading import load_networks_library

Window = tuple[slice, slice]


class LineCloser:
    """Closes the holes of one picture, with one gap distance after another.

    What is missing is drawn on, and what still ends loose is bridged. What the network says is
    the same for all gap distances, so it is asked once.

    Attributes:
        ink: (H, W) bool, where the lines are.
        widest: the widest gap distance that will be asked for, in pixels.
    """

    def __init__(self, ink: NDArray[np.bool_], widest: int) -> None:
        self.ink = ink
        self.widest = widest
        self._whole: tuple[LineCloser, Window] | None = None

    def part(self, window: Window) -> LineCloser:
        """A closer of a part of the picture, for which the network is not asked again."""
        part = LineCloser(self.ink[window], self.widest)
        part._whole = self, window
        return part

    def closed(self, gap: int) -> NDArray[np.bool_]:
        """Lines without holes.

        Args:
            gap: widest hole, in pixels, that is closed; 0 closes none.

        Returns:
            (H, W) bool; `ink` itself where nothing was closed.

        Raises:
            WeightsError: the weights of the network that completes lines are missing or damaged.
        """
        bridges = self._widest_bridges if gap == self.widest else find_bridges(self.ink, gap)
        if not bridges:
            return self.ink
        lines = _completion().completed(self.ink, self._missing, gap)
        if lines is not self.ink:
            bridges = find_bridges(lines, gap)
        return with_bridges(lines, bridges)

    @cached_property
    def _widest_bridges(self) -> list[Bridge]:
        return find_bridges(self.ink, self.widest)

    @cached_property
    def _missing(self) -> NDArray[np.float32]:
        if self._whole is not None:
            whole, window = self._whole
            return whole._missing[window]
        ends = [start for start, _ in self._widest_bridges]
        return _completion().missing_ink(self.ink, np.array(ends, np.int64))


def _completion() -> ModuleType:
    # Importing torch takes seconds, which whole lines need not spend, and would freeze a window.
    load_networks_library()
    from model.painting import completion

    return completion


def close_lines(ink: NDArray[np.bool_], gap: int) -> NDArray[np.bool_]:
    """Lines without holes, with one gap distance; see `LineCloser`."""
    return LineCloser(ink, gap).closed(gap)
