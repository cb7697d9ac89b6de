"""Regions of the drawings on show, unpacked for looking things up."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal, Slot

from app.jobs.loader import Loader
from app.ui.desk.rendering import PictureSource

# The current drawing and the one it is compared with: 8 MB each at 1080p.
_KEPT = 2


@dataclass(frozen=True, eq=False)
class RegionMap:
    """The regions of one drawing.

    Attributes:
        source: what they belong to.
        labels: (H, W) int32, region 0..R-1 of every pixel.
        areas: (R,) int64, pixels of each region.
    """

    source: PictureSource
    labels: NDArray[np.int32]
    areas: NDArray[np.int64]


class RegionMaps(QObject):
    """Gives the regions of a drawing at once, or unpacks them in the background.

    Signals:
        ready(): regions that were asked for can be fetched now.
    """

    ready = Signal()

    def __init__(self, loader: Loader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loader = loader
        self._maps: OrderedDict[PictureSource, RegionMap] = OrderedDict()
        self._asked: set[PictureSource] = set()
        loader.loaded.connect(self._on_loaded)

    def get(self, source: PictureSource) -> RegionMap | None:
        """The regions of a drawing; None until they are unpacked, or if they cannot be found."""
        found = self._maps.get(source)
        if found is not None:
            self._maps.move_to_end(source)
        elif source not in self._asked:
            self._asked.add(source)
            self._loader.request(("regions", source), partial(_unpack, source))
        return found

    def forget_requests(self) -> None:
        """The loader has dropped what waits: ask anew for what is still wanted."""
        self._asked.clear()

    def clear(self) -> None:
        """Forget all regions."""
        self._maps.clear()
        self._asked.clear()

    @Slot(object, object)
    def _on_loaded(self, key: Hashable, value: object) -> None:
        if isinstance(value, RegionMap):
            self._asked.discard(value.source)
            self._maps[value.source] = value
            while len(self._maps) > _KEPT:
                self._maps.popitem(last=False)
            self.ready.emit()


def _unpack(source: PictureSource) -> RegionMap:
    labels = source.labels()
    return RegionMap(source, labels, np.bincount(labels.ravel()))
