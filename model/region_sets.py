"""Drawings as the region matcher reads them: as they are, and in a mirror."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import torch

from model.networks.region_matcher import EncodedSet, RegionMatcher
from model.networks.region_set import RegionSet
from model.painting.region_tokens import MIRRORED_COLUMNS, MIRRORED_SIGNS, DrawingTokens


@dataclass(frozen=True, eq=False)
class Look:
    """Regions of one drawing, or of several one after the other.

    Attributes:
        regions: a batch of one set of R regions, without their crops.
        encoded: the same as the region matcher encodes them.
    """

    regions: RegionSet
    encoded: EncodedSet


@dataclass(frozen=True, eq=False)
class EncodedRegions:
    """The regions of one drawing, ready to be matched.

    Attributes:
        tokens: of R regions.
        straight: the drawing as it is.
        mirrored: the drawing in a mirror, its regions in the same order.
    """

    tokens: DrawingTokens
    straight: Look
    mirrored: Look

    @property
    def nbytes(self) -> int:
        """Memory of what is large in it."""
        return self.tokens.nbytes + self.straight.encoded.nbytes + self.mirrored.encoded.nbytes

    @classmethod
    def of(
        cls, tokens: DrawingTokens, network: RegionMatcher, device: torch.device
    ) -> EncodedRegions:
        """Encode a drawing, once for all comparisons."""
        straight = region_set(tokens, device)
        return cls(tokens, *(_encoded(one, network) for one in (straight, mirrored(straight))))


def region_set(tokens: DrawingTokens, device: torch.device) -> RegionSet:
    """A batch of one drawing."""
    # The network wants channels last; turned around as bytes they are a quarter as much to move.
    crops = torch.from_numpy(tokens.crops).contiguous(memory_format=torch.channels_last)
    crops = crops.to(device).float().div_(255)[None]
    drawing = torch.zeros(1, len(tokens), dtype=torch.long, device=device)
    geometry, positions, adjacency = (
        torch.from_numpy(values).to(device)[None]
        for values in (tokens.geometry, tokens.positions, tokens.adjacency)
    )
    return RegionSet(crops, geometry, positions, adjacency, drawing)


def mirrored(regions: RegionSet) -> RegionSet:
    """The same regions, left and right exchanged."""
    device = regions.positions.device
    columns = torch.tensor(MIRRORED_COLUMNS, device=device)
    return replace(
        regions,
        crops=regions.crops.flip(-1),
        geometry=regions.geometry[..., columns] * torch.tensor(MIRRORED_SIGNS, device=device),
        positions=regions.positions * torch.tensor([-1.0, 1.0], device=device),
    )


def joined(looks: Sequence[Look]) -> Look:
    """One set with the regions of several drawings, such as the keys of a target."""
    if len(looks) == 1:
        return looks[0]
    sets = [look.regions for look in looks]
    drawing = [one.drawing + index for index, one in enumerate(sets)]
    regions = RegionSet(
        crops=torch.cat([one.crops for one in sets], dim=1),
        geometry=torch.cat([one.geometry for one in sets], dim=1),
        positions=torch.cat([one.positions for one in sets], dim=1),
        adjacency=torch.block_diag(*(one.adjacency[0] for one in sets))[None],
        drawing=torch.cat(drawing, dim=1),
    )
    return Look(regions, EncodedSet.joined([look.encoded for look in looks]))


def _encoded(regions: RegionSet, network: RegionMatcher) -> Look:
    # Crops are by far the largest part of a set, and nobody asks for them after this.
    return Look(replace(regions, crops=regions.crops[:, :0]), network.encode(regions))
