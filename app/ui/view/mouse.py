"""What mouse and keys do in the view: zoom, pan, click, and the strokes of a tool."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from app.ui.view.tool import ViewTool

WHEEL_STEP = 2 ** (1 / 3)
_NOTCH = 120


class ViewUnderMouse(Protocol):
    """What the mouse needs of the widget it is over: where things are, and how to move them."""

    @property
    def image(self) -> QImage | None:
        """The picture on show."""

    def zoom_about(self, factor: float, at: QPointF) -> None:
        """Zoom by a factor about a point of the widget."""

    def pan_by(self, moved: QPointF) -> None:
        """Move the picture."""

    def to_image(self, at: QPointF) -> QPointF:
        """The point of the picture under a point of the widget."""

    def pixel_at(self, at: QPointF) -> tuple[int, int] | None:
        """The picture's pixel (x, y) under a point of the widget, or None beside it."""

    def is_on_other(self, at: QPointF) -> bool:
        """True over the picture compared with."""

    def update(self) -> None:
        """Paint anew."""

    def setCursor(self, shape: Qt.CursorShape, /) -> None:
        """Show another pointer."""

    def unsetCursor(self) -> None:
        """Show the usual pointer."""


class ViewMouse:
    """Turns events of a view into calls of it and of its tool.

    Attributes:
        tool: what the left button does, or None.
    """

    def __init__(self, view: ViewUnderMouse, clicked: Callable[[int, int], None]) -> None:
        """Args: the view; and whom to tell the pixel (x, y) that was clicked without a tool."""
        self.tool: ViewTool | None = None
        self._view = view
        self._clicked = clicked
        self._space_held = False
        self._pan_from: QPointF | None = None
        self._click_from: QPointF | None = None
        self._in_stroke = False
        self._click_cursor: Qt.CursorShape | None = None

    @property
    def takes_all_clicks(self) -> bool:
        """True when even the second click of a double click means a pixel."""
        return self.tool is not None or self._click_cursor is not None

    def ask_click(self, cursor: Qt.CursorShape | None) -> None:
        """Let the tool rest until a pixel was clicked; None to go on with it."""
        self.cancel_stroke()
        if self.tool is not None and cursor is not None:
            self.tool.hover(None)
        self._click_cursor = cursor
        self.update_cursor()
        self._view.update()

    def take(self, tool: ViewTool | None) -> None:
        """Put another tool, or none, in the user's hand."""
        self.cancel_stroke()
        if self.tool is not None:
            self.tool.hover(None)
        self.tool = tool
        self.update_cursor()
        self._view.update()

    def cancel_stroke(self) -> None:
        """Give up a stroke that has begun."""
        if self._in_stroke:
            self._in_stroke = False
            assert self.tool is not None
            self.tool.cancel()
            self._view.update()

    def wheel(self, event: QWheelEvent) -> None:
        """Zoom about the mouse."""
        steps = event.angleDelta().y() / _NOTCH
        if steps:
            self._view.zoom_about(WHEEL_STEP**steps, event.position())
        event.accept()

    def press(self, event: QMouseEvent) -> bool:
        """Begin a pan, a stroke or a click; False when the event is for somebody else."""
        button, at = event.button(), event.position()
        left = button == Qt.MouseButton.LeftButton
        if button == Qt.MouseButton.MiddleButton or (left and self._space_held):
            self._pan_from = at
            self._view.setCursor(Qt.CursorShape.ClosedHandCursor)
            return True
        if not left or self._view.image is None or self._view.is_on_other(at):
            return False
        if self.tool is None or self._click_cursor is not None:
            self._click_from = at
            return False
        self._in_stroke = True
        self.tool.press(self._view.to_image(at), event.modifiers())
        self._view.update()
        return True

    def move(self, event: QMouseEvent) -> None:
        """Pan, go on with a stroke, or merely point at something."""
        at = event.position()
        if self._pan_from is not None:
            moved, self._pan_from = at - self._pan_from, at
            self._view.pan_by(moved)
        elif self._in_stroke:
            assert self.tool is not None
            self.tool.drag(self._view.to_image(at))
            self._view.update()
        elif self.tool is not None and self._click_cursor is None:
            self.tool.hover(None if self._view.is_on_other(at) else self._view.to_image(at))
            self._view.update()

    def release(self, event: QMouseEvent) -> None:
        """End a pan, a stroke or a click."""
        at = event.position()
        if self._pan_from is not None and event.button() != Qt.MouseButton.RightButton:
            self._pan_from = None
            self.update_cursor()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._end_stroke(at)
            self._end_click(at)

    def _end_stroke(self, at: QPointF) -> None:
        if self._in_stroke:
            self._in_stroke = False
            assert self.tool is not None
            self.tool.release(self._view.to_image(at))
            self._view.update()

    def _end_click(self, at: QPointF) -> None:
        begun, self._click_from = self._click_from, None
        if begun is None or (at - begun).manhattanLength() >= QApplication.startDragDistance():
            return
        if (pixel := self._view.pixel_at(at)) is not None:
            self._clicked(*pixel)

    def leave(self) -> None:
        """The mouse left the view."""
        if self.tool is not None and not self._in_stroke:
            self.tool.hover(None)
            self._view.update()

    def overrides(self, event: QEvent) -> bool:
        """True when a key is for the stroke, although it is somebody's shortcut."""
        return isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape and self._in_stroke

    def key_press(self, event: QKeyEvent) -> bool:
        """Arm panning with space, cancel a stroke with Esc; False for other keys."""
        if event.key() == Qt.Key.Key_Space:
            self._space_held = True
            self.update_cursor()
        elif self.overrides(event):
            self.cancel_stroke()
        else:
            return False
        return True

    def key_release(self, event: QKeyEvent) -> bool:
        """Disarm panning; False for other keys."""
        if event.key() != Qt.Key.Key_Space or event.isAutoRepeat():
            return False
        self._space_held = False
        self.update_cursor()
        return True

    def update_cursor(self) -> None:
        """Show what the left button would do."""
        if self._space_held:
            self._view.setCursor(Qt.CursorShape.OpenHandCursor)
        elif self._click_cursor is not None:
            self._view.setCursor(self._click_cursor)
        elif self.tool is not None:
            self._view.setCursor(self.tool.cursor)
        else:
            self._view.unsetCursor()
