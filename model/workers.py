"""Several works on one drawing at the same time, a processor core each."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import TypeVar

import torch

_MOST = 4  # more do not find enough works that wait for nothing, and each takes memory

Result = TypeVar("Result")


def cores() -> int:
    """How many cores the networks may take: all, unless `OMP_NUM_THREADS` says otherwise."""
    try:
        return max(1, int(os.environ.get("OMP_NUM_THREADS", "")))
    except ValueError:
        return os.cpu_count() or 1


def leave_a_core() -> None:
    """Keep a core free of this thread's networks, for what goes on beside them."""
    torch.set_num_threads(max(1, cores() - 1))


class Workers:
    """Threads that each do one work at a time.

    What the networks compute for one drawing are many small steps, which two cores together do
    hardly faster than one. So each work keeps to one core, and several go on side by side.

    Attributes:
        count: how many works go on at a time.
    """

    def __init__(self, count: int) -> None:
        """Take so many workers; with one, works are done at once by whoever asks for them."""
        self.count = count
        self._pool: ThreadPoolExecutor | None = None
        if count > 1:
            self._pool = ThreadPoolExecutor(count, "networks", _keep_to_one_core)

    @classmethod
    def on(cls, device: torch.device) -> Workers:
        """As many as there are cores for; a graphics card does one work at a time."""
        return cls(min(cores(), _MOST) if device.type == "cpu" else 1)

    def begin(self, work: Callable[[], Result]) -> Future[Result]:
        """Start a work that needs no gradients; what it raises comes with its result."""
        return self._begin(partial(_without_gradients, work))

    def together(self, works: Iterable[Callable[[], Result]]) -> list[Result]:
        """Do works that need no gradients side by side and wait for all of them."""
        return [begun.result() for begun in [self.begin(work) for work in works]]

    def learn(self, works: Iterable[Callable[[], Result]]) -> list[Result]:
        """The same for works that need gradients; each returns its own and adds none up."""
        return [begun.result() for begun in [self._begin(work) for work in works]]

    def _begin(self, work: Callable[[], Result]) -> Future[Result]:
        if self._pool is not None:
            return self._pool.submit(work)
        done: Future[Result] = Future()
        try:
            done.set_result(work())
        except Exception as error:
            done.set_exception(error)
        return done


def _keep_to_one_core() -> None:
    torch.set_num_threads(1)
    # Tails of a softmax are full of denormal numbers, which slow a processor down.
    torch.set_flush_denormal(True)


@torch.inference_mode()
def _without_gradients(work: Callable[[], Result]) -> Result:
    return work()
