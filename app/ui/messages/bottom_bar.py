"""The bottom bar: what just happened, how far the shot is, progress and Cancel."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from app.engine.task import Step
from app.language import marked, tr
from app.ui.controls.actions import Act, Actions
from app.ui.controls.widgets import ElidedLabel, label, push_button
from app.ui.desk.session import Session
from app.ui.desk.states import DrawingState
from app.ui.messages.sentences import told

# The first units carry the loading of the networks; a guess from them would be far off.
_UNITS_BEFORE_GUESS = 2


class BottomBar(QFrame):
    """Message, counts, and while a job runs its progress."""

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bottomBar")
        self.setFixedHeight(36)
        self._session = session
        self._message = ElidedLabel("dim")
        self._said = ""
        self._what = label("", "dim")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(220)
        self._buttons = {act: push_button(actions[act]) for act in (Act.CANCEL, Act.FINE_TUNE)}
        self._counts = label("", "statusCounts")
        self._began = 0.0
        self._first: tuple[int, float] | None = None
        self._states: dict[int, DrawingState] = {}
        self._lay_out()
        self._show_progress_widgets(False)
        session.said.connect(self.say)
        session.shot_changed.connect(self._count_all)
        session.drawings_changed.connect(self._count_changed)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 12, 0)
        layout.setSpacing(12)
        layout.addWidget(self._message, 1)
        for widget in (self._what, self._bar, *self._buttons.values(), self._counts):
            layout.addWidget(widget)

    @property
    def message(self) -> str:
        """The words on the left."""
        return self._message.text()

    @Slot(str)
    def say(self, text: str) -> None:
        """Show a message; it stays until the next."""
        self._said = text
        self._message.setText(text)
        self._message.setToolTip(text)

    @Slot(str)
    def explain(self, tip: str) -> None:
        """Show a tip over the message; "" brings the message back."""
        self._message.setText(tip or self._said)

    def begin(self, what: str, act: Act = Act.CANCEL) -> None:
        """Show progress of a job that has not said anything yet.

        Args:
            what: what is being done.
            act: what the button beside the bar does, `CANCEL` or `FINE_TUNE`.
        """
        self._first = None
        self._bar.setRange(0, 0)
        self._what.setText(what)
        self._show_progress_widgets(True, act)

    @Slot(object)
    def show_step(self, step: Step[Any]) -> None:
        """Show how far a job is."""
        self._bar.setRange(0, step.total)
        self._bar.setValue(step.done)
        self._what.setText(told(step.what) + self._place_and_guess(step))

    def show_share(self, what: str, share: float) -> None:
        """Show how far a job is that cannot be counted in drawings: 0..1 of it."""
        self._bar.setRange(0, 1000)
        self._bar.setValue(round(1000 * share))
        self._what.setText(what)

    def end(self) -> None:
        """Take the progress away."""
        self._show_progress_widgets(False)

    def _place_and_guess(self, step: Step[Any]) -> str:
        if not step.total:
            return ""
        place = tr(" · {done} of {total}", done=step.done, total=step.total)
        now = time.monotonic()
        if self._first is None:
            self._first = (step.done, now)
        done = step.done - self._first[0]
        if done < _UNITS_BEFORE_GUESS or step.done == step.total:
            return place
        seconds = (now - self._first[1]) / done * (step.total - step.done)
        return tr("{place} · {seconds} left", place=place, seconds=_duration(seconds))

    def _show_progress_widgets(self, shown: bool, act: Act = Act.CANCEL) -> None:
        for widget in (self._what, self._bar):
            widget.setVisible(shown)
        for one, button in self._buttons.items():
            button.setVisible(shown and one is act)

    @Slot()
    def _count_all(self) -> None:
        shot = self._session.shot
        self._states = {}
        self._count_changed(drawing.number for drawing in (shot.drawings if shot else ()))

    @Slot(object)
    def _count_changed(self, numbers: Iterable[int]) -> None:
        """Count anew what changed and nothing else: a run tells of each drawing by itself."""
        shot = self._session.shot
        if shot is None:
            self._counts.setText("")
            return
        self._states.update((number, self._session.state(number)) for number in numbers)
        counts = Counter(self._states.values())
        colored = len(shot.colorings)
        words = (
            [tr("{colored} of {count} colored", colored=colored, count=len(shot.drawings))]
            if colored
            else []
        )
        for state, words_of in (
            (DrawingState.DOUBTFUL, marked("{count} doubtful")),
            (DrawingState.STALE, marked("{count} stale")),
            (DrawingState.FAILED, marked("{count} failed")),
        ):
            if count := counts[state]:
                words.append(tr(words_of, count=count))
        self._counts.setText(" · ".join(words))


def _duration(seconds: float) -> str:
    whole = max(1, round(seconds))
    if whole < 90:
        return tr("{seconds} s", seconds=whole)
    return tr("{minutes} min", minutes=round(whole / 60))
