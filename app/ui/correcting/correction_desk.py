"""Painting, correcting and reviewing, tied to their actions and to the view."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Slot

from app.document.color_names import Color, hex_name
from app.engine.reviewing import Finding
from app.jobs.queue import JobQueue
from app.language import tr
from app.ui.controls.actions import Act, Actions
from app.ui.controls.choice_group import ChoiceGroup
from app.ui.controls.preferences import Preferences
from app.ui.correcting.correcting import Correcting, Reach
from app.ui.correcting.paint_tool import PaintTool
from app.ui.correcting.review import ReviewQueue
from app.ui.correcting.review_panel import ReviewPanel
from app.ui.desk.session import Session
from app.ui.view.outline import region_outline
from app.ui.view.view_area import ViewArea

_REACHES = {
    Act.REACH_STRETCH: Reach.STRETCH,
    Act.REACH_RANGE: Reach.RANGE,
    Act.REACH_DRAWING: Reach.DRAWING,
}


class CorrectionDesk(QObject):
    """What a colorist does to a shot that is colored.

    Attributes:
        correcting: gives regions their colors.
        review: what should be looked at.
        panel: the review's panel.
    """

    def __init__(
        self,
        session: Session,
        view: ViewArea,
        actions: Actions,
        queue: JobQueue,
        preferences: Preferences,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._view, self._actions = session, view, actions
        self._preferences = preferences
        self._unpacked: tuple[bytes, NDArray[np.int32]] | None = None
        session.set_doubt_below(preferences.settings.doubt_below / 100)
        self.correcting = Correcting(session, queue, self)
        self.review = ReviewQueue(session, self.correcting, queue, self)
        self.panel = ReviewPanel(
            self.review, actions, self._name_of, preferences.settings.doubt_below
        )
        self._tool = PaintTool(session, self.correcting, self._labels)
        self._connect()

    def _connect(self) -> None:
        actions, review = self._actions, self.review
        for act, slot in {
            Act.NEXT_FINDING: review.go_to_next,
            Act.PREVIOUS_FINDING: review.go_to_previous,
            Act.ACCEPT: review.accept,
            Act.USE_OTHER: review.use_other,
            Act.GIVE_COLOR: review.give_color,
            Act.ACCEPT_DRAWING: self.correcting.accept_drawing,
            Act.TAKE_BACK: self.correcting.take_back,
        }.items():
            actions[act].triggered.connect(slot)
        self._view.hand.offer(actions[Act.PAINT], self._tool)
        actions[Act.PAINT].toggled.connect(self._on_paint)
        reaches = ChoiceGroup(actions, _REACHES, self)
        reaches.check(self.correcting.reach)
        reaches.chosen.connect(self._on_reach)
        review.moved.connect(self._on_moved)
        self.panel.threshold_chosen.connect(self._on_threshold)
        self._session.current_changed.connect(self._show_mark)
        self._session.drawings_changed.connect(self._show_mark)
        self._on_moved(None)

    @Slot(bool)
    def _on_paint(self, paints: bool) -> None:
        if paints:
            self._session.said.emit(
                tr(
                    "Click a region to give it the current color; drag over several, or hold Shift "
                    "and draw around them."
                )
            )

    @Slot(object)
    def _on_reach(self, reach: Reach) -> None:
        self.correcting.reach = reach

    @Slot(int)
    def set_threshold(self, percent: int) -> None:
        """Call regions doubtful that have less than this many percent of confidence."""
        self.panel.set_threshold(percent)

    @Slot(int)
    def _on_threshold(self, percent: int) -> None:
        self._preferences.change(doubt_below=percent)
        self._session.set_doubt_below(percent / 100)

    @Slot(object)
    def _on_moved(self, finding: Finding | None) -> None:
        for act in (Act.ACCEPT, Act.USE_OTHER, Act.GIVE_COLOR):
            self._actions[act].setEnabled(finding is not None)
        if finding is not None:
            self._view.look_at(finding.box)
            name = self._name_of(finding.color)[0]
            self._session.said.emit(
                tr(
                    "Drawing {number}, {name}: {reason}.",
                    number=finding.number,
                    name=name,
                    reason=tr(finding.reason.value),
                )
            )
        self._show_mark()

    @Slot()
    def _show_mark(self) -> None:
        finding = self.review.current
        is_here = finding is not None and finding.number == self._session.current
        # Only then: unpacking regions costs too much for every drawing that is passed.
        labels = self._labels() if is_here else None
        if finding is None or labels is None:
            self._view.mark(None)
        else:
            self._view.mark(region_outline(labels, int(labels[finding.point[1], finding.point[0]])))

    def _labels(self) -> NDArray[np.int32] | None:
        """(H, W) regions of the current drawing; None while it has no coloring."""
        shot = self._session.shot
        coloring = None if shot is None else shot.coloring(self._session.current)
        if coloring is None:
            self._unpacked = None
            return None
        if self._unpacked is None or self._unpacked[0] is not coloring.packed_labels:
            self._unpacked = coloring.packed_labels, coloring.labels()
        return self._unpacked[1]

    def _name_of(self, color: Color) -> tuple[str, Color]:
        paint = self._view.paint_of(color)
        return paint.name or hex_name(color), paint.color
