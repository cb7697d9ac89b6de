"""The tour: the whole job on the sample shot, in four steps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Slot
from PySide6.QtWidgets import QWidget

from app.language import tr
from app.ui.habits.tour_card import TourCard


@dataclass(frozen=True)
class TourStep:
    """One card.

    Attributes:
        title: what is done.
        words: how; asked for when the card is shown, so that shortcuts are those of now.
        targets: the part that is spoken of; of several the first that is to be seen.
        button: what goes on.
        act: what going on does, when the user has not done it already.
        is_done: whether that is so; when it becomes so, the tour goes on by itself.
    """

    title: str
    words: Callable[[], str]
    targets: tuple[QWidget, ...]
    button: str = ""
    act: Callable[[], object] | None = None
    is_done: Callable[[], bool] = lambda: False


class Tour(QObject):
    """Shows the steps one after the other."""

    def __init__(self, window: QWidget, steps: Sequence[TourStep]) -> None:
        super().__init__(window)
        self._window = window
        self._steps = tuple(steps)
        self._at = -1
        self._was_done = False
        self.card = TourCard(window)
        self.card.next.clicked.connect(self.go_on)
        self.card.skip.clicked.connect(self.end)
        self.card.closed.connect(self.end)

    @property
    def is_running(self) -> bool:
        """True while a card is shown."""
        return self._at >= 0

    @property
    def step(self) -> TourStep | None:
        """The step on show."""
        return self._steps[self._at] if self.is_running else None

    @Slot()
    def start(self) -> None:
        """Begin, or begin again."""
        if not self.is_running:
            self._window.installEventFilter(self)
        self._show(0)

    @Slot()
    def go_on(self) -> None:
        """Do what the step speaks of, when it does anything, and show the next."""
        step = self.step
        if step is None:
            return
        if step.act is not None and not step.is_done():
            step.act()
            if self.step is step and not step.is_done():
                return
        if self.step is step:
            self._show(self._at + 1)

    @Slot()
    def look(self) -> None:
        """The user did something: go on if it was what the step asked for."""
        step = self.step
        if step is not None and step.is_done() and not self._was_done:
            self._show(self._at + 1)

    @Slot()
    def end(self) -> None:
        """Take the card away."""
        if self.is_running:
            self._at = -1
            self._window.removeEventFilter(self)
            self.card.hide()

    def _show(self, place: int) -> None:
        if place == len(self._steps):
            self.end()
            return
        had_keyboard = not self.is_running or self.card.isAncestorOf(self._window.focusWidget())
        self._at = place
        step = self._steps[place]
        self._was_done = step.is_done()
        button = (
            tr("Next") if step.act is not None and self._was_done else step.button or tr("Next")
        )
        count = len(self._steps)
        self.card.say(
            tr("{place} of {count}", place=place + 1, count=count),
            step.title,
            step.words(),
            button,
            place + 1 == count,
        )
        self._place()
        self.card.show()
        self.card.raise_()
        if had_keyboard:
            self.card.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> None:
        step = self.step
        if step is None:
            return
        target = next((one for one in step.targets if one.isVisible()), None)
        if target is None:
            self.card.point_at(None)
        else:
            self.card.point_at(QRect(target.mapTo(self._window, QPoint(0, 0)), target.size()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay beside the part while the window changes."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._place()
        return False
