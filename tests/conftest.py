"""Shared by all tests: Qt without a screen, user folders out of reach, nothing left alive."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest


@pytest.fixture(autouse=True)
def _own_data_dir(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No test may touch the settings, weights or autosaves of whoever runs it."""
    folder: Path = tmp_path_factory.mktemp("user-data")
    monkeypatch.setenv("SHIAGE_DATA_DIR", str(folder))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))


@pytest.fixture(autouse=True)
def _nothing_left_alive() -> Iterator[None]:
    """Fail a test that leaves a thread, a timer or a window behind."""
    yield
    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return
    threads, timers = _alive_threads_and_timers()
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    assert not threads, f"threads left running: {threads}"
    assert not timers, f"timers left active: {timers}"
    assert not windows, f"windows left open: {windows}"


def _alive_threads_and_timers() -> tuple[list[object], list[object]]:
    import shiboken6
    from PySide6.QtCore import QThread, QTimer

    threads: list[object] = []
    timers: list[object] = []
    for thing in gc.get_objects():
        # type() and not isinstance(): proxies answer isinstance by running code of their own.
        if not issubclass(type(thing), (QThread, QTimer)) or not shiboken6.isValid(thing):
            continue
        if issubclass(type(thing), QTimer):
            if thing.isActive():
                timers.append(thing)
        elif thing.isRunning():
            threads.append(thing)
    main = QThread.currentThread()
    return [thread for thread in threads if thread is not main], timers
