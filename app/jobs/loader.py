"""Small pieces of reading and decoding, off the GUI thread, newest request first."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal, Slot

_log = logging.getLogger(__name__)

Load = Callable[[], Any]


class _LoaderWorker(QObject):
    """Lives on the loader's thread.

    Signals:
        loaded(key, value, turn): one request is done.
        failed(key, message, turn): one request raised.
    """

    loaded = Signal(object, object, int)
    failed = Signal(object, str, int)

    def __init__(self, most_waiting: int) -> None:
        super().__init__()
        self._most_waiting = most_waiting
        self._lock = threading.Lock()
        self._pending: dict[Hashable, tuple[Load, int]] = {}

    def put(self, key: Hashable, load: Load, turn: int, is_asked: bool) -> Hashable | None:
        """From any thread: ask for `key` next, before everything asked for earlier.

        One that was asked for before and waits no more is just being loaded: that is enough.
        Returns the key that had to give way for it, if one had to.
        """
        with self._lock:
            if self._pending.pop(key, None) is None and is_asked:
                return None
            self._pending[key] = (load, turn)
            if len(self._pending) <= self._most_waiting:
                return None
            oldest = next(iter(self._pending))
            del self._pending[oldest]
            return oldest

    def clear(self) -> None:
        """From any thread: forget what is not begun."""
        with self._lock:
            self._pending.clear()

    @Slot()
    def work(self) -> None:
        while True:
            with self._lock:
                if not self._pending:
                    return
                key, (load, turn) = self._pending.popitem()
            try:
                value = load()
            except Exception as error:  # one bad file must not end the thread
                _log.debug("loading %r failed", key, exc_info=True)
                self.failed.emit(key, str(error), turn)
            else:
                self.loaded.emit(key, value, turn)


class Loader(QObject):
    """Loads values by key on one background thread; what was asked for last comes first.

    What the user looks at now is always the newest request, so a long scrub never waits for the
    drawings it passed. When too many wait, the oldest requests are forgotten: nobody looks there
    any more, and whoever does will ask again.

    Signals:
        loaded(key, value): on the GUI thread.
        failed(key, message): on the GUI thread.
    """

    loaded = Signal(object, object)
    failed = Signal(object, str)
    _wake = Signal()

    def __init__(self, parent: QObject | None = None, most_waiting: int = 64) -> None:
        """Start the thread.

        Args:
            parent: owns it.
            most_waiting: requests beyond this are forgotten, oldest first.
        """
        super().__init__(parent)
        self._worker = _LoaderWorker(most_waiting)
        self._thread = QThread(self)
        self._worker.moveToThread(self._thread)
        self._wake.connect(self._worker.work)
        self._worker.loaded.connect(self._on_loaded)
        self._worker.failed.connect(self._on_failed)
        # Else Python's collector would free it, at any time and on any thread.
        self._thread.finished.connect(self._worker.deleteLater)
        self._asked: set[Hashable] = set()
        self._turn = 0
        self._stopped = False
        self._thread.start()

    def request(self, key: Hashable, load: Load) -> None:
        """Ask for a value; asking again for a waiting key moves it to the front."""
        if self._stopped:
            return
        forgotten = self._worker.put(key, load, self._turn, key in self._asked)
        self._asked.add(key)
        self._asked.discard(forgotten)
        self._wake.emit()

    def clear(self) -> None:
        """Forget all requests; a value that is just being loaded is not delivered any more.

        Not even when it is asked for again: its file may have changed since, and is read anew.
        """
        self._turn += 1
        self._asked.clear()
        self._worker.clear()

    def stop(self) -> None:
        """End the thread after the value that is just being loaded, and wait for it."""
        self._stopped = True
        self.clear()
        self._thread.quit()
        self._thread.wait()

    @Slot(object, object, int)
    def _on_loaded(self, key: Hashable, value: object, turn: int) -> None:
        if turn == self._turn:
            self._asked.discard(key)
            self.loaded.emit(key, value)

    @Slot(object, str, int)
    def _on_failed(self, key: Hashable, message: str, turn: int) -> None:
        if turn == self._turn:
            self._asked.discard(key)
            self.failed.emit(key, message)
