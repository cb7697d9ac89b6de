"""The paper's two networks in the making, on small pictures of a show's drawings."""

from __future__ import annotations

import copy
import logging
from contextlib import nullcontext
from pathlib import Path
from typing import TypeVar

import numpy as np
import torch
from numpy.random import Generator
from torch import nn

from model.networks.color_transform import ColorTransformNetwork
from model.networks.temporal import TemporalNetwork
from model.painting.key_paint import gather_palette, paint_map
from model.painting.regions import find_regions
from model.shows.drawing import ShowDrawing
from model.training.color_stage import ColorStage
from model.training.config import DataConfig, LossConfig, TrainingConfig
from model.training.ema import MovingAverage
from model.training.pairs import DrawingBatches
from model.training.sources import loaded_drawing
from model.training.stage import Stage
from model.training.state import Clock, load_state, save_state
from model.training.temporal_stage import TemporalStage
from model.tuning.shelf import Shelf

_log = logging.getLogger(__name__)

NetworkT = TypeVar("NetworkT", bound=nn.Module)

_RATE = 1e-4  # the paper's, of the generator
_EMA = 0.98
_LONGEST_GRADIENT = 5.0
_WARM_UP = 20
# The paper's L1 and latent losses and our matching loss: what the bundled networks came from.
_LOSSES = LossConfig(perceptual=0, style=0, adversarial=0, matching=1.0)
_SMALL, _LARGE = 128, 256  # sides of the pictures on a processor and on a graphics card
_FEW, _MANY = 4, 16  # samples a step


class ShownDrawings:
    """A show's drawings as a source of training batches, see `model.training.sources.Source`."""

    still = False

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._loaded: dict[tuple[int, int], ShowDrawing] = {}

    def pick(self, random: Generator, count: int, largest_gap: int) -> list[ShowDrawing]:
        """Drawings of one sequence in chronological order; a short one is run through again."""
        while len(self._shelf):
            sizes = np.array(self._shelf.sizes, float)
            sequence = int(random.choice(len(sizes), p=sizes / sizes.sum()))
            places = random.permutation(self._shelf.places(sequence))
            found = [self._load(sequence, place) for place in sorted(np.resize(places, count))]
            if (whole := [one for one in found if one is not None]) and len(whole) == count:
                return whole
        raise ValueError("None of the drawings to learn from can be read any more.")

    def _load(self, sequence: int, place: int) -> ShowDrawing | None:
        if (sequence, place) not in self._loaded:
            drawing = self._shelf.read(sequence, place)
            if drawing is None:
                return None
            regions = find_regions(drawing.line)
            palette = gather_palette([drawing.color], [regions])
            layer = palette[paint_map(drawing.color, regions, palette)]
            self._loaded[sequence, place] = loaded_drawing(drawing.line, layer)
        return self._loaded[sequence, place]


class DenseLearner:
    """One of the two networks; all of it on a graphics card and on a processor alike.

    Seconds of a processor's time do little here; the color of a region follows from the region
    matcher first of all.

    Attributes:
        batch: samples a step.
    """

    def __init__(self, stage: Stage, lessons: DrawingBatches, device: torch.device) -> None:
        self.batch = _MANY if device.type == "cuda" else _FEW
        self._stage = stage
        self._average = MovingAverage(stage.network, _EMA)
        self._optimizer = torch.optim.Adam(stage.network.parameters(), _RATE, betas=(0.5, 0.999))
        self._lessons = lessons
        self._device = device
        self._steps = 0

    @property
    def averaged(self) -> nn.Module:
        """See `Learner.averaged`."""
        return self._average.network

    def step(self, random: Generator, calm: float) -> float | None:
        """See `Learner.step`."""
        batch = self._lessons[int(random.integers(1 << 40))].to(self._device)
        warm = min(1.0, (self._steps + 1) / _WARM_UP)
        self._optimizer.param_groups[0]["lr"] = _RATE * warm * calm
        with self._mixed():
            losses = self._stage.losses(batch, 1.0)
        total = torch.stack(list(losses.values())).sum()
        self._optimizer.zero_grad(set_to_none=True)
        total.backward()
        nn.utils.clip_grad_norm_(self._stage.network.parameters(), _LONGEST_GRADIENT)
        self._optimizer.step()
        self._average.update(self._stage.network)
        self._steps += 1
        return total.item()

    def save(self, folder: Path) -> None:
        """See `Learner.save`."""
        save_state(folder, Clock(self._steps), self._modules(), {"optimizer": self._optimizer})

    def load(self, folder: Path) -> None:
        """See `Learner.load`."""
        clock = load_state(folder, self._modules(), {"optimizer": self._optimizer})
        self._steps = self._average.updates = clock.step

    def _modules(self) -> dict[str, nn.Module]:
        return {"network": self._stage.network, "average": self._average.network}

    def _mixed(self) -> torch.autocast | nullcontext[None]:
        on_card = self._device.type == "cuda" and torch.cuda.is_bf16_supported()
        return torch.autocast("cuda", torch.bfloat16) if on_card else nullcontext()


def color_learner(
    network: ColorTransformNetwork, drawings: ShownDrawings, device: torch.device
) -> DenseLearner:
    """The color transform network."""
    config = _config(device)
    stage = ColorStage(config, _trainable(network)).to(device)
    return DenseLearner(stage, _lessons(config, drawings, sequences=False), device)


def temporal_learner(
    network: TemporalNetwork,
    color_network: ColorTransformNetwork,
    drawings: ShownDrawings,
    device: torch.device,
) -> DenseLearner:
    """The temporal constraint network, on what a color transform network gives."""
    config = _config(device)
    frozen = copy.deepcopy(color_network).requires_grad_(False)
    stage = TemporalStage(config, _trainable(network), frozen).to(device)
    return DenseLearner(stage, _lessons(config, drawings, sequences=True), device)


def _trainable(network: NetworkT) -> NetworkT:
    return copy.deepcopy(network).train().requires_grad_(True)


def _config(device: torch.device) -> TrainingConfig:
    on_card = device.type == "cuda"
    data = DataConfig(sizes=(_LARGE if on_card else _SMALL,), references=(1, 2), sequence=5)
    return TrainingConfig(losses=_LOSSES, data=data, batch=_MANY if on_card else _FEW)


def _lessons(config: TrainingConfig, source: ShownDrawings, *, sequences: bool) -> DrawingBatches:
    return DrawingBatches(
        config.data, config.batch, config.seed, sequences=sequences, source=source
    )
