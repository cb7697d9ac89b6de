"""Batches of drawings that share a palette and region identities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from numpy.random import Generator
from numpy.typing import NDArray
from torch import Tensor
from torch.utils.data import Dataset

from model.lines.distance_field import distance_field, ink_mask
from model.networks.blocks import CELL, cells
from model.networks.inputs import flat_color
from model.shows.drawing import ShowDrawing
from model.training.config import DataConfig
from model.training.recolor import recolor
from model.training.sources import ProceduralShows, RealShots, Source, WarpedStills
from model.training.warps import (
    DRAWN,
    OVERSAMPLING,
    SHARED,
    STILL,
    jitter_line,
    movement,
    sampling_map,
    warp,
)

# How often the keys of a sample have their lines drawn on them, as composites do.
_COMPOSITE_KEYS = 0.25


@dataclass(frozen=True)
class DrawingBatch:
    """T drawings for each of B samples.

    Attributes:
        lines: (B, T, 1, S, S) float32 in [0, 1], 0 = ink.
        distances: (B, T, 1, S, S) float32 in [0, 1].
        colors: (B, T, 3, S, S) float32 in [-1, 1], the true color layers on white.
        given: (B, T, 3, S, S) the same as a key would show them, some with lines drawn on.
        identities: (B, T, h*w) int64, region identity of each cell of the matching grid.
    """

    lines: Tensor
    distances: Tensor
    colors: Tensor
    given: Tensor
    identities: Tensor

    def to(self, device: torch.device) -> DrawingBatch:
        """The batch on a device."""
        return DrawingBatch(
            *(
                part.to(device, non_blocking=True)
                for part in (
                    self.lines,
                    self.distances,
                    self.colors,
                    self.given,
                    self.identities,
                )
            )
        )


class DrawingBatches(Dataset[DrawingBatch]):
    """An endless row of batches; the same seed gives the same row, read from its start.

    For the color network a sample is a target and K references from around it; for the temporal
    network it is a short sequence whose first and last drawings are the keys.
    """

    def __init__(
        self,
        config: DataConfig,
        batch: int,
        seed: int,
        *,
        sequences: bool,
        source: Source | None = None,
    ) -> None:
        """Open what the config says, or draw from one source alone."""
        self._config = config
        self._batch = batch
        self._seed = seed
        self._sequences = sequences
        self._sources, self._shares = (
            open_sources(config) if source is None else ([source], np.ones(1))
        )

    def __getitem__(self, index: int) -> DrawingBatch:
        """Make batch number `index`."""
        random = np.random.default_rng((self._seed, index))
        side = int(random.choice(self._config.sizes))
        count = int(random.choice(self._config.references)) + 1
        if self._sequences:
            count = self._config.sequence
        samples = [self._sample(random, side, count) for _ in range(self._batch)]
        return DrawingBatch(*(torch.stack(parts) for parts in zip(*samples, strict=True)))

    def _sample(self, random: Generator, side: int, count: int) -> tuple[Tensor, ...]:
        source = self._sources[random.choice(len(self._sources), p=self._shares)]
        gap = 2 if self._sequences else self._config.largest_gap
        drawings = source.pick(random, count, gap)
        if not self._sequences:
            target = int(random.integers(count))
            drawings = [drawings[target], *drawings[:target], *drawings[target + 1 :]]
        motion = STILL if source.still else DRAWN
        if self._sequences:
            motion = replace(motion, turn=motion.turn / 4, shift=motion.shift / 4, zoom=1.05)
        shared = movement(random, SHARED, may_flip=True)
        maps = [sampling_map(random, motion, shared, OVERSAMPLING * side) for _ in drawings]
        return _tensors(random, drawings, maps, self._config.gaps)


def _tensors(
    random: Generator,
    drawings: Sequence[ShowDrawing],
    maps: Sequence[NDArray[np.float32]],
    gaps: float,
) -> tuple[Tensor, ...]:
    warped = [warp(drawing, place) for drawing, place in zip(drawings, maps, strict=True)]
    lines = [jitter_line(line, random, gaps) for line, _, _ in warped]
    identities = [identity for _, _, identity in warped]
    layers = recolor(random, [color for _, color, _ in warped], identities)
    distances = np.stack([distance_field(ink_mask(line)) for line in lines])
    gray = np.stack(lines).astype(np.float32) / 255
    colors = np.stack([flat_color(layer) for layer in layers])
    given = colors
    if random.random() < _COMPOSITE_KEYS:
        given = np.where(gray[:, None] < 0.5, np.float32(-1), colors)
    _, places = np.unique(np.stack(identities), return_inverse=True)
    return (
        torch.from_numpy(gray)[:, None],
        torch.from_numpy(distances)[:, None],
        torch.from_numpy(colors),
        torch.from_numpy(given),
        torch.from_numpy(_at_cells(places.reshape(gray.shape))),
    )


def _at_cells(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """(T, S, S) values to those in the middle of each cell, (T, h*w)."""
    middle = CELL // 2
    side = values.shape[1]
    places = np.minimum(np.arange(cells(side)) * CELL + middle, side - 1)
    return values[:, places][:, :, places].reshape(len(values), -1)


def open_sources(config: DataConfig) -> tuple[list[Source], NDArray[np.float64]]:
    """The sources that have a share, and their shares, which sum to 1.

    Raises:
        ValueError: no source has a share, or one that has is not where the config says.
    """
    sources: list[Source] = []
    shares: list[float] = []
    if config.shots and config.shots_share > 0:
        sources.append(RealShots.of_folder(Path(config.shots)))
        shares.append(config.shots_share)
    if config.stills and config.stills_share > 0:
        sources.append(WarpedStills.of_folder(Path(config.stills)))
        shares.append(config.stills_share)
    if config.shows_share > 0:
        sources.append(ProceduralShows())
        shares.append(config.shows_share)
    if not sources:
        raise ValueError("The training config opens no source of drawings; give one a share.")
    return sources, np.array(shares) / sum(shares)
