"""Plays the open shot frame by frame, in time."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from app.document.playback import frame_due
from app.ui.desk.session import Session

DEFAULT_FPS = 24
_MEASURED_OVER = 1.0  # seconds
_TIMER_ERROR = 0.001  # seconds that a timer may come early


class Player(QObject):
    """Moves the playhead by the clock: what comes too late is dropped, never played slower.

    Plays the selected frames when several are selected, else the whole sheet.

    Attributes:
        loops: start again after the last frame.

    Signals:
        fps_changed(int): another rate was chosen.
        playing_changed(bool): playing began or ended.
        rate_measured(float): how many frames a second have really been shown of late.
    """

    fps_changed = Signal(int)
    playing_changed = Signal(bool)
    rate_measured = Signal(float)

    def __init__(
        self,
        session: Session,
        parent: QObject | None = None,
        clock: Callable[[], float] = time.perf_counter,
    ) -> None:
        super().__init__(parent)
        self._playhead = session.playhead
        self._clock = clock
        self.loops = True
        self._fps = DEFAULT_FPS
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._advance)
        self._is_playing = False
        self._restart_clock()
        self._restart_measure()
        session.shot_changed.connect(self.stop)
        session.playhead.sheet_changed.connect(self.stop)

    @property
    def is_playing(self) -> bool:
        """True while it plays."""
        return self._is_playing

    @property
    def fps(self) -> int:
        """Frames per second."""
        return self._fps

    @Slot(int)
    def set_fps(self, fps: int) -> None:
        """Play this many frames per second, from now on."""
        self._fps = fps
        self.fps_changed.emit(fps)
        self._restart_clock()
        self._restart_measure()

    @Slot(bool)
    def set_loops(self, loops: bool) -> None:
        """Start again after the last frame, or stop there."""
        self.loops = loops

    @Slot()
    def toggle(self) -> None:
        """Play, or stop playing; from the last frame it plays from the first."""
        frames = self._playhead.playing_frames
        if self._is_playing or not frames:
            self.stop()
            return
        if self._playhead.frame not in frames[:-1]:
            self._playhead.move_to(frames.start)
        self._is_playing = True
        self._restart_clock()
        self._restart_measure()
        self._wait(1)
        self.playing_changed.emit(True)

    @Slot()
    def stop(self) -> None:
        """Stop playing."""
        if self._is_playing:
            self._is_playing = False
            self._timer.stop()
            self.playing_changed.emit(False)

    @Slot()
    def note_shown(self) -> None:
        """A new picture has come on the screen."""
        self._shown += 1

    def _restart_clock(self) -> None:
        self._began, self._start = self._clock(), self._playhead.frame
        self._last = self._start

    def _wait(self, played: int) -> None:
        """Until the time of a frame, counted from the start."""
        left = self._began + played / self._fps - self._clock()
        self._timer.start(max(0, round(left * 1000)))

    @Slot()
    def _advance(self) -> None:
        frames = self._playhead.playing_frames
        if self._playhead.frame != self._last or self._start not in frames:
            self._go_on_from_here(frames)
        played = int((self._clock() - self._began + _TIMER_ERROR) * self._fps)
        due = frame_due(self._start, played, frames, self.loops)
        if due is None:
            self._playhead.move_to(frames[-1])
            self.stop()
            return
        self._count_passed(due)
        self._last = due
        self._playhead.move_to(due)
        self._measure()
        self._wait(played + 1)

    def _go_on_from_here(self, frames: range) -> None:
        """Someone moved the playhead or selected other frames."""
        if self._playhead.frame not in frames:
            self._playhead.move_to(frames.start)
        self._restart_clock()

    # How well it keeps up: pictures that came on the screen, of those that should have

    def _restart_measure(self) -> None:
        self._measured_from = self._clock()
        self._shown = self._passed = 0

    def _count_passed(self, due: int) -> None:
        """Drawings begun on the way to a frame; a jump back is the loop beginning again."""
        timeline = self._playhead.timeline
        there = timeline.exposure_at(due)
        here = timeline.exposure_at(self._last) if due >= self._last else there - 1
        begun = timeline.exposures[here + 1 : there + 1]
        self._passed += sum(self._playhead.number_of(one.number) is not None for one in begun)

    def _measure(self) -> None:
        if self._clock() - self._measured_from >= _MEASURED_OVER and self._passed:
            share = min(1.0, self._shown / self._passed)
            self.rate_measured.emit(self._fps * share)
            self._restart_measure()
