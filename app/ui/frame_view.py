"""The drawing, large: zoom, pan, paper, and files dropped on it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.drop_frame import paint_drop_frame
from app.ui.dropped_files import dropped_paths
from app.ui.images import ImageCache
from app.ui.paper import Paper, fill_paper
from app.ui.theme import DARK
from app.ui.view_transform import ViewTransform

_WHEEL_STEP = 2 ** (1 / 3)
_NOTCH = 120
_SHRUNK_BUDGET = 128 * 2**20

# Below this zoom bilinear drawing would skip pixels of a line; above it squares should be seen.
_PIXELS_SHOW_AT = 2.0


class FrameView(QWidget):
    """Shows one picture: pixel-exact when enlarged, averaged when shrunk.

    Signals:
        zoom_changed(float): device pixels per image pixel.
        files_dropped(list[Path]): files or folders let go over the view.
    """

    zoom_changed = Signal(float)
    files_dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMinimumSize(240, 180)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._image: QImage | None = None
        self._shrunk = ImageCache(_SHRUNK_BUDGET)
        self._transform = ViewTransform(1.0, 0.0, 0.0)
        self._is_fitted = True
        self._paper = Paper.WHITE
        self._drop_hint: str | None = None
        self._space_held = False
        self._pan_from: QPointF | None = None

    @property
    def image(self) -> QImage | None:
        """The picture on show."""
        return self._image

    @property
    def zoom(self) -> float:
        """Device pixels per image pixel."""
        return self._transform.zoom

    def show_image(self, image: QImage | None) -> None:
        """Show another picture; the place looked at stays, unless the size differs."""
        resized = image is not None and (self._image is None or image.size() != self._image.size())
        self._image = image
        if resized and self._is_fitted:
            self.fit()
        self.update()

    @property
    def paper(self) -> Paper:
        """What shows through where the picture is transparent."""
        return self._paper

    def set_paper(self, paper: Paper) -> None:
        """Lay another paper under the picture."""
        self._paper = paper
        self.update()

    def fit(self) -> None:
        """Show the whole picture, and keep it whole when the window changes."""
        self._is_fitted = True
        if self._image is not None:
            self._set_transform(ViewTransform.fit(self._image_size(), self._view_size()))

    def zoom_to(self, zoom: float) -> None:
        """Zoom about the middle of the view; 1.0 is pixel for pixel."""
        self._zoom(self._transform.zoomed_to(zoom, self._middle()))

    def zoom_in(self) -> None:
        """One step nearer."""
        self._zoom(self._transform.stepped(_WHEEL_STEP, self._middle()))

    def zoom_out(self) -> None:
        """One step away."""
        self._zoom(self._transform.stepped(1 / _WHEEL_STEP, self._middle()))

    # Geometry

    def _image_size(self) -> tuple[int, int]:
        assert self._image is not None
        return self._image.width(), self._image.height()

    def _view_size(self) -> tuple[int, int]:
        ratio = self.devicePixelRatioF()
        return round(self.width() * ratio), round(self.height() * ratio)

    def _middle(self) -> tuple[float, float]:
        width, height = self._view_size()
        return width / 2, height / 2

    def _device(self, point: QPointF) -> tuple[float, float]:
        ratio = self.devicePixelRatioF()
        return point.x() * ratio, point.y() * ratio

    def _zoom(self, zoomed: ViewTransform) -> None:
        if self._image is not None:
            self._is_fitted = False
            self._set_transform(zoomed.kept_in_sight(self._image_size(), self._view_size()))

    def _set_transform(self, transform: ViewTransform) -> None:
        self._transform = transform
        self.zoom_changed.emit(transform.zoom)
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint surround, paper, picture and drop frame."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), DARK.color("surround"))
        if self._image is not None:
            # Everything about the picture is in device pixels, so that 100 % means exactly that.
            ratio = self.devicePixelRatioF()
            painter.save()
            painter.scale(1 / ratio, 1 / ratio)
            self._paint_picture(painter, self._image)
            painter.restore()
        if self._drop_hint is not None:
            paint_drop_frame(painter, self.rect(), self._drop_hint)
        painter.end()

    def _paint_picture(self, painter: QPainter, image: QImage) -> None:
        place = self._transform
        target = QRectF(place.x, place.y, image.width() * place.zoom, image.height() * place.zoom)
        fill_paper(painter, target, self._paper)
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

    # Mouse and keys

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a fitted picture whole."""
        if self._is_fitted:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the mouse."""
        steps = event.angleDelta().y() / _NOTCH
        if steps:
            at = self._device(event.position())
            self._zoom(self._transform.stepped(_WHEEL_STEP**steps, at))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a pan with the middle button, or with the left while space is held."""
        pans = event.button() == Qt.MouseButton.MiddleButton or (
            event.button() == Qt.MouseButton.LeftButton and self._space_held
        )
        if pans:
            self._pan_from = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan."""
        if self._pan_from is None or self._image is None:
            return
        dx, dy = self._device(event.position() - self._pan_from)
        self._pan_from = event.position()
        self._is_fitted = False
        panned = self._transform.panned(dx, dy)
        self._set_transform(panned.kept_in_sight(self._image_size(), self._view_size()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a pan."""
        self._pan_from = None
        self._update_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fit the picture."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.fit()

    def enterEvent(self, event: QEvent) -> None:
        """Take the keyboard, so that space pans without a click first."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arm panning with space."""
        if event.key() == Qt.Key.Key_Space:
            self._space_held = True
            self._update_cursor()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Disarm panning."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space_held = False
            self._update_cursor()
        else:
            super().keyReleaseEvent(event)

    def _update_cursor(self) -> None:
        if self._space_held:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()

    # Files

    def drop_hint(self, paths: Sequence[Path]) -> str:
        """What letting these files go here would do, in a few words."""
        return "Drop to open"

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Show what letting go would do."""
        paths = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self._drop_hint = self.drop_hint(paths)
            self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the hint away."""
        self._drop_hint = None
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Pass the files on."""
        self._drop_hint = None
        self.update()
        paths = dropped_paths(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)
