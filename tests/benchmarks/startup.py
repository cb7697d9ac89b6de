"""Seconds from the start of the process to a window on the screen.

python -m tests.benchmarks.startup

Starts the program's window a few times, each in a process of its own with settings of its own,
and says whether the networks' library was loaded on the way.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time

RUNS = 5

_SHOW = """
import sys, time
from PySide6.QtWidgets import QApplication
from app.ui.window.main_window import MainWindow
from app.ui.look.theme import apply_theme
app = QApplication([])
apply_theme(app)
window = MainWindow()
window.show()
while not window.windowHandle().isExposed():
    app.processEvents()
app.processEvents()
print(time.time(), "torch" in sys.modules, flush=True)
window.close()
"""


def start() -> tuple[float, bool]:
    """Seconds until the window is exposed, and whether torch was imported."""
    with tempfile.TemporaryDirectory() as folder:
        own = {f"XDG_{name}_HOME": folder for name in ("CONFIG", "DATA", "CACHE", "STATE")}
        began = time.time()
        done = subprocess.run(
            [sys.executable, "-c", _SHOW],
            env={**os.environ, **own},
            capture_output=True,
            text=True,
            check=True,
        )
    shown, has_torch = done.stdout.split()
    return float(shown) - began, has_torch == "True"


if __name__ == "__main__":
    for _ in range(RUNS):
        seconds, has_torch = start()
        print(f"{seconds:.2f} s, torch {'imported' if has_torch else 'not imported'}")
