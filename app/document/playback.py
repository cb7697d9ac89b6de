"""Which drawing plays next."""

from __future__ import annotations


def next_index(index: int, count: int, loops: bool) -> int | None:
    """Position after `index` among `count` drawings; None when playing ends there."""
    if index + 1 < count:
        return index + 1
    return 0 if loops and count > 1 else None
