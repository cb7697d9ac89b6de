"""What the region matcher sees of a drawing: one token for each region.

A token is a description that survives motion: how the region and the lines around it look at
three scales, and a few numbers about its place and shape relative to the figure.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from model.lines.distance_field import distance_field
from model.painting.borders import Borders
from model.painting.regions import Regions

CROP = 32
CROP_CHANNELS = 6  # (lines, region) at three scales
GEOMETRY = 16
SAMPLES = 24
FIELD = 256  # side of the square frames in which optical flow is computed

# Of `geometry` in a mirror: which column each one is then, and its sign. Position and slant turn
# over, the left and the right border of the picture change places.
MIRRORED_COLUMNS = (*range(12), 14, 13, 12, 15)
MIRRORED_SIGNS = tuple(-1.0 if column in (1, 6) else 1.0 for column in range(GEOMETRY))

# Half the side of the crops around a region, in radii of the figure; the first crop is the
# region's own box instead.
_CONTEXT = (0.35, 0.9)
_BOX_MARGIN = 1.25
# A crop is cut from the pyramid level at which it is at most this many pixels wide.
_CUT = 64


@dataclass(frozen=True)
class Frame:
    """A square window on a drawing, for flow and for positions.

    Attributes:
        center: (x, y) in pixels of the drawing.
        scale: frame pixels per drawing pixel.
    """

    center: tuple[float, float]
    scale: float

    def enter(self, points: NDArray[np.float32]) -> NDArray[np.float32]:
        """Drawing (x, y) to frame (x, y), pixels."""
        return (points - np.array(self.center, np.float32)) * np.float32(self.scale) + np.float32(
            FIELD / 2
        )

    def leave(self, points: NDArray[np.float32]) -> NDArray[np.float32]:
        """Frame (x, y) to drawing (x, y), pixels."""
        return (points - np.float32(FIELD / 2)) / np.float32(self.scale) + np.array(
            self.center, np.float32
        )


@dataclass(frozen=True, eq=False)
class DrawingTokens:
    """The tokens of one drawing and what comparing it with another one needs.

    Attributes:
        crops: (R, 6, 32, 32) uint8, lines and region at three scales, 0..255.
        geometry: (R, 16) float32, about -3..3.
        positions: (R, 2) float32, (x, y) of the centroid relative to the figure, about -1..1.
        adjacency: (R, R) float32, share of a region's border that the other region lies along;
            rows sum to 1 (0 for a region without neighbors).
        samples: (R, 24, 2) float32, (x, y) pixels spread over each region.
        labels: (H, W) int32, for looking up where a mapped sample lands.
        frames: the whole picture and the figure.
        fields: (2, 256, 256) uint8, distance field seen through each frame.
    """

    crops: NDArray[np.uint8]
    geometry: NDArray[np.float32]
    positions: NDArray[np.float32]
    adjacency: NDArray[np.float32]
    samples: NDArray[np.float32]
    labels: NDArray[np.int32]
    frames: tuple[Frame, Frame]
    fields: NDArray[np.uint8]

    def __len__(self) -> int:
        return len(self.crops)

    @property
    def nbytes(self) -> int:
        """Memory of what is large in it."""
        return self.crops.nbytes + self.labels.nbytes + self.adjacency.nbytes


def tokenize(regions: Regions) -> DrawingTokens:
    """Describe every region of a drawing; its lines are what lies between the regions.

    Args:
        regions: the regions of the drawing.
    """
    figure, radius = _figure(regions.ink)
    height, width = regions.ink.shape
    picture = Frame((width / 2, height / 2), FIELD / max(height, width))
    fields = _fields(regions.ink, (picture, figure))
    moments = _Moments.of(regions)
    adjacency = _adjacency(regions)
    return DrawingTokens(
        crops=_crops(regions, moments, radius),
        geometry=_geometry(regions, moments, adjacency, figure, radius),
        positions=_relative(moments.center, figure, radius),
        adjacency=adjacency / np.maximum(adjacency.sum(axis=1, keepdims=True), 1.0),
        samples=regions.samples(SAMPLES)[..., ::-1].astype(np.float32),
        labels=regions.labels,
        frames=(picture, figure),
        fields=fields,
    )


@dataclass(frozen=True)
class _Moments:
    area: NDArray[np.float64]  # (R,)
    center: NDArray[np.float64]  # (R, 2) x, y
    spread: NDArray[np.float64]  # (R, 3) xx, xy, yy
    box: NDArray[np.int64]  # (R, 4) x0, y0, x1, y1

    @classmethod
    def of(cls, regions: Regions) -> _Moments:
        order, starts = regions.by_region()
        ys, xs = np.divmod(order, regions.labels.shape[1])
        begin = starts[:-1]
        area = np.maximum(regions.areas, 1).astype(np.float64)

        def mean(values: NDArray[np.float64]) -> NDArray[np.float64]:
            return np.add.reduceat(values, begin) / area

        x, y = xs.astype(np.float64), ys.astype(np.float64)
        cx, cy = mean(x), mean(y)
        spread = np.stack(
            [mean(x * x) - cx * cx, mean(x * y) - cx * cy, mean(y * y) - cy * cy], axis=1
        )
        box = np.stack(
            [
                np.minimum.reduceat(xs, begin),
                np.minimum.reduceat(ys, begin),
                np.maximum.reduceat(xs, begin) + 1,
                np.maximum.reduceat(ys, begin) + 1,
            ],
            axis=1,
        )
        return cls(area, np.stack([cx, cy], axis=1), spread, box)


def _figure(ink: NDArray[np.bool_]) -> tuple[Frame, float]:
    """The frame of what is drawn, and its radius in pixels (half the diagonal of its box)."""
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    height, width = ink.shape
    top, bottom = (rows[0], rows[-1] + 1) if rows.size else (0, height)
    left, right = (columns[0], columns[-1] + 1) if columns.size else (0, width)
    longer = float(max(bottom - top, right - left, 8))
    radius = float(np.hypot(bottom - top, right - left)) / 2
    center = ((left + right) / 2, (top + bottom) / 2)
    return Frame(center, 0.9 * FIELD / longer), max(radius, 8.0)


def _fields(ink: NDArray[np.bool_], frames: tuple[Frame, Frame]) -> NDArray[np.uint8]:
    field = np.rint(distance_field(ink) * 255).astype(np.uint8)
    seen = []
    for frame in frames:
        shift = FIELD / 2 - frame.scale * np.array(frame.center)
        matrix = np.array([[frame.scale, 0, shift[0]], [0, frame.scale, shift[1]]])
        seen.append(
            cv2.warpAffine(
                field,
                matrix,
                (FIELD, FIELD),
                flags=cv2.INTER_LINEAR,
                borderMode=cv2.BORDER_REPLICATE,
            )
        )
    return np.stack(seen)


def _relative(points: NDArray[np.float64], figure: Frame, radius: float) -> NDArray[np.float32]:
    return ((points - np.array(figure.center)) / radius).astype(np.float32)


def _adjacency(regions: Regions) -> NDArray[np.float32]:
    """(R, R) float32, how many pixels of border two regions share across the lines."""
    borders = Borders.of(regions.labels, regions.ink)
    matrix = np.zeros((regions.count, regions.count), np.float32)
    matrix[borders.one, borders.other] = borders.length
    return matrix + matrix.T


def _geometry(
    regions: Regions,
    moments: _Moments,
    adjacency: NDArray[np.float32],
    figure: Frame,
    radius: float,
) -> NDArray[np.float32]:
    height, width = regions.labels.shape
    x0, y0, x1, y1 = (moments.box[:, side].astype(np.float64) for side in range(4))
    xx, xy, yy = (moments.spread[:, axis] for axis in range(3))
    mean, difference = (xx + yy) / 2, np.hypot((xx - yy) / 2, xy)
    long_axis = np.sqrt(np.maximum(mean + difference, 0.08))
    short_axis = np.sqrt(np.maximum(mean - difference, 0.08))
    position = _relative(moments.center, figure, radius)
    slant = (long_axis - short_axis) / long_axis
    columns = [
        np.log(moments.area / radius**2) / 3 + 1,
        position[:, 0],
        position[:, 1],
        np.log(long_axis / radius) / 2 + 1,
        np.log(short_axis / radius) / 2 + 1,
        slant * (xx - yy) / np.maximum(2 * difference, 1e-6),
        slant * xy / np.maximum(difference, 1e-6),
        (x1 - x0) / radius,
        (y1 - y0) / radius,
        moments.area / np.maximum((x1 - x0) * (y1 - y0), 1),
        moments.area / (4 * np.pi * long_axis * short_axis),
        np.log1p((adjacency > 0).sum(axis=1)) / 2,
        x0 <= 0,
        y0 <= 0,
        x1 >= width,
        y1 >= height,
    ]
    return np.stack([np.asarray(column, np.float32) for column in columns], axis=1)


def _crops(regions: Regions, moments: _Moments, radius: float) -> NDArray[np.uint8]:
    inks, labels = [regions.ink.view(np.uint8) * np.uint8(255)], [regions.labels]
    while min(inks[-1].shape) > 2 * _CUT:
        height, width = inks[-1].shape
        half = (width // 2 * 2, height // 2 * 2)
        even = inks[-1][: half[1], : half[0]]
        inks.append(cv2.resize(even, (half[0] // 2, half[1] // 2), interpolation=cv2.INTER_AREA))
        labels.append(labels[-1][: half[1] : 2, : half[0] : 2])
    crops = np.zeros((regions.count, CROP_CHANNELS, CROP, CROP), np.uint8)
    for region in range(regions.count):
        x0, y0, x1, y1 = moments.box[region]
        box = _BOX_MARGIN * max(x1 - x0, y1 - y0, 6) / 2
        views = [((x0 + x1) / 2, (y0 + y1) / 2, box)]
        views += [(*moments.center[region], share * radius) for share in _CONTEXT]
        for scale, (x, y, half_side) in enumerate(views):
            level = int(np.clip(np.ceil(np.log2(2 * half_side / _CUT)), 0, len(inks) - 1))
            crop = _cut(inks[level], labels[level], region, x, y, half_side, 0.5**level)
            crops[region, 2 * scale : 2 * scale + 2] = crop
    return crops


def _cut(
    ink: NDArray[np.uint8],
    labels: NDArray[np.int32],
    region: int,
    x: float,
    y: float,
    half_side: float,
    scale: float,
) -> NDArray[np.uint8]:
    """(2, 32, 32) uint8: the lines and the region in one window; empty outside the drawing."""
    x, y, half_side = x * scale, y * scale, half_side * scale
    left, top = max(0, int(x - half_side) - 1), max(0, int(y - half_side) - 1)
    window = np.s_[top : int(y + half_side) + 2, left : int(x + half_side) + 2]
    zoom = CROP / (2 * half_side)
    matrix = np.array(
        [
            [zoom, 0, (left - x + half_side + 0.5) * zoom - 0.5],
            [0, zoom, (top - y + half_side + 0.5) * zoom - 0.5],
        ]
    )
    both = np.dstack([ink[window], (labels[window] == region).view(np.uint8) * np.uint8(255)])
    return cv2.warpAffine(both, matrix, (CROP, CROP), flags=cv2.INTER_LINEAR).transpose(2, 0, 1)
