"""How a coloring run is told in the window: progress at the bottom, failures as notices."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from app.jobs.job import Job
from app.language import tr
from app.ui.coloring.colorizing import Colorizing
from app.ui.learning.tuning_desk import TuningDesk
from app.ui.messages.bottom_bar import BottomBar
from app.ui.messages.notices import NoticeKind, Notices


class RunTelling(QObject):
    """Follows the runs."""

    def __init__(
        self,
        coloring: Colorizing,
        learning: TuningDesk,
        bottom: BottomBar,
        notices: Notices,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._learning, self._bottom, self._notices = learning, bottom, notices
        coloring.started.connect(self._on_started)
        coloring.ended.connect(self._on_ended)
        coloring.failed.connect(self._on_failed)

    @Slot(object)
    def _on_started(self, job: Job) -> None:
        self._notices.dismiss(NoticeKind.ERROR)
        self._bottom.say("")
        self._bottom.begin(tr("Loading the networks"))
        job.progressed.connect(self._bottom.show_step)

    @Slot()
    def _on_ended(self) -> None:
        if not self._learning.tuning.is_running:  # then the bar is its
            self._bottom.end()

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        choices = self._learning.choices_about(sentence)
        self._notices.show_notice(NoticeKind.ERROR, sentence, choices)
