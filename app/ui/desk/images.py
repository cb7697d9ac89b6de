"""From numpy to Qt images, and a cache that knows its weight."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage


def to_image(rgba: NDArray[np.uint8]) -> QImage:
    """A Qt image that owns its pixels.

    Args:
        rgba: (H, W, 4) uint8, straight alpha.

    Returns:
        An image of the format that draws fastest, `ARGB32_Premultiplied`.
    """
    pixels = np.ascontiguousarray(rgba)
    height, width = pixels.shape[:2]
    borrowed = QImage(pixels.data, width, height, width * 4, QImage.Format.Format_RGBA8888)
    return borrowed.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def scaled_to_fit(image: QImage, size: QSize) -> QImage:
    """The image as large as fits into `size`, averaged where it shrinks; never enlarged."""
    if image.width() <= size.width() and image.height() <= size.height():
        return image
    return image.scaled(
        size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


class ImageCache:
    """Images by key; the least recently used go first when the budget is spent.

    Attributes:
        budget: bytes of pixels to keep at most; one larger image is still kept alone.
    """

    def __init__(self, budget: int) -> None:
        self.budget = budget
        self._images: OrderedDict[Hashable, QImage] = OrderedDict()
        self._bytes = 0

    def get(self, key: Hashable) -> QImage | None:
        """The image under `key`, which becomes the most recently used, or None."""
        image = self._images.get(key)
        if image is not None:
            self._images.move_to_end(key)
        return image

    def put(self, key: Hashable, image: QImage) -> None:
        """Keep an image, dropping the oldest ones beyond the budget."""
        former = self._images.pop(key, None)
        if former is not None:
            self._bytes -= former.sizeInBytes()
        self._images[key] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > self.budget and len(self._images) > 1:
            _, oldest = self._images.popitem(last=False)
            self._bytes -= oldest.sizeInBytes()

    def clear(self) -> None:
        """Drop everything."""
        self._images.clear()
        self._bytes = 0
