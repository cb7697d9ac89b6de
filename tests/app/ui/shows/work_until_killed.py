"""A program for the test of sudden death: opens a shot, marks a key, and is killed by itself.

It is killed as soon as the unsaved work is kept; no part of it gets a word in.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from app.__main__ import main
from app.commands.mark_keys import MarkKeys
from app.ui.window.main_window import MainWindow


class Killer(QObject):
    """Marks a key, waits for the autosave, and kills the process."""

    def __init__(self, key: Path) -> None:
        super().__init__()
        self._key = key

    @Slot()
    def work(self) -> None:
        (window,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)]
        shot = window.session.shot
        assert shot is not None
        window.shows.autosaving.set_interval(50)
        window.shows.autosaving.kept.connect(self.kill)
        window.session.undo_stack.push(MarkKeys(shot, {2: self._key}))

    @Slot()
    def kill(self) -> None:
        os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    app = QApplication([])
    killer = Killer(Path(sys.argv[2]))
    QTimer.singleShot(0, killer.work)
    main([sys.argv[1]])
