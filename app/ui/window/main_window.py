"""The window: puts the parts together and connects them; each part does its own work."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import (
    QMainWindow,
)

from app.document.color_names import Color
from app.document.palette import identity
from app.engine.coloring import color_shot
from app.engine.finetuning import fine_tune
from app.jobs.queue import JobQueue
from app.paths import settings_path
from app.ui.coloring.colorizing import Colorizing, ColorShot
from app.ui.controls.actions import Act, Actions
from app.ui.controls.dropped_files import dropped_paths
from app.ui.controls.file_choice import DialogFileChooser, FileChooser
from app.ui.controls.preferences import Preferences
from app.ui.correcting.correction_desk import CorrectionDesk
from app.ui.desk.color_words import color_words
from app.ui.desk.player import Player
from app.ui.desk.session import Session
from app.ui.exporting.export_dialog import ExportDialog
from app.ui.footage.footage_desk import FootageDesk
from app.ui.gaps.gap_desk import GapDesk
from app.ui.habits.habits import Habits
from app.ui.habits.menus import TIMELINE_MENU, fill_menu_bar
from app.ui.habits.tour_steps import tour_steps
from app.ui.habits.trace_choice import TraceChoice
from app.ui.keys.key_marking import KeyMarking
from app.ui.learning.tuning_desk import TuningDesk
from app.ui.learning.tuning_work import FineTune
from app.ui.messages.bottom_bar import BottomBar
from app.ui.messages.notices import Notices
from app.ui.palette.palette_desk import PaletteDesk
from app.ui.shows.recent_menu import RecentMenu
from app.ui.shows.shots_panel import ShotsPanel
from app.ui.shows.show_desk import ShowDesk
from app.ui.timeline.strip import TimelineStrip
from app.ui.timeline.timing import Timing
from app.ui.timeline.transport import TransportBar
from app.ui.view.options import ViewOptions
from app.ui.view.pictures import Pictures
from app.ui.view.pixel_facts import Paint
from app.ui.view.view_area import ViewArea
from app.ui.view.view_bar import ViewBar
from app.ui.window.action_state import ActionState
from app.ui.window.arrivals import Arrivals
from app.ui.window.closing import Closing
from app.ui.window.desk_column import DeskColumn
from app.ui.window.empty_state import EmptyState
from app.ui.window.header import Header
from app.ui.window.run_telling import RunTelling
from app.ui.window.side_panel import SidePanel
from app.ui.window.window_body import ShotParts, WindowBody
from app.ui.window.window_state import remember_window, restore_window
from app.ui.window.window_title import WindowTitle


class MainWindow(QMainWindow):
    """Shiage's window.

    Attributes:
        session: the open show and the shot on the desk.
        shows: opens, saves, recovers.
        actions_: everything it can do.
        preferences: the user's settings.
        player: plays the shot.
        coloring: the runs over it.
        footage: imports what is finished.
        palette_editing: edits its colors.
        palette_dialogs: asks for colors and palettes.
        view_options: how drawings are looked at.
        gaps: what is done about holes in the lines.
        learning: what is done to have the networks learn.
        habits: shortcuts, theme, preferences and help.
        closing: the end of it.
        empty, view, view_bar, timeline, shots, side, notices, bottom: its parts.
    """

    def __init__(
        self,
        chooser: FileChooser | None = None,
        engine: ColorShot = color_shot,
        tune: FineTune = fine_tune,
    ) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self._chooser = chooser or DialogFileChooser(self)
        self.preferences = Preferences(settings_path())
        self.session = Session(self)
        self.actions_ = Actions(self)
        self.notices = Notices()
        self._queue = JobQueue(self)
        self._pictures = Pictures(self.session, self)
        self.player = Player(self.session, self)
        self.player.set_fps(self.preferences.settings.fps)
        self._timing = Timing(self.session, self.actions_, self)
        self._keys = KeyMarking(self.session, self.notices, self._chooser, self)
        self.shows = ShowDesk(
            self.session, self._keys, self.notices, self._chooser, self.preferences, self
        )
        self.footage = FootageDesk(
            self.session, self.shows.saving, self._queue, self._chooser, self
        )
        self.coloring = Colorizing(self.session, self._queue, self.preferences, self, engine)
        self._build_parts()
        self._title = WindowTitle(self, self.session, self.shows.saving)
        self._arrivals = Arrivals(self.session, self.shows, self._keys, self)
        self.learning = TuningDesk(
            self.session,
            self._queue,
            self.preferences,
            self.coloring,
            self.shows.saving,
            self.notices,
            self._chooser,
            self.actions_,
            self.bottom,
            tune,
            self,
        )
        self.footage.closed.connect(self.learning.update_actions)
        self._runs = RunTelling(self.coloring, self.learning, self.bottom, self.notices, self)
        workers = (self.desk.review, self._pictures, self.view, self.gaps, self._palette)
        self.closing = Closing(
            self.session,
            self._queue,
            self.learning.tuning,
            self.shows,
            workers,
            self.close,
            self,
        )
        self._recent = RecentMenu(self.shows, self)
        fill_menu_bar(self.menuBar(), self.actions_, self._recent)
        self._build_habits()
        self._connect_actions()
        self._connect_parts()
        self._action_state = ActionState(
            self.actions_, self.session, self.coloring, self.learning, self
        )
        restore_window(self, self._side_column)

    def open(self, folder: Path, keys: Mapping[int, Path] | None = None) -> bool:
        """Open a show, or a shot folder with keys that are known; False when it is neither."""
        return self.shows.open(folder, keys)

    def _build_parts(self) -> None:
        session, pictures, actions = self.session, self._pictures, self.actions_
        self._header = Header(session, actions)
        self.view_options = ViewOptions(actions, self.preferences, self)
        TraceChoice(session, actions[Act.PAINT_TRACES], self.preferences, self)
        self.view = ViewArea(session, pictures, actions, self.view_options)
        self.view.paint_of = self._paint_of
        self.view_bar = ViewBar(actions, self.view_options)
        self.empty = EmptyState(actions)
        self.empty.show_recent(self.shows.recent)
        self._palette = PaletteDesk(session, self.view, actions, self.notices, self._chooser, self)
        self.palette_editing, self.palette_dialogs = self._palette.editing, self._palette.dialogs
        self.side = SidePanel(session, pictures, actions, self.palette_editing)
        self.desk = CorrectionDesk(session, self.view, actions, self._queue, self.preferences, self)
        self.gaps = GapDesk(
            session,
            self.view,
            self.view_options,
            actions,
            self.desk.review,
            self.preferences,
            self,
        )
        self.gaps.open_panel_over(self.view_bar.gap)
        self.shots = ShotsPanel(session, actions)
        self._side_column = DeskColumn(self.shots, self.side, self.desk.panel, self.desk.review)
        self._transport = TransportBar(session, self.player, actions)
        self.timeline = TimelineStrip(session, pictures)
        self.timeline.addActions([actions[act] for act in TIMELINE_MENU])
        self.bottom = BottomBar(session, actions)
        parts = ShotParts(
            self._header,
            self.view,
            self.view_bar,
            self._side_column,
            self._transport,
            self.timeline,
        )
        self._body = WindowBody(session, parts, self.empty, self.notices, self.bottom)
        self.setCentralWidget(self._body)

    def _build_habits(self) -> None:
        parts = (self.view, self._side_column, self.timeline)
        steps = tour_steps(
            self.session,
            self.actions_,
            is_coloring=lambda: self.coloring.is_running,
            opening=(self.empty.sample, self._header.open),
            timeline=self.timeline,
            colorize=self._header.colorize,
            review=self._side_column,
        )
        # Qt tells a status bar what is under the mouse; ours is the bottom bar.
        self.statusBar().hide()
        self.statusBar().messageChanged.connect(self.bottom.explain)
        self.habits = Habits(self, self.actions_, self.preferences, parts, steps)

    def _connect_actions(self) -> None:
        for act, slot in {
            Act.EXPORT: self._export,
            Act.IMPORT_FOOTAGE: self.footage.open,
            Act.QUIT: self.close,
            Act.TOGGLE_KEY: self._keys.toggle_current,
            Act.ADD_KEYS: self._keys.choose,
            Act.KEY_TO_PREVIOUS: self._keys.move_to_previous,
            Act.KEY_TO_NEXT: self._keys.move_to_next,
            Act.SELECT_ALL: self.session.playhead.select_all,
            Act.SELECT_NONE: self.session.playhead.clear_selection,
            Act.SELECT_PREVIOUS: self.session.playhead.select_previous,
            Act.SELECT_NEXT: self.session.playhead.select_next,
            Act.COLORIZE: self.coloring.colorize,
            Act.COLORIZE_SELECTION: self.coloring.colorize_selection,
            Act.COLORIZE_ALL: self.coloring.colorize_all,
            Act.CANCEL: self.coloring.cancel,
        }.items():
            self.actions_[act].triggered.connect(slot)
        self.shows.connect_actions(self.actions_)

        self.actions_[Act.BLEND].setChecked(self.preferences.settings.mode == "soft")
        self.actions_[Act.BLEND].toggled.connect(self._on_blend)
        self.actions_[Act.BORROW_KEYS].setChecked(self.preferences.settings.borrows_keys)
        self.actions_[Act.BORROW_KEYS].toggled.connect(self._on_borrow)

    def _connect_parts(self) -> None:
        self.empty.files_dropped.connect(self._arrivals.take)
        self.view.files_dropped.connect(self._arrivals.take)
        self.timeline.files_dropped.connect(self._arrivals.take)
        self.timeline.key_moved.connect(self._keys.move)
        self.view.picture_shown.connect(self.player.note_shown)
        self._transport.fps_chosen.connect(self._on_fps_chosen)
        self.side.keys.removal_asked.connect(self._on_removal_asked)
        self.view.zoom_changed.connect(self.view_bar.show_zoom)
        self.view.facts_changed.connect(self.view_bar.readout.show_facts)
        self.player.playing_changed.connect(self.view.set_playing)
        self.empty.recent_chosen.connect(self.open)
        self.shows.recent_changed.connect(self._show_recent)
        session = self.session
        session.shot_changed.connect(self._body.follow)
        tour, habits = self.habits.tour, self.habits
        for signal in (session.shot_changed, session.keys_changed, self.coloring.started):
            signal.connect(tour.look)
        habits.doubt_chosen.connect(self.desk.set_threshold)
        habits.fps_chosen.connect(self._on_fps_chosen)

    def _paint_of(self, color: Color) -> Paint:
        entry = self.session.colors.palette.get(identity(color))
        return Paint(color) if entry is None else Paint(entry.painted, color_words(entry.name))

    @Slot(bool)
    def _on_blend(self, blends: bool) -> None:
        self.preferences.change(mode="soft" if blends else "flat")

    @Slot(bool)
    def _on_borrow(self, borrows: bool) -> None:
        self.preferences.change(borrows_keys=borrows)
        self._action_state.follow()

    def changeEvent(self, event: QEvent) -> None:
        """Coming back from another program is when files have changed."""
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.shows.disk.look()
        super().changeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files anywhere; the parts that know better take them first."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Files beside the view are meant for the view."""
        self._arrivals.take(dropped_paths(event.mimeData()))

    @Slot(int)
    def _on_removal_asked(self, number: int) -> None:
        self._keys.remove([number])

    @Slot()
    def _show_recent(self) -> None:
        self.empty.show_recent(self.shows.recent)

    @Slot(int)
    def _on_fps_chosen(self, fps: int) -> None:
        self.player.set_fps(fps)
        self.preferences.change(fps=fps)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, while no run is there to be cancelled, ends the tour or takes the selection away."""
        if event.key() == Qt.Key.Key_Escape and self.habits.tour.is_running:
            self.habits.tour.end()
        elif event.key() == Qt.Key.Key_Escape:
            self.session.playhead.clear_selection()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _export(self) -> None:
        if self.session.shot is not None:
            self.player.stop()
            dialog = ExportDialog(self.session, self._queue, self._chooser, self.preferences, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close at once, or as soon as it may be."""
        self.player.stop()
        if not self.closing.may_close():
            event.ignore()
            return
        remember_window(self, self._side_column)
        self.palette_dialogs.close()
        self.closing.finish()
        super().closeEvent(event)

    @Slot()
    def stop_work(self) -> None:
        """Stop every thread and wait for it; for a program that ends without closing its window."""
        self.closing.stop_work()
