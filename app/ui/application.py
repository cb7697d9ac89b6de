"""The window as a program."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from app.io.settings.settings_file import load_settings
from app.language import install_language, uninstall
from app.paths import sample_shot_dir, settings_path
from app.ui.look.icons import icon
from app.ui.look.theme import apply_theme
from app.ui.window.main_window import MainWindow


def run(folder: Path | None, keys: Mapping[int, Path]) -> int:
    """Open the window and stay until it is closed.

    Args:
        folder: show or shot folder to open at once, or None.
        keys: color images by drawing number, to be marked as keys of that shot.

    Returns:
        The exit status.
    """
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("Shiage")
    app.setDesktopFileName("shiage")
    translators = install_language(app, load_settings(settings_path()).language)
    apply_theme(app)
    app.setWindowIcon(icon("palette", "mark"))
    window = MainWindow()
    app.aboutToQuit.connect(window.stop_work)
    window.show()
    if folder is not None:
        window.open(folder, keys)
    if folder is None or folder.resolve() == sample_shot_dir():
        window.habits.welcome()
    window.shows.opening.offer_recovery()
    status = app.exec()
    # Left to Python's garbage collector, its parts would be freed in any order, on any thread.
    window.deleteLater()
    app.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    uninstall(app, translators)
    return status
