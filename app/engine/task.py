"""What every long piece of work yields, and how it is told to stop."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


class CancelToken:
    """Set from any thread; the work looks at it between drawings (fine-tuning: between steps).

    Once it is set, work begins nothing new, gives what it has begun, and ends by itself.
    """

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop soon; what is finished stays."""
        self._event.set()

    @property
    def is_cancelled(self) -> bool:
        """True once `cancel` was called."""
        return self._event.is_set()


@dataclass(frozen=True)
class Failure:
    """One drawing that could not be done; the rest of the shot goes on.

    Attributes:
        number: drawing number.
        message: one sentence that names the file, what is wrong and what to do.
    """

    number: int
    message: str


@dataclass(frozen=True)
class Step(Generic[T]):
    """Progress of a task.

    Attributes:
        done: finished units.
        total: units in all; 0 while unknown.
        what: what is being done now, for the status bar.
        result: something finished, or None for mere progress.
        failure: a unit that failed, or None.
        seconds: spent on the result.
    """

    done: int
    total: int
    what: str
    result: T | None = None
    failure: Failure | None = None
    seconds: float = 0.0
