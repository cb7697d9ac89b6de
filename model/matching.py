"""The region matcher on drawings: which region of one is which region of others."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray

from model.networks.region_matcher import RegionMatcher
from model.painting.chain import Link
from model.painting.region_evidence import pair_evidence
from model.painting.region_tokens import DrawingTokens, tokenize
from model.painting.regions import Regions
from model.region_sets import EncodedRegions, joined, region_set


class DrawingMatcher:
    """The region matcher on one device."""

    def __init__(self, network: RegionMatcher, device: torch.device) -> None:
        self._network = network.to(device).eval()
        self._device = device

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
        if evidence is None:
            evidence = [pair_evidence(target.tokens, key.tokens) for key in keys]
        believed = self._match(target, keys, evidence, colors)
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
        forth = pair_evidence(later.tokens, earlier.tokens) if evidence is None else evidence
        half = forth.shape[2] // 2
        back = np.concatenate([forth[..., half:], forth[..., :half]], axis=2).transpose(1, 0, 2)
        return Link.of(
            self._match(later, [earlier], [forth], np.arange(len(earlier.tokens))),
            self._match(earlier, [later], [back], np.arange(len(later.tokens))),
        )

    def _match(
        self,
        target: EncodedRegions,
        others: Sequence[EncodedRegions],
        evidence: Sequence[NDArray[np.float32]],
        colors: NDArray[np.integer],
    ) -> NDArray[np.float32]:
        """(R, S + 1) float32 probabilities, the last column being "none of them"."""
        answer = self._network(
            region_set(target.tokens, self._device),
            joined([other.tokens for other in others], self._device),
            torch.from_numpy(np.concatenate(list(evidence), axis=1)).to(self._device)[None],
            torch.from_numpy(colors).to(self._device)[None],
            torch.cat([other.features for other in others], dim=1),
            target.features,
        )[-1]
        return answer[0].exp().float().cpu().numpy()
