"""The region matcher on drawings: which region of one is which region of others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar
from weakref import WeakKeyDictionary

import numpy as np
import torch
from numpy.typing import NDArray

from model.networks.region_matcher import RegionMatcher
from model.painting.beside import Beside
from model.painting.chain import Link
from model.painting.region_evidence import pair_evidence
from model.painting.region_tokens import SAMPLES, DrawingTokens, tokenize
from model.painting.regions import Regions
from model.region_sets import EncodedRegions, joined, region_set

_Number = TypeVar("_Number", np.uint8, np.float32)


class DrawingMatcher:
    """The region matcher on one device."""

    def __init__(self, network: RegionMatcher, device: torch.device) -> None:
        self._network = network.to(device).eval()
        self._device = device
        self._measured = _Measured()

    def encode(self, regions: Regions) -> EncodedRegions:
        """Describe the regions of a drawing, once for all comparisons."""
        return self.encode_tokens(tokenize(regions))

    def encode_tokens(self, tokens: DrawingTokens) -> EncodedRegions:
        """The same for regions that were described before."""
        return EncodedRegions(tokens, self._network.encode(region_set(tokens, self._device)))

    def colors(
        self,
        target: EncodedRegions,
        keys: Sequence[EncodedRegions],
        key_colors: Sequence[NDArray[np.int32]],
        count: int,
        evidence: Sequence[NDArray[np.float32]] | None = None,
    ) -> NDArray[np.float32]:
        """What color each region has by the key regions that it may be.

        Args:
            target: R regions.
            keys: of each key.
            key_colors: (S,) int32 palette rows of each key's regions.
            count: P, the size of the palette.
            evidence: `pair_evidence` of target and each key; None to measure it here.

        Returns:
            (R, P) float32, rows sum to 1 less the belief that no key shows the region.
        """
        colors = np.concatenate(list(key_colors))
        believed = self._match(target, keys, colors, evidence)
        return believed[:, :-1] @ np.eye(count, dtype=np.float32)[colors]

    def link(
        self,
        earlier: EncodedRegions,
        later: EncodedRegions,
        evidence: NDArray[np.float32] | None = None,
    ) -> Link:
        """Which regions of a drawing are which of the one before it; colors are not looked at.

        Args:
            earlier: a drawing.
            later: one that follows it.
            evidence: `pair_evidence` of the later and the earlier; None to measure it here.
        """
        forth, back = (None, None) if evidence is None else ([evidence], [_turned(evidence)])
        return Link.of(
            self._match(later, [earlier], np.arange(len(earlier.tokens)), forth),
            self._match(earlier, [later], np.arange(len(later.tokens)), back),
        )

    def beside(
        self,
        target: EncodedRegions,
        keys: Sequence[EncodedRegions],
        key_colors: Sequence[NDArray[np.int32]],
        count: int,
        near: Sequence[EncodedRegions | None],
    ) -> Beside | None:
        """Compare a drawing with its keys and those just before it, all together.

        Args:
            target, keys, key_colors, count: as in `colors`.
            near: the nearest first; None for what is a key itself.

        Returns:
            None if there is no drawing near.
        """
        others = [*keys, *(one for one in near if one is not None)]
        if len(others) == len(keys):
            return None
        counts = [len(one.tokens) for one in others]
        believed = self._match(target, others, np.arange(sum(counts)))[:, :-1]
        parts = iter(np.split(believed, np.cumsum(counts)[:-1], axis=1))
        by_color = np.zeros((len(believed), count), np.float32)
        for colors in key_colors:
            by_color += next(parts) @ np.eye(count, dtype=np.float32)[colors]
        return Beside.of(by_color, [None if one is None else next(parts) for one in near])

    def _match(
        self,
        target: EncodedRegions,
        others: Sequence[EncodedRegions],
        colors: NDArray[np.integer],
        evidence: Sequence[NDArray[np.float32]] | None = None,
    ) -> NDArray[np.float32]:
        """(R, S + 1) float32 probabilities, the last column being "none of them"."""
        if evidence is None:
            evidence = [self._measured(target, other) for other in others]
        answer = self._network(
            region_set(target.tokens, self._device),
            joined([other.tokens for other in others], self._device),
            torch.from_numpy(np.concatenate(list(evidence), axis=1)).to(self._device)[None],
            torch.from_numpy(colors).to(self._device)[None],
            torch.cat([other.features for other in others], dim=1),
            target.features,
        )[-1]
        return answer[0].exp().float().cpu().numpy()


class _Measured:
    """Pair evidence, kept as long as both drawings are; they are compared several times."""

    def __init__(self) -> None:
        self._kept: WeakKeyDictionary[
            EncodedRegions, WeakKeyDictionary[EncodedRegions, NDArray[np.uint8]]
        ] = WeakKeyDictionary()

    def __call__(self, target: EncodedRegions, other: EncodedRegions) -> NDArray[np.float32]:
        """See `pair_evidence`."""
        kept = self._of(target).get(other)
        if kept is None and (turned := self._of(other).get(target)) is not None:
            kept = _turned(turned)
        if kept is None:
            kept = self._of(target)[other] = _measured(target, other)
        return kept.astype(np.float32) / np.float32(SAMPLES)

    def _of(self, target: EncodedRegions) -> WeakKeyDictionary[EncodedRegions, NDArray[np.uint8]]:
        return self._kept.setdefault(target, WeakKeyDictionary())


def _measured(target: EncodedRegions, other: EncodedRegions) -> NDArray[np.uint8]:
    """Shares as counts of samples: a quarter of the memory, and nothing is lost."""
    shares = pair_evidence(target.tokens, other.tokens)
    return np.rint(shares * SAMPLES).astype(np.uint8)


def _turned(evidence: NDArray[_Number]) -> NDArray[_Number]:
    """The same seen from the other drawing."""
    half = evidence.shape[2] // 2
    return np.concatenate([evidence[..., half:], evidence[..., :half]], axis=2).transpose(1, 0, 2)
