"""The paper's two networks on small pictures of a whole drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from model.key_features import KeyFeatures, StudiedKey
from model.networks.blocks import CELL
from model.networks.color_transform import ColorTransformNetwork, References
from model.networks.temporal import TemporalNetwork
from model.painting.canvas import Canvas, network_lines


@dataclass(frozen=True, eq=False)
class Seen:
    """What the networks say of a drawing.

    Attributes:
        color: (3, h, w) float32 in [-1, 1], of the temporal constraint network.
        labels: (P, h / 4, w / 4) float32, the keys' palette labels carried by Sim.
    """

    color: NDArray[np.float32]
    labels: NDArray[np.float32]


class DenseNetworks:
    """Color transform network, then temporal constraint network."""

    def __init__(
        self, transform: ColorTransformNetwork, temporal: TemporalNetwork, device: torch.device
    ) -> None:
        # Convolutions on a processor are half again as fast on channels-last memory.
        for network in (transform, temporal):
            network.eval().to(  # type: ignore[call-overload]
                device, memory_format=torch.channels_last
            )
        self._transform, self._temporal = transform, temporal
        self._device = device

    def encode(
        self, keys: Sequence[StudiedKey], canvas: Canvas, colors: int
    ) -> tuple[References, Tensor]:
        """Encode the keys once.

        Args:
            keys: K >= 1 keys on one canvas.
            canvas: that canvas.
            colors: P, the size of the palette.

        Returns:
            The references, and (1, K, P, h, w) share of each palette color in each cell.
        """
        references = self._transform.encode_references(
            self._stacked([key.canvas_line for key in keys])[None],
            self._stacked([key.canvas_distance for key in keys])[None],
            self._stacked([key.canvas_color for key in keys])[None],
        )
        labels = torch.stack([_cell_labels(canvas, key.paint, colors) for key in keys])
        return references, labels.to(self._device)[None]

    def see(self, line: NDArray[np.uint8], keys: KeyFeatures, before: int) -> Seen:
        """Color a drawing on the canvas of its keys.

        Args:
            line: (H, W) uint8 gray line art.
            keys: K keys in chronological order.
            before: how many of them come before the drawing, 0..K.
        """
        lines, distances = network_lines(keys.canvas.line(line))
        target = self._stacked([lines])
        output = self._transform(
            target, self._stacked([distances]), keys.references, labels=keys.labels
        )
        frame_lines = [self._stacked([key.canvas_line]) for key in keys.keys]
        frame_colors = [self._stacked([key.canvas_color]) for key in keys.keys]
        frame_lines.insert(before, target)
        frame_colors.insert(before, output.color)
        is_key = torch.ones(1, len(frame_lines), dtype=torch.bool, device=self._device)
        is_key[0, before] = False
        refined = self._temporal(
            torch.stack(frame_lines, dim=1), torch.stack(frame_colors, dim=1), is_key, before
        )
        return Seen(refined[0, 0].float().cpu().numpy(), output.labels[0].float().cpu().numpy())

    def _stacked(self, arrays: Sequence[NDArray[np.float32]]) -> Tensor:
        return torch.from_numpy(np.stack(arrays)).to(self._device)


def _cell_labels(canvas: Canvas, paint: NDArray[np.int32], colors: int) -> Tensor:
    small = torch.from_numpy(canvas.labels(paint).astype(np.int64))
    one_hot = F.one_hot(small, colors).permute(2, 0, 1).float()
    bottom, right = -small.shape[0] % CELL, -small.shape[1] % CELL
    padded = F.pad(one_hot[None], (0, right, 0, bottom), mode="replicate")
    return F.avg_pool2d(padded, CELL)[0]
