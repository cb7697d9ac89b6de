"""How far a coloring is from the truth: as a picture, and as paint."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from model.evaluation.truth import Truth, color_codes, same_color

# The side at which the paper measures.
PAPER_SIDE = 256
# An exact picture has no finite PSNR; nothing counts as better than this.
EXACT_DB = 100.0

# SSIM as its authors set it (Wang et al. 2004, section III-C).
_WINDOW, _SIGMA = 11, 1.5
_C1, _C2 = 0.01**2, 0.03**2


def mse(image: NDArray[np.uint8], truth: NDArray[np.uint8]) -> float:
    """Mean squared error of two (H, W, 3) uint8 pictures, with values taken as 0..1."""
    return float(np.mean((_unit(image) - _unit(truth)) ** 2, dtype=np.float64))


def psnr(error: float) -> float:
    """Peak signal-to-noise ratio in dB of a mean squared error; 100 dB is the most."""
    return EXACT_DB if error <= 10 ** (-EXACT_DB / 10) else float(-10 * np.log10(error))


def ssim(image: NDArray[np.uint8], truth: NDArray[np.uint8]) -> float:
    """Structural similarity (Wang et al. 2004), mean over channels and whole windows.

    Args:
        image: (H, W, 3) uint8, at least 11 x 11.
        truth: the same size.

    Returns:
        At most 1.
    """
    x, y = _unit(image), _unit(truth)
    mean_x, mean_y = _blurred(x), _blurred(y)
    var_x = _blurred(x * x) - mean_x**2
    var_y = _blurred(y * y) - mean_y**2
    shared = _blurred(x * y) - mean_x * mean_y
    likeness = (2 * mean_x * mean_y + _C1) * (2 * shared + _C2)
    likeness /= (mean_x**2 + mean_y**2 + _C1) * (var_x + var_y + _C2)
    return float(likeness.mean(dtype=np.float64))


def at_paper_side(image: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """A (H, W, 3) uint8 picture at 256 x 256, as the paper measures."""
    return cv2.resize(image, (PAPER_SIDE, PAPER_SIDE), interpolation=cv2.INTER_AREA)


def pixel_accuracy(color: NDArray[np.uint8], truth: Truth) -> float:
    """Share of the pixels beside the lines that have the true color within 2/255.

    Args:
        color: (H, W, 4) uint8 RGBA color layer.
        truth: of the same size.

    Returns:
        0..1; 1 for a drawing that is nothing but ink.
    """
    paper = ~truth.ink
    right = same_color(color, truth.color)[paper]
    return float(right.mean()) if right.size else 1.0


def wrong_regions(color: NDArray[np.uint8], truth: Truth) -> NDArray[np.bool_]:
    """Which true regions a person would still have to click.

    Args:
        color: (H, W, 4) uint8 RGBA color layer.
        truth: of the same size, with N regions of more than 10 px.

    Returns:
        (N,) bool: true where most pixels (of any one exact color) are not of the region's color
        within 2/255.
    """
    regions = truth.regions
    codes = color_codes(color).ravel()[regions.pixels]
    pairs = regions.owner << 32 | codes
    found, first, counts = np.unique(pairs, return_index=True, return_counts=True)
    owners = found >> 32
    # Of each region's colors the most frequent comes last.
    order = np.lexsort((counts, owners))
    last = np.searchsorted(owners[order], np.arange(len(regions.areas)), side="right") - 1
    majority = color.reshape(-1, 4)[regions.pixels[first[order[last]]]]
    return ~same_color(majority, regions.colors)


def off_palette_pixels(color: NDArray[np.uint8], palette: NDArray[np.uint32]) -> int:
    """How many pixels have a color that no key has.

    Args:
        color: (H, W, 4) uint8 RGBA color layer.
        palette: (P,) uint32 from `palette_codes`.
    """
    return int((~np.isin(color_codes(color), palette)).sum())


def palette_codes(keys: Sequence[NDArray[np.uint8]]) -> NDArray[np.uint32]:
    """(P,) uint32 codes of all colors of some (H, W, 4) uint8 RGBA keys."""
    return np.unique(np.concatenate([np.unique(color_codes(key)) for key in keys]))


def flicker(
    images: tuple[NDArray[np.uint8], NDArray[np.uint8]],
    truths: tuple[NDArray[np.uint8], NDArray[np.uint8]],
) -> float | None:
    """How much a coloring changes over time where it should stand still.

    The mean absolute difference of two consecutive composites over all pixels that are the same
    in both true composites. A region that is wrong in the same way in both does not flicker.

    Args:
        images: two consecutive (H, W, 3) uint8 composites.
        truths: the true ones.

    Returns:
        0..255; None where nothing stands still.
    """
    still = (truths[0] == truths[1]).all(axis=-1)
    if not still.any():
        return None
    one, other = (image[still].astype(np.float32) for image in images)
    return float(np.abs(one - other).mean(dtype=np.float64))


def _unit(image: NDArray[np.uint8]) -> NDArray[np.float32]:
    return image.astype(np.float32) / np.float32(255)


def _blurred(image: NDArray[np.float32]) -> NDArray[np.float32]:
    """Gaussian mean where the whole window lies inside the picture."""
    edge = _WINDOW // 2
    return cv2.GaussianBlur(image, (_WINDOW, _WINDOW), _SIGMA)[edge:-edge, edge:-edge]
