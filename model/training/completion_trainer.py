"""Training of the network that completes lines."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from model.networks.line_completion import LineCompletion
from model.training.ema import MovingAverage
from model.training.line_holes import LineSource, cut_holes, hole_weights, whole_piece
from model.training.schedule import warm_and_calm

log = logging.getLogger(__name__)

# What lies so near the border of a piece does not count: the line may go on outside.
_BORDER = 8
_TELL_EVERY = 60.0  # seconds


@dataclass(frozen=True)
class CompletionTraining:
    """How the network is trained."""

    minutes: float = 50.0  # the learning rate falls to nothing at their end
    batch: int = 16  # pieces a step
    side: int = 112  # of a piece, pixels
    whole: float = 0.15  # share of pieces without holes
    learning_rate: float = 2e-3
    warm_up: int = 100  # steps until the learning rate is reached
    weight_decay: float = 0.01
    ema: float = 0.998  # of the averaged weights that are kept
    seed: int = 0


@dataclass(frozen=True)
class Pieces:
    """A batch of line art.

    Attributes:
        broken: (B, 1, H, W) float, ink with holes.
        whole: (B, 1, H, W) float, ink without.
        weights: (B, 1, H, W) float, see `hole_weights`.
    """

    broken: Tensor
    whole: Tensor
    weights: Tensor

    @classmethod
    def of(cls, pairs: Sequence[tuple[NDArray[np.bool_], NDArray[np.bool_]]]) -> Pieces:
        """From ink with holes and without, (H, W) bool each."""
        weights = [hole_weights(broken, whole) for broken, whole in pairs]
        broken, whole = zip(*pairs, strict=True)
        return cls(_tensor(broken), _tensor(whole), _tensor(weights))


def completion_loss(answer: Tensor, pieces: Pieces) -> Tensor:
    """Cross-entropy and dice loss of the pixels that may be missing ink.

    Args:
        answer: (B, 1, H, W) logits.
        pieces: what they answer.
    """
    whole = pieces.whole
    counts = pieces.weights * _counting(pieces.broken)
    missing = whole * counts
    entropy = F.binary_cross_entropy_with_logits(answer, whole, reduction="none") * counts
    drawn = answer.sigmoid() * counts
    overlap = (2 * (drawn * whole).sum() + 1) / (drawn.sum() + missing.sum() + 1)
    # Beside the few missing pixels the mean of all would be next to nothing.
    return entropy.sum() / (missing.sum() + 50) + 0.5 * (1 - overlap)


def train_completion(
    network: LineCompletion, sources: Sequence[LineSource], training: CompletionTraining
) -> Iterator[tuple[int, LineCompletion]]:
    """Train until the minutes are over.

    Yields:
        (step, averaged network) about once a minute and at the end; the averaged network is the
        same object each time.
    """
    rng = np.random.default_rng(training.seed)
    average = MovingAverage(network, training.ema)
    optimizer = torch.optim.AdamW(
        network.train().parameters(), training.learning_rate, weight_decay=training.weight_decay
    )
    began = told = time.monotonic()
    seen: list[float] = []
    step = 0
    while (gone := (time.monotonic() - began) / 60 / training.minutes) < 1:
        step += 1
        calm = warm_and_calm(step, training.warm_up, gone)
        optimizer.param_groups[0]["lr"] = training.learning_rate * calm
        pieces = _batch(sources, training, rng)
        loss = completion_loss(network(pieces.broken), pieces)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        average.update(network)
        seen.append(loss.item())
        if time.monotonic() - told >= _TELL_EVERY:
            told = time.monotonic()
            log.info("step %d loss %.4f", step, np.mean(seen))
            seen.clear()
            yield step, average.network
    yield step, average.network


def _batch(
    sources: Sequence[LineSource], training: CompletionTraining, rng: np.random.Generator
) -> Pieces:
    whole = [whole_piece(sources, training.side, rng) for _ in range(training.batch)]
    broken = [ink if rng.random() < training.whole else cut_holes(ink, rng) for ink in whole]
    return Pieces.of(list(zip(broken, whole, strict=True)))


def _tensor(pictures: Sequence[NDArray]) -> Tensor:
    return torch.from_numpy(np.stack(pictures).astype(np.float32))[:, None]


def _counting(broken: Tensor) -> Tensor:
    counts = torch.zeros_like(broken)
    inner = slice(_BORDER, -_BORDER)
    counts[..., inner, inner] = 1 - broken[..., inner, inner]
    return counts
