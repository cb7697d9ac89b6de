"""Regions of a drawing: what a paint bucket would fill."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import cv2
import numpy as np
from numpy.typing import NDArray

from model.lines.distance_field import distance_to_ink, ink_mask
from model.painting.closing import close_lines
from model.painting.gaps import split_at_gaps
from model.painting.rejoining import rejoin

# Specks between the strokes of a line, not areas that anybody paints.
_SMALLEST_REGION = 4
# Hatching and dirty scans enclose thousands of specks. Beyond this number the smallest ones join
# what lies around them, since every region is compared with every other.
_MOST_REGIONS = 1000

_AROUND = np.ones((3, 3), np.uint8)


@dataclass(frozen=True, eq=False)
class Regions:
    """The regions of one drawing at its full size.

    Attributes:
        labels: (H, W) int32, region 0..count-1 of every pixel; ink belongs to the nearest region,
            so that paint continues under the lines.
        ink: (H, W) bool, where the lines and the bridges over their holes are; never evidence for
            a region's color.
        count: number of regions, at least 1.
    """

    labels: NDArray[np.int32]
    ink: NDArray[np.bool_]
    count: int

    @cached_property
    def areas(self) -> NDArray[np.int64]:
        """(R,) pixels of each region without ink."""
        return np.bincount(self.labels[~self.ink], minlength=self.count)

    def by_region(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Ink-free pixels sorted by region.

        Returns:
            (N,) int64 flat pixel indices, and (R + 1,) int64 where each region starts in them.
        """
        return self._by_region

    @cached_property
    def _by_region(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        paper = np.flatnonzero(~self.ink.ravel())
        labels = self.labels.ravel()[paper]
        # A 16-bit key lets numpy use its radix sort, several times faster at 1080p.
        key = labels.astype(np.uint16) if self.count < 65536 else labels
        order = paper[np.argsort(key, kind="stable")]
        starts = np.concatenate([[0], np.cumsum(self.areas)])
        return order, starts

    def samples(self, per_region: int) -> NDArray[np.int64]:
        """Pixels spread evenly over each region.

        Args:
            per_region: how many; a smaller region repeats its pixels.

        Returns:
            (R, per_region, 2) int64, (y, x) of ink-free pixels.
        """
        order, starts = self._by_region
        share = (np.arange(per_region) + 0.5) / per_region
        picks = starts[:-1, None] + (share[None] * self.areas[:, None]).astype(np.int64)
        flat = order[np.minimum(picks, len(order) - 1)]
        return np.stack(np.divmod(flat, self.labels.shape[1]), axis=-1)


def find_regions(line: NDArray[np.uint8], gap: int = 0) -> Regions:
    """Label the regions that the lines enclose.

    Args:
        line: (H, W) uint8 gray line art, 0 = ink, 255 = paper.
        gap: widest hole in a line, in pixels, that counts as closed.

    Returns:
        The regions; a drawing that is nothing but ink is one region.
    """
    return regions_between(close_lines(ink_mask(line), gap), gap)


def regions_between(lines: NDArray[np.bool_], gap: int) -> Regions:
    """The regions that lines enclose whose holes are bridged.

    Args:
        lines: (H, W) bool, ink and bridges.
        gap: as in `find_regions`; it also closes what no bridge leads over.
    """
    labels = split_at_gaps(distance_to_ink(lines), gap)
    areas = np.bincount(labels.ravel())
    areas[0] = 0
    keep = areas >= _SMALLEST_REGION
    if keep.sum() > _MOST_REGIONS:
        keep[np.argsort(areas, kind="stable")[:-_MOST_REGIONS]] = False
    if not keep.any():
        everywhere = np.zeros(lines.shape, np.int32)
        return Regions(everywhere, np.zeros(lines.shape, bool), 1)
    numbers = np.zeros(areas.size, np.int32)
    numbers[keep] = np.arange(1, int(keep.sum()) + 1)
    labels = numbers[labels]
    ink = labels == 0
    labels = spread_under_ink(labels) - 1
    if gap > 0:
        labels = rejoin(labels, ink)
    return Regions(labels, ink, int(labels.max()) + 1)


def closed_holes(
    ink: NDArray[np.bool_], lines: NDArray[np.bool_], regions: Regions
) -> NDArray[np.bool_]:
    """Where regions are parted although there is no ink.

    Args:
        ink: (H, W) bool, the lines themselves.
        lines: (H, W) bool, the lines with bridges over their holes.
        regions: what was found between these.

    Returns:
        (H, W) bool, thin lines: the bridges that part two regions, and the borders of regions
        across bare paper. Bridges that have one region on either side closed nothing.
    """
    labels, paper = regions.labels, ~regions.ink
    closed = np.zeros(labels.shape, bool)
    for here, there in (
        (np.s_[:, :-1], np.s_[:, 1:]),
        (np.s_[:-1], np.s_[1:]),
    ):
        closed[here] |= (labels[here] != labels[there]) & paper[here] & paper[there]
    return closed | _parting(lines & ~ink, labels)


def _parting(bridges: NDArray[np.bool_], labels: NDArray[np.int32]) -> NDArray[np.bool_]:
    """Those of the bridges along which two regions meet."""
    count, numbers = cv2.connectedComponents(bridges.astype(np.uint8), connectivity=8)
    largest = cv2.dilate(labels.astype(np.float32), _AROUND)
    smallest = cv2.erode(labels.astype(np.float32), _AROUND)
    meets = np.bincount(numbers.ravel(), (largest > smallest).ravel(), count) > 0
    meets[0] = False
    return meets[numbers]


def spread_under_ink(labels: NDArray[np.int32]) -> NDArray[np.int32]:
    """Give every unlabeled pixel the label of the nearest labeled one.

    Args:
        labels: (H, W) int32, 0 = unlabeled; at least one pixel must be labeled.

    Returns:
        (H, W) int32 without zeros.
    """
    unlabeled = labels == 0
    _, nearest = cv2.distanceTransformWithLabels(
        unlabeled.astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_5, labelType=cv2.DIST_LABEL_PIXEL
    )
    of_label = np.zeros(int(nearest.max()) + 1, np.int32)
    of_label[nearest[~unlabeled]] = labels[~unlabeled]
    result = labels.copy()
    result[unlabeled] = of_label[nearest[unlabeled]]
    return result


def region_majority(regions: Regions, values: NDArray[np.int32]) -> NDArray[np.int32]:
    """(R,) int32: the value that most ink-free pixels of each region have.

    Args:
        regions: R regions.
        values: (H, W) int32, small numbers that are not negative: all of them are counted.
    """
    paper = ~regions.ink
    kinds = int(values.max(initial=0)) + 1
    pairs = regions.labels[paper].astype(np.int64) * kinds + values[paper]
    votes = np.bincount(pairs, minlength=regions.count * kinds)
    return votes.reshape(regions.count, kinds).argmax(axis=1).astype(np.int32)
