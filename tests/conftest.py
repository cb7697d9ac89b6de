"""Shared by all tests: Qt without a screen, user folders out of reach, nothing left alive."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Tests run side by side; threads of small networks would only wait for each other.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
os.environ.setdefault("OPENCV_FOR_THREADS_NUM", "1")

import pytest


def pytest_collection_finish() -> None:
    """Set aside all that was imported: what looks for things alive need not look through it.

    Nothing of Qt can be alive before the first test, as there is no application yet.
    """
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform complains of itself; every other warning of Qt fails a test."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))


@pytest.fixture(autouse=True)
def _own_data_dir(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No test may touch the settings, weights or autosaves of whoever runs it."""
    folder: Path = tmp_path_factory.mktemp("user-data")
    monkeypatch.setenv("SHIAGE_DATA_DIR", str(folder))


@pytest.fixture(scope="session")
def _reported() -> list[object]:
    """What earlier tests left behind; kept, so that no other thing gets the same identity."""
    return []


@pytest.fixture(autouse=True)
def _nothing_left_alive(_reported: list[object]) -> Iterator[None]:
    """Fail the test, and only the test, that leaves a thread, a timer or a window behind."""
    yield
    known = {id(thing) for thing in _reported}
    left = [thing for thing in _alive() if id(thing) not in known]
    _reported.extend(left)
    assert not left, f"left running, active or open: {left}"


def _alive() -> list[object]:
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is None:
        return []
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    return [*_alive_threads_and_timers(), *windows]


def _alive_threads_and_timers() -> list[object]:
    import shiboken6
    from PySide6.QtCore import QThread, QTimer

    kinds = _with_all_below(QThread) | _with_all_below(QTimer)
    # By type() and not isinstance(): proxies answer isinstance by running code of their own.
    found = [thing for thing in gc.get_objects() if type(thing) in kinds]
    return [
        thing
        for thing in found
        if shiboken6.isValid(thing)
        and thing is not QThread.currentThread()
        and (thing.isActive() if isinstance(thing, QTimer) else thing.isRunning())
    ]


def _with_all_below(kind: type) -> set[type]:
    return {kind}.union(*map(_with_all_below, kind.__subclasses__()))
