"""One drawing that is not learned from, wiped: as it was painted before, and as it is now."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QRect, QSize, Qt, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.engine.tuning_request import TuningPictures
from app.language import tr
from app.ui.controls.widgets import label
from app.ui.desk.images import to_image
from app.ui.look.theme import theme
from app.ui.view.wipe_divider import WipeDivider

_MARGIN = 10
_LABEL_MARGIN = 10
# Paper around the character says nothing; so much of it is left, as a share of its size.
_PAPER = 0.06


class TuningPreview(QWidget):
    """Before on the left of a divider that can be dragged; now, or the truth, on its right.

    Attributes:
        divider: the divider.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(300, 200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._before = self._now = self._truth = QImage()
        self._shows_truth = False
        self._place = 0.5
        self._scaled: dict[tuple[int, QSize], QPixmap] = {}
        self._left, self._right = label(tr("Painted before"), "paneLabel"), label("", "paneLabel")
        for words in (self._left, self._right):
            words.setParent(self)
            words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.divider = WipeDivider(self)
        self.divider.moved.connect(self._on_moved)
        self._tell()

    def sizeHint(self) -> QSize:
        """Half of a dialog."""
        return QSize(420, 280)

    def show_pictures(self, pictures: TuningPictures | None) -> None:
        """Show other pictures, or none."""
        if pictures is None:
            self._before = self._now = self._truth = QImage()
        else:
            part = content(pictures.truth)
            self._before = _image(pictures.before[part])
            self._now = _image(pictures.now[part])
            self._truth = _image(pictures.truth[part])
        self._scaled.clear()
        self._tell()

    def show_truth(self, shows_truth: bool) -> None:
        """Show on the right what the drawing should look like, or what it looks like now."""
        self._shows_truth = shows_truth
        self._tell()

    def _tell(self) -> None:
        has_picture = not self._before.isNull()
        self._right.setText(tr("Truth") if self._shows_truth else tr("Painted now"))
        for part in (self._left, self._right, self.divider):
            part.setVisible(has_picture)
        self._put()
        self.update()

    @Slot(float)
    def _on_moved(self, place: float) -> None:
        self._place = place
        self._put()
        self.update()

    def _put(self) -> None:
        self.divider.put(self._place)
        for words in (self._left, self._right):
            words.adjustSize()
        self._left.move(_LABEL_MARGIN, _LABEL_MARGIN)
        self._right.move(self.width() - self._right.width() - _LABEL_MARGIN, _LABEL_MARGIN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep divider and names in their places."""
        self._scaled.clear()
        self._put()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both pictures, each on its side."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().color("surround"))
        painter.drawRoundedRect(self.rect(), 6, 6)
        if self._before.isNull():
            painter.setPen(theme().color("text"))
            room = self.rect().adjusted(24, 24, -24, -24)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, flags, tr("A drawing that is not learned from comes here."))
        else:
            split = round(self.width() * self._place)
            other = self._truth if self._shows_truth else self._now
            self._paint_side(painter, self._before, QRect(0, 0, split, self.height()))
            rest = QRect(split, 0, self.width() - split, self.height())
            self._paint_side(painter, other, rest)
        painter.end()

    def _paint_side(self, painter: QPainter, image: QImage, side: QRect) -> None:
        pixmap = self._pixmap(image)
        size = pixmap.deviceIndependentSize().toSize()
        place = QRect(QPoint(0, 0), size)
        place.moveCenter(self.rect().center())
        painter.setClipRect(side)
        painter.drawPixmap(place.topLeft(), pixmap)

    def _pixmap(self, image: QImage) -> QPixmap:
        """The image as large as there is room, made once for each size."""
        ratio = self.devicePixelRatioF()
        room = (self.size() - QSize(2 * _MARGIN, 2 * _MARGIN)) * ratio
        key = (image.cacheKey(), room)
        if key not in self._scaled:
            scaled = image.scaled(
                room,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            pixmap = QPixmap.fromImage(scaled)
            pixmap.setDevicePixelRatio(ratio)
            self._scaled[key] = pixmap
        return self._scaled[key]


def content(picture: NDArray[np.uint8]) -> tuple[slice, slice]:
    """The part of a picture (H, W, 3) that is not paper, with a little paper around it."""
    differs = (picture != picture[0, 0]).any(axis=2)
    rows, columns = np.flatnonzero(differs.any(axis=1)), np.flatnonzero(differs.any(axis=0))
    if not rows.size:
        return slice(None), slice(None)
    margin = round(_PAPER * max(rows[-1] - rows[0], columns[-1] - columns[0])) + 1
    return _around(rows, margin), _around(columns, margin)


def _around(places: NDArray[np.intp], margin: int) -> slice:
    return slice(max(0, int(places[0]) - margin), int(places[-1]) + margin + 1)


def _image(picture: NDArray[np.uint8]) -> QImage:
    height, width = picture.shape[:2]
    return to_image(np.dstack([picture, np.full((height, width), 255, np.uint8)]))
