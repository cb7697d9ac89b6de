"""What the mouse does on the strip: scrub, select, carry a key."""

from __future__ import annotations

import enum
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from app.ui.desk.playhead import Playhead
from app.ui.timeline.ruler import RULER_HEIGHT


class Surface(Protocol):
    """The strip as the gestures see it; points are those of its viewport."""

    def nearest_frame(self, x: int) -> int:
        """The frame nearest to a place."""

    def nearest_exposure(self, x: int) -> int:
        """Position of the exposure nearest to a place."""

    def number_at(self, point: QPoint) -> int | None:
        """The drawing under a point."""

    def key_at(self, point: QPoint) -> int | None:
        """The drawing whose key badge is under a point."""

    def scroll_near_edge(self, x: int) -> None:
        """Scroll a little when a place is near an end of the viewport, or beyond it."""

    def mark_target(self, number: int | None) -> None:
        """Show on which drawing something would be dropped."""

    def show_hand(self, shape: Qt.CursorShape | None) -> None:
        """Show another cursor, or the usual one."""

    def give_key(self, source: int, target: int | None) -> None:
        """The key of a drawing was let go over another, or over none."""


class _Gesture(enum.Enum):
    NONE = enum.auto()
    SCRUB = enum.auto()
    SELECT = enum.auto()
    CARRY = enum.auto()


class Gestures:
    """Follows the left button from press to release."""

    def __init__(self, surface: Surface, playhead: Playhead) -> None:
        self._surface = surface
        self._playhead = playhead
        self._gesture = _Gesture.NONE
        self._pressed = QPoint()
        self._key = 0
        self._has_moved = False

    def press(self, point: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """The button went down: on the ruler to scrub, on a card to show or select it."""
        self._pressed, self._has_moved = point, False
        if point.y() < RULER_HEIGHT:
            self._gesture = _Gesture.SCRUB
            self._playhead.move_to(self._surface.nearest_frame(point.x()))
            return
        self._gesture = _Gesture.SELECT
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._playhead.select_up_to(self._surface.nearest_exposure(point.x()))
            return
        key = self._surface.key_at(point)
        if key is not None:
            self._gesture, self._key = _Gesture.CARRY, key
        self._playhead.clear_selection()
        self._playhead.move_to(self._surface.nearest_frame(point.x()))

    def point_out(self, point: QPoint) -> None:
        """A menu is about the card under a point, or about the selection that it belongs to."""
        exposure = self._surface.nearest_exposure(point.x())
        if exposure not in self._playhead.selected:
            self._playhead.clear_selection()
            self._playhead.move_to(self._surface.nearest_frame(point.x()))

    def move(self, point: QPoint) -> None:
        """The mouse is at a point, or beside the strip while the button is down."""
        if self._gesture is _Gesture.NONE:
            on_key = self._surface.key_at(point) is not None
            self._surface.show_hand(Qt.CursorShape.OpenHandCursor if on_key else None)
            return
        far = (point - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        self._has_moved = self._has_moved or far
        if self._gesture is _Gesture.SCRUB:
            self._playhead.move_to(self._surface.nearest_frame(point.x()))
        elif self._gesture is _Gesture.SELECT and self._has_moved:
            self._select_up_to(point)
        elif self._gesture is _Gesture.CARRY and self._has_moved:
            self._surface.show_hand(Qt.CursorShape.ClosedHandCursor)
            self._surface.scroll_near_edge(point.x())
            self._surface.mark_target(self._surface.number_at(point))

    def release(self, point: QPoint) -> None:
        """The button went up."""
        gesture, self._gesture = self._gesture, _Gesture.NONE
        if gesture is _Gesture.CARRY:
            self._surface.mark_target(None)
            self._surface.show_hand(None)
            target = self._surface.number_at(point)
            if self._has_moved and target != self._key:
                self._surface.give_key(self._key, target)

    def _select_up_to(self, point: QPoint) -> None:
        exposure = self._surface.nearest_exposure(point.x())
        # Within the first card a drag is but an unsteady click.
        if self._playhead.selected or exposure != self._playhead.exposure:
            self._playhead.select_up_to(exposure)
