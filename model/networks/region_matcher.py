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
import torch.nn.functional as F
from torch import Tensor, nn

from model.networks.pair_network import PairNetwork
from model.networks.region_pairs import PairReader
from model.networks.region_places import Places
from model.networks.region_set import RegionSet

_FAR_BELOW = -1e4  # a masked logit; finite, so that a row of nothing but padding stays a number


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
        self.rounds = nn.ModuleList(_Round(config) for _ in range(config.rounds))

    def encode(self, regions: RegionSet) -> EncodedSet:
        """What each drawing by itself tells: computed once for all comparisons."""
        places = Places(regions)
        first, *later = cast("list[_Round]", list(self.rounds))
        tokens = first.among(self.describe(regions), places)
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
        tokens, others = here.tokens, there.tokens
        places = Places(target), Places(keys)
        pairs = PairReader(target, keys, places, evidence, colors)
        answers: list[Tensor] = []
        for index, round_ in enumerate(cast("Iterable[_Round]", self.rounds)):
            if answers:
                pairs.believe(answers[-1].detach().softmax(dim=-1))
                tokens = round_.among(tokens, places[0], here.steering(index))
                others = round_.among(others, places[1], there.steering(index))
            tokens, others, answer = round_(tokens, others, pairs)
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
        crops = regions.crops[valid].contiguous(memory_format=torch.channels_last)
        tokens = self.norm(self.look(crops) + self.measure(regions.geometry[valid]))
        padded = tokens.new_zeros(*valid.shape, tokens.shape[-1])
        padded[valid] = tokens
        return padded


class _Round(nn.Module):
    def __init__(self, config: RegionMatcherConfig) -> None:
        super().__init__()
        width, heads = config.width, config.heads
        self.look_around = _Attention(width, heads)
        self.place = PairNetwork(Places.numbers, config.pair_width, heads)
        self.look_across = _Attention(width, heads)
        self.pair = PairNetwork(PairReader.numbers, config.pair_width, 2 * heads + 1)
        self.think = nn.Sequential(
            nn.LayerNorm(width), nn.Linear(width, 2 * width), nn.GELU(), nn.Linear(2 * width, width)
        )
        self.name = nn.Linear(width, width)
        self.sharpness = nn.Parameter(torch.tensor(2.0))
        self.none = nn.Linear(width, 1)

    def among(
        self, tokens: Tensor, places: Places, steering: Sequence[Tensor] | None = None
    ) -> Tensor:
        """Regions attend to those of their own drawing; place and touching steer that.

        Args:
            tokens: (B, N, width).
            places: of these regions.
            steering: for each drawing what `steering` gave of it alone, or None.
        """
        if steering is not None:
            drawings = tokens.split([scores.shape[-1] for scores in steering], dim=1)
            seen = [self._look_around(*pair) for pair in zip(drawings, steering, strict=True)]
            return torch.cat(seen, dim=1)
        parts = places.parted(tokens)
        return places.joined(self._look_around(parts, self.steering(places)), tokens.shape[1])

    def _look_around(self, tokens: Tensor, steering: Tensor) -> Tensor:
        return self.look_around(tokens, tokens, steering)

    def steering(self, places: Places) -> Tensor:
        """(B * K, heads, M, M): how much each region looks at each other of its drawing."""
        return _masked(self.place(places), places.inside[:, None, None])

    def forward(
        self, tokens: Tensor, others: Tensor, pairs: PairReader
    ) -> tuple[Tensor, Tensor, Tensor]:
        target, keys = pairs.target, pairs.keys
        read = self.pair(pairs)
        heads = self.look_across.heads
        forth = _masked(read[:, :heads], keys.valid[:, None, None])
        back = read[:, heads : 2 * heads].transpose(2, 3)
        back = _masked(back, target.valid[:, None, None])
        crossed = self.look_across(tokens, others, forth)
        others = self.look_across(others, tokens, back)
        tokens = crossed + self.think(crossed)
        others = others + self.think(others)
        return tokens, others, self._match(tokens, others, read[:, -1], keys.valid)

    def _match(self, tokens: Tensor, others: Tensor, score: Tensor, valid: Tensor) -> Tensor:
        one = F.normalize(self.name(tokens), dim=-1) * self.sharpness.exp()
        other = F.normalize(self.name(others), dim=-1)
        # "None of them" is one more key region, with a channel of its own.
        one = torch.cat([one, self.none(tokens)], dim=-1)
        other = F.pad(other, (0, 1, 0, 1))
        other[:, -1, -1] = 1
        logits = one @ other.transpose(1, 2)
        logits[..., :-1] += _masked(score, valid[:, None])
        return logits


class _Attention(nn.Module):
    """Residual multi-head attention with an additive bias for every pair."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.norm_query = nn.LayerNorm(width)
        self.norm_source = nn.LayerNorm(width)
        self.query = nn.Linear(width, width)
        self.key_value = nn.Linear(width, 2 * width)
        self.out = nn.Linear(width, width)

    def forward(self, tokens: Tensor, source: Tensor, bias: Tensor) -> Tensor:
        """(B, N, width) attends to (B, M, width) with bias (B, heads, N, M)."""
        query = self._split(self.query(self.norm_query(tokens)))
        key, value = self.key_value(self.norm_source(source)).chunk(2, dim=-1)
        read = F.scaled_dot_product_attention(
            query, self._split(key), self._split(value), attn_mask=bias
        )
        return tokens + self.out(read.transpose(1, 2).flatten(2))

    def _split(self, tokens: Tensor) -> Tensor:
        batch, count, width = tokens.shape
        return tokens.view(batch, count, self.heads, width // self.heads).transpose(1, 2)


def _masked(scores: Tensor, valid: Tensor) -> Tensor:
    """Scores of what is padding become hopeless."""
    # In use there is no padding, and a copy of all pairs would be for nothing.
    return scores if valid.all() else scores.masked_fill(~valid, _FAR_BELOW)
