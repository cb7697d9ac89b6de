"""The networks behind numpy arrays: study the keys once, then color drawing after drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from model.dense import DenseNetworks, Seen
from model.key_features import KeyDrawing, KeyFeatures, StudiedKey
from model.networks.blocks import CELL
from model.networks.inputs import flat_color
from model.painting.canvas import Canvas, network_lines, sample
from model.painting.key_paint import gather_palette, paint_map, split_by_paint
from model.painting.region_evidence import pair_evidence
from model.painting.region_tokens import DrawingTokens, tokenize
from model.painting.regions import Regions, find_regions
from model.painting.soft import soft_layer
from model.painting.vote import Evidence, nearness, vote
from model.region_sets import joined, region_set
from model.weights import WeightsError, load_weights

__all__ = ["DEFAULT_GAP", "Coloring", "Colorizer", "KeyDrawing", "KeyFeatures"]

DEFAULT_GAP = 4
_SIDE = 256  # of the dense networks' pictures, as in the paper


@dataclass(frozen=True, eq=False)
class Coloring:
    """A colored drawing.

    Attributes:
        labels: (H, W) int32, region 0..R-1 of every pixel; line pixels belong to a region below.
        palette: (P, 4) uint8 RGBA.
        region_colors: (R,) int32, palette row of each region.
        confidence: (R,) float32 in [0, 1].
        soft: (H, W, 4) uint8 RGBA, the networks' own blended color, or None.
    """

    labels: NDArray[np.int32]
    palette: NDArray[np.uint8]
    region_colors: NDArray[np.int32]
    confidence: NDArray[np.float32]
    soft: NDArray[np.uint8] | None = None

    def color_layer(self) -> NDArray[np.uint8]:
        """(H, W, 4) uint8 RGBA, flat palette colors, no lines in it."""
        return self.palette[self.region_colors[self.labels]]


@dataclass(frozen=True, eq=False)
class Opinion:
    """What is known of a drawing before the vote.

    Attributes:
        regions: R regions of the drawing.
        evidence: about each of them.
        mean_color: (R, 3) float32 in [-1, 1], the networks' mean color in each region.
        seen: what the dense networks say.
    """

    regions: Regions
    evidence: Evidence
    mean_color: NDArray[np.float32]
    seen: Seen


class Colorizer:
    """All networks on one device."""

    def __init__(self, weights: Path | None = None, device: str = "auto") -> None:
        """Load the networks.

        Args:
            weights: a weights folder; None for the bundled one.
            device: `auto` (CUDA where there is one), `cpu` or `cuda`.

        Raises:
            WeightsError: the weights cannot be used, or there is no such device.
        """
        self._device = _choose_device(device)
        loaded = load_weights(weights)
        self._dense = DenseNetworks(loaded.color_transform, loaded.temporal, self._device)
        self._matcher = loaded.region_matcher.to(self._device).eval()
        self._vote = loaded.vote

    @torch.inference_mode()
    def encode_keys(self, keys: Sequence[KeyDrawing], gap: int = DEFAULT_GAP) -> KeyFeatures:
        """Study the keys of a shot, in chronological order.

        Args:
            keys: K >= 1 keys; sizes may differ.
            gap: holes in the keys' lines up to this many pixels are closed.

        Raises:
            ValueError: there is no key, or a color image is of another size than its line art.
        """
        if not keys:
            raise ValueError("There is no key; mark at least one colored drawing as a key.")
        for key in keys:
            if key.line.shape != key.color.shape[:2]:
                raise ValueError("A key's color image must have the size of its line art.")
        regions = [find_regions(key.line, gap) for key in keys]
        palette = gather_palette([key.color for key in keys], regions)
        canvas = Canvas.for_drawing((keys[0].line.shape[0], keys[0].line.shape[1]), _SIDE)
        studied = tuple(
            self._study(key, found, palette, canvas)
            for key, found in zip(keys, regions, strict=True)
        )
        references, labels = self._dense.encode(studied, canvas, len(palette))
        return KeyFeatures(palette, studied, references, labels, canvas)

    @torch.inference_mode()
    def color(
        self,
        line: NDArray[np.uint8],
        keys: KeyFeatures,
        *,
        gap: int = DEFAULT_GAP,
        soft: bool = False,
        before: int | None = None,
    ) -> Coloring:
        """Color a drawing.

        Args:
            line: (H, W) uint8 gray line art, 0 = ink, 255 = paper.
            keys: the keys to color it from.
            gap: holes in the lines up to this many pixels are closed.
            soft: also give the networks' blended color.
            before: how many of the keys come before this drawing in time; None: half of them.
        """
        opinion = self.gather(line, keys, gap=gap, before=before)
        colors, confidence = vote(opinion.evidence, self._vote)
        blended = None
        if soft:
            blended = soft_layer(
                opinion.seen.color,
                keys.canvas,
                opinion.regions,
                opinion.mean_color,
                keys.palette[colors],
            )
        return Coloring(opinion.regions.labels, keys.palette, colors, confidence, blended)

    @torch.inference_mode()
    def gather(
        self,
        line: NDArray[np.uint8],
        keys: KeyFeatures,
        *,
        gap: int = DEFAULT_GAP,
        before: int | None = None,
    ) -> Opinion:
        """Everything that speaks for the colors of a drawing; arguments as in `color`."""
        regions = find_regions(line, gap)
        tokens = tokenize(line, regions)
        seen = self._dense.see(line, keys, len(keys) // 2 if before is None else before)
        points = keys.canvas.enter(tokens.samples, (line.shape[0], line.shape[1]))
        mean = sample(seen.color, points).mean(axis=1)
        carried = sample(seen.labels, points, CELL).mean(axis=1)
        evidence = Evidence(
            self._match(tokens, keys),
            carried / np.maximum(carried.sum(axis=1, keepdims=True), 1e-6),
            nearness((mean + 1) * np.float32(127.5), keys.palette),
        )
        return Opinion(regions, evidence, mean, seen)

    def color_key(self, index: int, keys: KeyFeatures) -> Coloring:
        """The animator's own paint of a key, continued under its lines, as a coloring."""
        key, colors = keys.keys[index], len(keys.palette)
        # A crumb of paint beside a line is no region to match, but it is the animator's paint.
        parts = key.regions.labels.astype(np.int64) * colors + key.paint
        found, labels = np.unique(parts, return_inverse=True)
        return Coloring(
            labels.reshape(parts.shape).astype(np.int32),
            keys.palette,
            (found % colors).astype(np.int32),
            np.ones(len(found), np.float32),
        )

    def _study(
        self, key: KeyDrawing, regions: Regions, palette: NDArray[np.uint8], canvas: Canvas
    ) -> StudiedKey:
        paint = paint_map(key.color, regions, palette)
        finer, colors = split_by_paint(regions, paint)
        tokens = tokenize(key.line, finer)
        line, distance = network_lines(canvas.line(key.line))
        return StudiedKey(
            finer,
            colors,
            paint,
            tokens,
            self._matcher.encode(region_set(tokens, self._device)),
            line,
            distance,
            flat_color(palette[canvas.labels(paint)]),
        )

    def _match(self, tokens: DrawingTokens, keys: KeyFeatures) -> NDArray[np.float32]:
        """(R, P) float32: what the region matcher believes, summed over key regions of a color."""
        colors = np.concatenate([key.region_colors for key in keys.keys])
        pairs = [pair_evidence(tokens, key.tokens) for key in keys.keys]
        answer = self._matcher(
            region_set(tokens, self._device),
            joined([key.tokens for key in keys.keys], self._device),
            torch.from_numpy(np.concatenate(pairs, axis=1)).to(self._device)[None],
            torch.from_numpy(colors).to(self._device)[None],
            torch.cat([key.token_features for key in keys.keys], dim=1),
        )[-1]
        believed = answer[0, :, :-1].exp().float().cpu().numpy()
        return believed @ np.eye(len(keys.palette), dtype=np.float32)[colors]


def _choose_device(device: str) -> torch.device:
    if device == "auto":
        return torch.device("cuda" if torch.cuda.is_available() else "cpu")
    if device == "cuda" and not torch.cuda.is_available():
        raise WeightsError(
            "There is no CUDA graphics card that torch can use; choose the device auto or cpu."
        )
    return torch.device(device)
