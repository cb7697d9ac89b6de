"""Networks in the making: each takes steps on its own kind of lesson."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

import numpy as np
import torch
from numpy.random import Generator
from torch import Tensor, nn

from model.networks.region_matcher import RegionMatcher
from model.training.ema import MovingAverage
from model.training.matcher_trainer import Batch, draw_up, matching_loss
from model.training.state import Clock, load_state, save_state
from model.tuning.lessons import Lessons
from model.workers import Workers

_RATE = 3e-4
_DECAY = 0.02
_EMA = 0.98  # a short run: the average follows within fifty steps
_WARM_UP = 20
_LONGEST_GRADIENT = 1.0


class Learner(Protocol):
    """One network that learns."""

    # Lessons of a step.
    batch: int

    @property
    def averaged(self) -> nn.Module:
        """What it has learned so far."""

    def step(self, random: Generator, calm: float) -> float | None:
        """Learn from a few lessons.

        Args:
            random: what to choose by.
            calm: factor of the learning rate, 1 at first and 0 in the end.

        Returns:
            The loss; None when there is nothing to learn from.
        """

    def save(self, folder: Path) -> None:
        """Write everything that is needed to go on; OSError when the disk does not take it."""

    def load(self, folder: Path) -> None:
        """Go on from what `save` wrote; ValueError when that is damaged."""


class MatcherLearner:
    """The region matcher, all of it: it is small, and two minutes are enough to help."""

    batch = 4

    def __init__(self, network: RegionMatcher, lessons: Lessons, device: torch.device) -> None:
        self._network = copy.deepcopy(network).to(device).train().requires_grad_(True)
        self._parameters = list(self._network.parameters())
        self._average = MovingAverage(self._network, _EMA)
        self._optimizer = torch.optim.AdamW(self._parameters, _RATE, weight_decay=_DECAY)
        self._lessons = lessons
        self._device = device
        self._workers = Workers.on(device)
        self._steps = 0

    @property
    def averaged(self) -> RegionMatcher:
        """See `Learner.averaged`."""
        return self._average.network

    def step(self, random: Generator, calm: float) -> float | None:
        """See `Learner.step`."""
        warm = min(1.0, (self._steps + 1) / _WARM_UP)
        self._optimizer.param_groups[0]["lr"] = _RATE * warm * calm
        batches = self._draw(random)
        if not batches:
            return None
        learned = self._workers.learn(partial(self._learn, batch) for batch in batches)
        self._move([gradients for _, gradients in learned])
        self._average.update(self._network)
        self._steps += 1
        return float(np.mean([loss for loss, _ in learned]))

    def save(self, folder: Path) -> None:
        """See `Learner.save`."""
        save_state(folder, Clock(self._steps), self._modules(), {"optimizer": self._optimizer})

    def load(self, folder: Path) -> None:
        """See `Learner.load`."""
        clock = load_state(folder, self._modules(), {"optimizer": self._optimizer})
        self._steps = self._average.updates = clock.step

    def _draw(self, random: Generator) -> list[Batch]:
        """The lessons of a step, one each; empty when there is nothing to learn from."""
        batches: list[Batch] = []
        while len(batches) < self.batch:
            sample = self._lessons.draw(random)
            if sample is None:
                return []
            batch = draw_up(sample, random, self._device)
            if batch.weight.any():
                batches.append(batch)
        return batches

    def _learn(self, batch: Batch) -> tuple[float, tuple[Tensor, ...]]:
        """Loss and gradients of one lesson."""
        answers = self._network(batch.target, batch.keys, batch.evidence, batch.colors)
        loss = matching_loss(answers, batch)
        return loss.item(), torch.autograd.grad(loss, self._parameters, materialize_grads=True)

    def _move(self, learned: Sequence[tuple[Tensor, ...]]) -> None:
        """Take a step by the gradients of each lesson."""
        for parameter, *gradients in zip(self._parameters, *learned, strict=True):
            parameter.grad = torch.stack(gradients).mean(dim=0)
        nn.utils.clip_grad_norm_(self._parameters, _LONGEST_GRADIENT)
        self._optimizer.step()

    def _modules(self) -> dict[str, nn.Module]:
        return {"network": self._network, "average": self._average.network}
