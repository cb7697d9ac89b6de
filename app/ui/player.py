"""Plays the drawings of the open shot."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from app.document.playback import next_index
from app.ui.session import Session

DEFAULT_FPS = 24


class Player(QObject):
    """Steps through the drawings at a rate.

    Attributes:
        loops: start again after the last drawing.

    Signals:
        playing_changed(bool): playing began or ended.
    """

    playing_changed = Signal(bool)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.loops = True
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._advance)
        self.set_fps(DEFAULT_FPS)
        session.shot_changed.connect(self.stop)

    @property
    def is_playing(self) -> bool:
        """True while it plays."""
        return self._timer.isActive()

    def set_fps(self, fps: int) -> None:
        """Drawings per second."""
        self._timer.setInterval(round(1000 / fps))

    @Slot(bool)
    def set_loops(self, loops: bool) -> None:
        """Start again after the last drawing, or stop there."""
        self.loops = loops

    @Slot()
    def toggle(self) -> None:
        """Play, or stop playing; from the last drawing it plays from the first."""
        shot = self._session.shot
        if self.is_playing or shot is None:
            self.stop()
            return
        if shot.index(self._session.current) == len(shot.drawings) - 1:
            self._session.go_to(shot.drawings[0].number)
        self._timer.start()
        self.playing_changed.emit(True)

    @Slot()
    def stop(self) -> None:
        """Stop playing."""
        if self.is_playing:
            self._timer.stop()
            self.playing_changed.emit(False)

    @Slot()
    def _advance(self) -> None:
        shot = self._session.shot
        assert shot is not None
        index = next_index(shot.index(self._session.current), len(shot.drawings), self.loops)
        if index is None:
            self.stop()
        else:
            self._session.go_to(shot.drawings[index].number)
