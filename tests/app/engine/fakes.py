"""Networks that answer at once, for tests of what surrounds the real ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from model.painting.vote import ConfidenceFit
from model.stretch import Stretch


@dataclass(frozen=True)
class FakeColoring:
    labels: NDArray[np.int32]
    palette: NDArray[np.uint8]
    region_colors: NDArray[np.int32]
    confidence: NDArray[np.float32]
    soft: NDArray[np.uint8] | None


@dataclass(frozen=True)
class FakeChoice:
    region_colors: NDArray[np.int32]
    confidence: NDArray[np.float32]
    soft: NDArray[np.uint8] | None
    place: int
    stretch: Stretch = field(default_factory=lambda: Stretch((), ConfidenceFit()))


@dataclass(frozen=True)
class FakeKeys:
    images: tuple[tuple[NDArray[np.uint8], NDArray[np.uint8]], ...]
    indices: tuple[int, ...]
    palette: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.indices)

    def subset(self, indices: Sequence[int]) -> FakeKeys:
        return FakeKeys(self.images, tuple(indices), self.palette)


@dataclass
class FakeNetworks:
    """Gives each region of the line art the color that the first of its keys has there.

    `log` tells what was asked for; `trip` may raise on any drawing.
    """

    log: list[tuple[object, ...]] = field(default_factory=list)
    trip: Callable[[str, NDArray[np.uint8]], None] = lambda device, line: None
    device: str = ""

    def open(self, weights: Path | None, device: str) -> FakeNetworks:
        self.log.append(("open", device))
        return FakeNetworks(self.log, self.trip, device)

    def encode_keys(
        self, keys: Sequence[tuple[NDArray[np.uint8], NDArray[np.uint8]]], gap: int
    ) -> FakeKeys:
        self.log.append(("encode", len(keys), gap))
        colors = np.concatenate([color.reshape(-1, 4) for _, color in keys])
        return FakeKeys(tuple(keys), tuple(range(len(keys))), np.unique(colors, axis=0))

    def encode_with_lent(
        self,
        keys: Sequence[tuple[NDArray[np.uint8], NDArray[np.uint8]]],
        lent: Sequence[tuple[NDArray[np.uint8], NDArray[np.uint8]]],
        line: NDArray[np.uint8] | None,
        gap: int,
    ) -> tuple[FakeKeys, list[int]]:
        """The last lent key is the one that shows the same."""
        self.log.append(("lent", len(keys), len(lent), line is not None, gap))
        chosen = [len(lent) - 1] if lent else []
        return self.encode_keys(keys or [lent[row] for row in chosen], gap), chosen

    def sequence(self, keys: FakeKeys, *, gap: int, soft: bool) -> FakeSequence:
        return FakeSequence(self, keys, gap, soft)

    def color_key(self, index: int, keys: FakeKeys) -> FakeColoring:
        self.log.append(("key", index))
        line, color = keys.images[index]
        return _painted(line, color, keys.palette, False)


@dataclass
class FakeSequence:
    """First guesses with confidence 0.5; settling makes them sure."""

    networks: FakeNetworks
    keys: FakeKeys
    gap: int
    soft: bool
    waiting: list[FakeChoice] = field(default_factory=list)

    def add(self, line: NDArray[np.uint8], nearest: Sequence[int], before: int) -> FakeColoring:
        self.networks.trip(self.networks.device, line)
        self.networks.log.append(("color", tuple(nearest), before, self.gap))
        color = self.keys.images[nearest[0]][1]
        final = _painted(line, color, self.keys.palette, self.soft)
        choice = FakeChoice(final.region_colors, final.confidence, final.soft, len(self.waiting))
        self.waiting.append(choice)
        return replace(final, confidence=final.confidence / 2)

    def add_key(self, index: int) -> None:
        self.networks.log.append(("reach", index))

    def settle(self) -> Iterator[FakeChoice]:
        waiting, self.waiting = self.waiting, []
        yield from waiting


def _painted(
    line: NDArray[np.uint8], color: NDArray[np.uint8], palette: NDArray[np.uint8], soft: bool
) -> FakeColoring:
    count, found = cv2.connectedComponents((line > 127).astype(np.uint8), connectivity=4)
    labels = np.maximum(found - 1, 0).astype(np.int32)
    rows = []
    for region in range(count - 1):
        colors, amounts = np.unique(color[found == region + 1], axis=0, return_counts=True)
        rows.append(int(np.argmax((palette == colors[amounts.argmax()]).all(axis=1))))
    region_colors = np.array(rows, np.int32)
    image = palette[region_colors[labels]]
    blurred = cv2.blur(image, (3, 3)) if soft else None
    return FakeColoring(labels, palette, region_colors, np.ones(len(rows), np.float32), blurred)
