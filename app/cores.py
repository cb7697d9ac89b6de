"""How many of the processor's cores the networks take."""

from __future__ import annotations

import os


def leave_a_core() -> None:
    """Keep a core free for what goes on beside the networks: a window, the making of lessons.

    The networks read this when they are first loaded. Who set `OMP_NUM_THREADS` knows better.
    """
    os.environ.setdefault("OMP_NUM_THREADS", str(max(1, (os.cpu_count() or 2) - 1)))
