"""What a tool for the view is: something that the left button does to the drawing."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter


class ViewTool:
    """Base of tools; `FrameView.set_tool` puts one in the user's hand.

    Override what the tool needs; every method here does nothing. All points are in pixels of the
    current drawing: (0.0, 0.0) is its top left corner and (2.7, 0.1) lies in pixel (2, 0). They
    may lie outside the drawing, so clip before indexing an array. One stroke is `press`, any
    number of `drag`, and then `release` or `cancel`, never both:

    - The left button gives strokes, unless space is held, which pans. The wheel zooms and the
      middle button pans in the middle of a stroke too.
    - A press on the drawing that is compared with (see `Pane.shows_other`) begins no stroke.
    - `cancel` comes when Esc is pressed, another tool is chosen, or another drawing is shown
      before the button is released. Nothing may have reached the document until `release`.

    The view repaints after each of these calls. A tool that changes its overlay at another time
    calls `update()` of the view.

    Attributes:
        cursor: the mouse pointer over the drawing.
    """

    cursor = Qt.CursorShape.CrossCursor

    def press(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """The left button went down."""

    def drag(self, at: QPointF) -> None:
        """The mouse moved while the button is down."""

    def release(self, at: QPointF) -> None:
        """The button went up: do what the stroke asked for, through a command."""

    def cancel(self) -> None:
        """Forget the stroke."""

    def hover(self, at: QPointF | None) -> None:
        """The mouse moved with no button down; None when it left the current drawing's pane."""

    def overlay(self, painter: QPainter, zoom: float) -> None:
        """Draw above the picture, in coordinates of the drawing.

        Args:
            painter: antialiased, clipped to the pane; its state is restored afterwards. A pen of
                width `2 / zoom`, or a cosmetic one, stays two device pixels wide at every zoom.
            zoom: device pixels per pixel of the drawing.
        """
