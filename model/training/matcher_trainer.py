"""Training of the region matcher on samples made beforehand or meanwhile."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.random import Generator
from numpy.typing import NDArray
from torch import Tensor

from model.networks.region_matcher import RegionMatcher
from model.networks.region_set import RegionSet
from model.region_sets import mirrored
from model.training.ema import MovingAverage
from model.training.matcher_samples import MatcherSample, Tokens
from model.training.schedule import warm_and_calm

log = logging.getLogger(__name__)

_MIRRORED = 0.5  # how often a sample is seen in a mirror
_ROUND_WEIGHTS = (0.2, 0.4, 0.7, 1.0)


@dataclass(frozen=True)
class MatcherTraining:
    """How the region matcher is trained."""

    minutes: float = 60.0  # the learning rate falls to nothing at their end
    batch: int = 4  # samples a step
    learning_rate: float = 8e-4
    warm_up: int = 200  # steps until the learning rate is reached
    weight_decay: float = 0.02
    ema: float = 0.998  # of the averaged weights that are kept
    largest: int = 1400  # a sample with more regions and key regions is left out
    seed: int = 0


@dataclass(frozen=True)
class Batch:
    """A padded batch; shapes as in `RegionMatcher.forward`, plus what the loss needs."""

    target: RegionSet
    keys: RegionSet
    evidence: Tensor
    colors: Tensor
    right_color: Tensor  # (B, R, S) bool
    right_identity: Tensor  # (B, R, S) bool, all False where identities are unknown
    known: Tensor  # (B,) bool, whether identities are
    weight: Tensor  # (B, R) float

    def in_a_mirror(self) -> Batch:
        """The same questions about drawings whose left and right are exchanged."""
        return replace(self, target=mirrored(self.target), keys=mirrored(self.keys))


def draw_up(sample: MatcherSample, random: Generator, device: torch.device | str = "cpu") -> Batch:
    """A batch of one sample, every other time in a mirror.

    A sample is learned from more than once, and that makes two of it for next to nothing.
    """
    batch = collate([sample], device)
    return batch.in_a_mirror() if random.random() < _MIRRORED else batch


def collate(samples: Sequence[MatcherSample], device: torch.device | str = "cpu") -> Batch:
    """Pad samples to common sizes."""
    rows = max(len(sample.target_color) for sample in samples)
    columns = max(len(sample.key_color) for sample in samples)
    target_color = _stack([s.target_color for s in samples], (rows,), -1)
    key_color = _stack([s.key_color for s in samples], (columns,), -2)
    told = [_told(s) for s in samples]
    target_identity = _stack([s.target_identity for s in samples], (rows,), -1)
    key_identity = _stack([s.key_identity for s in samples], (columns,), -2)
    same_identity = target_identity[:, :, None] == key_identity[:, None]
    return Batch(
        target=_region_set([s.target for s in samples], rows, device),
        keys=_region_set([s.keys for s in samples], columns, device),
        evidence=_stack([s.evidence for s in samples], (rows, columns, 8), 0).to(device),
        colors=_stack(told, (columns,), -2).to(device),
        right_color=(target_color[:, :, None] == key_color[:, None]).to(device),
        right_identity=(same_identity & (target_identity[:, :, None] >= 0)).to(device),
        known=(target_identity >= 0).any(dim=1).to(device),
        weight=_stack([s.weight for s in samples], (rows,), 0).to(device),
    )


def _told(sample: MatcherSample) -> NDArray[np.int32]:
    """Key colors as the matcher sees them: where it is told none, every region has its own."""
    if sample.are_told:
        return sample.key_color
    return np.arange(len(sample.key_color), dtype=np.int32)


def matching_loss(answers: Sequence[Tensor], batch: Batch) -> Tensor:
    """Minus the log of the probability on the right key regions, a region as much as another.

    Right is every key region of the true color; where identities are known, half of the loss
    asks for the same identity instead. A region that no key shows belongs to "none of them".

    Args:
        answers: per round (B, R, S + 1) logits.
        batch: what they answer.
    """
    color = _with_none(batch.right_color)
    identity = _with_none(batch.right_identity)
    share = 0.5 * batch.known.float()[:, None]
    total = answers[0].new_zeros(())
    for weight, answer in zip(_ROUND_WEIGHTS[-len(answers) :], answers, strict=True):
        believed = answer.log_softmax(dim=-1)
        of_color = -_mass(believed, color)
        of_identity = -_mass(believed, identity)
        loss = (1 - share) * of_color + share * of_identity
        total = total + weight * (loss * batch.weight).sum() / batch.weight.sum()
    return total / sum(_ROUND_WEIGHTS[-len(answers) :])


def color_accuracy(answer: Tensor, batch: Batch) -> Tensor:
    """Share of counting regions whose most probable color, as far as told, is the true one."""
    same = (batch.colors[:, :, None] == batch.colors[:, None]).to(answer.dtype)
    votes = answer.softmax(dim=-1)[..., :-1] @ same
    choice = votes.masked_fill(~batch.keys.valid[:, None], -1).argmax(dim=-1)
    right = batch.right_color.gather(2, choice[..., None])[..., 0]
    counting = batch.weight >= 1
    return (right & counting).sum() / counting.sum()


def train_matcher(
    network: RegionMatcher,
    samples: Iterable[MatcherSample],
    training: MatcherTraining,
    device: str = "cpu",
) -> Iterator[tuple[int, RegionMatcher]]:
    """Train until the minutes are over.

    Yields:
        (step, averaged network) about once a minute and at the end; the averaged network is the
        same object each time.
    """
    torch.manual_seed(training.seed)
    network.to(device).train()
    average = MovingAverage(network, training.ema)
    optimizer = torch.optim.AdamW(
        network.parameters(), training.learning_rate, weight_decay=training.weight_decay
    )
    began = told = time.monotonic()
    seen: list[tuple[float, float]] = []
    for step, batch in enumerate(_batches(samples, training, device), start=1):
        gone = (time.monotonic() - began) / 60 / training.minutes
        if gone >= 1:
            break
        calm = warm_and_calm(step, training.warm_up, gone)
        optimizer.param_groups[0]["lr"] = training.learning_rate * calm
        optimizer.zero_grad()
        seen += [_learn(network, one, training.batch) for one in batch]
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        average.update(network)
        if time.monotonic() - told >= 60:
            told = time.monotonic()
            mean = np.mean(seen, axis=0)
            log.info("step %d loss %.4f color accuracy %.4f", step, mean[0], mean[1])
            seen.clear()
            yield step, average.network
    yield step, average.network


def _learn(network: RegionMatcher, one: Batch, share: int) -> tuple[float, float]:
    """Add a share of the gradient of one sample; its loss and color accuracy."""
    answers = network(one.target, one.keys, one.evidence, one.colors)
    loss = matching_loss(answers, one)
    (loss / share).backward()
    return loss.item(), float(color_accuracy(answers[-1], one))


def _batches(
    samples: Iterable[MatcherSample], training: MatcherTraining, device: str
) -> Iterator[list[Batch]]:
    """Read ahead on a thread, so that reading and training overlap.

    Samples stay alone: drawings differ in their number of regions, and padding pairs to the
    largest of a batch takes three times as long as one sample after the other.
    """

    random = np.random.default_rng(training.seed)

    def fitting() -> Iterator[list[Batch]]:
        group: list[Batch] = []
        for sample in samples:
            if _size(sample) <= training.largest:
                group.append(draw_up(sample, random, device))
            if len(group) == training.batch:
                yield group
                group = []

    source = fitting()
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(next, source, None)
        while (batch := waiting.result()) is not None:
            waiting = pool.submit(next, source, None)
            yield batch


def _size(sample: MatcherSample) -> int:
    return len(sample.target_color) + len(sample.key_color)


def _with_none(right: Tensor) -> Tensor:
    return torch.cat([right, ~right.any(dim=-1, keepdim=True)], dim=-1)


def _mass(answer: Tensor, right: Tensor) -> Tensor:
    """(B, R) log of the probability on the right columns, bounded so that no region dominates."""
    return answer.masked_fill(~right, -1e4).logsumexp(dim=-1).clamp(min=-8)


def _stack(arrays: Sequence[NDArray], shape: tuple[int, ...], fill: float) -> Tensor:
    result = np.full((len(arrays), *shape), fill, arrays[0].dtype)
    for row, array in zip(result, arrays, strict=True):
        row[tuple(slice(0, size) for size in array.shape)] = array
    return torch.from_numpy(result)


def _region_set(tokens: Sequence[Tokens], count: int, device: torch.device | str) -> RegionSet:
    crops = _stack([t.crops for t in tokens], (count, *tokens[0].crops.shape[1:]), 0)
    return RegionSet(
        crops.to(device).float().div_(255),
        _stack([t.geometry for t in tokens], (count, tokens[0].geometry.shape[1]), 0).to(device),
        _stack([t.positions for t in tokens], (count, 2), 0).to(device),
        _stack([t.adjacency for t in tokens], (count, count), 0).to(device),
        _stack([t.drawing for t in tokens], (count,), -1).to(device),
    )
