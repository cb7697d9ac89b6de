"""The networks behind numpy arrays: study the keys once, then color drawing after drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from model.allocation import keep_freed_memory
from model.coloring import Coloring, Earlier, Opinion
from model.dense import DenseNetworks, Seen
from model.key_features import KeyDrawing, KeyFeatures, StudiedKey, check_size
from model.lent_keys import LentKey
from model.manifest import WeightsError
from model.matching import DrawingMatcher
from model.measured_pairs import MeasuredPairs
from model.networks.blocks import CELL
from model.networks.inputs import flat_color
from model.painting.beside import swayed
from model.painting.canvas import Canvas, network_lines, sample
from model.painting.chain import Link
from model.painting.key_paint import gather_palette, paint_map, split_by_paint
from model.painting.regions import Regions, find_regions
from model.painting.soft import Shade, soft_layer
from model.painting.vote import Evidence, choose, nearness, own_opinion, weighed
from model.region_sets import EncodedRegions
from model.weights import Weights, load_weights
from model.workers import Workers

__all__ = ["DEFAULT_GAP", "DEFAULT_SIDE", "Coloring", "Colorizer", "KeyDrawing", "KeyFeatures"]

DEFAULT_GAP = 4
DEFAULT_SIDE = 256  # of the dense networks' pictures, as in the paper


class Colorizer:
    """All networks on one device.

    Attributes:
        dense: the two networks of the paper.
        matcher: the region matcher.
        confidence: what probabilities are worth.
        workers: do works on drawings side by side.
    """

    def __init__(
        self,
        weights: Path | Weights | None = None,
        device: str = "auto",
        side: int = DEFAULT_SIDE,
        measured: MeasuredPairs | None = None,
    ) -> None:
        """Load the networks.

        Args:
            weights: a weights folder, or networks that are loaded already; None for the bundled
                ones.
            device: `auto` (CUDA where there is one), `cpu` or `cuda`.
            side: longer side, in pixels, of the pictures that the dense networks see.
            measured: what is measured of pairs of drawings already, by another colorizer.

        Raises:
            WeightsError: the weights cannot be used, or there is no such device.
        """
        keep_freed_memory()
        self._side = side
        self._device = chosen_device(device)
        loaded = weights if isinstance(weights, Weights) else load_weights(weights)
        self.dense = DenseNetworks(loaded.color_transform, loaded.temporal, self._device)
        self.matcher = DrawingMatcher(loaded.region_matcher, self._device, measured)
        self._vote, self.confidence = loaded.vote, loaded.confidence
        self.workers = Workers.on(self._device)

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
            check_size(key)
        regions = self.workers.together(partial(find_regions, key.line, gap) for key in keys)
        palette = gather_palette([key.color for key in keys], regions)
        canvas = Canvas.for_drawing((keys[0].line.shape[0], keys[0].line.shape[1]), self._side)
        studied = self.workers.together(
            partial(self._study, key, found, palette, canvas)
            for key, found in zip(keys, regions, strict=True)
        )
        references, labels = self.dense.encode(studied, canvas, len(palette))
        return KeyFeatures(palette, tuple(studied), references, labels, canvas)

    @torch.inference_mode()
    def lend(self, key: KeyDrawing, gap: int = DEFAULT_GAP) -> LentKey:
        """Study a key that shots other than its own may look at.

        Args:
            key: of another shot.
            gap: holes in its lines up to this many pixels are closed.

        Raises:
            ValueError: the color image is of another size than the line art.
        """
        check_size(key)
        regions = find_regions(key.line, gap)
        palette = gather_palette([key.color], [regions])
        finer, colors = split_by_paint(regions, paint_map(key.color, regions, palette))
        return LentKey(self.matcher.encode(finer), palette[colors])

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
        own = self.own_opinion(opinion)
        colors, confidence = self.first_guess(own)
        labels = opinion.regions.labels
        blended = soft_layer(opinion.shade, labels, keys.palette[colors]) if soft else None
        return Coloring(labels, keys.palette, colors, confidence, blended)

    def own_opinion(self, opinion: Opinion) -> NDArray[np.float32]:
        """(R, P) float32 probabilities: what the drawing knows by itself."""
        return own_opinion(opinion.evidence, self._vote)

    def first_guess(
        self, own: NDArray[np.float32], said: NDArray[np.float32] | None = None
    ) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        """Palette rows and confidence, (R,) each, before the neighbors were heard.

        Args:
            own: (R, P) float32 probabilities of the drawing itself.
            said: what drawings before it say beside its keys, see `Beside.says`.
        """
        return choose(swayed(own, said), own, own, self.confidence)

    def gather(
        self,
        line: NDArray[np.uint8],
        keys: KeyFeatures,
        *,
        gap: int = DEFAULT_GAP,
        before: int | None = None,
        earlier: Sequence[Earlier] = (),
    ) -> Opinion:
        """Everything that speaks for the colors of a drawing.

        Args:
            line, keys, gap, before: as in `color`.
            earlier: the drawings just before it, the nearest first.
        """
        begin = self.workers.begin
        place = len(keys) // 2 if before is None else before
        seeing = begin(lambda: self.dense.see(line, keys, place))
        regions, parts = begin(lambda: self._described(line, gap)).result()
        before_it = [one.parts for one in earlier]
        key_parts, key_colors, count = keys.parts, keys.region_colors, len(keys.palette)
        self.measure(parts, [*key_parts, *before_it])
        # The longest first, so that no worker is left with one when the others have finished.
        matching = begin(lambda: self.matcher.colors(parts, key_parts, key_colors, count))
        near = [None if one.is_key else one.parts for one in earlier]
        comparing = begin(lambda: self.matcher.beside(parts, key_parts, key_colors, count, near))
        links = self._linked(before_it, parts)
        evidence, shade = _told(seeing.result(), regions, parts, keys, matching.result())
        return Opinion(regions, parts, evidence, shade, links, comparing.result())

    def look_at(
        self, line: NDArray[np.uint8], keys: KeyFeatures, *, gap: int, before: int
    ) -> Opinion:
        """What speaks for the colors of a drawing as long as the region matcher was not asked.

        Args:
            line, keys, gap, before: as in `color`.
        """
        seen = self.workers.begin(lambda: self.dense.see(line, keys, before))
        regions, parts = self.workers.begin(lambda: self._described(line, gap)).result()
        unmatched = np.zeros((regions.count, len(keys.palette)), np.float32)
        evidence, shade = _told(seen.result(), regions, parts, keys, unmatched)
        return Opinion(regions, parts, evidence, shade, (), None)

    @torch.inference_mode()
    def encode_again(self, keys: KeyFeatures) -> KeyFeatures:
        """Keys that were studied with other networks of the paper, as those here see them."""
        references, labels = self.dense.encode(keys.keys, keys.canvas, len(keys.palette))
        return replace(keys, references=references, labels=labels)

    @torch.inference_mode()
    def see_again(
        self, opinion: Opinion, line: NDArray[np.uint8], keys: KeyFeatures, *, before: int
    ) -> Opinion:
        """What speaks for the colors of a drawing, the networks of the paper asked anew.

        Args:
            opinion: of other networks of the paper.
            line, keys, before: as in `color`; the keys come from `encode_again`.
        """
        seen = self.dense.see(line, keys, before)
        match = opinion.evidence.match
        evidence, shade = _told(seen, opinion.regions, opinion.parts, keys, match)
        return replace(opinion, evidence=evidence, shade=shade)

    def weighed(self, own: NDArray[np.float32]) -> NDArray[np.float32]:
        """(R, P) float32 logarithms: own probabilities beside what the neighbors say."""
        return weighed(own, self._vote)

    def measure(self, parts: EncodedRegions, others: Sequence[EncodedRegions]) -> None:
        """What several comparisons ask for, so that no two of them measure it at a time."""
        self.workers.together([partial(self.matcher.measure, parts, one) for one in others])

    def links(self, earlier: Sequence[EncodedRegions], later: EncodedRegions) -> tuple[Link, ...]:
        """Which regions of a drawing are which of each of those before it."""
        self.measure(later, earlier)
        return self._linked(earlier, later)

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

    def _described(self, line: NDArray[np.uint8], gap: int) -> tuple[Regions, EncodedRegions]:
        regions = find_regions(line, gap)
        return regions, self.matcher.encode(regions)

    def _linked(self, earlier: Sequence[EncodedRegions], later: EncodedRegions) -> tuple[Link, ...]:
        works = [partial(self.matcher.link, one, later) for one in earlier]
        return tuple(self.workers.together(works))

    def _study(
        self, key: KeyDrawing, regions: Regions, palette: NDArray[np.uint8], canvas: Canvas
    ) -> StudiedKey:
        paint = paint_map(key.color, regions, palette)
        finer, colors = split_by_paint(regions, paint)
        line, distance = network_lines(canvas.line(key.line))
        return StudiedKey(
            finer,
            colors,
            paint,
            self.matcher.encode(finer),
            line,
            distance,
            flat_color(palette[canvas.labels(paint)]),
        )


def _told(
    seen: Seen,
    regions: Regions,
    parts: EncodedRegions,
    keys: KeyFeatures,
    match: NDArray[np.float32],
) -> tuple[Evidence, Shade]:
    """What the networks of the paper say of each region, beside what the region matcher does."""
    height, width = regions.labels.shape
    points = keys.canvas.enter(parts.tokens.samples, (height, width))
    mean = sample(seen.color, points).mean(axis=1)
    carried = sample(seen.labels, points, CELL).mean(axis=1)
    evidence = Evidence(
        match,
        carried / np.maximum(carried.sum(axis=1, keepdims=True), 1e-6),
        nearness((mean + 1) * np.float32(127.5), keys.palette),
    )
    return evidence, Shade(seen.color, mean, keys.canvas)


def chosen_device(device: str) -> torch.device:
    """The device that `auto`, `cpu` or `cuda` stands for; WeightsError when there is none."""
    if device == "auto":
        return torch.device("cuda" if torch.cuda.is_available() else "cpu")
    if device == "cuda" and not torch.cuda.is_available():
        raise WeightsError(
            "There is no CUDA graphics card that torch can use; choose the device auto or cpu."
        )
    return torch.device(device)
