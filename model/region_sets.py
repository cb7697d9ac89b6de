"""Tokens of drawings as tensors for the region matcher."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from model.networks.region_set import RegionSet
from model.painting.region_tokens import DrawingTokens


@dataclass(frozen=True, eq=False)
class EncodedRegions:
    """The regions of one drawing, ready to be matched.

    Attributes:
        tokens: of R regions.
        features: (1, R, width), the same as the region matcher encodes them.
    """

    tokens: DrawingTokens
    features: Tensor


def region_set(tokens: DrawingTokens, device: torch.device) -> RegionSet:
    """A batch of one drawing."""
    return joined([tokens], device)


def joined(drawings: Sequence[DrawingTokens], device: torch.device) -> RegionSet:
    """A batch of one set with the regions of several drawings, such as the keys of a target."""
    counts = [len(tokens) for tokens in drawings]
    adjacency = torch.block_diag(*(torch.from_numpy(tokens.adjacency) for tokens in drawings))
    crops = torch.from_numpy(np.concatenate([tokens.crops for tokens in drawings]))
    geometry = torch.from_numpy(np.concatenate([tokens.geometry for tokens in drawings]))
    positions = torch.from_numpy(np.concatenate([tokens.positions for tokens in drawings]))
    drawing = torch.repeat_interleave(torch.arange(len(counts)), torch.tensor(counts))
    return RegionSet(
        crops=crops.to(device)[None].float().div_(255),
        geometry=geometry.to(device)[None],
        positions=positions.to(device)[None],
        adjacency=adjacency.to(device)[None],
        drawing=drawing.to(device)[None],
    )
