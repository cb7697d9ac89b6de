"""What is on the desk: a show, one shot of it, the drawing at the playhead, and the undo stack."""

from __future__ import annotations

from collections.abc import Callable
from weakref import WeakKeyDictionary, ref

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from app.document.color_names import Color
from app.document.shot import Shot, ShotChange
from app.document.show import Show, ShowChange
from app.ui.desk.playhead import Playhead
from app.ui.desk.shot_colors import ShotColors


class Desk(QObject):
    """One window's show, the shot and drawing on the desk, and the undo stack.

    There is one stack for the whole show, as some changes concern several of its shots. Undo and
    redo never act behind the user's back: they bring the shot that changes onto the desk.

    Attributes:
        undo_stack: all changes of the open show; cleared with it.
        colors: the palette of the shot on the desk, and where its colors are used.
        playhead: the current frame and the selection.

    Signals:
        show_opened(): another show is open.
        show_changed(): shots came or went, or something in any of them changed.
        shot_changed(): another shot is on the desk, or none, or its files are other ones.
        current_changed(int): another drawing number is current, or an empty frame is.
        keys_changed(frozenset): keys of these drawing numbers changed.
        drawings_changed(frozenset): these drawings look different or changed state.
        gaps_changed(): holes in lines are closed otherwise, in all drawings or in some.
        left_open_changed(): other passages are left as drawn.
        current_color_changed(object): another source color is chosen, or None.
        files_changed(): files of the shot on the desk are other ones now.
        said(str): something for the status line.
    """

    show_opened = Signal()
    show_changed = Signal()
    shot_changed = Signal()
    current_changed = Signal(int)
    keys_changed = Signal(object)
    drawings_changed = Signal(object)
    gaps_changed = Signal()
    left_open_changed = Signal()
    current_color_changed = Signal(object)
    files_changed = Signal()
    said = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.playhead = Playhead(self)
        self.playhead.moved.connect(self._on_moved)
        self.colors = ShotColors(self)
        self.colors.repainted.connect(self.drawings_changed)
        self.colors.current_changed.connect(self.current_color_changed)
        self._show = Show()
        self._ear, self._shot_ear = _weak_ears(self)
        self._show.subscribe(self._ear)
        self._shot: Shot | None = None
        self._current = 0
        self._named: int | None = None
        self._left_at: WeakKeyDictionary[Shot, int] = WeakKeyDictionary()
        self._listed: tuple[Shot, ...] = ()
        self._touched: list[Shot] = []

    # Shows and shots

    @property
    def show(self) -> Show:
        """The open show; empty at first."""
        return self._show

    @property
    def shot(self) -> Shot | None:
        """The shot on the desk, or None while the show has none."""
        return self._shot

    def open(self, shot: Shot) -> None:
        """Open an untitled show with one shot, from its first frame with a drawing."""
        self.open_show(Show(None, [shot]))

    def open_show(self, show: Show) -> None:
        """Open another show, from its first shot."""
        self._show.unsubscribe(self._ear)
        self.undo_stack.clear()
        self._show, self._listed = show, show.shots
        show.subscribe(self._ear)
        self._put_on_desk(show.shots[0] if show.shots else None)
        self.show_opened.emit()
        self.show_changed.emit()

    def show_shot(self, shot: Shot) -> None:
        """Put a shot of the show on the desk, with the drawing that was last current in it."""
        if shot is not self._shot:
            self._put_on_desk(shot)
            self.show_changed.emit()

    @Slot()
    def go_to_previous_shot(self) -> None:
        """Put the shot before on the desk, if there is one."""
        self._step_shot(-1)

    @Slot()
    def go_to_next_shot(self) -> None:
        """Put the shot after on the desk, if there is one."""
        self._step_shot(1)

    def _step_shot(self, by: int) -> None:
        shots = self._show.shots
        if self._shot is not None:
            place = shots.index(self._shot) + by
            self.show_shot(shots[max(0, min(place, len(shots) - 1))])

    def _put_on_desk(self, shot: Shot | None) -> None:
        if self._shot is not None:
            self._left_at[self._shot] = self._current
            self._shot.unsubscribe(self._shot_ear)
        self._shot = shot
        self.playhead.open(shot, None if shot is None else self._left_at.get(shot))
        self._current = self.playhead.number or 0
        self._named = self.playhead.named
        self.colors.open(shot)
        if shot is not None:
            shot.subscribe(self._shot_ear)
        self.shot_changed.emit()
        if shot is not None:
            self.current_changed.emit(self._current)

    def close(self) -> None:
        """Forget all changes; for the end of the window.

        Qt and Python both hold the commands. When a session that still has some is collected as
        garbage, either may free them first, and the other one crashes.
        """
        self.undo_stack.clear()

    @Slot()
    def undo(self) -> None:
        """Take the last change back, and show where it was."""
        self._touched.clear()
        self.undo_stack.undo()
        self._show_touched()

    @Slot()
    def redo(self) -> None:
        """Do the last undone change again, and show where it is."""
        self._touched.clear()
        self.undo_stack.redo()
        self._show_touched()

    def _show_touched(self) -> None:
        there = [shot for shot in self._touched if shot in self._show.shots]
        if there and self._shot not in there:
            self.show_shot(there[0])

    # Drawings of the shot on the desk

    @property
    def current(self) -> int:
        """Number of the current drawing; meaningless without a shot.

        On an empty frame it is the drawing that was current before.
        """
        return self._current

    @property
    def is_blank(self) -> bool:
        """True while the current frame holds no drawing of the shot."""
        return self.playhead.number is None

    @property
    def current_color(self) -> Color | None:
        """The source color to paint with, or None while none is chosen."""
        return self.colors.current

    def choose_color(self, color: Color | None) -> None:
        """Choose the color to paint with."""
        self.colors.choose(color)

    def go_to(self, number: int) -> None:
        """Make a drawing current; KeyError when the shot has none of this number."""
        assert self._shot is not None
        self._shot.drawing(number)
        self.playhead.move_to_drawing(number)

    @Slot()
    def _on_moved(self) -> None:
        playhead = self.playhead
        if playhead.named != self._named:
            self._named = playhead.named
            self._current = self._current if playhead.number is None else playhead.number
            self.current_changed.emit(self._current)

    # What the document tells

    def _on_show_change(self, change: ShowChange) -> None:
        if change.shot is not None:
            if change.shot not in self._touched:
                self._touched.append(change.shot)
        elif change.shots:
            self._on_other_shots()
        self.show_changed.emit()

    def _on_other_shots(self) -> None:
        before, self._listed = self._listed, self._show.shots
        self._touched += [shot for shot in self._listed if shot not in before]
        if self._shot in self._listed:
            return
        # The neighbor of the one that went comes onto the desk.
        place = before.index(self._shot) if self._shot in before else 0
        self._put_on_desk(self._listed[min(place, len(self._listed) - 1)] if self._listed else None)

    def _on_change(self, change: ShotChange) -> None:
        shot = self._shot
        assert shot is not None
        self.colors.take(change)
        if change.files:
            self._put_on_desk(shot)
        if change.timesheet:
            self.playhead.take_sheet()
        if change.keys:
            self.keys_changed.emit(change.keys)
            # Other drawings become stale, or are so no more.
            self.drawings_changed.emit(frozenset(shot.colorings) | change.keys)
        if change.left_open:
            self.left_open_changed.emit()
        if change.gap or change.gap_strokes:
            self.gaps_changed.emit()
            # What follows from a key follows from its regions.
            concerns_all = change.gap or change.gap_strokes & shot.keys.keys()
            concerned = frozenset(shot.colorings) if concerns_all else frozenset()
            self.drawings_changed.emit(concerned | change.gap_strokes)
        if changed := change.colorings | change.corrections | change.origins:
            self.drawings_changed.emit(changed)


def _weak_ears(
    desk: Desk,
) -> tuple[Callable[[ShowChange], None], Callable[[ShotChange], None]]:
    """Hear a show, and the shot on the desk, without keeping the desk alive.

    A Qt object in a circle of references is destroyed whenever garbage happens to be collected.
    """
    reference = ref(desk)

    def hear_show(change: ShowChange) -> None:
        if (alive := reference()) is not None:
            alive._on_show_change(change)

    def hear_shot(change: ShotChange) -> None:
        if (alive := reference()) is not None:
            alive._on_change(change)

    return hear_show, hear_shot
