"""What is measured of each drawing and each shot, and how it is averaged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.evaluation.metrics import (
    at_paper_side,
    mse,
    off_palette_pixels,
    pixel_accuracy,
    psnr,
    ssim,
    wrong_regions,
)
from model.evaluation.truth import Truth, opaque, over_white

# Largest area in pixels of each class of regions; the last class has no limit.
SIZE_LIMITS = (30, 100, 1000)
SIZE_NAMES = ("11-30 px", "31-100 px", "101-1000 px", "larger")


@dataclass(frozen=True)
class DrawingScore:
    """One drawing measured.

    Attributes:
        name: of the drawing.
        mse: of the composite, values 0..1, full size.
        psnr: of the same, dB.
        ssim: of the same.
        mse_256: at 256 x 256, likewise `psnr_256` and `ssim_256`.
        pixel_accuracy: share of pixels beside the lines with the true color.
        region_accuracy: share of true regions whose majority color is right, alpha included.
        region_accuracy_seen: the same where both colors are seen over white paper, so that white
            paint and bare paper are one color.
        corrections: wrong regions, alpha included.
        regions_by_size: true regions in each class of `SIZE_NAMES`.
        right_by_size: how many of these are right.
        off_palette: pixels in a color that no key has.
        seconds: spent on coloring it.
    """

    name: str
    mse: float
    psnr: float
    ssim: float
    mse_256: float
    psnr_256: float
    ssim_256: float
    pixel_accuracy: float
    region_accuracy: float
    region_accuracy_seen: float
    corrections: int
    regions_by_size: tuple[int, ...]
    right_by_size: tuple[int, ...]
    off_palette: int
    seconds: float


@dataclass(frozen=True)
class ShotScore:
    """One method on one shot with one setting of keys.

    Attributes:
        shot: name.
        keys: the setting, one of `KEY_SETTINGS`.
        key_drawings: names of the keys.
        method: name.
        drawings: one score for each measured drawing.
        flicker: 0..255, mean over consecutive measured drawings; None where nothing stands still.
        prepare_seconds: work done once for the shot.
        peak_mib: most memory of the process meanwhile; None where unknown.
    """

    shot: str
    keys: str
    key_drawings: tuple[str, ...]
    method: str
    drawings: tuple[DrawingScore, ...]
    flicker: float | None
    prepare_seconds: float
    peak_mib: float | None

    def mean(self, field: str) -> float:
        """Mean of a number of `DrawingScore` over the drawings."""
        return float(np.mean([getattr(drawing, field) for drawing in self.drawings]))

    def by_size(self) -> list[tuple[int, int]]:
        """(right, all) regions of each size class, over all drawings."""
        right = np.sum([drawing.right_by_size for drawing in self.drawings], axis=0)
        count = np.sum([drawing.regions_by_size for drawing in self.drawings], axis=0)
        return list(zip(right.tolist(), count.tolist(), strict=True))

    def as_json(self) -> dict[str, Any]:
        """All of it, with the means over drawings first."""
        return {**asdict(self), "mean": {field: self.mean(field) for field in MEANS}}


MEANS = (
    "mse",
    "psnr",
    "ssim",
    "mse_256",
    "psnr_256",
    "ssim_256",
    "pixel_accuracy",
    "region_accuracy",
    "region_accuracy_seen",
    "corrections",
    "off_palette",
    "seconds",
)


def score_drawing(
    name: str,
    color: NDArray[np.uint8],
    truth: Truth,
    palette: NDArray[np.uint32],
    seconds: float,
) -> DrawingScore:
    """Measure one color layer.

    Args:
        name: of the drawing.
        color: (H, W, 4) uint8 RGBA color layer.
        truth: of the same size.
        palette: (P,) uint32 from `palette_codes` of the keys.
        seconds: spent on coloring.
    """
    image = over_white(color, truth.line)
    error, small = mse(image, truth.composite), at_paper_side(image)
    small_truth = at_paper_side(truth.composite)
    small_error = mse(small, small_truth)
    wrong = wrong_regions(color, truth)
    sizes = np.searchsorted(SIZE_LIMITS, truth.regions.areas)
    classes = len(SIZE_NAMES)
    return DrawingScore(
        name=name,
        mse=error,
        psnr=psnr(error),
        ssim=ssim(image, truth.composite),
        mse_256=small_error,
        psnr_256=psnr(small_error),
        ssim_256=ssim(small, small_truth),
        pixel_accuracy=pixel_accuracy(color, truth),
        region_accuracy=_share_right(wrong),
        region_accuracy_seen=_share_right(wrong_regions(opaque(color), truth.seen)),
        corrections=int(wrong.sum()),
        regions_by_size=tuple(np.bincount(sizes, minlength=classes).tolist()),
        right_by_size=tuple(np.bincount(sizes[~wrong], minlength=classes).tolist()),
        off_palette=off_palette_pixels(color, palette),
        seconds=seconds,
    )


def mean_over_shots(scores: Sequence[ShotScore], field: str) -> float:
    """Mean over shots of their means, so that a long shot counts no more than a short one."""
    return float(np.mean([score.mean(field) for score in scores]))


def mean_flicker(scores: Sequence[ShotScore]) -> float | None:
    """Mean over the shots where something stands still; None where nothing does."""
    known = [score.flicker for score in scores if score.flicker is not None]
    return float(np.mean(known)) if known else None


def _share_right(wrong: NDArray[np.bool_]) -> float:
    return float(1 - wrong.mean()) if wrong.size else 1.0
