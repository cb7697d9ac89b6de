"""How long the window's event loop stands still while a shot is colored.

python -m tests.benchmarks.responsiveness [SHOT_FOLDER]

Opens the shot (the sample shot when none is named) with the keys that it offers, colors it while
the timeline is scrubbed, and prints the longest pauses between beats of a 5 ms timer.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.__main__ import main
from app.io.shots.shot_folder import open_shot_folder
from app.paths import sample_shot_dir
from app.ui.window.main_window import MainWindow

BEAT = 5  # ms
SCRUB_EVERY = 40  # beats


class Watch(QObject):
    """Beats until the run is over, and remembers how far apart the beats were."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.pauses: list[float] = []
        self.began = self.last = time.perf_counter()
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.beat)
        self.timer.start(BEAT)

    @Slot()
    def beat(self) -> None:
        """One beat."""
        now = time.perf_counter()
        self.pauses.append(1000 * (now - self.last))
        self.last = now
        if len(self.pauses) % SCRUB_EVERY == 0:
            QTest.keyClick(self.window, Qt.Key.Key_Period)
        if not self.window.coloring.is_running:
            self.timer.stop()
            self.report()
            # A window with unsaved work asks before it closes.
            self.window.shows.saving.count_as_saved()
            self.window.close()

    def report(self) -> None:
        """Print the figures."""
        worst = sorted(self.pauses, reverse=True)
        shot = self.window.session.shot
        done = len(shot.colorings) if shot else 0
        print(f"{done} drawings in {self.last - self.began:.1f} s, {len(worst)} beats")
        print(f"longest pause {worst[0]:.0f} ms; the next {[round(p) for p in worst[1:6]]}")
        print(f"99 % of the beats within {worst[len(worst) // 100]:.0f} ms")


def watch_coloring() -> None:
    """Start the run in the open window and watch it."""
    (window,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    QTest.keyClick(window, Qt.Key.Key_Home)
    window.coloring.colorize()
    Watch(window)


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else sample_shot_dir()
    keys = open_shot_folder(folder).offered_keys
    arguments = [str(folder)]
    for number, path in keys.items():
        arguments += ["--key", f"{number}={path}"]
    program = QApplication(sys.argv[:1])
    QTimer.singleShot(1500, watch_coloring)
    sys.exit(main(arguments))
