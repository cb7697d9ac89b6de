"""A fine-tuning while it goes on, and when it is over: progress, curve, a drawing to look at."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.language import tr
from app.ui.controls.widgets import ElidedLabel, explain, label
from app.ui.learning.finetune_plot import TuningPlot
from app.ui.learning.finetune_preview import TuningPreview
from app.ui.learning.finetuning import FineTuning, Stage
from app.ui.learning.tuning_words import clock_words, end_words, left_words
from app.ui.look.icons import IconMark

_MOST_PROBLEMS = 3
# Seconds go on while a long step is being done.
_TICK_MS = 500


class TuningRun(QWidget):
    """Only a view: it shows the state of the run and changes nothing.

    Attributes:
        plot, preview: the curve and the drawing.
        now, truth: what of the drawing stands on the right.
        result: what came of it.
        what, times: what is being done, and how long it has been and will be.
    """

    def __init__(self, tuning: FineTuning, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tuning = tuning
        self.what, self.times = ElidedLabel(), label("", "dim")
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Progress"))
        self.plot, self.preview = TuningPlot(), TuningPreview()
        self.now, self.truth = _toggle(tr("Painted now")), _toggle(tr("Truth"))
        explain(self.now, tr("Compare with the drawing as it is painted now"))
        explain(self.truth, tr("Compare with the drawing as it should be"))
        self._sides = QButtonGroup(self)
        self.result, self._verdict = label("", "", wraps=True), QFrame()
        self._won = IconMark("check-circle-outline", "good", 22)
        self._kept = IconMark("information-outline", "dim", 22)
        self._problems = label("", "dim", wraps=True)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._show_progress)
        self._lay_out()
        self.truth.toggled.connect(self.preview.show_truth)
        tuning.changed.connect(self.refresh)
        tuning.progressed.connect(self._show_progress)
        tuning.measured.connect(self._show_points)
        tuning.pictured.connect(self._show_pictures)
        self.refresh()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.what, 1)
        head.addWidget(self.times)
        titles = QHBoxLayout()
        titles.setSpacing(16)
        names = label(tr("DRAWINGS THAT ARE NOT LEARNED FROM"), "panelTitle")
        titles.addWidget(names, 1)
        titles.addWidget(self._side_row())
        pictures = QHBoxLayout()
        pictures.setSpacing(16)
        pictures.addWidget(self.plot, 1)
        pictures.addWidget(self.preview, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._result_row())
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addSpacing(8)
        column.addLayout(titles)
        column.addLayout(pictures, 1)
        column.addWidget(self._problems)

    def _result_row(self) -> QWidget:
        """What came of it, with a mark that tells at a glance whether it won."""
        self._verdict.setObjectName("keyEditor")
        row = QHBoxLayout(self._verdict)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(12)
        for mark in (self._won, self._kept):
            row.addWidget(mark)
        row.addWidget(self.result, 1)
        return self._verdict

    def _side_row(self) -> QWidget:
        frame = QFrame()
        frame.setObjectName("modes")
        row = QHBoxLayout(frame)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        for button in (self.now, self.truth):
            self._sides.addButton(button)
            row.addWidget(button)
        self.now.setChecked(True)
        return frame

    def showEvent(self, event: QShowEvent) -> None:
        """Let the clock go."""
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees the clock."""
        self._tick.stop()

    @Slot()
    def refresh(self) -> None:
        """Show the run as it is."""
        tuning = self._tuning
        is_over = tuning.stage in (Stage.OVER, Stage.NONE)
        self._bar.setVisible(not is_over)
        self.what.setVisible(not is_over)
        self.times.setVisible(not is_over)
        self._verdict.setVisible(is_over)
        has_won = tuning.record is not None and tuning.record.has_won
        self._won.setVisible(has_won)
        self._kept.setVisible(not has_won)
        self.result.setText(end_words(tuning) if is_over else "")
        left_out = tuning.problems[:_MOST_PROBLEMS]
        self._problems.setText("\n".join(f"•  {sentence}" for sentence in left_out))
        self._problems.setVisible(bool(left_out))
        if is_over or not self.isVisible():
            self._tick.stop()
        elif not self._tick.isActive():
            self._tick.start()
        self._show_progress()
        self._show_points()
        self._show_pictures()

    @Slot()
    def _show_progress(self) -> None:
        tuning = self._tuning
        self.what.setText(tuning.what)
        self._bar.setValue(round(1000 * tuning.share))
        words = [clock_words(tuning.seconds), left_words(tuning)]
        is_learning = tuning.stage is Stage.LEARNING
        self.times.setText(" · ".join(filter(None, words if is_learning else words[:1])))

    @Slot()
    def _show_points(self) -> None:
        plan = self._tuning.plan
        is_over = self._tuning.stage is Stage.OVER
        minutes = None if plan is None or is_over else plan.minutes
        self.plot.show_points(self._tuning.points, minutes)

    @Slot()
    def _show_pictures(self) -> None:
        self.preview.show_pictures(self._tuning.pictures)


def _toggle(words: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setCheckable(True)
    return button
