"""Training samples for the region matcher: one target drawing, its keys, and who is who."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from model.lines.distance_field import ink_mask
from model.painting.key_paint import gather_palette, paint_map, split_by_paint
from model.painting.region_evidence import pair_evidence
from model.painting.region_tokens import DrawingTokens, tokenize
from model.painting.regions import Regions, find_regions, region_majority
from model.training.footage import FootageDrawing


@dataclass(frozen=True, eq=False)
class Tokens:
    """Tokens of one drawing, or of several keys one after the other.

    Attributes:
        crops: (N, 6, 32, 32) uint8.
        geometry: (N, 16) float32.
        positions: (N, 2) float32.
        adjacency: (N, N) float32, block diagonal over drawings.
        drawing: (N,) int64, which drawing a region is of.
    """

    crops: NDArray[np.uint8]
    geometry: NDArray[np.float32]
    positions: NDArray[np.float32]
    adjacency: NDArray[np.float32]
    drawing: NDArray[np.int64]

    @classmethod
    def joined(cls, drawings: Sequence[DrawingTokens]) -> Tokens:
        """One set from the tokens of several drawings."""
        counts = [len(tokens) for tokens in drawings]
        adjacency = np.zeros((sum(counts), sum(counts)), np.float32)
        start = 0
        for tokens, count in zip(drawings, counts, strict=True):
            adjacency[start : start + count, start : start + count] = tokens.adjacency
            start += count
        return cls(
            np.concatenate([tokens.crops for tokens in drawings]),
            np.concatenate([tokens.geometry for tokens in drawings]),
            np.concatenate([tokens.positions for tokens in drawings]),
            adjacency,
            np.repeat(np.arange(len(drawings)), counts),
        )


@dataclass(frozen=True, eq=False)
class MatcherSample:
    """What one training step sees of one drawing.

    Attributes:
        target: R regions.
        keys: S regions of all keys.
        evidence: (R, S, 8) float32 in [0, 1].
        target_color: (R,) int32, a number for each true color.
        key_color: (S,) int32, the same numbers.
        target_identity: (R,) int32; -1 throughout where identities are not known.
        key_identity: (S,) int32.
        weight: (R,) float32, how much a region counts.
        are_told: whether the matcher is told which key regions have the same color.
    """

    target: Tokens
    keys: Tokens
    evidence: NDArray[np.float32]
    target_color: NDArray[np.int32]
    key_color: NDArray[np.int32]
    target_identity: NDArray[np.int32]
    key_identity: NDArray[np.int32]
    weight: NDArray[np.float32]
    are_told: bool = True

    def save(self, path: Path) -> None:
        """Write to a compressed file; it appears under its name only when complete."""
        arrays = {f"target_{name}": value for name, value in vars(self.target).items()}
        arrays |= {f"keys_{name}": value for name, value in vars(self.keys).items()}
        arrays |= {
            name: value for name, value in vars(self).items() if name not in ("target", "keys")
        }
        arrays["evidence"] = np.rint(self.evidence * 255).astype(np.uint8)
        partial = path.with_suffix(".part.npz")
        np.savez_compressed(partial, **arrays)
        partial.replace(path)

    @classmethod
    def load(cls, path: Path) -> MatcherSample:
        """Read what `save` wrote."""
        with np.load(path) as file:
            arrays = dict(file)
        fields = ("crops", "geometry", "positions", "adjacency", "drawing")
        target, keys = (
            Tokens(**{name: arrays.pop(f"{side}_{name}") for name in fields})
            for side in ("target", "keys")
        )
        evidence = arrays.pop("evidence").astype(np.float32) / 255
        # Pools made before there were comparisons with neighbors do not say so.
        are_told = bool(arrays.pop("are_told", True))
        return cls(target, keys, evidence, **arrays, are_told=are_told)


def make_sample(
    target: FootageDrawing,
    keys: Sequence[FootageDrawing],
    gap: int,
    clean: NDArray[np.uint8] | None = None,
    are_told: bool = True,
) -> MatcherSample:
    """Tokenize a target and its keys and read their true colors and identities.

    Args:
        target: the drawing to be matched.
        keys: K >= 1 keys.
        gap: gap closing in pixels, for all of them.
        clean: (H, W) uint8 gray line art of the target before its lines were broken: nicks in its
            ink count little. None where they are whole.
        are_told: whether the matcher is told which key regions have the same color.
    """
    found = [find_regions(drawing.line, gap) for drawing in (target, *keys)]
    palette = gather_palette([drawing.color for drawing in (target, *keys)], found)
    paints = [
        paint_map(drawing.color, regions, palette)
        for drawing, regions in zip((target, *keys), found, strict=True)
    ]
    finer = [split_by_paint(*pair) for pair in zip(found[1:], paints[1:], strict=True)]
    target_tokens = tokenize(found[0])
    key_tokens = [tokenize(regions) for regions, _ in finer]
    known = all(drawing.identity is not None for drawing in (target, *keys))
    areas = _paper_areas(found[0], target.line if clean is None else clean)
    return MatcherSample(
        Tokens.joined([target_tokens]),
        Tokens.joined(key_tokens),
        np.concatenate([pair_evidence(target_tokens, tokens) for tokens in key_tokens], axis=1),
        region_majority(found[0], paints[0]),
        np.concatenate([colors for _, colors in finer]),
        _identities(target, found[0], known),
        np.concatenate(
            [
                _identities(key, regions, known)
                for key, (regions, _) in zip(keys, finer, strict=True)
            ]
        ),
        np.where(areas > 10, 1.0, 0.2).astype(np.float32),
        are_told,
    )


def _paper_areas(regions: Regions, line: NDArray[np.uint8]) -> NDArray[np.float64]:
    """(R,) pixels of each region that are free of ink in `line`, as if 512 pixels wide."""
    paper = regions.labels[~regions.ink & ~ink_mask(line)]
    areas = np.bincount(paper, minlength=regions.count)
    return areas * (512 / max(line.shape)) ** 2


def _identities(drawing: FootageDrawing, regions: Regions, known: bool) -> NDArray[np.int32]:
    if not known or drawing.identity is None:
        return np.full(regions.count, -1, np.int32)
    return region_majority(regions, drawing.identity)
