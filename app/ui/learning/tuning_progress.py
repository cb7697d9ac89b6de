"""A fine-tuning in the bottom bar, whether its dialog is open or not."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Slot

from app.language import tr
from app.ui.controls.actions import Act
from app.ui.learning.finetuning import FineTuning, Stage
from app.ui.learning.lesson import Lesson
from app.ui.learning.tuning_words import left_words
from app.ui.messages.bottom_bar import BottomBar

_TICK_MS = 1000


class TuningProgress(QObject):
    """Tells once a second how far the run is; a run over corrections can be cancelled there."""

    def __init__(
        self, tuning: FineTuning, lesson: Lesson, bottom: BottomBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tuning, self._lesson, self._bottom = tuning, lesson, bottom
        self._shows = False
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._show)
        tuning.changed.connect(self._on_changed)

    @Slot()
    def _on_changed(self) -> None:
        stage = self._tuning.stage
        if stage is Stage.LEARNING and not self._shows:
            self._shows = True
            act = Act.CANCEL if self._lesson.is_running else Act.FINE_TUNE
            self._bottom.begin("", act)
            self._tick.start()
        elif stage in (Stage.OVER, Stage.NONE) and self._shows:
            self._shows = False
            self._tick.stop()
            self._bottom.end()
        if self._shows:
            self._show()

    @Slot()
    def _show(self) -> None:
        tuning = self._tuning
        what = tr("Learning from the corrections") if self._lesson.is_running else tr("Fine-tuning")
        state = left_words(tuning)
        if tuning.is_paused or tuning.stage is Stage.STOPPING:
            state = tuning.what
        self._bottom.show_share(" · ".join(filter(None, (what, state))), tuning.share)
