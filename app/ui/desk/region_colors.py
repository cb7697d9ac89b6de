"""Colors that tell regions apart."""

from __future__ import annotations

import colorsys

import numpy as np
from numpy.typing import NDArray

# Light enough everywhere that black lines stay readable; hues as far apart as neighbors need.
_HUES, _TONES = 12, ((0.45, 1.0), (0.75, 0.88), (0.30, 0.80))
# Hops through the colors so that regions with successive numbers look nothing alike.
_STRIDE = 23
# The largest region is nearly always the ground around the figure: it stays quiet.
_GROUND = (226, 226, 226, 255)
# Lab distance at which two patches side by side cannot be taken for one.
_APART = 38.0


def region_colors(labels: NDArray[np.int32]) -> NDArray[np.uint8]:
    """A color for every region, by its number; a neighbor's color is never like it.

    The same labels always give the same colors. The largest region is gray.

    Args:
        labels: (H, W) int32, region 0..R-1 of every pixel.

    Returns:
        (R, 4) uint8 RGBA, opaque.
    """
    count = int(labels.max()) + 1
    neighbors = _neighbors(labels, count)
    chosen = np.full(count, -1, np.int64)
    ground = int(np.bincount(labels.ravel(), minlength=count).argmax())
    chosen[ground] = len(_PAINTS) - 1
    for region in range(count):
        if region == ground:
            continue
        taken = chosen[neighbors[region]]
        chosen[region] = _pick(region, taken[taken >= 0])
    return _PAINTS[chosen]


def region_map(labels: NDArray[np.int32]) -> NDArray[np.uint8]:
    """(H, W, 4) uint8 RGBA, each region in its color."""
    paints = np.ascontiguousarray(region_colors(labels)).view(np.uint32)[:, 0]
    return np.take(paints, labels)[..., None].view(np.uint8)


def _pick(region: int, taken: NDArray[np.int64]) -> int:
    vivid = len(_PAINTS) - 1
    first = region * _STRIDE % vivid
    if not len(taken):
        return first
    nearest = _DISTANCES[:vivid, taken].min(axis=1)
    wished = np.roll(np.arange(vivid), -first)
    fit = wished[nearest[wished] >= _APART]
    return int(fit[0]) if len(fit) else int(nearest.argmax())


def _neighbors(labels: NDArray[np.int32], count: int) -> list[NDArray[np.int64]]:
    """Regions that touch, by region."""
    pairs = np.concatenate(
        [
            _meetings(labels[:, :-1], labels[:, 1:], count),
            _meetings(labels[:-1], labels[1:], count),
        ]
    )
    a, b = np.divmod(np.unique(pairs), count)
    one, other = np.concatenate([a, b]), np.concatenate([b, a])
    order = np.argsort(one, kind="stable")
    starts = np.searchsorted(one[order], np.arange(1, count))
    return np.split(other[order], starts)


def _meetings(here: NDArray[np.int32], there: NDArray[np.int32], count: int) -> NDArray[np.int64]:
    border = here != there
    return here[border].astype(np.int64) * count + there[border]


def _paints() -> NDArray[np.uint8]:
    rgb = [
        colorsys.hsv_to_rgb(hue / _HUES, saturation, value)
        for saturation, value in _TONES
        for hue in range(_HUES)
    ]
    rgba = np.rint(np.column_stack([np.array(rgb) * 255, np.full(len(rgb), 255.0)]))
    return np.concatenate([rgba, [_GROUND]]).astype(np.uint8)


def _distances(paints: NDArray[np.uint8]) -> NDArray[np.float64]:
    """(P, P) how different two paints look: Euclidean in CIE Lab."""
    rgb = paints[:, :3] / 255.0
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    xyz = linear @ _TO_XYZ.T / _WHITE
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    x, y, z = f.T
    lab = np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=1)
    return np.linalg.norm(lab[:, None] - lab[None], axis=-1)


_TO_XYZ = np.array(
    [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]], np.float64
)
_WHITE = np.array([0.9505, 1.0, 1.089], np.float64)
_PAINTS = _paints()
_DISTANCES = _distances(_PAINTS)
