"""The window's side column: shots, colors and review, each shown when it is needed."""

from __future__ import annotations

from PySide6.QtCore import Slot

from app.language import marked, tr
from app.ui.correcting.review import QueueKind, ReviewQueue
from app.ui.correcting.review_panel import ReviewPanel
from app.ui.shows.shots_panel import ShotsPanel
from app.ui.window.side_column import SideColumn
from app.ui.window.side_panel import SidePanel


class DeskColumn(SideColumn):
    """Begins with the colors; shots have a tab once there are several."""

    def __init__(
        self, shots: ShotsPanel, colors: SidePanel, panel: ReviewPanel, review: ReviewQueue
    ) -> None:
        super().__init__(
            {marked("Shots"): shots, marked("Colors"): colors, marked("Review"): panel}
        )
        self._shots, self._panel, self._review = shots, panel, review
        self.show_panel(colors)
        self.offer(shots, False)
        shots.counted.connect(self._count_shots)
        review.changed.connect(self._count_doubts)
        review.moved.connect(self._on_finding)

    @Slot(int)
    def _count_shots(self, count: int) -> None:
        self.offer(self._shots, count > 0)

    @Slot()
    def _count_doubts(self) -> None:
        count, _ = self._review.counts(QueueKind.DOUBTS)
        title = tr("Review · {count}", count=count) if count else tr("Review")
        self.name_panel(self._panel, title)

    @Slot(object)
    def _on_finding(self, finding: object) -> None:
        if finding is not None:
            self.show_panel(self._panel)
