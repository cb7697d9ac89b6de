"""How long a run has been going on, between the moments at which it says so itself."""

from __future__ import annotations

import time


class RunClock:
    """Seconds of a run; what the run says counts, and between that the wall clock."""

    def __init__(self) -> None:
        self._said = 0.0
        self._base = 0.0
        self._since: float | None = None

    @property
    def seconds(self) -> float:
        """Spent so far, without pauses."""
        return self._base + (0.0 if self._since is None else time.monotonic() - self._since)

    def hear(self, seconds: float) -> None:
        """Take what the run says; the same as before is no news."""
        if seconds != self._said:
            self._said = self._base = seconds
            if self._since is not None:
                self._since = time.monotonic()

    def let_run(self, runs: bool) -> None:
        """Go on, or stand still."""
        if runs != (self._since is not None):
            self._base = self.seconds
            self._since = time.monotonic() if runs else None
