"""A colored drawing: regions, the palette color of each, and how sure we are."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from app.document.color_names import Color
from app.document.corrections import Correction
from app.document.gap_closing import GapClosing
from app.document.loans import Loans
from app.document.palette import Swaps, repainted
from app.document.votes import Vote

# Level 1 packs a 1080p label map in about 15 ms to well under 100 KB: thousands fit in memory.
_ZLIB_LEVEL = 1


@dataclass(frozen=True, eq=False)
class ColoredDrawing:
    """The color layer of one drawing, kept as packed region labels and a palette.

    Attributes:
        number: drawing number.
        size: (height, width) in pixels.
        palette: (P, 4) uint8 RGBA; P >= 1, the exact colors of the keys.
        region_colors: (R,) int32, palette row of each region.
        confidence: (R,) float32 in [0, 1], how sure the vote was of each region.
        is_key: True when the colors are the animator's own.
        is_guess: True for a first guess, which the drawing's neighbors may still change.
        vote: what the colors were decided by; None where it is not known, as for a key.
        closing: how holes in the lines were closed; None where it is not known.
        loans: the keys of other shots that it was made with.
        packed_labels: use `labels()`.
        packed_soft: use `soft()`; None when the soft image was not asked for.
    """

    number: int
    size: tuple[int, int]
    palette: NDArray[np.uint8]
    region_colors: NDArray[np.int32]
    confidence: NDArray[np.float32]
    is_key: bool
    packed_labels: bytes
    packed_soft: bytes | None = None
    is_guess: bool = False
    vote: Vote | None = None
    closing: GapClosing | None = None
    loans: Loans = frozenset()

    @classmethod
    def pack(
        cls,
        number: int,
        labels: NDArray[np.int32],
        palette: NDArray[np.uint8],
        region_colors: NDArray[np.int32],
        confidence: NDArray[np.float32],
        is_key: bool = False,
        soft: NDArray[np.uint8] | None = None,
        is_guess: bool = False,
    ) -> ColoredDrawing:
        """Pack a coloring.

        Args:
            number: drawing number.
            labels: (H, W) int, region 0..R-1 of every pixel; line pixels belong to the
                region under them.
            palette: (P, 4) uint8 RGBA.
            region_colors: (R,) int, rows of `palette`.
            confidence: (R,) float in [0, 1].
            is_key: True for the animator's own colors.
            soft: (H, W, 4) uint8 RGBA, the networks' own blended color, or None.
            is_guess: True for a first guess.
        """
        return cls(
            number=number,
            size=(labels.shape[0], labels.shape[1]),
            palette=np.ascontiguousarray(palette, dtype=np.uint8),
            region_colors=np.asarray(region_colors, dtype=np.int32),
            confidence=np.asarray(confidence, dtype=np.float32),
            is_key=is_key,
            packed_labels=zlib.compress(
                np.ascontiguousarray(labels, dtype=np.int32).tobytes(), _ZLIB_LEVEL
            ),
            packed_soft=_packed_soft(soft),
            is_guess=is_guess,
        )

    def settled(
        self,
        region_colors: NDArray[np.int32],
        confidence: NDArray[np.float32],
        soft: NDArray[np.uint8] | None,
        vote: Vote | None = None,
    ) -> ColoredDrawing:
        """A first guess in its final colors; arguments as in `pack`."""
        return replace(
            self,
            region_colors=region_colors,
            confidence=confidence,
            packed_soft=_packed_soft(soft),
            is_guess=False,
            vote=vote,
        )

    def numbered(self, number: int, closing: GapClosing) -> ColoredDrawing:
        """The same colors for a drawing with the same regions, however it came by these."""
        return replace(self, number=number, closing=closing)

    def decided(
        self,
        palette: NDArray[np.uint8],
        region_colors: NDArray[np.int32],
        confidence: NDArray[np.float32],
    ) -> ColoredDrawing:
        """The same regions in other colors; arguments as in `pack`."""
        return replace(self, palette=palette, region_colors=region_colors, confidence=confidence)

    def color_of(self, region: int) -> Color:
        """RGBA of a region, as the keys have it."""
        red, green, blue, alpha = self.palette[self.region_colors[region]].tolist()
        return red, green, blue, alpha

    def with_colors(self, colors: Mapping[int, Color]) -> ColoredDrawing:
        """Some regions in colors that are certain.

        Args:
            colors: RGBA by region; a color that the palette lacks is added to it.
        """
        if not colors:
            return self
        palette, rows = extended(self.palette, colors.values())
        region_colors, confidence = self.region_colors.copy(), self.confidence.copy()
        for region, color in colors.items():
            region_colors[region], confidence[region] = rows[color], 1
        return self.decided(palette, region_colors, confidence)

    def with_corrections(self, told: Mapping[int, Correction]) -> ColoredDrawing:
        """Corrected regions in their corrected colors, by region."""
        return self.with_colors({region: one.color for region, one in told.items()})

    def painted(self, swaps: Swaps) -> ColoredDrawing:
        """The drawing in the colors that are shown and exported instead of the keys' own.

        A soft image keeps its shades: every region of it moves by as much as its color does.
        """
        colors = repainted(self.palette, swaps)
        if np.array_equal(colors, self.palette):
            return self
        if self.packed_soft is None:
            return replace(self, palette=colors)
        moves = (colors.astype(np.int16) - self.palette)[self.region_colors]
        soft = np.clip(self.soft() + moves[self.labels()], 0, 255).astype(np.uint8)
        return replace(self, palette=colors, packed_soft=_packed_soft(soft))

    def labels(self) -> NDArray[np.int32]:
        """(H, W) int32 region of every pixel, 0..R-1."""
        flat = np.frombuffer(zlib.decompress(self.packed_labels), dtype=np.int32)
        return flat.reshape(self.size)

    def color_layer(self, swaps: Swaps = frozenset(), step: int = 1) -> NDArray[np.uint8]:
        """Flat palette colors as they are painted, no lines in it.

        Args:
            swaps: what is painted as what.
            step: take only every so many-th row and column.

        Returns:
            (H, W, 4) uint8 RGBA; sizes divided by `step` and rounded up.
        """
        colors = repainted(self.palette, swaps)[self.region_colors]
        # A pixel as one 32-bit value: several times faster than gathering rows of four bytes.
        paints = np.ascontiguousarray(colors).view(np.uint32)[:, 0]
        return np.take(paints, self.labels()[::step, ::step])[..., None].view(np.uint8)

    def soft(self) -> NDArray[np.uint8]:
        """(H, W, 4) uint8 RGBA, the networks' blended color; the flat layer when there is none."""
        if self.packed_soft is None:
            return self.color_layer()
        flat = np.frombuffer(zlib.decompress(self.packed_soft), dtype=np.uint8)
        return flat.reshape(*self.size, 4)

    def confidence_map(self) -> NDArray[np.float32]:
        """(H, W) float32 in [0, 1], the confidence of the region of every pixel."""
        return self.confidence[self.labels()]


def extended(
    palette: NDArray[np.uint8], colors: Iterable[Color]
) -> tuple[NDArray[np.uint8], dict[Color, int]]:
    """A palette with colors at its end that it lacked, and the row of each of its colors.

    Args:
        palette: (P, 4) uint8 RGBA.
        colors: RGBA each.
    """
    rows: dict[Color, int] = {}
    for row, (red, green, blue, alpha) in enumerate(palette.tolist()):
        rows.setdefault((red, green, blue, alpha), row)
    new = [color for color in dict.fromkeys(colors) if color not in rows]
    rows.update((color, len(palette) + index) for index, color in enumerate(new))
    if not new:
        return palette, rows
    return np.concatenate([palette, np.array(new, np.uint8)]), rows


def _packed_soft(soft: NDArray[np.uint8] | None) -> bytes | None:
    return None if soft is None else zlib.compress(soft.tobytes(), _ZLIB_LEVEL)
