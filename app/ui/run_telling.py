"""How a coloring run is told in the window: progress at the bottom, failures as notices."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from app.jobs.job import Job
from app.language import tr
from app.ui.bottom_bar import BottomBar
from app.ui.colorizing import Colorizing
from app.ui.notices import NoticeKind, Notices


class RunTelling(QObject):
    """Follows the runs."""

    def __init__(
        self, coloring: Colorizing, bottom: BottomBar, notices: Notices, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bottom, self._notices = bottom, notices
        coloring.started.connect(self._on_started)
        coloring.ended.connect(bottom.end)
        coloring.failed.connect(self._on_failed)

    @Slot(object)
    def _on_started(self, job: Job) -> None:
        self._notices.dismiss(NoticeKind.ERROR)
        self._bottom.say("")
        self._bottom.begin(tr("Loading the networks"))
        job.progressed.connect(self._bottom.show_step)

    @Slot(str)
    def _on_failed(self, sentence: str) -> None:
        self._notices.show_notice(NoticeKind.ERROR, sentence)
