"""Onion skins, made in the background and kept within a budget."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter

from app.document.shot import Drawing
from app.io.pictures.images import ImageError, line_gray, read_rgba
from app.jobs.loader import Loader
from app.ui.desk.images import ImageCache
from app.ui.view.onion import OnionLayer

_SKIN_BUDGET = 128 * 2**20
# One byte a pixel: thirty drawings of 1080p, the neighbors of a long scrub.
_INK_BUDGET = 64 * 2**20

_ALPHA = QImage.Format.Format_Alpha8
_ARGB = QImage.Format.Format_ARGB32_Premultiplied


@dataclass(frozen=True)
class Skin:
    """What an onion skin is made from; equal ones look equal.

    Attributes:
        layers: the neighbors, lowest first.
        size: (width, height) of the current drawing in pixels.
        behind: its lines stay on top of the skin; None when they are not shown, or lie under it.
    """

    layers: tuple[OnionLayer, ...]
    size: tuple[int, int]
    behind: Drawing | None


class OnionPictures(QObject):
    """Gives skins that are ready at once and announces the others when they are.

    Signals:
        ready(): a skin that was asked for can be fetched now.
    """

    ready = Signal()

    def __init__(self, loader: Loader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._skins = ImageCache(_SKIN_BUDGET)
        self._ink = InkMasks()
        self._loader = loader
        loader.loaded.connect(self._on_loaded)

    def skin(self, skin: Skin) -> QImage | None:
        """The picture of a skin, as large as its drawing; None while it is being made."""
        image = self._skins.get(skin)
        if image is None:
            self._loader.request(skin, partial(paint_skin, skin, self._ink))
        return image

    def clear(self) -> None:
        """Forget all skins; files are read again."""
        self._skins.clear()

    @Slot(object, object)
    def _on_loaded(self, key: Hashable, image: object) -> None:
        if isinstance(key, Skin) and isinstance(image, QImage):
            self._skins.put(key, image)
            self.ready.emit()


class InkMasks:
    """Where the lines of drawings are, one byte a pixel; used on the loader's thread alone."""

    def __init__(self) -> None:
        self._masks = ImageCache(_INK_BUDGET)

    def mask(self, drawing: Drawing) -> QImage | None:
        """How much ink covers each pixel; None when the file cannot be read."""
        try:
            key = (drawing.path, drawing.path.stat().st_mtime_ns)
            mask = self._masks.get(key)
            if mask is None:
                mask = _ink_mask(drawing)
                self._masks.put(key, mask)
        except (ImageError, OSError):
            return None  # its own picture says what is wrong with it
        return mask


def paint_skin(skin: Skin, ink: InkMasks) -> QImage:
    """Paint the lines of all layers in their tints, transparent elsewhere."""
    image = QImage(*skin.size, _ARGB)
    image.fill(0)
    painter = QPainter(image)
    for layer in skin.layers:
        if (mask := ink.mask(layer.drawing)) is not None:
            painter.setOpacity(layer.opacity)
            painter.drawImage(0, 0, _tinted(mask, layer.tint))
    painter.setOpacity(1.0)
    if skin.behind is not None and (mask := ink.mask(skin.behind)) is not None:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
        painter.drawImage(0, 0, mask)
    painter.end()
    return image


def _tinted(mask: QImage, tint: str) -> QImage:
    image = QImage(mask.size(), _ARGB)
    image.fill(QColor(tint))
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.drawImage(0, 0, mask)
    painter.end()
    return image


def _ink_mask(drawing: Drawing) -> QImage:
    # The alpha that `app.document.compositing.ink_layer` gives the lines.
    alpha = np.ascontiguousarray(255 - line_gray(read_rgba(drawing.path)))
    height, width = alpha.shape
    return QImage(alpha.data, width, height, width, _ALPHA).copy()
