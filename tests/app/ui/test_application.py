"""The window as a program."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from app.io.settings.settings_file import save_settings
from app.language import tr
from app.paths import settings_path
from app.settings import Settings
from app.ui.application import run
from app.ui.look.theme import apply_theme
from app.ui.window.main_window import MainWindow


@pytest.fixture(autouse=True)
def _tidy(qapp: QApplication) -> Iterator[None]:
    name, desktop_file = qapp.applicationName(), qapp.desktopFileName()
    yield
    qapp.setApplicationName(name)
    qapp.setDesktopFileName(desktop_file)
    apply_theme(qapp)


@pytest.mark.parametrize(("language", "first"), [("ja", "ファイル(&F)"), ("en", "&File")])
def test_it_speaks_the_chosen_language_until_it_ends(language: str, first: str) -> None:
    save_settings(Settings(language=language, has_toured=True), settings_path())
    titles: list[str] = []

    def look_and_close() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible():
                titles.append(window.menuBar().actions()[0].text())
                window.close()

    QTimer.singleShot(0, look_and_close)
    assert run(None, {}) == 0
    assert titles == [first]
    assert tr("Save") == "Save"
