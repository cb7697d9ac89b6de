"""The paper's two networks alone, measured on what they paint: no region votes, no palette."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from model.evaluation.footage import FinishedShot, key_positions, measured_positions
from model.evaluation.metrics import at_paper_side, mse, psnr, ssim
from model.evaluation.truth import over_white
from model.networks.color_transform import ColorTransformNetwork
from model.networks.inputs import flat_color
from model.networks.temporal import TemporalNetwork
from model.painting.canvas import Canvas, network_lines


@dataclass(frozen=True)
class Figures:
    """How near colored pictures are to the truth.

    Attributes:
        mse: mean squared error, values taken as 0..1.
        psnr: dB.
        ssim: at most 1.
    """

    mse: float
    psnr: float
    ssim: float


@dataclass(frozen=True)
class RawNetworks:
    """A color transform network and, perhaps, a temporal constraint network, on the CPU.

    Attributes:
        color: colors each drawing after all keys.
        temporal: then sees keys and colored drawings together in chronological order; or None.
        side: longer side in pixels of the pictures that they see.
    """

    color: ColorTransformNetwork
    temporal: TemporalNetwork | None
    side: int

    @torch.no_grad()
    def paint(
        self, shot: FinishedShot, keys: Sequence[int], wanted: Sequence[int]
    ) -> list[NDArray[np.uint8]]:
        """Color some drawings of a shot.

        Args:
            shot: whose lines and, of the keys alone, colors are read.
            keys: positions of the keys.
            wanted: positions of the drawings to color, none of them a key.

        Returns:
            (H, W, 4) uint8 RGBA color layer of each, opaque, at the drawing's full size.
        """
        size = shot.lines[0].shape
        canvas = Canvas.for_drawing((size[0], size[1]), self.side)
        places = sorted({*keys, *wanted})
        seen = {place: network_lines(canvas.line(shot.lines[place])) for place in places}
        lines = {place: torch.from_numpy(seen[place][0])[None] for place in places}
        distances = {place: torch.from_numpy(seen[place][1])[None] for place in places}
        colors = {key: _key_color(shot.truths[key].color, canvas) for key in keys}
        references = self.color.encode_references(
            *(
                torch.stack([part[key] for key in keys], dim=1)
                for part in (lines, distances, colors)
            )
        )
        for place in wanted:
            colors[place] = self.color(lines[place], distances[place], references).color
        if self.temporal is not None:
            refined = self.temporal(
                torch.stack([lines[place] for place in places], dim=1),
                torch.stack([colors[place] for place in places], dim=1),
                torch.tensor([[place in keys for place in places]]),
            )
            colors = dict(zip(places, refined.unbind(dim=1), strict=True))
        return [_color_layer(colors[place], canvas, (size[0], size[1])) for place in wanted]


def measure(networks: RawNetworks, shot: FinishedShot, most: int) -> Figures | None:
    """Figures at 256 x 256 of the composites, lines on top, with first and last drawing as keys.

    Args:
        networks: to measure.
        shot: to color.
        most: drawings that are measured at most, evenly spaced; keys never are.

    Returns:
        Means over these drawings; None where the shot has keys alone.
    """
    keys = key_positions("ends", len(shot.truths))
    measured = measured_positions(keys, len(shot.truths), most)
    if not measured:
        return None
    layers = networks.paint(shot, keys, measured)
    found = []
    for place, layer in zip(measured, layers, strict=True):
        truth = shot.truths[place]
        image = at_paper_side(over_white(layer, truth.line))
        wanted = at_paper_side(truth.composite)
        error = mse(image, wanted)
        found.append(Figures(error, psnr(error), ssim(image, wanted)))
    return mean_figures(found)


def mean_figures(figures: Sequence[Figures]) -> Figures:
    """The mean of each figure over at least one."""
    rows = np.array([(each.mse, each.psnr, each.ssim) for each in figures])
    return Figures(*rows.mean(axis=0).tolist())


def _key_color(color: NDArray[np.uint8], canvas: Canvas) -> Tensor:
    """(1, 3, h, w) float32 in [-1, 1], sampled as the application samples a key's paint."""
    height, width = color.shape[:2]
    pixels = canvas.labels(np.arange(height * width, dtype=np.int32).reshape(height, width))
    return torch.from_numpy(flat_color(color.reshape(-1, 4)[pixels]))[None]


def _color_layer(color: Tensor, canvas: Canvas, size: tuple[int, int]) -> NDArray[np.uint8]:
    """(1, 3, h, w) colors in [-1, 1] on a canvas to (H, W, 4) uint8 RGBA."""
    top, left, height, width = canvas.place(size)
    part = color[0, :, top : top + height, left : left + width].permute(1, 2, 0).numpy()
    large = cv2.resize(part, (size[1], size[0]), interpolation=cv2.INTER_LINEAR)
    pixels = np.rint((large + 1) * 127.5).clip(0, 255).astype(np.uint8)
    return np.dstack([pixels, np.full(size, 255, np.uint8)])
