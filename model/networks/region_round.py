"""One round of the region matcher: attention within drawings, across sets, and a match."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from model.networks.pair_network import PairNetwork
from model.networks.region_pairs import PairReader
from model.networks.region_places import Places

_FAR_BELOW = -1e4  # a masked logit; finite, so that a row of nothing but padding stays a number


class Round(nn.Module):
    """Regions look around in their drawing, then at those of the other set; then they match."""

    def __init__(self, width: int, heads: int, pair_width: int) -> None:
        super().__init__()
        self.look_around = _Attention(width, heads)
        self.place = PairNetwork(Places.numbers, pair_width, heads)
        self.look_across = _Attention(width, heads)
        self.pair = PairNetwork(PairReader.numbers, pair_width, 2 * heads + 1)
        self.think = nn.Sequential(
            nn.LayerNorm(width), nn.Linear(width, 2 * width), nn.GELU(), nn.Linear(2 * width, width)
        )
        self.name = nn.Linear(width, width)
        self.sharpness = nn.Parameter(torch.tensor(2.0))
        self.none = nn.Linear(width, 1)

    def among(
        self, tokens: Tensor, sets: Sequence[tuple[Places, Sequence[Tensor] | None]]
    ) -> Tensor:
        """Regions attend to those of their own drawing; place and touching steer that.

        Args:
            tokens: (B, N, width), of one set after the other.
            sets: of each its places, and for each of its drawings what `steering` gave of it
                alone, or None.
        """
        sizes = [places.count for places, _ in sets]

        def around(*asked: Tensor) -> Tensor:
            parts = zip(*_split(asked, sizes), strict=True)
            seen = (self._within(*one, part) for one, part in zip(sets, parts, strict=True))
            return _joined(list(seen))

        return self.look_around(tokens, around)

    def _within(
        self, places: Places, steering: Sequence[Tensor] | None, asked: Sequence[Tensor]
    ) -> Tensor:
        look = self.look_around.look
        if steering is None:
            query, key, value = (places.parted(one) for one in asked)
            return places.joined(look(query, key, value, self.steering(places)), places.count)
        drawings = _split(asked, [scores.shape[-1] for scores in steering])
        return _joined([look(*drawing) for drawing in zip(*drawings, steering, strict=True)])

    def steering(self, places: Places) -> Tensor:
        """(B * K, heads, M, M): how much each region looks at each other of its drawing."""
        return _masked(self.place(places), places.inside[:, None, None])

    def forward(self, tokens: Tensor, pairs: PairReader) -> tuple[Tensor, Tensor]:
        """Regions of the target and those of the keys attend to each other.

        Args:
            tokens: (B, R + S, width), the target's first.
            pairs: what is known of them.

        Returns:
            New tokens, and logits (B, R, S + 1).
        """
        target, keys = pairs.target.valid, pairs.keys.valid
        sizes = [target.shape[1], keys.shape[1]]
        read = self.pair(pairs)
        heads = self.look_across.heads
        forth = _masked(read[:, :heads], keys[:, None, None])
        back = _masked(read[:, heads : 2 * heads].transpose(2, 3), target[:, None, None])

        def across(*asked: Tensor) -> Tensor:
            look = self.look_across.look
            (query, other_query), (key, other_key), (value, other_value) = _split(asked, sizes)
            here = look(query, other_key, other_value, forth)
            return _joined([here, look(other_query, key, value, back)])

        tokens = self.look_across(tokens, across)
        tokens = tokens + self.think(tokens)
        return tokens, self._match(tokens, sizes, _masked(read[:, -1], keys[:, None]))

    def _match(self, tokens: Tensor, sizes: list[int], score: Tensor) -> Tensor:
        one, other = F.normalize(self.name(tokens), dim=-1).split(sizes, dim=1)
        # "None of them" is one more key region, with a channel of its own.
        none = self.none(tokens[:, : sizes[0]])
        one = torch.cat([one * self.sharpness.exp(), none], dim=-1)
        other = F.pad(other, (0, 1, 0, 1))
        other[:, -1, -1] = 1
        logits = one @ other.transpose(1, 2)
        logits[..., :-1] += score
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

    def forward(self, tokens: Tensor, who: Callable[[Tensor, Tensor, Tensor], Tensor]) -> Tensor:
        """Tokens of all regions at once, whichever attend to which: few large products.

        Args:
            tokens: (B, N, width).
            who: has the right ones `look`; given (B, N, width) queries, keys and values.
        """
        query = self.query(self.norm_query(tokens))
        key, value = self.key_value(self.norm_source(tokens)).chunk(2, dim=-1)
        return tokens + self.out(who(query, key, value))

    def look(self, query: Tensor, key: Tensor, value: Tensor, bias: Tensor) -> Tensor:
        """(B, N, width) look at (B, M, width) with bias (B, heads, N, M): (B, N, width)."""
        query, key, value = (self._by_head(one) for one in (query, key, value))
        read = F.scaled_dot_product_attention(query, key, value, attn_mask=bias)
        return read.transpose(1, 2).flatten(2)

    def _by_head(self, tokens: Tensor) -> Tensor:
        batch, count, width = tokens.shape
        return tokens.view(batch, count, self.heads, width // self.heads).transpose(1, 2)


def _split(values: Sequence[Tensor], sizes: list[int]) -> list[tuple[Tensor, ...]]:
    """Each of (B, N, ...) values in parts of so many regions."""
    return [value.split(sizes, dim=1) for value in values]


def _joined(parts: Sequence[Tensor]) -> Tensor:
    return torch.cat(list(parts), dim=1) if len(parts) > 1 else parts[0]


def _masked(scores: Tensor, valid: Tensor) -> Tensor:
    """Scores of what is padding become hopeless."""
    # In use there is no padding, and a copy of all pairs would be for nothing.
    return scores if valid.all() else scores.masked_fill(~valid, _FAR_BELOW)
