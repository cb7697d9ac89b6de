"""The open shot as the window sees it: what is shown, what changed, what can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoStack

from app.document.color_names import Color
from app.document.regions import ColoredDrawing
from app.document.shot import Shot, ShotChange
from app.ui.doubt import DOUBT_BELOW, doubtful_regions
from app.ui.playhead import Playhead
from app.ui.rendering import PictureSource
from app.ui.shot_colors import ShotColors
from app.ui.states import DrawingState, KeySignature, key_signature


class Session(QObject):
    """One window's shot, current drawing and undo stack.

    Attributes:
        undo_stack: all changes of the open shot; cleared with it.
        colors: the palette of the open shot, and where its colors are used.
        playhead: the current frame and the selection.

    Signals:
        shot_changed(): another shot is open.
        current_changed(int): another drawing number is current, or an empty frame is.
        keys_changed(frozenset): keys of these drawing numbers changed.
        drawings_changed(frozenset): these drawings look different or changed state.
        current_color_changed(object): another source color is chosen, or None.
        said(str): something for the status line.
    """

    shot_changed = Signal()
    current_changed = Signal(int)
    keys_changed = Signal(object)
    drawings_changed = Signal(object)
    current_color_changed = Signal(object)
    said = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.playhead = Playhead(self)
        self.playhead.moved.connect(self._on_moved)
        self.colors = ShotColors(self)
        self.colors.repainted.connect(self.drawings_changed)
        self.colors.current_changed.connect(self.current_color_changed)
        self._shot: Shot | None = None
        self._current = 0
        self._named: int | None = None
        self._failures: dict[int, str] = {}
        self._signature: KeySignature = frozenset()
        self._made_with: WeakKeyDictionary[ColoredDrawing, KeySignature] = WeakKeyDictionary()
        self._doubt_below = DOUBT_BELOW
        self._doubts: WeakKeyDictionary[ColoredDrawing, int] = WeakKeyDictionary()

    @property
    def shot(self) -> Shot | None:
        """The open shot, or None."""
        return self._shot

    @property
    def current(self) -> int:
        """Number of the current drawing; meaningless without a shot.

        On an empty frame it is the drawing that was current before.
        """
        return self._current

    @property
    def current_color(self) -> Color | None:
        """The source color to paint with, or None while none is chosen."""
        return self.colors.current

    def choose_color(self, color: Color | None) -> None:
        """Choose the color to paint with."""
        self.colors.choose(color)

    @property
    def is_blank(self) -> bool:
        """True while the current frame holds no drawing of the shot."""
        return self.playhead.number is None

    @property
    def failures(self) -> Mapping[int, str]:
        """Why drawings could not be colored, by drawing number."""
        return self._failures

    def open(self, shot: Shot) -> None:
        """Show another shot, from its first frame with a drawing."""
        if self._shot is not None:
            self._shot.unsubscribe(self._on_change)
        self.undo_stack.clear()
        self._failures.clear()
        self._shot = shot
        self._signature = key_signature(shot.keys)
        self.playhead.open(shot)
        self._current = self.playhead.number or 0
        self._named = self.playhead.named
        self.colors.open(shot)
        shot.subscribe(self._on_change)
        self.shot_changed.emit()
        self.current_changed.emit(self._current)

    def close(self) -> None:
        """Forget all changes; for the end of the window.

        Qt and Python both hold the commands. When a session that still has some is collected as
        garbage, either may free them first, and the other one crashes.
        """
        self.undo_stack.clear()

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

    def source(self, number: int) -> PictureSource:
        """What a picture of this drawing is made from."""
        assert self._shot is not None
        shot = self._shot
        return PictureSource(
            shot.drawing(number),
            shot.keys.get(number),
            shot.coloring(number),
            swaps=self.colors.swaps(number),
        )

    def doubts(self, number: int) -> int:
        """How many doubtful regions the coloring of a drawing has."""
        coloring = None if self._shot is None else self._shot.coloring(number)
        if coloring is None:
            return 0
        if coloring not in self._doubts:
            self._doubts[coloring] = doubtful_regions(coloring, self._doubt_below)
        return self._doubts[coloring]

    @property
    def doubt_below(self) -> float:
        """Regions with less confidence than this, 0 to 1, are doubtful."""
        return self._doubt_below

    def set_doubt_below(self, share: float) -> None:
        """Be content with less, or doubt more."""
        if share != self._doubt_below:
            self._doubt_below = share
            self._doubts.clear()
            if self._shot is not None:
                self.drawings_changed.emit(frozenset(self._shot.colorings))

    def state(self, number: int) -> DrawingState:
        """What the timeline says about a drawing."""
        assert self._shot is not None
        coloring = self._shot.coloring(number)
        if number in self._failures:
            return DrawingState.FAILED
        if coloring is None:
            return DrawingState.LINE
        if self.is_stale(number):
            return DrawingState.STALE
        if coloring.is_guess:
            return DrawingState.GUESSED
        if self.doubts(number):
            return DrawingState.DOUBTFUL
        is_corrected = number in self._shot.corrections
        return DrawingState.CORRECTED if is_corrected else DrawingState.COLORED

    def is_stale(self, number: int) -> bool:
        """True when the keys changed since the drawing was colored."""
        assert self._shot is not None
        coloring = self._shot.coloring(number)
        return coloring is not None and self._is_outdated(coloring)

    def _is_outdated(self, coloring: ColoredDrawing) -> bool:
        return not coloring.is_key and self._made_with.get(coloring) != self._signature

    def _is_pending(self, number: int) -> bool:
        assert self._shot is not None
        coloring = self._shot.coloring(number)
        return coloring is None or coloring.is_guess or self._is_outdated(coloring)

    def pending(self) -> list[int]:
        """Drawings that Colorize has yet to do: no coloring, a stale one, or a mere guess."""
        drawings = () if self._shot is None else self._shot.drawings
        return [drawing.number for drawing in drawings if self._is_pending(drawing.number)]

    def has_pending(self) -> bool:
        """True when Colorize has anything to do."""
        drawings = () if self._shot is None else self._shot.drawings
        return any(self._is_pending(drawing.number) for drawing in drawings)

    def note_made_with(self, coloring: ColoredDrawing, keys: KeySignature) -> None:
        """Remember which keys a coloring followed from; say so before it enters the shot."""
        self._made_with[coloring] = keys

    def note_made_like(self, coloring: ColoredDrawing, former: ColoredDrawing) -> None:
        """Say that a coloring followed from the same keys as another one."""
        if former in self._made_with:
            self._made_with[coloring] = self._made_with[former]

    def note_failure(self, number: int, sentence: str) -> None:
        """Remember why a drawing could not be colored."""
        self._failures[number] = sentence
        self.drawings_changed.emit(frozenset({number}))

    def forget_failures(self) -> None:
        """A new run begins: what failed before is tried again."""
        numbers = frozenset(self._failures)
        self._failures.clear()
        if numbers:
            self.drawings_changed.emit(numbers)

    def _on_change(self, change: ShotChange) -> None:
        for number in change.colorings:
            self._failures.pop(number, None)
        if change.timesheet:
            self.playhead.take_sheet()
        if change.keys:
            assert self._shot is not None
            self._signature = key_signature(self._shot.keys)
            self.keys_changed.emit(change.keys)
            # Other drawings become stale, or are so no more.
            self.drawings_changed.emit(frozenset(self._shot.colorings) | change.keys)
        if changed := change.colorings | change.corrections:
            self.drawings_changed.emit(changed)
