"""The region matcher on drawings: which region of one is which region of others."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cached_property
from typing import Literal

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray

from model.measured_pairs import MeasuredPairs
from model.networks.region_matcher import RegionMatcher
from model.painting.beside import Beside
from model.painting.chain import Link
from model.painting.region_tokens import DrawingTokens, tokenize
from model.painting.regions import Regions
from model.region_sets import EncodedRegions, joined

Look = Literal["straight", "mirrored"]
LOOKS: tuple[Look, ...] = ("straight", "mirrored")


class DrawingMatcher:
    """The region matcher on one device."""

    def __init__(
        self, network: RegionMatcher, device: torch.device, measured: MeasuredPairs | None = None
    ) -> None:
        """Take a network.

        Args:
            network: is moved to the device.
            device: of torch.
            measured: what is measured of pairs already; it may be shared by several networks.
        """
        self._network = network.to(device).eval()
        self._device = device
        self._measured = MeasuredPairs() if measured is None else measured

    @cached_property
    def fingerprint(self) -> str:
        """Equal for equal weights on the same device."""
        weights = hashlib.blake2b()
        for values in self._network.state_dict().values():
            weights.update(values.cpu().numpy().tobytes())
        return f"{weights.hexdigest()} {self._device}"

    def encode(self, regions: Regions) -> EncodedRegions:
        """Describe the regions of a drawing, once for all comparisons."""
        return self.encode_tokens(tokenize(regions))

    def encode_tokens(self, tokens: DrawingTokens) -> EncodedRegions:
        """The same for regions that were described before."""
        return EncodedRegions.of(tokens, self._network, self._device)

    def measure(self, target: EncodedRegions, other: EncodedRegions) -> None:
        """Measure a pair of drawings ahead of the comparisons that ask for it."""
        self._measured.counts(target.tokens, other.tokens)

    def colors(
        self,
        target: EncodedRegions,
        keys: Sequence[EncodedRegions],
        key_colors: Sequence[NDArray[np.int32]],
        count: int,
        looks: Sequence[Look] = LOOKS,
    ) -> NDArray[np.float32]:
        """What color each region has by the key regions that it may be.

        The mean of two looks, as it is and in a mirror: each is wrong about other regions.

        Args:
            target: R regions.
            keys: of each key.
            key_colors: (S,) int32 palette rows of each key's regions; P for another color.
            count: P, the size of the palette.
            looks: one of the two is enough for an estimate, in half of the time.

        Returns:
            (R, P) float32, rows sum to 1 less the belief that no key shows the region in one of
            these colors.
        """
        colors = np.concatenate(list(key_colors))
        seen = [self._match(target, keys, colors, look) for look in looks]
        believed = sum(seen[1:], seen[0]) / np.float32(len(seen))
        return _by_color(believed[:, :-1], colors, count)

    def link(self, earlier: EncodedRegions, later: EncodedRegions) -> Link:
        """Which regions of a drawing are which of the one before it; colors are not looked at.

        One direction is looked at in a mirror, so that they are not wrong about the same regions.
        """
        return Link.of(
            self._match(later, [earlier], np.arange(len(earlier.tokens))),
            self._match(earlier, [later], np.arange(len(later.tokens)), "mirrored"),
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
            by_color += _by_color(next(parts), colors, count)
        return Beside.of(by_color, [None if one is None else next(parts) for one in near])

    def _match(
        self,
        target: EncodedRegions,
        others: Sequence[EncodedRegions],
        colors: NDArray[np.integer],
        look: Look = "straight",
    ) -> NDArray[np.float32]:
        """(R, S + 1) float32 probabilities, the last column being "none of them"."""
        evidence = [self._measured(target.tokens, other.tokens) for other in others]
        here = getattr(target, look)
        there = joined([getattr(other, look) for other in others])
        answer = self._network(
            here.regions,
            there.regions,
            torch.from_numpy(np.concatenate(evidence, axis=1)).to(self._device)[None],
            torch.from_numpy(colors).to(self._device)[None],
            there.encoded,
            here.encoded,
        )[-1]
        return answer[0].softmax(dim=-1).float().cpu().numpy()


def _by_color(
    believed: NDArray[np.float32], colors: NDArray[np.int32], count: int
) -> NDArray[np.float32]:
    """(R, S) beliefs in key regions as (R, P) beliefs in their colors, other colors left out."""
    # By numpy the product would take all cores, also from the works beside this one.
    is_color = F.one_hot(torch.from_numpy(colors).long(), count + 1)[:, :count].float()
    return (torch.from_numpy(believed) @ is_color).numpy()
