"""The drawing, large: where it lies, and what is painted."""

from __future__ import annotations

from collections.abc import Callable
from math import floor

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QEnterEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.language import tr
from app.ui.look.paper import Paper
from app.ui.look.theme import DARK, theme
from app.ui.view.file_drops import FileDropWidget
from app.ui.view.geometry import ViewGeometry
from app.ui.view.mouse import WHEEL_STEP, ViewMouse
from app.ui.view.outline import draw_outline
from app.ui.view.panes import Compare, Pane
from app.ui.view.picture_painter import PicturePainter
from app.ui.view.tool import ViewTool
from app.ui.view.tool_hand import ToolHand
from app.ui.view.wipe_divider import WipeDivider

Overlay = Callable[[QPainter, float], None]
"""Draws over the current picture, see `ViewTool.overlay`."""


class FrameView(FileDropWidget):
    """Shows one picture, or two to compare, with paper under it and an onion skin over it.

    Tools attach in one of two ways. One that only needs to know which pixel was meant connects to
    `clicked`. One with strokes or an overlay of its own is a `ViewTool`, see there, and is put in
    the user's hand with `set_tool`; while there is one, `clicked` is silent (but see
    `set_tool_cursor`) and a double click is two clicks. Zoom and pan go on as ever.

    Attributes:
        hand: takes tools by their actions, one at a time.

    Signals:
        zoom_changed(float): device pixels per image pixel.
        clicked(int, int): a pixel (x, y) of the current drawing was clicked with the left button,
            without a tool.
        pointed(object): the mouse is over this point, a QPointF in the view, or (None) elsewhere.
    """

    zoom_changed = Signal(float)
    clicked = Signal(int, int)
    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Drawing"))
        self.setMinimumSize(240, 180)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._image: QImage | None = None
        self._other: QImage | None = None
        self._onion: QImage | None = None
        self._mark: QPainterPath | None = None
        self._overlay: Overlay | None = None
        self._onion_is_below = False
        self._paper = self._other_paper = Paper.WHITE
        self._geometry = ViewGeometry()
        self._picture_painter = PicturePainter()
        self._mouse = ViewMouse(self, self.clicked.emit)
        self.hand = ToolHand(self.set_tool, self)
        self._divider = WipeDivider(self)
        self._divider.moved.connect(self.set_divider)
        self._divider.hide()

    @property
    def image(self) -> QImage | None:
        """The picture on show."""
        return self._image

    @property
    def zoom(self) -> float:
        """Device pixels per image pixel."""
        return self._geometry.transform.zoom

    def show_image(self, image: QImage | None) -> None:
        """Show another picture; the place looked at stays, unless the size differs."""
        self._image = image
        if image is not None:
            resized = self._geometry.image != (image.width(), image.height())
            self._geometry.image = (image.width(), image.height())
            if resized:
                self._geometry.refit()
                self._tell_zoom()
        self.update()

    @property
    def paper(self) -> Paper:
        """What shows through where the picture is transparent."""
        return self._paper

    def set_paper(self, paper: Paper) -> None:
        """Lay another paper under the picture."""
        self._paper = paper
        self.update()

    # Beside and over the picture

    @property
    def compare(self) -> Compare:
        """Whether and how two pictures are shown."""
        return self._geometry.compare

    @property
    def other(self) -> QImage | None:
        """The picture compared with."""
        return self._other

    def set_compare(self, compare: Compare) -> None:
        """Show one picture, or two in some way."""
        if compare is not self._geometry.compare:
            self._geometry.compare = compare
            self._geometry.refit()
            self._divider.setVisible(compare is Compare.WIPE)
            self._divider.put(self._geometry.divider)
            self._tell_zoom()

    def show_other(self, image: QImage | None, is_first: bool, paper: Paper) -> None:
        """Compare with another picture, which is on the left when it is the first."""
        self._other, self._other_paper = image, paper
        self._geometry.other_first = is_first
        self.update()

    @Slot(float)
    def set_divider(self, place: float) -> None:
        """Move the wipe's divider; 0 is the left edge, 1 the right."""
        self._geometry.divider = place
        self._divider.put(place)
        self.update()

    def show_onion(self, image: QImage | None, is_below: bool = False) -> None:
        """Lay an onion skin over the current picture, or below it on the paper."""
        self._onion, self._onion_is_below = image, is_below
        self.update()

    def mark(self, outline: QPainterPath | None) -> None:
        """Draw an outline, in coordinates of the drawing, over the current picture; None: none."""
        self._mark = outline
        self.update()

    def set_overlay(self, overlay: Overlay | None) -> None:
        """Draw over the current picture, under what is marked and under the tool's overlay."""
        self._overlay = overlay
        self.update()

    @property
    def tool(self) -> ViewTool | None:
        """What is in the user's hand, also while it rests."""
        return self._mouse.tool

    def set_tool(self, tool: ViewTool | None) -> None:
        """Choose what the left button does; None for nothing but `clicked`."""
        self._mouse.take(tool)

    def set_tool_cursor(self, cursor: Qt.CursorShape | None) -> None:
        """Ask for a click, as an eyedropper does, with this pointer; None when it has come.

        Meanwhile the tool in hand rests and `clicked` speaks.
        """
        self._mouse.ask_click(cursor)

    # Zoom and place

    def fit(self) -> None:
        """Show the whole picture, and keep it whole when the window changes."""
        self._geometry.fit()
        self._tell_zoom()

    def zoom_to(self, zoom: float) -> None:
        """Zoom about the middle of the view; 1.0 is pixel for pixel."""
        self._geometry.zoom_to(zoom)
        self._tell_zoom()

    def zoom_in(self) -> None:
        """One step nearer."""
        self._geometry.zoom_by(WHEEL_STEP)
        self._tell_zoom()

    def zoom_out(self) -> None:
        """One step away."""
        self._geometry.zoom_by(1 / WHEEL_STEP)
        self._tell_zoom()

    def zoom_about(self, factor: float, at: QPointF) -> None:
        """Zoom by a factor about a point of the view."""
        self._geometry.zoom_by(factor, self._device(at))
        self._tell_zoom()

    def look_at(self, box: tuple[int, int, int, int]) -> None:
        """Bring a part of the picture (left, top, right, bottom in pixels) well into sight."""
        self._geometry.look_at(box)
        self._tell_zoom()

    def pan_by(self, moved: QPointF) -> None:
        """Move the picture."""
        self._geometry.pan(*self._device(moved))
        self.update()

    def to_image(self, at: QPointF) -> QPointF:
        """The point of the picture under a point of the view; it may lie outside the picture."""
        return QPointF(*self._geometry.to_image(self._device(at)))

    def pixel_at(self, at: QPointF) -> tuple[int, int] | None:
        """The picture's pixel (x, y) under a point of the view, or None beside the picture."""
        image = self._other if self.is_on_other(at) else self._image
        point = self.to_image(at)
        x, y = floor(point.x()), floor(point.y())
        return (x, y) if image is not None and image.valid(x, y) else None

    def is_on_other(self, at: QPointF) -> bool:
        """True when a point of the view is in the pane of the picture compared with."""
        return self._geometry.pane_at(self._device(at)[0]).shows_other

    def _device(self, point: QPointF) -> tuple[float, float]:
        ratio = self.devicePixelRatioF()
        return point.x() * ratio, point.y() * ratio

    def _tell_zoom(self) -> None:
        self.zoom_changed.emit(self.zoom)
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint surround, paper, pictures, the tool's overlay and the drop frame."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().color("surround"))
        if self._image is not None:
            # Everything about the picture is in device pixels, so that 100 % means exactly that.
            ratio = self.devicePixelRatioF()
            painter.scale(1 / ratio, 1 / ratio)
            for pane in self._geometry.panes():
                painter.save()
                self._paint_pane(painter, pane)
                painter.restore()
            self._paint_hairline(painter)
            painter.resetTransform()
        self.paint_drop(painter)
        painter.end()

    def _paint_pane(self, painter: QPainter, pane: Pane) -> None:
        painter.setClipRect(pane.left, 0, pane.right - pane.left, self._geometry.view[1])
        painter.translate(pane.origin, 0)
        place = self._geometry.transform
        if pane.shows_other:
            if self._other is not None:
                self._picture_painter.paint(painter, place, self._other_paper, [self._other])
            return
        self._picture_painter.paint(painter, place, self._paper, self._own_layers())
        painter.translate(place.x, place.y)
        painter.scale(place.zoom, place.zoom)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._overlay is not None:
            painter.save()
            self._overlay(painter, place.zoom)
            painter.restore()
        if self._mark is not None:
            # It lies within a dark line, in either theme.
            draw_outline(painter, self._mark, place.zoom, DARK.color("warning"))
        if self.tool is not None:
            self.tool.overlay(painter, place.zoom)

    def _own_layers(self) -> list[QImage]:
        assert self._image is not None
        if self._onion is None:
            return [self._image]
        layers = [self._image, self._onion]
        return layers[::-1] if self._onion_is_below else layers

    def _paint_hairline(self, painter: QPainter) -> None:
        if self.compare is Compare.SIDE_BY_SIDE:
            first, second = self._geometry.panes()
            gap = QRect(first.right, 0, second.left - first.right, self._geometry.view[1])
            painter.fillRect(gap, theme().color("edge"))

    # Mouse and keys

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep a fitted picture whole."""
        ratio = self.devicePixelRatioF()
        self._geometry.view = (round(self.width() * ratio), round(self.height() * ratio))
        self._geometry.refit()
        self._divider.put(self._geometry.divider)
        self._tell_zoom()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the mouse."""
        self._mouse.wheel(event)
        self.pointed.emit(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a pan with the middle button, or with the left while space is held; else a tool."""
        if not self._mouse.press(event):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, use the tool, and say where the mouse is."""
        self._mouse.move(event)
        self.pointed.emit(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End what the press began."""
        self._mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fit the picture; with a tool, click twice."""
        if self._mouse.takes_all_clicks:
            self.mousePressEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.fit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Take the keyboard, so that space pans without a click first."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing any more."""
        self._mouse.leave()
        self.pointed.emit(None)

    def event(self, event: QEvent) -> bool:
        """Keep Esc for a stroke that has begun."""
        if event.type() == QEvent.Type.ShortcutOverride and self._mouse.overrides(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arm panning with space; Esc cancels a stroke."""
        if not self._mouse.key_press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Disarm panning."""
        if not self._mouse.key_release(event):
            super().keyReleaseEvent(event)
