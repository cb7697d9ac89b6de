"""Ctrl+C on the command line: the first one asks the work to stop, a second one ends it at once."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from app.engine.task import CancelToken


@contextmanager
def interrupts_cancel(cancel: CancelToken) -> Iterator[None]:
    """Within this context the first interrupt cancels, so that what was begun is kept.

    Raises:
        KeyboardInterrupt: at the second interrupt.
    """

    def on_interrupt(number: int, frame: FrameType | None) -> None:
        if cancel.is_cancelled:
            raise KeyboardInterrupt
        cancel.cancel()

    before = signal.signal(signal.SIGINT, on_interrupt)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
