"""Gaps in the window: their actions, tools and panel, and what is drawn over the picture."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from app.document.gap_closing import WIDEST_GAP, GapStroke
from app.engine.reviewing import Reason
from app.jobs.loader import Loader
from app.language import tr
from app.ui.controls.actions import Act, Actions
from app.ui.controls.preferences import Preferences
from app.ui.correcting.review import ReviewQueue
from app.ui.desk.rendering import PictureMode
from app.ui.desk.session import Session
from app.ui.gaps.closed_holes import HoleFinder
from app.ui.gaps.drawing import draw_closed, draw_strokes
from app.ui.gaps.gap_editing import GapEditing
from app.ui.gaps.gap_panel import GapPanel
from app.ui.gaps.leak_tool import LeakFinder, LeakTool
from app.ui.gaps.stroke_tool import StrokeTool
from app.ui.view.options import ViewOptions
from app.ui.view.view_area import ViewArea


class GapDesk(QObject):
    """What a colorist does about holes in the lines.

    Attributes:
        editing: changes the gap distance and the strokes.
        finder: looks for leaks.
        panel: where the distance is set.
    """

    def __init__(
        self,
        session: Session,
        view: ViewArea,
        options: ViewOptions,
        actions: Actions,
        review: ReviewQueue,
        preferences: Preferences,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._session, self._view, self._options = session, view, options
        self._actions, self._review = actions, review
        self._loader = Loader(self, most_waiting=2)
        self._holes = HoleFinder(session, self._loader, self._is_view_waiting, self)
        self.editing = GapEditing(session, preferences, self)
        self.finder = LeakFinder(session, self._loader, self.editing, self)
        self.panel = GapPanel(actions, parent)
        self._strokes = StrokeTool(self.editing, self._zoom, self._on_chosen)
        self._leaks = LeakTool(self.finder, self._is_inside, self._zoom)
        self._opener: QWidget | None = None
        view.set_overlay(self._overlay)
        self._connect()
        self._on_chosen(None)
        self._refresh()

    def stop(self) -> None:
        """End the background thread."""
        self._loader.stop()

    def open_panel_over(self, opener: QWidget) -> None:
        """Let the panel open over this widget."""
        self._opener = opener

    def _connect(self) -> None:
        actions, session = self._actions, self._session
        for act, slot in {
            Act.GAP_OPTIONS: self._open_panel,
            Act.GAP_WIDER: self.editing.widen,
            Act.GAP_NARROWER: self.editing.narrow,
            Act.ERASE_GAP_STROKE: self._erase_chosen,
            Act.LEAVE_OPEN: self.finder.leave_chosen,
        }.items():
            actions[act].triggered.connect(slot)
        self._view.hand.offer(actions[Act.GAP_STROKE], self._strokes)
        self._view.hand.offer(actions[Act.FIND_LEAKS], self._leaks)
        actions[Act.GAP_STROKE].toggled.connect(self._on_stroke_tool)
        actions[Act.FIND_LEAKS].toggled.connect(self._on_leak_tool)
        self.panel.gap_chosen.connect(self.editing.set_gap)
        for changed in (
            session.shot_changed,
            session.gaps_changed,
            session.current_changed,
            self._options.changed,
            self._view.picture_shown,
            self._holes.ready,
            self.finder.changed,
        ):
            changed.connect(self._refresh)
        session.current_changed.connect(self._choose_none)
        session.gaps_changed.connect(self._drop_what_is_gone)
        session.left_open_changed.connect(self.finder.look_again)

    @Slot()
    def _refresh(self) -> None:
        """Show the gaps as they are now."""
        shot, actions = self._session.shot, self._actions
        gap = 0 if shot is None else shot.gap
        actions[Act.GAP_OPTIONS].setIconText(tr("Gap {gap} px", gap=gap))
        actions[Act.GAP_WIDER].setEnabled(shot is not None and gap < WIDEST_GAP)
        actions[Act.GAP_NARROWER].setEnabled(gap > 0)
        is_judged = self.finder.leaks is not None and self.finder.chosen is not None
        actions[Act.LEAVE_OPEN].setEnabled(is_judged)
        self.panel.show_gap(gap)
        shows_regions = self._options.mode is PictureMode.REGIONS or self.panel.isVisible()
        holes = self._holes.get() if shows_regions else None
        is_known = holes is not None and not self._view.is_waiting
        self.panel.show_count(holes.count if holes is not None and is_known else None)
        self._view.update()

    def _overlay(self, painter: QPainter, zoom: float) -> None:
        mode = self._options.mode
        if mode is PictureMode.REGIONS and (holes := self._holes.get()) is not None:
            draw_closed(painter, holes.path, zoom)
        if mode in (PictureMode.REGIONS, PictureMode.LINE) or self._view.tool is self._strokes:
            draw_strokes(painter, self.editing.strokes, zoom)

    @Slot()
    def _open_panel(self) -> None:
        self._options.set_mode(PictureMode.REGIONS)
        opener = self._opener or self._view
        self.panel.open_at(opener.mapToGlobal(QPoint(opener.width(), -4)))
        self._refresh()

    # Tools

    @Slot(bool)
    def _on_stroke_tool(self, is_on: bool) -> None:
        if is_on:
            self._session.said.emit(
                tr(
                    "Draw across a hole, with Shift a straight line. Click a stroke and press "
                    "Delete, or Alt-click it, to erase it."
                )
            )
        else:
            self._choose_none()

    @Slot(bool)
    def _on_leak_tool(self, is_on: bool) -> None:
        if not is_on:
            self.finder.forget()
            return
        self._options.set_mode(PictureMode.REGIONS)
        finding = self._review.current
        is_leak = finding is not None and finding.reason is Reason.LEAK
        if finding is not None and is_leak and finding.number == self._session.current:
            self.finder.look(finding.point)
        else:
            self._session.said.emit(tr("Click a region to see where it spills."))

    def _is_view_waiting(self) -> bool:
        return self._view.is_waiting

    def _zoom(self) -> float:
        return self._view.zoom

    def _is_inside(self, x: int, y: int) -> bool:
        return self._view.image is not None and self._view.image.valid(x, y)

    def _on_chosen(self, stroke: GapStroke | None) -> None:
        self._actions[Act.ERASE_GAP_STROKE].setEnabled(stroke is not None)
        self._view.update()

    @Slot()
    def _choose_none(self) -> None:
        self._strokes.choose(None)

    @Slot()
    def _drop_what_is_gone(self) -> None:
        """An undo may have taken the chosen stroke away."""
        if self._strokes.chosen not in self.editing.strokes:
            self._strokes.choose(None)

    @Slot()
    def _erase_chosen(self) -> None:
        stroke = self._strokes.chosen
        if stroke is not None:
            self._strokes.choose(None)
            self.editing.erase(stroke)
