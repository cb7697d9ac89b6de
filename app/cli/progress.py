"""Progress on a terminal as a bar, elsewhere as plain lines."""

from __future__ import annotations

import shutil
import unicodedata
from typing import Any, TextIO

from app.engine.task import Step

_BAR = 24


class Progress:
    """Shows the steps of one task on a stream."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._is_terminal = stream.isatty()

    def show(self, step: Step[Any]) -> None:
        """Show how far the work is; a failure gets a line of its own that stays."""
        if step.failure is not None:
            self.say(step.failure.message)
        if self._is_terminal:
            self._draw(step)
        elif step.result is None and step.failure is None:
            # What is finished shows in the count of the next line; one line a drawing is enough.
            print(f"[{step.done}/{step.total}] {step.what}", file=self._stream, flush=True)

    def say(self, line: str) -> None:
        """Print a line that stays."""
        self.clear()
        print(line, file=self._stream, flush=True)

    def clear(self) -> None:
        """Remove the bar from the terminal."""
        if self._is_terminal:
            self._stream.write("\r\x1b[K")
            self._stream.flush()

    def _draw(self, step: Step[Any]) -> None:
        filled = _BAR * step.done // max(step.total, 1)
        bar = "#" * filled + "-" * (_BAR - filled)
        line = f"[{bar}] {step.done}/{step.total}  {step.what}"
        self._stream.write(f"\r\x1b[K{_cut(line, shutil.get_terminal_size().columns - 1)}")
        self._stream.flush()


def _cut(line: str, columns: int) -> str:
    """As much as fits: a line that wraps could not be drawn over again."""
    while sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line) > columns:
        line = line[:-1]
    return line
