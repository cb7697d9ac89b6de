"""Drawing pictures large: pixel-exact when enlarged, averaged when shrunk."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from app.ui.desk.images import ImageCache
from app.ui.look.paper import Paper, fill_paper
from app.ui.view.view_transform import ViewTransform

_SHRUNK_BUDGET = 128 * 2**20

# Below this zoom bilinear drawing would skip pixels of a line; above it squares should be seen.
_PIXELS_SHOW_AT = 2.0


class PicturePainter:
    """Paints pictures at a place, and remembers the shrunk ones."""

    def __init__(self) -> None:
        self._shrunk = ImageCache(_SHRUNK_BUDGET)

    def paint(
        self,
        painter: QPainter,
        place: ViewTransform,
        paper: Paper,
        layers: Sequence[QImage],
    ) -> None:
        """Paint paper and, on it, pictures from the lowest up; `painter` is in device pixels."""
        fill_paper(painter, _target(place, layers[0]), paper)
        for image in layers:
            self._paint_layer(painter, place, image)

    def _paint_layer(self, painter: QPainter, place: ViewTransform, image: QImage) -> None:
        target = _target(place, image)
        if place.zoom < 1.0:
            painter.drawImage(target.topLeft(), self._shrunk_image(image, target.size().toSize()))
        else:
            smooth = 1.0 < place.zoom < _PIXELS_SHOW_AT
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
            painter.drawImage(target, image)

    def _shrunk_image(self, image: QImage, size: QSize) -> QImage:
        key = (image.cacheKey(), size.toTuple())
        shrunk = self._shrunk.get(key)
        if shrunk is None:
            shrunk = image.scaled(
                size.expandedTo(QSize(1, 1)),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            self._shrunk.put(key, shrunk)
        return shrunk


def _target(place: ViewTransform, image: QImage) -> QRectF:
    return QRectF(place.x, place.y, image.width() * place.zoom, image.height() * place.zoom)
