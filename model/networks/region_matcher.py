"""Region matcher: which key region is each region of a drawing? (ours, beside the paper)

Tokens of a drawing's regions and of all its keys' regions attend to themselves and to each other
for a few rounds. Between rounds the matches found so far are read back as evidence: do my
neighbors match their neighbors, does everything around me move the same way, which color do the
keys agree on. That is how two look-alike fingers are told apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import cast

import torch
from torch import Tensor, nn

from model.networks.region_pairs import PairReader
from model.networks.region_places import Places
from model.networks.region_round import Round
from model.networks.region_set import RegionSet


@dataclass(frozen=True, eq=False)
class EncodedSet:
    """Regions as far as each drawing by itself tells.

    Attributes:
        tokens: (B, N, width).
        places: for each drawing of a set, and each round after the first, (1, heads, n, n): what
            the place of its n regions says. Where it is missing, it is computed anew each time.
    """

    tokens: Tensor
    places: tuple[tuple[Tensor, ...] | None, ...] = (None,)

    @classmethod
    def joined(cls, sets: Sequence[EncodedSet]) -> EncodedSet:
        """The drawings of several sets (B = 1) in one."""
        return cls(
            torch.cat([one.tokens for one in sets], dim=1),
            tuple(drawing for one in sets for drawing in one.places),
        )

    @property
    def nbytes(self) -> int:
        """Memory of its numbers."""
        kept = [scores.nbytes for drawing in self.places if drawing for scores in drawing]
        return self.tokens.nbytes + sum(kept)

    def steering(self, index: int) -> list[Tensor] | None:
        """What is known of a round, 1 or later, of every drawing; None unless it is of all."""
        known = [drawing[index - 1] for drawing in self.places if drawing is not None]
        return known if len(known) == len(self.places) else None


@dataclass(frozen=True)
class RegionMatcherConfig:
    """Widths of the region matcher."""

    width: int = 128  # channels of a token
    heads: int = 4  # attention heads
    rounds: int = 4  # rounds of self-attention, cross-attention and matching
    pair_width: int = 32  # hidden channels of the networks that read pairs of regions
    geometry: int = 16  # numbers that describe place and shape of a region
    crop_channels: int = 6  # (lines, region) at three scales
    evidence: int = 8  # measured ways of carrying a region from one drawing to another


class RegionMatcher(nn.Module):
    """Distribution over key regions and "none of them" for every region of a drawing."""

    def __init__(self, config: RegionMatcherConfig | None = None) -> None:
        super().__init__()
        self.config = config = config or RegionMatcherConfig()
        self.describe = _Describe(config)
        self.rounds = nn.ModuleList(
            Round(config.width, config.heads, config.pair_width) for _ in range(config.rounds)
        )

    def encode(self, regions: RegionSet) -> EncodedSet:
        """What each drawing by itself tells: computed once for all comparisons."""
        places = Places(regions)
        first, *later = cast("list[Round]", list(self.rounds))
        tokens = first.among(self.describe(regions), [(places, None)])
        if not places.may_be_kept or torch.is_grad_enabled():
            return EncodedSet(tokens)
        return EncodedSet(tokens, (tuple(round_.steering(places) for round_ in later),))

    def forward(
        self,
        target: RegionSet,
        keys: RegionSet,
        evidence: Tensor,
        colors: Tensor,
        encoded_keys: EncodedSet | None = None,
        encoded_target: EncodedSet | None = None,
    ) -> list[Tensor]:
        """Match.

        Args:
            target: R regions of one drawing for each of the batch.
            keys: S regions of all keys together.
            evidence: (B, R, S, 8) float in [0, 1], see `pair_evidence`.
            colors: (B, S) int, palette entry of each key region; only equality is looked at.
            encoded_keys: what `encode(keys)` gave, or None to compute it here.
            encoded_target: what `encode(target)` gave, or None to compute it here.

        Returns:
            For each round, (B, R, S + 1) logits, the last column being "none of them"; the last
            round is the answer, the earlier ones are for training.
        """
        here = self.encode(target) if encoded_target is None else encoded_target
        there = self.encode(keys) if encoded_keys is None else encoded_keys
        tokens = torch.cat([here.tokens, there.tokens], dim=1)
        places = Places(target), Places(keys)
        pairs = PairReader(target, keys, places, evidence, colors)
        answers: list[Tensor] = []
        for index, round_ in enumerate(cast("Iterable[Round]", self.rounds)):
            if answers:
                pairs.believe(answers[-1].detach().softmax(dim=-1))
                known = here.steering(index), there.steering(index)
                tokens = round_.among(tokens, list(zip(places, known, strict=True)))
            tokens, answer = round_(tokens, pairs)
            answers.append(answer)
        return answers


class _Describe(nn.Module):
    """Crops through a small convolutional network, plus geometry."""

    def __init__(self, config: RegionMatcherConfig) -> None:
        super().__init__()
        width = config.width
        self.look = nn.Sequential(
            nn.Conv2d(config.crop_channels, 48, 4, stride=4),
            nn.ReLU(inplace=True),
            nn.Conv2d(48, 96, 3, stride=2, padding=1),
            nn.ReLU(inplace=True),
            nn.Conv2d(96, 128, 3, stride=2, padding=1),
            nn.ReLU(inplace=True),
            nn.Flatten(),
            nn.Linear(128 * 4, width),
        )
        self.measure = nn.Sequential(
            nn.Linear(config.geometry, width), nn.ReLU(inplace=True), nn.Linear(width, width)
        )
        self.norm = nn.LayerNorm(width)

    def forward(self, regions: RegionSet) -> Tensor:
        valid = regions.valid
        if valid.all():
            # In use there is no padding, and crops are the largest part of a set.
            crops, geometry = regions.crops.flatten(0, 1), regions.geometry.flatten(0, 1)
            return self._tokens(crops, geometry).unflatten(0, valid.shape)
        tokens = self._tokens(regions.crops[valid], regions.geometry[valid])
        padded = tokens.new_zeros(*valid.shape, tokens.shape[-1])
        padded[valid] = tokens
        return padded

    def _tokens(self, crops: Tensor, geometry: Tensor) -> Tensor:
        crops = crops.contiguous(memory_format=torch.channels_last)
        return self.norm(self.look(crops) + self.measure(geometry))
